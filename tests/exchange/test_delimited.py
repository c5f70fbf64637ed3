"""Delimited text: encodings, delimiters, escapes."""

from __future__ import annotations

import pytest

from signin.exchange import tables
from signin.exchange.roster import read_roster

TEXT = 'ລ/ດ,ຊື່ ແລະ ນາມສະກຸນ,ເບີໂທ\r\n1,ທ່ານ ບຸນມີ ສີສຸລາດ,020 5551 2345\r\n2,"ນາງ ມະນີ, ວັນ",\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_told(text_file, encoding):
    people = read_roster(text_file(TEXT, encoding=encoding)).people
    assert [person.name for person in people] == ["ບຸນມີ ສີສຸລາດ", "ມະນີ, ວັນ"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_told(text_file, delimiter):
    text = "\n".join(
        delimiter.join(line) for line in (["ລ/ດ", "ຊື່", "ໝາຍເຫດ"], ["1", "ບຸນມີ", "ກ, ຂ"], ["2", "ມະນີ", ""])
    )
    people = read_roster(text_file(text.replace("ກ, ຂ", "ກ ຂ" if delimiter == "," else "ກ, ຂ"))).people
    assert [person.name for person in people] == ["ບຸນມີ", "ມະນີ"]


def test_a_line_that_says_its_delimiter(text_file):
    (sheet,) = tables.read(text_file("sep=;\r\nຊື່;ລ/ດ\r\nບຸນມີ;1\r\n"))
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("ຊື່", "ລ/ດ")), (3, ("ບຸນມີ", "1"))]


def test_escaping_apostrophe_is_taken_off_once(text_file):
    (sheet,) = tables.read(text_file("'=1+1,''=2,'+856,'ab,'\n"))
    assert sheet.rows[0].cells == ("=1+1", "'=2", "+856", "'ab", "'")


def test_text_under_the_name_of_a_workbook(text_file):
    assert len(read_roster(text_file(TEXT, "list.xls")).people) == 2


def test_workbook_under_the_name_of_text(xlsx):
    assert len(read_roster(xlsx([["ລ/ດ", "ຊື່"], [1, "ບຸນມີ"]], "list.csv")).people) == 1


def test_blank_lines_keep_the_numbers_of_rows(text_file):
    (sheet,) = tables.read(text_file("a,b\n\n,,\nc,d\n"))
    assert [row.number for row in sheet.rows] == [1, 4]


def test_a_field_without_end_is_damaged(text_file):
    from signin.exchange.failures import FileDamaged

    with pytest.raises(FileDamaged):
        tables.read(text_file('a,"' + "x" * 200_000))
