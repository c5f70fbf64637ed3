"""Lists: the sign-in sheet, everybody expected, who came to a session with times of arrival, or to the event."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from heapq import nlargest
from pathlib import Path
from typing import Literal

from signin.documents.letterhead import draw_letterhead
from signin.documents.placing import balanced, put
from signin.documents.whose import among
from signin.documents.wording import Tell, days_and_venue, language_tag, room_line, said, session_line, unheard
from signin.domain.attendee import Attendee, Sex
from signin.domain.event import Event, Session
from signin.domain.tally import Count
from signin.lao.numbers import format_time
from signin.typeset import A4, Column, Document, LaidTable, Style, Table, draw_table, fit, mm, width
from signin.typeset.breaking import longest_word
from signin.typeset.table import LaidRow
from signin.words import mark

Kind = Literal["sign-in", "expected", "session", "event"]
_TITLES: dict[Kind, str] = {
    "sign-in": mark("Sign-in sheet"),
    "expected": mark("List of those expected"),
    "session": mark("List of participants"),
    "event": mark("List of participants"),
}
_OF_EXPECTED = ("sign-in", "expected")
"""Lists of those who are to come; the others are of those who came."""

_LEFT, _ACROSS = 15.0, 184.0
"""Of the text, in millimetres: wider at the left, where papers are bound."""
_TOP, _BOTTOM = 13.0, 297 - 17.0
_CLOSING = 44.0
"""Millimetres for the total and the signature below the table; they stay on the page of the last row."""
_SIGNING_ROW = 10.0
_SPARE_ROWS = 5
"""Empty rows on a sign-in sheet, for people who come unannounced."""
_TICK = "×"
_DOTS = ".........."
_HEAD_FILL = "#e8edf4"
_CELL = Style(size=10, breaks="spaces")
_PADDING = 3.5
_SLACK = 0.1
_MEASURED = 200
_TOLD = 50
"""After so many rows it is told again how far the work is."""
_FEMALE = 8.5
_NAME_COLUMN = 1
_LEAST = 5.0
_NUMBER, _NAME, _PHONE = (9.0, 18.0), (38.0, 46.0), (16.0, 27.0)
"""Least and greatest widths of columns in millimetres."""
_SHARED: dict[Kind, tuple[float, float, float]] = {"sign-in": (27, 34, 0), "session": (27, 20, 15)}
_USUAL = (29.0, 26.0, 0.0)
"""Widths of position, signature and time of arrival in millimetres; who signs by hand needs more room."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """Somebody on the list; `arrived_at` is printed in a session's list only."""

    attendee: Attendee
    arrived_at: datetime | None = None


def write_participants(
    path: Path,
    event: Event,
    rows: Sequence[ListRow],
    *,
    session: Session | None,
    kind: Kind,
    total: Count,
    made_at: datetime,
    tell: Tell = unheard,
) -> int:
    """Print the rows in the order given; give the number of pages.

    A sign-in sheet has room to sign in, and a few empty rows. It and the list of those expected tell the
    expected of `total`; the others tell the arrived. Raises DocumentFailure: RowTooTall, DoesNotFit, MissingGlyph
    (these name the person whose text it is), NotWritten.
    """
    paper = _Paper(event, session, kind, total)
    title, tag = f"{paper.title} – {event.title}", language_tag(event)
    with (
        _without_collection(),
        Document(path, title=title, made_at=made_at, author=event.organiser, language=tag, page=A4) as document,
    ):
        document.new_page()
        top = _draw_top(document, paper)
        bottom = _draw_rows(document, paper, rows, top, tell) if rows else _draw_nobody(document, paper, top)
        _draw_closing(document, paper, bottom)
        return document.page_number


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause Python's search for cycles: laid rows hold none, and it halves the speed of a list of 10,000."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is to be printed, beside the rows."""

    event: Event
    session: Session | None
    kind: Kind
    total: Count

    @property
    def title(self) -> str:
        return self.say(_TITLES[self.kind])

    @property
    def day(self) -> date:
        """The day the paper speaks of, which is also its date."""
        if self.session:
            return self.session.starts_at.date()
        return self.event.starts_on if self.kind in _OF_EXPECTED else self.event.ends_on

    def say(self, text: str, **values: object) -> str:
        return said(self.event, text, **values)


def _draw_top(document: Document, paper: _Paper) -> float:
    """Draw letterhead, title, event, session, days and venue; give where they end, in millimetres."""
    event, session = paper.event, paper.session
    top = draw_letterhead(document, event, paper.day, left=_LEFT, top=_TOP, across=_ACROSS) + 3
    put(document, paper.title, (_LEFT, top, _ACROSS, 11), Style(size=17, bold=True, align="centre"), least=10)
    y = (top + 11.5) * mm
    centre = Style(size=12, align="centre")
    lines = [(event.title, replace(centre, size=12.5, bold=True))]
    if session:
        lines += [(session_line(event, session), centre), (room_line(event, session), centre)]
    else:
        lines.append((days_and_venue(event), centre))
    for text, style in lines:
        y = balanced(text, _ACROSS * mm, style).draw(document, _LEFT * mm, y)
    return y / mm + 3


def _draw_nobody(document: Document, paper: _Paper, top: float) -> float:
    notice = mark("Nobody is on the list yet.") if paper.kind in _OF_EXPECTED else mark("Nobody attended.")
    put(document, paper.say(notice), (_LEFT, top + 12, _ACROSS, 16), Style(size=16, align="centre"), least=8)
    _draw_page_number(document, paper, 1, 1)
    return top + 40


def _draw_rows(document: Document, paper: _Paper, rows: Sequence[ListRow], top: float, tell: Tell) -> float:
    """Draw the table over as many pages as it needs; give where it ends, in millimetres.

    Setting the rows is told as the first half of the work, drawing them as the second.
    """
    half = len(rows)

    def furniture(page: int, pages: int) -> None:
        tell(half + half * (page - 1) // pages, 2 * half)
        _draw_page_number(document, paper, page, pages)

    with among([row.attendee for row in rows]):
        laid = _table(paper, rows).lay(
            _cells(paper, rows, tell),
            first=(_BOTTOM - top) * mm,
            rest=(_BOTTOM - _TOP) * mm,
            after=_CLOSING * mm,
        )
        bottom = draw_table(
            document,
            _with_whole_names(laid, [row.attendee.full_name for row in rows]),
            _LEFT * mm,
            first_top=top * mm,
            rest_top=_TOP * mm,
            furniture=furniture,
        )
    return bottom / mm


def _table(paper: _Paper, rows: Sequence[ListRow]) -> Table:
    """Share out the width: names and telephones get what they need, within reason; offices the rest."""
    say, timed = paper.say, paper.kind == "session"
    number = _needed((str(row.attendee.number) for row in rows), *_NUMBER)
    name = _needed((row.attendee.full_name for row in rows), *_NAME)
    phone = _needed((row.attendee.phone for row in rows), *_PHONE)
    position, signature, clock = _SHARED.get(paper.kind, _USUAL)
    office = (_ACROSS - _FEMALE - position - signature - clock) * mm - number - name - phone
    columns = [
        Column(number, say("No."), align="centre"),
        Column(name, say("Name and surname"), breaks="spaces"),
        Column(_FEMALE * mm, say("F"), align="centre"),
        Column(position * mm, say("Position")),
        Column(office, say("Organisation")),
        Column(phone, say("Phone"), align="centre", breaks="spaces"),
        *([Column(clock * mm, say("Time of arrival"), align="centre")] if timed else []),
        Column(signature * mm, say("Signature")),
    ]
    return Table(
        columns=tuple(columns),
        style=_CELL,
        head_style=Style(size=9.5, bold=True, align="centre", breaks="spaces"),
        padding=_PADDING,
        least_height=(_SIGNING_ROW if paper.kind == "sign-in" else 0) * mm,
        head_fill=_HEAD_FILL,
    )


def _with_whole_names(laid: LaidTable, names: Sequence[str]) -> LaidTable:
    """Set those names in smaller letters of which a part would have to be broken; the rows stay as high."""
    room = laid.table.columns[_NAME_COLUMN].width - 2 * _PADDING
    waiting = iter(names)
    pages = tuple(tuple(_with_whole_name(row, next(waiting, ""), room) for row in page) for page in laid.pages)
    return replace(laid, pages=pages)


def _with_whole_name(row: LaidRow, name: str, room: float) -> LaidRow:
    cell = row.cells[_NAME_COLUMN]
    if cell is None or len(cell.lines) == 1 or longest_word(name, cell.style) <= room:
        return row
    cells = list(row.cells)
    cells[_NAME_COLUMN] = fit(name, room, cell.height, cell.style, least=_LEAST)
    return replace(row, cells=tuple(cells))


def _needed(texts: Iterable[str], least: float, most: float) -> float:
    """Give the width in points that holds each text on one line, between two widths in millimetres.

    Only the texts with the most letters are measured: measuring all would cost as much as setting them.
    """
    longest = max(width(text, _CELL.size) for text in nlargest(_MEASURED, texts, key=len))
    return min(max(longest + 2 * _PADDING + _SLACK, least * mm), most * mm)


def _cells(paper: _Paper, rows: Sequence[ListRow], tell: Tell) -> Iterator[tuple[str, ...]]:
    for nth, row in enumerate(rows):
        if nth % _TOLD == 0:
            tell(nth, 2 * len(rows))
        yield _row(paper, row)
    if paper.kind == "sign-in":
        yield from [("",) * 7] * _SPARE_ROWS


def _row(paper: _Paper, row: ListRow) -> tuple[str, ...]:
    who = row.attendee
    arrived = format_time(row.arrived_at.time()) if row.arrived_at else ""
    return (
        str(who.number),
        who.full_name,
        _TICK if who.sex is Sex.FEMALE else "",
        who.position,
        who.organisation or who.province,
        who.phone,
        *([arrived] if paper.kind == "session" else []),
        "",
    )


def _draw_page_number(document: Document, paper: _Paper, page: int, pages: int) -> None:
    text = paper.say("Page {page}/{pages}", page=page, pages=pages)
    document.text(A4[0] / 2, (297 - 9) * mm, text, size=10, align="centre")


def _draw_closing(document: Document, paper: _Paper, bottom: float) -> None:
    """Draw the total, women among them, and the place to sign."""
    total, signing = paper.total, paper.kind == "sign-in"
    of_expected = paper.kind in _OF_EXPECTED
    people = (total.expected, total.women_expected) if of_expected else (total.arrived, total.women)
    text = mark("In all {total}, of whom {women} women")
    bold = Style(size=12, bold=True)
    put(
        document, paper.say(text, total=people[0], women=people[1]), (_LEFT, bottom + 3, _ACROSS, 7), bold, least=8
    )
    if signing:
        text = mark("Present: {total}, of whom {women} women")
        counted = paper.say(text, total=_DOTS, women=_DOTS)
        put(document, counted, (_LEFT, bottom + 10.5, _ACROSS, 7), Style(size=12), least=8)
    left, across = _LEFT + _ACROSS - 70, 70.0
    responsible = paper.say("Responsible for the list")
    put(document, responsible, (left, bottom + 10.5, across, 7), Style(size=12, align="centre"), least=8)
    y = (bottom + _CLOSING - 4) * mm
    document.line((left + 8) * mm, y, (left + across - 8) * mm, y, width=0.5, dash=(0.8, 2))
