"""What viewers copy out of a paper is what was put in."""

from __future__ import annotations

import pytest

from signin.typeset import Style, paragraph
from typeset.reading import check_with_qpdf, copied_by_pdfium, copied_by_poppler, paper
from typeset.specimens import LAO_LINES, MIXED_BOLD, MIXED_REGULAR, MIXED_SCREEN, ODD_NAMES, REPORT

PUT_IN = [*LAO_LINES, *MIXED_REGULAR, *MIXED_BOLD, *MIXED_SCREEN, *ODD_NAMES]


def sheet(family="paper", *, bold=False):
    def draw(document):
        for number, text in enumerate(PUT_IN, start=1):
            document.text(20, number * 30, text, size=12, bold=bold)

    return paper(draw, page=(1600, 30 * (len(PUT_IN) + 1)), family=family)


@pytest.mark.parametrize(("family", "bold"), [("paper", False), ("paper", True), ("screen", False)])
def test_every_line_is_copied_exactly(family, bold):
    data = sheet(family, bold=bold)
    assert copied_by_poppler(data) == PUT_IN
    assert copied_by_pdfium(data) == PUT_IN


@pytest.mark.parametrize("align", ["left", "centre", "right", "justified"])
def test_paragraphs_are_copied_with_their_spaces(align):
    block = paragraph("\n".join(REPORT), 240, Style(size=12, align=align), indent=20)
    data = paper(lambda document: block.draw(document, 60, 40))
    assert copied_by_poppler(data) == [line.text for line in block.lines]
    assert copied_by_pdfium(data) == [line.text for line in block.lines]


def test_the_lines_of_a_paragraph_are_its_text():
    block = paragraph(REPORT[0], 240, Style(size=12, align="justified"))
    assert "".join(line.text for line in block.lines).replace(" ", "") == REPORT[0].replace(" ", "")


def test_zero_width_spaces_are_not_copied():
    data = paper(lambda document: document.text(20, 40, "ກອງ\u200bປະຊຸມ", size=12))
    assert copied_by_pdfium(data) == ["ກອງປະຊຸມ"]
    assert copied_by_poppler(data) == ["ກອງປະຊຸມ"]


def test_qpdf_finds_nothing_to_say(tmp_path):
    check_with_qpdf(sheet(), tmp_path)
