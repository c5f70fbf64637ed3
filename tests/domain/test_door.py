from dataclasses import replace
from datetime import datetime

import pytest

from signin.domain.attendee import Category, State
from signin.domain.door import Approach, judge
from signin.domain.presence import Presence
from signin.domain.scan import Direction
from signin.domain.verdict import (
    Admitted,
    AdmittedBack,
    AlreadyIn,
    Cancelled,
    Closed,
    Left,
    NotExpected,
    NotInside,
    NotOpen,
    OtherEvent,
    Replaced,
    Tone,
    name_of,
)

NOW = datetime(2024, 6, 12, 9, 0)


@pytest.fixture
def approach(sessions, attendee):
    return Approach(attendee=attendee(1), session=sessions[0], stays=(), now=NOW, direction=Direction.IN)


@pytest.fixture
def inside(sessions):
    return Presence(event_id="e1", session_key="day1-am", attendee_id="a1", arrived_at=NOW, desk="ໂຕະ 2")


def test_whoever_is_expected_is_admitted(approach):
    verdict = judge(approach)
    assert verdict == Admitted(approach.attendee)
    assert (name_of(verdict), verdict.tone) == ("Admitted", Tone.GO)


def test_a_second_scan_names_the_first_desk_and_time(approach, inside):
    assert judge(replace(approach, stays=(inside,))) == AlreadyIn(approach.attendee, NOW, "ໂຕະ 2")


def test_coming_back_after_leaving_is_admitted_back(approach, inside):
    assert judge(replace(approach, stays=(replace(inside, left_at=NOW),))) == AdmittedBack(approach.attendee)


def test_going_out_needs_being_in(approach, inside):
    out = replace(approach, direction=Direction.OUT)
    assert judge(replace(out, stays=(inside,))) == Left(approach.attendee)
    assert judge(out) == NotInside(approach.attendee)
    assert judge(replace(out, stays=(replace(inside, left_at=NOW),))) == NotInside(approach.attendee)


def test_going_out_skips_time_and_category(approach, inside):
    late = replace(
        approach,
        direction=Direction.OUT,
        stays=(inside,),
        now=datetime(2024, 6, 12, 23, 0),
        session=replace(approach.session, categories=frozenset({Category.PRESS})),
    )
    assert judge(late) == Left(approach.attendee)


def test_too_early_says_when_it_opens_and_too_late_when_it_closed(approach):
    session = approach.session
    assert judge(replace(approach, now=datetime(2024, 6, 12, 7, 29))) == NotOpen(
        approach.attendee, session.opens_at
    )
    assert judge(replace(approach, now=datetime(2024, 6, 12, 12, 1))) == Closed(
        approach.attendee, session.closes_at
    )
    assert isinstance(judge(replace(approach, now=session.opens_at)), Admitted)
    assert isinstance(judge(replace(approach, now=session.closes_at)), Admitted)


def test_staff_may_force_the_time_but_not_the_guest_list(approach):
    late = replace(approach, now=datetime(2024, 6, 12, 12, 1), forced=True)
    assert judge(late) == Admitted(approach.attendee)
    strict = replace(approach.session, categories=frozenset({Category.PRESS}))
    assert judge(replace(late, session=strict)) == NotExpected(approach.attendee)


def test_the_rules_answer_in_their_order(approach, inside, attendee):
    """Each step takes away the rule that answered; the next one in the order must answer then."""
    by = attendee(9)
    everything_wrong = replace(
        approach,
        attendee=replace(approach.attendee, state=State.CANCELLED),
        holder=by,
        other_event="ອື່ນ",
        now=datetime(2024, 6, 12, 7, 0),
        session=replace(approach.session, categories=frozenset({Category.PRESS})),
        stays=(inside,),
    )
    person = approach.attendee
    steps = [
        ({}, OtherEvent(everything_wrong.attendee, "ອື່ນ")),
        ({"other_event": None}, Cancelled(everything_wrong.attendee)),
        ({"attendee": person}, Replaced(person, by)),
        ({"holder": None}, NotOpen(person, approach.session.opens_at)),
        ({"now": NOW}, NotExpected(person)),
        ({"session": approach.session}, AlreadyIn(person, NOW, "ໂຕະ 2")),
        ({"stays": ()}, Admitted(person)),
    ]
    for change, expected in steps:
        everything_wrong = replace(everything_wrong, **change)
        assert judge(everything_wrong) == expected
