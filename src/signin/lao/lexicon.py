"""The words that the segmenter knows: the word list, the words of offices, and an office's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from signin.assets import RESOURCES
from signin.lao.letters import CONSONANTS
from signin.lao.normalize import canonical

MOST_CLUSTERS = 14
"""Longest word looked for; the longest of the word list has 22 characters."""

_FILES = ("words.txt", "office-words.txt")
_TWO_WORDS = frozenset({"ເພື່ອການ", "ຈາກການ", "ຜ່ານການ", "ທີ່ຜ່ານການ", "ແມ່ນຄວາມ", "ດ້ວຍຄວາມ"})
"""In the word list, but the second half belongs to what follows: ເພື່ອ ການພັດທະນາ."""


_own: frozenset[str] = frozenset()


def use_own(words: Iterable[str]) -> None:
    """Make these the words that an office added in its settings; they hold for the whole process."""
    global _own  # noqa: PLW0603 - a setting of the language, like the lists themselves
    _own = frozenset(words)


def own() -> frozenset[str]:
    """Give the words that the office added."""
    return _own


@lru_cache(maxsize=8)
def known(extra: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give every word known, the office's own `extra` words among them, in canonical form."""
    return _shipped() | {canonical(word) for word in extra} if extra else _shipped()


@cache
def _shipped() -> frozenset[str]:
    """Read the lists of `resources/lao`: a canonical word a line, comments after #; lone consonants are none."""
    texts = ((RESOURCES / "lao" / name).read_text("utf-8") for name in _FILES)
    words = {line for text in texts for line in text.splitlines() if not line.startswith("#")}
    return frozenset(words.difference(CONSONANTS, _TWO_WORDS))
