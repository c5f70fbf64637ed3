"""Figures add up, and spans of arrivals are of a length that people read."""

from datetime import datetime, timedelta

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
    assert (found.count.expected, found.count.women_expected, found.men_expected, found.unknown_expected) == (
        8,
        2,
        2,
        4,
    )
    assert (found.count.arrived, found.count.women, found.men, found.unknown) == (3, 1, 1, 1)


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
    ("apart", "minutes"),
    [(timedelta(hours=3), 5), (timedelta(hours=9), 15), (timedelta(days=2), 120), (timedelta(days=400), 1440)],
)
def test_the_longer_it_took_the_longer_the_spans(crowd, apart, minutes):
    found, spans = arrivals(crowd, {"a0": MORNING, "a1": MORNING + apart})
    assert found == minutes
    assert spans[-1].so_far == 2
    assert len(spans) <= MOST_SPANS or minutes == 1440


def test_where_nobody_arrived_there_are_no_spans(crowd):
    assert arrivals(crowd, {})[1] == ()
