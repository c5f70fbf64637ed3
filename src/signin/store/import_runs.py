"""The log of imports: what each did to whom, and what has come to hang on it since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    type_coerce,
)

from signin.store.engine import Transaction, insert_many
from signin.store.import_tables import import_person as person_table
from signin.store.import_tables import import_run as run_table
from signin.store.tables import attendee as attendee_table
from signin.store.tables import certificate as certificate_table
from signin.store.tables import code as code_table
from signin.store.tables import merge as merge_table
from signin.store.tables import metadata, print_page, print_person
from signin.store.tables import record as record_table
from signin.store.tables import scan as scan_table

Fields = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRun:
    """One import: `id` is its record's, `file` the path as it was given, `taken_back_at` None while it stands.

    `sealed`: a digest of what it did stands in its record.
    """

    id: str
    event_id: str
    desk: str
    at: datetime
    file: str
    sheet: str
    people: int
    women: int
    added: int
    changed: int
    taken_back_at: datetime | None = None
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class Touched:
    """What an import did to one person: added them (`mark` sums up their facts then), or changed these fields."""

    attendee_id: str
    mark: int | None
    fields: Fields | None


_TAKEN_BACK = record_table.alias("taken_back")
_MADE = record_table.alias("made")
_RUNS = (
    select(
        run_table,
        _TAKEN_BACK.c.at.label("taken_back_at"),
        type_coerce(_MADE.c.fields, String).contains('"seal"').label("sealed"),
    )
    .join(_MADE, _MADE.c.id == run_table.c.id)
    .outerjoin(_TAKEN_BACK, _TAKEN_BACK.c.reference == run_table.c.id)
)
_BY_ID = _RUNS.where(run_table.c.id == bindparam("run"))
_OF_EVENT = _RUNS.where(run_table.c.event_id == bindparam("event")).order_by(
    run_table.c.at.desc(), run_table.c.id.desc()
)
_FILES = (
    select(run_table.c.file)
    .where(run_table.c.file != "")
    .group_by(run_table.c.file)
    .order_by(func.max(run_table.c.at).desc())
    .limit(bindparam("most"))
)
_PERSONS = select(person_table.c.attendee_id, person_table.c.mark, person_table.c.fields).where(
    person_table.c.run_id == bindparam("run")
)
_ADDED = select(person_table.c.attendee_id).where(
    person_table.c.run_id == bindparam("run"), person_table.c.mark.is_not(None)
)
_CHANGED = select(person_table.c.attendee_id).where(
    person_table.c.run_id == bindparam("run"), person_table.c.mark.is_(None)
)
_IN_ORDER = (scan_table, certificate_table, print_page)
_TOLD = select(record_table.c.fields).where(record_table.c.id == bindparam("run"))
_ADD = insert(run_table)
_DROP_CODES = delete(code_table).where(code_table.c.attendee_id.in_(_ADDED))
_DROP_PEOPLE = delete(attendee_table).where(attendee_table.c.id.in_(_ADDED))


def add(tx: Transaction, run: ImportRun, did: Iterable[Touched]) -> None:
    """Store a run with what it did to whom."""
    tx.execute(_ADD, {column.name: getattr(run, column.name) for column in run_table.columns})
    rows = [
        (run.id, one.attendee_id, one.mark, one.fields and json.dumps(one.fields, ensure_ascii=False))
        for one in did
    ]
    insert_many(tx, person_table, rows)


def get(tx: Transaction, run_id: str) -> ImportRun | None:
    """Give one run."""
    row = tx.execute(_BY_ID, {"run": run_id}).first()
    return None if row is None else ImportRun(**row._asdict())


def of_event(tx: Transaction, event_id: str) -> list[ImportRun]:
    """Give the imports of an event, the latest first."""
    return [ImportRun(**row._asdict()) for row in tx.execute(_OF_EVENT, {"event": event_id})]


def files(tx: Transaction, most: int) -> list[str]:
    """Give the files that were imported last, of any event, each once."""
    return [str(path) for path in tx.execute(_FILES, {"most": most}).scalars()]


def touched(tx: Transaction, run_id: str) -> list[Touched]:
    """Give what a run did to whom."""
    return [
        Touched(
            row.attendee_id, row.mark, row.fields and {name: (old, new) for name, (old, new) in row.fields.items()}
        )
        for row in tx.execute(_PERSONS, {"run": run_id})
    ]


def drop_added(tx: Transaction, run_id: str) -> None:
    """Take those out whom a run added, with their codes. The store refuses while anything else names them."""
    tx.execute(_DROP_CODES, {"run": run_id})
    tx.execute(_DROP_PEOPLE, {"run": run_id})


# What hangs on a run: of somebody changed only what came after, of somebody added whatever there is.


def hanging(tx: Transaction, run: ImportRun) -> dict[str, dict[str, int]]:
    """Give what names people of a run: by kind (scan, certificate, print, code, other), by person, how often."""
    found: dict[str, dict[str, int]] = {}
    made = tx.execute(_TOLD, {"run": run.id}).scalar_one()
    last = {_last(table): int(made[_last(table)][1]) if _last(table) in made else None for table in _IN_ORDER}
    for kind, statement in _HANGING:
        for person, count in tx.execute(statement, {"run": run.id, "at": run.at, **last}):
            of_kind = found.setdefault(kind, {})
            of_kind[str(person)] = of_kind.get(str(person), 0) + int(count)
    return found


def last_rows(tx: Transaction) -> dict[str, int]:
    """Give the last row of each table by which it is told what came after a run: clocks are set back."""
    return {
        _last(table): int(
            tx.execute(select(func.coalesce(func.max(_row_of(table)), 0)).select_from(table)).scalar_one()
        )
        for table in _IN_ORDER
    }


def _row_of(table: Table) -> ColumnElement[int]:
    return literal_column(f"{table.name}.rowid", Integer)


def _last(table: Table) -> str:
    return f"last_{table.name}"


def _since(person: Any, table: Table, at: Any) -> Select[Any]:  # noqa: ANN401 - columns of any table
    """Count rows by person: all of those added, and of those changed what came after the run.

    Runs of earlier versions do not tell which rows were there, so of theirs it is what is not from before by the
    clock on the wall.
    """
    after = func.coalesce(_row_of(table) > bindparam(_last(table)), at >= bindparam("at"))
    return (
        select(person, func.count())
        .join(
            person_table,
            and_(person_table.c.run_id == bindparam("run"), person_table.c.attendee_id == person),
        )
        .where(or_(person_table.c.mark.is_not(None), after))
        .group_by(person)
    )


def _printed() -> Select[Any]:
    """Count pages that came out."""
    out = _since(print_person.c.attendee_id, print_page, print_page.c.at)
    return out.where(
        print_page.c.run_id == print_person.c.run_id,
        print_page.c.page == print_person.c.page,
    )


def _ordered() -> Select[Any]:
    """Count the pages with somebody added that have not come out: they may yet."""
    out = exists().where(print_page.c.run_id == print_person.c.run_id, print_page.c.page == print_person.c.page)
    return (
        select(print_person.c.attendee_id, func.count())
        .where(print_person.c.attendee_id.in_(_ADDED), ~out)
        .group_by(print_person.c.attendee_id)
    )


def _gone() -> Select[Any]:
    """Count those changed who were merged into another since."""
    return (
        select(merge_table.c.attendee_id, func.count())
        .where(merge_table.c.attendee_id.in_(_CHANGED))
        .group_by(merge_table.c.attendee_id)
    )


def _more_codes() -> Select[Any]:
    """Count codes beside the one that an import gives."""
    return (
        select(code_table.c.attendee_id, func.count() - 1)
        .where(code_table.c.attendee_id.in_(_ADDED))
        .group_by(code_table.c.attendee_id)
        .having(func.count() > 1)
    )


_COUNTED = {"scan", "certificate", "print_person", "code", "presence"}
"""Tables counted above, or, as presence, made of those; whatever else names a person is "other"."""


def _others() -> Iterable[Select[Any]]:
    """Count what any other table says of those who were added, those of later versions too."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            names_people = any(key.column is attendee_table.c.id for key in column.foreign_keys)
            if names_people and table.name not in _COUNTED:
                yield select(column, func.count()).where(column.in_(_ADDED)).group_by(column)


_HANGING: tuple[tuple[str, Select[Any]], ...] = (
    ("scan", _since(scan_table.c.attendee_id, scan_table, scan_table.c.at)),
    ("certificate", _since(certificate_table.c.attendee_id, certificate_table, certificate_table.c.issued_at)),
    ("print", _printed()),
    ("order", _ordered()),
    ("other", _gone()),
    ("code", _more_codes()),
    *(("other", statement) for statement in _others()),
)
