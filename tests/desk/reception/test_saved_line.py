"""The line at the head of the screen: it says "Saved" of what is on disk, and never as the answer to a failure."""

import threading

import pytest

from signin.services.failures import SessionNotFound
from signin.store.failures import StoreBusy

SAVING, SAVED, NOT_SAVED = "ກຳລັງບັນທຶກ", "ບັນທຶກແລ້ວ", "ຍັງບໍ່ໄດ້ບັນທຶກ"


@pytest.fixture
def line(screen):
    """Give the line as it can be read now."""

    def read():
        return screen.session_bar._saved.text()

    return read


@pytest.fixture
def lines(screen):
    """All that the line says from now on."""
    said, bar = [], screen.session_bar
    real = bar.tell_saved

    def tell(text, state):
        real(text, state)
        said.append(bar._saved.text())

    bar.tell_saved = tell
    yield said
    del bar.tell_saved


def test_a_write_that_took_long_and_failed_is_not_called_saved(program, lines, line, scan, clock, qtbot):
    gate, failures = threading.Event(), []

    def slow(_desk):
        gate.wait(5)
        raise StoreBusy

    assert SAVED in line()
    program.reception._do(slow, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: SAVING in line())
    gate.set()
    qtbot.waitUntil(lambda: bool(failures))
    assert not any(SAVED in one for one in lines)
    assert line() == program.writer.desk.name
    scan(1)
    assert SAVED in line()


def test_a_quick_refusal_leaves_the_line_as_it_is(program, lines, line, qtbot):
    failures = []

    def refuse(_desk):
        raise SessionNotFound(session="x", sessions="y")

    program.reception._do(refuse, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert lines == []
    assert SAVED in line()


def test_not_saved_goes_when_what_could_not_be_saved_is_refused_in_the_end(
    program, line, lines, scan, code, clock, qtbot, monkeypatch
):
    from desk.scanner.typing import scan_keys, strike
    from signin.desk.reception import controller
    from signin.desk.work import store_worker

    monkeypatch.setattr(store_worker, "AGAIN_SECONDS", 0.02)
    real, steps = controller.admit, [StoreBusy(), SessionNotFound(session="x", sessions="y")]

    def hard(*args):
        if steps:
            raise steps.pop(0)
        return real(*args)

    monkeypatch.setattr(controller, "admit", hard)
    failures = []
    program.reception.failed.connect(failures.append)
    strike(scan_keys(code(1)))
    qtbot.waitUntil(lambda: bool(failures))
    assert NOT_SAVED in lines[0]
    assert line() == program.writer.desk.name
    clock.wait()
    scan(2)
    assert SAVED in line()
