from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import State
from signin.domain.event import half_days
from signin.domain.scan import Source
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
    UnknownCode,
    Unreadable,
    name_of,
)
from signin.services.admit import Door, admit_person
from signin.services.failures import PersonNotFound, SessionNotFound
from signin.services.register import Particulars, cancel, reissue, substitute
from signin.store import attendees, events, presences, scans

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)


def rows(desk):
    with desk.store.read() as tx:
        return scans.of_event(tx, "e1")


def test_a_scan_admits_and_is_on_disk(scanned, meeting, people):
    answer = scanned(1)
    assert answer.verdict == Admitted(people[0])
    with meeting.store.read() as tx:
        assert scans.get(tx, answer.scan.id) == answer.scan
        assert [stay.arrived_at for stay in presences.of_event(tx, "e1")] == [NOW]


def test_second_scan_names_the_first_desk(scanned, other_desk, people):
    scanned(1)
    assert scanned(1, LATER, desk=other_desk).verdict == AlreadyIn(people[0], NOW, "ໂຕະ 1")


def test_out_and_back_in(scanned, people):
    scanned(1)
    assert scanned(1, LATER, out=True).verdict == Left(people[0])
    assert scanned(1, LATER + timedelta(minutes=1), out=True).verdict == NotInside(people[0])
    assert scanned(1, LATER + timedelta(minutes=2)).verdict == AdmittedBack(people[0])


def test_an_attention_text_rides_on_any_verdict(scanned):
    assert scanned(2).attention == "ຂໍພົບປະທານກ່ອນ"
    assert scanned(2, LATER).attention == "ຂໍພົບປະທານກ່ອນ"
    assert scanned("https://example.la").attention == ""
    assert scanned(1).attention == ""


@pytest.mark.parametrize("raw", ["", " \r\n", "ABCD", "A" * 17, "A" * 19, "ABCDEFGHIJKLMNOPQR", "A" * 36])
def test_a_fragment_or_a_wrong_check_is_unreadable(scanned, raw):
    assert scanned(raw).verdict == Unreadable()


@pytest.mark.parametrize(
    "raw", ["https://example.la", "8851234567890", "ສະບາຍດີ", "A" * 37, "x" * 4096, "\x00\x01é"]
)
def test_what_was_never_ours_is_unknown(scanned, raw):
    assert scanned(raw).verdict == UnknownCode()


def test_a_whole_code_of_nobody_is_unknown(scanned, code):
    assert scanned(code(99)).verdict == UnknownCode()


def test_lower_case_and_a_scanners_line_end_do_not_matter(scanned, code, people):
    assert scanned(f" {code(1).lower()}\r\n").verdict == Admitted(people[0])


def test_two_scans_run_together_are_unreadable(scanned, code):
    assert scanned(code(1) + code(2)).verdict == Unreadable()


def test_the_time_can_be_forced_and_the_scan_says_so(scanned, people, sessions):
    early = datetime(2024, 6, 12, 7, 0)
    assert scanned(1, early).verdict == NotOpen(people[0], sessions[0].opens_at)
    forced = scanned(1, early + timedelta(seconds=1), forced=True)
    assert forced.verdict == Admitted(people[0])
    assert forced.scan.forced
    late = datetime(2024, 6, 12, 13, 0)
    assert scanned(2, late).verdict == Closed(people[1], sessions[0].closes_at)


def test_a_cancelled_person_is_stopped(scanned, meeting):
    cancel(meeting, "e1", "1", NOW)
    assert isinstance(scanned(1).verdict, Cancelled)


def test_the_old_code_of_a_lost_badge_answers_replaced_and_the_new_one_admits(scanned, meeting, people):
    new = reissue(meeting, "e1", "1", NOW)
    assert scanned(1).verdict == Replaced(people[0], people[0])
    assert scanned(new.code).verdict == Admitted(people[0])


def test_the_code_of_someone_replaced_names_who_came_even_after_two_substitutes(scanned, meeting):
    first = substitute(meeting, "e1", "1", Particulars(name="ທ່ານ ກ ກ"), NOW)
    second = substitute(meeting, "e1", str(first.attendee.number), Particulars(name="ທ່ານ ຂ ຂ"), NOW)
    verdict = scanned(1).verdict
    assert isinstance(verdict, Replaced)
    assert verdict.by == second.attendee
    assert isinstance(scanned(second.code).verdict, Admitted)


def test_a_session_not_for_this_person_is_not_expected(scanned, meeting, event, sessions, people):
    strict = replace(sessions[0], key="strict", people=frozenset({2}))
    other = replace(event, id="e2")
    with meeting.store.write() as tx:
        events.add(tx, other, [replace(strict, event_id="e2")])
        moved = [replace(person, event_id="e2", id=f"b{person.number}") for person in people]
        attendees.add_many(tx, moved)
        attendees.issue_codes(tx, {"b1": "A" * 18, "b2": "AAAAAAAAAAAAAAABCG"}, NOW)
    door = Door(event_id="e2", session_key="strict", now=NOW, source=Source.NUMBER)
    assert isinstance(admit_person(meeting, "1", door).verdict, NotExpected)


def test_a_badge_of_another_event_names_that_event(scanned, meeting, event, code):
    other = replace(event, id="e2", title="ກອງປະຊຸມອື່ນ")
    with meeting.store.write() as tx:
        events.add(tx, other, half_days(other))
    door = Door(event_id="e2", session_key="day1-am", now=NOW)
    from signin.services.admit import admit

    answer = admit(meeting, code(1), door)
    assert isinstance(answer.verdict, OtherEvent)
    assert answer.verdict.event_title == "ກອງປະຊຸມທົດລອງ"
    assert admit(meeting, code(1), door).verdict == answer.verdict


def test_every_scan_is_stored_refused_ones_too(scanned, meeting):
    for raw in ("ABCD", "https://example.la", 1, "x" * 5000, "\ud800\0"):
        scanned(raw)
    stored = rows(meeting)
    assert [one.verdict for one in stored] == [
        "Unreadable",
        "UnknownCode",
        "Admitted",
        "UnknownCode",
        "UnknownCode",
    ]
    assert stored[1].raw == "https://example.la"
    assert len(stored[3].raw) == 4096
    assert stored[4].raw == "\\ud800\\0"
    assert [one.sequence for one in stored] == [1, 2, 3, 4, 5]
    assert {one.desk for one in stored} == {"ໂຕະ 1"}


REPEATED = {
    "Admitted": lambda _: None,
    "AlreadyIn": lambda scan: scan(1, NOW - timedelta(minutes=5)),
    "NotOpen": lambda _: NOW.replace(hour=7),
    "Closed": lambda _: NOW.replace(hour=20),
}


@pytest.mark.parametrize("name", REPEATED)
def test_a_repeat_within_two_seconds_is_the_first_answer_and_no_new_row(scanned, meeting, name):
    at = REPEATED[name](scanned)
    at = at if isinstance(at, datetime) else NOW
    first = scanned(1, at)
    assert name_of(first.verdict) == name
    count = len(rows(meeting))
    again = scanned(1, at + timedelta(seconds=2))
    assert (again.verdict, again.scan, again.repeated) == (first.verdict, first.scan, True)
    assert len(rows(meeting)) == count


def test_whoever_went_out_in_between_comes_in_again_by_a_scan_of_its_own(scanned, meeting):
    assert isinstance(scanned(1).verdict, Admitted)
    assert isinstance(scanned(1, NOW + timedelta(seconds=0.5), out=True).verdict, Left)
    back = scanned(1, NOW + timedelta(seconds=1))
    assert (type(back.verdict).__name__, back.repeated) == ("AdmittedBack", False)
    away = scanned(1, NOW + timedelta(seconds=1.5), out=True)
    assert (type(away.verdict).__name__, away.repeated) == ("Left", False)
    assert len(rows(meeting)) == 4


def test_whoever_lost_the_place_in_between_is_refused_though_just_let_in(scanned, meeting):
    assert isinstance(scanned(1).verdict, Admitted)
    cancel(meeting, "e1", "1", NOW)
    again = scanned(1, NOW + timedelta(seconds=1))
    assert (type(again.verdict).__name__, again.repeated) == ("Cancelled", False)


def test_a_repeat_over_the_moment_in_which_the_door_closes_is_still_the_first_answer(scanned, meeting, sessions):
    last = sessions[0].closes_at
    assert isinstance(scanned(1, last).verdict, Admitted)
    again = scanned(1, last + timedelta(seconds=1))
    assert (type(again.verdict).__name__, again.repeated) == ("Admitted", True)


@pytest.mark.parametrize("raw", ["ABCD", "https://example.la"])
def test_repeats_of_unreadable_and_unknown_codes_are_one_scan(scanned, meeting, raw):
    assert scanned(raw).verdict == scanned(raw, NOW + timedelta(seconds=1)).verdict
    assert len(rows(meeting)) == 1


def test_repeats_of_replaced_codes_tell_who_replaced(scanned, meeting):
    reissue(meeting, "e1", "1", NOW)
    assert scanned(1).verdict == scanned(1, NOW + timedelta(seconds=1)).verdict
    assert len(rows(meeting)) == 1


def test_a_scan_after_two_seconds_at_another_desk_or_the_other_way_is_a_new_one(scanned, meeting, other_desk):
    scanned(1)
    assert isinstance(scanned(1, NOW + timedelta(seconds=2, microseconds=1)).verdict, AlreadyIn)
    assert isinstance(scanned(1, NOW + timedelta(seconds=1), desk=other_desk).verdict, AlreadyIn)
    assert isinstance(scanned(1, NOW + timedelta(seconds=1), out=True).verdict, Left)
    assert len(rows(meeting)) == 4


def test_rows_stay_in_order_when_the_clock_is_set_back(scanned, meeting):
    scanned(1, NOW)
    scanned(2, NOW - timedelta(days=1))
    clocks = [one.clock for one in rows(meeting)]
    assert clocks == sorted(clocks)
    assert len(set(clocks)) == 2


def test_a_person_named_by_number_or_code_is_admitted_with_the_source(meeting, people, code):
    door = Door(event_id="e1", session_key="day1-am", now=NOW, source=Source.PAPER)
    answer = admit_person(meeting, "໑", door)
    assert answer.verdict == Admitted(people[0])
    assert (answer.scan.source, answer.scan.raw, answer.scan.code) == (Source.PAPER, "໑", code(1))
    assert isinstance(admit_person(meeting, code(2), door).verdict, Admitted)


@pytest.mark.parametrize("named", ["99", "9" * 40, "", "nobody", "-1"])
def test_a_person_who_is_not_there_is_said_so(meeting, named):
    with pytest.raises(PersonNotFound):
        admit_person(meeting, named, Door(event_id="e1", session_key="day1-am", now=NOW))


def test_a_session_that_is_not_there_is_said_with_those_that_are(scanned):
    with pytest.raises(SessionNotFound, match="day1-am, day1-pm"):
        scanned(1, session="lunch")


def test_state_and_verdict_names_are_what_scripts_rely_on(people):
    assert name_of(Admitted(people[0])) == "Admitted"
    assert State("replaced") is State.REPLACED


@pytest.mark.parametrize("at", [datetime.min, datetime.max])
def test_a_clock_at_the_end_of_time_keeps_nobody_out(scanned, at):
    assert isinstance(scanned(1, at, forced=True).verdict, Admitted)
