"""Colours: every word can be read on its ground, and tones are told apart by all eyes."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtGui import QColor

from desk.look.seeing import contrast
from signin.desk.look import icons
from signin.desk.look.tokens import DARK, LIGHT, TYPE, scale
from signin.domain.verdict import Tone

WORDS = ("text", "quiet", "accent", "go_words", "look_words", "stop_words")
GROUNDS = ("ground", "surface", "raised", "selection")
READ = [
    *product(WORDS, GROUNDS),
    *product(["on_accent"], ["accent", "accent_deep"]),
    *product(["on_tone"], ["go", "look", "stop", "go_deep", "look_deep", "stop_deep"]),
    *product(["on_rail", "quiet_on_rail"], ["rail", "rail_chosen"]),
    ("on_attention", "attention"),
]
SEEN = [
    *product(["edge"], ["ground", "surface"]),
    *product(["focus"], ["ground", "surface", "raised"]),
    *product(["go", "look", "stop"], ["ground"]),
    ("on_rail", "rail"),
]
# Machado, Oliveira and Fernandes 2009, severity 1.0: linear red, green, blue as those see them who lack one cone.
EYES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@themes
@pytest.mark.parametrize(("word", "ground"), READ)
def test_words_can_be_read_on_their_ground(theme, word, ground):
    assert contrast(getattr(theme, word), getattr(theme, ground)) >= 4.5


@themes
@pytest.mark.parametrize(("thing", "ground"), SEEN)
def test_edges_focus_and_tones_stand_out(theme, thing, ground):
    assert contrast(getattr(theme, thing), getattr(theme, ground)) >= 3


@themes
@pytest.mark.parametrize("eye", EYES)
def test_tones_differ_for_eyes_that_lack_a_cone(theme, eye):
    for one, other in combinations(Tone, 2):
        assert _distance(_as_seen(theme.tone(one), EYES[eye]), _as_seen(theme.tone(other), EYES[eye])) > 10


def test_each_tone_has_a_shape_of_its_own(qapp):
    assert (
        len({icons.pixmap(name, "black", 48, 1).toImage().bits().tobytes() for name in icons.TONE_ICONS.values()})
        == 3
    )
    assert set(icons.TONE_ICONS) == set(Tone)


@themes
def test_a_tone_names_its_three_colours(theme):
    assert [theme.tone(Tone.GO), theme.deep(Tone.LOOK), theme.words(Tone.STOP)] == [
        theme.go,
        theme.look_deep,
        theme.stop_words,
    ]


def test_letters_grow_with_the_window_between_a_laptop_and_a_projector():
    assert [scale(width) for width in (800, 1280, 1920, 2560, 5120)] == [1.0, 1.0, 1.4, 1.8, 1.8]


def test_body_letters_are_sixteen_pixels_on_an_ordinary_screen():
    assert TYPE.body * 96 / 72 == 16
    assert TYPE.small >= 10.5


def _linear(colour):
    shares = QColor(colour).getRgbF()[:3]
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def _as_seen(colour, eye):
    linear = _linear(colour)
    return [min(1.0, max(0.0, sum(w * c for w, c in zip(row, linear, strict=True)))) for row in eye]


def _lab(rgb):
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _distance(one, other):
    """Give CIE 1976 ΔE; 2.3 is just noticeable side by side."""
    return sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5
