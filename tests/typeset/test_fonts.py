"""Which face draws what, and which fonts are refused."""

from __future__ import annotations

from hashlib import sha256

import pytest
from fontTools.ttLib import TTFont

from signin.assets import FONTS
from signin.typeset import AbsurdAdvance, MissingGlyph, shape, stack, width
from signin.typeset.fonts import load
from signin.typeset.glyph_texts import glyph_texts
from signin.typeset.shaping import itemized


def faces_of(text, *, bold=False, family="paper"):
    return [(item.face.name, item.text) for item in itemized(text, stack(family, bold=bold))]


def test_latin_in_bold_lao_is_drawn_in_the_stand_in():
    assert faces_of("ກົມ ICT", bold=True) == [("Phetsarath-Bold", "ກົມ "), ("NotoSansLao-Bold", "ICT")]


def test_a_mark_stays_in_the_font_of_its_base():
    assert faces_of("ໞ້ກ້") == [("NotoSansLao-Regular", "ໞ້"), ("PhetsarathOT", "ກ້")]
    assert faces_of("A້", bold=True) == [("NotoSansLao-Bold", "A້")]


@pytest.mark.parametrize(
    ("text", "named", "code"),
    [
        ("ສະບາຍດີ 😀", "😀", "U+1F600"),
        ("ກ\u0323ກ", "◌\u0323", "U+0323"),
        ("ກ\tຂ", "control character", "U+0009"),
        ("ກ\nຂ", "control character", "U+000A"),
        ("ກ\u202eຂ", "RIGHT-TO-LEFT OVERRIDE", "U+202E"),
        ("ກ\u00adຂ", "SOFT HYPHEN", "U+00AD"),
        ("漢", "漢", "U+6F22"),
    ],
)
def test_a_character_without_a_glyph_is_named(text, named, code):
    with pytest.raises(MissingGlyph) as failure:
        shape(text, stack())
    assert failure.value.values == {"character": named, "code": code, "context": text}
    assert failure.value.exit_code == 7
    assert code in str(failure.value)


def test_a_mark_that_its_bases_font_lacks_is_named():
    assert shape("¤", stack()).advance
    assert shape("é\u0301", stack()).advance
    with pytest.raises(MissingGlyph) as failure:
        shape("¤\u0301", stack())
    assert failure.value.values["code"] == "U+0301"
    assert failure.value.values["character"] == "◌\u0301"


def test_a_font_with_an_absurd_advance_is_refused(tmp_path):
    path = tmp_path / "Phetsarath_OT_2.ttf"
    with TTFont(FONTS / "Phetsarath_OT.ttf") as font:
        glyph = font.getBestCmap()[0x0EB6]
        font["hmtx"][glyph] = (65533, 0)
        font.save(path)
    with pytest.raises(AbsurdAdvance) as failure:
        load(path)
    assert failure.value.values["font"] == path.name
    assert failure.value.values["ems"] == 32
    assert failure.value.exit_code == 7


def test_the_fonts_are_those_that_are_told_of():
    told = (FONTS / "FONTS.md").read_text("utf-8")
    for path in FONTS.glob("*.ttf"):
        assert f"`{path.name}`" in told
        assert sha256(path.read_bytes()).hexdigest() in told


def test_stacks_are_loaded_once():
    assert stack("paper", bold=False) is stack()
    assert stack().faces[1] is stack("screen").faces[0]


def test_width_is_the_advance_in_points():
    # ກ is 1282 of 2048 units wide in Phetsarath OT, and marks have no width.
    assert width("ກ", 20) == pytest.approx(20 * 1282 / 2048)
    assert width("ກໍ່", 20) == width("ກ", 20)
    assert width("", 20) == 0
    assert width("ກ", 20, bold=True) == pytest.approx(20 * 1446 / 2048)
    assert width("ກ", 20, family="screen") == pytest.approx(20 * 614 / 1000)


def test_glyphs_that_substitutions_made_say_what_they_stand_for():
    for bold in (False, True):
        face = stack(bold=bold).faces[0]
        texts = glyph_texts(face.path)
        for syllable in ("ກ່", "ປື້ນ", "ຝັ່ງ", "ຫຼຸ່", "ຟຼູ", "ເຂົ້າ", "ກໍ່"):
            (run,) = shape(syllable, stack(bold=bold)).runs
            said = "".join(texts[glyph] for glyph in run.glyphs)
            assert sorted(said) == sorted(syllable)
