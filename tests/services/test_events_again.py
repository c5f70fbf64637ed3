from dataclasses import replace
from datetime import date, datetime, time
from fractions import Fraction

import pytest

from signin.domain.attendee import Category
from signin.domain.event import CertificateTerms, Chair, Letterhead, Mode, Rule, half_days
from signin.domain.record import Subject, Verb
from signin.services import meetings
from signin.services.events_again import change_event, clone_event, form_of, read_value, value_text
from signin.services.failures import (
    EventExists,
    EventTitleMissing,
    EventTooLong,
    NoTimeForSession,
    SessionBegun,
    SessionOutside,
)
from signin.services.new_event import read_form
from signin.services.records import history
from signin.store import attendees, events, records

NOW = datetime(2024, 6, 14, 9)
NEXT = date(2024, 7, 30)
TERMS = CertificateTerms(rule=Rule.NAMED, sessions=("day1-am", "day2-pm"), signatory="ທ່ານ ຄຳ ດີ")
HEAD = Letterhead(offices=("ກະຊວງ", "ກົມ"), number="12/ກ", place="ວຽງຈັນ")


@pytest.fixture
def event(event):
    chair = Chair(prefix="ທ່ານ", name="ວັນໄຊ ອິນທະວົງ", position="ຫົວໜ້າ")
    return replace(event, letterhead=HEAD, certificate=TERMS, chairs=(chair,))


@pytest.fixture
def sessions(sessions):
    first, second, *rest = sessions
    guests = replace(first, categories=frozenset({Category.GUEST}), people=frozenset({2}))
    return (guests, replace(second, mode=Mode.IN_OUT), *rest)


@pytest.fixture
def told(meeting):
    def all_told(event_id="e1"):
        with meeting.store.read() as tx:
            return history(tx, event_id)

    return all_told


@pytest.fixture
def hours(meeting):
    def of(event_id="e1"):
        found = meetings.one(meeting, event_id)[1]
        return {one.key: f"{one.starts_at:%H:%M}-{one.ends_at:%H:%M}" for one in found}

    return of


def test_the_same_meeting_again_takes_everything_along_but_the_people(meeting):
    made = clone_event(meeting, "e1", NEXT, " ກອງປະຊຸມ  ແຂວງຈຳປາສັກ ", NOW)
    event, sessions = meetings.one(meeting, made.id)
    assert event == made
    assert (event.title, event.days) == ("ກອງປະຊຸມ ແຂວງຈຳປາສັກ", (NEXT, date(2024, 7, 31)))
    assert (event.certificate, event.letterhead) == (TERMS, replace(HEAD, number=""))
    assert [one.key for one in sessions] == ["day1-am", "day1-pm", "day2-am", "day2-pm"]
    first = sessions[0]
    assert (first.opens_at, first.starts_at) == (datetime(2024, 7, 30, 7, 30), datetime(2024, 7, 30, 8, 30))
    assert (first.closes_at, first.ends_at) == (datetime(2024, 7, 30, 12), datetime(2024, 7, 30, 12))
    assert (first.categories, first.people, sessions[1].mode) == ({Category.GUEST}, frozenset(), Mode.IN_OUT)
    with meeting.store.read() as tx:
        assert attendees.everyone(tx, made.id) == []


def test_the_same_meeting_again_is_recorded_with_the_one_it_came_from(meeting, told):
    made = clone_event(meeting, "e1", NEXT, "ແຂວງ", NOW)
    (record,) = told(made.id)
    assert (record.verb, record.subject, record.reason, record.at) == (Verb.CLONED, Subject.EVENT, "e1", NOW)
    assert record.fields == {"title": ("ກອງປະຊຸມທົດລອງ", "ແຂວງ"), "starts_on": ("2024-06-12", "2024-07-30")}
    with meeting.store.read() as tx:
        assert [row for _, row in records.in_order(tx)] == [record]


def test_the_same_meeting_again_wants_a_title_and_another_day_or_name(meeting):
    with pytest.raises(EventTitleMissing):
        clone_event(meeting, "e1", NEXT, " ", NOW)
    with pytest.raises(EventExists):
        clone_event(meeting, "e1", date(2024, 6, 12), "ກອງປະຊຸມທົດລອງ", NOW)
    assert len(meetings.everything(meeting)) == 1


def test_a_change_is_recorded_field_by_field(meeting, event, told):
    changed = change_event(
        meeting,
        replace(
            event,
            title="ກອງປະຊຸມ  ໃໝ່",
            host="ແຂວງ",
            letterhead=Letterhead(offices=("ກະຊວງ", " "), number="13", place="ວຽງຈັນ"),
            certificate=replace(TERMS, rule=Rule.COUNT, value=Fraction(3), sessions=(), wording="ໄດ້  ເຂົ້າຮ່ວມ"),
            chairs=(*event.chairs, Chair(name="ມະນີ ແກ້ວ")),
        ),
        NOW,
    )
    assert meetings.one(meeting, "e1")[0] == changed
    (record,) = told()
    assert (record.verb, record.subject, record.subject_id) == (Verb.CHANGED, Subject.EVENT, "e1")
    assert record.fields == {
        "title": ("ກອງປະຊຸມທົດລອງ", "ກອງປະຊຸມ ໃໝ່"),
        "host": ("", "ແຂວງ"),
        "chairs": ("ທ່ານ ວັນໄຊ ອິນທະວົງ, ຫົວໜ້າ", "ທ່ານ ວັນໄຊ ອິນທະວົງ, ຫົວໜ້າ\nມະນີ ແກ້ວ"),
        "letterhead.offices": ("ກະຊວງ\nກົມ", "ກະຊວງ"),
        "letterhead.number": ("12/ກ", "13"),
        "certificate.rule": ("named", "count"),
        "certificate.value": ("1", "3"),
        "certificate.sessions": ("day1-am\nday2-pm", ""),
        "certificate.wording": ("", "ໄດ້ ເຂົ້າຮ່ວມ"),
    }


def test_a_change_of_nothing_leaves_no_record_and_the_language_stays(meeting, event, told):
    given = replace(event, language="en")
    assert change_event(meeting, given, NOW) == event
    assert told() == []


def test_what_another_desk_put_right_meanwhile_stays(meeting, other_desk, event, told):
    change_event(other_desk, replace(event, host="ແຂວງ", letterhead=Letterhead()), NOW)
    made = change_event(meeting, replace(event, title="ໃໝ່"), NOW, seen=event)
    assert (made.title, made.host, made.letterhead) == ("ໃໝ່", "ແຂວງ", Letterhead())
    (record,) = (one for one in told() if one.desk == meeting.name)
    assert record.fields == {"title": ("ກອງປະຊຸມທົດລອງ", "ໃໝ່")}


def test_a_title_is_not_taken_away_nor_taken_from_another_event_of_that_day(meeting, event, told):
    with meeting.store.write() as tx:
        events.add(tx, replace(event, id="e2", title="ອື່ນ"), ())
    with pytest.raises(EventTitleMissing):
        change_event(meeting, replace(event, title=" "), NOW)
    with pytest.raises(EventExists):
        change_event(meeting, replace(event, title="ອື່ນ"), NOW)
    assert change_event(meeting, replace(event, title="ບໍ່ມີ"), NOW).title == "ບໍ່ມີ"
    assert len(told()) == 1


def test_half_days_follow_the_hours_and_rooms_follow_the_venue(meeting, event, hours, told):
    change_event(meeting, replace(event, starts_at=time(9), ends_at=time(15), venue="ສະໂມສອນ"), NOW)
    assert hours() == {
        "day1-am": "09:00-12:00",
        "day1-pm": "13:30-16:00",
        "day2-am": "08:30-12:00",
        "day2-pm": "13:30-15:00",
    }
    sessions = meetings.one(meeting, "e1")[1]
    assert {one.room for one in sessions} == {"ສະໂມສອນ"}
    assert (sessions[0].opens_at.time(), sessions[3].closes_at.time()) == (time(8), time(15))
    (record,) = told()
    assert record.fields["session day2-pm"] == ("13:30-16:00", "13:30-15:00")
    assert record.fields["starts_at"] == ("08:30:00", "09:00:00")


def test_a_session_with_hours_or_a_room_of_its_own_keeps_them(meeting, event, hours):
    first = meetings.one(meeting, "e1")[1][0]
    with meeting.store.write() as tx:
        events.change_session(tx, replace(first, ends_at=datetime(2024, 6, 12, 11), room="ຫ້ອງ 2"))
        events.add_sessions(tx, [replace(first, key="topic")])
    change_event(meeting, replace(event, starts_at=time(9), venue="ສະໂມສອນ"), NOW)
    assert (hours()["day1-am"], hours()["topic"]) == ("08:30-11:00", "08:30-12:00")
    assert meetings.one(meeting, "e1")[1][0].room == "ຫ້ອງ 2"


def test_a_session_somebody_was_checked_in_to_keeps_its_hours(meeting, event, scanned, hours, told):
    scanned(2)
    with pytest.raises(SessionBegun, match="day1-am"):
        change_event(meeting, replace(event, starts_at=time(9)), NOW)
    assert hours()["day1-am"] == "08:30-12:00"
    change_event(meeting, replace(event, ends_at=time(15)), NOW)
    assert hours()["day2-pm"] == "13:30-15:00"
    assert len(told()) == 1


def test_hours_that_leave_no_time_for_a_session_are_refused(meeting, event):
    with pytest.raises(NoTimeForSession, match="day2-pm"):
        change_event(meeting, replace(event, ends_at=time(12)), NOW)


def test_longer_hours_make_the_half_day_that_was_missing(meeting, event, hours, told):
    with meeting.store.write() as tx:
        events.add(
            tx, short := replace(event, id="e2", title="ເຄິ່ງມື້", ends_on=event.starts_on, ends_at=time(12)), ()
        )
        events.add_sessions(tx, [replace(one, event_id="e2", mode=Mode.IN_OUT) for one in half_days(short)])
    change_event(meeting, replace(short, ends_at=time(16)), NOW)
    assert hours("e2") == {"day1-am": "08:30-12:00", "day1-pm": "13:30-16:00"}
    assert [one.mode for one in meetings.one(meeting, "e2")[1]] == [Mode.IN_OUT] * 2
    assert told("e2")[0].fields["session day1-pm"] == ("", "13:30-16:00")


def test_an_event_stands_in_the_form_as_it_would_be_typed(event):
    read = read_form(form_of(replace(event, host="ແຂວງ")), date(2030, 1, 1))
    assert not read.wrong
    facts = ("title", "organiser", "venue", "host", "starts_on", "ends_on", "starts_at", "ends_at", "chairs")
    assert all(getattr(read.event, name) == getattr(replace(event, host="ແຂວງ"), name) for name in facts)


@pytest.mark.parametrize(
    ("rule", "typed", "value"),
    [
        (Rule.COUNT, "3", Fraction(3)),
        (Rule.COUNT, "໓", Fraction(3)),
        (Rule.COUNT, "2.5", None),
        (Rule.COUNT, "0", None),
        (Rule.SHARE, "80 %", Fraction(4, 5)),
        (Rule.SHARE, "101", None),
        (Rule.HOURS, "2,5", Fraction(5, 2)),
        (Rule.HOURS, "", None),
        (Rule.HOURS, "1/0", None),
    ],
)
def test_what_a_certificate_asks_for_is_understood(rule, typed, value):
    assert read_value(rule, typed) == value


def test_what_a_certificate_asks_for_is_said_as_it_is_typed():
    assert value_text(TERMS) == ""
    assert value_text(CertificateTerms(rule=Rule.SHARE, value=Fraction(4, 5))) == "80"
    assert value_text(CertificateTerms(rule=Rule.HOURS, value=Fraction(5, 2))) == "2.5"


# Other days


def days(meeting, first, last, **facts):
    event = meetings.one(meeting, "e1")[0]
    starts_on, ends_on = (date(2024, 6, day) for day in (first, last))
    change_event(meeting, replace(event, starts_on=starts_on, ends_on=ends_on, **facts), datetime(2024, 6, 1))
    return {one.key: f"{one.opens_at:%d %H:%M}" for one in meetings.one(meeting, "e1")[1]}


def test_a_postponed_meeting_takes_its_sessions_along_and_back(meeting):
    before = days(meeting, 12, 13)
    moved = days(meeting, 13, 14)
    assert (before["day1-am"], moved["day1-am"], moved["day2-pm"]) == ("12 07:30", "13 07:30", "14 12:30")
    assert days(meeting, 12, 13) == before
    with meeting.store.read() as tx:
        fields = next(one.fields for one in history(tx, "e1"))
    assert fields["starts_on"] == ("2024-06-12", "2024-06-13")
    assert fields["session day1-am"] == ("2024-06-12 08:30-12:00", "2024-06-13 08:30-12:00")


def test_a_wider_event_leaves_its_sessions_where_they_are(meeting):
    before = days(meeting, 12, 13)
    assert days(meeting, 11, 15) == before
    assert days(meeting, 12, 13) == before


def test_days_that_leave_a_session_out_are_refused(meeting):
    with pytest.raises(SessionOutside, match="day2-am"):
        days(meeting, 12, 12)
    assert meetings.one(meeting, "e1")[0].ends_on == date(2024, 6, 13)


def test_once_somebody_was_scanned_no_session_moves(meeting, scanned):
    scanned(1)
    with pytest.raises(SessionOutside, match="day1-am"):
        days(meeting, 13, 14)
    assert days(meeting, 11, 13)["day1-am"] == "12 07:30"


def test_an_event_lasts_a_year_at_most(meeting):
    event = meetings.one(meeting, "e1")[0]
    with pytest.raises(EventTooLong):
        change_event(meeting, replace(event, ends_on=date(2025, 8, 1)), datetime(2024, 6, 1))


def test_another_event_of_that_day_with_this_title_stands_against_it(meeting, event, sessions):
    meetings.create(meeting, replace(event, id="e2", starts_on=date(2024, 6, 13)), ())
    with pytest.raises(EventExists):
        days(meeting, 13, 14)
