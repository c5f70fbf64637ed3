"""Bars that lie: as long as many are expected, filled as far as they arrived, with the numbers behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.organiser.statistics.fills import EXPECTED, MEN, UNKNOWN, WOMEN, fill
from signin.domain.breakdown import Figures
from signin.domain.tally import Count
from signin.services.statistics import Row
from signin.words import say

MOST = 40
"""So many bars are drawn; the table beside has all of them."""
_LABELS = 0.3
"""Share of the width that the names take at most."""
_ANY = 1 << 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its figures, and the numbers in words."""

    name: str
    figures: Figures
    told: str


def bars_of(rows: Sequence[Row], voice: Voice) -> list[Bar]:
    """Give the bars of some rows; those that are too many are one bar together."""
    shown, rest = (rows, ()) if len(rows) <= MOST else (rows[: MOST - 1], rows[MOST - 1 :])
    bars = [_bar(voice.text(row.label), row.figures, voice) for row in shown]
    if rest:
        name = voice.text(say("{count} others", count=len(rest)))
        bars.append(_bar(name, _together([row.figures for row in rest]), voice))
    return bars


def _bar(name: str, one: Figures, voice: Voice) -> Bar:
    count = one.count
    told = say(
        "{arrived} of {expected} · women {women} of {women_expected}",
        arrived=count.arrived,
        expected=count.expected,
        women=count.women,
        women_expected=count.women_expected,
    )
    return Bar(name, one, voice.text(told))


def _together(parts: Sequence[Figures]) -> Figures:
    counts = [one.count for one in parts]
    return Figures(
        count=Count(
            expected=sum(one.expected for one in counts),
            arrived=sum(one.arrived for one in counts),
            women_expected=sum(one.women_expected for one in counts),
            women=sum(one.women for one in counts),
        ),
        unknown_expected=sum(one.unknown_expected for one in parts),
        unknown=sum(one.unknown for one in parts),
    )


def _row_height(look: Look) -> int:
    return drawing.hand(look.font(TYPE.small)).row() + look.px(SPACE.hair)


def bars_height(look: Look, count: int) -> int:
    """Give the height of so many bars."""
    return count * _row_height(look)


def draw_bars(painter: QPainter, box: QRectF, look: Look, bars: Sequence[Bar]) -> None:
    """Draw the bars in a box, one under another."""
    font, gap = look.font(TYPE.small), look.px(SPACE.medium)
    width_of = [drawing.lay(bar.name, font, _ANY, most=1).width for bar in bars]
    names = min(max(width_of, default=0), box.width() * _LABELS)
    numbers = max((drawing.lay(bar.told, font, _ANY, most=1).width for bar in bars), default=0)
    room = max(1.0, box.width() - names - numbers - 2 * gap)
    most = max((max(bar.figures.count.expected, bar.figures.count.arrived) for bar in bars), default=0) or 1
    height, middle = _row_height(look), Qt.AlignmentFlag.AlignVCenter
    for nth, bar in enumerate(bars):
        top = box.top() + nth * height
        painter.setPen(look.colour("text"))
        name = QRectF(box.left(), top, names, height)
        drawing.lay(bar.name, font, names, most=1).draw(painter, name, middle | Qt.AlignmentFlag.AlignRight)
        left = box.left() + names + gap
        _draw_bar(painter, QRectF(left, top + height * 0.18, room, height * 0.64), look, bar.figures, room / most)
        painter.setPen(look.colour("text"))
        told = QRectF(left + room + gap, top, numbers, height)
        drawing.lay(bar.told, font, _ANY, most=1).draw(painter, told, middle)


def _draw_bar(painter: QPainter, box: QRectF, look: Look, one: Figures, unit: float) -> None:
    count, left = one.count, box.left()
    fill(painter, QRectF(left, box.top(), count.expected * unit, box.height()), look, EXPECTED)
    for kind, number in ((WOMEN, count.women), (MEN, one.men), (UNKNOWN, one.unknown)):
        fill(painter, QRectF(left, box.top(), number * unit, box.height()), look, kind)
        left += number * unit
