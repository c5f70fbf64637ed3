import threading

import pytest

from signin.desk.work.background import Background, Stopped
from signin.desk.work.store_worker import Unexpected


def test_long_work_tells_how_far_it_is_and_what_came_of_it(qtbot):
    moved, results = [], []

    def work(progress):
        for done in range(3):
            progress.at(done, 3)
        return threading.current_thread().name

    background = Background(work, results.append, pytest.fail)
    background.moved.connect(lambda done, total: moved.append((done, total)))
    with qtbot.waitSignal(background.finished):
        background.start()
    assert results == ["background"]
    assert moved[-1] == (2, 3)


def test_stopped_work_ends_at_its_next_step(qtbot):
    told, gate = [], threading.Event()

    def work(progress):
        gate.wait(5)
        progress.at(1, 2)

    background = Background(work, pytest.fail, told.append)
    background.start()
    background.stop()
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert isinstance(told[0], Stopped)


def test_a_fault_in_long_work_is_told(qtbot, caplog):
    told = []
    background = Background(lambda _: 1 / 0, pytest.fail, told.append)
    background.start()
    qtbot.waitUntil(lambda: len(told) == 1)
    background.wait()
    assert isinstance(told[0], Unexpected)
