"""Whose place somebody has, and by which number, stays right whatever is undone, merged or imported meanwhile."""

from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import State
from signin.exchange.roster import Reading, RosterLine
from signin.services import find, roster_edits, rosters
from signin.services.failures import (
    AlreadyReplaced,
    ChangedSince,
    HasSubstitute,
    NotCancelled,
    SubstituteCame,
)
from signin.services.merge_failures import BothReplaced
from signin.services.merging import merge, separate
from signin.services.register import Particulars, cancel, restore, substitute
from signin.store import attendees

NOW = datetime(2024, 6, 12, 9, 0)
LATER = NOW + timedelta(minutes=5)


def known(desk, attendee_id):
    with desk.store.read() as tx:
        return attendees.as_stored(tx, attendee_id)


@pytest.fixture
def renumber(meeting):
    """Import one person with another number."""

    def moved(attendee_id, number):
        person = known(meeting, attendee_id)
        line = RosterLine(row=2, number=number, name=person.name, organisation=person.organisation)
        reading = Reading(sheet="ບັນຊີ", header_row=1, columns=(), people=(line,), skipped=0, notices=())
        rosters.import_roster(meeting, "e1", reading, LATER)

    return moved


def came_instead(desk, named):
    return substitute(desk, "e1", named, Particulars(name=f"ນາງ ແທນ {named}"), NOW).attendee


def test_nobody_names_a_number_once_the_place_is_theirs_no_more(meeting, renumber):
    instead = came_instead(meeting, "1")
    merge(meeting, "e1", "a2", instead.id, NOW)
    renumber("a1", 9)
    assert known(meeting, "a2").stands_for == 9
    separate(meeting, instead.id, LATER)
    assert known(meeting, "a2").stands_for is None
    assert known(meeting, instead.id).stands_for == 9


def test_a_substitution_done_again_names_the_number_as_it_is_now(meeting, renumber):
    done = roster_edits.substitute(meeting, "e1", "a1", Particulars(name="ນາງ ແທນ"), NOW, reason="ໄປວຽກ")
    undone = roster_edits.take_back(meeting, done.records, NOW)
    renumber("a1", 9)
    again = roster_edits.take_back(meeting, undone.records, LATER)
    assert again.people[0].stands_for == 9
    assert known(meeting, again.people[0].id) == again.people[0]
    roster_edits.take_back(meeting, again.records, LATER)
    gone = known(meeting, again.people[0].id)
    assert (gone.state, gone.replaces, gone.stands_for) == (State.CANCELLED, None, None)


def test_somebody_added_by_hand_who_has_come_keeps_the_place(meeting, scanned):
    done = roster_edits.add(meeting, "e1", Particulars(name="ນາງ ໃໝ່ ມາ"), NOW)
    with meeting.store.read() as tx:
        code = attendees.live_code(tx, done.people[0].id)
    scanned(code)
    with pytest.raises(SubstituteCame):
        roster_edits.take_back(meeting, done.records, LATER)
    assert known(meeting, done.people[0].id).state is State.EXPECTED


# One person has one place


def test_two_people_of_whom_each_has_a_substitute_are_not_made_one(meeting):
    came_instead(meeting, "1")
    second = came_instead(meeting, "2")
    with pytest.raises(BothReplaced) as told:
        merge(meeting, "e1", "a1", "a2", NOW)
    assert second.full_name in str(told.value)


def test_two_people_whose_substitutes_are_one_are_made_one(meeting):
    first, second = came_instead(meeting, "1"), came_instead(meeting, "2")
    merge(meeting, "e1", first.id, second.id, NOW)
    assert merge(meeting, "e1", "a1", "a2", NOW).attendee.state is State.REPLACED


def test_somebody_for_whom_a_substitute_stands_already_gets_no_second_one(meeting):
    instead = came_instead(meeting, "1")
    assert merge(meeting, "e1", "a1", "a2", NOW).attendee.state is State.EXPECTED
    with pytest.raises(HasSubstitute) as told:
        came_instead(meeting, "1")
    assert instead.full_name in str(told.value)


def test_a_substitution_is_not_done_again_where_another_stands_for_them_meanwhile(meeting):
    done = roster_edits.substitute(meeting, "e1", "a1", Particulars(name="ນາງ ແທນ"), NOW, reason="ໄປວຽກ")
    undone = roster_edits.take_back(meeting, done.records, NOW)
    came_instead(meeting, "2")
    merge(meeting, "e1", "a1", "a2", NOW)
    with pytest.raises(ChangedSince):
        roster_edits.take_back(meeting, undone.records, LATER)


@pytest.mark.parametrize("kept", ["a1", "the substitute"])
def test_who_was_replaced_by_whose_place_it_was_may_have_a_place_again(meeting, kept):
    second = came_instead(meeting, "1")
    third = came_instead(meeting, second.id)
    ids = ("a1", third.id) if kept == "a1" else (third.id, "a1")
    merge(meeting, "e1", *ids, NOW)
    assert known(meeting, second.id).state is State.REPLACED
    roster_edits.restore_many(meeting, "e1", [second.id], LATER, reason="ມາ ນຳ")
    again = known(meeting, second.id)
    assert (again.state, again.replaces, again.stands_for) == (State.EXPECTED, None, None)
    separate(meeting, ids[1], LATER)
    assert [known(meeting, one).state for one in ("a1", second.id, third.id)] == [State.EXPECTED] * 3
    assert [known(meeting, one).replaces for one in ("a1", second.id, third.id)] == [None] * 3


@pytest.mark.parametrize("kept", ["a1", "the substitute"])
def test_a_row_of_substitutes_stands_again_once_a_merge_is_taken_back(meeting, kept):
    second = came_instead(meeting, "1")
    third = came_instead(meeting, second.id)
    ids = ("a1", third.id) if kept == "a1" else (third.id, "a1")
    merge(meeting, "e1", *ids, NOW)
    separate(meeting, ids[1], LATER)
    assert known(meeting, "a1").state is State.REPLACED
    assert known(meeting, third.id) == third
    with meeting.store.read() as tx:
        assert find.holder_of_place(tx, attendees.get(tx, "a1")) == third


def test_a_place_that_went_back_is_given_back_at_the_desk(meeting):
    second = came_instead(meeting, "1")
    third = came_instead(meeting, second.id)
    merge(meeting, "e1", "a1", third.id, NOW)
    assert restore(meeting, "e1", second.id, LATER).state is State.EXPECTED
    with pytest.raises(NotCancelled):
        restore(meeting, "e1", "1", LATER)


def test_who_was_replaced_and_is_so_still_is_replaced_after_all(meeting):
    came_instead(meeting, "1")
    merge(meeting, "e1", "a1", "a2", NOW)
    cancel(meeting, "e1", "1", LATER)
    assert separate(meeting, "a2", LATER).kept.state is State.REPLACED
    with pytest.raises(AlreadyReplaced):
        roster_edits.restore_many(meeting, "e1", ["a1"], LATER, reason="ມາ")


def test_who_was_cancelled_while_one_and_whose_substitute_let_go_stays_cancelled(meeting):
    done = roster_edits.substitute(meeting, "e1", "a1", Particulars(name="ນາງ ແທນ"), NOW, reason="ໄປວຽກ")
    merge(meeting, "e1", "a1", "a2", NOW)
    roster_edits.take_back(meeting, done.records[:1], NOW)
    cancel(meeting, "e1", "1", LATER)
    assert separate(meeting, "a2", LATER).kept.state is State.CANCELLED


def test_a_place_that_another_has_meanwhile_is_not_taken_again(meeting):
    second = came_instead(meeting, "1")
    third = came_instead(meeting, second.id)
    merge(meeting, "e1", third.id, "a1", NOW)
    restore(meeting, "e1", second.id, LATER)
    fourth = came_instead(meeting, second.id)
    separate(meeting, "a1", LATER)
    assert known(meeting, third.id).replaces is None
    with meeting.store.read() as tx:
        assert attendees.substitute_of(tx, second.id) == fourth
