"""The papers among what happened at an event: print runs, register numbers; a person's badges, codes, imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, func, or_, select

from signin.domain.print_run import Paper
from signin.domain.record import Fields
from signin.store import print_log
from signin.store.engine import Transaction
from signin.store.history import (
    AFTER_ALL,
    ANY,
    PERSON,
    WHO,
    Wanted,
    Who,
    as_who,
    at_desk,
    at_time,
    like,
    like_as_typed,
    values_of,
)
from signin.store.import_tables import import_person, import_run
from signin.store.tables import attendee as attendee_table
from signin.store.tables import certificate as certificate_table
from signin.store.tables import code as code_table
from signin.store.tables import print_page, print_person, print_run
from signin.store.tables import record as record_table


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A run of the print log, and how many of its pages came out."""

    place: str
    at: datetime
    desk: str
    account: str
    paper: Paper
    session_key: str | None
    target: str
    to_file: bool
    again: bool
    people: int
    pages: int
    out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """Register numbers that were given at one moment: how many, the first and last, to whom if to one."""

    place: datetime
    count: int
    first: str
    last: str
    who: Who | None


_OUT = select(func.count()).where(print_page.c.run_id == print_run.c.id).scalar_subquery()
_RUNS = (
    select(
        *(print_run.c[name] for name in ("id", "at", "desk", "who", "paper", "session_key", "target")),
        *(print_run.c[name] for name in ("to_file", "again", "people", "first", "last")),
        _OUT,
    )
    .where(
        print_run.c.event_id == bindparam("event"),
        print_run.c.id < bindparam("id"),
        at_time(print_run.c.at),
        at_desk(print_run.c.desk),
        or_(
            ANY,
            like_as_typed(print_run.c.target),
            exists().where(
                print_person.c.run_id == print_run.c.id,
                attendee_table.c.id == print_person.c.attendee_id,
                PERSON,
            ),
        ),
    )
    .order_by(print_run.c.id.desc())
    .limit(bindparam("most"))
)
_CAME_OUT = (
    select(
        *(print_page.c.at, print_run.c.desk, print_run.c.paper, print_run.c.to_file, print_person.c.copy),
        print_run.c.id.in_(print_log.DENIED),
    )
    .join(print_run, print_run.c.id == print_person.c.run_id)
    .join(print_page, (print_page.c.run_id == print_person.c.run_id) & (print_page.c.page == print_person.c.page))
    .where(print_person.c.attendee_id == bindparam("person"), print_run.c.event_id == bindparam("event"))
    .order_by(print_page.c.at, print_run.c.id)
)


def runs(tx: Transaction, wanted: Wanted, before: str | None, most: int) -> list[RunRow]:
    """Give the runs of the print log before a place, the latest first."""
    return [
        RunRow(
            place=row[0],
            at=row[1],
            desk=row[2],
            account=row[3],
            paper=Paper(row[4]),
            session_key=row[5],
            target=row[6],
            to_file=row[7],
            again=row[8],
            people=row[9],
            pages=row[11] - row[10] + 1,
            out=row[12],
        )
        for row in tx.execute(_RUNS, values_of(wanted, most) | {"id": before or AFTER_ALL})
    ]


@dataclass(frozen=True, slots=True)
class CameOut:
    """A person's own paper that came out; `denied` if somebody said that it did not."""

    at: datetime
    desk: str
    paper: Paper
    to_file: bool
    copy: bool
    denied: bool


def papers_of_person(tx: Transaction, event_id: str, attendee_id: str) -> list[CameOut]:
    """Give when each of somebody's papers came out, the earliest first."""
    rows = tx.execute(_CAME_OUT, {"event": event_id, "person": attendee_id})
    return [
        CameOut(at, desk, Paper(paper), to_file, copy, denied) for at, desk, paper, to_file, copy, denied in rows
    ]


# Register numbers and codes

_GIVEN = (
    select(
        certificate_table.c.issued_at,
        func.count(),
        func.min(certificate_table.c.number),
        func.max(certificate_table.c.number),
    )
    .join(attendee_table, attendee_table.c.id == certificate_table.c.attendee_id)
    .where(
        certificate_table.c.event_id == bindparam("event"),
        certificate_table.c.issued_at < bindparam("before"),
        at_time(certificate_table.c.issued_at),
        or_(ANY, PERSON, like(certificate_table.c.register)),
    )
    .group_by(certificate_table.c.issued_at)
    .order_by(certificate_table.c.issued_at.desc())
    .limit(bindparam("most"))
)
_REGISTER = (
    select(certificate_table.c.register, *WHO)
    .join(attendee_table, attendee_table.c.id == certificate_table.c.attendee_id)
    .where(certificate_table.c.event_id == bindparam("event"), certificate_table.c.number == bindparam("number"))
)
_GIVEN_TO = select(certificate_table.c.issued_at, certificate_table.c.register).where(
    certificate_table.c.event_id == bindparam("event"), certificate_table.c.attendee_id == bindparam("person")
)
_CODES = (
    select(code_table.c.issued_at)
    .where(code_table.c.attendee_id == bindparam("person"))
    .order_by(code_table.c.issued_at)
)


_BACK = record_table.alias("taken_back")
_IMPORTS = (
    select(
        import_run.c.sheet, import_person.c.fields, import_run.c.at, import_run.c.desk, _BACK.c.at, _BACK.c.desk
    )
    .join(import_run, import_run.c.id == import_person.c.run_id)
    .outerjoin(_BACK, _BACK.c.reference == import_run.c.id)
    .where(import_person.c.attendee_id == bindparam("person"), import_run.c.event_id == bindparam("event"))
    .order_by(import_run.c.at)
)


@dataclass(frozen=True, slots=True)
class ImportedAs:
    """What an import did to somebody: changed these fields, or, where there are none, added them.

    `back`: it is the taking back that did it.
    """

    at: datetime
    desk: str
    sheet: str
    fields: Fields | None
    back: bool = False


def imports_of(tx: Transaction, event_id: str, attendee_id: str) -> list[ImportedAs]:
    """Give what each import did to somebody, the earliest first; behind one that was taken back, what that did."""
    found = []
    rows = tx.execute(_IMPORTS, {"event": event_id, "person": attendee_id})
    for sheet, fields, at, desk, back_at, back_desk in rows:
        did = fields and {name: (old, new) for name, (old, new) in fields.items()}
        found.append(ImportedAs(at, desk, sheet, did))
        if back_at is not None:
            undid = did and {name: (new, old) for name, (old, new) in did.items()}
            found.append(ImportedAs(back_at, back_desk, sheet, undid, back=True))
    return found


def given(tx: Transaction, wanted: Wanted, before: datetime | None, most: int) -> list[GivenRow]:
    """Give when register numbers were given before a moment, the latest first; they are given at no desk."""
    if wanted.desk:
        return []
    rows = tx.execute(_GIVEN, values_of(wanted, most) | {"before": before or datetime.max})
    return [_given(tx, wanted.event_id, *row) for row in rows.all()]


def _given(tx: Transaction, event_id: str, at: datetime, count: int, lowest: int, highest: int) -> GivenRow:
    first, last = (tx.execute(_REGISTER, {"event": event_id, "number": one}).one() for one in (lowest, highest))
    who = as_who(first[1:]) if count == 1 else None
    return GivenRow(place=at, count=count, first=first[0], last=last[0], who=who)


def given_to(tx: Transaction, event_id: str, attendee_id: str) -> list[tuple[datetime, str]]:
    """Give when somebody got a register number, and which."""
    rows = tx.execute(_GIVEN_TO, {"event": event_id, "person": attendee_id})
    return [(at, register) for at, register in rows]


def codes_of(tx: Transaction, attendee_id: str) -> list[datetime]:
    """Give when each of somebody's codes was issued, the earliest first."""
    return list(tx.execute(_CODES, {"person": attendee_id}).scalars())
