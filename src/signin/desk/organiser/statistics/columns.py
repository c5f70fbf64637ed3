"""Columns that stand: one a span of time, as high as many arrived, women at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.organiser.statistics.fills import MEN, UNKNOWN, WOMEN, fill
from signin.domain.breakdown import Span
from signin.lao.numbers import format_time

_ANY = 1 << 20
_LINES = 4
_SHARE = 0.78
"""Share of a column's place that it fills, but not more pixels than `_WIDEST`."""
_WIDEST = 72
_STEPS = (1, 2, 5)
_DAY = 24 * 60


def draw_columns(painter: QPainter, box: QRectF, look: Look, spans: Sequence[Span], minutes: int) -> None:
    """Draw the columns in a box, with lines to read their height by, their numbers, and the time below."""
    font = look.font(TYPE.small)
    hand, gap = drawing.hand(font), look.px(SPACE.small)
    step = _step(max(span.arrived for span in spans))
    top = step * ceil(max(span.arrived for span in spans) / step)
    numbers = drawing.lay(str(top), font, _ANY, most=1).width + gap
    field = box.adjusted(numbers, hand.row(), 0, -hand.row())
    unit = field.height() / top
    for value in range(0, top + 1, step):
        y = field.bottom() - value * unit
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(look.colour("quiet"))
        place = QRectF(box.left(), y - hand.row() / 2, numbers - gap, hand.row())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        drawing.lay(str(value), font, _ANY, most=1).draw(painter, place, right)
    width = field.width() / len(spans)
    for nth, span in enumerate(spans):
        wide = min(width * _SHARE, look.px(_WIDEST))
        left = field.left() + (nth + 0.5) * width - wide / 2
        _draw_column(painter, QRectF(left, field.top(), wide, field.height()), look, span, unit)
    _draw_numbers(painter, field, look, spans, unit)
    _draw_times(painter, field, look, spans, minutes)


def _draw_column(painter: QPainter, place: QRectF, look: Look, span: Span, unit: float) -> None:
    bottom = place.bottom()
    men = span.arrived - span.women - span.unknown
    for kind, number in ((WOMEN, span.women), (MEN, men), (UNKNOWN, span.unknown)):
        fill(painter, QRectF(place.left(), bottom - number * unit, place.width(), number * unit), look, kind)
        bottom -= number * unit


def _draw_numbers(painter: QPainter, field: QRectF, look: Look, spans: Sequence[Span], unit: float) -> None:
    """Write how many arrived above each column, where the widest number has room."""
    font, width = look.font(TYPE.small), field.width() / len(spans)
    blocks = [drawing.lay(str(span.arrived), font, _ANY, most=1) for span in spans]
    if max(block.width for block in blocks) > width:
        return
    painter.setPen(look.colour("text"))
    for nth, (span, block) in enumerate(zip(spans, blocks, strict=True)):
        if span.arrived:
            bottom = field.bottom() - span.arrived * unit
            place = QRectF(field.left() + nth * width, bottom - block.height, width, block.height)
            block.draw(painter, place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)


def _draw_times(painter: QPainter, field: QRectF, look: Look, spans: Sequence[Span], minutes: int) -> None:
    """Write when spans begin, below every so manieth column: as many as have room."""
    font, width = look.font(TYPE.small), field.width() / len(spans)
    several = spans[0].begins.date() != spans[-1].begins.date()
    texts = [_time(span, several=several, minutes=minutes) for span in spans]
    blocks = [drawing.lay(text, font, _ANY, most=1) for text in texts]
    every = max(1, ceil((max(block.width for block in blocks) + look.px(SPACE.medium)) / width))
    height = drawing.hand(font).row()
    painter.setPen(look.colour("quiet"))
    for nth in range(0, len(spans), every):
        middle = field.left() + (nth + 0.5) * width
        left = min(middle - blocks[nth].width / 2, field.right() - blocks[nth].width)
        place = QRectF(left, field.bottom(), _ANY, height)
        blocks[nth].draw(painter, place, Qt.AlignmentFlag.AlignVCenter)


def _time(span: Span, *, several: bool, minutes: int) -> str:
    day, time = f"{span.begins.day}/{span.begins.month}", format_time(span.begins.time())
    if minutes >= _DAY:
        return day
    return f"{day} {time}" if several else time


def _step(most: int) -> int:
    """Give the distance of the lines: 1, 2 or 5, or ten, a hundred … times that, so that there are few."""
    size = 1
    while True:
        for one in _STEPS:
            if one * size * _LINES >= most:
                return one * size
        size *= 10
