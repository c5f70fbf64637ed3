"""The gate before the organiser's side, by keyboard, by mouse, and while badges are scanned."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desk.scanner.typing import FRENCH, LAO, THAI, character_keys, pause, strike, stroke

KEYS = "1234567890"


def places(program):
    """Every place of the rail with its button, but those for everybody."""
    buttons = list(program.window.rail._places.buttons())
    return [
        one for one in buttons if one not in (program.places.door, program.places.events, program.places.settings)
    ]


def test_without_a_pin_everything_is_open(begun, press, recorded):
    program = begun(pin="")
    for button in places(program):
        button.click()
        assert type(program.window.screens.currentWidget()).__name__ not in {"GatePage", "ReceptionScreen"}
    assert not program.gatekeeper._button.isVisible()
    assert recorded() == []


def test_every_place_but_the_door_the_events_and_the_settings_asks_for_the_pin(program, shown, press):
    assert len(places(program)) >= 2
    for button in places(program):
        press("Ctrl+1")
        assert shown() == "ReceptionScreen"
        button.click()
        assert shown() == "GatePage", button.text()
    press("Ctrl+2")
    assert shown() == "EventPage"
    press("Ctrl+,")
    assert shown() == "SettingsPage"


def test_a_new_event_and_a_roster_ask_for_the_pin_and_the_sample_is_not_offered(program, shown, press, tmp_path):
    press("Ctrl+2")
    assert not program.window.screens.currentWidget().sample.isVisible()
    press("Ctrl+N")
    assert shown() == "GatePage"
    press("Ctrl+2")
    (tmp_path / "roster.csv").write_text("ຊື່\nກ ຂ\n", encoding="utf-8")
    program.pages.open_roster(tmp_path / "roster.csv")
    assert shown() == "GatePage"


def test_the_right_pin_leads_where_one_was_going_and_stays_given(program, shown, press, give, recorded):
    press("Ctrl+4")
    give("2580")
    assert shown() == "DocumentsPage"
    press("Ctrl+1", "Ctrl+6")
    assert shown() == "EventDetailsPage"
    assert recorded() == ["found", "opened"]


def test_a_wrong_pin_is_told_and_recorded_and_opens_nothing(program, shown, press, give, gate, recorded):
    press("Ctrl+4")
    give("2581")
    assert shown() == "GatePage"
    assert "PIN" in gate().notice.text()
    assert gate().field.text() == ""
    assert recorded() == ["found", "wrong"]
    give("2580")
    assert shown() == "DocumentsPage"


def test_esc_goes_back_to_the_door(program, shown, press):
    press("Ctrl+4", "Escape")
    assert shown() == "ReceptionScreen"
    assert program.places.door.isChecked()


@pytest.mark.parametrize("layout", ["us", "lao", "thai", "fr"])
def test_the_upper_row_makes_digits_on_every_keyboard(program, press, write, gate, layout):
    press("Ctrl+4")
    write("1234567890", layout)
    assert gate().field.text() == KEYS
    assert {LAO[0], THAI[0], FRENCH[0]}.isdisjoint(KEYS)


def test_lao_and_thai_digits_are_digits(program, press, gate):
    press("Ctrl+4")
    for sign in "໒໕๘๐":
        strike(stroke(ord(sign), sign))
        pause(45)
    assert gate().field.text() == "2580"


def test_the_keys_at_the_right_make_digits_with_num_lock_off(program, press, gate):
    press("Ctrl+4")
    for key, scan_code in ((Qt.Key.Key_Home, 71), (Qt.Key.Key_Clear, 76), (Qt.Key.Key_Insert, 82)):
        strike(stroke(key, "", Qt.KeyboardModifier.KeypadModifier, scan_code + 8))
        pause(45)
    assert gate().field.text() == "750"


def test_letters_are_refused_in_place(program, press, write, gate):
    press("Ctrl+4")
    write("2a5")
    assert gate().field.text() == "25"
    write("x")
    assert gate().field.complaint is not None
    write("8")
    assert gate().field.complaint is None


def test_what_is_pasted_is_cleaned(program, press, gate):
    QGuiApplication.clipboard().setText(" ໒5-8 0 x")
    press("Ctrl+4", "Ctrl+V")
    assert gate().field.text() == "2580"


def test_the_pin_is_never_shown_and_cannot_be_copied(program, press, write, gate):
    press("Ctrl+4")
    write("2580")
    QGuiApplication.clipboard().setText("before")
    press("Ctrl+A", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "before"
    assert "2580" not in gate().field.edit.displayText()


def test_by_mouse_alone(program, press, gate, qtbot, shown):
    qtbot.mouseClick(places(program)[1], Qt.MouseButton.LeftButton)
    pad = gate().pad.keys
    for sign in "25899<<0":
        qtbot.mouseClick(pad[sign], Qt.MouseButton.LeftButton)
    assert gate().field.text() == "2580"
    qtbot.mouseClick(pad["C"], Qt.MouseButton.LeftButton)
    assert gate().field.text() == ""
    for sign in "2580":
        qtbot.mouseClick(pad[sign], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(gate().go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown() == "DocumentsPage", timeout=5000)


def test_digits_are_written_into_the_line_wherever_the_focus_is(program, press, write, gate):
    press("Ctrl+4")
    gate().go_on.setFocus()
    write("25")
    assert gate().field.text() == "25"


@pytest.mark.parametrize("layout", ["us", "lao"])
def test_a_scan_at_the_gate_is_answered_and_never_lands_in_the_line(
    program, press, scan, gate, shown, stored, layout
):
    press("Ctrl+4")
    strike(character_keys("2"))
    pause(60)
    scan(1, layout)
    assert shown() == "GatePage"
    assert gate().field.text() == "2"
    assert gate().field.complaint is None
    assert program.door._banner.isVisible()
    assert stored() == [(1, "Admitted", "qr")]


def test_the_whole_is_done_with_words_in_the_other_language(program, press, gate, write):
    press("Ctrl+4", "Ctrl+L")
    assert gate().go_on.text() == "Open"
    assert "2580" not in gate().path.text()
    assert gate().path.text().endswith("settings.toml")
    press("Ctrl+L")


def test_a_long_pin_has_twelve_digits_at_most(program, press, gate):
    press("Ctrl+4")
    for _ in range(14):
        QTest.mouseClick(gate().pad.keys["7"], Qt.MouseButton.LeftButton)
    assert gate().field.text() == "7" * 12
