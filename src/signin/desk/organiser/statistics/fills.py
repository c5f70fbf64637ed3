"""How women, men and those of unknown sex are filled in charts: by pattern as well as colour; and the legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message, say

_ANY = 1 << 20
WOMEN, MEN, UNKNOWN, EXPECTED = "women", "men", "unknown", "expected"
LEGEND: tuple[tuple[str, Message], ...] = (
    (WOMEN, say("Women arrived")),
    (MEN, say("Men arrived")),
    (UNKNOWN, say("Sex not known, arrived")),
    (EXPECTED, say("Expected")),
)


def fill(painter: QPainter, box: QRectF, look: Look, kind: str) -> None:
    """Fill a part of a bar: women hatched, men plain, unknown dotted in an outline, expected an empty outline."""
    if box.width() <= 0 or box.height() <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == WOMEN:
        painter.fillRect(box, look.colour("accent"))
        painter.fillRect(box, QBrush(look.colour("on_accent"), Qt.BrushStyle.BDiagPattern))
    elif kind == MEN:
        painter.fillRect(box, look.colour("edge"))
    else:
        painter.fillRect(box, look.colour("raised" if kind == EXPECTED else "surface"))
        if kind == UNKNOWN:
            painter.fillRect(box, QBrush(look.colour("text"), Qt.BrushStyle.Dense6Pattern))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def legend_height(look: Look) -> int:
    """Give the height of the legend."""
    return drawing.hand(look.font(TYPE.small)).row()


def draw_legend(painter: QPainter, box: QRectF, look: Look, voice: Voice, kinds: Sequence[str]) -> None:
    """Draw what each filling means, in one line."""
    font, left = look.font(TYPE.small), box.left()
    side, gap = drawing.hand(font).em, look.px(SPACE.small)
    for kind, word in LEGEND:
        if kind not in kinds:
            continue
        fill(painter, QRectF(left, box.center().y() - side / 2, 1.6 * side, side), look, kind)
        left += 1.6 * side + gap
        block = drawing.lay(voice.text(word), font, max(0.0, min(_ANY, box.right() - left)), most=1)
        painter.setPen(look.colour("text"))
        block.draw(painter, QRectF(left, box.top(), block.width + 1, box.height()), Qt.AlignmentFlag.AlignVCenter)
        left += block.width + look.px(SPACE.large)
