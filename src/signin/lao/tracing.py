"""The canonical form of a text whose letters are known by where they came from.

What is found in the canonical form can then be shown in the text as somebody wrote it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from signin.lao.letters import AA, AM, MARKS
from signin.lao.normalize import ODD_SPACES, UNSEEN, canonical

_SPACES = f" {ODD_SPACES}"
_PIECE = re.compile(
    f"(?P<spaces>[{UNSEEN}]*[{_SPACES}][{_SPACES}{UNSEEN}]*)"
    f"|(?:ເ[{UNSEEN}]*ເ|ຫ[{UNSEEN}]*[ນມ]|.)[{MARKS}{AA}{AM}{UNSEEN}\u0300-\u036f]*",
    re.DOTALL,
)
"""What becomes canonical by itself: a letter with all that combines with it, or a run of spaces."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A canonical text; its letter `n` came from original[starts[n]:ends[n]]."""

    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where text[start:end], which is not empty, stands in the original."""
        return self.starts[start], self.ends[end - 1]


def trace(text: str, at: int = 0) -> Traced:
    """Make a text canonical and remember where each letter came from; `at` is where it begins in a longer one."""
    if canonical(text) == text:
        places = range(at, at + len(text))
        return Traced(text, array("L", places), array("L", (place + 1 for place in places)))
    return _stripped(_by_pieces(text, at))


def _by_pieces(text: str, at: int) -> Traced:
    texts, starts, ends = [], array("L"), array("L")
    for found in _PIECE.finditer(text):
        piece = " " if found["spaces"] else canonical(found[0])
        texts.append(piece)
        for _ in piece:
            starts.append(at + found.start())
            ends.append(at + found.end())
    return Traced("".join(texts), starts, ends)


def _stripped(traced: Traced) -> Traced:
    """Take the spaces off both ends, as the canonical form has it."""
    start = len(traced.text) - len(traced.text.lstrip(" "))
    end = max(start, len(traced.text.rstrip(" ")))
    return Traced(traced.text[start:end], traced.starts[start:end], traced.ends[start:end])


def joined(parts: Iterable[Traced]) -> Traced:
    """Put texts together, each letter still from where it came."""
    texts, starts, ends = [], array("L"), array("L")
    for part in parts:
        texts.append(part.text)
        starts.extend(part.starts)
        ends.extend(part.ends)
    return Traced("".join(texts), starts, ends)
