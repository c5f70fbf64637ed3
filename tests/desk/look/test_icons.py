"""Icons: all there, of one colour, sharp."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor

from signin.desk.look import icons

NAMES = sorted(icons.NAMES)


def test_every_name_has_a_drawing_and_no_drawing_is_without_a_name():
    assert {path.stem for path in icons.FOLDER.glob("*.svg")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_drawings_are_lines_on_one_grid_in_the_colour_given(qapp, name):
    root = ET.fromstring((icons.FOLDER / f"{name}.svg").read_text("utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert {root.get("stroke"), *(part.get("fill", "currentColor") for part in root)} == {"currentColor"}
    drawn = icons.pixmap(name, "#123456", 24, 2).toImage()
    inks = {
        drawn.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#123456"}


def test_no_two_drawings_are_the_same(qapp):
    pictures = {icons.pixmap(name, "black", 24, 1).toImage().bits().tobytes() for name in NAMES}
    assert len(pictures) == len(NAMES)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_brings_a_picture_drawn_for_the_screen(qapp, ratio):
    given = icons.icon("search", QColor("black"), 24).pixmap(QSize(24, 24), ratio)
    assert given.devicePixelRatio() == ratio
    assert given.toImage() == icons.pixmap("search", "black", 24, ratio).toImage()
    blown_up = (
        icons.pixmap("search", "black", 24, 1)
        .toImage()
        .scaled(given.size(), mode=Qt.TransformationMode.SmoothTransformation)
    )
    assert (given.toImage() == blown_up) is (ratio == 1)


def test_a_name_that_no_icon_has_is_refused_before_anything_is_drawn(qapp):
    with pytest.raises(ValueError, match="no-such-icon"):
        icons.named("no-such-icon")


def test_a_drawing_whose_file_is_missing_is_left_out_and_noted(qapp, monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(icons, "FOLDER", tmp_path)
    drawn = icons.pixmap("a-file-that-was-lost", "black", 24, 1).toImage()
    assert drawn.pixelColor(12, 12).alpha() == 0
    assert "a-file-that-was-lost" in caplog.text
