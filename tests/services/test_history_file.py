"""The history as a table for others: whole, in either language, and harmless where it is opened."""

import csv
from datetime import datetime, timedelta

import openpyxl
import pytest

from signin.exchange.table_file import TableSuffix
from signin.services.corrections import Correction, correct
from signin.services.failures import NotToBeReplaced
from signin.services.history import EVERYTHING, Filter, Kind
from signin.services.history_file import write_history
from signin.services.register import cancel

MORNING = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def written(meeting, tmp_path):
    def write(name, language="en", only=EVERYTHING):
        path = tmp_path / name
        count = write_history(meeting, "e1", path, only, language, lambda *_: None)
        return path, count

    return write


@pytest.fixture
def happened(meeting, scanned):
    scanned(1, MORNING)
    scanned("=1+1 8851234567890", MORNING + timedelta(minutes=1))
    correct(meeting, "e1", "2", Correction(note="+856"), MORNING + timedelta(minutes=2), reason="@boss")
    cancel(meeting, "e1", "3", MORNING + timedelta(minutes=3), reason="=cmd|'/c calc'!A1")


def test_a_text_file_holds_every_line_and_no_formula(written, happened):
    path, count = written("h.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert count == 4
    assert rows[0] == ["When", "Desk", "Kind", "What happened", "Number", "Name", "Why"]
    assert rows[1][:4] == ["2024-06-12 08:27:00", "ໂຕະ 1", "Changes to people", "Place cancelled"]
    assert rows[1][4:] == ["3", "ທ້າວ ບຸນມີ ຂຽວມະນີ", "'=cmd|'/c calc'!A1"]
    assert rows[2][6] == "'@boss"
    assert rows[3][3] == "Not let in, unknown code: day 1, morning"
    assert rows[3][4:] == ["", "", ""]
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]


def test_a_workbook_holds_texts_in_lao(written, happened):
    path, _ = written("h.xlsx", "lo")
    sheet = openpyxl.load_workbook(path).active
    rows = list(sheet.iter_rows())
    assert rows[1][3].value == "ຍົກເລີກການເຂົ້າຮ່ວມ"
    assert rows[1][6].value == "=cmd|'/c calc'!A1"
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s", "n"}


def test_only_what_is_asked_for_is_written(written, happened):
    assert written("h.csv", only=Filter(kinds=frozenset({Kind.DOOR})))[1] == 1


def test_nothing_is_written_over_the_store_or_as_another_kind(meeting, written, tmp_path):
    with pytest.raises(NotToBeReplaced):
        write_history(meeting, "e1", meeting.store.path, EVERYTHING, "en", lambda *_: None)
    with pytest.raises(TableSuffix):
        written("h.pdf")
    assert not (tmp_path / "h.pdf").exists()
