"""What is seen of the window: nothing cut off where it is smallest, and no way that leads nowhere."""

FAST, SLOW = 5, 60
"""Milliseconds a key."""


def test_no_input_of_the_settings_is_cut_in_the_smallest_window(program, qtbot):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    from signin.desk.settings_page import SettingsPage

    program.show_settings()
    page = program.window.screens.currentWidget()
    qtbot.waitExposed(program.window)
    assert isinstance(page, SettingsPage)
    assert (program.window.width(), program.window.height()) == (1280, 720)
    for section in page.sections:
        page.show_section(section)
        qtbot.wait(20)
        inputs = [*page.findChildren(QLineEdit), *page.findChildren(QAbstractButton)]
        shown = [one for one in inputs if one.isVisible()]
        assert len(shown) >= 7
        assert [one for one in shown if one.visibleRegion().boundingRect() != one.rect()] == []


def needed(label):
    """The height of all its lines."""
    return max(label.heightForWidth(label.width()), label.minimumSizeHint().height())


def test_what_a_scanners_trial_tells_is_never_clipped_in_the_smallest_window(program, press, qtbot, code):
    from desk.scanner.typing import character_keys, end_keys, pressed_at, strike
    from signin.desk.letters.label import LaoLabel
    from signin.desk.scanner.burst import Pace

    program.ear.keep_pace(Pace(0.070, 0.140, 14))
    program.show_settings()
    page = program.window.screens.currentWidget()
    page.show_section(page.trial)
    for nth, (text, gap) in enumerate(((code(1), SLOW), ("8851234567890" * 4, FAST), (code(2), FAST)), start=1):
        ended = [end_keys("enter")] if gap == FAST else []
        strike(pressed_at([*map(character_keys, text), *ended], gap, nth * 1_000_000))
        qtbot.waitUntil(lambda text=text: page.trial.scanner.told.text().startswith(text[:18]), timeout=5000)
        for language in ("lo", "en"):
            program.voice.speak(language)
            labels = [one for one in page.findChildren(LaoLabel) if one.isVisible() and one.text()]
            assert len(labels) > 15
            qtbot.waitUntil(
                lambda told=labels: not [one for one in told if one.height() < needed(one)], timeout=3000
            )
            assert page.trial.scanner.width() <= page.trial.scanner.parentWidget().width()
    assert (program.window.width(), program.window.height()) == (1280, 720)


def test_an_unknown_code_stands_first_among_the_recent_scans(program, scan, screen, qtbot):
    scan(1)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 1, timeout=5000)
    qtbot.waitUntil(lambda: not program.reception.sight._telling_recent.isActive(), timeout=5000)
    scan("8851234567890")
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 2, timeout=5000)
    assert screen.recent.scans.title(screen.recent.scans.scan(0)) == "ບໍ່ຮູ້ຈັກລະຫັດ"


def test_before_the_first_scan_the_recent_scans_say_that_there_is_none(scan, screen, qtbot):
    assert screen.recent.none_yet.isVisible()
    assert not screen.recent.list.isVisible()
    scan(1)
    qtbot.waitUntil(screen.recent.list.isVisible, timeout=5000)
    assert not screen.recent.none_yet.isVisible()


def test_a_door_that_notes_who_leaves_looks_another(program, screen, press):
    from dataclasses import replace

    from signin.domain.event import Mode

    place = program.reception.place
    place.choose(replace(place.session, mode=Mode.IN_OUT))
    assert not screen.verdict.face.leaving
    press("F7")
    assert screen.verdict.face.leaving
    press("F7")
    assert not screen.verdict.face.leaving


def test_without_a_store_nobody_goes_where_one_is_needed(qtbot, tmp_path, press):
    from desk.scanner.typing import open_and_focus
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.desk.start.trouble_page import TroublePage
    from signin.exchange.settings_file import Settings

    damaged = tmp_path / "signin.db"
    damaged.write_bytes(b"no store at all" * 500)
    settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True)
    made = Program(made_window(settings), settings, store=damaged)
    try:
        made.begin()
        open_and_focus(made.window)
        page = made.window.screens.currentWidget()
        assert isinstance(page, TroublePage)
        assert page.retry.hasFocus()
        press("Ctrl+2", "Ctrl+,")
        assert made.window.screens.currentWidget() is page
        damaged.unlink()
        press("Return")
        assert made.writer is not None
        assert not isinstance(made.window.screens.currentWidget(), TroublePage)
        press("Ctrl+,")
        assert made.window.screens.currentWidget().voice.text("Settings") == "ຕັ້ງຄ່າ"
    finally:
        made.end()
        made.window.close()
        made.window.deleteLater()


def test_escape_goes_back_to_the_door_from_a_panel_a_search_and_from_leaving(program, screen, press, write):
    from dataclasses import replace

    from signin.domain.event import Mode
    from signin.domain.scan import Direction

    place = program.reception.place
    place.choose(replace(place.session, mode=Mode.IN_OUT))
    press("F7", "F6")
    assert screen.panel is not None
    press("Esc")
    assert screen.panel is None
    write("12")
    press("Esc")
    assert screen.search.text() == ""
    assert place.direction is Direction.OUT
    press("Esc")
    assert place.direction is Direction.IN
    assert screen.search.hasFocus()
