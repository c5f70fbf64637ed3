"""What is said above every screen, and copies of the store, through the whole window."""

import pytest

from desk.scanner.typing import open_and_focus, pause, scan_keys, strike


def test_a_scan_before_an_event_is_open_says_to_open_one(meeting, clock, qtbot, code):
    import time

    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True)
    made = Program(made_window(settings), settings, store=meeting.store.path, clock=clock, seconds=time.monotonic)
    made.begin()
    open_and_focus(made.window)
    strike(scan_keys(code(1)))
    qtbot.waitUntil(made.window.warning.isVisible)
    made.open_event("e1")
    qtbot.waitUntil(lambda: made.reception is not None)
    assert not made.window.warning.isVisible()
    made.end()
    made.window.hide()
    made.window.deleteLater()
    pause(10)


@pytest.mark.parametrize("language", ["lo", "en"])
def test_nothing_of_the_events_page_is_cut_under_a_warning_in_the_smallest_window(
    program, press, qtbot, code, language
):
    from PySide6.QtWidgets import QPushButton

    from signin.desk.letters.label import LaoLabel

    program.voice.speak(language)
    program.door.close()
    press("Ctrl+2", "Ctrl+T")
    page = program.window.screens.currentWidget()
    qtbot.waitUntil(page.sample_card.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: page.list.events.rowCount() == 2, timeout=5000)
    strike(scan_keys(code(1)))
    qtbot.waitUntil(program.window.warning.isVisible)
    pause(50)
    assert (program.window.width(), program.window.height()) == (1280, 720)
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 5
    assert [one.text() for one in buttons if one.height() < one.sizeHint().height()] == []
    labels = [one for one in page.findChildren(LaoLabel) if one.isVisible()]
    assert len(labels) == 5
    assert [one.text() for one in labels if one.is_elided() or one.height() < one.block().height] == []
    assert page.list.visualRect(page.list.currentIndex()).height() <= page.list.viewport().height()


@pytest.mark.parametrize("text", [b"colour = 1\n", b"desk = \n", b"\xff\xfe\x00"])
def test_settings_that_cannot_be_read_are_kept_aside_and_the_usual_ones_are_taken(text):
    from signin import bootstrap

    path = bootstrap.settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    settings, trouble = bootstrap.settings_or_usual()
    assert settings.language == "lo"
    assert "settings" in str(trouble)
    assert path.with_name("settings.toml.unreadable").read_bytes() == text
    assert bootstrap.settings_or_usual()[1] is None


def test_the_store_is_copied_while_the_door_is_open(program, meeting, qtbot, scan):
    from signin.store import Store, backup, scans

    scan(1)
    program.keeping.keep()
    qtbot.waitUntil(lambda: backup.newest_good(meeting.store.path) is not None)
    with Store(backup.newest_good(meeting.store.path)) as kept, kept.read() as tx:
        assert [one.verdict for one in scans.of_event(tx, "e1")] == ["Admitted"]


def test_a_copy_that_cannot_be_made_is_told_and_the_door_stays_open(program, qtbot, scan, monkeypatch):
    from signin.store import backup

    monkeypatch.setattr(backup, "is_good", lambda _: False)
    program.keeping.keep()
    qtbot.waitUntil(program.window.warning.isVisible)
    scan(1)


def test_what_a_page_asked_for_and_was_left_before_it_failed_is_told_above_every_screen(
    program, press, qtbot, monkeypatch
):
    import threading

    from signin.desk.work.late import ask_for
    from signin.services.failures import NameMissing

    gate = threading.Event()

    def fail(_desk):
        gate.wait(5)
        raise NameMissing

    press("Ctrl+2")
    page = program.window.screens.currentWidget()
    ask_for(page, program.writer, fail, pytest.fail, pytest.fail)
    press("Ctrl+1")
    assert program.window.screens.currentWidget() is program.screen
    gate.set()
    qtbot.waitUntil(program.window.warning.isVisible)
    assert program.voice.text(NameMissing().message) in program.window.warning.text()
