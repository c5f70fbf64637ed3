from datetime import date, time

import pytest

from signin.domain.event import Chair, Mode
from signin.services.new_event import Form, read_form

TODAY = date(2024, 5, 30)
FILLED = {"title": "ກອງປະຊຸມ", "organiser": "ຫ້ອງການ", "venue": "ຫ້ອງປະຊຸມ", "first_day": "12/6/2024"}


def draft(**typed):
    return read_form(Form(**(FILLED | typed)), TODAY)


def wrong(**typed):
    return {name: str(message) for name, message in draft(**typed).wrong.items()}


@pytest.mark.parametrize(
    "typed",
    [
        *("12/6/2024", "12-06-24", "12.6.2024", "2024-06-12", "12/6/2567", "໑໒/໖/໒໐໒໔"),
        *("12 ມິຖຸນາ 2024", "ວັນພຸດ ທີ 12 ມິຖຸນາ 2024", "12 ມິຖຸນາ", "12 June 2024", "June 12, 2024"),
    ],
)
def test_a_day_is_understood_however_it_is_written(typed):
    assert draft(first_day=typed).first_day == date(2024, 6, 12)


@pytest.mark.parametrize("typed", ["", "  ", "ມື້ອື່ນ", "31/2/2024", "12/6", "12/6/2024 20/6/2024"])
def test_a_day_that_is_not_understood_is_told_at_its_field_with_an_example_of_today(typed):
    assert wrong(first_day=typed) == {"first_day": "Write the day, such as 30/5/2024."}
    assert draft(first_day=typed).event is None


def test_without_a_last_day_the_event_lasts_one():
    made = draft()
    assert (made.event.starts_on, made.event.ends_on) == (date(2024, 6, 12), date(2024, 6, 12))
    assert [session.key for session in made.sessions] == ["day1-am", "day1-pm"]
    assert made.wrong == {}


def test_both_days_may_be_typed_into_the_first_field():
    made = draft(first_day="12-13 ມິຖຸນາ 2024")
    assert (made.first_day, made.last_day, len(made.sessions)) == (date(2024, 6, 12), date(2024, 6, 13), 4)


def test_a_last_day_without_a_year_is_of_the_first_days_year():
    assert draft(first_day="12/6/2026", last_day="13 ມິຖຸນາ").last_day == date(2026, 6, 13)


def test_a_last_day_is_understood_while_the_first_is_not():
    made = draft(first_day="?", last_day="13/6/2024")
    assert (made.first_day, made.last_day, list(made.wrong)) == (None, date(2024, 6, 13), ["first_day"])
    assert list(wrong(first_day="?", last_day="?")) == ["first_day", "last_day"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("11/6/2024", "The last day is before the first one."),
        ("13/6/2025", "An event lasts a year at most. Look at the days again."),
        ("?", "Write the day, such as 30/5/2024."),
    ],
)
def test_a_last_day_that_cannot_be_is_told_at_its_field(typed, said):
    assert wrong(last_day=typed) == {"last_day": said}
    assert draft(last_day=typed).sessions == ()


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        *(("08:30", time(8, 30)), ("8.30 ໂມງ", time(8, 30)), ("8", time(8)), ("໘:໓໐", time(8, 30))),
        *(("ບ່າຍ 2", time(14)), ("8h30", time(8, 30)), ("8.30", time(8, 30))),
    ],
)
def test_an_hour_is_understood_however_it_is_written(typed, hour):
    assert draft(starts_at=typed, ends_at="16:00").event.starts_at == hour


def test_an_hour_that_is_not_understood_is_told_at_its_field():
    told = "Write the hour, such as 08:30."
    assert wrong(starts_at="25:00", ends_at="") == {"starts_at": told, "ends_at": told}


def test_what_is_needed_is_told_all_at_once_and_the_sessions_are_shown_all_the_same():
    made = draft(title=" ", organiser="", venue="\u200b")
    assert {name: str(message) for name, message in made.wrong.items()} == {
        "title": "Write the title of the event.",
        "organiser": "Write who holds the event.",
        "venue": "Write where it is held.",
    }
    assert len(made.sessions) == 2


def test_an_end_before_the_start_is_told():
    assert wrong(starts_at="16:00", ends_at="8:30") == {"ends_at": "The end must be later than the start."}


def test_hours_within_the_noon_break_are_told():
    assert wrong(starts_at="12:15", ends_at="13:00") == {
        "ends_at": "Between these hours there is only the noon break. Write other hours."
    }


def test_chairs_part_into_prefix_name_and_position_and_empty_lines_are_nobody():
    made = draft(chairs="ທ່ານ ປອ ທະວີສັກ ມະໂນທັມ, ຫົວໜ້າສູນ\n\nນາງ ມະນີ ແກ້ວ\n")
    assert made.event.chairs == (
        Chair(prefix="ທ່ານ ປອ", name="ທະວີສັກ ມະໂນທັມ", position="ຫົວໜ້າສູນ"),
        Chair(prefix="ນາງ", name="ມະນີ ແກ້ວ"),
    )


def test_a_chair_without_a_name_is_told_with_its_line():
    assert wrong(chairs="ທ່ານ ກ ຂ\n, ຫົວໜ້າ")["chairs"].startswith("Line 2: no name.")


def test_the_choice_of_in_and_out_is_of_all_half_days():
    assert {session.mode for session in draft(in_out=True).sessions} == {Mode.IN_OUT}
    assert {session.mode for session in draft().sessions} == {Mode.ARRIVAL}


def test_texts_are_made_canonical():
    assert draft(title="ກອງ\u200bປະຊຸມ ເເຜ່").event.title == "ກອງປະຊຸມ ແຜ່"
