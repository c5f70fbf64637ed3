"""Finding what somebody named: an event, a session, a person."""

from __future__ import annotations

from signin.domain import codes
from signin.domain.attendee import Attendee, State
from signin.domain.event import Event, Session
from signin.lao.numbers import to_latin_digits
from signin.services.failures import EventNotFound, NoEvent, PersonNotFound, SessionNotFound, WhichEvent
from signin.store import Transaction, attendees, events

_MOST_DIGITS = 9  # no roster is longer, and no database number overflows
HIGHEST_NUMBER = 10**_MOST_DIGITS - 1
"""No number of a roster is higher: by this many digits people are found."""


def event(tx: Transaction, named: str | None) -> Event:
    """Give the event with this id, or the only one when none was named.

    Raises EventNotFound, NoEvent or WhichEvent.
    """
    if named is not None:
        named = as_text(named)
        if (found := events.get(tx, named)) is None:
            raise EventNotFound(event=named)
        return found
    every = events.everyone(tx)
    if not every:
        raise NoEvent
    if len(every) > 1:
        raise WhichEvent(count=len(every), events=", ".join(one.id for one in every))
    return every[0]


def session(tx: Transaction, event_id: str, key: str) -> Session:
    """Give the session with this key. Raises SessionNotFound, which names those there are."""
    key = as_text(key)
    if (found := events.session_of(tx, event_id, key)) is None:
        known = ", ".join(one.key for one in events.sessions_of(tx, event_id))
        raise SessionNotFound(session=key, sessions=known)
    return found


def person(tx: Transaction, event_id: str, named: str) -> Attendee:
    """Give the person of an event by roster number (in any digits), by any code they hold or held, or by id.

    Raises PersonNotFound.
    """
    named = as_text(named)
    text = to_latin_digits(named.strip())
    found = None
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        found = attendees.by_number(tx, event_id, int(text))
    elif holder := attendees.by_code(tx, codes.cleaned(named)):
        found = holder.attendee
    else:
        found = attendees.get(tx, named)
    if found is None or found.event_id != event_id:
        raise PersonNotFound(person=named)
    return found


def as_text(named: str) -> str:
    """Write out half letters (surrogates, of an argument that is no text): no store can be asked for them."""
    return named.encode("utf-8", "backslashreplace").decode("utf-8")


def by_id(tx: Transaction, event_id: str, attendee_id: str) -> Attendee:
    """Give the person of an event by id. Raises PersonNotFound."""
    found = attendees.get(tx, attendee_id)
    if found is None or found.event_id != event_id:
        raise PersonNotFound(person=attendee_id)
    return found


def holder_of_place(tx: Transaction, attendee: Attendee) -> Attendee:
    """Give who holds somebody's place now: the last in the row of substitutes, or the person."""
    seen = {attendee.id}
    while attendee.state is State.REPLACED and (substitute := attendees.substitute_of(tx, attendee.id)):
        if substitute.id in seen:  # people who were merged may have stood for each other
            break
        seen.add(substitute.id)
        attendee = substitute
    return attendee


def row_before(tx: Transaction, attendee: Attendee) -> list[Attendee]:
    """Give whose place somebody took, and whose that was before, up to whose place it was at first."""
    row: list[Attendee] = []
    while attendee.replaces is not None:
        before = attendees.get(tx, attendee.replaces)
        assert before is not None  # a foreign key holds it
        row.append(before)
        attendee = before
    return row


def place_went_back(tx: Transaction, attendee: Attendee) -> bool:
    """Whether somebody was replaced by one who turned out to be whose place it was: nobody comes instead."""
    if attendee.state is not State.REPLACED:
        return False
    came = attendees.substitute_of(tx, attendee.id)
    return came is None or came.id in {one.id for one in row_before(tx, attendee)}
