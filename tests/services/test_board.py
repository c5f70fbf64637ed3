"""The counts on the screen: moved on person by person, they are what a recount would give."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import Category, Sex
from signin.domain.tally import Count
from signin.services.admit import Door
from signin.services.board import load_board, news_since, stamp, state_of, written
from signin.services.desk import Desk
from signin.services.failures import SessionNotFound
from signin.services.register import Particulars, cancel, substitute, walk_in
from signin.services.void import void
from signin.store import Store, attendees, events

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)
DOOR = Door(event_id="e1", session_key="day1-am", now=NOW)


@pytest.fixture
def board(meeting):
    return load_board(meeting, "e1", "day1-am")


@pytest.fixture
def look(meeting, board):
    """Read people again into the board."""

    def again(*attendee_ids):
        for person, stays in state_of(meeting, "e1", "day1-am", attendee_ids):
            board.apply(person, stays)
        anew = load_board(meeting, "e1", "day1-am")
        assert board.counts == anew.counts
        assert list(board.by_organisation.items()) == list(anew.by_organisation.items())

    return again


def test_before_anybody_came_everybody_is_missing(board):
    counts = board.counts
    assert (counts.expected, counts.arrived, counts.missing, counts.inside) == (3, 0, 3, 0)
    assert (counts.women_expected, counts.women) == (1, 0)
    assert counts.by_category == {"participant": Count(expected=3, women_expected=1)}


def test_a_scan_counts_at_once(board, look, scanned):
    scanned(2)
    look("a2")
    counts = board.counts
    assert (counts.arrived, counts.women, counts.missing, counts.inside) == (1, 1, 2, 1)
    assert board.by_organisation["ພະແນກພາຍໃນ"] == Count(expected=2, arrived=1, women_expected=1, women=1)
    assert board.presence_of("a2").arrived_at == NOW
    assert board.presence_of("a1") is None


def test_whoever_left_has_arrived_and_is_not_inside_until_back(board, look, scanned):
    scanned(2)
    scanned(2, LATER, out=True)
    look("a2")
    assert (board.counts.arrived, board.counts.inside) == (1, 0)
    assert board.presence_of("a2").left_at == LATER
    scanned(2, LATER + timedelta(minutes=1))
    look("a2")
    assert (board.counts.arrived, board.counts.inside) == (1, 1)
    assert len(board._stays["a2"]) == 2


def test_taking_a_scan_back_takes_it_from_the_counts(board, look, scanned, meeting):
    before = board.counts
    void(meeting, scanned(1).scan.id, LATER)
    look("a1")
    assert board.counts == before


def test_a_walk_in_and_a_substitute_join_the_board(board, look, meeting):
    walked, _ = walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາ", organisation="ອື່ນ"), DOOR)
    came = substitute(meeting, "e1", "1", Particulars(name="ທ່ານ ມາ ແທນ"), NOW)
    look(walked.attendee.id, "a1", came.attendee.id)
    counts = board.counts
    assert (counts.expected, counts.walk_ins, counts.substitutes) == (4, 1, 1)
    assert "ອື່ນ" in board.by_organisation


def test_a_walk_in_who_was_cancelled_counts_only_for_having_come_to_any_session(board, look, meeting):
    came, _ = walk_in(meeting, Particulars(name="ນາງ ມາ ແລ້ວ"), replace(DOOR, session_key="day1-pm", forced=True))
    gone, answer = walk_in(meeting, Particulars(name="ນາງ ມາ ຜິດ"), replace(DOOR, now=LATER))
    cancel(meeting, "e1", str(came.attendee.number), LATER)
    void(meeting, answer.scan.id, LATER)
    look(came.attendee.id, gone.attendee.id)
    assert (board.counts.walk_ins, board.counts.arrived, board.counts.expected) == (1, 0, 3)


def test_the_order_of_the_organisations_is_kept_and_not_made_again(board, look, scanned, meeting, monkeypatch):
    assert list(board.by_organisation) == ["ພະແນກການເງິນ", "ພະແນກພາຍໃນ"]
    walked, _ = walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາ", organisation="ພະແນກຂ່າວສານ"), DOOR)
    look(walked.attendee.id)
    scanned(1)
    monkeypatch.setattr("signin.services.board.sorted", None, raising=False)
    for person, stays in state_of(meeting, "e1", "day1-am", ["a1"]):
        board.apply(person, stays)
    assert list(board.by_organisation) == ["ພະແນກການເງິນ", "ພະແນກຂ່າວສານ", "ພະແນກພາຍໃນ"]


def test_an_organisation_that_nobody_is_from_any_more_goes(board, look, meeting, people):
    with meeting.store.write() as tx:
        attendees.change(tx, replace(people[0], organisation="", sex=Sex.FEMALE, category=Category.CHAIR))
    look("a1")
    assert list(board.by_organisation) == ["ພະແນກພາຍໃນ", ""]
    assert list(board.counts.by_category) == ["chair", "participant"]


def test_who_is_missing_stands_under_the_organisation_in_roster_order(board, look, scanned, people):
    assert board.missing() == {"ພະແນກການເງິນ": [people[0]], "ພະແນກພາຍໃນ": [people[1], people[2]]}
    scanned(2)
    scanned(1)
    look("a1", "a2")
    assert board.missing() == {"ພະແນກພາຍໃນ": [people[2]]}
    assert board.missing("ພະແນກພາຍໃນ") == {"ພະແນກພາຍໃນ": [people[2]]}
    assert board.missing("ພະແນກການເງິນ") == {}


def test_a_session_for_some_counts_them_and_whoever_came_all_the_same(meeting, event, sessions, people):
    chairs = replace(sessions[0], key="chairs", people=frozenset({1}))
    other = replace(event, id="e2")
    with meeting.store.write() as tx:
        events.add(tx, other, [replace(chairs, event_id="e2")])
        attendees.add_many(tx, [replace(one, event_id="e2", id=f"b{one.number}") for one in people])
    board = load_board(meeting, "e2", "chairs")
    assert (board.counts.expected, board.counts.missing) == (1, 1)
    assert list(board.by_organisation) == ["ພະແນກການເງິນ"]
    assert load_board(meeting, "e2", "chairs").missing("ພະແນກພາຍໃນ") == {}


def test_people_of_another_event_or_of_none_are_left_out(meeting):
    assert state_of(meeting, "e2", "day1-am", ["a1", "nobody"]) == []


def test_a_session_that_is_not_there_is_refused(meeting):
    with pytest.raises(SessionNotFound):
        load_board(meeting, "e1", "lunch")


def test_what_another_program_wrote_is_noticed_and_read(board, meeting, code):
    from signin.services.admit import admit

    before = stamp(meeting)
    admit(meeting, code(1), DOOR)
    assert stamp(meeting) == before
    with Store(meeting.store.path) as store:
        other = Desk(store, "ໂຕະ 9", meeting.random)
        admit(other, code(2), DOOR)
        admit(other, "https://example.la", DOOR)
        walk_in(other, Particulars(name="ນາງ ໃໝ່ ມາ"), DOOR)
    assert stamp(meeting) != before
    board.take(news_since(meeting, "e1", "day1-am", board.seen))
    assert board.counts == load_board(meeting, "e1", "day1-am").counts
    assert news_since(meeting, "e1", "day1-am", board.seen).standings == ()


def test_who_was_changed_by_this_very_program_is_noticed_too(meeting, code):
    from signin.services.admit import admit

    before = written(meeting)
    admit(meeting, code(1), DOOR)
    assert written(meeting) == before
    cancel(meeting, "e1", "2", DOOR.now)
    assert written(meeting) != before
