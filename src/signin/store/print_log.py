"""The print log as rows that are only ever added: runs, whose papers were in them, and each page that came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, literal_column, select

from signin.domain.print_run import Paper, Place, PrintRun
from signin.domain.record import Verb
from signin.store import merges
from signin.store.engine import Transaction, insert_many
from signin.store.tables import code as code_table
from signin.store.tables import print_page, print_person, print_run
from signin.store.tables import record as record_table

_FIELDS = tuple(column.name for column in print_run.columns)
_ADD = insert(print_run)
_ADD_PAGE = insert(print_page)
_RUNS = select(print_run).where(print_run.c.event_id == bindparam("event")).order_by(print_run.c.id.desc())
_ONE = select(print_run).where(print_run.c.id == bindparam("run"))
_PAGES = (
    select(print_page.c.run_id, print_page.c.page)
    .join(print_run, print_run.c.id == print_page.c.run_id)
    .where(print_run.c.event_id == bindparam("event"))
)
_PAGES_OF_RUN = select(print_page.c.page).where(print_page.c.run_id == bindparam("run"))
_PLACES = (
    select(print_person.c.attendee_id, print_person.c.page, print_person.c.copy)
    .where(print_person.c.run_id == bindparam("run"))
    .order_by(print_person.c.nth)
)
_SAID = (
    select(record_table.c.verb)
    .where(
        record_table.c.subject_id == print_run.c.id,
        record_table.c.verb.in_([Verb.NOT_OUT.value, Verb.OUT_AFTER_ALL.value]),
    )
    .order_by(literal_column("record.rowid").desc())  # by the rows' own order, for clocks are set back
    .limit(1)
    .correlate(print_run)
    .scalar_subquery()
)
DENIED = select(print_run.c.id).where(print_run.c.event_id == bindparam("event"), _SAID.in_([Verb.NOT_OUT.value]))
"""The ids of the runs of an event of which it was last said that they did not come out."""
_CAME_OUT = (
    select(print_person.c.attendee_id, func.max(print_page.c.at))
    .join(print_run, print_run.c.id == print_person.c.run_id)
    .join(print_page, (print_page.c.run_id == print_person.c.run_id) & (print_page.c.page == print_person.c.page))
    .where(
        print_run.c.event_id == bindparam("event"),
        print_run.c.paper == bindparam("paper"),
        print_run.c.id.not_in(DENIED),
    )
    .group_by(print_person.c.attendee_id)
)
_BADGES_OUT = _CAME_OUT.join(code_table, code_table.c.attendee_id == print_person.c.attendee_id).where(
    code_table.c.replaced_at.is_(None), print_run.c.at >= code_table.c.issued_at
)


def add(tx: Transaction, run: PrintRun, places: Sequence[Place]) -> None:
    """Store a run of which nothing came out yet, and whose papers are on its pages."""
    values = {field: getattr(run, field) for field in _FIELDS}
    tx.execute(_ADD, values | {"paper": run.paper.value})
    rows = [(run.id, nth, place.attendee_id, place.page, place.copy) for nth, place in enumerate(places)]
    insert_many(tx, print_person, rows)


def add_pages(tx: Transaction, run_id: str, pages: Collection[int], at: datetime) -> None:
    """Store that pages came out; those that are there already stay as they are."""
    there = set(tx.execute(_PAGES_OF_RUN, {"run": run_id}).scalars())
    if fresh := [{"run_id": run_id, "page": page, "at": at} for page in pages if page not in there]:
        tx.execute(_ADD_PAGE, fresh)


def of_event(tx: Transaction, event_id: str) -> list[PrintRun]:
    """Give the runs of an event, the latest first."""
    out: defaultdict[str, set[int]] = defaultdict(set)
    for run_id, page in tx.execute(_PAGES, {"event": event_id}):
        out[run_id].add(page)
    denied = set(tx.execute(DENIED, {"event": event_id}).scalars())
    return [_run(row, out[row.id], denied) for row in tx.execute(_RUNS, {"event": event_id})]


def get(tx: Transaction, run_id: str) -> PrintRun | None:
    """Give one run."""
    row = tx.execute(_ONE, {"run": run_id}).first()
    if row is None:
        return None
    denied = set(tx.execute(DENIED, {"event": row.event_id}).scalars())
    return _run(row, tx.execute(_PAGES_OF_RUN, {"run": run_id}).scalars(), denied)


def places(tx: Transaction, run_id: str) -> list[Place]:
    """Give whose papers are on a run's pages, in their order."""
    return [Place(row.attendee_id, row.page, row.copy) for row in tx.execute(_PLACES, {"run": run_id})]


def came_out(tx: Transaction, event_id: str, paper: Paper) -> dict[str, datetime]:
    """Give whose paper came out, and when last, by attendee id; a badge only if its code still opens the door."""
    statement = _BADGES_OUT if paper is Paper.BADGES else _CAME_OUT
    found = tx.execute(statement, {"event": event_id, "paper": paper.value})
    merged = merges.merged(tx, event_id)
    out: dict[str, datetime] = {}
    for person, at in found:
        one = merged.now(person)
        out[one] = max(at, out.get(one, at))
    return out


def _run(row: Any, out: Iterable[int], denied: set[str]) -> PrintRun:  # noqa: ANN401 - a row of print_run
    facts = {field: getattr(row, field) for field in _FIELDS}
    return PrintRun(
        **facts | {"paper": Paper(facts["paper"]), "out": frozenset(out), "denied": facts["id"] in denied}
    )
