from dataclasses import replace
from datetime import date, datetime, time
from fractions import Fraction

import pytest

from signin.domain.attendee import Category
from signin.domain.event import CertificateTerms, half_days


def test_two_days_make_four_half_days(event):
    made = half_days(event)
    assert [one.key for one in made] == ["day1-am", "day1-pm", "day2-am", "day2-pm"]
    assert made[0].starts_at == datetime(2024, 6, 12, 8, 30)
    assert made[0].ends_at == datetime(2024, 6, 12, 12, 0)
    assert made[3].ends_at == datetime(2024, 6, 13, 16, 0)
    assert made[1].opens_at == datetime(2024, 6, 12, 12, 30)
    assert made[1].closes_at == made[1].ends_at


def test_an_event_that_begins_after_noon_and_ends_before_noon_has_no_empty_half_days(event):
    made = half_days(replace(event, starts_at=time(14, 0), ends_at=time(11, 30)))
    assert [one.key for one in made] == ["day1-pm", "day2-am"]
    assert made[0].starts_at == datetime(2024, 6, 12, 14, 0)
    assert made[1].ends_at == datetime(2024, 6, 13, 11, 30)


def test_early_and_late_hours_stretch_the_half_days_of_every_day(event):
    made = half_days(replace(event, starts_at=time(7, 0), ends_at=time(18, 0), ends_on=date(2024, 6, 14)))
    assert [one.starts_at.time() for one in made[::2]] == [time(7, 0)] * 3
    assert [one.ends_at.time() for one in made[1::2]] == [time(18, 0)] * 3


def test_a_session_without_conditions_expects_everybody(sessions, attendee):
    assert sessions[0].expects(attendee(1, category=Category.PRESS))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"category": Category.CHAIR}, True),
        ({"category": Category.PRESS}, False),
        ({"number": 7}, True),
        ({"number": 40, "stands_for": 7}, True),
        ({"number": 40, "stands_for": 8}, False),
    ],
)
def test_a_session_expects_its_categories_and_its_people_and_their_substitutes(
    sessions, attendee, facts, expected
):
    session = replace(sessions[0], categories=frozenset({Category.CHAIR}), people=frozenset({7}))
    person = attendee(**({"number": 1, "id": "x"} | facts))
    assert session.expects(person) == expected


def test_a_register_number_is_written_as_the_office_writes_it():
    terms = CertificateTerms(register="{number:03}/ສບລ.{yy}", value=Fraction(2))
    assert terms.register_text(7, 2024) == "007/ສບລ.24"
    assert CertificateTerms().register_text(12, 2024) == "012/2024"


def test_a_full_name_has_its_prefix_once(attendee):
    assert attendee(1, prefix="ທ່ານ", name="ສົມ").full_name == "ທ່ານ ສົມ"
    assert attendee(1, name="ສົມ").full_name == "ສົມ"
