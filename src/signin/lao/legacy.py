"""How text in a Lao font from before Unicode is recognised, and converted by a table that somebody plugs in.

Such a font draws Lao for Latin letters: ASCII ones (Alice) or those of Latin-1 (Saysettha Lao). Without its
table the text is not readable, so it is named and never taken for text, and never converted unasked.
Codings and fonts: the conversion guide of LaoScript 8 (laoscript.net, "Conversion of Lao Text from Other
Coding Conventions"). No table is shipped: they belong to the makers of the fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from signin.lao.normalize import canonical
from signin.words import Failure, mark

_CODINGS = (
    ("Alice", r"alice[\s_-]?\d+"),
    ("SengChanh", r"seng\s?chanh"),
    ("SengChanh US", r"seng\s?chanh\sus"),
    ("Sayawath", r"[xs]ayawath"),
    ("Lao 95", r"\w+\s95"),
    ("Lao 2000", r"\w+\s2000"),
    ("IBM-STENO", r"\w+\sls"),
    ("LSWin", r"(?:saysettha|chanthabouli)(?:\slao)?"),
)
_HIGH_ONLY = frozenset({"LSWin"})
"""Codings that leave ASCII as it is, so that plain Latin text in such a font is Latin text."""
_FONTS = tuple((coding, re.compile(rf"(?:{names})", re.IGNORECASE)) for coding, names in _CODINGS)
_LAO = re.compile("[\u0e80-\u0eff]")
_LATIN_1 = re.compile("[\u00a1-\u00ff]")
_LETTER_OR_SIGN = re.compile(r"[^\s\d]")
_LEAST_LETTERS = 3
_LEAST_SHARE = 0.5
"""French has less than a tenth of its letters in U+00A1-00FF; Lao set in Latin-1 has nearly all."""


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """A Lao font from before Unicode.

    `family` is the font's name as the file gives it, or "" where it gives none; `coding` is the family of
    fonts that share its table, or "" where only the letters tell.
    """

    family: str
    coding: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A text before and after conversion, and the letters for which the table has nothing."""

    before: str
    after: str
    unknown: str


class TableUnreadable(Failure):
    """A conversion table has a line that is not one."""

    text = mark(
        "Line {line} of the conversion table {file} is not understood. "
        "Write the old letters, a tab and the Lao letters on each line."
    )
    exit_code = 3


def recognise(text: str, font: str | None = None) -> LegacyFont | None:
    """Tell the legacy font that a text is set in, by the font's name or by the letters; None for other text."""
    if _LAO.search(text) or not _LETTER_OR_SIGN.search(text):
        return None
    family = (font or "").strip()
    coding = _coding(family)
    if coding and (coding not in _HIGH_ONLY or _LATIN_1.search(text)):
        return LegacyFont(family, coding)
    return LegacyFont(family, "") if _looks_legacy(text) else None


def _coding(family: str) -> str:
    return next((coding for coding, names in _FONTS if names.fullmatch(family)), "")


def _looks_legacy(text: str) -> bool:
    letters = len(_LETTER_OR_SIGN.findall(text))
    high = len(_LATIN_1.findall(text))
    return high >= _LEAST_LETTERS and high >= _LEAST_SHARE * letters


def tables(folder: Path) -> dict[str, dict[str, str]]:
    """Read the conversion tables of a folder: by coding (the name of the file), old letters to Lao letters."""
    return {path.stem: read_table(path) for path in sorted(folder.glob("*.tsv"))}


def read_table(path: Path) -> dict[str, str]:
    """Read a table: UTF-8, a line for each sequence of old letters, a tab, the Lao letters; comments after #.

    TableUnreadable names the first line that has no tab, no old letters, or old letters given before.
    """
    table: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), start=1):
        if not line or line.startswith("# "):
            continue
        old, tab, new = line.partition("\t")
        if not tab or not old or old in table:
            raise TableUnreadable(line=number, file=path.name)
        table[old] = new
    return table


def convert(text: str, table: Mapping[str, str]) -> str:
    """Write a legacy text in Unicode, longest sequences first; what the table lacks stays. Canonical."""
    if not table:
        return canonical(text)
    return canonical(_sequences(table).sub(lambda found: table[found[0]], text))


def preview(texts: Iterable[str], table: Mapping[str, str]) -> list[Preview]:
    """Show what conversion would make of texts, for a person to accept or refuse."""
    return [Preview(text, convert(text, table), _unknown(text, table)) for text in texts]


def _unknown(text: str, table: Mapping[str, str]) -> str:
    left = _sequences(table).sub("", text) if table else text
    return "".join(dict.fromkeys(_LETTER_OR_SIGN.findall(left)))


def _sequences(table: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
