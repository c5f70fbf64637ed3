"""The print log: what came out stays noted, and what did not is still to be printed."""

from datetime import datetime, timedelta

import pytest

from signin.domain.print_run import Paper
from signin.services import history, print_log
from signin.services.failures import RunNotFound
from signin.services.paper_orders import Order, gather
from signin.services.print_log import Target
from signin.words import render

NOW = datetime(2024, 6, 12, 8, 24)
LABELS = Order(event_id="e1", paper=Paper.BADGES, size=(100.0, 62.0))
SIGN_IN = Order(event_id="e1", paper=Paper.SIGN_IN)


@pytest.fixture
def begun(meeting):
    """Begin a run: begun(order, pages, at=…, …)."""

    def begin(order=LABELS, pages=range(3), at=NOW, **how):
        target = Target(name="Epson", pages=pages, **how)
        return print_log.begin(meeting, gather(meeting, order), target, at)

    return begin


def test_a_run_tells_who_printed_what_where_and_for_how_many(meeting, begun):
    run = begun(who="kham", copies=2)
    assert print_log.history(meeting, "e1") == [run]
    assert (run.desk, run.who, run.at, run.target, run.copies) == ("ໂຕະ 1", "kham", NOW, "Epson", 2)
    assert (run.paper, run.people, run.again, run.left) == (Paper.BADGES, 3, False, range(3))


def test_what_came_out_stays_when_it_stops_and_the_rest_is_left(meeting, begun):
    run = begun()
    print_log.came_out(meeting, run.id, [0], NOW)
    print_log.came_out(meeting, run.id, [0, 1], NOW + timedelta(seconds=3))
    (stopped,) = print_log.history(meeting, "e1")
    assert (stopped.out, stopped.left) == ({0, 1}, range(2, 3))
    assert print_log.left_over(meeting, run.id) == ("a3",)
    print_log.came_out(meeting, run.id, [2], NOW)
    (done,) = print_log.history(meeting, "e1")
    assert not done.left
    assert print_log.left_over(meeting, run.id) == ()
    assert print_log.one(meeting, run.id) == done


def test_only_the_people_on_the_pages_asked_for_are_noted(meeting, begun):
    run = begun(pages=range(1, 2))
    assert (run.people, run.left) == (1, range(1, 2))
    assert print_log.left_over(meeting, run.id) == ("a2",)


def test_the_same_again_is_told_and_the_latest_comes_first(meeting, begun):
    first = begun(pages=range(1))
    print_log.came_out(meeting, first.id, [0], NOW)
    again = begun(at=NOW + timedelta(minutes=1))
    assert (first.again, again.again) == (False, True)
    assert [run.id for run in print_log.history(meeting, "e1")] == [again.id, first.id]
    assert not begun(pages=range(1, 3), at=NOW + timedelta(minutes=2)).again


def test_a_list_is_printed_again_once_it_came_out(meeting, begun):
    one = range(1)
    run = begun(SIGN_IN, one)
    assert (run.people, run.again, begun(SIGN_IN, one).again) == (3, False, False)
    print_log.came_out(meeting, run.id, one, NOW)
    assert begun(SIGN_IN, one, NOW + timedelta(minutes=1)).again
    assert not begun(Order(event_id="e1", paper=Paper.SIGN_IN, session_key="day1-am"), one).again


def test_the_rest_of_what_stopped_is_no_copy_and_names_what_it_continues(meeting, begun):
    stopped = begun()
    print_log.came_out(meeting, stopped.id, [0], NOW)
    rest = begun(pages=stopped_rest(meeting), at=NOW + timedelta(minutes=1), continues=stopped.id)
    assert (rest.continues, rest.again, rest.people) == (stopped.id, False, 2)
    sheet = begun(SIGN_IN, range(1))
    print_log.came_out(meeting, sheet.id, [0], NOW)
    assert not begun(SIGN_IN, range(1, 2), NOW + timedelta(minutes=2), continues=sheet.id).again


def stopped_rest(meeting):
    return print_log.history(meeting, "e1")[0].left


def test_an_unknown_run_is_refused(meeting):
    with pytest.raises(RunNotFound, match="nothing"):
        print_log.left_over(meeting, "nothing")


LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def saved(meeting, begun):
    """A run that went into a file, all of it."""
    run = begun(to_file=True)
    print_log.came_out(meeting, run.id, range(3), NOW)
    return run


def test_a_run_that_did_not_come_out_leaves_its_people_without(meeting, saved, begun):
    denied = print_log.deny(meeting, saved.id, LATER)
    assert denied.denied
    assert print_log.history(meeting, "e1") == [denied]
    assert denied.out == frozenset(range(3))
    assert gather(meeting, LABELS).copies == 0
    unprinted = Order(event_id="e1", paper=Paper.BADGES, size=(100.0, 62.0), unprinted=True)
    assert [one.id for one in gather(meeting, unprinted).people] == ["a1", "a2", "a3"]
    assert not begun(at=LATER).again


def test_a_denied_list_is_not_there_before(meeting, begun):
    run = begun(SIGN_IN, range(1))
    print_log.came_out(meeting, run.id, [0], NOW)
    print_log.deny(meeting, run.id, LATER)
    assert not begun(SIGN_IN, range(1), LATER).again


def test_what_was_denied_is_put_back_and_only_changes_are_recorded(meeting, saved):
    for denied in (True, True, False, False):
        assert print_log.deny(meeting, saved.id, LATER, denied=denied).denied == denied
    assert gather(meeting, LABELS).copies == 3
    lines = [line.line for line in history.of_event(meeting, "e1", most=9).lines]
    assert [(line.kind, line.details, render(line.message, "en")) for line in lines if line.at == LATER] == [
        ("paper", (), "Badges, people 3, “Epson”: it came out after all"),
        ("paper", (), "Badges, people 3, “Epson”: it did not come out"),
    ]
    print_log.deny(meeting, saved.id, LATER)
    assert gather(meeting, LABELS).copies == 0


def test_somebodys_own_history_says_that_it_did_not_come_out(meeting, saved):
    def told():
        lines = history.of_person(meeting, "e1", "a1")
        return [render(line.message, "en") for line in lines if line.kind == "paper"]

    assert told() == ["Badge saved as a file"]
    print_log.deny(meeting, saved.id, LATER)
    assert told() == ["Badge saved as a file: it did not come out"]


def test_the_log_tells_a_list_of_everybody_from_one_of_those_who_came(meeting, begun, scanned):
    order = Order(event_id="e1", paper=Paper.PARTICIPANTS)
    everybody = begun(order, range(1))
    print_log.came_out(meeting, everybody.id, [0], NOW)
    scanned(1)
    came = begun(order, range(1), LATER)
    assert (everybody.paper, came.paper, came.again) == (Paper.EXPECTED, Paper.PARTICIPANTS, False)
