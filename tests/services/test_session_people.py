from dataclasses import replace
from datetime import datetime

import pytest

from signin.domain.attendee import Category
from signin.domain.timetable import Edit
from signin.exchange.people import RosterLine
from signin.exchange.roster import Reading
from signin.services import importing, merging, rosters
from signin.services.failures import SessionChangedSince, SessionWrong
from signin.services.follow_numbers import follow_numbers
from signin.services.session_failures import NobodyLeft
from signin.services.session_people import meant
from signin.services.sessions import change_sessions, timetable
from signin.store import attendees, events

NOW = datetime(2024, 6, 11, 15)


@pytest.fixture
def renumber(meeting):
    """Give people other numbers, as an import does: renumber({1: 3, 3: 1})."""

    def moved(numbers):
        with meeting.store.write() as tx:
            there = [one for one in attendees.everyone(tx, "e1") if one.number in numbers]
            attendees.change_many(tx, [replace(one, number=numbers[one.number]) for one in there])
            follow_numbers(meeting, tx, "e1", numbers, NOW)

    return moved


@pytest.fixture
def known(meeting):
    """Give an edit the people whom its numbers mean now: known(before, after)."""

    def made(before=None, after=None):
        edit = Edit(event_id="e1", before=tuple(filter(None, [before])), after=tuple(filter(None, [after])))
        return meant(edit, timetable(meeting, "e1").people)

    return made


@pytest.fixture
def do(meeting):
    return lambda edit: change_sessions(meeting, edit, NOW, warned=True)


@pytest.fixture
def expected(meeting):
    """Whom a session expects, by their ids."""

    def ids(key="day1-am"):
        with meeting.store.read() as tx:
            session = events.session_of(tx, "e1", key)
            return [one.id for one in attendees.everyone(tx, "e1") if session.expects(one)]

    return ids


def of(session, *numbers, **facts):
    return replace(session, people=frozenset(numbers), **facts)


def test_a_removed_session_that_is_put_back_expects_the_same_people_after_numbers_moved(
    sessions, known, do, expected, renumber
):
    vip = of(sessions[0], 1, key="vip")
    do(known(None, vip))
    removed = known(vip)
    do(removed)
    renumber({1: 2, 2: 1})
    do(removed.inverse)
    assert expected("vip") == ["a1"]
    do(removed.inverse.inverse)
    do(removed.inverse)
    assert expected("vip") == ["a1"]


def test_whoever_was_named_before_a_change_is_named_again_after_it_was_taken_back(
    sessions, known, do, expected, renumber
):
    do(known(sessions[0], of(sessions[0], 1, 3)))
    changed = known(of(sessions[0], 1, 3), of(sessions[0], 2))
    do(changed)
    renumber({1: 2, 2: 3, 3: 1})
    do(changed.inverse)
    assert sorted(expected()) == ["a1", "a3"]


def test_what_somebody_else_changed_of_the_people_is_still_noticed(sessions, known, do, renumber):
    changed = known(sessions[0], of(sessions[0], 1))
    do(changed)
    do(known(of(sessions[0], 1), of(sessions[0], 2)))
    with pytest.raises(SessionChangedSince):
        do(changed.inverse)


def test_a_person_who_was_merged_is_expected_as_the_one_who_stayed(meeting, sessions, known, do, expected):
    do(known(sessions[0], of(sessions[0], 2)))
    changed = known(of(sessions[0], 2), sessions[0])
    do(changed)
    merging.merge(meeting, "e1", "a1", "a2", NOW)
    do(changed.inverse)
    assert expected() == ["a1"]


@pytest.fixture
def imported(meeting, reading):
    """Import one more person, No. 4; calling it takes the import back."""
    run = rosters.import_roster(meeting, "e1", reading, NOW).run_id
    return lambda: importing.take_back(meeting, run, NOW)


@pytest.fixture
def reading():
    lines = (RosterLine(row=2, number=4, name="ທ່ານ ໃໝ່ ສົດ"),)
    return Reading(sheet="s", header_row=1, columns=(), people=lines, skipped=0, notices=(), file="f.xlsx")


def test_who_has_left_the_roster_is_left_out_and_told(meeting, sessions, known, do, expected, imported):
    do(known(sessions[0], of(sessions[0], 1, 4)))
    changed = known(of(sessions[0], 1, 4), of(sessions[0], 2))
    assert do(changed) == frozenset()
    imported()
    assert do(changed.inverse) == {4}
    assert expected() == ["a1"]
    assert do(changed) == frozenset()


def test_a_session_for_people_who_have_all_left_does_not_become_one_for_everybody(
    meeting, sessions, known, do, expected, imported
):
    do(known(sessions[0], of(sessions[0], 4)))
    changed = known(of(sessions[0], 4), of(sessions[0], 1))
    guests = known(of(sessions[0], 1), of(sessions[0], 4, categories=frozenset({Category.GUEST})))
    do(changed)
    imported()
    with pytest.raises(NobodyLeft):
        do(changed.inverse)
    assert expected() == ["a1"]
    assert do(guests) == {4}


@pytest.mark.parametrize(
    ("numbers", "told"), [((99,), "99"), ((1, 10**18), str(10**18)), (range(3, 20), "4, 5, 6, 7, 8 …")]
)
def test_numbers_that_nobody_has_are_refused(meeting, sessions, do, expected, numbers, told):
    edit = Edit(event_id="e1", before=(sessions[0],), after=(of(sessions[0], *numbers),))
    with pytest.raises(SessionWrong, match=f"Nobody has the number {told}") as refused:
        do(edit)
    assert refused.value.values["field"] == "numbers"
    assert len(expected()) == 3


def test_a_number_that_nobody_had_before_may_stay(meeting, sessions, do):
    with meeting.store.write() as tx:
        events.change_session(tx, of(sessions[0], 1, 99))
    do(Edit(event_id="e1", before=(of(sessions[0], 1, 99),), after=(of(sessions[0], 2, 99, title="ກຸ່ມ"),)))
    assert timetable(meeting, "e1").sessions[0].people == {2, 99}


def test_a_change_that_names_nobody_by_number_knows_nobody(sessions, known):
    assert known(sessions[0], replace(sessions[0], title="ກຸ່ມ")).who == {}
