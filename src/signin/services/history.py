"""What happened to a person, and at an event: every log in readable lines, with who it is about."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from operator import attrgetter

from signin.services import find
from signin.services.desk import Desk
from signin.services.history_lines import (
    KIND_OF_VERB,
    KINDS,
    EventLine,
    HistoryLine,
    Kind,
    Sayings,
    Told,
    import_line,
    paper_line,
    record_line,
    register_line,
)
from signin.store import Transaction, history_papers, history_scans, merges
from signin.store import history as rows
from signin.store.history import Wanted
from signin.words import say

__all__ = [
    "KINDS",
    "EventLine",
    "Filter",
    "HistoryLine",
    "HistoryPage",
    "Kind",
    "Known",
    "Place",
    "of_event",
    "of_person",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page ends: in each log the last row told."""

    record: tuple[str, str, int] | None = None
    scan: tuple[int, str] | None = None
    run: str | None = None
    given: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which lines are asked for. `text` is looked for in names, numbers, reasons, changes and what was scanned."""

    kinds: frozenset[Kind] = frozenset(Kind)
    text: str = ""
    desk: str = ""
    day: date | None = None


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some lines, the latest first, and from where the next page goes on; None at the end."""

    lines: tuple[EventLine, ...]
    following: Place | None


# Of an event


def of_event(
    desk: Desk, event_id: str, *, most: int, before: Place | None = None, only: Filter = EVERYTHING
) -> HistoryPage:
    """Give at most so many lines before a place, the latest first. Raises EventNotFound.

    A row of the record that was edited so that it is none any more is left out; `checking` names it.
    """
    with desk.store.read() as tx:
        said = Sayings(tx, find.event(tx, event_id))
        told = list(islice(_merged(tx, said, before or Place(), most, only), most))
    ends = {one.log: one.place for one in told}
    place = replace(before or Place(), **ends)  # type: ignore[arg-type]  # each log's own place
    lines = tuple(one.line for one in told if one.line is not None)
    return HistoryPage(lines, place if len(told) == most else None)


def everything(
    desk: Desk, event_id: str, only: Filter = EVERYTHING, *, most: int = 500
) -> Iterable[list[EventLine]]:
    """Give all lines page by page, the latest first, for writing them into a file."""
    place: Place | None = None
    while True:
        page = of_event(desk, event_id, most=most, before=place, only=only)
        yield list(page.lines)
        if (place := page.following) is None:
            return


def _merged(tx: Transaction, said: Sayings, before: Place, most: int, only: Filter) -> Iterable[Told]:
    wanted = _wanted(said.event.id, only)
    verbs = [verb for verb, kind in KIND_OF_VERB.items() if kind in only.kinds]
    what = only.kinds & {Kind.DOOR, Kind.REFUSED, Kind.TAKEN_BACK}
    logs: list[Iterable[Told]] = []
    if what:
        logs.append(map(said.scan, history_scans.scans(tx, wanted, what, before.scan, most)))
    if verbs:
        logs.append(_in_order(map(said.record, rows.records(tx, wanted, verbs, before.record, most))))
    if Kind.PAPER in only.kinds:
        logs.append(map(said.run, history_papers.runs(tx, wanted, before.run, most)))
    if Kind.CERTIFICATE in only.kinds:
        logs.append(map(said.given, history_papers.given(tx, wanted, before.given, most)))
    return heapq.merge(*logs, key=attrgetter("at"), reverse=True)


def _in_order(records: Iterable[Told]) -> Iterator[Told]:
    """Let a row that cannot be read pass with the one before it, so that those behind it keep their order."""
    last = datetime.max
    for one in records:
        last = last if one.line is None else one.at
        yield replace(one, at=last)


def _wanted(event_id: str, only: Filter) -> Wanted:
    since = None if only.day is None else datetime.combine(only.day, time())
    until = None if since is None else since + timedelta(days=1)
    return Wanted(event_id=event_id, text=only.text, desk=only.desk, since=since, until=until)


# Of a person


def of_person(desk: Desk, event_id: str, attendee_id: str) -> tuple[HistoryLine, ...]:
    """Give everything that is known of what happened to somebody, the earliest first. Raises EventNotFound.

    What happened to people who were merged into them is theirs.
    """
    with desk.store.read() as tx:
        said = Sayings(tx, find.event(tx, event_id))
        ones = merges.one_with(tx, attendee_id)
        lines = [line for one in ones for line in _of_one(tx, said, event_id, one)]
    return tuple(sorted(lines, key=attrgetter("at")))


def _of_one(tx: Transaction, said: Sayings, event_id: str, attendee_id: str) -> list[HistoryLine]:
    records = rows.records_of_person(tx, event_id, attendee_id)
    lines = [line for row in records if (line := record_line(row)) is not None]
    lines += map(import_line, history_papers.imports_of(tx, event_id, attendee_id))
    lines += _codes(tx, attendee_id, lines)
    lines += map(paper_line, history_papers.papers_of_person(tx, event_id, attendee_id))
    lines += (register_line(*one) for one in history_papers.given_to(tx, event_id, attendee_id))
    lines += map(said.scan_line, history_scans.scans_of_person(tx, event_id, attendee_id))
    return lines


def _codes(tx: Transaction, attendee_id: str, told: Collection[HistoryLine]) -> list[HistoryLine]:
    """Tell each code that was issued, but for those that a record tells of."""
    known = {line.at for line in told if line.kind is Kind.CODE}
    return [
        HistoryLine(at, "", say("Code issued"), "", Kind.CODE)
        for at in history_papers.codes_of(tx, attendee_id)
        if at not in known
    ]


# What can be asked for


@dataclass(frozen=True, slots=True)
class Known:
    """The desks and days of which there are lines, in order."""

    desks: tuple[str, ...]
    days: tuple[date, ...]


def known(desk: Desk, event_id: str) -> Known:
    """Give what an event's lines can be told by."""
    with desk.store.read() as tx:
        return Known(tuple(rows.desks(tx, event_id)), tuple(rows.days(tx, event_id)))
