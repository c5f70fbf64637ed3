"""Icons: simple lines of one colour, drawn anew for every size and theme. They always go with a word."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from signin.assets import RESOURCES
from signin.domain.verdict import Tone

_log = logging.getLogger(__name__)

FOLDER = RESOURCES / "icons"
# fmt: off
NAMES = frozenset(
    [
        "add", "arrive", "attention", "badge", "camera", "chart", "check", "clock", "close", "copy", "correct",
        "dark", "delegation", "document", "down", "event", "export", "folder", "help", "history", "import",
        "language", "leave", "left", "light", "lock", "missing", "not-saved", "paper", "people", "printer",
        "redo", "right", "roster", "saved", "saving", "search", "session", "settings", "sound", "sound-off",
        "stop", "substitute", "undo", "unlocked", "up", "walk-in", "women",
    ]
)
# fmt: on
_NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'
TONE_ICONS = {Tone.GO: "check", Tone.LOOK: "attention", Tone.STOP: "stop"}
"""The shape of each tone: a circle, a triangle, an octagon."""
_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Device pixels to a pixel for which a QIcon brings a picture, so that the screens there are find theirs."""


def named(name: str) -> str:
    """Give the name of an icon back if there is such a one, "" too. Raises ValueError."""
    if name and name not in NAMES:
        raise ValueError(name)
    return name


def icon(name: str, colour: str | QColor, size: int = 24) -> QIcon:
    """Give an icon of `resources/icons` in a colour, sharp on screens of every density."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
    return made


def pixmap(name: str, colour: str | QColor, size: int, ratio: float) -> QPixmap:
    """Give an icon as a picture of `size` pixels for a screen with so many device pixels to a pixel."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return picture


def paint(painter: QPainter, name: str, colour: str | QColor, box: QRectF) -> None:
    """Draw an icon into a square box; nothing if its file is missing, for the word beside it says the same."""
    _drawing(name, QColor(colour).name()).render(painter, box)


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_lines(name).replace(b"currentColor", colour.encode())))


@cache
def _lines(name: str) -> bytes:
    try:
        return (FOLDER / f"{name}.svg").read_bytes()
    except OSError as error:
        _log.warning("icon %s: %s", name, error)
        return _NOTHING
