"""Names and titles in a box: smaller, then on more lines, then reported."""

from __future__ import annotations

import pytest

from signin.typeset import DoesNotFit, Style, fit, width
from typeset.reading import glyphs_of, paper

NAME = "ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີ"
STYLE = Style(size=30, bold=True, align="centre", breaks="spaces")


def fitted(text, box=(200, 60), style=STYLE, least=8):
    return fit(text, *box, style, least=least)


def test_a_short_name_keeps_its_size():
    block = fitted("ວັນນະພາ")
    assert block.style.size == 30
    assert len(block.lines) == 1


def test_a_longer_name_shrinks_on_its_line():
    block = fitted(NAME, box=(300, 60))
    assert 0.7 * 30 <= block.style.size < 30
    assert len(block.lines) == 1
    assert width(NAME, block.style.size, bold=True) == pytest.approx(300, abs=0.1)


def test_a_long_name_goes_on_two_lines_between_its_parts():
    block = fitted(NAME, box=(160, 70))
    assert len(block.lines) == 2
    assert [line.text for line in block.lines] == ["ທ່ານ ນ. ວັນນະພາ", "ພົມມະທັນສີ"]


def test_a_name_of_300_characters_shrinks_wraps_and_is_then_reported():
    name = " ".join(["ວັນນະພາ", "ພົມມະທັນສີ"] * 16)[:300]
    wide = fitted(name, box=(400, 120))
    assert len(wide.lines) > 3
    assert wide.style.size < 30
    with pytest.raises(DoesNotFit) as failure:
        fitted(name, box=(150, 40))
    assert failure.value.values == {"text": name, "size": 8}
    assert failure.value.exit_code == 7


def test_300_characters_without_a_space_break_between_clusters_as_a_last_resort():
    name = "ວັນນະພາພົມມະທັນສີ" * 18
    block = fitted(name, box=(300, 200))
    assert block.style.size == 8
    assert "".join(line.text for line in block.lines) == name


@pytest.mark.parametrize("box", [(80, 30), (120, 50), (200, 60), (500, 40)])
@pytest.mark.parametrize("count", [1, 2, 4, 8])
def test_what_fits_never_leaves_its_box(box, count):
    name = " ".join([NAME] * count)
    try:
        block = fitted(name, box=box)
    except DoesNotFit:
        return
    assert block.height <= box[1] + 1e-6
    assert all(line.advance <= box[0] + 1e-6 for line in block.lines)
    lines = glyphs_of(paper(lambda document: block.draw(document, 10, 10)))
    assert len({round(glyphs[0].y, 2) for glyphs in lines}) == len(lines)


def test_a_box_too_narrow_for_a_cluster_is_reported():
    with pytest.raises(DoesNotFit) as failure:
        fitted("ເຂົ້າ", box=(3, 60))
    assert failure.value.values["text"] == "ເຂົ້າ"


def test_a_low_box_makes_letters_smaller():
    assert fitted("ວັນ", box=(300, 32)).style.size == pytest.approx(20, abs=1.5)
    assert fitted("", box=(300, 60)).style.size == 30
