from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from signin.domain.attendee import Category
from signin.domain.event import CertificateTerms, Mode, Rule
from signin.domain.record import Subject, Verb
from signin.domain.timetable import Edit
from signin.services import meetings
from signin.services.events_again import change_event, clone_event
from signin.services.failures import (
    EventExists,
    EventNotFound,
    EventTooLong,
    SessionChangedSince,
    SessionHasScans,
    SessionInUse,
    SessionNamed,
    SessionOutside,
    SessionWrong,
)
from signin.services.records import history
from signin.services.session_failures import SessionAttended
from signin.services.sessions import change_sessions, timetable
from signin.store import attendees

NOW = datetime(2024, 6, 11, 15)
DURING = datetime(2024, 6, 12, 9)
TOPIC = {
    "key": "s1",
    "title": " ງົບປະມານ ",
    "room": "ຫ້ອງ 2",
    "starts_at": datetime(2024, 6, 12, 16),
    "ends_at": datetime(2024, 6, 12, 17),
    "opens_at": datetime(2024, 6, 12, 15, 30),
    "closes_at": datetime(2024, 6, 12, 17),
}


@pytest.fixture
def topic(sessions):
    return replace(sessions[0], **TOPIC)


@pytest.fixture
def change(meeting):
    """Change sessions: change(before, after, now=…, warned=…); None for one that is not there."""

    def changed(before, after, now=NOW, *, warned=False, days=None):
        edit = Edit(
            event_id="e1",
            before=tuple(filter(None, [before])),
            after=tuple(filter(None, [after])),
            days_before=days and days[0],
            days_after=days and days[1],
        )
        change_sessions(meeting, edit, now, warned=warned)

    return changed


@pytest.fixture
def told(meeting):
    def fields():
        with meeting.store.read() as tx:
            return [one.fields for one in history(tx, "e1")]

    return fields


def stored(meeting):
    return {one.key: one for one in meetings.one(meeting, "e1")[1]}


def test_the_timetable_tells_sessions_people_and_how_often_each_was_scanned_at(meeting, scanned):
    scanned(1)
    scanned(2)
    scanned("nonsense")
    found = timetable(meeting, "e1")
    assert [one.key for one in found.sessions] == ["day1-am", "day1-pm", "day2-am", "day2-pm"]
    assert (found.event.id, len(found.people), found.crowd.expected((), ())) == ("e1", 3, (3, 1))
    assert (found.scans, found.used) == ({"day1-am": 3}, {"day1-am"})
    with pytest.raises(EventNotFound):
        timetable(meeting, "e9")


def test_people_are_read_again_only_once_somebody_changed(meeting, change, sessions, scanned):
    first = timetable(meeting, "e1")
    change(sessions[0], replace(sessions[0], title="ເປີດ"))
    scanned(1)
    second = timetable(meeting, "e1", first)
    assert second.people is first.people
    assert (second.sessions[0].title, second.used) == ("ເປີດ", {"day1-am"})
    with meeting.store.write() as tx:
        attendees.change(tx, replace(first.people[0], category=Category.GUEST))
    third = timetable(meeting, "e1", second)
    assert third.crowd.of_category(Category.GUEST) == (1, 0)
    other = clone_event(meeting, "e1", date(2024, 7, 30), "ອີກຄັ້ງ", NOW)
    assert timetable(meeting, other.id, third).people == ()


def test_a_session_is_added_with_clean_texts_recorded_and_taken_back(meeting, change, told, topic):
    change(None, topic)
    added = stored(meeting)["s1"]
    assert (added.title, added.room) == ("ງົບປະມານ", "ຫ້ອງ 2")
    assert told() == [
        {
            "session s1": ("", "2024-06-12 16:00-17:00"),
            "session s1 title": ("", "ງົບປະມານ"),
            "session s1 room": ("", "ຫ້ອງ 2"),
            "session s1 doors": ("", "2024-06-12 15:30-17:00"),
            "session s1 mode": ("", "arrival"),
        }
    ]
    change(added, None)
    assert "s1" not in stored(meeting)
    assert told()[1]["session s1 title"] == ("ງົບປະມານ", "")
    with meeting.store.read() as tx:
        assert {(one.verb, one.subject, one.subject_id) for one in history(tx, "e1")} == {
            (Verb.CHANGED, Subject.EVENT, "e1")
        }


def test_only_what_changes_is_recorded_and_nothing_for_nothing(meeting, change, told, sessions):
    after = replace(
        sessions[0], categories=frozenset({Category.GUEST}), people=frozenset({1, 2, 3}), mode=Mode.IN_OUT
    )
    change(sessions[0], after)
    change(after, after)
    assert told() == [
        {
            "session day1-am categories": ("", "guest"),
            "session day1-am people": ("", "1-3"),
            "session day1-am mode": ("arrival", "in-out"),
        }
    ]
    assert stored(meeting)["day1-am"] == after


def test_hours_past_midnight_are_recorded_with_both_days(change, told, sessions):
    night = replace(sessions[0], ends_at=datetime(2024, 6, 13, 1), closes_at=datetime(2024, 6, 13, 1))
    change(sessions[0], night)
    assert told()[0]["session day1-am"] == ("2024-06-12 08:30-12:00", "2024-06-12 08:30-2024-06-13 01:00")


def test_what_another_desk_changed_meanwhile_is_not_overwritten(meeting, change, sessions, topic):
    longer = replace(sessions[0], ends_at=datetime(2024, 6, 12, 12, 30))
    change(sessions[0], longer)
    with pytest.raises(SessionChangedSince):
        change(sessions[0], replace(sessions[0], title="ອື່ນ"))
    with pytest.raises(SessionChangedSince):
        change(None, longer)
    with pytest.raises(SessionChangedSince):
        change(topic, None)
    assert stored(meeting)["day1-am"] == longer


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends_at": datetime(2024, 6, 12, 16)}, "ends_at"),
        ({"opens_at": datetime(2024, 6, 12, 16, 5)}, "opens_at"),
        ({"closes_at": datetime(2024, 6, 12, 16)}, "closes_at"),
    ],
)
def test_hours_that_cannot_be_are_refused_by_the_field(change, topic, facts, field):
    with pytest.raises(SessionWrong) as refused:
        change(None, replace(topic, **facts))
    assert (refused.value.values["field"], refused.value.values["key"]) == (field, "s1")


def test_a_session_on_no_day_of_the_event_is_refused_unless_the_event_is_widened(meeting, change, told, topic):
    by = timedelta(days=2)
    later = replace(
        topic,
        title="ສະຫຼຸບ",
        **{name: TOPIC[name] + by for name in ("starts_at", "ends_at", "opens_at", "closes_at")},
    )
    with pytest.raises(SessionOutside):
        change(None, later)
    days = ((date(2024, 6, 12), date(2024, 6, 13)), (date(2024, 6, 12), date(2024, 6, 14)))
    change(None, later, days=days)
    assert meetings.one(meeting, "e1")[0].days[-1] == date(2024, 6, 14)
    assert told()[0]["ends_on"] == ("2024-06-13", "2024-06-14")
    change(later, None, days=days[::-1])
    assert meetings.one(meeting, "e1")[0].days[-1] == date(2024, 6, 13)


def test_days_are_not_narrowed_again_while_another_session_is_on_them(meeting, change, topic):
    one, other = (
        replace(
            topic,
            key=key,
            title=key,
            starts_at=topic.starts_at + timedelta(days=2),
            ends_at=topic.ends_at + timedelta(days=2),
            opens_at=topic.opens_at + timedelta(days=2),
            closes_at=topic.closes_at + timedelta(days=2),
        )
        for key in ("x1", "x2")
    )
    wider, narrow = (date(2024, 6, 12), date(2024, 6, 14)), (date(2024, 6, 12), date(2024, 6, 13))
    change(None, one, days=(narrow, wider))
    change(None, other)
    with pytest.raises(SessionOutside, match="x2"):
        change(one, None, days=(wider, narrow))
    assert {"x1", "x2"} <= stored(meeting).keys()
    change(other, None)
    change(one, None, days=(wider, narrow))
    assert meetings.one(meeting, "e1")[0].ends_on == date(2024, 6, 13)


def test_widening_is_refused_where_it_cannot_be(meeting, change, event):
    was = (event.starts_on, event.ends_on)
    with pytest.raises(EventTooLong):
        change(None, None, days=(was, (event.starts_on, date(2025, 6, 13))))
    with pytest.raises(SessionChangedSince):
        change(None, None, days=((date(2024, 6, 1), date(2024, 6, 2)), was))
    clone_event(meeting, "e1", date(2024, 6, 11), event.title, NOW)
    with pytest.raises(EventExists):
        change(None, None, days=(was, (date(2024, 6, 11), event.ends_on)))
    change(None, None, days=(was, was))


def test_a_session_with_scans_stays_and_says_how_many_they_are(meeting, change, sessions, scanned):
    scanned(1)
    scanned(2)
    with pytest.raises(SessionHasScans) as refused:
        change(sessions[0], None)
    assert refused.value.values["count"] == 2
    assert "day1-am" in stored(meeting)


def test_scans_are_counted_once_however_many_sessions_go(meeting, sessions):
    said = []
    with meeting.store.read() as tx:
        driver = tx.connection.dbapi_connection
    driver.set_trace_callback(said.append)
    change_sessions(meeting, Edit(event_id="e1", before=tuple(sessions), after=()), NOW)
    driver.set_trace_callback(None)
    assert sum("count(*)" in one for one in said) == 1
    assert stored(meeting) == {}


class TestNamedByTheCertificate:
    @pytest.fixture
    def event(self, event):
        return replace(event, certificate=CertificateTerms(rule=Rule.NAMED, sessions=("day1-am",)))

    def test_it_stays_and_another_may_go(self, meeting, change, sessions):
        with pytest.raises(SessionNamed):
            change(sessions[0], None)
        change(sessions[1], None)
        assert set(stored(meeting)) == {"day1-am", "day2-am", "day2-pm"}

    def test_it_may_be_called_otherwise_and_is_still_the_one_asked_for(self, meeting, change, sessions):
        change(sessions[0], replace(sessions[0], title="ເປີດກອງປະຊຸມ"))
        assert meetings.one(meeting, "e1")[0].certificate.sessions == ("day1-am",)

    def test_by_another_rule_it_may_go(self, meeting, change, event, sessions):
        terms = replace(event.certificate, rule=Rule.COUNT, value=Fraction(1))
        change_event(meeting, replace(event, certificate=terms), NOW)
        change(sessions[0], None)
        assert "day1-am" not in stored(meeting)


def test_hours_of_a_session_with_people_inside_change_only_after_a_warning(meeting, change, sessions, scanned):
    scanned(1)
    longer = replace(sessions[0], ends_at=datetime(2024, 6, 12, 12, 30))
    with pytest.raises(SessionInUse) as warning:
        change(sessions[0], longer, DURING)
    assert warning.value.values["count"] == 1
    assert stored(meeting)["day1-am"] == sessions[0]
    change(sessions[0], longer, DURING, warned=True)
    assert stored(meeting)["day1-am"] == longer


def test_hours_of_a_session_that_was_attended_change_only_after_a_warning(meeting, change, sessions, scanned):
    scanned(1)
    scanned(2)
    scanned(1, at=datetime(2024, 6, 12, 11), out=True)
    scanned(1, at=datetime(2024, 6, 12, 11, 30))
    earlier = replace(sessions[0], ends_at=datetime(2024, 6, 12, 9), closes_at=datetime(2024, 6, 12, 9))
    for day in (13, 20):
        with pytest.raises(SessionInUse) as warning:
            change(sessions[0], earlier, datetime(2024, 6, day, 16))
        assert (type(warning.value), warning.value.values["count"]) == (SessionAttended, 2)
    assert stored(meeting)["day1-am"] == sessions[0]
    change(sessions[0], earlier, datetime(2024, 6, 13), warned=True)
    assert stored(meeting)["day1-am"] == earlier


def test_no_warning_where_hours_stay_or_nobody_came(change, sessions, scanned, topic):
    change(sessions[0], replace(sessions[0], ends_at=datetime(2024, 6, 12, 11)), DURING)
    scanned(1, session="day1-pm", at=datetime(2024, 6, 12, 13))
    change(sessions[1], replace(sessions[1], title="ກຸ່ມ 1"), datetime(2024, 6, 12, 14))
    change(None, topic, datetime(2024, 6, 12, 16))


def test_many_sessions_are_changed_at_once_or_none(meeting, sessions, scanned, topic):
    scanned(1)
    edit = Edit(event_id="e1", before=sessions[:2], after=(topic,))
    with pytest.raises(SessionHasScans):
        change_sessions(meeting, edit, NOW)
    assert list(stored(meeting)) == [one.key for one in sessions]


def test_the_same_meeting_again_takes_topics_along(meeting, change, topic):
    change(None, replace(topic, mode=Mode.IN_OUT, categories=frozenset({Category.PRESS})))
    made = clone_event(meeting, "e1", date(2024, 7, 30), "ອີກຄັ້ງ", NOW)
    again = {one.key: one for one in meetings.one(meeting, made.id)[1]}["s1"]
    assert (again.title, again.room, again.mode, again.categories) == (
        "ງົບປະມານ",
        "ຫ້ອງ 2",
        Mode.IN_OUT,
        {Category.PRESS},
    )
    assert again.starts_at == datetime(2024, 7, 30, 16)


def test_a_half_day_on_another_day_keeps_its_day_when_the_hours_of_the_event_change(
    meeting, change, sessions, event
):
    by = timedelta(days=1)
    fields = ("starts_at", "ends_at", "opens_at", "closes_at")
    there = replace(sessions[0], **{name: getattr(sessions[0], name) + by for name in fields})
    change(sessions[0], there)
    change_event(meeting, replace(event, starts_at=datetime(2024, 6, 12, 9).time()), NOW)
    assert stored(meeting)["day1-am"] == there


def test_a_session_for_some_counts_them_and_their_substitutes(meeting):
    from signin.services.register import Particulars, substitute

    substitute(meeting, "e1", "2", Particulars(name="ນາງ ຄຳ ດີ"), NOW)
    crowd = timetable(meeting, "e1").crowd
    with meeting.store.read() as tx:
        assert crowd.numbers == {one.number for one in attendees.everyone(tx, "e1")} == {1, 2, 3, 4}
    assert crowd.expected((), {2}) == (1, 1)
    assert crowd.expected({Category.GUEST}, {1, 2, 4}) == (2, 1)
    assert crowd.expected({Category.PARTICIPANT}, {1, 9}) == (3, 1)


def test_the_door_answers_by_the_hours_and_people_as_they_are_now(change, sessions, scanned):
    assert type(scanned(1).verdict).__name__ == "Admitted"
    later = replace(sessions[0], opens_at=datetime(2024, 6, 12, 8, 30), people=frozenset({2, 3}))
    change(sessions[0], later, warned=True)
    assert type(scanned(2).verdict).__name__ == "NotOpen"
    later_still = replace(later, opens_at=sessions[0].opens_at)
    change(later, later_still, warned=True)
    assert type(scanned(1, at=datetime(2024, 6, 12, 8, 30)).verdict).__name__ == "NotExpected"
