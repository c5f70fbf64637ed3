import time

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QPushButton, QVBoxLayout

from desk.scanner.typing import (
    CONTROL,
    PRESS,
    RELEASE,
    character_keys,
    end_keys,
    event,
    open_and_focus,
    pause,
    pressed_at,
    raw_text,
    scan_keys,
    strike,
    strike_apart,
    stroke,
)
from signin.desk.scanner.burst import PATIENT, Pace, Scan
from signin.desk.scanner.ear import Ear

LONGER_THAN_HELD, LONGER_THAN_SILENCE = 60, 120
LEFT = stroke(Qt.Key.Key_Left, "", Qt.KeyboardModifier.NoModifier, 105 + 8)
BACKSPACE = stroke(Qt.Key.Key_Backspace, "\x08", Qt.KeyboardModifier.NoModifier, 14 + 8)
ALL = stroke(Qt.Key.Key_A, "\x01", CONTROL, 30 + 8)


def by_hand(text, layout="us"):
    return [character_keys(character, layout) for character in text]


class Watch(QObject):
    def __init__(self, widget):
        super().__init__(widget)
        self.seen = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, met):  # noqa: N802 - Qt's name
        if met.type() in {PRESS, RELEASE}:
            self.seen.append((met.type() == PRESS, met.text()))
        return False


def watched(widget):
    """What presses (True) and releases (False) reach a widget."""
    return Watch(widget).seen


@pytest.mark.parametrize("caps", [False, True], ids=["", "caps"])
@pytest.mark.parametrize("layout", ["us", "lao", "thai", "fr"])
def test_a_scan_is_heard_under_every_keyboard_layout(window, scanned, code, layout, caps):
    assert caps or layout == "us" or raw_text(code, layout) != code
    strike(scan_keys(code, layout, caps=caps))
    assert scanned == [code]
    assert (window.field.text(), window.pressed) == ("", 0)


def test_signs_small_letters_and_spaces_are_heard_by_their_places(window, scanned):
    strike(scan_keys("SG1-ABCD 2345/x", "lao"))
    assert scanned == ["SG1-ABCD 2345/x"]


@pytest.mark.parametrize("layout", ["us", "lao", "thai", "fr"])
def test_where_nobody_tells_places_a_code_is_read_from_its_text(window, scanned, code, layout):
    strike(scan_keys(code, layout, coded=False))
    assert scanned == [code]


def test_a_scan_with_tab_does_not_move_the_focus(window, scanned, code):
    strike(scan_keys(code, end="tab"))
    assert scanned == [code]
    assert window.focusWidget() is window.field


def test_a_scan_without_end_is_over_in_silence(window, scanned, code, qtbot):
    strike(scan_keys(code, end="none"))
    assert scanned == []
    qtbot.waitUntil(lambda: scanned == [code], timeout=1000)
    assert window.field.text() == ""


def test_two_scans_at_once_are_two(window, scanned, code, other):
    strike([*scan_keys(code), *scan_keys(other), *scan_keys(code)])
    assert scanned == [code, other, code]
    assert window.pressed == 0


def test_half_a_scan_is_told_for_the_desk_to_ask_again(window, scanned, code, qtbot):
    strike(scan_keys(code[:9]))
    strike(scan_keys(code[:9], end="none"))
    qtbot.waitUntil(lambda: scanned == [code[:9], code[:9]], timeout=1000)
    strike(scan_keys(code[-3:]))
    assert scanned[2:] == [code[-3:]]
    assert window.field.text() == ""


def test_a_scan_never_presses_the_button_that_has_the_focus(window, scanned, code):
    window.button.setFocus()
    strike(scan_keys(code))
    strike([*scan_keys(f" {code}", end="keypad"), *end_keys("enter")])
    assert scanned == [code, f" {code}"]
    assert window.pressed == 0


def test_a_scan_while_somebody_types_leaves_what_was_typed(window, scanned, code, qtbot):
    strike_apart(by_hand("vanna"), LONGER_THAN_HELD)
    strike(scan_keys(code, "lao"))
    strike_apart(by_hand(" s"), LONGER_THAN_HELD)
    assert scanned == [code]
    assert window.field.text() == "vanna s"


def test_a_scan_while_a_dialog_is_open_is_heard_and_does_nothing_to_it(window, scanned, code, qtbot):
    dialog = QDialog(window)
    field, accept = QLineEdit(), QPushButton("accept")
    accept.setDefault(True)
    accept.clicked.connect(dialog.accept)
    QVBoxLayout(dialog).addWidget(field)
    dialog.layout().addWidget(accept)
    dialog.setModal(True)
    open_and_focus(dialog)
    strike(scan_keys(code))
    assert scanned == [code]
    assert dialog.isVisible()
    assert field.text() == ""
    strike_apart(by_hand("ok"), LONGER_THAN_HELD)
    assert field.text() == "ok"
    strike(end_keys("enter")[:1])
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_scan_while_a_list_is_open_is_heard_and_chooses_nothing(window, scanned, code, qtbot):
    box = QComboBox(window)
    box.addItems(["Apple", "Banana", "Cherry"])
    window.layout().addWidget(box)
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    strike(scan_keys(f"CB{code}"))
    assert scanned == [f"CB{code}"]
    assert QApplication.activePopupWidget() is not None
    assert box.currentText() == "Apple"
    strike(character_keys("c"))
    pause(LONGER_THAN_HELD)
    strike(end_keys("enter"))
    qtbot.waitUntil(lambda: box.currentText() == "Cherry")


def test_a_scan_while_a_menu_is_open_is_heard_and_triggers_nothing(window, scanned, code, qtbot):
    menu, triggered = QMenu(window), []
    for letter in dict.fromkeys(code):
        menu.addAction(f"&{letter}").triggered.connect(lambda *_, letter=letter: triggered.append(letter))
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    strike(scan_keys(code))
    assert (scanned, triggered) == ([code], [])
    strike(character_keys(code[0]))
    qtbot.waitUntil(lambda: triggered == [code[0]])


def test_typing_arrives_whole_and_in_order_however_fast_a_hand_rolls(window, ear, scanned, qtbot):
    for nth, strokes in enumerate(by_hand("somsanouk phommachanh")):
        strike(strokes)
        pause(10)
        if nth % 3 == 2:  # three keys in 20 ms, then a breath
            qtbot.waitUntil(lambda: not ear._burst.undecided)
    qtbot.waitUntil(lambda: window.field.text() == "somsanouk phommachanh")
    assert scanned == []


def test_presses_that_overlap_arrive_with_their_releases_in_order(window, ear, qtbot):
    seen = watched(window.field)
    rolled = [
        event(Qt.Key.Key_A, "a", scan_code=38),
        event(Qt.Key.Key_B, "b", scan_code=56),
        event(Qt.Key.Key_A, "a", scan_code=38, way=RELEASE),
        event(Qt.Key.Key_B, "b", scan_code=56, way=RELEASE),
    ]
    strike(rolled)
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert seen == [(True, "a"), (True, "b"), (False, "a"), (False, "b")]
    strike([event(Qt.Key.Key_A, "a", scan_code=38)])
    pause(LONGER_THAN_HELD)
    strike([event(Qt.Key.Key_A, "a", scan_code=38, way=RELEASE)])
    assert seen[4:] == [(True, "a"), (False, "a")]


def test_releases_of_a_scan_go_nowhere(window, ear, code):
    seen = watched(window.field)
    strike(scan_keys(code))
    assert seen == []


def test_lao_typed_as_text_arrives_unchanged(window, scanned, qtbot):
    strike_apart([stroke(0, sign) for sign in "ນ້ຳ ທີ່ ເຈົ້າ"], 40)
    qtbot.waitUntil(lambda: window.field.text() == "ນ້ຳ ທີ່ ເຈົ້າ")
    assert scanned == []


def test_lao_typed_on_a_lao_keyboard_arrives_unchanged(window, scanned, qtbot):
    strike_apart(by_hand("lkp", "lao"), 40)
    qtbot.waitUntil(lambda: window.field.text() == raw_text("lkp", "lao"))


def test_lao_from_an_input_method_passes_by_after_what_was_typed(window, ear):
    strike(character_keys("a"))
    composed = QInputMethodEvent("", [])
    composed.setCommitString("ລາວ")
    QApplication.sendEvent(window.field, composed)
    assert window.field.text() == "aລາວ"


def test_backspace_and_arrows_and_commands_keep_their_order(window, ear, qtbot):
    strike([*character_keys("a"), *character_keys("b"), *BACKSPACE])
    assert window.field.text() == "a"
    strike([*character_keys("c"), *LEFT, *character_keys("d"), *BACKSPACE, *character_keys("e")])
    qtbot.waitUntil(lambda: window.field.text() == "aec")
    strike([*character_keys("f"), *ALL, *character_keys("g")])
    qtbot.waitUntil(lambda: window.field.text() == "g")


def test_a_key_that_is_held_down_repeats_at_once(window, ear):
    strike([event(Qt.Key.Key_X, "x", scan_code=53)])
    for _ in range(3):
        strike([event(Qt.Key.Key_X, "x", scan_code=53, way=way, repeat=True) for way in (RELEASE, PRESS)])
    assert window.field.text() == "xxxx"


def test_a_hand_that_interrupts_a_scan_comes_after_it(window, ear, code):
    order = []
    ear.scanned.connect(order.append)
    window.field.textChanged.connect(order.append)
    strike([*scan_keys(code, end="none"), event(Qt.Key.Key_X, "x", scan_code=53, repeat=True)])
    assert order == [code, "x"]


def test_enter_alone_presses_at_once(window, ear):
    window.button.setFocus()
    strike(end_keys("enter")[:1])
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    pause(LONGER_THAN_HELD)
    assert window.pressed >= 1


def test_space_presses_the_button_that_has_the_focus_once(window, ear, qtbot):
    window.button.setFocus()
    strike(character_keys(" "))
    qtbot.waitUntil(lambda: window.pressed == 1)


def test_a_shortcut_comes_after_what_was_typed_before_it(window, ear, qtbot):
    seen = []
    shortcut = QShortcut(QKeySequence("Ctrl+K"), window)
    shortcut.activated.connect(lambda: seen.append(window.field.text()))
    strike(character_keys("a"))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, CONTROL)
    assert seen == ["a"]


def test_letters_of_a_scan_are_no_shortcuts(window, scanned, code, qtbot):
    triggered = []
    for key in (*"ABCDEF", "Return"):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda key=key: triggered.append(key))
    for letter in "ABCDEF":
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(letter)))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert (triggered, [text.upper() for text in scanned]) == ([], ["ABCDEF"])
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)  # the second end of a scanner that sends two
    assert triggered == []


def test_while_the_ear_does_not_listen_scans_are_still_taken_and_seen(window, ear, scanned, code):
    heard = []
    ear.heard.connect(heard.append)
    ear.listen(False)
    strike(scan_keys(code, "lao"))
    assert (scanned, window.field.text()) == ([], "")
    (scan,) = heard
    assert isinstance(scan, Scan)
    assert (scan.text, scan.raw) == (code, raw_text(code, "lao"))
    ear.listen(True)
    strike(scan_keys(code))
    assert scanned == [code]


def test_typed_letters_can_be_sent_elsewhere_and_what_follows_goes_with_them(window, ear, qtbot):
    def to_search(_event, receiver):
        return receiver if isinstance(receiver, QLineEdit) else window.second

    ear.redirect = to_search
    window.button.setFocus()
    strike([*character_keys("a"), *character_keys("b"), *end_keys("enter")])
    assert window.second.text() == "ab"
    assert window.pressed == 0
    window.field.setFocus()
    strike_apart([character_keys("c")], LONGER_THAN_HELD)
    assert window.field.text() == "c"


def test_what_was_held_for_a_widget_that_is_gone_goes_to_the_focus(window, ear, qtbot):
    gone = QLineEdit(window)
    window.layout().addWidget(gone)
    gone.show()
    gone.setFocus()
    assert gone.hasFocus()
    strike(character_keys("a"))
    window.field.setFocus()
    gone.deleteLater()
    qtbot.waitUntil(lambda: window.field.text() == "a")


def test_a_dialog_opened_by_a_key_hears_scans(window, scanned, code, qtbot):
    def open_dialog():
        dialog = QDialog(window)
        QVBoxLayout(dialog).addWidget(QLineEdit())
        open_and_focus(dialog)
        strike(scan_keys(code))  # inside of the key's own event, as in a dialog that waits
        dialog.close()

    window.button.clicked.disconnect()
    window.button.clicked.connect(open_dialog)
    window.button.setFocus()
    strike(character_keys(" "))
    qtbot.waitUntil(lambda: scanned == [code])


def test_an_ear_that_was_stopped_gives_back_what_it_held_and_hears_no_more(window, ear, scanned, code):
    strike(character_keys("a"))
    ear.stop()
    assert window.field.text() == "a"
    strike(scan_keys(code))
    assert (scanned, window.field.text()) == ([], "a" + code)


class Clock:
    def __init__(self):
        self.now = 50.0

    def __call__(self):
        return self.now


def test_a_scan_that_waits_behind_a_busy_window_stays_whole(window, qapp, code, qtbot):
    clock, told = Clock(), []
    ear = Ear(clock)
    ear.scanned.connect(told.append)
    keys = scan_keys(code)
    strike(keys[:2])
    clock.now += 0.5
    time.sleep(0.05)  # the window is busy: the timer is due, and keys wait
    strike(keys[2:])
    ear.stop()
    assert told == [code]
    assert window.field.text() == ""


def test_a_timer_that_is_late_lets_waiting_keys_come_first(window, qapp, code, qtbot):
    clock, told = Clock(), []
    ear = Ear(clock)
    ear.scanned.connect(told.append)
    keys = scan_keys(code)
    strike(keys[:2])
    clock.now += 0.5
    ear._fall_silent()
    strike(keys[2:])
    assert told == [code]
    strike(character_keys("a"))
    clock.now += 0.5
    qtbot.waitUntil(lambda: window.field.text() == "a")
    ear.stop()


def test_the_ear_gets_used_to_a_slow_scanner(window, ear, scanned, code):
    ear.keep_pace(PATIENT)
    assert ear.pace is PATIENT
    strike_apart([scan_keys(letter, end="none") for letter in code], 45)
    strike(end_keys("enter"))
    assert scanned == [code]
    assert window.field.text() == ""


def test_keys_pressed_apart_are_typing_however_late_and_together_they_come(window, ear, scanned, qtbot):
    strike(pressed_at([*by_hand("somsanouk"), end_keys("enter")], 120))
    assert window.field.text() == "somsanouk"
    strike(pressed_at(by_hand(" d"), 1500, start=1_010_000))
    qtbot.waitUntil(lambda: window.field.text() == "somsanouk d")
    assert scanned == []


def test_a_scan_that_comes_late_is_whole_and_what_was_typed_before_it_stays(window, ear, scanned, code, qtbot):
    strike(pressed_at(by_hand("som"), 120))
    strike(pressed_at([scan_keys(letter, end="none") for letter in code], 4, start=1_000_500))
    time.sleep(0.05)
    strike(pressed_at([end_keys("enter")], 0, start=1_000_580))
    assert (scanned, window.field.text()) == ([code], "som")


def test_a_key_that_comes_late_waits_for_those_behind_it(window, qapp, code):
    clock, told = Clock(), []
    ear = Ear(clock)
    ear.scanned.connect(told.append)
    strokes = [*(character_keys(letter) for letter in code), end_keys("enter")]
    keys = pressed_at(strokes, 20)
    strike(keys[:2])
    clock.now += 5.02
    strike(keys[2:4])
    assert ear._silence.remainingTime() >= 30
    ear._fall_silent()
    assert window.field.text() == ""
    strike(keys[4:])
    ear.stop()
    assert told == [code]


def test_a_platform_whose_time_begins_anew_costs_no_key(window, ear, scanned, code, qtbot):
    strike(pressed_at([scan_keys(letter, end="none") for letter in code[:9]], 4, start=2**32 - 40))
    strike(pressed_at([*(scan_keys(letter, end="none") for letter in code[9:]), end_keys("enter")], 4, start=1))
    assert scanned == [code]
    strike_apart([pressed_at([stroke], 0, start=500) for stroke in by_hand("a")], LONGER_THAN_HELD)
    assert window.field.text() == "a"


def test_at_the_pace_of_a_slow_scanner_a_fast_hand_writes_into_its_field(window, ear, scanned, code, qtbot):
    ear.keep_pace(Pace(0.080, 0.160, 14))
    strike(pressed_at(by_hand("somsanouk phommachanh"), 70))
    qtbot.waitUntil(lambda: window.field.text() == "somsanouk phommachanh")
    window.button.setFocus()
    strike(pressed_at([*by_hand(code), end_keys("enter")], 70, start=1_100_000))
    assert (scanned, window.pressed) == ([code], 0)


def test_where_scanners_are_tried_text_fields_keep_what_is_typed(window, ear, scanned, code, qtbot):
    heard = []
    ear.heard.connect(heard.append)
    ear.listen(False)
    strike(pressed_at(by_hand("somsanouk" + code), 100))
    assert window.field.text() == "somsanouk" + code[:-1]
    window.button.setFocus()
    strike(pressed_at([*by_hand(code), end_keys("enter")], 100, start=1_100_000))
    assert [scan.text for scan in heard] == [code]
    ear.listen(True)
    strike(pressed_at(by_hand("abcdef"), 100, start=1_200_000))
    assert (len(heard), scanned) == (1, [])
