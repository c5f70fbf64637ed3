"""Single cases of moving sessions that the properties do not name."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from signin.domain.attendee import Category
from signin.domain.crowd import Crowd
from signin.domain.event import Mode, half_days
from signin.domain.timetable import (
    Edit,
    Lane,
    copied,
    ended_at,
    faults,
    free_key,
    half_days_again,
    lanes,
    moved,
    moved_to,
    overlapping,
    snapped,
    started_at,
    widened,
)


@pytest.fixture
def morning(sessions):
    return sessions[0]


def at(hour, minute=0, day=12):
    return datetime(2024, 6, day, hour, minute)


def hours(session):
    return f"{session.starts_at:%d %H:%M}-{session.ends_at:%H:%M}"


def test_five_minutes_on_and_a_day_on(morning, event):
    assert hours(moved(morning, timedelta(minutes=5), event)) == "12 08:35-12:05"
    assert hours(moved(morning, timedelta(days=1), event)) == "13 08:30-12:00"
    assert hours(moved(morning, timedelta(days=5), event)) == "13 08:30-12:00"
    assert hours(moved(morning, timedelta(days=-1), event)) == "12 08:30-12:00"


def test_what_stands_beside_the_grid_snaps_to_it(morning, event):
    odd = moved(replace(morning, starts_at=at(8, 32)), timedelta(minutes=5), event)
    assert odd.starts_at == at(8, 35)
    assert hours(moved_to(morning, at(9, 58), event)) == "12 10:00-13:30"
    assert snapped(at(23, 59)) == at(23, 55)


def test_no_session_is_dragged_over_midnight(morning, event):
    assert hours(moved_to(morning, at(23), event)) == "12 20:25-23:55"
    assert hours(moved(morning, timedelta(hours=-10), event)) == "12 00:00-03:30"


def test_a_night_goes_from_day_to_day_with_its_hours(morning, event):
    night = replace(morning, starts_at=at(20), ends_at=at(1, day=13), closes_at=at(1, day=13))
    assert moved(night, timedelta(hours=2), event) == night
    shorter = ended_at(night, at(0, 30, day=13))
    assert (shorter.ends_at, shorter.closes_at) == (at(0, 30, day=13), at(0, 30, day=13))


def test_an_edge_that_is_dragged_takes_the_doors_along(morning):
    longer = ended_at(morning, at(13))
    assert (longer.ends_at, longer.closes_at, longer.starts_at) == (at(13), at(13), at(8, 30))
    later = started_at(morning, at(9))
    assert (later.starts_at, later.opens_at, later.ends_at) == (at(9), at(8), at(12))
    assert hours(ended_at(morning, at(7))) == "12 08:30-08:35"
    assert hours(started_at(morning, at(15))) == "12 11:55-12:00"


def test_what_cannot_be_is_told_by_its_name(morning, event):
    days = (event.starts_on, event.ends_on)
    wrong = replace(
        morning, starts_at=at(9, day=20), ends_at=at(8, day=20), opens_at=at(10, day=20), closes_at=at(9, day=20)
    )
    assert faults(morning, days) == []
    assert faults(wrong, days) == ["ends_at", "opens_at", "closes_at", "day"]


def test_an_event_is_widened_by_a_day_before_or_after_but_not_beyond_a_year(event):
    assert widened(event, date(2024, 6, 10)) == (date(2024, 6, 10), date(2024, 6, 13))
    assert widened(event, date(2024, 6, 15)) == (date(2024, 6, 12), date(2024, 6, 15))
    assert widened(event, date(2026, 6, 15)) is None


def test_keys_go_on_after_the_highest():
    assert free_key([]) == "s1"
    assert free_key(["s1", "s7", "day1-am", "sx", "s"]) == "s8"


def test_a_copied_day_carries_everything_but_the_key(sessions):
    first = replace(sessions[0], title="ກ", mode=Mode.IN_OUT, categories=frozenset({Category.PRESS}))
    (made,) = copied([first], date(2024, 6, 12), [date(2024, 6, 14)])
    assert (made.key, hours(made), made.opens_at) == ("s1", "14 08:30-12:00", at(7, 30, day=14))
    assert (made.title, made.mode, made.categories) == ("ກ", Mode.IN_OUT, {Category.PRESS})


def test_half_days_come_back_in_the_place_of_topics_and_note_what_the_others_note(event, sessions):
    topic = replace(sessions[0], key="s1", title="ກ", mode=Mode.IN_OUT)
    edit = half_days_again(event, [topic, replace(sessions[2], mode=Mode.IN_OUT), sessions[3]], ())
    assert {one.key for one in edit.before} == {"s1"}
    assert {one.key: one.mode for one in edit.after} == {"day1-am": Mode.IN_OUT, "day1-pm": Mode.IN_OUT}
    assert len(half_days_again(event, [], ()).after) == 4


def test_half_days_of_a_day_before_the_first_have_keys_that_are_free(event, sessions):
    wider = replace(event, starts_on=date(2024, 6, 11))
    edit = half_days_again(wider, sessions, {"day1-am"})
    assert edit.before == ()
    assert {one.key: hours(one) for one in edit.after} == {
        "s1": "11 08:30-12:00",
        "s2": "11 13:30-16:00",
    }
    everything = half_days_again(wider, sessions, ())
    assert {hours(one) for one in (*everything.after, *sessions)} >= {hours(one) for one in half_days(wider)}
    gone = {one.key for one in everything.before}
    assert not {one.key for one in everything.after} & ({one.key for one in sessions} - gone)


def test_an_edit_is_taken_back_by_its_inverse(sessions):
    edit = Edit(event_id="e1", before=sessions[:1], after=sessions[1:2], days_before=(1, 2), days_after=(1, 3))
    assert edit.inverse.inverse == edit
    assert (edit.inverse.before, edit.inverse.days_before) == (sessions[1:2], (1, 3))
    assert not edit.is_empty


def test_parallel_sessions_stand_side_by_side_and_one_alone_has_the_whole_width(sessions):
    one, other, alone = (
        replace(sessions[0], key="a", ends_at=at(10)),
        replace(sessions[0], key="b", starts_at=at(9), ends_at=at(11)),
        replace(sessions[0], key="c", starts_at=at(11)),
    )
    assert lanes([one, other, alone]) == {"a": Lane(0, 2), "b": Lane(1, 2), "c": Lane(0, 1)}
    assert overlapping([one, other, alone]) == [(one, other)]
    assert lanes([]) == {}


def test_a_category_without_anybody_counts_nobody(people):
    crowd = Crowd(people)
    assert crowd.of_category(Category.PRESS) == (0, 0)
    assert crowd.of_category(Category.PARTICIPANT) == (3, 1)


def test_a_lane_is_free_again_as_soon_as_its_session_ends(sessions):
    spans = {"a": (at(8), at(10)), "b": (at(9), at(11)), "c": (at(10), at(12))}
    made = [replace(sessions[0], key=key, starts_at=one, ends_at=other) for key, (one, other) in spans.items()]
    assert {key: lane.nth for key, lane in lanes(made).items()} == {"a": 0, "b": 1, "c": 0}
