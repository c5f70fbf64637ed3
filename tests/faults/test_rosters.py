"""What must not break when rosters, titles and pictures come in: a test for each promise."""

from __future__ import annotations

import csv
import struct
import time
import zlib
from datetime import datetime

import openpyxl
import pytest

from signin.exchange.delimited import DELIMITERS
from signin.exchange.failures import FileDamaged, LegacyFontText, RowWithoutName
from signin.exchange.pictures import PictureRefused, open_picture
from signin.exchange.roster import read_roster
from signin.exchange.roster_file import write_roster
from signin.exchange.safe_names import safe_file_name

HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ", "ໝາຍເຫດ"]
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "'; DROP TABLE attendee; --", "<img src=http://example.la/x>", "<b>&"]


@pytest.fixture
def roster(tmp_path):
    def made(*rows, head_row=1):
        book = openpyxl.Workbook()
        for at, row in enumerate([HEAD, *rows], start=head_row):
            for column, cell in enumerate(row, start=1):
                own = book.active.cell(at, column)
                own.value = cell
                if isinstance(cell, str):
                    own.data_type = "s"
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return made


def kinds(reading):
    return {notice.kind for notice in reading.notices}


def test_cells_that_look_like_formulas_are_text(roster):
    people = read_roster(
        roster(*([n, f"ຄົນ {n}", said, "ກ", None, said] for n, said in enumerate(HOSTILE, 1)))
    ).people
    assert [person.position for person in people] == HOSTILE
    assert [person.note for person in people] == HOSTILE


def test_files_we_write_hold_no_formula(tmp_path, attendee):
    people = [attendee(n, position=said, note=f"\t{said}") for n, said in enumerate(HOSTILE, 1)]
    write_roster(tmp_path / "out.csv", people, codes={})
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert not any(cell.startswith(tuple("=+-@\t\r")) for line in csv.reader(file) for cell in line)
    write_roster(tmp_path / "out.xlsx", people, codes={})
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert {cell.data_type for row in book.active for cell in row} <= {"s", "n"}


def test_head_below_other_rows_is_found(roster):
    assert read_roster(roster([1, "ບຸນມີ"], head_row=20)).header_row == 20


@pytest.mark.parametrize("phone", [2055512345, 2055512345.0, "2055512345.0", "2.055512345E9"])
def test_a_lost_zero_is_proposed_and_never_added(roster, phone):
    reading = read_roster(roster([1, "ບຸນມີ", None, None, phone]))
    assert reading.people[0].phone == "2055512345"
    assert kinds(reading) == {"phone-zero"}


def test_numbers_over_15_digits_are_flagged(roster):
    assert kinds(read_roster(roster([1, "ບຸນມີ", None, None, 12345678901234567890]))) == {"number-damaged"}


def test_dates_and_lao_digits_are_understood(roster):
    people = read_roster(roster(["໑", "ບຸນມີ", None, None, "໐໒໐ ໕໕໕໑ ໒໓໔໕", datetime(2567, 6, 12)])).people
    assert (people[0].number, people[0].phone, people[0].note) == (1, "020 5551 2345", "2567-06-12")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_text_files_are_told(tmp_path, encoding, delimiter):
    path = tmp_path / "list.csv"
    path.write_bytes(f"ລ/ດ{delimiter}ຊື່\r\n1{delimiter}ບຸນມີ\r\n2{delimiter}ມະນີ\r\n".encode(encoding))
    assert [person.name for person in read_roster(path).people] == ["ບຸນມີ", "ມະນີ"]


def test_text_in_letters_of_an_old_font_is_never_taken(roster):
    with pytest.raises(LegacyFontText, match="written in an old Lao font"):
        read_roster(roster([1, "®ñ´óê¾¤ ¦÷ì¾©"]))


def test_invisible_characters_are_stripped_and_told_and_emoji_kept(roster):
    reading = read_roster(roster([1, "ບຸນ\u202eມີ\u200b 👍"]))
    assert reading.people[0].name == "ບຸນມີ 👍"
    assert kinds(reading) == {"unseen-stripped"}


def test_duplicate_rows_are_shown_and_skipped(roster):
    reading = read_roster(roster([1, "ທ່ານ ບຸນມີ", None, "ກ"], [2, "ບຸນ\u200bມີ", None, "ກ"]))
    assert (len(reading.people), reading.skipped) == (1, 1)
    assert "duplicate-row" in kinds(reading)


def test_a_row_that_cannot_be_read_is_told_by_its_number(roster):
    with pytest.raises(RowWithoutName, match="Row 3: no name"):
        read_roster(roster([1, "ບຸນມີ"], [2, None, "ຄູ"]))


def test_broken_workbook_is_refused(roster):
    path = roster([1, "ບຸນມີ"])
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(FileDamaged):
        read_roster(path)


def test_picture_of_144_megapixels_is_refused_by_its_header(tmp_path):
    head = b"IHDR" + struct.pack(">IIBBBBB", 12_000, 12_000, 8, 2, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    (tmp_path / "huge.png").write_bytes(content)
    began = time.monotonic()
    with pytest.raises(PictureRefused):
        open_picture(tmp_path / "huge.png")
    assert time.monotonic() - began < 0.5


@pytest.mark.parametrize("title", ["../../x", "CON", "a:b", "ກ" * 300, "", "..", "nul.txt", "\x00"])
def test_titles_give_safe_file_names_inside_the_folder(tmp_path, title):
    path = safe_file_name(title, ".pdf", tmp_path)
    path.touch()
    assert path.resolve().parent == tmp_path.resolve()
    assert len(path.name.encode()) <= 120
    assert safe_file_name(title, ".pdf", tmp_path) != path
