"""Names and titles in a box: smaller letters first, then more lines, then an error that says which text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from signin.typeset.breaking import lines, longest_word
from signin.typeset.failures import DoesNotFit
from signin.typeset.paragraph import Block
from signin.typeset.shaping import shape
from signin.typeset.style import Style

WRAP_BELOW = 0.7
"""Share of the wished size down to which a text shrinks on one line before it is set on several."""
_STEP = 0.95


def fit(text: str, width: float, height: float, style: Style, *, least: float) -> Block:
    """Set a text in a box of `width` by `height` points, in letters from `style.size` down to `least` points.

    On one line while that takes no less than seven tenths of the size; then on as many lines as the height
    holds, in the largest letters that fit, words whole; then on one line down to `least`; then, words broken
    between clusters, at `least`. Raises DoesNotFit where all that is too wide or too high.
    """
    for size, one_line in _tries(text, width, height, style, least):
        block = _set(text, width, replace(style, size=size))
        if block.height <= height + 1e-6 and (len(block.lines) == 1 or not one_line):
            return block
    raise DoesNotFit(text=text, size=least)


def _tries(text: str, width: float, height: float, style: Style, least: float) -> Iterator[tuple[float, bool]]:
    """Give the sizes to try, in order, and whether the text must stand on one line."""
    advance = shape(text, style.faces).advance * style.size / 1000
    single = min(style.size, style.size * width / advance if advance else style.size, height / style.leading)
    if single >= max(least, WRAP_BELOW * style.size):
        yield single, True
    size = style.size
    while size >= least:
        if longest_word(text, replace(style, size=size)) <= width:
            yield size, False
        size *= _STEP
    if single >= least:
        yield single, True
    yield least, False


def _set(text: str, width: float, style: Style) -> Block:
    try:
        return Block(lines(text, width, style), width, style)
    except DoesNotFit as error:
        raise DoesNotFit(text=text, size=style.size) from error
