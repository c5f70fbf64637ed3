from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from signin.domain.attendee import State
from signin.domain.event import Mode
from signin.domain.session_choice import session_now
from signin.domain.verdict import Admitted
from signin.exchange.failures import RowWithoutName
from signin.exchange.pictures import read_codes, render_pages
from signin.services import beginning, handed, meetings, rosters
from signin.services.admit import Door, admit
from signin.services.failures import EventExists
from signin.services.new_event import Form, read_form
from signin.store import attendees

NOW = datetime(2026, 11, 24, 21, 15)
FORM = Form(title="ກອງປະຊຸມໃໝ່", organiser="ຫ້ອງການ", venue="ຫ້ອງປະຊຸມ", first_day="12-13/6/2026")


@pytest.fixture
def draft():
    return read_form(FORM, NOW.date())


@pytest.fixture
def sample_file(resources):
    return resources / "sample" / "conference-roster.xlsx"


def people_of(desk, event_id):
    with desk.store.read() as tx:
        return attendees.everyone(tx, event_id), attendees.live_codes(tx, event_id)


def test_events_are_given_newest_first_with_how_many_are_expected(meeting, people, draft):
    later = beginning.make_event(meeting, draft)
    with meeting.store.write() as tx:
        attendees.change(tx, replace(people[1], state=State.CANCELLED))
    assert [(held.event.id, held.people) for held in beginning.events_there(meeting)] == [(later, 0), ("e1", 2)]


def test_an_event_is_made_of_a_draft_with_its_sessions(desk, draft):
    event_id = beginning.make_event(desk, draft)
    event, sessions = meetings.one(desk, event_id)
    assert event_id.startswith("2026-06-12-")
    assert (event.title, len(sessions), sessions[0].event_id) == ("ກອງປະຊຸມໃໝ່", 4, event_id)
    with pytest.raises(EventExists):
        beginning.make_event(desk, draft)


def test_a_roster_becomes_a_new_event_with_people_and_codes(desk, draft, sample_file):
    event_id, done = beginning.import_as_new(desk, draft, handed.read_file(sample_file).reading, NOW)
    people, codes = people_of(desk, event_id)
    assert (len(people), len(codes), len(done.plan.added)) == (37, 37, 37)


def test_when_the_import_fails_the_event_is_not_there_either(desk, draft, sample_file, monkeypatch):
    reading = handed.read_file(sample_file).reading

    def fail(*_):
        raise RowWithoutName(row=9)

    monkeypatch.setattr(rosters, "plan_import", fail)
    with pytest.raises(RowWithoutName):
        beginning.import_as_new(desk, draft, reading, NOW)
    assert beginning.events_there(desk) == []


@pytest.mark.parametrize("hour", [time(0), time(6), time(9), time(12, 15), time(14), time(23, 59)])
@pytest.mark.parametrize("day", [0, 1])
def test_whenever_the_sample_is_tried_a_session_is_open_and_a_badge_is_let_in(desk, hour, day):
    event_id = beginning.make_sample(desk, NOW)
    event, sessions = meetings.one(desk, event_id)
    now = datetime.combine(NOW.date() + timedelta(days=day), hour)
    session = session_now(sessions, now)
    code = next(iter(people_of(desk, event_id)[1].values()))
    door = Door(event_id=event_id, session_key=session.key, now=now)
    assert isinstance(admit(desk, code, door).verdict, Admitted)
    assert event.days == (date(2026, 11, 24), date(2026, 11, 25))


def test_the_sample_is_called_one_and_its_first_afternoon_is_in_and_out(desk):
    event, sessions = meetings.one(desk, beginning.make_sample(desk, NOW))
    assert event.title.startswith("ຕົວຢ່າງ: ກອງປະຊຸມ")
    assert event.id.startswith("2026-11-24-")
    assert [session.mode for session in sessions] == [Mode.ARRIVAL, Mode.IN_OUT, Mode.ARRIVAL, Mode.ARRIVAL]
    assert len(people_of(desk, event.id)[1]) == 37


def test_the_sample_of_the_same_day_is_opened_again_and_the_next_days_is_another(desk):
    first = beginning.make_sample(desk, NOW)
    assert beginning.make_sample(desk, NOW + timedelta(hours=1)) == first
    assert beginning.make_sample(desk, NOW + timedelta(days=1)) != first
    assert [held.people for held in beginning.events_there(desk)] == [37, 37]


def test_the_samples_badges_are_printed_and_their_codes_are_those_of_its_people(desk, tmp_path):
    event_id = beginning.make_sample(desk, NOW)
    printed = beginning.print_sample_badges(desk, event_id, NOW)
    assert (printed.path, printed.people) == (tmp_path / f"{event_id}-badges.pdf", 37)
    first_page = next(iter(render_pages(printed.path, 200)))
    assert set(read_codes(first_page)) <= set(people_of(desk, event_id)[1].values())
    folder = tmp_path / "ບັດ"
    folder.mkdir()
    assert beginning.print_sample_badges(desk, event_id, NOW, folder).path.parent == folder


def test_an_import_again_into_the_event_adds_nobody(desk, draft, sample_file):
    reading = handed.read_file(sample_file).reading
    event_id, _ = beginning.import_as_new(desk, draft, reading, NOW)
    again = rosters.import_roster(desk, event_id, replace(reading, notices=()), NOW).plan
    assert (again.added, again.changed) == ((), ())
