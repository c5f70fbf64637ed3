"""Room for marks is measured, not trusted; nothing is kept that goes away."""

from __future__ import annotations

import gc
from itertools import product

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath
from PySide6.QtWidgets import QStyleOptionViewItem

from signin.desk.letters import drawing, fonts
from typeset.specimens import ABOVE, BELOW, CONSONANTS, TONES

FACES = [("screen", False), ("screen", True), ("paper", False), ("paper", True)]
STACKS = [
    *map("".join, product(CONSONANTS, ("", *BELOW, "ຼຸ", "ຼູ"), ("", *ABOVE), ("", *TONES))),
    *map("".join, product(CONSONANTS, ("", *TONES), "ຳ")),
]


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_no_stack_of_marks_reaches_farther_than_its_room(family, bold):
    font = fonts.font(12, bold=bold, family=family)
    font.setPixelSize(100)
    hand, advance = drawing.hand(font), QFontMetricsF(font).horizontalAdvance
    for stack in STACKS:
        path = QPainterPath()
        path.addText(QPointF(0, 0), font, stack)
        ink = path.boundingRect()
        assert ink.top() >= -hand.above, stack
        assert ink.bottom() <= hand.below, stack
        assert ink.left() >= -hand.left, stack
        assert ink.right() <= advance(stack) + hand.right, stack


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_lines_and_rows_are_as_far_apart_as_lao_needs(family, bold):
    for size in (9, 12, 20, 52):
        hand = drawing.hand(fonts.font(size, bold=bold, family=family))
        assert hand.leading >= 1.6 * hand.em
        assert hand.row() >= 1.8 * hand.em
        assert [hand.lines_in(hand.height(count)) for count in (1, 2, 7)] == [1, 2, 7]
        assert hand.lines_in(hand.height(3) - 1) == 2


def test_a_font_outlives_what_it_was_taken_from():
    for size in range(200, 210):
        option = QStyleOptionViewItem()
        option.font = fonts.font(size)
        hand = drawing.hand(option.font)
        del option
        gc.collect()
        assert hand.font.pointSize() == size


def test_the_largest_letters_that_fit_are_found():
    text, box = "ຍິນດີຕ້ອນຮັບສູ່ກອງປະຊຸມ", QRectF(0, 0, 300, 150)
    found = drawing.fitted(text, fonts.font(12), box, (10, 90))
    larger = QFont(fonts.font(12))
    larger.setPixelSize(found.hand.em + 1)
    block = drawing.lay(text, larger, box.width())
    assert found.height <= 150
    assert not found.elided
    assert block.height > 150 or drawing.least_width(text, larger) > 300
