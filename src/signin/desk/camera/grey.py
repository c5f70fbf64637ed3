"""Pictures of every kind in the grey that codes are read from."""

from __future__ import annotations

from typing import cast

from PIL import Image, ImageStat

_BRIGHT = 200
"""Of 255. What is drawn so brightly on nothing was meant for a dark ground."""


def in_grey(picture: Image.Image) -> Image.Image:
    """Give a picture in grey of 8 bits, nothing in it cut off and nothing transparent."""
    if picture.mode == "LAB":
        return picture.getchannel("L")  # Pillow turns it into nothing else
    if picture.mode[0] in "IF":
        return _spread(picture)
    if picture.has_transparency_data:
        return _on_ground(picture.convert("RGBA"))
    return picture if picture.mode == "L" else picture.convert("L")


def _spread(picture: Image.Image) -> Image.Image:
    """Give what scanners write with 16 or 32 bits; cut off at 255, as Pillow does, all of it would be white."""
    whole = picture if picture.mode == "F" else picture.convert("I")
    low, high = cast("tuple[float, float]", whole.getextrema())  # of one band
    if not low < high:
        return Image.new("L", picture.size, 255)
    share = 255 / (high - low)
    return whole.point(lambda shade: shade * share - low * share).convert("L")


def _on_ground(picture: Image.Image) -> Image.Image:
    """Give what is drawn on nothing, as QR codes from the web are, on white; what is bright, on black."""
    grey, seen = picture.convert("L"), picture.getchannel("A")
    bright = seen.getbbox() is not None and ImageStat.Stat(grey, seen).mean[0] > _BRIGHT
    ground = Image.new("L", picture.size, 0 if bright else 255)
    ground.paste(grey, mask=seen)
    return ground
