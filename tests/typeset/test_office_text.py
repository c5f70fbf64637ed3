"""A page of an office's report, justified in two columns: every line ends where a reader would end it."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path

import pytest

from signin.lao import lexicon, segment
from signin.typeset import Style, mm, paragraph
from typeset.reading import copied_by_pdfium, copied_by_poppler, glyphs_of, paper, picture

DATA = Path(__file__).parent.parent / "data"
TEXT = (DATA / "office-text.lo.txt").read_text("utf-8").strip()
READ = (DATA / "office-text.words.txt").read_text("utf-8").strip()
"""The same text with a | wherever somebody who reads Lao would let a line end without a space; read by hand."""
NAMES = ["ດາລາວັນ", "ຈັນທະມາລີ", "ບຸນຖະໜອມ", "ສີວິໄລວົງ", "ພອນປະເສີດ", "ແກ້ວມະນີຈັນ"]
TOWN = "ໄຊສະຫວ່າງ"
COLUMN = 81 * mm
JUSTIFIED = Style(size=11, align="justified")


@pytest.fixture(autouse=True)
def _town():
    """The office has told its settings the name of its town, which no word list knows."""
    lexicon.use_own([TOWN])
    yield
    lexicon.use_own([])


def columns(width, height=255 * mm):
    rest = paragraph(TEXT, width, JUSTIFIED, indent=22)
    while rest is not None:
        part, rest = rest.split(height)
        yield part


def lines_of(width):
    return [line.text for part in columns(width) for line in part.lines]


def ends_that_are_read():
    """Where a line may end, counted in letters without spaces."""
    parts = re.split(r"[|\s]+", READ)
    return set(accumulate(len(part) for part in parts))


def test_the_text_was_read_as_it_stands():
    assert READ.replace("|", "") == TEXT
    assert len([word for word in segment.words(TEXT) if "ກ" <= word[0] <= "ໝ"]) > 340


@pytest.mark.parametrize("width", [COLUMN, 50 * mm, 65 * mm, 120 * mm, 170 * mm])
def test_every_line_ends_at_a_word(width):
    ends = list(accumulate(len(line.replace(" ", "")) for line in lines_of(width)))
    assert len(ends) > 15
    assert set(ends) <= ends_that_are_read()
    assert "".join(lines_of(width)).replace(" ", "") == TEXT.replace(" ", "").replace("\n", "")


def test_no_word_that_was_read_is_broken_anywhere():
    found = segment.breakable(TEXT).replace(segment.ZERO_WIDTH_SPACE, "|")
    breaks = set(accumulate(len(part) for part in re.split(r"[|\s]+", found)))
    assert breaks <= ends_that_are_read()


@pytest.mark.parametrize("width", [50 * mm, COLUMN, 120 * mm])
def test_names_and_the_town_stand_on_one_line(width):
    lines = lines_of(width)
    for whole in [*NAMES, TOWN]:
        assert any(whole in line for line in lines), whole


def test_without_its_settings_the_town_may_be_broken():
    lexicon.use_own([])
    assert TOWN not in segment.breakable(TEXT).split(segment.ZERO_WIDTH_SPACE)
    widths = [width * mm for width in range(40, 90)]
    assert not all(any(TOWN in line for line in lines_of(width)) for width in widths)


def draw(document):
    for place, part in enumerate(columns(COLUMN, 170 * mm)):
        part.draw(document, (20 + place * 89) * mm, 12 * mm)


def test_two_columns_are_copied_line_by_line():
    data = paper(draw)
    lines = lines_of(COLUMN)
    assert copied_by_pdfium(data) == lines
    assert copied_by_poppler(data, "-raw") == lines
    lefts = {round(glyphs[0].x) for glyphs in glyphs_of(data)}
    assert lefts == {round(20 * mm), round(20 * mm + 22), round(109 * mm), round(109 * mm + 22)}


def test_two_columns_look_as_they_did(golden):
    golden("office-text", picture(paper(draw, page=(210 * mm, 190 * mm)), dpi=75))
