"""A store that is no good: the window offers its newest good backup, and brings it back."""

import pytest

from desk.scanner.typing import open_and_focus, pause


@pytest.fixture
def kept(meeting):
    """The small meeting's store, let go of, with a good backup beside it: gives the store's path."""
    from signin.store import backup

    meeting.store.close()
    backup.beside(meeting.store.path, "good")
    return meeting.store.path


@pytest.fixture
def start(clock, qtbot):
    """Start the program on a store: start(path)."""
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    made = []

    def started(path):
        settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True, last_event="e1", language="en")
        program = Program(made_window(settings), settings, store=path, clock=clock)
        made.append(program)
        program.begin()
        open_and_focus(program.window)
        return program

    yield started
    for program in made:
        program.end()
        program.window.hide()
        program.window.deleteLater()
        program.deleteLater()
    pause(1)


@pytest.fixture
def page(start):
    """The page that is shown in trouble, of a program started on a store: page(path) gives both."""
    from signin.desk.start.trouble_page import TroublePage

    def shown(path):
        program = start(path)
        page = program.window.screens.currentWidget()
        assert isinstance(page, TroublePage)
        return program, page

    return shown


@pytest.mark.parametrize("content", [b"", b"noise" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_enter_brings_the_newest_backup_back_and_the_door_opens(kept, page, press, qtbot, content):
    kept.write_bytes(content)
    program, shown = page(kept)
    assert "moved to" in shown.reason.text()
    assert shown.reason.height() >= shown.reason.heightForWidth(shown.reason.width())  # all of it is read
    assert shown.restore.hasFocus()
    press("Return")
    qtbot.waitUntil(lambda: program.screen is not None and len(program.reception.index) == 3, timeout=5000)
    assert kept.with_name("signin.db.damaged-1").read_bytes() == content


def test_a_store_that_is_gone_is_brought_back_by_the_mouse(kept, page, qtbot):
    from PySide6.QtCore import Qt

    kept.unlink()
    program, shown = page(kept)
    assert "not there any more" in shown.reason.text()
    assert "Bring back" in shown.restore.accessibleName()
    qtbot.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.screen is not None and len(program.reception.index) == 3, timeout=5000)


def test_one_may_begin_with_an_empty_store_and_the_backup_stays(kept, page, press, qtbot):
    kept.write_bytes(b"noise" * 1000)
    program, shown = page(kept)
    press("Tab")
    assert shown.retry.hasFocus()
    press("Return")
    assert program.writer is not None
    assert len(list(kept.parent.glob("*.backup"))) == 1
    assert kept.with_name("signin.db.damaged-1").read_bytes() == b"noise" * 1000


def test_without_a_good_backup_none_is_offered(kept, page, monkeypatch):
    from signin import bootstrap

    for copy in kept.parent.glob("*.backup"):
        copy.unlink()
    monkeypatch.setattr(bootstrap, "default_store", lambda: kept)
    kept.write_bytes(b"noise" * 1000)
    program, shown = page(None)
    assert shown.restore is None
    assert shown.retry.hasFocus()
    assert "Begin" in shown.retry.accessibleName()
    shown.enter()
    assert program.writer is not None


def test_an_own_empty_store_without_a_backup_is_begun_anew_and_said(kept, start, monkeypatch):
    import os

    from signin import bootstrap

    for copy in kept.parent.glob("*.backup"):
        copy.unlink()
    monkeypatch.setattr(bootstrap, "default_store", lambda: kept)
    kept.write_bytes(b"")
    os.utime(kept, (1, 1))
    program = start(None)
    assert program.writer is not None
    assert "was empty" in program.window.warning.text()


def test_a_backup_that_cannot_be_copied_is_said_and_the_page_stays(kept, page, press, monkeypatch):
    from signin.store import backup

    kept.unlink()
    program, shown = page(kept)
    monkeypatch.setattr(backup, "is_good", lambda _: False)
    press("Return")
    assert program.writer is None
    assert "damaged" in program.window.warning.text()
    assert program.window.screens.currentWidget() is shown
