"""People on the roster, and the codes they hold, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update

from signin.domain.attendee import Attendee, Category, Origin, Sex, SexSource, State
from signin.lao.collate import sort_key
from signin.lao.normalize import fold
from signin.store import merges
from signin.store.engine import Transaction, insert_many
from signin.store.prepared import Prepared
from signin.store.tables import attendee as attendee_table
from signin.store.tables import code as code_table

_FIELDS = tuple(Attendee.__slots__)
_COLUMNS = tuple(attendee_table.c[field] for field in _FIELDS)
PEOPLE = select(*_COLUMNS)
"""People as rows; `as_attendee` takes them."""
ON_ROSTER = attendee_table.c.state != State.MERGED.value
"""Whoever was merged into another is on no roster, but is kept: scans and papers name them."""
_EVERYBODY = PEOPLE.where(attendee_table.c.event_id == bindparam("event")).order_by(attendee_table.c.number)
_ALL = Prepared(_EVERYBODY.where(ON_ROSTER))
_GONE = Prepared(_EVERYBODY.where(~ON_ROSTER))
_BY_ID = Prepared(PEOPLE.where(attendee_table.c.id == bindparam("id")))
_BY_NUMBER = PEOPLE.where(
    attendee_table.c.event_id == bindparam("event"), attendee_table.c.number == bindparam("number")
)
_BY_CODE = Prepared(
    select(code_table.c.replaced_at, *_COLUMNS).where(
        code_table.c.code == bindparam("code"), code_table.c.attendee_id == attendee_table.c.id
    )
)
_SUBSTITUTES = Prepared(
    _EVERYBODY.where(
        or_(attendee_table.c.replaces.is_not(None), attendee_table.c.stands_for.is_not(None)), ON_ROSTER
    )
)
_SUBSTITUTE = PEOPLE.where(attendee_table.c.replaces == bindparam("id"))
_BY_FOLD = PEOPLE.where(
    attendee_table.c.event_id == bindparam("event"), attendee_table.c.fold == bindparam("fold")
).order_by(attendee_table.c.number)
_OF_ORGANISATION = PEOPLE.where(
    attendee_table.c.event_id == bindparam("event"),
    attendee_table.c.organisation == bindparam("organisation"),
    ON_ROSTER,
).order_by(attendee_table.c.number)
_HIGHEST = select(func.coalesce(func.max(attendee_table.c.number), 0)).where(
    attendee_table.c.event_id == bindparam("event")
)
_EXPECTED = (
    select(attendee_table.c.event_id, func.count())
    .where(attendee_table.c.state == State.EXPECTED.value)
    .group_by(attendee_table.c.event_id)
)
_UPDATE = update(attendee_table).where(attendee_table.c.id == bindparam("key"))
_LET_GO = (
    update(attendee_table)
    .where(attendee_table.c.replaces == bindparam("place"), ~ON_ROSTER)
    .values(replaces=None, stands_for=None)
)
_RENUMBER = _UPDATE.values(number=bindparam("new_number"))
_LIVE_CODES = Prepared(
    select(code_table.c.attendee_id, code_table.c.code)
    .join(attendee_table, attendee_table.c.id == code_table.c.attendee_id)
    .where(attendee_table.c.event_id == bindparam("event"), code_table.c.replaced_at.is_(None), ON_ROSTER)
)
_LIVE_CODE = select(code_table.c.code).where(
    code_table.c.attendee_id == bindparam("id"), code_table.c.replaced_at.is_(None)
)
_CODES = (
    select(code_table.c.code, code_table.c.issued_at, code_table.c.replaced_at)
    .where(code_table.c.attendee_id.in_(bindparam("ids", expanding=True)))
    .order_by(code_table.c.replaced_at.is_(None), code_table.c.replaced_at)
)
_RETIRE = (
    update(code_table)
    .where(code_table.c.attendee_id.in_(bindparam("ids", expanding=True)), code_table.c.replaced_at.is_(None))
    .values(replaced_at=bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Issued:
    """A code, when it was given, and when another took its place (None while it opens the door)."""

    code: str
    at: datetime
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose code it is, and whether it is the live one."""

    attendee: Attendee
    live: bool


def add_many(tx: Transaction, people: Sequence[Attendee]) -> None:
    """Store people, quickly. Raises ValueTaken when a number or id is there already."""
    insert_many(tx, attendee_table, [_row(person) for person in people])


def everyone(tx: Transaction, event_id: str) -> list[Attendee]:
    """Give everybody on an event's roster, in roster order, whatever their state."""
    return [as_attendee(row) for row in _ALL.run(tx, event=event_id)]


def merged_away(tx: Transaction, event_id: str) -> list[Attendee]:
    """Give everybody of an event who was merged into another, as they were known then."""
    return [as_attendee(row) for row in _GONE.run(tx, event=event_id)]


def as_stored(tx: Transaction, attendee_id: str) -> Attendee | None:
    """Give the row of one person, also of somebody who was merged into another."""
    row = _BY_ID.first(tx, id=attendee_id)
    return None if row is None else as_attendee(row)


def get(tx: Transaction, attendee_id: str) -> Attendee | None:
    """Give one person; of somebody who was merged into another, the one who stayed."""
    found = as_stored(tx, attendee_id)
    return None if found is None else _kept(tx, found)


def on_roster(tx: Transaction, attendee_id: str) -> Attendee | None:
    """Give one person, None when that id is on no roster any more."""
    found = as_stored(tx, attendee_id)
    return None if found is None or found.state is State.MERGED else found


def by_number(tx: Transaction, event_id: str, number: int) -> Attendee | None:
    """Give the person with this number on the roster; a number of somebody merged leads to the one who stayed."""
    found = _first(tx, _BY_NUMBER, event=event_id, number=number)
    return None if found is None else _kept(tx, found)


def with_same_name(tx: Transaction, event_id: str, name: str) -> list[Attendee]:
    """Give everybody of an event whose name, or one they were merged from, folds to the same as `name`."""
    rows = tx.execute(_BY_FOLD, {"event": event_id, "fold": fold(name)})
    found = [_kept(tx, as_attendee(row)) for row in rows]
    return list({person.id: person for person in found}.values())


def _kept(tx: Transaction, person: Attendee) -> Attendee:
    """Give who somebody is now."""
    if person.state is not State.MERGED:
        return person
    kept = as_stored(tx, merges.kept(tx, person.id))
    assert kept is not None  # a foreign key holds it
    return kept


def of_organisation(tx: Transaction, event_id: str, organisation: str) -> list[Attendee]:
    """Give everybody of an event who is from one organisation, in roster order."""
    values = {"event": event_id, "organisation": organisation}
    return [as_attendee(row) for row in tx.execute(_OF_ORGANISATION, values)]


def substitutes(tx: Transaction, event_id: str) -> list[Attendee]:
    """Give everybody of an event who took somebody's place or names a number for it, in roster order."""
    return [as_attendee(row) for row in _SUBSTITUTES.run(tx, event=event_id)]


def substitute_of(tx: Transaction, attendee_id: str) -> Attendee | None:
    """Give who took this person's place, somebody else."""
    ones = merges.one_with(tx, attendee_id)
    found = (_first(tx, _SUBSTITUTE, id=one) for one in reversed(ones))
    others = (_kept(tx, one) for one in found if one is not None and one.id not in ones)
    return next(others, None)


def by_code(tx: Transaction, code: str) -> Holder | None:
    """Give who holds or held a code, in any event of the store; each badge of people who were merged counts."""
    row = _BY_CODE.first(tx, code=code)
    return None if row is None else Holder(_kept(tx, as_attendee(row[1:])), live=row[0] is None)


def highest_number(tx: Transaction, event_id: str) -> int:
    """Give the highest number on the roster, 0 when it is empty."""
    return int(tx.execute(_HIGHEST, {"event": event_id}).scalar_one())


def expected_counts(tx: Transaction) -> dict[str, int]:
    """Give how many people are expected, by event; an event without anybody is left out."""
    return {str(event_id): int(count) for event_id, count in tx.execute(_EXPECTED)}


def change(tx: Transaction, person: Attendee) -> None:
    """Store a person's new facts. Raises ValueTaken when the number is another's."""
    tx.execute(_UPDATE, {"key": person.id, **dict(zip(_ROW_NAMES, _row(person), strict=True))})


def let_go(tx: Transaction, attendee_id: str) -> None:
    """Let whoever was merged into another stand for this person no more."""
    tx.execute(_LET_GO, {"place": attendee_id})


def change_many(tx: Transaction, people: Sequence[Attendee]) -> None:
    """Store new facts of many; numbers may be swapped among them, so they step aside first."""
    if people:
        aside = [{"key": person.id, "new_number": -nth} for nth, person in enumerate(people, start=1)]
        tx.execute(_RENUMBER, aside)
    for person in people:
        change(tx, person)


def live_codes(tx: Transaction, event_id: str) -> dict[str, str]:
    """Give the live code of everybody on an event's roster, by attendee id."""
    return dict(_LIVE_CODES.run(tx, event=event_id))


def live_code(tx: Transaction, attendee_id: str) -> str:
    """Give the live code of one person."""
    return str(tx.execute(_LIVE_CODE, {"id": attendee_id}).scalar_one())


def codes_of(tx: Transaction, attendee_id: str) -> list[Issued]:
    """Give every code that one person was given, the earliest first and the live one last."""
    return [Issued(*row) for row in tx.execute(_CODES, {"ids": merges.one_with(tx, attendee_id)})]


def issue_codes(tx: Transaction, codes: Mapping[str, str], at: datetime) -> None:
    """Store new codes, by attendee id. Raises ValueTaken when somebody holds a live one already."""
    # The dialect's own text form of a time, as the typed insert would write it.
    issued = at.isoformat(" ", timespec="microseconds")
    insert_many(tx, code_table, [(code, person, issued, None) for person, code in codes.items()])


def retire_code(tx: Transaction, attendee_id: str, at: datetime) -> None:
    """Mark a person's live code, and those of people merged into them, as replaced: they answer Replaced."""
    tx.execute(_RETIRE, {"ids": merges.one_with(tx, attendee_id), "at": at})


def _first(tx: Transaction, statement: Any, **values: object) -> Attendee | None:  # noqa: ANN401 - any select
    row = tx.execute(statement, values).first()
    return None if row is None else as_attendee(row)


_ROW_NAMES = tuple(column.name for column in attendee_table.columns)


def _row(person: Attendee) -> tuple[Any, ...]:
    """Give a person as a row in the table's own order; keys for order and search are made here, and only here."""
    return (
        person.id,
        person.event_id,
        person.number,
        person.prefix,
        person.name,
        person.sex.value,
        None if person.sex_source is None else person.sex_source.value,
        person.position,
        person.organisation,
        person.province,
        person.phone,
        person.email,
        person.category.value,
        person.note,
        person.attention,
        person.state.value,
        person.origin.value,
        person.replaces,
        person.stands_for,
        sort_key(person.name),
        fold(person.name),
    )


# A look into a table of values is five times quicker than asking the enumeration.
_SEX = {one.value: one for one in Sex}
_SEX_SOURCE: dict[str | None, SexSource | None] = {None: None} | {one.value: one for one in SexSource}
_CATEGORY = {one.value: one for one in Category}
_STATE = {one.value: one for one in State}
_ORIGIN = {one.value: one for one in Origin}


def as_attendee(row: Sequence[Any]) -> Attendee:
    """Give the person in a row of `PEOPLE`."""
    facts = dict(zip(_FIELDS, row, strict=True))
    facts["sex"] = _SEX[facts["sex"]]
    facts["sex_source"] = _SEX_SOURCE[facts["sex_source"]]
    facts["category"] = _CATEGORY[facts["category"]]
    facts["state"] = _STATE[facts["state"]]
    facts["origin"] = _ORIGIN[facts["origin"]]
    return Attendee(**facts)
