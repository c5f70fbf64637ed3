"""A roster file meets the roster: who is new, who is changed, who is the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from signin.domain import codes, ids
from signin.domain.attendee import Attendee, Category, Sex, SexSource
from signin.exchange.roster import Notice, Reading, RosterLine
from signin.exchange.roster_file import write_roster
from signin.services.desk import Desk
from signin.services.failures import Conflict
from signin.services.find import HIGHEST_NUMBER
from signin.services.follow_numbers import follow_numbers
from signin.services.importing import note_run
from signin.services.merged_lines import meet
from signin.store import Transaction, attendees, presences
from signin.store.import_runs import ImportRun
from signin.words import Language, mark, say


class PlanChanged(Conflict):
    """An import would do something else than what was seen."""

    text = mark("The roster was changed at another desk or page since. Look at what would happen now.")


TEXTS = ("prefix", "name", "position", "organisation", "province", "phone", "email", "note", "attention")
_NEW = (*TEXTS, "sex", "sex_source", "category")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one person that a file would change."""

    number: int
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import does: seen before it happens.

    `people` are all people of the file in its order, as they will be; `added` and `changed` are those of them
    that are written, `before` the changed ones as they are now; `missing` are on the roster and not in the file,
    and stay as they are.
    """

    people: tuple[Attendee, ...]
    added: tuple[Attendee, ...]
    changed: tuple[Attendee, ...]
    before: tuple[Attendee, ...]
    changes: tuple[Change, ...]
    missing: tuple[Attendee, ...]
    notices: tuple[Notice, ...]

    @property
    def unchanged(self) -> int:
        """How many people of the file are on the roster just so."""
        return len(self.people) - len(self.added) - len(self.changed)

    @property
    def digest(self) -> str:
        """Sum up what the plan writes and tells; ids and numbers of new people are given anew each time."""
        new = [[getattr(person, field) for field in _NEW] for person in self.added]
        told = [new, [astuple(one) for one in self.changes], [(one.row, one.kind) for one in self.notices]]
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, the live codes by attendee id, and the run by which it is taken back."""

    plan: Plan
    codes: dict[str, str]
    run: ImportRun

    @property
    def run_id(self) -> str:
        """By what id the import is taken back."""
        return self.run.id


Watch = Callable[[int, int], None]
"""Told how far an import is, of how much; what it raises leaves nothing of the import."""
_TAKEN = mark("Row {row}: number {number} is another's; {name} gets {given}.")
_NO_NUMBER = mark("Row {row}: {number} cannot be a number on the roster; {name} gets {given}.")
_AT_ONCE = 1000
"""So many people are stored before whoever watches is told."""


def plan_import(tx: Transaction, desk: Desk, event_id: str, reading: Reading, now: datetime) -> Plan:
    """Lay a file beside the roster; nothing is written."""
    there = attendees.everyone(tx, event_id)
    met = meet(tx, event_id, reading.people, there)
    matched = {person.id for person in met.people if person is not None}
    taken = {one.number for one in there if one.id not in matched} | met.numbers
    numbers, notices = _numbers(met.lines, met.people, taken)
    people, added, changed, before, changes = [], [], [], [], []
    for line, old, number in zip(met.lines, met.people, numbers, strict=True):
        if old is None:
            person = _new(desk, event_id, line, number, now)
            added.append(person)
        else:
            person = merged(old, line, number)
            if person != old:
                changed.append(person)
                before.append(old)
                changes += _changes(old, person)
        people.append(person)
    return Plan(
        people=tuple(people),
        added=tuple(added),
        changed=tuple(changed),
        before=tuple(before),
        changes=tuple(changes),
        missing=tuple(one for one in there if one.id not in matched),
        notices=(*reading.notices, *met.notices, *notices),
    )


def preview(desk: Desk, event_id: str, reading: Reading, now: datetime) -> Plan:
    """Say what an import would do; nothing is written."""
    with desk.store.read() as tx:
        return plan_import(tx, desk, event_id, reading, now)


def unwatched(_done: int, _of: int) -> None:
    """Watch nothing."""


def import_roster(
    desk: Desk,
    event_id: str,
    reading: Reading,
    now: datetime,
    *,
    seen: str | None = None,
    watch: Watch = unwatched,
) -> Imported:
    """Import a file that was read: one transaction, all or nothing. Whoever is new gets a code.

    `seen` is the digest of the plan that was shown. Raises PlanChanged when it would be another now.
    """
    with desk.store.write() as tx:
        return import_into(tx, desk, event_id, reading, now, seen=seen, watch=watch)


def import_into(
    tx: Transaction,
    desk: Desk,
    event_id: str,
    reading: Reading,
    now: datetime,
    *,
    seen: str | None = None,
    watch: Watch = unwatched,
) -> Imported:
    """Import a file that was read beside what else a transaction does. Raises PlanChanged."""
    of = len(reading.people)
    watch(0, of)
    plan = plan_import(tx, desk, event_id, reading, now)
    if seen not in (None, plan.digest):
        raise PlanChanged
    watch(plan.unchanged, of)
    attendees.change_many(tx, plan.changed)
    for first in range(0, len(plan.added), _AT_ONCE):
        watch(plan.unchanged + len(plan.changed) + first, of)
        attendees.add_many(tx, plan.added[first : first + _AT_ONCE])
    moved = {int(one.old): int(one.new) for one in plan.changes if one.field == "number"}
    follow_numbers(desk, tx, event_id, moved, now)
    held = attendees.live_codes(tx, event_id)
    fresh = {person.id: codes.new(desk.random) for person in plan.added}
    attendees.issue_codes(tx, fresh, now)
    run = note_run(desk, tx, event_id, reading, plan, now)
    watch(of, of)
    return Imported(plan, held | fresh, run)


def export_roster(desk: Desk, event_id: str, path: Path, language: Language) -> int:
    """Write everybody of the roster to a file, with codes and first arrivals; give how many they are."""
    desk.refuse_to_replace(path)
    with desk.store.read() as tx:
        everybody = attendees.everyone(tx, event_id)
        held = attendees.live_codes(tx, event_id)
        stays = presences.of_event(tx, event_id)
    arrived: dict[str, datetime] = {}
    for stay in stays:
        arrived[stay.attendee_id] = min(stay.arrived_at, arrived.get(stay.attendee_id, stay.arrived_at))
    write_roster(path, everybody, codes=held, arrived=arrived, language=language)
    return len(everybody)


def merged(old: Attendee, line: RosterLine, number: int) -> Attendee:
    """Give a person as the file has them; an empty cell never wipes what is known.

    A proposed sex or category never replaces one that was stated or chosen.
    """
    told = {field: getattr(line, field) for field in TEXTS if getattr(line, field)}
    person = replace(old, number=number, **told)
    if line.sex is not Sex.UNKNOWN and not (
        line.sex_source is SexSource.PROPOSED and old.sex_source is SexSource.STATED
    ):
        person = replace(person, sex=line.sex, sex_source=line.sex_source)
    return person if line.category is None else replace(person, category=line.category)


def _new(desk: Desk, event_id: str, line: RosterLine, number: int, now: datetime) -> Attendee:
    return Attendee(
        id=ids.new(now, desk.random),
        event_id=event_id,
        number=number,
        sex=line.sex,
        sex_source=line.sex_source,
        category=line.category or Category.PARTICIPANT,
        **{field: getattr(line, field) for field in TEXTS},
    )


def _changes(old: Attendee, new: Attendee) -> list[Change]:
    fields = ("number", *TEXTS, "sex", "sex_source", "category")
    return [
        Change(new.number, field, str(getattr(old, field) or ""), str(getattr(new, field) or ""))
        for field in fields
        if getattr(old, field) != getattr(new, field)
    ]


def _numbers(
    lines: Sequence[RosterLine], matches: Sequence[Attendee | None], taken: set[int]
) -> tuple[list[int], list[Notice]]:
    """Give everybody of the file a number: the file's where it is free, then their own, then the next free.

    `taken` are the numbers of those who are not in the file.
    """
    given: list[int | None] = [_claimed(line.number, taken) for line in lines]
    for nth, old in enumerate(matches):
        if given[nth] is None and old is not None:
            given[nth] = _claimed(old.number, taken)
    following, notices, numbers = max(taken, default=0), [], []
    for line, number in zip(lines, given, strict=True):
        if number is None:
            following += 1
        numbers.append(following if number is None else number)
        if line.number is not None and line.number != numbers[-1]:
            why = _TAKEN if 1 <= line.number <= HIGHEST_NUMBER else _NO_NUMBER
            text = say(why, row=line.row, number=line.number, name=line.name, given=numbers[-1])
            notices.append(Notice(row=line.row, kind="number-taken", message=text))
    return numbers, notices


def _claimed(number: int | None, taken: set[int]) -> int | None:
    """Take a number if it is free."""
    if number is None or not 1 <= number <= HIGHEST_NUMBER or number in taken:
        return None
    taken.add(number)
    return number
