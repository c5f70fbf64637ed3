"""Lines end at words, and nothing of a text is lost, whatever the text and the width."""

from __future__ import annotations

import re
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from lao.conftest import well_typed
from signin.desk.letters import fonts
from signin.desk.letters.breaking import broken, widest_part
from signin.lao.letters import MARKS
from signin.lao.segment import ZERO_WIDTH_SPACE, clusters

BOUND = settings(max_examples=300, deadline=None)
SYLLABLES = st.lists(st.one_of(well_typed(), st.sampled_from([" ", "ກອງປະຊຸມ", "ຄວາມ", "ດິຈິຕອນ"])), max_size=14)
STRANGE = [*"\u200b\t\n\xa0\ud800😀&(,ໆ", "e\u0301", "Aj", "12.5", "໐໑໒", "<b>", *MARKS]
ANYTHING = st.lists(st.one_of(well_typed(), st.sampled_from([*STRANGE, " "])), max_size=14).map("".join)
WIDTHS = st.integers(0, 160)


def measure(text):
    """Ten to a letter, nothing for a mark: what a line of Lao measures, roughly, but the same everywhere."""
    return 10.0 * len(re.sub(f"[{MARKS}\u0301]", "", text))


def without_spaces(text):
    return re.sub(rf"[\s{ZERO_WIDTH_SPACE}]", "", text)


@BOUND
@given(SYLLABLES.map("".join), WIDTHS)
def test_random_lao_never_breaks_inside_a_cluster(text, width):
    found = broken(text, width, measure)
    if not found.elided:
        cut = [without_spaces(cluster) for cluster in clusters(text)]
        ends = set(accumulate(map(len, cut)))
        assert {end for end in accumulate(len(without_spaces(line)) for line in found.lines) if end} <= ends


@BOUND
@given(ANYTHING, WIDTHS)
def test_nothing_is_lost_but_what_is_told_to_be_left_out(text, width):
    found = broken(text, width, measure)
    assert found.elided or without_spaces("".join(found.lines)) == without_spaces(text)
    assert found.elided or all(measure(line) <= width for line in found.lines)
    assert not any(ZERO_WIDTH_SPACE in line for line in found.lines)


@BOUND
@given(ANYTHING, WIDTHS, st.integers(1, 3), st.sampled_from(["words", "spaces"]))
def test_no_more_lines_than_asked_for_and_none_too_wide(text, width, most, breaks):
    found = broken(text, width, measure, breaks, most)
    assert 1 <= len(found.lines) <= most
    assert all(measure(line) <= width or line == "…" for line in found.lines)
    assert found.elided == any(line.endswith("…") for line in found.lines)
    if not found.elided:
        assert without_spaces("".join(found.lines)) == without_spaces(text)


@BOUND
@given(SYLLABLES.map("".join), WIDTHS)
def test_names_break_at_spaces_alone(text, width):
    found = broken(text, width, measure, "spaces")
    if not found.elided:
        assert " ".join(line for line in found.lines if line).split() == text.split()


@BOUND
@given(SYLLABLES.map("".join), st.integers(0, 400))
def test_lines_that_hold_the_widest_part_leave_nothing_out(text, width):
    for breaks in ("words", "spaces"):
        assert not broken(text, max(width, widest_part(text, measure, breaks)), measure, breaks).elided


def test_words_come_before_clusters_and_clusters_before_letters():
    assert broken("ກອງປະຊຸມຫ້ອງວ່າການ", 80, measure).lines == ("ກອງປະຊຸມ", "ຫ້ອງວ່າການ")
    assert broken("ປະຊາຊົນ", 50, measure).lines == ("ປະຊາ", "ຊົນ")
    assert broken("G-Share", 30, measure).lines == ("G-S", "har", "e")
    assert broken("໐໑໒໓໔", 20, measure).lines == ("໐໑", "໒໓", "໔")
    assert broken("ກອງປະຊຸມຫ້ອງວ່າການ", 90, measure, most=1).lines == ("ກອງປະຊຸມ…",)


def test_the_fonts_own_measure_does_as_well():
    advance = QFontMetricsF(fonts.font(12)).horizontalAdvance
    text = "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ ຫ້ອງວ່າການແຂວງ"
    for width in range(20, 400, 7):
        found = broken(text, width, advance)
        assert all(advance(line) <= width for line in found.lines)
        assert found.elided or without_spaces("".join(found.lines)) == without_spaces(text)
