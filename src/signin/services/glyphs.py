"""Characters that no font of the papers has: told when a roster is read, before they stop a paper."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from signin.exchange.notices import ranges
from signin.exchange.people import RosterLine
from signin.exchange.roster import Notice, Reading
from signin.typeset import MissingGlyph, Stack, stack
from signin.typeset.shaping import itemized
from signin.words import say

KIND = "no-glyph"
_PRINTED = ("prefix", "name", "position", "organisation", "province", "phone")
_SHOWN = 12


def looked_through(reading: Reading) -> Reading:
    """Add a notice of the rows whose texts no paper can print; done twice, it is told once."""
    lacking = {line.row: found for line in reading.people if (found := _lacking_of(line))}
    notices = tuple(notice for notice in reading.notices if notice.kind != KIND)
    return replace(reading, notices=(*notices, _notice(lacking)) if lacking else notices)


def lacking(text: str) -> str:
    """Give the characters of a text that no font of the papers has, each once."""
    return "".join(dict.fromkeys(one for bold in (False, True) for one in _lacking(text, stack(bold=bold))))


def _lacking_of(line: RosterLine) -> str:
    return lacking(" ".join(getattr(line, field) for field in _PRINTED))


def _lacking(text: str, faces: Stack) -> Iterable[str]:
    while not faces.lao.issuperset(text):
        try:
            deque(itemized(text, faces), maxlen=0)
        except MissingGlyph as missing:
            one = chr(int(str(missing.values["code"]).removeprefix("U+"), 16))
            yield one
            text = text.replace(one, "")
        else:
            return


def _notice(lacking: dict[int, str]) -> Notice:
    found = list(dict.fromkeys("".join(lacking.values())))
    shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in found[:_SHOWN]) + (" …" if found[_SHOWN:] else "")
    text = say(
        "People with characters that no font has: {count}: {characters}. No paper prints them; replace them. "
        "Rows {rows}.",
        count=len(lacking),
        characters=shown,
        rows=ranges(lacking),
    )
    return Notice(min(lacking), KIND, text)
