"""Many at once: a delegation, and the numbers of a paper list."""

from datetime import datetime

import pytest

from signin.domain.scan import Source
from signin.domain.verdict import Admitted, AlreadyIn
from signin.services.admit import Door, admit_attendee
from signin.services.bulk import admit_many, admit_numbers, delegation, understand, understand_numbers
from signin.services.failures import PersonNotFound, SessionNotFound
from signin.store import scans

NOW = datetime(2024, 6, 12, 8, 24)
DOOR = Door(event_id="e1", session_key="day1-am", now=NOW, source=Source.SEARCH)


def rows(desk):
    with desk.store.read() as tx:
        return scans.of_event(tx, "e1")


def test_a_person_who_was_found_is_admitted_with_the_source(meeting, people, code):
    answer = admit_attendee(meeting, "a1", DOOR)
    assert answer.verdict == Admitted(people[0])
    assert (answer.scan.source, answer.scan.raw, answer.scan.code) == (Source.SEARCH, "1", code(1))


def test_a_person_of_another_event_is_not_found_here(meeting, event):
    with pytest.raises(PersonNotFound):
        admit_attendee(meeting, "nobody", DOOR)
    with pytest.raises(PersonNotFound):
        admit_attendee(meeting, "a1", Door(event_id="e2", session_key="day1-am", now=NOW))


def test_a_delegation_is_shown_with_who_is_here_already(meeting, scanned, people):
    scanned(3)
    with meeting.store.read() as tx:
        shown = delegation(tx, "e1", "day1-am", "ພະແນກພາຍໃນ")
        assert delegation(tx, "e1", "day1-am", "ບໍ່ມີ") == []
    assert [(person.number, len(stays)) for person, stays in shown] == [(2, 0), (3, 1)]


def test_a_delegation_is_admitted_together(meeting, scanned):
    scanned(3)
    answers = admit_many(
        meeting, ["a2", "a3"], Door(event_id="e1", session_key="day1-am", now=datetime(2024, 6, 12, 9))
    )
    assert [type(answer.verdict) for answer in answers] == [Admitted, AlreadyIn]


def test_if_one_is_not_found_nobody_is_admitted(meeting):
    with pytest.raises(PersonNotFound):
        admit_many(meeting, ["a1", "nobody"], DOOR)
    assert rows(meeting) == []


def test_a_paper_list_is_entered_and_what_is_wrong_is_named(meeting):
    entry = admit_numbers(meeting, "໑, 3 40 2x", DOOR)
    assert [answer.attendee.number for answer in entry.answers] == [1, 3]
    assert entry.understood.unknown == (40,)
    assert entry.understood.odd == ("2x",)
    assert {(row.source, row.verdict) for row in rows(meeting)} == {(Source.PAPER, "Admitted")}


def test_what_is_meant_can_be_looked_at_first(meeting, people):
    with meeting.store.read() as tx:
        assert understand(tx, "e1", "1-2").people == tuple(people[:2])
    assert understand_numbers(meeting, "e1", "໓, 9").people == (people[2],)
    assert understand_numbers(meeting, "e1", "໓, 9").unknown == (9,)
    assert rows(meeting) == []


def test_a_paper_list_for_no_session_is_refused(meeting):
    with pytest.raises(SessionNotFound):
        admit_numbers(meeting, "", Door(event_id="e1", session_key="lunch", now=NOW))
