"""What Lao, Thai and French keyboards make of a code, and the way back where only the text is left.

Only A-Z and 2-7, the letters of our codes, can be told from the text alone; other keys share their characters.
Layouts: Windows' Lao, Thai Kedmanee and French, and those of X11's xkeyboard-config where they differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from signin.domain import codes

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "234567"


class Layout(Enum):
    """A keyboard layout that a PC in a Lao office may have; the value is its table's name."""

    US = "us"
    LAO = "lao"
    THAI = "thai"
    FRENCH = "french"


def _table(*rows: str) -> dict[str, str]:
    """Give what each of a layout's characters was meant as; rows hold 26 letters, or six digits, in order."""
    table: dict[str, str] = {}
    for row in rows:
        made = row.split()
        table |= dict(zip(made, _LETTERS if len(made) == len(_LETTERS) else _DIGITS, strict=True))
    return table


# Some keys of Windows' Lao keyboard make a vowel and a tone at once.
_TABLES: Mapping[Layout, Mapping[str, str]] = {
    Layout.LAO: _table(
        "ັ້ ຶ້ ຯ . * , : ໊ ຣ ໋ ! ? ໆ ື້ ໜ ຽ ົ້ _ ; + ີ້ x 0 ( ິ້ ₭",
        "ັ ຶ ແ ກ ຳ ດ ເ ້ ຮ ່ າ ສ ທ ື ນ ຍ ົ ພ ຫ ະ ີ ອ ໄ ປ ິ ຜ",
        "ັ ຶ ຯ . ຳ , : ໊ ຮ ໋ ! ? ໆ ື ນ ຽ ົ _ ; + ີ ອ ໐ ( ິ ₭",
        "ຟ ໂ ຖ ຸ ູ ຄ",
    ),
    Layout.THAI: _table(
        'ฤ ฺ ฉ ฏ ฎ โ ฌ ็ ณ ๋ ษ ศ ? ์ ฯ ญ ๐ ฑ ฆ ธ ๊ ฮ " ) ํ (',
        "ฟ ิ แ ก ำ ด เ ้ ร ่ า ส ท ื น ย ๆ พ ห ะ ี อ ไ ป ั ผ",
        "/ - ภ ถ ุ ึ",
    ),
    Layout.FRENCH: _table(
        "Q B C D E F G H I J K L ? N O P A R S T U V Z X Y W",
        "q b c d e f g h i j k l , n o p a r s t u v z x y w",
        "é \" ' ( - è",
        "É \" ' ( - È",
    ),
}
_WRITINGS = {Layout.LAO: ("\u0e80", "\u0eff"), Layout.THAI: ("\u0e00", "\u0e7f")}
_LONGEST_KEY = 2
_MOST = _LONGEST_KEY * codes.JOINED
"""Longer texts are not looked at: they hold no code of ours in any layout."""


def read_back(text: str, layout: Layout, longest: int = _LONGEST_KEY) -> str:
    """Give what was meant by a text that a scanner typed on such a keyboard; what is not known stays.

    `longest` is how many signs a key may make. Small letters typed on a Lao keyboard want 1: H alone is a tone.
    """
    table, meant, at = _TABLES.get(layout, {}), [], 0
    while at < len(text):
        piece = text[at : at + longest]
        piece = piece if piece in table else text[at]
        meant.append(table.get(piece, piece))
        at += len(piece)
    return "".join(meant)


def meant(by_place: str, raw: str) -> str:
    """Give what a scanner meant, by the places of its keys and by the text that the PC made of them.

    A whole code tells itself by its check characters, however it was read. Otherwise places are trusted; where
    there were none (both are the same), text in Lao or Thai letters is taken for that of such a keyboard.
    """
    if len(raw) > _MOST:
        return by_place
    readings = [by_place, raw, *(read_back(raw, layout) for layout in _TABLES), read_back(raw, Layout.LAO, 1)]
    for reading in readings:
        if codes.is_whole(codes.cleaned(reading)):
            return reading
    written = written_in(raw)
    return read_back(raw, written) if written and by_place == raw else by_place


def written_in(text: str) -> Layout | None:
    """Give the layout in whose writing some of the text is."""
    for layout, (first, last) in _WRITINGS.items():
        if any(first <= letter <= last for letter in text):
            return layout
    return None


def garbled_by(raw: str, told: str) -> Layout | None:
    """Give the layout by which a PC made `raw` of what was meant as `told`; None if none of these would."""
    if raw.upper() == told.upper():
        return Layout.US
    for layout in _TABLES:
        if read_back(raw, layout).upper() == told.upper():
            return layout
    return written_in(raw)
