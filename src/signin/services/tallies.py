"""Counting an event as it stands in the store, checking the store, and deriving presence again."""

from __future__ import annotations

from dataclasses import dataclass

from signin.domain import codes
from signin.domain.attendee import Attendee
from signin.domain.event import Event
from signin.domain.presence import Presence
from signin.domain.record import Verb
from signin.domain.tally import Tally, tally
from signin.services import import_seal, records
from signin.services.deriving import derived
from signin.services.desk import Desk
from signin.services.import_seal import Seal
from signin.store import Transaction, attendees, events, health, presences
from signin.store import records as record_store
from signin.words import Message, say


def tally_of(tx: Transaction, event: Event) -> Tally:
    """Count an event from its roster and the derived presence."""
    return tally(
        event,
        events.sessions_of(tx, event.id),
        attendees.everyone(tx, event.id),
        presences.of_event(tx, event.id),
    )


def rebuild(desk: Desk, event_id: str) -> bool:
    """Derive an event's presence from its scans again; whether anything was different."""
    with desk.store.write() as tx:
        if not _differs(tx, event_id):
            return False
        presences.replace_of_event(tx, event_id, derived(tx, event_id))
        return True


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked, and what was wrong with it, if anything."""

    name: str
    problems: tuple[Message, ...] = ()


def check(desk: Desk) -> tuple[Finding, ...]:
    """Check the whole store: the file, references, presence against the scans, codes, counts, the record."""
    with desk.store.read() as tx:
        every = events.everyone(tx)
        return (
            Finding("file", tuple(say("The database says: {text}", text=text) for text in health.damage(tx))),
            Finding(
                "references",
                tuple(
                    say("{table}, row {row}: refers to nothing.", **broken)
                    for broken in health.broken_references(tx)
                ),
            ),
            Finding(
                "presence",
                tuple(
                    say("“{event}”: who is present does not follow from the scans.", event=event.title)
                    for event in every
                    if _differs(tx, event.id)
                ),
            ),
            Finding(
                "codes",
                tuple(
                    say(
                        "{name} holds the code “{code}”, whose check characters are wrong.",
                        name=one.full_name,
                        code=code,
                    )
                    for event in every
                    for one, code in _bad_codes(tx, event.id)
                ),
            ),
            Finding(
                "scans",
                tuple(
                    say("Desk “{desk}”: scans missing from its count: {missing}.", **gap)
                    for gap in health.gaps(tx)
                ),
            ),
            Finding("records", _bad_records(tx)),
        )


def _bad_records(tx: Transaction) -> tuple[Message, ...]:
    bad = records.first_bad(tx)
    if bad is not None:
        return (say("Record “{record}” was edited by hand, or one before it was taken out.", record=bad),)
    runs = (record.id for _, record in record_store.in_order(tx) if record and record.verb is Verb.IMPORTED)
    edited = [run for run in runs if import_seal.state(tx, run) is Seal.BROKEN]
    return tuple(say("What was kept of import “{run}” was edited by hand.", run=run) for run in edited)


def _differs(tx: Transaction, event_id: str) -> bool:
    return _grouped(presences.of_event(tx, event_id)) != _grouped(derived(tx, event_id))


def _grouped(stays: list[Presence]) -> dict[tuple[str, str], list[Presence]]:
    groups: dict[tuple[str, str], list[Presence]] = {}
    for stay in stays:
        groups.setdefault((stay.session_key, stay.attendee_id), []).append(stay)
    return groups


def _bad_codes(tx: Transaction, event_id: str) -> list[tuple[Attendee, str]]:
    held = attendees.live_codes(tx, event_id)
    return [
        (one, held.get(one.id, ""))
        for one in attendees.everyone(tx, event_id)
        if not codes.is_whole(held.get(one.id, ""))
    ]
