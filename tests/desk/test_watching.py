"""The store is taken away while the window is open: noticed without a scan, said, and put back."""

import sys
from functools import partial

import pytest

from signin.store import Store, scans

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")


@pytest.fixture
def path(program, meeting, monkeypatch):
    """The store's path; the window alone has it open, and looks every 50 ms."""
    meeting.store.close()
    program.watching._timer.setInterval(50)
    return meeting.store.path


def verdicts(path):
    with Store(path) as store, store.read() as tx:
        return [one.verdict for one in scans.of_event(tx, "e1")]


def strikes(code, who):
    from desk.scanner.typing import scan_keys, strike

    strike(scan_keys(code(who)))


def test_a_deleted_store_is_written_back_without_a_scan_and_said(program, path, scan, code, clock, qtbot):
    scan(1)
    clock.wait()
    path.unlink()
    qtbot.waitUntil(path.exists, timeout=3000)
    assert verdicts(path) == ["Admitted"]
    qtbot.waitUntil(lambda: "ບໍ່ມີຫຍັງເສຍ" in program.window.warning.text())
    heard = []
    program.reception.answered.connect(heard.append)
    strikes(code, 2)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert verdicts(path) == ["Admitted", "Admitted"]
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 2)


def test_the_other_connection_reads_what_was_written_back(program, path, qtbot):
    from signin.services import meetings

    found = []
    path.unlink()
    qtbot.waitUntil(path.exists, timeout=3000)
    read = partial(meetings.one, named="e1")
    program.reader.do(read, found.append, looks=True, keep_trying=True)  # the file is there before it is whole
    qtbot.waitUntil(lambda: len(found) == 1, timeout=3000)
    assert not program.reader.desk.store.has_lost_its_name


def test_while_another_file_has_its_name_nothing_is_green_and_it_is_red_above_every_screen(
    program, path, code, verdict, qtbot
):
    from signin.domain.verdict import Tone

    path.rename(path.with_name("other.db"))
    path.write_bytes(b"somebody's")
    qtbot.waitUntil(program.window.warning.isVisible, timeout=3000)
    assert program.window.warning.property("ink") == Tone.STOP.value
    strikes(code, 1)
    qtbot.waitUntil(lambda: verdict().tone is Tone.STOP)
    assert verdict().name == ""
    assert path.read_bytes() == b"somebody's"
    path.unlink()
    qtbot.waitUntil(lambda: verdict().tone is Tone.GO, timeout=3000)
    assert verdicts(path) == ["Admitted"]
    qtbot.waitUntil(lambda: program.watching.trouble is None, timeout=3000)
    assert program.window.warning.property("ink") != Tone.STOP.value


def test_a_store_that_is_put_back_takes_the_warning_away(program, path, qtbot):
    path.rename(path.with_name("other.db"))
    path.write_bytes(b"somebody's")
    qtbot.waitUntil(program.window.warning.isVisible, timeout=3000)
    path.with_name("other.db").replace(path)
    qtbot.waitUntil(lambda: not program.window.warning.isVisible(), timeout=3000)


def test_a_store_deleted_the_moment_before_closing_is_written_back(program, path, scan):
    program.watching._timer.stop()
    scan(1)
    path.unlink()
    program.end()
    assert verdicts(path) == ["Admitted"]
