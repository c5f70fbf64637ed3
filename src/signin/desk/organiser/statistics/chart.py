"""The chart of a view: bars or columns with their legend, on the screen; and as a picture for papers."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import LIGHT, SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.organiser.statistics.bars import MOST, bars_height, bars_of, draw_bars
from signin.desk.organiser.statistics.columns import draw_columns
from signin.desk.organiser.statistics.fills import EXPECTED, MEN, UNKNOWN, WOMEN, draw_legend, legend_height
from signin.lao.numbers import format_date, format_time
from signin.services.statistics import VIEWS, Statistics, View
from signin.words import Message, say

_COLUMNS_HEIGHT, _PICTURE_COLUMNS = 190, 380
_PICTURE_WIDTH, _RATIO = 1200, 2


def height_of(found: Statistics, view: View, look: Look, *, columns: int = _COLUMNS_HEIGHT) -> int:
    """Give the height that a chart wants, its legend with it."""
    over = legend_height(look) + look.px(SPACE.small)
    if view is View.ARRIVALS:
        return over + look.px(columns)
    return over + bars_height(look, max(1, min(len(found.rows[view]), MOST)))


def draw(painter: QPainter, box: QRectF, found: Statistics, view: View, look: Look, voice: Voice) -> None:
    """Draw a chart and its legend in a box; where there is nothing to draw, say so."""
    empty = not found.spans if view is View.ARRIVALS else not found.rows[view]
    if empty:
        painter.setPen(look.colour("quiet"))
        told = say("Nobody has arrived yet.") if view is View.ARRIVALS else say("Nobody is on the roster yet.")
        block = drawing.lay(voice.text(told), look.font(TYPE.body), box.width())
        block.draw(painter, box, Qt.AlignmentFlag.AlignCenter)
        return
    head = QRectF(box.left(), box.top(), box.width(), legend_height(look))
    rest = box.adjusted(0, head.height() + look.px(SPACE.small), 0, 0)
    if view is View.ARRIVALS:
        draw_legend(painter, head, look, voice, (WOMEN, MEN, UNKNOWN))
        draw_columns(painter, rest, look, found.spans, found.minutes)
    else:
        draw_legend(painter, head, look, voice, (WOMEN, MEN, UNKNOWN, EXPECTED))
        draw_bars(painter, rest, look, bars_of(found.rows[view], voice))


class Chart(QWidget):
    """Shows a view of some figures, as high as it needs to be."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._found: Statistics | None = None
        self._view = View.ARRIVALS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        voice.changed.connect(self._redraw)
        look.changed.connect(self._redraw)

    def show_figures(self, found: Statistics, view: View) -> None:
        """Show other figures."""
        self._found, self._view = found, view
        self._redraw()

    def _redraw(self) -> None:
        if self._found is not None:
            self.setAccessibleName(self._voice.text(say(VIEWS[self._view])))
            self.setAccessibleDescription(self._voice.text(summary(self._found)))
            self.setMinimumHeight(height_of(self._found, self._view, self._look))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width there is, and the height of the chart."""
        return QSize(400, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        if self._found is not None:
            painter = QPainter(self)
            draw(painter, QRectF(self.rect()), self._found, self._view, self._look, self._voice)
            painter.end()


def summary(found: Statistics) -> Message:
    """Say the totals in a line."""
    count = found.total.count
    return say(
        "{arrived} of {expected} have arrived, women {women} of {women_expected}; sex not known: {unknown} of "
        "{unknown_expected}",
        arrived=count.arrived,
        expected=count.expected,
        women=count.women,
        women_expected=count.women_expected,
        unknown=found.total.unknown,
        unknown_expected=found.total.unknown_expected,
    )


def picture_of(found: Statistics, view: View, voice: Voice, now: datetime) -> QImage:
    """Draw a view as a picture for papers: light whatever the window wears, with title, day and numbers."""
    look = Look(LIGHT)
    edge, width = SPACE.vast, _PICTURE_WIDTH - 2 * SPACE.vast
    at = f"{format_date(now.date(), voice.language)} {format_time(now.time())}"
    kind = say("{one} · {other}", one=say(VIEWS[view]), other=found.session_name(found.session))
    lines = [
        drawing.lay(found.event.title, look.font(TYPE.heading, bold=True), width),
        drawing.lay(voice.text(kind), look.font(TYPE.title), width),
        drawing.lay(f"{voice.text(summary(found))} ({at})", look.font(TYPE.strong), width),
    ]
    chart = height_of(found, view, look, columns=_PICTURE_COLUMNS)
    height = 2 * edge + sum(line.height + SPACE.small for line in lines) + SPACE.medium + chart
    image = QImage(QSize(_PICTURE_WIDTH, height) * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    image.fill(look.colour("surface"))
    painter, top = QPainter(image), float(edge)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for line in lines:
        painter.setPen(look.colour("text"))
        line.draw(painter, QRectF(edge, top, width, line.height), Qt.AlignmentFlag.AlignTop)
        top += line.height + SPACE.small
    draw(painter, QRectF(edge, top + SPACE.medium, width, chart), found, view, look, voice)
    painter.end()
    return image
