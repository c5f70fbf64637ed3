"""Rosters written and read back."""

from __future__ import annotations

import codecs
import zipfile
from datetime import datetime

import pytest

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange import roster_file, table_file, tables
from signin.exchange.roster import read_roster
from signin.exchange.roster_file import write_roster

FIELDS = (
    "number",
    "prefix",
    "name",
    "sex",
    "sex_source",
    "position",
    "organisation",
    "province",
    "phone",
    "email",
)
MORE = ("category", "note", "attention")


@pytest.fixture
def crowd(attendee):
    female = {"sex": Sex.FEMALE, "sex_source": SexSource.STATED}
    return [
        attendee(1, prefix="ທ່ານ ປອ.", name="ທະວີສັກ ມະໂນທັມ", category=Category.CHAIR, **female),
        attendee(2, prefix="ນາງ", name="ມະນີວັນ ເຈົ້າໄຊ", sex=Sex.FEMALE, sex_source=SexSource.PROPOSED),
        attendee(4, name="=SUM(A1)", note="+1", attention="-2", organisation="@cmd", position="'=x"),
        attendee(5, name="<b>ບຸນ & ມີ", phone="02055512345", email="a@example.la", province="ຄຳມ່ວນ"),
        attendee(7, name="'; DROP TABLE", phone="+856 20 5551 2345", category=Category.PRESS),
        attendee(9, name="http://example.la", phone="2055512345 / 030 1234567", category=Category.RESOURCE_PERSON),
        attendee(10, name="ອາລີ 👩 ວົງ", category=Category.ORGANISER, sex=Sex.MALE, sex_source=SexSource.STATED),
        attendee(11, name="ຄົນ ສຸດທ້າຍ", category=Category.GUEST),
    ]


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_reading_back_gives_the_same_people(tmp_path, crowd, suffix, language):
    path = tmp_path / f"out{suffix}"
    codes = {person.id: f"CODE{person.number}" for person in crowd}
    write_roster(path, crowd, codes=codes, arrived={"a1": datetime(2024, 6, 12, 8, 24)}, language=language)
    people = read_roster(path).people
    for person, own in zip(people, crowd, strict=True):
        assert [getattr(person, name) for name in FIELDS + MORE] == [getattr(own, name) for name in FIELDS + MORE]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(tmp_path, crowd):
    write_roster(tmp_path / "out.xlsx", crowd, codes={})
    with zipfile.ZipFile(tmp_path / "out.xlsx") as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_text_file_begins_with_its_mark_and_no_cell_starts_a_formula(tmp_path, crowd):
    path = tmp_path / "out.csv"
    write_roster(path, crowd, codes={})
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    import csv

    cells = [cell for line in csv.reader(path.read_text("utf-8-sig").splitlines()) for cell in line]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_arrivals_have_a_column_only_when_they_are_given(tmp_path, crowd):
    write_roster(tmp_path / "out.csv", crowd, codes={}, language="en")
    (sheet,) = tables.read(tmp_path / "out.csv")
    assert sheet.rows[0].cells[-1] == "Code"


def test_other_suffixes_are_refused(tmp_path, crowd):
    with pytest.raises(roster_file.RosterSuffix):
        write_roster(tmp_path / "out.pdf", crowd, codes={})


def test_missing_folder_is_told(tmp_path, crowd):
    with pytest.raises(table_file.TableNotWritten):
        write_roster(tmp_path / "none" / "out.xlsx", crowd, codes={})


def test_failing_half_way_leaves_the_old_file_and_nothing_else(tmp_path, crowd, monkeypatch):
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(table_file, "_write_text", full)
    with pytest.raises(table_file.TableNotWritten):
        write_roster(path, crowd, codes={})
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nobody_is_a_file_with_a_head(tmp_path):
    write_roster(tmp_path / "out.xlsx", [], codes={})
    assert read_roster(tmp_path / "out.xlsx").people == ()
