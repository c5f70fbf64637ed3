"""Rows whose texts no paper can print are told when the roster is read."""

import openpyxl
import pytest

from signin.services import handed as handing
from signin.services.glyphs import lacking, looked_through


@pytest.fixture
def handed(tmp_path):
    """Read a list of these names: handed("ບຸນມີ", …)."""

    def read(*names):
        book = openpyxl.Workbook()
        for row in (
            ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຕຳແໜ່ງ"],
            *([nth, name, "ວິຊາການ"] for nth, name in enumerate(names, 1)),
        ):
            book.active.append(row)
        book.save(tmp_path / "list.xlsx")
        return handing.read_file(tmp_path / "list.xlsx")

    return read


def test_letters_that_no_font_has_are_told_with_their_rows(handed):
    reading = handed("ບຸນມີ ສີດາ", "ບຸນ\U0001f389 ສີ", "ສົມ ດີ", "สมชาย").reading
    (notice,) = [one for one in reading.notices if one.kind == "no-glyph"]
    assert notice.row == 3
    assert str(notice.message).startswith(
        "People with characters that no font has: 2: \U0001f389 (U+1F389), ส (U+0E2A)"
    )
    assert str(notice.message).endswith("Rows 3, 5.")


def test_it_is_told_once_however_often_it_is_looked_for(handed):
    reading = handed("ບຸນ\U0001f389 ສີ").reading
    assert looked_through(reading) == reading


def test_nothing_is_told_of_lao_and_latin_letters(handed):
    reading = handed("ບຸນມີ (Bounmy) ສີດາ", "John O’Neil").reading
    assert not [one for one in reading.notices if one.kind == "no-glyph"]


def test_many_such_letters_are_cut_short(handed):
    reading = handed("".join(map(chr, range(0x4E00, 0x4E20)))).reading
    assert "…" in str(reading.notices[-1].message)


def test_every_such_letter_of_a_text_is_found_once():
    assert lacking("中 a 中文 ກ") == "中文"
