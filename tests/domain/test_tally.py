from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from signin.domain.attendee import Category, Origin, Sex, State
from signin.domain.event import CertificateTerms, Mode, Rule
from signin.domain.presence import Presence
from signin.domain.tally import Count, tally


def stay(person, session, at=datetime(2024, 6, 12, 9), left=None):
    return Presence(
        event_id="e1", session_key=session, attendee_id=person.id, arrived_at=at, desk="ໂຕະ 1", left_at=left
    )


@pytest.fixture
def crowd(attendee):
    return [
        attendee(1, organisation="ກ", province="ວຽງຈັນ", sex=Sex.FEMALE),
        attendee(2, organisation="ກ", sex=Sex.MALE),
        attendee(3, organisation="ຂ", sex=Sex.FEMALE, category=Category.GUEST),
        attendee(4, state=State.CANCELLED, sex=Sex.FEMALE),
        attendee(5, state=State.REPLACED),
        attendee(6, origin=Origin.SUBSTITUTE, replaces="a5", stands_for=5),
        attendee(7, origin=Origin.WALK_IN, sex=Sex.FEMALE),
    ]


def test_cancelled_and_replaced_people_are_not_expected(event, sessions, crowd):
    counted = tally(event, sessions, crowd, [])
    assert counted.total == Count(expected=5, arrived=0, women_expected=3, women=0)
    assert (counted.walk_ins, counted.substitutes) == (1, 1)
    assert counted.arrived == frozenset()


def test_who_came_before_the_place_was_cancelled_or_replaced_is_expected_and_arrived(event, sessions, crowd):
    stays = [stay(crowd[3], "day1-am"), stay(crowd[4], "day1-am"), stay(crowd[5], "day1-am")]
    counted = tally(event, sessions, crowd, stays)
    assert counted.total == Count(expected=7, arrived=3, women_expected=4, women=1)
    assert counted.sessions[0].count == counted.total
    assert counted.sessions[1].count == Count(expected=5, arrived=0, women_expected=3, women=0)


@pytest.mark.parametrize(
    ("state", "came", "count"), [("cancelled", False, 1), ("cancelled", True, 2), ("replaced", True, 2)]
)
def test_a_walk_in_who_is_not_expected_any_more_counts_only_for_having_come(
    event, sessions, crowd, attendee, state, came, count
):
    gone = attendee(8, origin=Origin.WALK_IN, state=State(state))
    stays = [stay(gone, "day2-am")] if came else []
    assert tally(event, sessions, [*crowd, gone], stays).walk_ins == count


def test_arrivals_and_women_are_counted_whole_and_by_group(event, sessions, crowd):
    stays = [
        stay(crowd[0], "day1-am"),
        stay(crowd[0], "day1-pm"),
        stay(crowd[1], "day1-am"),
        stay(crowd[2], "day2-am"),
    ]
    counted = tally(event, sessions, crowd, stays)
    assert counted.total == Count(expected=5, arrived=3, women_expected=3, women=2)
    assert counted.by_organisation["ກ"] == Count(expected=2, arrived=2, women_expected=1, women=1)
    assert counted.by_province["ວຽງຈັນ"].arrived == 1
    assert counted.by_category["guest"] == Count(expected=1, arrived=1, women_expected=1, women=1)


def test_a_session_counts_those_it_expects_and_those_who_came_all_the_same(event, sessions, crowd):
    guests = replace(sessions[0], categories=frozenset({Category.GUEST}))
    one = tally(event, [guests], crowd, [stay(crowd[1], "day1-am")]).sessions[0]
    assert one.count == Count(expected=2, arrived=1, women_expected=1, women=0)
    assert one.attended == (crowd[1],)


def test_inside_are_those_who_have_not_left(event, sessions, crowd):
    in_out = replace(sessions[0], mode=Mode.IN_OUT)
    gone = stay(crowd[1], "day1-am", left=datetime(2024, 6, 12, 10))
    one = tally(event, [in_out], crowd, [stay(crowd[0], "day1-am"), gone]).sessions[0]
    assert one.inside == (crowd[0],)
    assert one.time_inside == {"a1": timedelta(hours=3), "a2": timedelta(hours=1)}
    assert one.first_arrival["a2"] == gone


def earned(event, sessions, crowd, stays, terms):
    changed = replace(event, certificate=CertificateTerms(**terms))
    return [person.number for person in tally(changed, sessions, crowd, stays).eligible]


@pytest.fixture
def attendance(crowd):
    """Number 1 came to three sessions, 2 to one, 3 to two; nobody came to the last."""
    return [
        *(stay(crowd[0], key) for key in ("day1-am", "day1-pm", "day2-am")),
        stay(crowd[1], "day1-am"),
        *(stay(crowd[2], key) for key in ("day1-pm", "day2-am")),
    ]


@pytest.mark.parametrize(
    ("terms", "numbers"),
    [
        ({}, [1, 2, 3]),
        ({"value": Fraction(2)}, [1, 3]),
        ({"rule": Rule.SHARE, "value": Fraction(1)}, [1]),
        ({"rule": Rule.SHARE, "value": Fraction(2, 3)}, [1, 3]),
        ({"rule": Rule.NAMED, "sessions": ("day1-pm", "day2-am")}, [1, 3]),
        ({"rule": Rule.NAMED, "sessions": ()}, [1, 2, 3]),
        ({"rule": Rule.HOURS, "value": Fraction(19, 2)}, [1]),
        ({"rule": Rule.HOURS, "value": Fraction(6)}, [1, 3]),
        ({"rule": Rule.HOURS, "value": Fraction("6.01")}, [1]),
    ],
)
def test_certificates_are_for_those_who_fulfil_the_rule(event, sessions, crowd, attendance, terms, numbers):
    # The three sessions are 3.5, 2.5 and 3.5 hours long.
    early = [replace(one, arrived_at=datetime(2024, 6, 12, 8)) for one in attendance]
    assert earned(event, sessions, crowd, early, terms) == numbers


def test_nobody_who_never_came_earns_anything(event, sessions, crowd):
    for rule in Rule:
        assert earned(event, sessions, crowd, [], {"rule": rule, "value": Fraction(0)}) == []
