"""The field that is read from two metres: a colour, a shape and a word, and under them a name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from signin.desk.letters import drawing, fonts
from signin.desk.letters.breaking import Breaks
from signin.desk.letters.drawing import Block
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.reception import shapes
from signin.desk.reception.face import Face
from signin.words import say

QUIET_AFTER_MS = 12_000
"""The colour goes after this long, so that an old verdict is not taken for a new one; the words stay."""
SKETCH = QSize(828, 504)
"""The field at 1280×720, in which the sizes below are pixels; it grows from there."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Line:
    """A text of the field: how large, how bold, and how many lines at most."""

    text: str
    size: int
    bold: bool = False
    breaks: Breaks = "words"
    most: int = 2


class VerdictField(QWidget):
    """Shows a face; it never asks for a click."""

    def __init__(self, voice: Voice, look: Look, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look, self._face = voice, look, face
        self._quiet, self._covered, self._leaving = True, 0, face.leaving
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 300)
        self._fading = QTimer(self, singleShot=True, interval=QUIET_AFTER_MS)
        self._fading.timeout.connect(self.go_quiet)
        voice.changed.connect(self._retell)
        look.changed.connect(self.update)
        self._retell()

    @property
    def face(self) -> Face:
        """What is shown now."""
        return self._face

    @property
    def is_quiet(self) -> bool:
        """Whether the colour has gone."""
        return self._quiet

    def show_face(self, face: Face) -> None:
        """Show a face at once, in its colour."""
        self._face, self._quiet = face, face.tone is None
        self._fading.stop()
        if face.tone is not None:
            self._fading.start()
        self._retell()

    def go_quiet(self) -> None:
        """Let the colour go and the words stay."""
        self._fading.stop()
        self._quiet = True
        self.update()

    def note_way(self, *, leaving: bool) -> None:
        """Tell by the ground, under words whose colour has gone too, that who leaves is noted; a turn at once."""
        if leaving is not self._leaving:
            self._leaving = leaving
            self.go_quiet()

    def cover(self, pixels: int) -> None:
        """Leave out what something that lies over the lower part would cut through."""
        self._covered = pixels
        self.update()

    def _is_cut(self, top: float, bottom: float) -> bool:
        edge = self.height() - self._covered
        return top < edge < bottom

    @property
    def below_head(self) -> int:
        """How many pixels there are below shape and word."""
        inside = self._inside()
        return int(self.height() - inside.top() - 6 * self._unit() - self._side(inside))

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(*(edge * self._unit() for edge in (44, 28, -36, -24)))

    def _side(self, inside: QRectF) -> float:
        """Give how large the shape is."""
        return min((110 if self._face.name else 150) * self._unit(), inside.height() * 0.36)

    def sizeHint(self) -> QSize:
        """Ask for the size of the sketch."""
        return SKETCH

    def _retell(self) -> None:
        self.setAccessibleName(self._voice.text(self._face.word))
        self.setAccessibleDescription(". ".join(filter(None, self._spoken())))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def _spoken(self) -> list[str]:
        face = self._face
        name = f"{face.prefix} {face.name}".strip()
        return [name, face.position, face.organisation, *map(self._voice.text, (face.told, face.hint))]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the shape with its word, who it is, and the attention text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._colours()
        box = QRectF(self.rect())
        painter.setPen(QPen(QColor(self._look.theme.line), 1) if self._quiet else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 16, 16)
        inside = self._paint_foot(painter, self._inside(), ink)
        body = self._paint_head(painter, inside, ink)
        self._paint_body(painter, body, ink)
        painter.end()

    def _unit(self) -> float:
        return min(self.width() / SKETCH.width(), self.height() / SKETCH.height())

    def _colours(self) -> tuple[QColor, QColor]:
        theme = self._look.theme
        if self._quiet or self._face.tone is None:
            leaving = self._leaving or self._face.leaving
            return QColor(theme.selection if leaving else theme.surface), QColor(theme.text)
        return QColor(theme.tone(self._face.tone)), QColor(theme.on_tone)

    def _paint_head(self, painter: QPainter, inside: QRectF, ink: QColor) -> QRectF:
        """Paint shape, word and time; give what is left."""
        unit, face = self._unit(), self._face
        side = self._side(self._inside())
        shape = QRectF(inside.left(), inside.top() + 6 * unit, side, side)
        colour = QColor(self._look.theme.tone(face.tone)) if self._quiet and face.tone else ink
        shapes.paint(painter, shape, face.tone, colour, filled=self._quiet, leaving=face.leaving)
        wide = self._paint_corner(painter, inside, ink)
        word = QRectF(shape.right() + 30 * unit, shape.top(), 0, side)
        word.setRight(inside.right() - wide)
        block = drawing.fitted(self._voice.text(face.word), self._font(bold=True), word, self._sizes(20, 64))
        block.draw(painter, word, _LEFT)
        return inside.adjusted(0, side + 20 * unit, 0, 0)

    def _paint_corner(self, painter: QPainter, inside: QRectF, ink: QColor) -> float:
        """Paint the time and the number at the right of the head; give the width they take."""
        face, top, wide = self._face, inside.top(), 0.0
        number = "" if face.number is None else self._voice.text(say("Number {number}", number=face.number))
        painter.setPen(ink)
        for text in filter(None, (f"{face.at:%H:%M:%S}" if face.at else "", number)):
            block = self._lay(_Line(text, 23), inside.width() / 3)
            block.draw(painter, QRectF(inside.left(), top, inside.width(), block.height), _RIGHT)
            top += block.height
            wide = max(wide, block.width + 20 * self._unit())
        return wide

    def _paint_body(self, painter: QPainter, body: QRectF, ink: QColor) -> None:
        """Paint the lines one under another, in letters as large as the room allows."""
        painter.setPen(ink)
        lines = self._lines()
        blocks: list[Block] = []
        for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
            blocks = [self._lay(line, body.width(), share) for line in lines]
            if sum(block.height for block in blocks) <= body.height():
                break
        top = body.top()
        for block in blocks:
            if top + block.height > body.bottom() + 1 or self._is_cut(top, top + block.height):
                break
            block.draw(painter, QRectF(body.left() - block.hand.left, top, body.width(), block.height), _LEFT)
            top += block.height

    def _lines(self) -> list[_Line]:
        face, text = self._face, self._voice.text
        if face.name:
            who = [_Line(face.prefix, 32), _Line(face.name, 76, bold=True, breaks="spaces")]
            told = [_Line(text(face.told), 30, bold=True)]
            return self._kept([*who, *told, _Line(face.position, 27), _Line(face.organisation, 27)])
        return self._kept([_Line(text(face.told), 34, bold=True, most=4), _Line(text(face.hint), 27, most=3)])

    def _kept(self, lines: list[_Line]) -> list[_Line]:
        return [line for line in lines if line.text]

    def _paint_foot(self, painter: QPainter, inside: QRectF, ink: QColor) -> QRectF:
        """Paint the attention text in a band of its own, and what may be done now; give what is left."""
        hint = self._voice.text(self._face.hint) if self._face.name else ""
        for text, paint in ((self._face.attention, self._paint_band), (hint, None)):
            if not text:
                continue
            block = self._lay(_Line(text, 26 if paint else 21, bold=paint is not None), inside.width() - 60)
            room = block.height + (20 * self._unit() if paint else 4)
            foot = QRectF(inside.left(), inside.bottom() - room, inside.width(), room)
            if self._is_cut(foot.top(), foot.bottom()):
                pass
            elif paint:
                paint(painter, foot, block)
            else:
                painter.setPen(ink)
                block.draw(painter, foot.translated(-block.hand.left, 0), _LEFT)
            inside = inside.adjusted(0, 0, 0, -room - 8 * self._unit())
        return inside

    def _paint_band(self, painter: QPainter, band: QRectF, block: Block) -> None:
        theme, unit = self._look.theme, self._unit()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.attention))
        painter.drawRoundedRect(band, 10 * unit, 10 * unit)
        painter.setPen(QColor(theme.on_attention))
        block.draw(painter, band.adjusted(20 * unit, 0, -20 * unit, 0), _LEFT)

    def _lay(self, line: _Line, width: float, share: float = 1.0) -> Block:
        """Lay a line out: smaller letters before a second line, and a second line before anything is left out."""
        size = max(round(line.size * self._unit() * share), 11)
        least = max(round(size * 0.6), 11)
        for pixels in {size: None, round(size * 0.8): None, least: None}:
            block = drawing.lay(
                line.text, self._font(bold=line.bold, pixels=pixels), width, breaks=line.breaks, most=1
            )
            if not block.elided:
                return block
        font = self._font(bold=line.bold, pixels=least)
        return drawing.lay(line.text, font, width, breaks=line.breaks, most=line.most)

    def _sizes(self, least: int, most: int) -> tuple[int, int]:
        return max(11, round(least * self._unit())), max(11, round(most * self._unit()))

    def _font(self, *, bold: bool, pixels: int | None = None) -> QFont:
        font = fonts.font(12, bold=bold)
        if pixels is not None:
            font.setPixelSize(pixels)
        return font
