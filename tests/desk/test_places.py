"""Going from place to place by the rail, and what follows through the whole window."""

from desk.scanner.typing import pause


def current(program):
    return type(program.window.screens.currentWidget()).__name__


def test_every_place_is_reached_by_its_key_and_a_scan_is_answered_over_any_of_them(program, press, scan, stored):
    for key, name in (("Ctrl+4", "DocumentsPage"), ("Ctrl+,", "SettingsPage"), ("Ctrl+2", "EventPage")):
        press(key)
        assert current(program) == name
    press("Ctrl+1")
    assert current(program) == "ReceptionScreen"
    press("Ctrl+4")
    scan(1)
    assert current(program) == "DocumentsPage"
    assert program.door._banner.isVisible()
    assert program.door._banner.face.name == "ວັນໄຊ ອິນທະວົງ"
    assert stored() == [(1, "Admitted", "qr")]
    press("Ctrl+1")
    assert program.screen.verdict.face.name == "ວັນໄຊ ອິນທະວົງ"


def test_what_is_said_of_a_scan_lies_over_no_button_of_a_page_and_is_closed_by_esc_or_a_click(
    program, press, scan, qtbot
):
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtWidgets import QPushButton
    from shiboken6 import isValid

    window = program.window
    for key in ("Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7"):
        press(key)
        scan(1)
        pause(50)
        page, banner = window.screens.currentWidget(), program.door._banner
        buttons = [one for one in page.findChildren(QPushButton) if isValid(one) and one.isVisible()]
        places = [QRect(one.mapTo(window, one.rect().topLeft()), one.size()) for one in buttons]
        assert places
        assert not [one for one in places if one.intersects(banner.geometry())], key
        press("Escape")
        assert not banner.isVisible()
        assert window.screens.currentWidget() is page
    scan(2)
    qtbot.waitUntil(program.door._banner.isVisible)
    qtbot.mouseClick(program.door._banner, Qt.MouseButton.RightButton)
    assert not program.door._banner.isVisible()


def test_what_is_typed_into_a_new_event_outlives_a_scan(program, press, write, scan, qtbot):
    press("Ctrl+2", "Ctrl+N")
    page = program.window.screens.currentWidget()
    page.form.fields["title"].setFocus()
    write("abc")
    scan(1)
    assert program.window.screens.currentWidget() is page
    assert page.form.fields["title"].text() == "abc"


def test_the_scanner_is_tried_in_the_settings_without_checking_anybody_in(program, press, code, stored):
    from desk.scanner.typing import scan_keys, strike

    press("Ctrl+,", "Down")
    strike(scan_keys(code(1), "lao"))
    pause(200)
    assert code(1) in program.window.screens.currentWidget().trial.scanner.told.text()
    assert stored() == []


def test_language_and_theme_and_sound_change_at_once_and_are_kept(program, press, screen):
    from signin import bootstrap

    press("Ctrl+L")
    assert screen.voice.language == "en"
    assert "Morning" in screen.session_bar.title.text()
    press("Ctrl+D", "Ctrl+M")
    assert screen.look.theme.dark
    kept = bootstrap.load_settings()
    assert (kept.language, kept.theme, kept.sounds) == ("en", "dark", True)
    press("Ctrl+L", "Ctrl+D", "Ctrl+M")
    assert "ພາກເຊົ້າ" in screen.session_bar.title.text()


def test_the_sign_of_the_sound_is_right_from_the_start_and_after_every_turn(program, press):
    from signin.desk.look.action_button import ActionButton

    sign = next(one for one in program.window.rail.findChildren(ActionButton) if one.key == "Ctrl+M")
    assert not program.sounds.on
    assert sign.icon_name == "sound-off"
    press("Ctrl+M")
    assert program.sounds.on
    assert sign.icon_name == "sound"
    press("Ctrl+M")
    assert sign.icon_name == "sound-off"


def test_another_name_of_the_desk_is_on_the_next_scan(program, press, scan, screen, qtbot):
    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    page.desk.name.set_text("ໂຕະ ໃຫຍ່")
    page.desk.name.edit.editingFinished.emit()
    qtbot.waitUntil(lambda: program.writer.desk.name == "ໂຕະ ໃຫຍ່")
    assert current(program) == "SettingsPage"
    press("Ctrl+1")
    assert "ໂຕະ ໃຫຍ່" in screen.session_bar._saved.text()
    assert scan(1).scan.desk == "ໂຕະ ໃຫຍ່"


def test_an_empty_name_of_the_desk_is_refused_in_place(program, press):
    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    page.desk.name.set_text("  ")
    page.desk.name.edit.editingFinished.emit()
    assert page.desk.name.complaint is not None
    assert program.kept.settings.desk == "ໂຕະ 1"


def test_help_lists_every_action_and_a_click_does_it(program, screen, press, qtbot):
    from PySide6.QtCore import Qt

    press("F1")
    buttons = {button.key: button for button in screen.panel.buttons_of}
    assert {"F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"} <= set(buttons)
    qtbot.mouseClick(buttons["F6"], Qt.MouseButton.LeftButton)
    assert type(screen.panel).__name__ == "SessionPanel"
    press("Escape")
    assert screen.panel is None


def test_a_click_on_a_key_of_the_whole_window_in_the_help_does_it_too(program, screen, press, qtbot):
    from PySide6.QtCore import Qt

    before = program.kept.settings
    for key, was in (("Ctrl+D", before.theme), ("Ctrl+L", before.language), ("Ctrl+M", before.sounds)):
        press("F1")
        (button,) = (one for one in screen.panel.buttons_of if one.key == key)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert screen.panel is None
        now = program.kept.settings
        assert {"Ctrl+D": now.theme, "Ctrl+L": now.language, "Ctrl+M": now.sounds}[key] != was


def test_the_help_goes_to_the_session_on_offer(program, screen, press, qtbot, clock):
    from PySide6.QtCore import Qt

    program.reception.place.choose(program.reception.sessions[0])
    clock.set(12, 45)
    program.reception.tick()
    press("F1")
    (button,) = (one for one in screen.panel.buttons_of if one.key == "Ctrl+G")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.reception.session.key == "day1-pm"


def test_a_slow_scanners_pace_is_kept_until_the_usual_one_is_wanted_again(program, press, code, qtbot):
    from desk.scanner.typing import character_keys, pressed_at, strike
    from signin import bootstrap
    from signin.desk.pages import pace_of
    from signin.desk.scanner.burst import USUAL

    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    page.show_section(page.trial)
    strike(pressed_at([character_keys(letter) for letter in code(1)], 60))
    qtbot.waitUntil(page.trial.scanner.use.isVisible, timeout=5000)
    page.trial.scanner.use.click()
    kept = bootstrap.load_settings().scanner_pace
    assert pace_of(kept) == program.ear.pace != USUAL
    page.trial.scanner.usual.click()
    assert (bootstrap.load_settings().scanner_pace, program.ear.pace) == (None, USUAL)
    assert pace_of((0.12, 0.24, 14)) == USUAL


def test_the_settings_follow_the_switches_of_the_rail(program, press):
    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    kept = []
    page.changed.connect(kept.append)
    assert (page.desk.language.value, page.desk.theme.value, page.desk.sounds.value) == ("lo", "light", False)
    press("Ctrl+L", "Ctrl+D", "Ctrl+M")
    assert (page.desk.language.value, page.desk.theme.value, page.desk.sounds.value) == ("en", "dark", True)
    assert kept == []
    press("Ctrl+1", "Ctrl+L")
    assert program.kept.settings.language == "lo"


def test_the_name_of_the_desk_is_typed_where_a_scanner_is_tried(program, press, qtbot):
    from desk.scanner.typing import character_keys, end_keys, pressed_at, strike

    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    assert page.list.focusProxy().hasFocus()
    page.desk.name.edit.setFocus()
    page.desk.name.edit.selectAll()
    strike(pressed_at([*map(character_keys, "reception north"), end_keys("enter")], 100))
    qtbot.waitUntil(lambda: program.kept.settings.desk == "reception north", timeout=5000)
    assert page.trial.scanner.told.text() == ""
