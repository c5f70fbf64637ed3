"""The window's colours, distances and sizes of letters; every other file takes them from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window is painted before the domain is loaded
    from signin.domain.verdict import Tone


class Theme(NamedTuple):  # as Space and Type: these are made before the first paint, the quickest way
    """The colours of a window, as #rrggbb.

    Words are in `text`, `quiet`, `accent` or a tone's words on `ground`, `surface`, `raised` or `selection`; in
    `on_accent` on `accent` and `accent_deep`; in `on_tone` on a tone and its deep; in `on_rail` and
    `quiet_on_rail` on `rail` and `rail_chosen`; in `on_attention` on `attention`, a note to the receptionist.
    Each of these pairs has a contrast of at least 4.5 (WCAG 2.2, 1.4.3); `edge` and `focus` have 3 against what
    is around them (1.4.11). A tone never speaks by colour alone: a shape and a word go with it.
    """

    name: str
    dark: bool
    ground: str
    surface: str
    raised: str
    selection: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    accent_deep: str
    on_accent: str
    focus: str
    rail: str
    rail_chosen: str
    on_rail: str
    quiet_on_rail: str
    go: str
    go_deep: str
    go_words: str
    look: str
    look_deep: str
    look_words: str
    stop: str
    stop_deep: str
    stop_words: str
    on_tone: str
    attention: str
    on_attention: str

    def tone(self, tone: Tone) -> str:
        """Give the colour that fills the verdict's field."""
        return {"go": self.go, "look": self.look, "stop": self.stop}[tone.value]

    def deep(self, tone: Tone) -> str:
        """Give the darker colour for patches on a field of this tone."""
        return {"go": self.go_deep, "look": self.look_deep, "stop": self.stop_deep}[tone.value]

    def words(self, tone: Tone) -> str:
        """Give the colour of words of this tone on surfaces."""
        return {"go": self.go_words, "look": self.look_words, "stop": self.stop_words}[tone.value]


LIGHT = Theme(
    name="light",
    dark=False,
    ground="#f3f5f8",
    surface="#ffffff",
    raised="#eaeff5",
    selection="#d7e5f9",
    line="#dbe1e9",
    edge="#7a8798",
    text="#121b2a",
    quiet="#525d6e",
    accent="#1a5bb8",
    accent_deep="#134791",
    on_accent="#ffffff",
    focus="#1a5bb8",
    rail="#12253f",
    rail_chosen="#24456f",
    on_rail="#ffffff",
    quiet_on_rail="#b9c6d8",
    go="#0a7447",
    go_deep="#075836",
    go_words="#08683f",
    look="#a85600",
    look_deep="#844300",
    look_words="#8f4900",
    stop="#b3261e",
    stop_deep="#8c1b15",
    stop_words="#a8201a",
    on_tone="#ffffff",
    attention="#ffedb3",
    on_attention="#3a2a00",
)
DARK = Theme(
    name="dark",
    dark=True,
    ground="#0d131b",
    surface="#18202b",
    raised="#242e3c",
    selection="#233c63",
    line="#2d3847",
    edge="#76859a",
    text="#f1f4f8",
    quiet="#a9b4c3",
    accent="#7cb0ff",
    accent_deep="#a4c8ff",
    on_accent="#08121f",
    focus="#8fbcff",
    rail="#080d14",
    rail_chosen="#1d2f4a",
    on_rail="#f1f4f8",
    quiet_on_rail="#a9b4c3",
    go="#0e7f50",
    go_deep="#0a5f3c",
    go_words="#52c98f",
    look="#b05c00",
    look_deep="#854600",
    look_words="#f0a64a",
    stop="#c3332a",
    stop_deep="#96251e",
    stop_words="#ff8a80",
    on_tone="#ffffff",
    attention="#ffe08a",
    on_attention="#2b1f00",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


class Space(NamedTuple):
    """Distances in pixels of a window 1280 wide; `Look.px` makes them those of the window at hand."""

    hair: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    wide: int = 24
    vast: int = 40
    radius: int = 8
    radius_large: int = 14
    ring: int = 2
    icon: int = 20


class Type(NamedTuple):
    """Sizes of letters in points in a window 1280 wide; 12 points are 16 pixels on an ordinary screen."""

    small: float = 10.5
    body: float = 12.0
    strong: float = 13.5
    title: float = 15.0
    heading: float = 18.0
    large: float = 27.0
    verdict: float = 48.0
    name: float = 52.0


SPACE = Space()
TYPE = Type()

_USUAL, _WIDE, _MOST = 1280, 2560, 1.8
_STEP = 0.05


def scale(window_width: int) -> float:
    """Give by how much letters and distances grow: 1 up to 1280 pixels of width, 1.8 from 2560 on."""
    share = (min(max(window_width, _USUAL), _WIDE) - _USUAL) / (_WIDE - _USUAL)
    return round(round((1 + share * (_MOST - 1)) / _STEP) * _STEP, 2)
