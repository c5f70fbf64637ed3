"""Figures add up, and spans of arrivals are of a length that people read."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from signin.domain.attendee import Sex, State
from signin.domain.breakdown import MOST_SPANS, arrivals, broken_down, figures, shares_of

MORNING = datetime(2024, 6, 12, 8, 2)


@pytest.fixture
def crowd(attendee):
    sexes = [Sex.FEMALE, Sex.MALE, Sex.UNKNOWN, Sex.UNKNOWN]
    people = [attendee(nth, sex=sexes[nth % 4], organisation="ກ" if nth < 4 else "ຂ") for nth in range(8)]
    return [*people, attendee(8, state=State.CANCELLED, organisation="ຄ", sex=Sex.UNKNOWN)]


def test_women_men_and_unknown_are_all_of_them(crowd):
    found = figures(shares_of(crowd, frozenset({"a0", "a1", "a2"})))
    assert (found.count.expected, found.count.women_expected, found.unknown_expected) == (8, 2, 4)
    assert (found.count.arrived, found.count.women, found.men, found.unknown) == (3, 1, 1, 1)


def test_whoever_came_and_was_cancelled_after_is_expected_as_well(crowd):
    found = figures(shares_of(crowd, frozenset({"a0", "a8"})))
    assert (found.count.expected, found.unknown_expected, found.count.arrived) == (9, 5, 2)


def test_a_group_of_which_nobody_is_expected_and_nobody_came_is_left_out(crowd):
    assert list(broken_down(shares_of(crowd, frozenset()), lambda one: one.organisation)) == ["ກ", "ຂ"]
    assert list(broken_down(shares_of(crowd, frozenset({"a8"})), lambda one: one.organisation)) == ["ກ", "ຂ", "ຄ"]


def test_spans_begin_on_round_times_and_empty_ones_stand_among_them(crowd):
    first = {"a0": MORNING, "a1": MORNING + timedelta(minutes=14), "a2": MORNING + timedelta(minutes=1)}
    minutes, spans = arrivals(crowd, first)
    assert minutes == 5
    assert [f"{one.begins:%H:%M}" for one in spans] == ["08:00", "08:05", "08:10", "08:15"]
    assert [(one.arrived, one.women, one.unknown, one.so_far) for one in spans] == [
        *((2, 1, 1, 2), (0, 0, 0, 2)),
        *((0, 0, 0, 2), (1, 0, 0, 3)),
    ]


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [(3, 5), (9, 15), (24, 60), (24 * 2, 120), (24 * 7, 240), (24 * 20, 720), (24 * 47, 1440)],
)
def test_the_longer_it_took_the_longer_the_spans(attendee, hours, minutes):
    times = [MORNING + timedelta(hours=hour) for hour in range(0, hours, 12)] + [MORNING + timedelta(hours=hours)]
    people = [attendee(nth) for nth in range(len(times))]
    found, spans = arrivals(people, {person.id: at for person, at in zip(people, times, strict=True)})
    assert found == minutes
    assert spans[-1].so_far == len(people)
    assert len(spans) <= MOST_SPANS
    assert {after.begins - one.begins for one, after in pairwise(spans)} == {timedelta(minutes=minutes)}


def test_a_clock_that_was_wrong_leaves_the_morning_as_it_was(crowd):
    first = {"a0": MORNING, "a1": MORNING + timedelta(minutes=14)}
    minutes, spans = arrivals(crowd, {**first, "a2": datetime(2000, 1, 1, 0, 3), "a3": datetime(2036, 2, 7, 6)})
    assert minutes == 5
    assert spans[1:-1] == tuple(replace(one, so_far=one.so_far + 1) for one in arrivals(crowd, first)[1])
    assert [(one.begins, one.so_far) for one in (spans[0], spans[-1])] == [
        (datetime(2000, 1, 1), 1),
        (datetime(2036, 2, 7, 6), 4),
    ]


def test_where_nobody_arrived_there_are_no_spans(crowd):
    assert arrivals(crowd, {})[1] == ()
