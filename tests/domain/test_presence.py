from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from signin.domain.event import Mode
from signin.domain.presence import Presence, effective, replay, time_inside
from signin.domain.scan import Direction, Kind, Scan, Source

START = datetime(2024, 6, 12, 8, 30)


def scan(nth, direction=Direction.IN, verdict="Admitted", reference=None, **facts):
    return Scan(
        **(
            {
                "id": f"s{nth}",
                "event_id": "e1",
                "session_key": "day1-am",
                "desk": "ໂຕະ 1",
                "sequence": nth,
                "at": START + timedelta(minutes=nth),
                "clock": nth,
                "kind": Kind.VOID if reference else Kind.SCAN,
                "source": Source.QR,
                "direction": direction,
                "attendee_id": "a1",
                "verdict": verdict,
                "reference": reference,
            }
            | facts
        )
    )


def stay(arrived, left=None):
    at = [None if minute is None else START + timedelta(minutes=minute) for minute in (arrived, left)]
    return Presence(
        event_id="e1", session_key="day1-am", attendee_id="a1", arrived_at=at[0], desk="ໂຕະ 1", left_at=at[1]
    )


def test_in_out_in_makes_two_stays():
    history = [scan(1), scan(2, Direction.OUT, "Left"), scan(3, verdict="AdmittedBack")]
    assert replay(history) == [stay(1, 2), stay(3)]


def test_refused_scans_and_scans_of_nobody_make_no_presence():
    assert replay([scan(1, verdict="NotOpen"), scan(2, verdict="AlreadyIn"), scan(3, attendee_id=None)]) == []


def test_two_desks_that_both_admitted_make_one_stay_from_the_earlier():
    assert replay([scan(2, desk="ໂຕະ 2"), scan(1)]) == [stay(1)]


def test_a_voided_scan_does_not_count_and_a_voided_void_does():
    history = [scan(1), scan(2, reference="s1")]
    assert replay(history) == []
    assert replay([*history, scan(3, reference="s2")]) == [stay(1)]
    assert replay([*history, scan(3, reference="s2"), scan(4, reference="s3")]) == []


def test_the_order_in_which_rows_come_does_not_matter():
    history = [scan(1), scan(2, Direction.OUT, "Left"), scan(3, reference="s2"), scan(4, reference="s3")]
    assert [one.id for one in effective(reversed(history))] == ["s1", "s2"]
    assert replay(reversed(history)) == [stay(1, 2)]


def test_time_inside_is_the_union_within_the_sessions_hours(sessions):
    session = replace(sessions[0], mode=Mode.IN_OUT)  # 8:30 to 12:00
    assert time_inside(session, [stay(-30, 30)]) == timedelta(minutes=30)
    assert time_inside(session, [stay(0, 30), stay(20, 60)]) == timedelta(minutes=60)
    assert time_inside(session, [stay(0, 60), stay(10, 20)]) == timedelta(minutes=60)
    assert time_inside(session, [stay(200, 400)]) == timedelta(minutes=10)
    assert time_inside(session, [stay(300, 400)]) == timedelta()
    assert time_inside(session, []) == timedelta()


def test_without_an_exit_the_time_counts_to_the_sessions_end(sessions):
    assert time_inside(replace(sessions[0], mode=Mode.IN_OUT), [stay(30)]) == timedelta(hours=3)


def test_an_arrival_only_session_counts_to_its_end_whatever_was_scanned(sessions):
    assert time_inside(sessions[0], [stay(30, 40)]) == timedelta(hours=3)


@given(st.lists(st.tuples(st.integers(-100, 400), st.integers(0, 300)), max_size=8))
def test_time_inside_agrees_with_counting_minutes(spans):
    from signin.domain.event import Session

    session = Session(
        event_id="e1", key="s", title="", mode=Mode.IN_OUT, starts_at=START,
        ends_at=START + timedelta(minutes=210), opens_at=START, closes_at=START,
    )  # fmt: skip
    minutes = {minute for begin, length in spans for minute in range(begin, begin + length)}
    expected = timedelta(minutes=len(minutes & set(range(210))))
    assert time_inside(session, [stay(begin, begin + length) for begin, length in spans]) == expected
