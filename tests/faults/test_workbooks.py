"""Hostile and broken tables: refused or read in time and within memory, the program alive."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from itertools import chain

import pytest
import xlsxwriter

from signin.exchange import container, failures, tables, workbooks
from signin.exchange.limits import LIMITS, MEGABYTE
from signin.exchange.roster import read_roster

_MEASURE = """
import resource, sys, time
from pathlib import Path
from signin.exchange import tables
from signin.words import Failure
if __name__ == "__main__":
    began = time.monotonic()
    try:
        said = str(sum(len(sheet.rows) for sheet in tables.read(Path(sys.argv[1]))))
    except Failure as failure:
        said = type(failure).__name__
    # The process's own peak: ru_maxrss would count that of the program which started it (getrusage(2)).
    status = Path("/proc/self/status")
    own = int(status.read_text().split("VmHWM:")[1].split()[0]) if status.exists() else 0
    used = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(said, time.monotonic() - began, used // 1024)
"""
HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ"]
SHEET = "xl/worksheets/sheet1.xml"


def measured(path, tmp_path):
    """Read a table in a program of its own: what came of it, seconds, and the largest process in megabytes.

    The quicker of two runs counts, for other work on the machine is not ours.
    """
    return min((_measured(path, tmp_path) for _ in range(2)), key=lambda run: run[1])


def _measured(path, tmp_path):
    script = tmp_path / "measure.py"
    script.write_text(_MEASURE)
    done = subprocess.run(
        [sys.executable, script, path], capture_output=True, text=True, check=True, env=_environment()
    )
    said, seconds, megabytes = done.stdout.split()
    return said, float(seconds), int(megabytes)


def _environment():
    import os

    from signin import assets

    return {**os.environ, "PYTHONPATH": str(assets._PACKAGE.parent)}


def altered(source, path, changes):
    """Copy a workbook with some of its parts changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in changes:
                new.writestr(part, old.read(part))
        for name, content in changes.items():
            with new.open(name, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, bytes) else content:
                    part.write(piece)
    return path


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, [1, "ບຸນມີ", "x"])
    return path


def sheet_of(rows):
    return (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + rows
        + b"</sheetData></worksheet>"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="resource usage is asked of POSIX")
@pytest.mark.parametrize(
    "spelling", [b'<c r="%s"><v>1</v></c>', b"<c r='%s'><v>1</v></c>", b'<c s="0" r="%s"><v>1</v></c>']
)
def test_cell_in_the_last_corner_is_refused(small, tmp_path, spelling):
    rows = b'<row r="1">' + spelling % b"A1" + b'</row><row r="1048576">' + spelling % b"XFD1048576" + b"</row>"
    said, seconds, megabytes = measured(altered(small, tmp_path / "far.xlsx", {SHEET: sheet_of(rows)}), tmp_path)
    assert said == "TableTooLarge"
    assert seconds <= 2
    assert megabytes <= 300


@pytest.mark.skipif(sys.platform == "win32", reason="resource usage is asked of POSIX")
@pytest.mark.parametrize(
    ("part", "size"), [("xl/styles.xml", 600), (SHEET, 64), ("xl/sharedStrings.xml", 64), ("xl/styles.xml", 64)]
)
def test_zip_bomb_is_refused(small, tmp_path, part, size):
    bomb = b'<row r="9"><c r="A9"><v>1</v></c></row>' if part == SHEET else b"<si><t>a</t></si>"
    pieces = (bomb * (MEGABYTE // len(bomb)) for _ in range(size))
    path = altered(small, tmp_path / "bomb.xlsx", {part: pieces})
    said, seconds, megabytes = measured(path, tmp_path)
    assert said == "TableTooLarge"
    assert seconds <= 2
    assert megabytes <= 300


@pytest.mark.skipif(sys.platform == "win32", reason="resource usage is asked of POSIX")
def test_one_long_string_in_many_cells_is_refused(small, tmp_path):
    strings = b"<sst><si><t>" + b"a" * (20 * MEGABYTE) + b"</t></si></sst>"
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (at, at) for at in range(1, 200))
    path = altered(small, tmp_path / "many.xlsx", {"xl/sharedStrings.xml": strings, SHEET: sheet_of(rows)})
    said, seconds, megabytes = measured(path, tmp_path)
    assert said == "TableTooLarge"
    assert seconds <= 5
    assert megabytes <= 300


def test_directory_that_lies_about_sizes_is_damaged(small, tmp_path):
    path = altered(small, tmp_path / "lie.xlsx", {SHEET: sheet_of(b" " * 5 * MEGABYTE)})
    content = path.read_bytes()
    true_size = len(sheet_of(b" " * 5 * MEGABYTE)).to_bytes(4, "little")
    assert content.count(true_size) == 2
    path.write_bytes(content.replace(true_size, (1000).to_bytes(4, "little")))
    with pytest.raises(failures.FileDamaged):
        tables.read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="resource usage is asked of POSIX")
def test_a_million_formatted_blank_rows_are_let_go(tmp_path):
    path = tmp_path / "blank.xlsx"
    row = '<row r="{0}"><c r="A{0}" s="1"/><c r="B{0}" s="1"/><c r="C{0}" s="1"/></row>'
    rows = ("".join(map(row.format, range(first, first + 1000))).encode() for first in range(3, 1_000_000, 1000))
    filled = (
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row>'
    )
    small = tmp_path / "small.xlsx"
    with xlsxwriter.Workbook(small) as book:
        book.add_worksheet()
    start, end = sheet_of(b"|").split(b"|")
    whole = chain([start + filled], rows, [end])
    said, seconds, megabytes = measured(altered(small, path, {SHEET: whole}), tmp_path)
    assert said == "2"
    assert seconds <= 5
    assert megabytes <= 300


def test_blank_rows_between_people_lose_nobody(tmp_path):
    path = tmp_path / "gap.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, ruled = book.add_worksheet(), book.add_format({"border": 1})
        sheet.write_row(0, 0, HEAD)
        for row in range(1, 60_000):
            sheet.write_blank(row, 1, None, ruled)
        sheet.write_row(60_000, 0, [1, "ບຸນມີ", "x"])
        sheet.merge_range(60_001, 0, 60_001, 2, "ລວມ 1")
    reading = read_roster(path)
    assert [(person.row, person.name) for person in reading.people] == [(60_001, "ບຸນມີ")]
    assert reading.notices == ()


def test_child_that_dies_is_a_refusal_and_the_program_lives(small, tmp_path):
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (at, at) for at in range(1, 90_000))
    path = altered(small, tmp_path / "many.xlsx", {SHEET: sheet_of(rows)})
    with pytest.raises(failures.TableTooLarge):
        workbooks._in_child(path, old=False, limits=_starved(), cancelled=lambda: False)
    assert len(tables.read(path)[0].rows) == 89_999


def _starved():
    from dataclasses import replace

    return replace(LIMITS, memory=8 * MEGABYTE)


def test_child_reads_the_same_as_this_process(small):
    in_child = workbooks._in_child(small, old=False, limits=LIMITS, cancelled=lambda: False)
    assert in_child == tables.read(small)


def test_area_counts_to_the_last_filled_cell_in_any_spelling(small, tmp_path):
    rows = b"<row r='1'><c s='1' r='AB7'><v>1</v></c><x:c r=\"C30\"><v>1</v></x:c><c r='XFD9999'/></row>"
    path = altered(small, tmp_path / "area.xlsx", {SHEET: sheet_of(rows)})
    assert container.area(container.unpack(path, LIMITS)) == 28 * 30


def test_area_is_refused_before_the_library_sees_it(small, tmp_path):
    rows = b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'
    path = altered(small, tmp_path / "far.xlsx", {SHEET: sheet_of(rows)})
    with pytest.raises(failures.TableTooLarge):
        workbooks._read_far(path, LIMITS)  # in this very process: the library would end it


def test_child_tells_its_failure(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(failures.FileDamaged):
        workbooks._in_child(path, old=False, limits=LIMITS, cancelled=lambda: False)


def test_only_near_cells_and_short_strings_are_read_here(small, tmp_path):
    near = container.unpack(small, LIMITS)
    assert container.is_harmless(near)
    for cell in (b'<c r="AA1"/>', b'<c r="A100000"/>', b"<c/>", b"<x:c r='A1'/>", b"<c r='A1'/>", b'<c  r="A1"/>'):
        path = altered(small, tmp_path / "odd.xlsx", {SHEET: sheet_of(b'<row r="1">' + cell + b"</row>")})
        assert not container.is_harmless(container.unpack(path, LIMITS)), cell
    long = b"<sst><si><t>" + b"a" * (11 * MEGABYTE) + b"</t></si></sst>"
    path = altered(small, tmp_path / "long.xlsx", {"xl/sharedStrings.xml": long})
    assert not container.is_harmless(container.unpack(path, LIMITS))


def test_hidden_rows_and_columns_of_a_workbook(tmp_path):
    path = tmp_path / "hidden.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ກ & ຂ")
        for row in range(4):
            sheet.write_row(row, 0, [row, "ກ"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(3, 5, None, None, {"hidden": True})
    (sheet,) = tables.read(path)
    assert [row.hidden for row in sheet.rows] == [False, False, True, False]
    assert sheet.hidden_columns == {3, 4, 5}


def test_dates_of_both_epochs(tmp_path):
    from datetime import datetime

    from signin.exchange import cells

    for old_epoch in (False, True):
        path = tmp_path / f"dates{old_epoch}.xlsx"
        with xlsxwriter.Workbook(path, {"date_1904": old_epoch}) as book:
            sheet = book.add_worksheet()
            sheet.write_datetime(0, 0, datetime(2024, 6, 12), book.add_format({"num_format": "dd/mm/yyyy"}))
        assert [cells.text(cell) for cell in tables.read(path)[0].rows[0].cells] == ["2024-06-12"]


@pytest.mark.parametrize("font", ["Alice0", "Saysettha Lao"])
def test_text_in_an_old_lao_font_is_never_taken(tmp_path, font):
    path = tmp_path / "old.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, old = book.add_worksheet(), book.add_format({"font_name": font})
        sheet.write_row(0, 0, HEAD)
        sheet.write(1, 1, "®ñ´ó ¦÷ì¾©", old)
    with pytest.raises(failures.LegacyFontText) as told:
        read_roster(path)
    assert told.value.values == {"row": 2, "font": font}
    assert told.value.exit_code == 3


def test_latin_text_beside_an_unused_old_font_is_taken(tmp_path):
    path = tmp_path / "mixed.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, old = book.add_worksheet(), book.add_format({"font_name": "Alice0"})
        sheet.write_row(0, 0, ["No.", "Name", "Email"])
        sheet.write_row(1, 0, [1, "José Pérez", "jose@example.la"])
        sheet.write(1, 5, "ລາວ", old)
    assert [person.name for person in read_roster(path).people] == ["José Pérez"]


def test_old_workbook_in_an_old_lao_font_is_never_taken(tmp_path):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for column, cell in enumerate(["k/d", "-njc]t", "l5d"]):
        sheet.write(0, column, cell, xlwt.easyxf("font: name Alice0"))
    book.save(str(tmp_path / "old.xls"))
    with pytest.raises(failures.LegacyFontText):
        read_roster(tmp_path / "old.xls")


def test_ten_thousand_people_are_read_in_a_moment(tmp_path):
    path = tmp_path / "large.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        for number in range(1, 10_001):
            sheet.write_row(number, 0, [number, f"ທ້າວ ບຸນ{number} ສີສຸລາດ", ""])
    began = time.monotonic()
    assert len(read_roster(path).people) == 10_000
    assert time.monotonic() - began < 10
