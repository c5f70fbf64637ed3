"""What single cells say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange import cells
from signin.exchange.cells import Phone


@pytest.mark.parametrize(
    ("cell", "text", "lacks_zero", "damaged"),
    [
        (2055512345.0, "2055512345", True, False),
        (2.05e9, "2050000000", True, False),
        (2055512345, "2055512345", True, False),
        ("2055512345.0", "2055512345", True, False),
        ("2.05E9", "2050000000", True, False),
        ("020 5551  2345", "020 5551 2345", False, False),
        ("໐໒໐ ໕໕໕໑ ໒໓໔໕", "020 5551 2345", False, False),
        ("020-55512345 / 030 1234567", "020-55512345 / 030 1234567", False, False),
        ("02055512345\n0301234567", "02055512345 / 0301234567", False, False),
        ("+856 20 5551 2345", "+856 20 5551 2345", False, False),
        ("20 5551 2345", "20 5551 2345", True, False),
        ("301234567", "301234567", True, False),
        ("021 212121", "021 212121", False, False),
        (8562055512345678.0, "8562055512345678", False, True),
        ("8562055512345678", "8562055512345678", False, True),
        ("-", "", False, False),
        ("", "", False, False),
    ],
)
def test_phones_keep_their_digits_and_never_gain_one(cell, text, lacks_zero, damaged):
    assert cells.phone(cell) == Phone(text, lacks_zero, damaged)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (3.0, 3),
        ("3", 3),
        ("3.0", 3),
        ("໑໒", 12),
        ("(4)", 4),
        ("5.", 5),
        ("I", None),
        ("", None),
        (0.0, None),
        (1.5, None),
        ("²", None),
        (1000000000.0, None),
        (-3.0, None),
    ],
)
def test_roster_numbers(cell, number):
    assert cells.whole_number(cell) == number


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime(2024, 6, 12), "2024-06-12"),
        (datetime(2024, 6, 12, 8, 30), "2024-06-12 08:30"),
        (date(2567, 6, 12), "2567-06-12"),
        (time(8, 30), "08:30"),
        (timedelta(hours=1), "1:00:00"),
        (True, "1"),
        (False, ""),
        (1.5, "1.5"),
        ("=1+1", "=1+1"),
        ("👩‍🎓 ດາວ", "👩🎓 ດາວ"),
    ],
)
def test_cells_as_text(cell, text):
    assert cells.text(cell) == text


@pytest.mark.parametrize("said", ["ຍ", "ຍິງ", "F", "female", "ນ.", "Female", "ຍ."])
def test_words_for_women(said):
    assert cells.sex(said) == (Sex.FEMALE, SexSource.STATED)


@pytest.mark.parametrize("said", ["ຊ", "ຊາຍ", "M", "Male", "ທ."])
def test_words_for_men(said):
    assert cells.sex(said) == (Sex.MALE, SexSource.STATED)


def test_a_question_mark_keeps_a_sex_proposed():
    assert cells.sex("ຍິງ?") == (Sex.FEMALE, SexSource.PROPOSED)


def test_other_words_say_no_sex():
    assert cells.sex("ບໍ່ບອກ") == (Sex.UNKNOWN, None)


@pytest.mark.parametrize("said", ["x", "X", "✓", "✔", "/", "1", "P", "√", "*", "ຍ", "yes", "xx", "ü"])
def test_ticks(said):
    assert cells.tick(said, Sex.FEMALE) == "ticked"


@pytest.mark.parametrize("said", ["", "-", "0", "no", "ຊ", "ຊາຍ"])
def test_no_ticks(said):
    assert cells.tick(said, Sex.FEMALE) == "blank"


def test_a_strange_tick_is_told():
    assert cells.tick("ອາດຈະ", Sex.FEMALE) == "other"


def test_categories():
    assert cells.category("Resource person") is Category.RESOURCE_PERSON
    assert cells.category("ວິທະຍາກອນ") is Category.RESOURCE_PERSON
    assert cells.category("ປະທານກອງປະຊຸມ") is Category.CHAIR
    assert cells.category("?") is None
