"""What one scan tells about a scanner: whether it is right as it is set, and what to set otherwise."""

from __future__ import annotations

import math
from dataclasses import dataclass

from signin.desk.scanner import layouts
from signin.desk.scanner.burst import USUAL, End, Pace, Scan
from signin.desk.scanner.layouts import Layout
from signin.domain import codes
from signin.domain.verdict import Tone
from signin.words import Message, say

_NEAR = 0.75
"""A scanner nearer than this to the usual first gap will now and then be beyond it."""
_ROOM, _LEAST_ROOM = 1.4, 1.1
"""How much longer than the longest gap of one scan those of others may be."""
_LEAST_WHEN_SLOW = 14
"""Hands type as fast as slow scanners, but not fourteen keys in a row; whole codes have eighteen."""
MOST_GAP = 0.080
"""Seconds. Good typists take 100 ms and more a key, and letters without sense take longer: a scanner slower than
this cannot be told from a hand, and its pace is never kept."""
MOST_IDLE = 2 * MOST_GAP


@dataclass(frozen=True, slots=True)
class Trial:
    """What a scan said (`told`), as the PC would have typed it (`raw`), by which layout, and what to think of it.

    `pace` is proposed where the usual one is too quick for this scanner, and only a whole code tells it. `layout`
    is None where none is known that makes `raw` of `told`.
    """

    scan: Scan
    told: str
    raw: str
    whole: bool
    layout: Layout | None
    pace: Pace | None
    tone: Tone
    advice: tuple[Message, ...]


def tried(scan: Scan) -> Trial:
    """Judge a scanner by one scan of a badge."""
    told = layouts.meant(scan.text, scan.raw)
    whole = codes.is_whole(codes.cleaned(told))
    pace = proposed(scan) if whole else None
    ended, slow = scan.end in {End.ENTER, End.TAB}, whole and not _is_quick(scan)
    tone = (Tone.LOOK if slow or not ended else Tone.GO) if whole else Tone.STOP
    advice = (_about_the_code(told, whole=whole), _about_the_end(ended=ended), _about_the_pace(pace, slow=slow))
    layout = layouts.garbled_by(scan.raw, told)
    return Trial(scan, told, scan.raw, whole, layout, pace, tone, tuple(filter(None, advice)))


def proposed(scan: Scan) -> Pace | None:
    """Propose a pace for a scanner that the usual one may not hear; None where that is right, or nothing helps."""
    if _is_quick(scan) or scan.longest * _LEAST_ROOM > MOST_GAP:
        return None
    first_gap = min(math.ceil(scan.longest * _ROOM * 1000) / 1000, MOST_GAP)
    return Pace(first_gap, max(USUAL.idle, 2 * first_gap), _LEAST_WHEN_SLOW)


def is_a_scanners(pace: Pace) -> bool:
    """Whether hands stay slower than this, so that it may be kept."""
    return pace.first_gap <= MOST_GAP and pace.idle <= MOST_IDLE


def _is_quick(scan: Scan) -> bool:
    return scan.longest < _NEAR * USUAL.first_gap


def _about_the_code(told: str, *, whole: bool) -> Message | None:
    code = codes.cleaned(told)
    if whole:
        return None
    if codes.is_ours(code) and len(code) < codes.LENGTH:
        return say("A piece of the code is missing. Scan again, from a little farther away.")
    if len(code) == codes.LENGTH:
        return say("Some letters are wrong. Set the keyboard language of the scanner to English (US).")
    return say("This is no code of ours. Scan a badge that this program printed.")


def _about_the_end(*, ended: bool) -> Message | None:
    if ended:
        return None
    return say(
        "Set the scanner to send Enter after each code: its booklet has a barcode for that (“Enter” or “CR”)."
    )


def _about_the_pace(pace: Pace | None, *, slow: bool) -> Message | None:
    if pace is not None:
        return say(
            "This scanner types slowly. Use its pace, or set it to send without a pause between characters."
        )
    if slow:
        return say("This came as slowly as by hand. Set the scanner to send without a pause between characters.")
    return None
