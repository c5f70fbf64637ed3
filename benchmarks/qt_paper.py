"""The certificates that we draw, by Qt: QPainter on QPdfWriter, with our fonts."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from drawn import Code, Page, Recording, Text, dark_runs
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

from signin.assets import FONTS
from signin.typeset.qr import modules

_POINTS = 72


class QtPaper:
    """Qt, begun once."""

    def __init__(self) -> None:
        self.application = QGuiApplication.instance() or QGuiApplication([])
        regular, bold = (
            QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONTS / file)))[0]
            for file in ("Phetsarath_OT.ttf", "Phetsarath-Bold.ttf")
        )
        self.families = {False: regular, True: bold}

    def write(self, path: Path, recording: Recording) -> None:
        """Draw the same strings, rules and codes; arts anew on every page, for Qt has no forms."""
        writer = QPdfWriter(str(path))
        writer.setResolution(_POINTS)
        across, down = recording.pages[0].size
        writer.setPageSize(QPageSize(QSizeF(across, down), QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF())
        painter = QPainter(writer)
        for nth, page in enumerate(recording.pages):
            if nth:
                writer.newPage()
            for name in page.arts:
                self._draw(painter, recording.arts[name])
            self._draw(painter, page)
        painter.end()

    def _draw(self, painter: QPainter, page: Page) -> None:
        for text in page.texts:
            painter.setPen(_colour(text.colour))
            painter.setFont(self._font(text))
            painter.drawText(QPointF(text.x, text.y), text.text)
        for rule in page.rules:
            ends = [QPointF(x, y) for _, x, y in rule]
            painter.drawLines([QLineF(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)])
        for code in page.codes:
            _draw_code(painter, code)

    def _font(self, text: Text) -> QFont:
        return _font(self.families[text.bold], text.size, text.bold)


@cache
def _font(family: str, size: float, bold: bool) -> QFont:  # noqa: FBT001 -- a key of the cache
    font = QFont(family)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


def _draw_code(painter: QPainter, code: Code) -> None:
    module = code.side / (len(modules(code.data, "M", 1)) + 2 * code.quiet)
    painter.save()
    painter.translate(code.x + code.quiet * module, code.y + code.quiet * module)
    painter.scale(module, module)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("black"))
    painter.drawRects([QRectF(column, row, length, 1) for column, row, length in dark_runs(code.data)])
    painter.restore()
