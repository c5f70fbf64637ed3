"""Whatever is dragged, lengthened, copied or laid side by side: no session becomes one that cannot be."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from signin.domain.attendee import Attendee, Category, Sex, State
from signin.domain.crowd import Crowd
from signin.domain.event import Event, Session, half_days
from signin.domain.timetable import (
    STEP,
    copied,
    ended_at,
    faults,
    free_key,
    half_days_again,
    lanes,
    moved,
    moved_to,
    on_day,
    overlapping,
    snapped,
    started_at,
)

FIRST = date(2024, 6, 12)
LENGTH = st.integers(1, 5)


def event_of(days):
    return Event(
        id="e1",
        title="ກອງປະຊຸມ",
        organiser="ຫ້ອງການ",
        venue="ຫ້ອງ 1",
        starts_on=FIRST,
        ends_on=FIRST + timedelta(days=days - 1),
    )


@st.composite
def timetables(draw):
    """An event and some sessions of it, each one that can be, at any minute."""
    days = draw(LENGTH)
    made = []
    for nth in range(draw(st.integers(1, 6))):
        starts = draw(st.integers(0, 24 * 60 - 11))
        ends = draw(st.integers(starts + 5, 24 * 60 - 5))
        begins = datetime.combine(FIRST + timedelta(days=draw(st.integers(0, days - 1))), time())
        starts_at, ends_at = begins + timedelta(minutes=starts), begins + timedelta(minutes=ends)
        made.append(
            Session(
                event_id="e1",
                key=f"s{nth}",
                title=draw(st.sampled_from(["", "ກ", "ຂ"])),
                starts_at=starts_at,
                ends_at=ends_at,
                opens_at=starts_at - timedelta(minutes=draw(st.integers(0, 90))),
                closes_at=starts_at + timedelta(minutes=draw(st.integers(1, 600))),
            )
        )
    return event_of(days), made


SPANS = st.integers(-8 * 24 * 60, 8 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def days_of(event):
    return event.starts_on, event.ends_on


@given(timetables(), SPANS)
def test_a_session_that_is_moved_is_whole_and_on_a_day_of_the_event(made, by):
    event, (session, *_) = made
    for there in (moved(session, by, event), moved_to(session, session.starts_at + by, event)):
        assert faults(there, days_of(event)) == []
        assert there.ends_at - there.starts_at == session.ends_at - session.starts_at
        assert there.starts_at - there.opens_at == session.starts_at - session.opens_at
        assert there.closes_at - there.starts_at == session.closes_at - session.starts_at


@given(timetables(), SPANS)
def test_a_session_whose_edge_is_dragged_can_still_be(made, by):
    event, (session, *_) = made
    for there in (ended_at(session, session.ends_at + by), started_at(session, session.starts_at + by)):
        assert faults(there, days_of(event)) == []
        assert there.ends_at - there.starts_at >= min(STEP, session.ends_at - session.starts_at)
        assert there.starts_at.date() == session.starts_at.date()


@given(timetables(), st.integers(-2000, 2000))
def test_keys_move_by_steps_onto_the_grid_and_whole_days_keep_the_clock(made, minutes):
    event, (session, *_) = made
    by = timedelta(minutes=minutes)
    there = moved(session, by, event)
    if by % timedelta(days=1) == timedelta():
        assert there.starts_at.time() == session.starts_at.time()
    elif there.starts_at != session.starts_at:
        assert there.starts_at.minute % 5 == 0 or there.ends_at.time() == time(23, 55)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2025, 1, 1)))
def test_what_snaps_is_on_the_grid_of_the_same_day(moment):
    there = snapped(moment)
    assert (there.date(), there.minute % 5, there.second) == (moment.date(), 0, 0)


@given(timetables(), st.lists(st.integers(0, 4), max_size=3), st.integers(0, 4))
def test_a_day_that_is_copied_twice_gives_no_doubles_unless_asked(made, onto, from_nth):
    event, sessions = made
    day = FIRST + timedelta(days=min(from_nth, len(event.days) - 1))
    others = [FIRST + timedelta(days=min(nth, len(event.days) - 1)) for nth in onto]
    first = copied(sessions, day, others)
    every = [*sessions, *first]
    assert len({one.key for one in every}) == len(every)
    assert all(faults(one, days_of(event)) == [] for one in every)
    assert copied(every, day, others) == [] or day in others
    again = copied(every, day, others, again=True)
    assert len(again) == len(set(others)) * len(on_day(every, day))


@given(timetables())
def test_sessions_in_one_lane_never_overlap_and_lanes_are_no_more_than_needed(made):
    _, sessions = made
    laid = lanes(sessions)
    assert laid.keys() == {one.key for one in sessions}
    for one, other in overlapping(sessions):
        assert laid[one.key].nth != laid[other.key].nth
        assert laid[one.key].of == laid[other.key].of
    for one in sessions:
        together = max(
            sum(other.starts_at <= moment < other.ends_at for other in sessions)
            for moment in (other.starts_at for other in sessions)
        )
        assert laid[one.key].nth < laid[one.key].of <= together


@given(timetables(), st.sets(st.integers(0, 5)))
def test_half_days_again_leave_days_with_scans_and_are_there_once(made, used):
    event, sessions = made
    keys = {f"s{nth}" for nth in used}
    edit = half_days_again(event, sessions, keys)
    kept = [one for one in sessions if one not in edit.before]
    busy = {one.starts_at.date() for one in sessions if one.key in keys}
    assert {one.starts_at.date() for one in kept} == busy
    every = [*kept, *edit.after]
    assert len({one.key for one in every}) == len(every)
    assert {one.key for one in edit.after} == {
        one.key for one in half_days(event) if one.starts_at.date() not in busy
    }
    assert half_days_again(event, every, keys).is_empty


@given(timetables())
def test_a_new_key_is_one_that_no_session_has(made):
    event, sessions = made
    taken = {one.key for one in (*sessions, *half_days(event))}
    assert free_key(taken) not in taken


people = st.lists(
    st.tuples(
        st.sampled_from(Category),
        st.sampled_from(Sex),
        st.sampled_from(State),
        st.sampled_from([None, 1, 2, 3]),
    ),
    max_size=8,
)


@given(people, st.frozensets(st.sampled_from(Category)), st.frozensets(st.integers(1, 9)))
def test_whom_a_session_expects_is_counted_as_each_is_asked_for(facts, categories, numbers):
    everybody = [
        Attendee(
            id=f"a{nth}",
            event_id="e1",
            number=nth,
            name="ຄົນ",
            category=category,
            sex=sex,
            state=state,
            stands_for=stands_for,
        )
        for nth, (category, sex, state, stands_for) in enumerate(facts, start=1)
    ]
    session = replace(half_days(event_of(1))[0], categories=categories, people=numbers)
    due = [one for one in everybody if one.state is State.EXPECTED and session.expects(one)]
    women = [one for one in due if one.sex is Sex.FEMALE]
    assert Crowd(everybody).expected(categories, numbers) == (len(due), len(women))
