"""Where a Lao text may be broken into lines: clusters, words, and zero-width spaces between words.

Lao writes no spaces between words. A text is cut into clusters, which are never broken; then the cheapest
way through the clusters is looked for, by dynamic programming over a word list. Where no word is known,
syllables are kept together rather than broken wrongly.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from signin.lao import lexicon, people
from signin.lao.letters import CONSONANTS, ELLIPSIS, LEADING_VOWELS, MARKS, REPETITION, SILENCER, TONES
from signin.lao.normalize import canonical

ZERO_WIDTH_SPACE = "\u200b"

_LAO = "\u0e80-\u0ecf\u0edc-\u0eff"
_SPACE = f"\\s{ZERO_WIDTH_SPACE}"
_PIECE = re.compile(f"[{_LAO}]+|[{_SPACE}]+|(?:[^{_LAO}{_SPACE}]+[{MARKS}]*)+")

_C = f"[{CONSONANTS}]"
_ONSET = f"(?:ຫ[ງຍນມຣລວ]|{_C})\u0ebc?"
_NEEDS_FINAL = f"[ັົ][{TONES}]?{_C}(?![{MARKS}]*[{SILENCER}])"
_TAIL = f"[^{CONSONANTS}{LEADING_VOWELS}]*"
"""Vowels, marks, ໆ and ຯ: whatever cannot begin a cluster belongs to the one before it."""
_SILENT = f"(?:{_C}[ິຸ]?[{SILENCER}]{_TAIL})*"
_CLUSTER = re.compile(
    f"[{LEADING_VOWELS}]*{_ONSET}(?:{_NEEDS_FINAL})?{_TAIL}{_SILENT}|[{LEADING_VOWELS}]+{_TAIL}|.{_TAIL}",
    re.DOTALL,
)
_BARE = re.compile(f"{_C}[{REPETITION}{ELLIPSIS}]*{_SILENT}\\Z")

_KNOWN, _UNKNOWN, _STRAY = 10, 25, 100
"""What a known word, an unknown syllable, and a consonant that belongs nowhere cost."""

_MOST_FINALS = 2
"""Consonants after the vowel of one syllable, as in ເລຂທ."""

_OPENS = "([{“‘«<"
_CLOSES = ",;:!?)]}”’»>%…"
"""After these a line may break though no space follows; after a full stop it may not (ສ.ປ.ປ.ລາວ)."""
_HEADS = frozenset({"ການ", "ຄວາມ", "ຜູ້", "ນັກ"})
"""What makes a noun of the word after it (ການຄຸ້ມຄອງ, ຄວາມພ້ອມ): a line that ends with one reads as cut."""
_NO_NOUNS = frozenset({"ແລະ", "ຂອງ", "ໃນ", "ໃຫ້", "ໃດ", "ນີ້", "ນັ້ນ"})
_JOINS = frozenset("-–/")
"""After these it may where they stand between Lao words (ພັກ-ລັດ), not at the end of an address."""


def clusters(text: str) -> list[str]:
    """Cut a text into the smallest parts that are never broken; joined, they are the text again.

    A cluster is a consonant with the vowels and marks around it, with the consonant that ັ and ົ need
    after them, with silenced letters and ໆ. Foreign words, numbers and spaces are one cluster each.
    """
    return [cluster for piece in _PIECE.findall(text) for cluster in _clusters_of(piece)]


def _clusters_of(piece: str) -> list[str]:
    return _CLUSTER.findall(piece) if _is_lao(piece) else [piece]


def _is_lao(piece: str) -> bool:
    return "\u0e80" <= piece[0] <= "\u0eff" and not piece[0].isdecimal()


def words(text: str, extra: frozenset[str] | None = None) -> list[str]:
    """Cut a text into words, foreign words, numbers with their punctuation, and spaces; joined, it is the text.

    `extra` are words beside the word list and the office words of `resources/lao`: those that the office
    added in its settings, unless others are given.
    """
    known = lexicon.own() if extra is None else extra
    return [word for piece in _PIECE.findall(text) for word in _words_of(piece, known)]


def _words_of(piece: str, extra: frozenset[str]) -> list[str]:
    return _cheapest(_clusters_of(piece), lexicon.known(extra)) if _is_lao(piece) else [piece]


def _cheapest(parts: list[str], known: frozenset[str]) -> list[str]:
    """Walk from the end: what the rest costs, where its first word ends, and whether that word is known."""
    plain = [canonical(part) for part in parts]
    bare = [_BARE.match(part) is not None for part in plain]
    cost = [0] * (len(parts) + 1)
    first: list[tuple[int, bool]] = [(0, False)] * len(parts)
    for start in range(len(parts) - 1, -1, -1):
        end, price = _unknown(bare, start, cost)
        cost[start], first[start] = cost[end] + price, (end, False)
        word = ""
        for end in range(start + 1, min(len(parts), start + lexicon.MOST_CLUSTERS) + 1):
            word += plain[end - 1]
            if word in known and cost[end] + _KNOWN <= cost[start]:
                cost[start], first[start] = cost[end] + _KNOWN, (end, True)
    return _along(parts, bare, first)


def _unknown(bare: list[bool], start: int, cost: list[int]) -> tuple[int, int]:
    """Choose where a syllable that no word knows ends: with its final consonants, or with the vowel of ຄວາ."""
    if bare[start]:
        led = start + 1 < len(bare) and not bare[start + 1]
        return start + 1 + led, _UNKNOWN + _KNOWN if led else _STRAY
    ends = [start + 1]
    while ends[-1] < len(bare) and bare[ends[-1]] and len(ends) <= _MOST_FINALS:
        ends.append(ends[-1] + 1)
    return min(ends, key=cost.__getitem__), _UNKNOWN


def _along(parts: list[str], bare: list[bool], first: list[tuple[int, bool]]) -> list[str]:
    """Follow the cheapest way; neighbours that no word knows stay together, and so does a stray consonant."""
    found: list[str] = []
    start, after_known = 0, True
    while start < len(parts):
        end, is_known = first[start]
        stray = end == start + 1 and bare[start]
        if found and not is_known and (stray or not after_known):
            found[-1] += "".join(parts[start:end])
        else:
            found.append("".join(parts[start:end]))
        start, after_known = end, is_known
    return found


def breakable(text: str, extra: frozenset[str] | None = None, whole: tuple[str, ...] = ()) -> str:
    """Put U+200B where a line may break without a space, and change nothing else.

    Never inside a cluster, a known word, a foreign word, a number, an address of the internet, a part of a
    name that follows an honorific, or one of the texts `whole` (other names of people). Never before ໆ ຯ or
    closing punctuation, nor after opening, nor between ການ or ຄວາມ and the word that it makes a noun of.
    """
    return _breakable(text, lexicon.own() if extra is None else extra, whole)


@lru_cache(maxsize=4096)
def _breakable(text: str, extra: frozenset[str], whole: tuple[str, ...]) -> str:
    pieces = words(text, extra)
    breaks, offset = [], 0
    for before, after in pairwise(pieces):
        offset += len(before)
        if _may_part(before, after):
            breaks.append(offset)
    kept = _outside(text, breaks, whole)
    return ZERO_WIDTH_SPACE.join(text[start:end] for start, end in pairwise([0, *kept, len(text)]))


def breakable_name(text: str) -> str:
    """Give a person's name as a line may break in it: at its spaces only, never inside a part."""
    return text.replace(ZERO_WIDTH_SPACE, "")


def _may_part(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if _is_space(last) or _is_space(first):
        return False
    if _is_lao(after):
        if before in _HEADS and after not in _NO_NOUNS:
            return False
        return _is_lao(before) or last.isalnum() or last in _CLOSES or before in _JOINS
    return first.isalnum() or first in _OPENS


def _is_space(letter: str) -> bool:
    return letter.isspace() or letter == ZERO_WIDTH_SPACE


def _outside(text: str, breaks: list[int], whole: tuple[str, ...]) -> list[int]:
    """Keep the breaks that are not strictly inside a part of a name, or one of the texts to be left whole."""
    spans = people.parts(text)
    if whole:
        spans += [found.span() for found in re.finditer("|".join(map(re.escape, whole)), text)]
    return [offset for offset in breaks if not any(start < offset < end for start, end in spans)]
