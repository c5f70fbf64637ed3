"""Every glyph on the page lies where HarfBuzz puts it."""

from __future__ import annotations

import pytest
import uharfbuzz as hb

from signin.assets import FONTS
from signin.lao.letters import (
    ABOVE,
    BELOW,
    CONSONANTS,
    DIGITS,
    LEADING_VOWELS,
    MARKS,
    TONES,
    TRAILING_VOWELS,
)
from typeset.reading import DrawnGlyph, glyphs_of, paper
from typeset.specimens import LAO_LINES, MIXED_BOLD, MIXED_REGULAR, MIXED_SCREEN

FACES = {
    "regular": ("Phetsarath_OT.ttf", "NotoSansLao-Regular.ttf"),
    "bold": ("Phetsarath-Bold.ttf", "NotoSansLao-Bold.ttf"),
    "screen": ("NotoSansLao-Regular.ttf",),
}
PALI = set("ຆຉຌຎຏຐຑຒຓຘຠຨຩຬໞໟ\u0eba\u0ece")
"""Letters that Phetsarath lacks; they are drawn in the stand-in (ໞ and ໟ in the mixed lines)."""
SIZE = 17
LINE = 30
TOLERANCE = 0.002
"""Points: the page says thousandths of a point."""


def expected(pieces, faces, x, y):
    """Shape the pieces with HarfBuzz alone."""
    glyphs = []
    for place, script, text in pieces:
        face = hb.Face(hb.Blob.from_file_path(str(FONTS / faces[place])))
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", script, "lo"
        hb.shape(hb.Font(face), buffer)
        em = SIZE / face.upem
        name = faces[place].removesuffix(".ttf").replace("_", "")
        for info, pos in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append(DrawnGlyph(name, info.codepoint, x + pos.x_offset * em, y + pos.y_offset * em))
            x += pos.x_advance * em
    return glyphs


def drawn(texts, style):
    def draw(document):
        for number, text in enumerate(texts, start=1):
            document.text(20, number * LINE, text, size=SIZE, bold=style == "bold")

    page = (2000, (len(texts) + 1) * LINE)
    return glyphs_of(paper(draw, page=page, family="screen" if style == "screen" else "paper")), page[1]


def assert_same(found, wanted):
    assert [(one.font, one.glyph) for one in found] == [(one.font, one.glyph) for one in wanted]
    for here, there in zip(found, wanted, strict=True):
        assert here.x == pytest.approx(there.x, abs=TOLERANCE)
        assert here.y == pytest.approx(there.y, abs=TOLERANCE)


def test_there_are_lines_enough():
    """Every mark, and every stack of up to three marks on every consonant that is written today."""
    assert len(set(LAO_LINES)) >= 80
    letters = set("".join(LAO_LINES))
    assert {*CONSONANTS, *MARKS, *TRAILING_VOWELS, *LEADING_VOWELS, *DIGITS, "ໆ", "ຯ"} - letters == PALI
    together = " ".join(LAO_LINES).split(" ")
    for consonant in "ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮໜໝ":
        for mark in [*ABOVE[:6], *BELOW]:
            assert {f"{consonant}{mark}{tone}" for tone in ["", *TONES]} <= set(together)
            assert {f"{consonant}\u0ebc{mark}{tone}" for tone in ["", *TONES]} <= set(together)


@pytest.mark.parametrize("style", FACES)
def test_lao_lines_lie_as_harfbuzz_says(style):
    lines, height = drawn(LAO_LINES, style)
    assert len(lines) == len(LAO_LINES)
    for number, (text, found) in enumerate(zip(LAO_LINES, lines, strict=True), start=1):
        assert_same(found, expected([(0, "Laoo", text)], FACES[style], 20, height - number * LINE))


@pytest.mark.parametrize(
    ("style", "mixed"), [("regular", MIXED_REGULAR), ("bold", MIXED_BOLD), ("screen", MIXED_SCREEN)]
)
def test_mixed_lines_change_face_and_script_between_clusters(style, mixed):
    lines, height = drawn(list(mixed), style)
    for number, (pieces, found) in enumerate(zip(mixed.values(), lines, strict=True), start=1):
        assert_same(found, expected(pieces, FACES[style], 20, height - number * LINE))


def test_zero_width_spaces_leave_no_trace():
    (with_breaks,), _ = drawn(["ກອງ\u200bປະຊຸມ\u200bໃຫຍ່"], "regular")
    (without,), _ = drawn(["ກອງປະຊຸມໃຫຍ່"], "regular")
    assert with_breaks == without
