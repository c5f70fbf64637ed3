"""What two pictures of a widget have not in common, and contrast as WCAG measures it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter


def luminance(colour: str | QColor) -> float:
    """Give the relative luminance of WCAG 2.2."""
    shares = QColor(colour).getRgbF()[:3]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str | QColor, other: str | QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def picture(widget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(before: QImage, after: QImage, least: float) -> list[tuple[int, int]]:
    """Give the places where the contrast between two pictures of one size is at least so much."""
    assert before.size() == after.size()
    ratios: dict[tuple[int, int], float] = {}
    found = []
    for y in range(before.height()):
        for x in range(before.width()):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] != pair[1]:
                if pair not in ratios:
                    ratios[pair] = contrast(QColor(pair[0]), QColor(pair[1]))
                if ratios[pair] >= least:
                    found.append((x, y))
    return found


def bounds(places: list[tuple[int, int]]) -> QRect:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def ink(text: str, font: QFont, paper: str, colour: str) -> QRect:
    """Give the bounds of a text drawn where nothing can cut it."""
    blank = QImage(1200, 300, QImage.Format.Format_RGB32)
    blank.fill(QColor(paper))
    drawn = blank.copy()
    painter = QPainter(drawn)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(100, 150), text)
    painter.end()
    return bounds(changed(blank, drawn, 1.4))
