"""Pages and panels are loaded behind the open door, and nothing is loaded once the program ends."""

import importlib
import sys
import threading

import pytest

from signin.desk.work import ahead


@pytest.fixture
def loaded(monkeypatch):
    """What would be imported, noted instead; loaded.gate holds the first one up while it is cleared."""

    class Loaded(list):
        gate = threading.Event()

        def take(self, name):
            self.append(name)
            self.gate.wait(5)

    made = Loaded()
    made.gate = threading.Event()
    made.gate.set()
    monkeypatch.setattr(ahead.importlib, "import_module", made.take)
    return made


def threads():
    return [one for one in threading.enumerate() if one.name == "ahead"]


@pytest.mark.parametrize("name", ahead.LATER)
def test_what_is_loaded_ahead_is_there(name):
    assert importlib.import_module(name) is sys.modules[name]


def test_after_a_calm_moment_everything_is_loaded_in_its_order(loaded, qtbot):
    made = ahead.Ahead(calm_ms=1)
    qtbot.waitUntil(lambda: loaded == [*ahead.LATER])
    made.stop()
    assert threads() == []


def test_a_window_that_is_closed_at_once_loads_nothing(loaded, qtbot):
    made = ahead.Ahead(calm_ms=20)
    made.stop()
    qtbot.wait(60)
    assert loaded == []
    assert threads() == []


def test_the_end_of_the_program_ends_the_loading(loaded, qtbot):
    loaded.gate.clear()
    made = ahead.Ahead(calm_ms=1)
    qtbot.waitUntil(lambda: len(loaded) == 1)
    threading.Timer(0.1, loaded.gate.set).start()
    made.stop()
    assert loaded == [ahead.LATER[0]]
    assert threads() == []


def test_what_cannot_be_loaded_holds_up_nothing(monkeypatch, qtbot, caplog):
    tried = []

    def fail(name):
        tried.append(name)
        raise ImportError(name)

    monkeypatch.setattr(ahead.importlib, "import_module", fail)
    made = ahead.Ahead(calm_ms=1)
    qtbot.waitUntil(lambda: tried == [*ahead.LATER])
    made.stop()
    assert "cannot be loaded" in caplog.text


def test_a_program_that_ends_at_once_has_loaded_nothing(program, loaded):
    program.end()
    assert not program._ahead._calm.isActive()
    assert loaded == []
