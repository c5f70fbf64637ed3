"""Imports that were made: kept with what each did to whom, and taken back while nothing hangs on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING
from zlib import crc32

from signin.domain.attendee import Attendee, Sex
from signin.exchange.roster import Reading
from signin.services import records
from signin.services.corrections import value_of
from signin.services.desk import Desk
from signin.services.failures import Conflict, NotFound
from signin.services.follow_numbers import follow_numbers
from signin.services.import_seal import SEAL, Seal, seal_of, state
from signin.store import Transaction, attendees, events, import_runs
from signin.store import records as record_store
from signin.store.import_runs import ImportRun, Touched
from signin.words import Message, mark, say

if TYPE_CHECKING:
    from signin.services.rosters import Plan

RECENT = 8
"""So many files that were imported before are offered again."""
_NAMED = 3
_TEXTS = attrgetter(
    *("prefix", "name", "sex", "position", "organisation", "province", "phone", "email"),
    *("category", "note", "attention", "state", "origin"),
)


class ImportNotFound(NotFound):
    """No import has this id."""

    text = mark("There is no import “{run}”. `signin roster imports` shows them.")


class NothingImported(NotFound):
    """Nothing was imported into this event that still stands."""

    text = mark("There is no import to take back in this event.")


class ImportTakenBack(Conflict):
    """The import was taken back already."""

    text = mark("This import was taken back already.")


class ImportEdited(Conflict):
    """What was kept of the import is not what it did."""

    text = mark(
        "What was kept of this import was edited by hand, so it cannot be taken back. Put single people right on "
        "the roster instead, keep a copy of this store, and ask who had it."
    )


class ImportInUse(Conflict):
    """Something hangs on the people of an import: the message names some of them, and what."""

    text = mark("This import cannot be taken back: {what}. Put single people right on the roster instead.")


@dataclass(frozen=True, slots=True)
class Hanging:
    """A person of an import and what keeps it from being taken back.

    `kind` is scan, certificate, print, order, code, edit, number, session or other; `count` how often, where it
    counts.
    """

    person: Attendee
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was undone: how many people were removed with their codes, how many are as they were before."""

    run: ImportRun
    removed: int
    restored: int


def note_run(desk: Desk, tx: Transaction, event_id: str, reading: Reading, plan: Plan, now: datetime) -> ImportRun:
    """Record an import, and keep what it did to whom under a seal, inside its transaction."""
    run = ImportRun(
        id="",
        event_id=event_id,
        desk=desk.name,
        at=now,
        file=reading.file,
        sheet=reading.sheet,
        people=len(plan.people),
        women=sum(person.sex is Sex.FEMALE for person in plan.people),
        added=len(plan.added),
        changed=len(plan.changed),
    )
    did = [Touched(person.id, _mark(person), None) for person in plan.added]
    both = zip(plan.before, plan.changed, strict=True)
    did += [Touched(old.id, None, records.difference(old, new)) for old, new in both]
    counts = {name: len(getattr(plan, name)) for name in ("people", "added", "changed", "missing")}
    told: dict[str, int | str] = {**counts, **import_runs.last_rows(tx), SEAL: seal_of(run, did)}
    record = records.note_import(desk, tx, event_id, told, reading.sheet, now)
    run = replace(run, id=record.id)
    import_runs.add(tx, run, did)
    return run


def _mark(person: Attendee) -> int:
    """Sum up all that is known of a person, so that any change shows; 10,000 are summed up at once."""
    told = (
        str(person.number),
        *_TEXTS(person),
        person.sex_source or "",
        person.replaces or "",
        str(person.stands_for),
    )
    return crc32("\x1f".join(told).encode())


def imports(desk: Desk, event_id: str) -> list[ImportRun]:
    """Give the imports of an event, the latest first, those that were taken back among them."""
    with desk.store.read() as tx:
        return import_runs.of_event(tx, event_id)


def recent_files(desk: Desk) -> list[str]:
    """Give the paths of files that were imported before, into any event, the last first."""
    with desk.store.read() as tx:
        return import_runs.files(tx, RECENT)


def last_standing(desk: Desk, event_id: str) -> ImportRun:
    """Give the last import of an event that was not taken back. Raises NothingImported."""
    run = next((run for run in imports(desk, event_id) if run.taken_back_at is None), None)
    if run is None:
        raise NothingImported
    return run


def hanging_on(desk: Desk, run_id: str) -> list[Hanging]:
    """Give who and what keeps an import from being taken back, in the order of the roster; nothing lets it be.

    Raises ImportNotFound, ImportTakenBack, ImportEdited.
    """
    with desk.store.read() as tx:
        return _Look.at(tx, run_id).hanging()


def take_back(desk: Desk, run_id: str, now: datetime) -> TakenBack:
    """Take an import back whole, in one transaction: recorded, and it can be made again.

    Raises ImportNotFound, ImportTakenBack, ImportEdited, ImportInUse.
    """
    with desk.store.write() as tx:
        look = _Look.at(tx, run_id)
        if hanging := look.hanging():
            raise ImportInUse(what=told(hanging))
        restored = look.restored()
        import_runs.drop_added(tx, run_id)
        attendees.change_many(tx, restored)
        moved = {look.people[one.id].number: one.number for one in restored}
        follow_numbers(desk, tx, look.run.event_id, moved, now)
        record = record_store.get(tx, run_id)
        assert record is not None
        counts = {"people": look.run.people, "added": look.run.added, "changed": look.run.changed}
        records.note_import_back(desk, tx, look.run.event_id, counts, record, now)
        return TakenBack(look.run, look.run.added, len(restored))


@dataclass(frozen=True, slots=True)
class _Look:
    """A run beside the roster as it is now."""

    tx: Transaction
    run: ImportRun
    people: Mapping[str, Attendee]
    added: tuple[Touched, ...]
    changed: tuple[Touched, ...]

    @classmethod
    def at(cls, tx: Transaction, run_id: str) -> _Look:
        run = import_runs.get(tx, run_id)
        if run is None:
            raise ImportNotFound(run=run_id)
        if run.taken_back_at is not None:
            raise ImportTakenBack
        if state(tx, run_id) is Seal.BROKEN:
            raise ImportEdited
        did = import_runs.touched(tx, run_id)
        everybody = [*attendees.everyone(tx, run.event_id), *attendees.merged_away(tx, run.event_id)]
        people = {person.id: person for person in everybody}
        added = tuple(one for one in did if one.fields is None)
        return cls(tx, run, people, added, tuple(one for one in did if one.fields is not None))

    def hanging(self) -> list[Hanging]:
        found = [*self._edited(), *self._numbers(), *self._in_sessions()]
        for kind, counts in import_runs.hanging(self.tx, self.run).items():
            found += [Hanging(self.people[person], kind, count) for person, count in counts.items()]
        return sorted(found, key=lambda one: (one.person.number, one.kind))

    def restored(self) -> list[Attendee]:
        """Give those whom the run changed as they were before."""
        return [_as_before(self.people[one.attendee_id], one) for one in self.changed]

    def _edited(self) -> list[Hanging]:
        edited = [
            self.people[one.attendee_id] for one in self.changed if _differs(self.people[one.attendee_id], one)
        ]
        edited += [person for one in self.added if one.mark != _mark(person := self.people[one.attendee_id])]
        return [Hanging(person, "edit", 1) for person in edited]

    def _numbers(self) -> list[Hanging]:
        """Tell of those whose former number somebody has who came later."""
        ours = {one.attendee_id for one in (*self.added, *self.changed)}
        taken = {person.number for person in self.people.values() if person.id not in ours}
        return [Hanging(self.people[one.id], "number", 1) for one in self.restored() if one.number in taken]

    def _in_sessions(self) -> list[Hanging]:
        """Tell of those added whom a session expects by their number."""
        expected: set[int] = set().union(*(one.people for one in events.sessions_of(self.tx, self.run.event_id)))
        added = [self.people[one.attendee_id] for one in self.added]
        return [Hanging(person, "session", 1) for person in added if person.number in expected]


def _differs(person: Attendee, did: Touched) -> bool:
    """Whether a field that was changed has been changed again."""
    return any(records.text_of(person, field) != new for field, (_, new) in (did.fields or {}).items())


def _as_before(person: Attendee, did: Touched) -> Attendee:
    old = {field: value_of(field, before) for field, (before, _) in (did.fields or {}).items()}
    return replace(person, **old)


# In words

_KINDS: Mapping[str, str] = {
    "scan": mark("scans: {count}"),
    "certificate": mark("a certificate with a register number"),
    "print": mark("Printed pages: {count}"),
    "order": mark("Pages on their way to a printer: {count}"),
    "code": mark("a new badge code"),
    "edit": mark("changed again since"),
    "number": mark("the former number is another's now"),
    "session": mark("a session names the number"),
    "other": mark("joined with or replaced by somebody"),
}


def what_hangs(one: Hanging) -> Message:
    """Say what hangs on somebody."""
    return say(_KINDS[one.kind], count=one.count)


def sentence(one: Hanging) -> Message:
    """Say who it is and what hangs on them."""
    person = one.person
    return say("{name} (No. {number}): {what}", name=person.full_name, number=person.number, what=what_hangs(one))


def told(hanging: Sequence[Hanging]) -> Message:
    """Say the first few, and how many more there are."""
    message = sentence(hanging[0])
    for one in hanging[1:_NAMED]:
        message = say("{one}; {other}", one=message, other=sentence(one))
    more = len(hanging) - _NAMED
    return say("{first}; and {count} more", first=message, count=more) if more > 0 else message
