"""Running text: lines break at words, never inside a cluster, and never past the edge."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.lao import segment
from signin.typeset import DoesNotFit, Style, paragraph, shape, stack, width
from typeset.reading import glyphs_of, paper
from typeset.specimens import CONSONANTS, REPORT

JUSTIFIED = Style(size=12, align="justified")


def texts(block):
    return [line.text for line in block.lines]


@pytest.mark.parametrize("column", [120, 180, 240, 400])
def test_lines_break_at_words_and_spaces_only(column):
    for text in REPORT:
        allowed = {part for piece in segment.breakable(text).split(" ") for part in piece.split("\u200b")}
        rest = text
        for line in texts(paragraph(text, column, JUSTIFIED)):
            assert rest.startswith(line)
            rest = rest[len(line) :]
            last_word = line.split(" ")[-1]
            assert any(last_word.endswith(word) for word in allowed)
            rest = rest.lstrip(" ")
        assert rest == ""


@pytest.mark.parametrize("column", [60, 120, 240])
@pytest.mark.parametrize("bold", [False, True])
def test_no_line_is_wider_than_the_column(column, bold):
    style = Style(size=11, bold=bold)
    for text in REPORT:
        for line in texts(paragraph(text, column, style)):
            assert width(line, 11, bold=bold) <= column + 0.01


def test_a_text_that_fits_is_one_line():
    assert texts(paragraph("ສະບາຍດີ ທຸກທ່ານ", 200, Style())) == ["ສະບາຍດີ ທຸກທ່ານ"]
    assert texts(paragraph("", 200, Style())) == [""]


def test_a_word_longer_than_the_line_breaks_between_clusters_only():
    word = "ເຂົ້າເຄື່ອງຫຼວງນ້ຳປື້ນຝັ່ງໂທລະສັບ" * 3
    clusters = segment.clusters(word)
    edges = {len("".join(clusters[:count])) for count in range(len(clusters) + 1)}
    lines = texts(paragraph(word, 40, Style(size=12, breaks="spaces")))
    assert len(lines) > 5
    assert "".join(lines) == word
    assert {len("".join(lines[:count])) for count in range(len(lines) + 1)} <= edges


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "ເ", "ແ", "ໂ", "ໃ"]),
            st.sampled_from(CONSONANTS),
            st.sampled_from(["", "ຸ", "ິ", "ື", "ຼ"]),
            st.sampled_from(["", "່", "້"]),
            st.sampled_from(["", "ະ", "າ", "ຳ"]),
        ).map("".join),
        min_size=1,
        max_size=30,
    ).map("".join),
    st.floats(40, 120),
)
def test_wrapping_never_cuts_a_cluster(text, column):
    edges, place = {0}, 0
    for cluster in segment.clusters(text):
        place += len(cluster)
        edges.add(place)
    lines = texts(paragraph(text, column, Style(size=12)))
    assert "".join(lines) == text
    assert {len("".join(lines[:count])) for count in range(len(lines) + 1)} <= edges


def test_a_long_foreign_word_breaks_between_letters():
    address = "https://example.la/" + "a" * 60
    lines = texts(paragraph(address, 100, Style(size=12)))
    assert "".join(lines) == address
    assert len(lines) > 3


def test_a_cluster_wider_than_the_column_is_reported():
    with pytest.raises(DoesNotFit) as failure:
        paragraph("ເຂົ້າ", 10, Style(size=12))
    assert failure.value.values == {"text": "ເຂົ້າ", "size": 12}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ແຜນການ 2021 - 2025 ຂອງແຂວງ", "2021 - 2025"),
        ("ໄລຍະ 10 ປີ ( 2021 – 2030 ) ແລະ", "( 2021 – 2030 )"),
        ("ມີ 3 ຂໍ້ຄື: 1. ການຝຶກ, 2. ການສອນ ແລະ", "2. ການສອນ"),
    ],
)
def test_no_line_ends_inside_a_range_in_brackets_or_after_the_number_of_a_point(text, kept):
    for column in range(90, 200, 3):
        assert any(kept in line for line in texts(paragraph(text, column, Style(size=12))))


def test_names_break_at_spaces_only():
    block = paragraph("ທ່ານ ວັນນະພາ ພົມມະທັນສີສະຫວັດ", 110, Style(size=12, breaks="spaces"))
    assert [part for line in texts(block) for part in line.split(" ")] == ["ທ່ານ", "ວັນນະພາ", "ພົມມະທັນສີສະຫວັດ"]
    assert len(block.lines) > 1


def test_breaks_that_the_text_brings_are_kept_to():
    block = paragraph("ກອງປະຊຸມ\u200bໃຫຍ່ຂອງແຂວງ", 80, Style(size=12))
    assert texts(block) == ["ກອງປະຊຸມ", "ໃຫຍ່ຂອງແຂວງ"]


def test_justified_lines_reach_both_edges_but_the_last():
    block = paragraph("\n".join(REPORT), 260, JUSTIFIED, indent=24)
    lines = glyphs_of(paper(lambda document: block.draw(document, 50, 50)))
    face = stack().faces[0]
    reached = 0
    for line, glyphs in zip(block.lines, lines, strict=True):
        assert glyphs[0].x == pytest.approx(50 + line.indent, abs=0.01)
        last = next(glyph for glyph in reversed(glyphs) if face.widths[glyph.glyph])
        right = last.x + face.widths[last.glyph] * 12 / 1000
        assert right <= 50 + 260 + 0.02
        if not line.last and right > 50 + 260 - 0.02:
            reached += 1
        if line.last:
            assert right == pytest.approx(50 + line.indent + line.advance, abs=0.02)
    assert reached >= sum(not line.last for line in block.lines) * 0.6


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_lines_stand_on_their_side(align, share):
    block = paragraph(REPORT[0], 260, Style(size=12, align=align))
    lines = glyphs_of(paper(lambda document: block.draw(document, 50, 50)))
    for line, glyphs in zip(block.lines, lines, strict=True):
        assert glyphs[0].x == pytest.approx(50 + (260 - line.advance) * share, abs=0.01)


def test_a_block_splits_over_columns_and_loses_nothing():
    block = paragraph("\n".join(REPORT), 200, JUSTIFIED)
    parts = []
    rest = block
    while rest is not None:
        part, rest = rest.split(100)
        assert part is not None
        assert part.height <= 100
        parts += part.lines
    assert tuple(parts) == block.lines
    assert block.split(5) == (None, block)
    assert block.split(10_000) == (block, None)


def test_lines_lie_a_leading_apart_and_marks_stay_inside():
    block = paragraph("ໝື້ ໝື້\nງຸ", 200, Style(size=20))
    data = paper(lambda document: block.draw(document, 50, 100))
    top, below = glyphs_of(data)
    assert top[0].y - below[0].y == pytest.approx(20 * 1.6, abs=0.01)
    assert 841.89 - top[0].y == pytest.approx(100 + 20 * 1.14, abs=0.01)
    (run,) = shape("ໝື້", stack()).runs
    highest = max(y + face_extents(run.face, glyph) for glyph, y in zip(run.glyphs, run.ys, strict=True))
    assert highest <= 1140


def face_extents(face, glyph):
    return face.shaper.get_glyph_extents(glyph).y_bearing * 1000 / face.units


def test_a_leading_that_would_clip_marks_is_refused():
    with pytest.raises(ValueError, match="clip"):
        Style(leading=1.2)
