"""A file that was handed in is read once, and looked at as somebody chooses."""

import openpyxl
import pytest

from signin.exchange.choices import Choices
from signin.exchange.failures import LegacyFontText, NoHead, NoNameColumn, ReadingCancelled, RowWithoutName
from signin.exchange.limits import Limits
from signin.exchange.meanings import Meaning
from signin.services import handed


@pytest.fixture
def book(tmp_path):
    """Make a workbook of several sheets: book({"title": rows})."""

    def made(sheets):
        whole = openpyxl.Workbook()
        whole.remove(whole.active)
        for title, rows in sheets.items():
            sheet = whole.create_sheet(title)
            for row in rows:
                sheet.append(row)
        whole.save(tmp_path / "list.xlsx")
        return tmp_path / "list.xlsx"

    return made


@pytest.fixture
def sample_file(resources):
    return resources / "sample" / "conference-roster.xlsx"


def test_a_file_is_read_with_what_it_says_of_its_event(sample_file):
    file = handed.read_file(sample_file)
    assert (file.path, len(file.reading.people), file.reading.file) == (sample_file, 37, str(sample_file))
    assert file.proposed.first_day == "12 ມິຖຸນາ 2024"
    assert (file.sheet, file.sheet_names, file.header_row) == ("ລາຍຊື່", ("ລາຍຊື່",), 7)
    assert file.top_rows[0].number == 1
    assert file.top_rows[-1].number <= 20


def test_reading_can_be_stopped(sample_file, monkeypatch):
    monkeypatch.setattr(
        "signin.exchange.tables.read.__kwdefaults__", {"limits": Limits(here=0), "cancelled": None}
    )
    with pytest.raises(ReadingCancelled):
        handed.read_file(sample_file, cancelled=lambda: True)


def test_another_sheet_of_the_same_file_is_looked_at_without_the_file(book):
    path = book({"ກ": [["ລ/ດ", "ຊື່", "ຍິງ"], [1, "ທ້າວ ກ ຂ"]], "ຂ": [["ຊື່", "ເບີໂທ"], ["ນາງ ຄ ງ", "1"]], "ຄ": []})
    file = handed.read_file(path)
    path.unlink()
    assert (file.reading.sheet, file.sheet_names) == ("ກ", ("ກ", "ຂ"))
    assert [line.name for line in handed.look_again(file, Choices(sheet="ຂ")).reading.people] == ["ຄ ງ"]


def test_what_refuses_the_file_is_told_with_what_can_be_chosen_instead(book):
    file = handed.read_file(book({"ກ": [["ບຸນມີ ສີສຸລາດ", "ບັນຊີ", 2055512345], ["ມະນີວັນ ເຈົ້າໄຊ", "ຄັງ", 2055512346]]}))
    assert (type(file.refusal), file.reading, file.header_row, file.zeros_lost) == (NoHead, None, 0, 0)
    assert [(one.index, one.meaning, one.samples[0]) for one in file.columns] == [
        (0, None, "ບຸນມີ ສີສຸລາດ"),
        (1, None, "ບັນຊີ"),
        (2, None, "2055512345"),
    ]
    headless = handed.look_again(file, Choices(header_row=0))
    assert isinstance(headless.refusal, NoNameColumn)
    meanings = ((0, Meaning.NAME), (1, Meaning.ORGANISATION), (2, Meaning.PHONE))
    told = handed.look_again(file, Choices(header_row=0, meanings=meanings))
    assert told.refusal is None
    assert [(line.name, line.organisation) for line in told.reading.people] == [
        ("ບຸນມີ ສີສຸລາດ", "ບັນຊີ"),
        ("ມະນີວັນ ເຈົ້າໄຊ", "ຄັງ"),
    ]


def test_a_row_without_a_name_is_told_and_another_head_can_be_chosen(book):
    file = handed.read_file(book({"ກ": [["ລ/ດ", "ຊື່", "ຕຳແໜ່ງ"], [1, "ກ ຂ", "ວິຊາການ"], [2, None, "ຫົວໜ້າ"]]}))
    assert isinstance(file.refusal, RowWithoutName)


def test_a_file_in_which_nothing_can_be_chosen_is_refused(book):
    with pytest.raises(LegacyFontText):
        handed.read_file(book({"ກ": [["ລ/ດ", "ຊື່"], [1, "À¥ì¾©£¾Â"]]}))


def test_lost_zeros_are_counted_and_put_back_only_when_asked(book):
    rows = [["ຊື່", "ເບີໂທ"], ["ທ້າວ ກ ຂ", 2055500001], ["ນາງ ຄ ງ", "2055500002 / 021 312345"], ["ທ້າວ ຈ", "020 1"]]
    file = handed.read_file(book({"ກ": rows}))
    assert file.zeros_lost == 2
    assert "phone-zero" in {notice.kind for notice in file.reading.notices}
    whole = handed.with_zeros(file.reading)
    assert [line.phone for line in whole.people] == ["02055500001", "02055500002 / 021 312345", "020 1"]
    assert "phone-zero" not in {notice.kind for notice in whole.notices}
    assert whole.notices


def test_prefixes_are_written_in_full_where_it_is_certain_what_they_stand_for(book):
    names = ("ນ. ມະນີວັນ ເຈົ້າໄຊ", "ທ. ບຸນມີ ສີສຸລາດ", "ນ. ສ. ດາວ ແສງ")
    rows = [["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ເບີໂທ"], *([nth, name, ""] for nth, name in enumerate(names, start=1))]
    reading = handed.read_file(book({"ກ": rows})).reading
    assert [line.prefix for line in reading.people] == ["ນ.", "ທ.", "ນ."]
    assert handed.abbreviated(reading) == 1
    assert [line.prefix for line in handed.in_full(reading).people] == ["ນາງ", "ທ.", "ນ."]
    assert handed.abbreviated(handed.in_full(reading)) == handed.abbreviated(None) == 0
