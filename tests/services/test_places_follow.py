"""Whose place somebody has, and by which number, stays right whatever is undone, merged or imported meanwhile."""

from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import State
from signin.exchange.roster import Reading, RosterLine
from signin.services import roster_edits, rosters
from signin.services.failures import SubstituteCame
from signin.services.merging import merge, separate
from signin.services.register import Particulars, substitute
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
