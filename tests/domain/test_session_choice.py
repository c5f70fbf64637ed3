"""The session that a desk goes to by itself, at any time of the meeting."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signin.domain.event import Session
from signin.domain.session_choice import next_to_offer, session_now

DAY = datetime(2024, 6, 12)


def at(text, day=12):
    return datetime.fromisoformat(f"2024-06-{day:02} {text}")


@pytest.mark.parametrize(
    ("now", "key"),
    [
        (at("05:00", 1), "day1-am"),
        (at("07:29"), "day1-am"),
        (at("07:30"), "day1-am"),
        (at("12:00"), "day1-am"),
        (at("12:15"), "day1-pm"),
        (at("12:30"), "day1-pm"),
        (at("16:00"), "day1-pm"),
        (at("16:01"), "day2-am"),
        (at("23:00", 20), "day2-pm"),
    ],
)
def test_the_open_session_else_the_next_else_the_last(sessions, now, key):
    assert session_now(sessions, now).key == key


@pytest.fixture
def overlapping(sessions):
    """The afternoon's doors open at 11:00, while the morning goes on."""
    morning, afternoon = sessions[:2]
    return [morning, replace(afternoon, opens_at=at("11:00"))]


def test_a_morning_is_not_left_while_it_goes_on_but_the_afternoon_is_offered(overlapping):
    morning, afternoon = overlapping
    assert session_now(overlapping, at("11:30")) == morning
    assert next_to_offer(overlapping, morning, at("10:59")) is None
    assert next_to_offer(overlapping, morning, at("11:00")) == afternoon
    assert next_to_offer(overlapping, afternoon, at("11:30")) is None
    assert next_to_offer(overlapping, None, at("11:30")) == morning


def test_of_two_that_have_not_started_the_nearest_is_chosen(overlapping):
    morning, afternoon = overlapping
    early = [replace(afternoon, opens_at=at("07:00")), morning]
    assert session_now(early, at("08:00")) == morning


def test_of_two_that_have_started_the_later_one_is_chosen(overlapping):
    morning, afternoon = overlapping
    assert session_now([replace(morning, closes_at=at("16:00")), afternoon], at("13:40")) == afternoon


def test_an_event_without_sessions_has_none(sessions):
    assert session_now([], DAY) is None
    assert next_to_offer([], None, DAY) is None


hours = st.integers(0, 48).map(lambda half: DAY + timedelta(minutes=30 * half))


@st.composite
def some_session(draw):
    opens, closes = sorted((draw(hours), draw(hours) + timedelta(minutes=30)))
    starts = draw(hours)
    key = draw(st.text("abcdef", min_size=1, max_size=3))
    return Session(
        event_id="e1",
        key=key,
        title="",
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        opens_at=opens,
        closes_at=closes,
    )


@given(st.lists(some_session(), max_size=5), hours)
def test_whoever_comes_finds_an_open_door_if_there_is_one(sessions, now):
    chosen, opened = session_now(sessions, now), [one for one in sessions if one.opens_at <= now <= one.closes_at]
    assert (chosen is None) == (not sessions)
    if opened:
        assert chosen in opened
        assert next_to_offer(sessions, None, now) == chosen
    elif any(one.opens_at > now for one in sessions):
        assert chosen.opens_at == min(one.opens_at for one in sessions if one.opens_at > now)


@given(st.lists(some_session(), max_size=5), hours)
def test_following_every_offer_ends(sessions, now):
    current = session_now(sessions, now)
    for _ in sessions:
        if (offered := next_to_offer(sessions, current, now)) is None:
            break
        assert offered.starts_at > current.starts_at
        current = offered
    assert next_to_offer(sessions, current, now) is None or not sessions
