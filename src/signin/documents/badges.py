"""Badges: eight on a sheet of A4, to be cut apart, or one on each label; the name is the badge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from math import ceil
from pathlib import Path

from signin.documents.categories import COLOURS, WORDS
from signin.documents.placing import put
from signin.documents.whose import about
from signin.documents.wording import Tell, days, language_tag, said, unheard
from signin.domain.attendee import Attendee, Category
from signin.domain.event import Event
from signin.typeset import A4, WHITE, Document, DocumentFailure, Style, mm, width
from signin.words import mark

ACROSS, DOWN = 2, 4
A_SHEET = ACROSS * DOWN
WIDTH, HEIGHT = 99.0, 68.0
"""Of a badge, in millimetres: 6 mm stay free at the sides and 12.5 above and below, more than printers need."""
LEFT, TOP = (210 - ACROSS * WIDTH) / 2, (297 - DOWN * HEIGHT) / 2
QR_SIDE = 26.0
"""Millimetres, with the quiet zone of 4 modules: 29 modules of 0.9 mm."""

LEAST = 0.5
"""Of a badge's size: modules of 0.45 mm are the least that every scanner at the desk reads."""

_INK, _QUIET, _CUT = "#17202c", "#566170", "#c3c8cf"
_MANY = mark("Badges")
_EDGE = 6.0
_CODE_GROUP = 6


@dataclass(frozen=True, slots=True)
class BadgeEntry:
    """Somebody and the code that the badge's QR holds."""

    attendee: Attendee
    code: str


class LabelTooSmall(DocumentFailure):
    """A badge of this size would carry a code that no scanner reads."""

    text = mark(
        "A label of {width} × {height} mm is too small for a badge: at least {least_width} × {least_height} mm."
    )


def write_badges(
    path: Path,
    event: Event,
    entries: Sequence[BadgeEntry],
    *,
    made_at: datetime,
    page: tuple[float, float] | None = None,
    tell: Tell = unheard,
) -> int:
    """Print the badges in the order given; give the number of pages, 1 with a notice if there are none.

    With a `page` in millimetres each badge fills a page of its own, as label printers want it; without, eight
    go on a sheet of A4, the first at the top left. Raises DocumentFailure: LabelTooSmall, DoesNotFit for a text
    that is too long even in the least letters, MissingGlyph (both name the person), NotWritten.
    """
    if page is not None:
        _refuse_too_small(page)
    size = A4 if page is None or not entries else (page[0] * mm, page[1] * mm)
    title = f"{said(event, _MANY)} – {event.title}"
    tag = language_tag(event)
    with Document(path, title=title, made_at=made_at, author=event.organiser, language=tag, page=size) as document:
        if not entries:
            document.new_page()
            notice = said(event, mark("Nobody is on the list yet."))
            put(document, notice, (30, 120, 150, 30), Style(size=16, align="centre"), least=8)
        elif page is None:
            _draw_sheets(document, event, entries, tell)
        else:
            _draw_labels(document, event, entries, page, tell)
        return document.page_number


def _refuse_too_small(page: tuple[float, float]) -> None:
    if _factor(page) < LEAST:
        raise LabelTooSmall(
            width=f"{page[0]:g}",
            height=f"{page[1]:g}",
            least_width=ceil(WIDTH * LEAST),
            least_height=ceil(HEIGHT * LEAST),
        )


def _draw_sheets(document: Document, event: Event, entries: Sequence[BadgeEntry], tell: Tell) -> None:
    for start in range(0, len(entries), A_SHEET):
        tell(start, len(entries))
        document.new_page()
        document.art("cuts", partial(_draw_cuts, document))
        for entry, (left, top) in zip(entries[start : start + A_SHEET], _places(), strict=False):
            _draw_badge(document, event, entry, left, top)


def _draw_labels(
    document: Document, event: Event, entries: Sequence[BadgeEntry], page: tuple[float, float], tell: Tell
) -> None:
    """Draw each badge as large as its label, in the middle of it."""
    factor = _factor(page)
    left, top = (page[0] - factor * WIDTH) / 2, (page[1] - factor * HEIGHT) / 2
    for nth, entry in enumerate(entries):
        tell(nth, len(entries))
        document.new_page()
        with document.scaled(left * mm, top * mm, factor):
            _draw_background(document, event, entry.attendee.category)  # not as art: a page cuts off its arts
            _draw_on_it(document, entry, 0, 0)


def _factor(page: tuple[float, float]) -> float:
    return min(page[0] / WIDTH, page[1] / HEIGHT)


def _places() -> Iterator[tuple[float, float]]:
    """Give the top left corners of a sheet's badges in millimetres, row by row."""
    for row in range(DOWN):
        for column in range(ACROSS):
            yield LEFT + column * WIDTH, TOP + row * HEIGHT


def _draw_cuts(document: Document) -> None:
    """Draw where to cut, from edge to edge, so that a rule can be laid along."""
    for column in range(ACROSS + 1):
        x = (LEFT + column * WIDTH) * mm
        document.line(x, 0, x, A4[1], width=0.3, colour=_CUT, dash=(1.5, 2.5))
    for row in range(DOWN + 1):
        y = (TOP + row * HEIGHT) * mm
        document.line(0, y, A4[0], y, width=0.3, colour=_CUT, dash=(1.5, 2.5))


def _draw_badge(document: Document, event: Event, entry: BadgeEntry, left: float, top: float) -> None:
    who = entry.attendee
    background = partial(_draw_background, document, event, who.category)
    document.art(f"badge-{who.category.value}", background, left * mm, top * mm)
    _draw_on_it(document, entry, left, top)


def _draw_on_it(document: Document, entry: BadgeEntry, left: float, top: float) -> None:
    _draw_code(document, entry.code, left + WIDTH - QR_SIDE - 2.4, top + 37.6)
    with about(entry.attendee):
        _draw_person(document, entry.attendee, left, top)


def _draw_code(document: Document, code: str, left: float, top: float) -> None:
    """Draw the QR, and below it the code for those who type; before any text, for its quiet zone is painted."""
    document.qr(left * mm, top * mm, QR_SIDE * mm, code)
    middle, baseline = (left + QR_SIDE / 2) * mm, (top + QR_SIDE + 1.6) * mm
    document.text(middle, baseline, _grouped(code), size=5.3, align="centre", colour=_QUIET, family="screen")


def _draw_background(document: Document, event: Event, category: Category) -> None:
    """Draw what all badges of a category share: the event on the colour, and the category's word."""
    colour = COLOURS[category]
    document.rectangle(3 * mm, 3 * mm, (WIDTH - 6) * mm, 17.3 * mm, fill=colour, radius=1.6 * mm)
    inside = WIDTH - 2 * _EDGE
    put(document, event.title, (_EDGE, 3.8, inside, 10.9), Style(size=12, bold=True, colour=WHITE), least=4)
    where = (
        said(event, mark("{date} · {venue}"), date=days(event), venue=event.venue) if event.venue else days(event)
    )
    put(document, where, (_EDGE, 14.6, inside, 5.2), Style(size=8, colour=WHITE), least=4)
    word = said(event, WORDS[category])
    across = width(word, 9.5, bold=True) + 7 * mm
    document.rectangle(_EDGE * mm, 58.4 * mm, across, 7 * mm, fill=colour, radius=3.5 * mm)
    document.text(_EDGE * mm + across / 2, 63.1 * mm, word, size=9.5, bold=True, align="centre", colour=WHITE)


def _draw_person(document: Document, who: Attendee, left: float, top: float) -> None:
    x, inside, beside = left + _EDGE, WIDTH - 2 * _EDGE, WIDTH - QR_SIDE - 3 - _EDGE
    put(document, who.prefix, (x, top + 20.4, inside, 5.6), Style(size=10, colour=_QUIET), least=5)
    name = Style(size=26, bold=True, colour=_INK, breaks="spaces")
    put(document, who.name, (x, top + 25.4, inside, 14), name, least=5)
    put(
        document, who.position, (x, top + 38.6, beside, 8), Style(size=11.5, colour=_INK), least=5, anchor="bottom"
    )
    place = who.organisation or who.province
    put(
        document,
        place,
        (x, top + 46.6, beside, 11),
        Style(size=9.5, colour=_QUIET),
        least=5,
        anchor="top",
        wrap=True,
    )
    number = str(who.number)
    document.text((x + beside - 1) * mm, (top + 64.2) * mm, number, size=17, bold=True, align="right", colour=_INK)


def _grouped(code: str) -> str:
    """Write a code for typing, in groups; the desk ignores the spaces."""
    return " ".join(code[start : start + _CODE_GROUP] for start in range(0, len(code), _CODE_GROUP))
