"""What the services refuse, and what to do then."""

from __future__ import annotations

from signin.words import Failure, mark


class NotFound(Failure):
    """Something that was named is not in the store."""

    exit_code = 4


class Conflict(Failure):
    """What was asked for contradicts what is there."""

    exit_code = 5


class EventNotFound(NotFound):
    """No event has this id."""

    text = mark("There is no event “{event}”. `signin event list` shows them.")


class NoEvent(NotFound):
    """The store is empty."""

    text = mark("There is no event yet. Make one with `signin event create FILE.toml`.")


class WhichEvent(NotFound):
    """The store holds several events and none was named."""

    exit_code = 2
    text = mark("There are {count} events. Name one with --event: {events}.")


class SessionNotFound(NotFound):
    """No session of the event has this key."""

    text = mark("There is no session “{session}”. This event has: {sessions}.")


class PersonNotFound(NotFound):
    """Nobody on the roster has this number or code."""

    text = mark("Nobody has the number or code “{person}”. Look at the roster with `signin roster export`.")


class ScanNotFound(NotFound):
    """No scan has this id."""

    text = mark("There is no scan “{scan}”.")


class RunNotFound(NotFound):
    """No run of the print log has this id."""

    text = mark("There is no “{run}” in the print log.")


class AlreadyVoid(Conflict):
    """The scan was taken back already."""

    text = mark("The scan “{scan}” was taken back already.")


class EventExists(Conflict):
    """An event with this title and these days is there already."""

    text = mark("The event “{title}” is in the store already, as {event}.")


class EventTitleMissing(Failure):
    """An event without a title."""

    text = mark("The title is empty. Write the title of the event.")


class SessionBegun(Conflict):
    """People were checked in to a session whose hours would change."""

    text = mark("People were checked in to “{session}” already, so its hours stay. Put the hours back.")


class NoTimeForSession(Conflict):
    """Between an event's new hours there is nothing of a session's half-day."""

    text = mark("These hours leave no time for “{session}”. Write other hours.")


class SessionChangedSince(Conflict):
    """A session is not any more as it was when somebody began to change it."""

    text = mark("“{session}” was changed at another desk or page since. Look at it again.")


class SessionWrong(Failure):
    """The hours of a session cannot be so; `field` names what has to be put right."""

    text = mark("“{session}”: {reason}")


class SessionOutside(Failure):
    """A session is on no day of its event."""

    text = mark("“{session}” is on {day}, which is no day of the event. Choose another day or widen the event.")


class EventTooLong(Failure):
    """The days of an event are too many."""

    text = mark("An event lasts a year at most. Look at the days again.")


class SessionHasScans(Conflict):
    """A session that was scanned at is to be removed."""

    text = mark("“{session}” stays. Scans that belong to it: {count}.")


class SessionNamed(Conflict):
    """A session that the rule of the certificates names is to be removed."""

    text = mark("“{session}” stays: the certificate asks for it. Choose another rule for the certificate first.")


class SessionInUse(Conflict):
    """The hours of a session with people inside are to be changed."""

    text = mark("“{session}” is going on now; people inside: {count}. Change it all the same?")


class AlreadyReplaced(Conflict):
    """A substitute took this person's place already."""

    text = mark("{name} was replaced by {by} already. Choose {by} instead.")


class HasSubstitute(Conflict):
    """Somebody stands for this person already, who was replaced before being merged with somebody expected."""

    text = mark("{by} stands for {name} already. If {name} does not come, cancel the place.")


class AlreadyCancelled(Conflict):
    """The place was cancelled already."""

    text = mark("{name} is cancelled already.")


class NotCancelled(Conflict):
    """There is nothing to restore."""

    text = mark("{name} is not cancelled, so there is nothing to restore.")


class NoCodeForAbsent(Conflict):
    """A cancelled or replaced person gets no new code."""

    text = mark("{name} is cancelled or replaced, and gets no new code. Restore the place first.")


class NoBadgeForAbsent(Conflict):
    """A cancelled or replaced person, or one whom the session does not expect, gets no badge."""

    text = mark("{name} is not expected, and gets no badge. Restore the place first.")


class RecordNotFound(NotFound):
    """No record has this id."""

    text = mark("There is no record “{record}”.")


class NotACorrection(Conflict):
    """Only corrections are taken back by their record; a scan, a substitute or a cancelled place otherwise."""

    text = mark("This was no correction, so it cannot be taken back here.")


class AlreadyUndone(Conflict):
    """The correction was taken back already."""

    text = mark("This correction was taken back already.")


class ChangedSince(Conflict):
    """Somebody corrected the same fact again."""

    text = mark("{name} was corrected again since. Correct it by hand.")


class NotToBeReplaced(Failure):
    """A paper or a roster would be written over the store, a folder or a device."""

    exit_code = 7
    text = mark("“{file}” is the store itself, a folder or a device: not replaced. Choose another file name.")


class NameMissing(Failure):
    """A person without a name."""

    text = mark("The name is empty. Write the person's name and try again.")


class NumberTaken(Conflict):
    """Somebody has this number on the roster."""

    text = mark("Number {number} is {name}'s. Choose another number.")


class NoSuchNumber(Failure):
    """A number that nobody on a roster can have."""

    text = mark("{number} cannot be a number on the roster. Choose one from 1 to {highest}.")


class ReasonMissing(Failure):
    """A place was to be changed without a word why."""

    text = mark("The reason is empty. Write why, in a few words.")


class SubstituteCame(Conflict):
    """A substitute who has checked in keeps the place."""

    text = mark("{name} has checked in already and keeps the place. Take back the check-in first.")


class DeskNameMissing(Failure):
    """A desk without a name."""

    text = mark("The desk's name is empty. Give it one with --desk.")
