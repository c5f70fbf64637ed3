"""The shape of each tone: a round tick, a triangle, an octagon; told apart without colour."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from signin.domain.verdict import Tone

_STROKE = 0.085
"""Of the box's side."""
_GROUND = 60
"""Of 255: how dense the shape's ground is on a coloured field."""


def paint(
    painter: QPainter, box: QRectF, tone: Tone | None, colour: QColor, *, filled: bool, leaving: bool = False
) -> None:
    """Paint the shape of a tone into a square box: on a coloured field a light ground, else a filled one.

    Without a tone it is a frame to scan into; `leaving` makes it a door with an arrow out.
    """
    painter.save()
    ground = QColor(colour)
    if not filled or tone is None:
        ground.setAlpha(_GROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(outline(box, tone))
    ink = QColor("white") if filled and tone is not None else colour
    pen = QPen(
        ink, box.width() * _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_placed(_WAY_OUT if leaving and tone is None else _signs[tone], box))
    painter.restore()


def outline(box: QRectF, tone: Tone | None) -> QPainterPath:
    """Give the outline: a circle, a triangle, an octagon; a rounded square while nobody came."""
    path = QPainterPath()
    if tone is Tone.GO:
        path.addEllipse(box)
    elif tone is Tone.LOOK:
        path = _polygon(box, 3, -pi / 2, QPointF(0, 0.07), 0.58)
    elif tone is Tone.STOP:
        path = _polygon(box, 8, pi / 8, QPointF(0, 0), 0.54)
    else:
        path.addRoundedRect(box, box.width() * 0.16, box.width() * 0.16)
    return path


def _polygon(box: QRectF, corners: int, first: float, moved: QPointF, radius: float) -> QPainterPath:
    centre = box.center() + moved * box.width()
    angles = (first + 2 * pi * corner / corners for corner in range(corners))
    points = [centre + QPointF(cos(angle), sin(angle)) * (box.width() * radius) for angle in angles]
    path = QPainterPath()
    path.addPolygon(QPolygonF([*points, points[0]]))
    return path


def _strokes(*lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *others in lines:
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
    return path


_signs = {
    Tone.GO: _strokes(((0.28, 0.52), (0.44, 0.68), (0.73, 0.35))),
    Tone.LOOK: _strokes(((0.5, 0.33), (0.5, 0.6)), ((0.5, 0.75), (0.5, 0.751))),
    Tone.STOP: _strokes(((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    None: _strokes(
        ((0.25, 0.36), (0.25, 0.25), (0.36, 0.25)),
        ((0.64, 0.25), (0.75, 0.25), (0.75, 0.36)),
        ((0.75, 0.64), (0.75, 0.75), (0.64, 0.75)),
        ((0.36, 0.75), (0.25, 0.75), (0.25, 0.64)),
        ((0.3, 0.5), (0.7, 0.5)),
    ),
}
_WAY_OUT = _strokes(
    ((0.48, 0.25), (0.25, 0.25), (0.25, 0.75), (0.48, 0.75)),
    ((0.44, 0.5), (0.78, 0.5)),
    ((0.64, 0.36), (0.78, 0.5), (0.64, 0.64)),
)


def _placed(path: QPainterPath, box: QRectF) -> QPainterPath:
    placed = QPainterPath()
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        point = QPointF(box.left() + element.x * box.width(), box.top() + element.y * box.height())
        if element.isMoveTo():
            placed.moveTo(point)
        else:
            placed.lineTo(point)
    return placed
