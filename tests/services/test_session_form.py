from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signin.domain.attendee import Category
from signin.domain.event import Event, Mode, half_days
from signin.services.session_form import read_session_form, session_form


@pytest.fixture
def morning(sessions):
    return sessions[0]


@pytest.fixture
def read(morning, event):
    """Read the form of the morning with other texts: read(day="…")."""

    def from_form(session=morning, **facts):
        form = replace(session_form(session), **facts)
        return read_session_form(form, session, event, {1, 2, 3})

    return from_form


def told(draft):
    return {name: str(message) for name, message in draft.wrong.items()}


def test_a_form_that_nobody_touches_comes_to_the_same_session(read, morning):
    assert read().session == morning
    assert read().wrong == {}


def test_what_is_typed_is_understood_in_lao_too(read):
    draft = read(
        title=" ງົບປະມານ ",
        day="13 ມິຖຸນາ",
        starts_at="໙ ໂມງ",
        opens_at="8:30",
        ends_at="10:15",
        closes_at="10",
        room=" ຫ້ອງ 2",
        mode=Mode.IN_OUT,
        everybody=False,
        categories=frozenset({Category.GUEST}),
        numbers="1-2, 3",
    )
    assert draft.wrong == {}
    session = draft.session
    assert (session.title, session.room, session.mode) == ("ງົບປະມານ", "ຫ້ອງ 2", Mode.IN_OUT)
    assert (session.starts_at, session.ends_at) == (datetime(2024, 6, 13, 9), datetime(2024, 6, 13, 10, 15))
    assert (session.opens_at, session.closes_at) == (datetime(2024, 6, 13, 8, 30), datetime(2024, 6, 13, 10))
    assert (session.categories, session.people) == ({Category.GUEST}, {1, 2, 3})


def test_everybody_leaves_what_was_ticked_and_typed_aside(read):
    session = read(everybody=True, categories=frozenset({Category.GUEST}), numbers="1").session
    assert (session.categories, session.people) == (frozenset(), frozenset())


@pytest.mark.parametrize("day", ["", "ມື້ອື່ນ", "12-13/6/2024"])
def test_a_day_that_is_not_one_is_asked_for_again(read, day):
    draft = read(day=day)
    assert (draft.session, told(draft)) == (None, {"day": "Write the day, such as 12/6/2024."})


def test_every_hour_that_is_not_understood_is_told(read):
    draft = read(starts_at="", closes_at="ແລງ")
    assert sorted(draft.wrong) == ["closes_at", "starts_at"]
    assert draft.session is None


def test_hours_that_cannot_be_are_told_by_their_fields(read):
    draft = read(ends_at="08:00", opens_at="09:00", closes_at="08:30")
    assert sorted(draft.wrong) == ["closes_at", "ends_at", "opens_at"]


def test_a_day_outside_the_event_offers_to_widen_it_unless_it_is_too_far(read):
    draft = read(day="15/6/2024")
    assert draft.days == (date(2024, 6, 12), date(2024, 6, 15))
    assert "widen the event" in told(draft)["day"]
    far = read(day="15/6/2030")
    assert (far.days, "a year at most" in told(far)["day"]) == (None, True)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("1, ສອງ", "Not understood: ສອງ. Write such as 1-10, 15."),
        ("1-9", "Nobody has the number 4, 5, 6, 7, 8 …."),
        ("7", "Nobody has the number 7."),
        ("", "Tick a category or write numbers; or choose everybody."),
    ],
)
def test_numbers_that_mean_nobody_are_told(read, numbers, said):
    assert told(read(everybody=False, numbers=numbers)) == {"numbers": said}


def test_the_end_of_a_night_and_doors_of_the_evening_before_stay_on_their_days(read, morning):
    night = replace(
        morning,
        starts_at=datetime(2024, 6, 12, 0, 30),
        opens_at=datetime(2024, 6, 11, 23, 30),
        ends_at=datetime(2024, 6, 13, 0, 15),
        closes_at=datetime(2024, 6, 13, 0, 15),
    )
    assert read(night).session == night
    shorter = read(night, ends_at="22:00", opens_at="0:10").session
    assert (shorter.ends_at, shorter.opens_at) == (datetime(2024, 6, 12, 22), datetime(2024, 6, 12, 0, 10))


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_whatever_is_typed_is_answered(day, hour, numbers):
    event = Event(
        id="e1", title="ກ", organiser="ກ", venue="ກ", starts_on=date(2024, 6, 12), ends_on=date(2024, 6, 13)
    )
    session = half_days(event)[0]
    form = replace(session_form(session), day=day, starts_at=hour, numbers=numbers, everybody=False)
    draft = read_session_form(form, session, event, {1})
    assert draft.session is not None or draft.wrong
