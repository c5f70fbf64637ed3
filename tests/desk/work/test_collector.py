import gc
import threading
import weakref

import pytest


class Cycle:
    def __init__(self):
        self.me = self
        self.died_in = []


@pytest.fixture
def collector(qapp):
    from signin.desk.work.collector import Collector

    was = gc.isenabled()
    made = Collector()
    yield made
    made.stop()
    if not was:
        gc.disable()


def allocate():
    for _ in range(5 * gc.get_threshold()[0]):
        Cycle()


def test_garbage_that_another_thread_makes_is_collected_in_the_windows(collector, qtbot):
    gc.collect()
    died_in = []
    cycle = Cycle()
    weakref.finalize(cycle, lambda: died_in.append(threading.current_thread()))
    del cycle
    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert died_in == []
    qtbot.waitUntil(lambda: len(died_in) == 1)
    assert died_in == [threading.main_thread()]


def test_older_generations_are_collected_when_they_are_due(collector):
    gc.collect()
    for _ in range(gc.get_threshold()[1] + 2):
        allocate()
        collector.collect_due()
    assert gc.get_count()[1] <= gc.get_threshold()[1]


def test_once_it_is_stopped_python_collects_by_itself_again(collector):
    collector.stop()
    assert gc.isenabled()
