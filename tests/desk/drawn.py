"""How widgets are looked at in tests: as grey pictures, with surroundings in which a cut mark would show."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageOps
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel


def picture(widget: QWidget, *, ratio: int = 1) -> Image.Image:
    """Draw a widget on white, as a screen with so many pixels to a unit does, in greys."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return grey(image)


def grey(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombytes(
        "L", (plain.width(), plain.height()), bytes(plain.constBits()), "raw", "L", plain.bytesPerLine()
    )


def inked(image: Image.Image) -> Image.Image:
    """Cut a picture to what is not white in it."""
    return image.crop(ImageOps.invert(image).getbbox())


def ink(image: Image.Image) -> int:
    """Give how much ink is in a picture, in levels of grey."""
    return sum((255 - level) * count for level, count in enumerate(image.histogram()))


def differ(one: Image.Image, other: Image.Image) -> int:
    """Give by how many levels of grey two pictures differ where they differ most."""
    return ImageChops.difference(one, other).getextrema()[1]


def with_surroundings(label: LaoLabel, edge: int, *, ratio: int = 1) -> Image.Image:
    """Draw a label as it is laid out now, but with room around it on which it may draw."""
    before, margins = label.size(), label.contentsMargins()
    label.setContentsMargins(
        *(side + edge for side in (margins.left(), margins.top(), margins.right(), margins.bottom()))
    )
    label.resize(before.width() + 2 * edge, before.height() + 2 * edge)
    drawn = picture(label, ratio=ratio)
    label.setContentsMargins(margins)
    label.resize(before)
    return drawn
