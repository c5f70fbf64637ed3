"""The head of official papers: the country's two lines, the offices at the left, number and date at the right."""

from __future__ import annotations

from datetime import date

from signin.documents.placing import put
from signin.documents.wording import COUNTRY, MOTTO, offices, place_and_date, said
from signin.domain.event import Event
from signin.typeset import Document, Style, mm, paragraph
from signin.words import mark

_OFFICES = 96.0
_LEAST_DOWN = 14.0
_TO_FILL_IN = "............/........."


def draw_letterhead(
    document: Document, event: Event, when: date, *, left: float, top: float, across: float
) -> float:
    """Draw it from `top` on and give where it ends; all in millimetres.

    A number that the letterhead does not give is left to be filled in by hand.
    """
    centre = Style(size=13, align="centre")
    put(
        document,
        said(event, COUNTRY),
        (left, top, across, 7.5),
        Style(size=13, bold=True, align="centre"),
        least=8,
    )
    put(document, said(event, MOTTO), (left, top + 7, across, 7.5), centre, least=8)
    middle = (left + across / 2) * mm
    document.line(middle - 24 * mm, (top + 15.5) * mm, middle + 24 * mm, (top + 15.5) * mm, width=0.6)
    top += 18.5
    right = left + _OFFICES + 4
    number = said(event, mark("No. {number}"), number=event.letterhead.number or _TO_FILL_IN)
    beside = Style(size=11.5, align="right")
    put(document, number, (right, top, left + across - right, 6.5), beside, least=6)
    where = place_and_date(event, event.letterhead.place, when)
    put(document, where, (right, top + 6.5, left + across - right, 6.5), beside, least=6)
    return max(top + _LEAST_DOWN, _draw_offices(document, event, left, top))


def _draw_offices(document: Document, event: Event, left: float, top: float) -> float:
    y = top * mm
    for office in offices(event):
        y = paragraph(office, _OFFICES * mm, Style(size=11.5)).draw(document, left * mm, y)
    return y / mm
