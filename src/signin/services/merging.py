"""Two people become one, and two again: nothing is lost, and all of it is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain import codes
from signin.domain.attendee import Attendee, State
from signin.domain.merging import Merge
from signin.domain.record import Fields, Record, Verb
from signin.lao.normalize import canonical
from signin.services import records
from signin.services.comparing import Choices, as_one
from signin.services.corrections import value_of
from signin.services.deriving import derived_of
from signin.services.desk import Desk
from signin.services.duplicates import called, two
from signin.services.follow_numbers import follow_numbers, give_back_numbers
from signin.services.merge_failures import BothReplaced, LaterMergeFirst, MergedAlready, NotMerged, PeopleChanged
from signin.services.merge_words import ONE_WITH
from signin.store import Transaction, attendees, events, merges, presences, scans
from signin.store import records as record_store


@dataclass(frozen=True, slots=True)
class Together:
    """The one person that two became, and the merge, which can be taken back."""

    attendee: Attendee
    merge: Merge


@dataclass(frozen=True, slots=True)
class Parted:
    """Two people who were one: who had stayed, and the other."""

    kept: Attendee
    other: Attendee


@dataclass(frozen=True, slots=True)
class Done:
    """A merge that stands: who stayed, as known now, and who went, as known then.

    `last` tells whether it can be taken back: those after it come first.
    """

    merge: Merge
    kept: Attendee
    other: Attendee
    last: bool


def merge(
    desk: Desk,
    event_id: str,
    kept_id: str,
    other_id: str,
    now: datetime,
    *,
    choices: Choices | None = None,
    seen: Iterable[Attendee] = (),
    reason: str = "",
) -> Together:
    """Let two people be one: one stays with the facts chosen, and all that hangs on the other is theirs.

    `choices` name by field whose fact stands; what is proposed stands where nothing is said. `seen` are the two as
    they were shown. Raises PersonNotFound, SamePerson, MergedAlready, PeopleChanged, BothReplaced.
    """
    with desk.store.write() as tx:
        _refuse_merged(tx, kept_id, other_id)
        kept, other = two(tx, event_id, kept_id, other_id)
        _refuse_changed(seen, kept, other)
        _refuse_both_replaced(tx, kept, other)
        after = as_one(tx, kept, other, choices or {})
        moved = other.replaces if after.replaces == other.replaces else None
        attendees.change(tx, replace(other, state=State.MERGED, replaces=None if moved else other.replaces))
        attendees.change(tx, after)
        record = _note_both(desk, tx, kept, after, other, now, canonical(reason))
        done = merges.add(
            tx,
            Merge(
                event_id=event_id,
                attendee_id=other.id,
                kept_id=kept.id,
                state=other.state,
                clock=scans.last_clock(tx),
                at=now,
                record_id=record.id,
                replaces=moved,
                sessions=_sessions_for(tx, kept, other),
            ),
        )
        follow_numbers(desk, tx, event_id, {other.number: kept.number}, now)
        _derive(tx, event_id, [kept.id])
        return Together(_now(tx, kept.id), done)


def separate(desk: Desk, attendee_id: str, now: datetime, *, reason: str = "") -> Parted:
    """Take back the merge by which somebody went: both are as before, and scans since stay with who had stayed.

    What was corrected since of the one person stays as it is. Raises NotMerged, LaterMergeFirst.
    """
    with desk.store.write() as tx:
        if (done := merges.of_person(tx, attendee_id)) is None:
            raise NotMerged
        kept, other = _stored(tx, done.kept_id), _stored(tx, attendee_id)
        if not _is_last(tx, done):
            raise LaterMergeFirst(name=kept.full_name)
        merges.remove(tx, done)
        told = _to_put_back(tx, kept, done)
        before = replace(kept, **{field: value_of(field, text) for field, (_, text) in told.items()})
        attendees.change(tx, before)
        place = _own_place(tx, other, done, moves_back=kept.replaces)
        attendees.change(tx, place)
        after = _with_own_state(tx, before, done)
        attendees.change(tx, after)
        told = {**records.difference(kept, after), **_replaces(kept, after)}
        _note_parted(desk, tx, kept, other, told, done, now, canonical(reason))
        _with_live_code(desk, tx, other, now)
        give_back_numbers(desk, tx, done, kept.number, other.number, now)
        _derive(tx, done.event_id, [kept.id, other.id])
        return Parted(_now(tx, kept.id), _now(tx, other.id))


def merges_done(desk: Desk, event_id: str) -> tuple[Done, ...]:
    """Give the merges of an event that stand, the latest first."""
    with desk.store.read() as tx:
        return tuple(
            Done(one, _now(tx, one.kept_id), _stored(tx, one.attendee_id), _is_last(tx, one))
            for one in reversed(merges.of_event(tx, event_id))
        )


# Before it happens


def _refuse_merged(tx: Transaction, *ids: str) -> None:
    for one in ids:
        found = attendees.as_stored(tx, one)
        if found is not None and found.state is State.MERGED:
            raise MergedAlready(name=found.full_name, kept=_now(tx, one).full_name)


def _refuse_changed(seen: Iterable[Attendee], *people: Attendee) -> None:
    shown = {person.id: person for person in seen}
    for person in people:
        if shown.get(person.id, person) != person:
            raise PeopleChanged(name=person.full_name)


def _refuse_both_replaced(tx: Transaction, kept: Attendee, other: Attendee) -> None:
    """Raise BothReplaced when two others stand for the two: who takes the place of the other stands for nobody."""
    found = {one.id: one for person in (kept, other) if (one := attendees.substitute_of(tx, person.id))}
    if len(found := {key: one for key, one in found.items() if key not in (kept.id, other.id)}) > 1:
        first, second = found.values()
        raise BothReplaced(first=first.full_name, second=second.full_name)


def _is_last(tx: Transaction, done: Merge) -> bool:
    """Whether who stayed is still there, and has not been merged once more since."""
    return merges.of_person(tx, done.kept_id) is None and merges.into(tx, done.kept_id)[-1].nth == done.nth


# What hangs on them


def _sessions_for(tx: Transaction, kept: Attendee, other: Attendee) -> Mapping[str, bool]:
    """Give the sessions that name the other by number, each with whether it names who stays, too."""
    every = events.sessions_of(tx, kept.event_id)
    return {one.key: kept.number in one.people for one in every if other.number in one.people}


def _derive(tx: Transaction, event_id: str, ids: Iterable[str]) -> None:
    """Derive these people's presence again, with whoever is one with them."""
    for one in ids:
        stays = derived_of(tx, event_id, one)
        presences.replace_of_people(tx, event_id, merges.one_with(tx, one), stays)


def _with_live_code(desk: Desk, tx: Transaction, person: Attendee, now: datetime) -> None:
    """Give a new code to somebody whose own was replaced while they were another."""
    if all(one.replaced_at is not None for one in attendees.codes_of(tx, person.id)):
        attendees.issue_codes(tx, {person.id: codes.new(desk.random)}, now)


def _own_place(tx: Transaction, other: Attendee, done: Merge, *, moves_back: str | None) -> Attendee:
    """Give the other with their place as it was; a substitute who has gone meanwhile holds it no more."""
    theirs = done.replaces if done.replaces is not None and moves_back == done.replaces else other.replaces
    held = done.state is not State.REPLACED or attendees.substitute_of(tx, other.id) is not None
    return replace(other, state=done.state if held else State.EXPECTED, replaces=theirs)


def _with_own_state(tx: Transaction, kept: Attendee, done: Merge) -> Attendee:
    """Give who had stayed as replaced if they were and somebody still stands for them, whatever became since."""
    if _changed_by(tx, done).get("state", ("", ""))[0] != State.REPLACED.value:
        return kept
    if attendees.substitute_of(tx, kept.id) is not None:
        return replace(kept, state=State.REPLACED)
    return replace(kept, state=State.EXPECTED) if kept.state is State.REPLACED else kept


def _is_free(tx: Transaction, place: str, done: Merge) -> bool:
    """Whether who took this place before a merge may have it again: nobody does, and it was not given back."""
    of = attendees.get(tx, place)
    if of is None or ((by := attendees.substitute_of(tx, place)) is not None and by.id != done.kept_id):
        return False
    return of.state is State.REPLACED or of.id == done.attendee_id or bool(merges.into(tx, of.id))


# Records


def _note_both(
    desk: Desk, tx: Transaction, kept: Attendee, after: Attendee, other: Attendee, now: datetime, reason: str
) -> Record:
    """Record a merge with both; give the record with who stays, which tells what it changed."""
    told = {**records.difference(kept, after), **_replaces(kept, after), ONE_WITH: ("", called(other))}
    record = records.note(desk, tx, Verb.MERGED, kept, told, now, reason=reason)
    gone = {"state": (other.state.value, State.MERGED.value), ONE_WITH: ("", called(after))}
    records.note(desk, tx, Verb.MERGED, other, gone, now, reason=reason)
    return record


def _replaces(before: Attendee, after: Attendee) -> Fields:
    pair = before.replaces or "", after.replaces or ""
    return {} if pair[0] == pair[1] else {"replaces": pair}


def _to_put_back(tx: Transaction, kept: Attendee, done: Merge) -> Fields:
    """Give what takes the merge's changes back, but for what was corrected since."""
    fields = _changed_by(tx, done)
    since = {field for field, (_, after) in fields.items() if records.text_of(kept, field) != after}
    place = fields.get("replaces", ("", ""))[0]
    if place and not _is_free(tx, place, done):
        since |= {"replaces", "stands_for"}
    if not since.isdisjoint(records.TOGETHER):
        since |= records.TOGETHER
    return {field: (after, before) for field, (before, after) in fields.items() if field not in since}


def _changed_by(tx: Transaction, done: Merge) -> Fields:
    """Give what a merge changed of who stayed."""
    record = record_store.get(tx, done.record_id)
    fields = {} if record is None else record.fields
    return {field: pair for field, pair in fields.items() if field != ONE_WITH}


def _note_parted(
    desk: Desk,
    tx: Transaction,
    kept: Attendee,
    other: Attendee,
    told: Fields,
    done: Merge,
    now: datetime,
    reason: str,
) -> None:
    fields = {**told, ONE_WITH: (called(other), "")}
    records.note(desk, tx, Verb.SEPARATED, kept, fields, now, reason=reason, reference=done.record_id)
    back = {"state": (State.MERGED.value, done.state.value), ONE_WITH: (called(kept), "")}
    records.note(desk, tx, Verb.SEPARATED, other, back, now, reason=reason)


def _stored(tx: Transaction, attendee_id: str) -> Attendee:
    found = attendees.as_stored(tx, attendee_id)
    assert found is not None  # a foreign key holds it
    return found


def _now(tx: Transaction, attendee_id: str) -> Attendee:
    return _stored(tx, merges.kept(tx, attendee_id))
