"""How set text is put into a box of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from signin.typeset import Block, Document, DoesNotFit, Style, fit, mm, paragraph
from signin.typeset.breaking import longest_word

Anchor = Literal["top", "middle", "bottom"]
_SHARE: dict[Anchor, float] = {"top": 0.0, "middle": 0.5, "bottom": 1.0}

_STEP = 0.95
_EVEN = 4.0
"""Points within which lines count as equally long."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""


def put(
    document: Document,
    text: str,
    box: Box,
    style: Style,
    *,
    least: float,
    anchor: Anchor = "middle",
    wrap: bool = False,
) -> None:
    """Fit a text into a box and draw it there, at its top, in its middle or at its bottom, lines evenly filled.

    With `wrap` it takes more lines before it takes smaller letters. Raises DoesNotFit where it is too long even
    at `least` points.
    """
    if text:
        left, top, across, down = (edge * mm for edge in box)
        block = _wrapped(text, across, down, style) if wrap else None
        block = block or fit(text, across, down, style, least=least)
        block = balanced(text, across, block.style)
        block.draw(document, left, top + (down - block.height) * _SHARE[anchor])


def _wrapped(text: str, across: float, down: float, style: Style) -> Block | None:
    """Set a text in letters of the wished size, if it fits so without breaking a word."""
    if longest_word(text, style) > across:
        return None
    block = paragraph(text, across, style)
    return block if block.height <= down else None


def balanced(text: str, across: float, style: Style) -> Block:
    """Set a text on as few lines as `across` points allow, and make these lines about equally long.

    The block is as wide as it was told, so that a centred one stays in its middle.
    """
    block = paragraph(text, across, style)
    if len(block.lines) == 1:
        return block
    least, most = longest_word(text, style), across
    while most - least > _EVEN:
        middle = (least + most) / 2
        tried = paragraph(text, middle, style)
        if len(tried.lines) == len(block.lines):
            block, most = tried, middle
        else:
            least = middle
    return replace(block, width=across)


def put_below_another(
    document: Document, texts: Sequence[str], box: Box, style: Style, *, least: float, gap: float = 0.0
) -> None:
    """Set texts below one another in the middle of a box, all in the largest letters in which they fit.

    `gap` millimetres stay free between them. Raises DoesNotFit where they do not fit even at `least` points.
    """
    left, top, across, down = (edge * mm for edge in box)
    texts = [text for text in texts if text]
    gaps = gap * mm * max(0, len(texts) - 1)
    blocks = _together(texts, across, down - gaps, style, least)
    y = top + (down - gaps - sum(block.height for block in blocks)) / 2
    for block in blocks:
        y = block.draw(document, left, y) + gap * mm


def _together(texts: Sequence[str], across: float, down: float, style: Style, least: float) -> list[Block]:
    """Try smaller and smaller letters."""
    size = style.size
    while size >= least:
        blocks = [balanced(text, across, replace(style, size=size)) for text in texts]
        if sum(block.height for block in blocks) <= down:
            return blocks
        size *= _STEP
    raise DoesNotFit(text=max(texts, key=len), size=least)
