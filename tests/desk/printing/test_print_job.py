"""Printing beside the window: the log knows each page, also when the printer or somebody stops it."""

from datetime import datetime

import pytest

from desk.printing.reading import codes
from signin.services import print_log
from signin.services.print_log import Target

NOW = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def job(meeting, worker, labels):
    """Begin a run for the three labels, and make its job: job(printer, run=None)."""
    from signin.desk.printing.print_job import PrintJob

    gathered, path = labels

    def made(printer, run=None):
        run = run or print_log.begin(meeting, gathered, Target(name="Epson", pages=range(3)), NOW)
        return PrintJob(worker, run, path, printer, lambda: NOW)

    return made


@pytest.fixture
def logged(meeting):
    return lambda: print_log.history(meeting, "e1")[0]


def test_each_page_that_came_out_is_in_the_log_when_it_is_done(qtbot, job, printer, logged):
    one, moved = job(printer()), []
    one.moved.connect(lambda done, of: moved.append((done, of)))
    with qtbot.waitSignal(one.done):
        one.start()
    assert logged().out == {0, 1, 2}
    assert moved == [(1, 3), (2, 3), (3, 3)]


def test_after_a_jam_it_goes_on_at_the_first_page_that_did_not_come_out(qtbot, job, printer, logged, code):
    from signin.desk.printing.pdf_printing import PrintingStopped

    jams, rest = printer(jams_at=2), printer("rest.pdf")
    jammed = job(jams)
    with qtbot.waitSignal(jammed.failed) as told:
        jammed.start()
    assert isinstance(told.args[0], PrintingStopped)
    assert (logged().out, logged().left) == ({0, 1}, range(2, 3))
    going_on = job(rest, logged())
    with qtbot.waitSignal(going_on.done):
        going_on.start()
    assert not logged().left
    assert codes(jams.path) + codes(rest.path) == [[code(1)], [code(2)], [code(3)]]


def test_what_came_out_before_it_was_stopped_stays_in_the_log(qtbot, job, printer, logged):
    from signin.desk.work.background import Stopped

    class Slow(printer):
        def newPage(self):  # noqa: N802 - Qt's
            stopped.stop()
            return super().newPage()

    slow = Slow()
    stopped = job(slow)
    with qtbot.waitSignal(stopped.failed) as told:
        stopped.start()
    assert isinstance(told.args[0], Stopped)
    assert logged().out == {0, 1}
    assert len(codes(slow.path)) == 2


def test_a_page_is_noted_once_the_disk_has_room_again(qtbot, job, printer, logged, worker, monkeypatch):
    from signin.store.failures import StoreFull

    real, full = print_log.came_out, [True]

    def came_out(desk, *what):
        if full:
            full.pop()
            raise StoreFull(path="x")
        real(desk, *what)

    monkeypatch.setattr(print_log, "came_out", came_out)
    one = job(printer())
    with qtbot.waitSignal(one.done):
        one.start()
    assert logged().out == {0, 1, 2}


def test_an_account_without_a_name_prints_all_the_same(monkeypatch):
    import getpass

    from signin.desk.printing.print_job import account

    assert account() == getpass.getuser()

    def nobody():
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert account() == ""
