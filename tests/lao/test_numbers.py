"""Digits, dates and times as Lao offices print them, both ways."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.lao.dates import Day, parse_dates, parse_days
from signin.lao.numbers import (
    format_date,
    format_moment,
    format_number,
    format_range,
    format_short,
    format_time,
    format_weekday,
    parse_number,
    to_lao_digits,
    to_latin_digits,
)
from signin.lao.times import parse_times
from signin.lao.weekdays import parse_weekdays

BOUND = settings(max_examples=200, deadline=None)
DAYS = st.dates(date(1975, 1, 1), date(2399, 12, 31))


def test_digits_both_ways():
    assert to_lao_digits("ເບີ 020-5.5") == "ເບີ ໐໒໐-໕.໕"
    assert to_latin_digits("ເບີ ໐໒໐") == "ເບີ 020"


def test_days_weekdays_and_times_are_printed():
    day = date(2024, 6, 12)
    assert format_date(day) == "12 ມິຖຸນາ 2024"
    assert format_date(day, "en") == "12 June 2024"
    assert format_weekday(day) == "ພຸດ"
    assert format_weekday(date(2024, 6, 16), "en") == "Sunday"
    assert format_time(time(8, 30)) == "08:30"
    assert format_short(day) == "12/6/2024"
    assert format_moment(datetime(2024, 6, 12, 8, 5)) == "12/6/2024 08:05"


@pytest.mark.parametrize(
    ("first", "last", "lao", "english"),
    [
        (date(2024, 6, 12), date(2024, 6, 12), "12 ມິຖຸນາ 2024", "12 June 2024"),
        (date(2024, 6, 12), date(2024, 6, 13), "12-13 ມິຖຸນາ 2024", "12-13 June 2024"),
        (date(2024, 6, 30), date(2024, 7, 1), "30 ມິຖຸນາ - 1 ກໍລະກົດ 2024", "30 June - 1 July 2024"),
        (
            date(2024, 12, 30),
            date(2025, 1, 2),
            "30 ທັນວາ 2024 - 2 ມັງກອນ 2025",
            "30 December 2024 - 2 January 2025",
        ),
    ],
)
def test_ranges_say_no_month_or_year_twice(first, last, lao, english):
    assert format_range(first, last) == lao
    assert format_range(first, last, "en") == english


@pytest.mark.parametrize(
    ("number", "lao", "english"),
    [
        (1234.5, "1.234,5", "1,234.5"),
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("0.50"), "0,50", "0.50"),
        (37, "37", "37"),
    ],
)
def test_numbers_are_parted(number, lao, english):
    assert format_number(number) == lao
    assert format_number(number, "en") == english


def test_years_of_the_buddhist_era_are_printed():
    assert format_date(date(2024, 6, 12), buddhist=True) == "12 ມິຖຸນາ ພ.ສ. 2567"
    assert format_date(date(2024, 6, 12), "en", buddhist=True) == "12 June B.E. 2567"
    assert format_range(date(2024, 6, 12), date(2024, 6, 13), buddhist=True) == "12-13 ມິຖຸນາ ພ.ສ. 2567"


@pytest.mark.parametrize(
    ("text", "lao", "english"),
    [
        ("1.234,5", "1234.5", None),
        ("1,234.5", None, "1234.5"),
        ("໑.໒໓໔", "1234", "1.234"),
        (" 37 ", "37", "37"),
        ("-2,50", "-2.50", None),
        ("1.23", None, "1.23"),
        ("12.34.567", None, None),
        ("5 ປີ", None, None),
        ("", None, None),
        ("²", None, None),
    ],
)
def test_numbers_are_read(text, lao, english):
    assert parse_number(text) == (lao and Decimal(lao))
    assert parse_number(text, "en") == (english and Decimal(english))


def test_a_printed_number_is_read_again():
    @BOUND
    @given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from(["lo", "en"]))
    def check(number, language):
        assert parse_number(format_number(number, language), language) == number
        assert parse_number(to_lao_digits(format_number(number, language)), language) == number

    check()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ວັນພຸດ ທີ 12 ມິຖຸນາ 2024", [2]),
        ("ວັນຈັນທີ 10 ຫາວັນສຸກ", [0, 4]),
        ("ວັນພະຫັດ, ວັນພຣະຫັດ, ວັນພະຫັດສະບໍດີ, ວັນພຫັດ", [3, 3, 3, 3]),
        ("ວັນ ເສົາ ແລະ ວັນອາທິດໜ້າ", [5, 6]),
        ("ແຂວງວຽງຈັນ, ວັນຈັນທະລາ, ສຸກສະຫວັນ", []),
        ("Monday, Tue. and Thursday; Sundance", [0, 1, 3]),
        ("ວັນອັງຄານ", [1]),
        ("ວັນ Friday", [4]),
    ],
)
def test_days_of_the_week_are_found(text, found):
    assert [one.weekday for one in parse_weekdays(text)] == found


def test_a_printed_weekday_is_read_again():
    for day in (date(2024, 6, number) for number in range(10, 17)):
        for text in (f"ວັນ{format_weekday(day)} ທີ {format_date(day)}", format_weekday(day, "en")):
            (found,) = parse_weekdays(text)
            assert found.weekday == day.weekday()
            assert text[found.start : found.end].endswith(format_weekday(day, "lo" if "ວັນ" in text else "en"))


def test_what_is_printed_is_read_again():
    @BOUND
    @given(DAYS, st.integers(0, 60), st.sampled_from(["lo", "en"]), st.booleans(), st.booleans())
    def check(first, more, language, lao_digits, buddhist):
        last = min(date(2399, 12, 31), date.fromordinal(first.toordinal() + more))  # later is read as Buddhist
        text = format_range(first, last, language, buddhist=buddhist and last.year < 2399)
        (found,) = parse_dates(to_lao_digits(text) if lao_digits else text)
        assert (found.first, found.last, found.start, found.end) == (first, last, 0, len(text))

    check()


JUNE = (date(2024, 6, 12), date(2024, 6, 13))
ONE = (date(2024, 6, 12), date(2024, 6, 12))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ໃນວັນທີ 12-13 ມິຖຸນາ 2024, ເວລາ 08:30 ໂມງ", [JUNE]),
        ("ວັນທີ 12 ຫາ 13 ເດືອນ ມິຖຸນາ ປີ 2024", [JUNE]),
        ("12 ມິຖຸນາ ເຖິງ ວັນທີ 13 ມິຖຸນາ 2024", [JUNE]),
        ("12 ແລະ 13 ມິຖຸນາ 2024", [JUNE]),
        ("12 ແລະ 15 ມິຖຸນາ 2024", [ONE, (date(2024, 6, 15),) * 2]),
        ("28 ກຸມພາ ແລະ 2 ມີນາ 2024", [(date(2024, 2, 28),) * 2, (date(2024, 3, 2),) * 2]),
        ("31 ມິຖຸນາ ແລະ 1 ກໍລະກົດ 2024", [(date(2024, 7, 1),) * 2]),
        ("30 ທັນວາ - 2 ມັງກອນ 2025", [(date(2024, 12, 30), date(2025, 1, 2))]),
        ("໑໒ ມິຖຸນາ ໒໕໖໗", [ONE]),
        ("12 ມິຖຸນາ ພ.ສ. 2567", [ONE]),
        ("12/06/2024", [ONE]),
        ("12.6.2567", [ONE]),
        ("12/06/24", [ONE]),
        ("12-13/06/2024", [JUNE]),
        ("12/06/2024 - 13/06/2024", [JUNE]),
        ("12/06/2024 ແລະ 13/06/2024", [ONE, (date(2024, 6, 13),) * 2]),
        ("12 - 13/06/2024", [JUNE]),
        ("30/12 - 02/01/2025", [(date(2024, 12, 30), date(2025, 1, 2))]),
        ("ວັນພຸດ ທີ 12 ຫາ ວັນພະຫັດ ທີ 13 ມິຖຸນາ 2024", [JUNE]),
        ("ວັນທີ 12 ເດືອນ 06 ປີ 2024", [ONE]),
        ("12 ເດືອນ 6 ຫາ 13 ເດືອນ 6 ປີ 2024", [JUNE]),
        ("ວັນທີ 11, 12 ແລະ 13 ມິຖຸນາ 2024", [(date(2024, 6, 11), date(2024, 6, 13))]),
        ("ວັນທີ: 12, 14 ມິຖຸນາ 2024", [ONE, (date(2024, 6, 14),) * 2]),
        ("2024-06-12", [ONE]),
        ("June 12-13, 2024", [JUNE]),
        ("12 Jun. 2024", [ONE]),
        ("11 ພືດສະພາ 2024", [(date(2024, 5, 11),) * 2]),
        ("11 ພຶດສະພາ 2024", [(date(2024, 5, 11),) * 2]),
        ("1 ກໍ່ລະກົດ 2024", [(date(2024, 7, 1),) * 2]),
        ("31 ມິຖຸນາ 2024", []),
        ("13-12 ມິຖຸນາ 2024", []),
        ("12 ມິຖຸນາ", []),
        ("ເລກທີ 12/06", []),
        ("ໄລຍະ 2021-2040, ແຜນ 4.0, ໂທ 020 5551 2345", []),
        ("12 Mayor 2024", []),
        ("12 June 13, 2024", [(date(2024, 6, 13),) * 2]),
    ],
)
def test_dates_are_found(text, found):
    assert [(dates.first, dates.last) for dates in parse_dates(text)] == found


def test_every_month_is_known_in_its_spellings():
    spelled = [
        *("ມັງກອນ", "ກຸມພາ", "ມິນາ", "ເມສາ", "ພຶດສພາ", "ມີຖຸນາ"),
        *("ກໍລະກົດ", "ສີງຫາ", "ກັນຢາ", "ຕູລາ", "ພຈິກ", "ທັນວາ"),
    ]
    days = [parse_dates(f"1 {month} 2024")[0].first for month in spelled]
    assert days == [date(2024, month, 1) for month in range(1, 13)]


def test_a_date_without_a_year_takes_one_and_says_so():
    (first, second) = parse_dates("12 ມິຖຸນາ 2024; ປິດ 14 ມິຖຸນາ")
    assert (first.has_year, second.has_year) == (True, False)
    assert second.last == date(2024, 6, 14)
    (only,) = parse_dates("ວັນທີ 12-13 ມິຖຸນາ", year=2026)
    assert (only.first, only.last, only.has_year) == (date(2026, 6, 12), date(2026, 6, 13), False)
    text = "ວັນທີ 12-13 ມິຖຸນາ"
    assert text[only.start : only.end] == "12-13 ມິຖຸນາ"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12-13 ມິຖຸນາ", Day(None, 6, 12), Day(None, 6, 13)),
        ("30 ທັນວາ - 2 ມັງກອນ", Day(None, 12, 30), Day(None, 1, 2)),
        ("30 ທັນວາ - 2 ມັງກອນ 2025", Day(2024, 12, 30), Day(2025, 1, 2)),
        ("12 ມິຖຸນາ 2024 - 13 ມິຖຸນາ", Day(2024, 6, 12), Day(2024, 6, 13)),
        ("30 ທັນວາ 2024 - 2 ມັງກອນ", Day(2024, 12, 30), Day(2025, 1, 2)),
        ("ວັນທີ 12/6", Day(None, 6, 12), Day(None, 6, 12)),
        ("29 ກຸມພາ", Day(None, 2, 29), Day(None, 2, 29)),
    ],
)
def test_days_are_found_as_written_with_a_year_or_without(text, first, last):
    (found,) = parse_days(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["30 ກຸມພາ", "29 ກຸມພາ 2023", "13-12 ມິຖຸນາ", "ເລກທີ 12/06"])
def test_days_that_are_none_are_not_found(text):
    assert parse_days(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ເວລາ 08:30 ໂມງ", [time(8, 30)]),
        ("8 ໂມງ 30", [time(8, 30)]),
        ("8 ໂມງ 30 ນາທີ", [time(8, 30)]),
        ("8 ໂມງ 5 ນາທີ", [time(8, 5)]),
        ("8 ໂມງເຄິ່ງ", [time(8, 30)]),
        ("8.30 ໂມງ", [time(8, 30)]),
        ("8h30", [time(8, 30)]),
        ("16h", [time(16)]),
        ("16:00", [time(16)]),
        ("໑໖:໐໐ ໂມງ", [time(16)]),
        ("08:30-16:00", [time(8, 30), time(16)]),
        ("ບ່າຍ 2 ໂມງ", [time(14)]),
        ("ຕອນບ່າຍ 1 ໂມງ 30 ນາທີ", [time(13, 30)]),
        ("2 ໂມງແລງ", [time(14)]),
        ("12 ໂມງ ຕອນບ່າຍ", [time(12)]),
        ("8 ໂມງເຊົ້າ", [time(8)]),
        ("2:15 pm", [time(14, 15)]),
        ("ເຊົ້າ 8:30 ບ່າຍ 13:30", [time(8, 30), time(13, 30)]),
        ("8 ໂມງ 12 ມິຖຸນາ", [time(8)]),
        ("ເວລາ 8.30-16.00", [time(8, 30), time(16)]),
        ("ເວລາ 8.30-25.00", [time(8, 30)]),
        ("08.30 - 16.00 ໂມງ", [time(8, 30), time(16)]),
        ("ເວລາ 8 ຫາ 11 ໂມງ", [time(8), time(11)]),
        ("ພາກບ່າຍ: ເວລາ 1:30 ໂມງ", [time(13, 30)]),
        ("8 am - 4.30 pm", [time(8), time(16, 30)]),
        ("12-13 ໂມງ", [time(13)]),
        ("ມູນຄ່າ 4.20-5.10 ລ້ານ", []),
        ("25:00", []),
        ("4.0 ໂມງ, 12/06/2024", []),
    ],
)
def test_times_are_found(text, found):
    assert [moment.time for moment in parse_times(text)] == found


def test_where_a_time_stands_is_told():
    text = "ເວລາ 08:30 ໂມງ ໃນ"
    (found,) = parse_times(text)
    assert text[found.start : found.end] == "08:30 ໂມງ"


def test_no_text_upsets_the_readers():
    @BOUND
    @given(st.text(st.sampled_from("0123456789໐໑ -/.:,ໂມງຫາ ມິຖຸນາພ.ສ"), max_size=30))
    def check(text):
        for found in [*parse_dates(text), *parse_times(text), *parse_weekdays(text)]:
            assert 0 <= found.start < found.end <= len(text)

    check()
