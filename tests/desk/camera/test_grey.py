"""Codes are read from pictures of every kind that programs and scanners write."""

from array import array

import pytest
from PIL import Image, ImageCms

from signin.exchange.pictures import open_picture


def drawn_on_nothing(badge, shade):
    """The dark of the badge drawn in one shade, and nothing where the paper is."""
    nothing = Image.new("RGBA", badge.size)
    nothing.paste((shade, shade, shade, 255), mask=badge.point(lambda grey: 255 if grey < 128 else 0))
    return nothing


def deep(badge, dark, light):
    shades = array("H", [dark + (light - dark) * grey // 255 for grey in badge.tobytes()])
    return Image.frombytes("I;16", badge.size, shades.tobytes())


def between_0_and_1(badge):
    return Image.frombytes("F", badge.size, array("f", [grey / 255 for grey in badge.tobytes()]).tobytes())


def in_lab(badge):
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    return ImageCms.profileToProfile(badge.convert("RGB"), srgb, lab, outputMode="LAB")


def one_shade_left_out(badge):
    """Black and white whose header says that the white is transparent."""
    left_out = badge.point(lambda grey: 0 if grey < 128 else 255)
    left_out.info["transparency"] = 255
    return left_out


KINDS = {
    "black and white": ("png", lambda badge: badge.convert("1")),
    "in colour": ("png", lambda badge: badge.convert("RGB")),
    "of few colours": ("gif", lambda badge: badge.convert("RGB").quantize(8)),
    "for print": ("jpg", lambda badge: badge.convert("CMYK")),
    "in LAB": ("tif", in_lab),
    "black on nothing": ("png", lambda badge: drawn_on_nothing(badge, 0)),
    "white on nothing": ("png", lambda badge: drawn_on_nothing(badge, 255)),
    "grey on nothing": ("png", lambda badge: drawn_on_nothing(badge, 0).convert("LA")),
    "on a white that is left out": ("png", one_shade_left_out),
    "of 16 bits": ("png", lambda badge: deep(badge, 0, 65535)),
    "of 16 bits and pale": ("png", lambda badge: deep(badge, 8000, 40000)),
    "of 16 bits and dark": ("tif", lambda badge: deep(badge, 300, 3000)),
    "of 32 bits": ("tif", lambda badge: deep(badge, 8000, 40000).convert("I")),
    "of fractions": ("tif", between_0_and_1),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_is_read_from_a_picture(badge, reader, code, qtbot, tmp_path, kind):
    ending, turned = KINDS[kind]
    picture = turned(badge)
    picture.save(tmp_path / f"badge.{ending}", **picture.info)
    with qtbot.waitSignal(reader.found) as told:
        reader.choose(lambda: open_picture(tmp_path / f"badge.{ending}"))
    assert told.args == [code(2)]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "I;16", "I", "F", "LAB", "HSV", "YCbCr"])
def test_an_empty_picture_holds_no_code(reader, qtbot, caplog, mode):
    with qtbot.waitSignal(reader.nothing):
        reader.choose(lambda: Image.new(mode, (60, 60)))
    assert not caplog.records
