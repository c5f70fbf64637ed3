import gc
import threading
import time
import weakref

import pytest

from signin.desk.work.store_worker import StoreWorker, Unexpected
from signin.services.failures import NameMissing
from signin.store.failures import StoreFull


@pytest.fixture
def worker(desk, qtbot):
    made = StoreWorker(desk)
    yield made
    made.stop()


def test_verbs_run_in_order_in_another_thread_and_are_answered_in_the_windows(worker, qtbot):
    answers, threads = [], set()

    def verb(number):
        def run(desk):
            threads.add(threading.current_thread().name)
            return number, desk.name

        return run

    for number in range(20):
        worker.do(verb(number), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert [number for number, _ in answers] == list(range(20))
    assert threads == {"store"}
    assert worker.waiting == 0


def test_a_rest_lasts_until_all_is_done_and_its_answers_are_the_next_that_comes(worker):
    from PySide6.QtCore import QCoreApplication, QEvent

    answers = []
    worker.do(lambda _desk: time.sleep(0.05) or "done", answers.append)
    worker.rest(5000)
    assert answers == []
    QCoreApplication.sendPostedEvents(worker, QEvent.Type.MetaCall)
    assert answers == ["done"]


def test_a_rest_is_no_longer_than_it_was_said(worker):
    stalled = threading.Event()
    worker.do(lambda _desk: stalled.wait(10), lambda _: None)
    begun = time.monotonic()
    worker.rest(20)
    assert 0.02 <= time.monotonic() - begun < 5
    stalled.set()


def test_who_was_answered_is_not_held_until_somebody_asks_again(worker, qtbot):
    class Asker:
        def ask(self):
            answered = []
            worker.do(lambda _desk: None, lambda _: answered.append(self), looks=True)
            qtbot.waitUntil(lambda: bool(answered))

    asker = Asker()
    gone = weakref.ref(asker)
    asker.ask()
    del asker
    qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)


def test_a_failure_goes_to_who_asked_and_otherwise_to_everybody(worker, qtbot):
    mine, everybodys = [], []
    worker.failed.connect(everybodys.append)

    def fail(_desk):
        raise NameMissing

    worker.do(fail, pytest.fail, mine.append)
    worker.do(fail, pytest.fail)
    qtbot.waitUntil(lambda: len(mine) + len(everybodys) == 2)
    assert isinstance(mine[0], NameMissing)
    assert isinstance(everybodys[0], NameMissing)


def test_who_has_gone_is_not_answered_but_that_nothing_was_written_is_told_to_everybody(worker, qtbot):
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    everybodys, gone, gate = [], QObject(), threading.Event()
    worker.failed.connect(everybodys.append)

    def fail(_desk):
        gate.wait(5)
        raise NameMissing

    worker.do(fail, pytest.fail, pytest.fail, owner=gone)
    worker.do(fail, pytest.fail, pytest.fail, owner=gone, looks=True)
    worker.do(lambda _: "written", pytest.fail, pytest.fail, owner=gone)
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: worker.waiting == 0)
    assert [type(one) for one in everybodys] == [NameMissing]


def test_a_fault_of_ours_is_told_and_the_next_verb_runs(worker, qtbot, caplog):
    told, answers = [], []
    worker.do(lambda _: 1 / 0, pytest.fail, told.append)
    worker.do(lambda _: "next", answers.append)
    qtbot.waitUntil(lambda: answers == ["next"])
    assert isinstance(told[0], Unexpected)
    assert "ZeroDivisionError" in str(told[0])
    assert "A verb failed" in caplog.text


def test_what_cannot_be_saved_is_tried_until_it_is_and_what_comes_after_waits(worker, qtbot, monkeypatch):
    monkeypatch.setattr("signin.desk.work.store_worker.AGAIN_SECONDS", 0.02)
    tries, answers, told = [], [], []

    def full_twice(_desk):
        tries.append(1)
        if len(tries) < 3:
            raise StoreFull
        return "first"

    def listen(failure):
        told.append(failure)

    worker.not_saved.connect(listen)
    with qtbot.waitSignal(worker.settled) as settled:
        worker.do(full_twice, answers.append, keep_trying=True)
        worker.do(lambda _: "second", answers.append)
    assert settled.args == [True]
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["first", "second"]
    assert len(tries) == 3
    assert [type(one) for one in told] == [StoreFull, StoreFull]


def test_the_end_of_a_trouble_is_told_though_it_ends_in_a_failure(worker, qtbot, monkeypatch):
    monkeypatch.setattr("signin.desk.work.store_worker.AGAIN_SECONDS", 0.02)
    steps, heard = [StoreFull(), NameMissing()], []
    worker.not_saved.connect(lambda _: heard.append("not saved"))
    worker.settled.connect(heard.append)

    def full_then_refused(_desk):
        raise steps.pop(0)

    worker.do(full_then_refused, pytest.fail, lambda _: heard.append("refused"), keep_trying=True)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["not saved", False, "refused"]


def test_how_the_last_write_went_is_told_once_nothing_that_writes_is_waiting(worker, qtbot):
    heard, answers, gate = [], [], threading.Event()
    worker.settled.connect(heard.append)

    def fail(_desk):
        raise NameMissing

    worker.do(lambda _: gate.wait(5), answers.append)
    worker.do(fail, pytest.fail, answers.append)
    worker.do(lambda _: "read", answers.append, looks=True)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert heard == [False]
    worker.do(lambda _: "written", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 4)
    assert heard == [False, True]


def test_what_is_not_to_be_tried_again_fails_at_once(worker, qtbot):
    told = []

    def full(_desk):
        raise StoreFull

    worker.do(full, pytest.fail, told.append)
    qtbot.waitUntil(lambda: len(told) == 1)


def test_a_slow_answer_is_told_and_a_quick_one_is_not(worker, qtbot):
    heard, gate = [], threading.Event()
    worker.saving.connect(lambda: heard.append("saving"))
    worker.settled.connect(heard.append)
    answers = []
    worker.do(lambda _: "quick", answers.append)
    qtbot.waitUntil(lambda: answers == ["quick"])
    assert heard == [True]
    worker.do(lambda _: gate.wait(5), answers.append)
    qtbot.waitUntil(lambda: heard == [True, "saving"])
    gate.set()
    qtbot.waitUntil(lambda: heard == [True, "saving", True])


def test_stopping_finishes_what_was_asked_for_and_ends_the_trying(desk, qtbot, monkeypatch):
    worker, answers, told = StoreWorker(desk), [], []

    def full(_desk):
        raise StoreFull

    worker.do(full, pytest.fail, told.append, keep_trying=True)
    worker.do(lambda _: "last", answers.append)
    worker.stop()
    qtbot.waitUntil(lambda: answers == ["last"])
    assert [type(one) for one in told] == [StoreFull]
