"""The door, through the whole window: real key events in, words on the screen and rows in the store out."""

import pytest

from desk.scanner.typing import pause, scan_keys, strike
from signin.domain.verdict import Admitted, AlreadyIn, Tone, UnknownCode, Unreadable


@pytest.mark.parametrize("layout", ["us", "lao", "thai", "fr"])
@pytest.mark.parametrize("end", ["enter", "tab", "none"])
def test_a_badge_is_answered_whatever_the_keyboard_layout_and_however_the_scan_ends(
    scan, verdict, stored, layout, end
):
    answer = scan(2, layout, end)
    assert isinstance(answer.verdict, Admitted)
    assert (verdict().tone, verdict().name, verdict().prefix) == (Tone.GO, "ພອນທິບ ເຈົ້າໄຊ", "ທ່ານ ນ.")
    assert verdict().attention == "ຂໍພົບປະທານກ່ອນ"
    assert stored() == [(2, "Admitted", "qr")]


def test_caps_lock_changes_nothing(scan, stored):
    scan(1, "us", caps=True)
    scan(3, "fr", caps=True)
    assert stored() == [(1, "Admitted", "qr"), (3, "Admitted", "qr")]


def test_a_second_scan_tells_since_when_and_at_which_desk(scan, clock, verdict, screen):
    scan(1)
    clock.set(8, 40)
    answer = scan(1)
    assert isinstance(answer.verdict, AlreadyIn)
    assert screen.voice.text(verdict().told) == "ມາແລ້ວ ເວລາ 08:24, ຢູ່ “ໂຕະ 1”"
    assert verdict().tone is Tone.LOOK


def test_the_same_badge_within_two_seconds_is_one_scan(scan, stored):
    scan(1)
    assert isinstance(scan(1).verdict, Admitted)
    assert stored() == [(1, "Admitted", "qr")]


def test_two_quick_scans_do_not_join(program, qtbot, code, stored):
    strike(scan_keys(code(1)) + scan_keys(code(3), "lao"))
    qtbot.waitUntil(lambda: len(stored()) == 2)
    assert stored() == [(1, "Admitted", "qr"), (3, "Admitted", "qr")]


def test_half_a_scan_asks_to_scan_again_and_the_next_is_answered(scan, code, verdict, stored):
    answer = scan(code(1)[:11])
    assert isinstance(answer.verdict, Unreadable)
    assert verdict().tone is Tone.STOP
    scan(1)
    assert [row[1] for row in stored()] == ["Unreadable", "Admitted"]


def test_four_kilobytes_of_garbage_are_an_unknown_code_and_the_desk_goes_on(scan, verdict, stored):
    answer = scan("8851-Garbage." * 320)
    assert isinstance(answer.verdict, UnknownCode)
    scan(1)
    assert [row[1] for row in stored()] == ["UnknownCode", "Admitted"]


def test_nothing_of_a_scan_lands_in_the_field_where_somebody_types(scan, screen, write, stored):
    screen.search.setFocus()
    write("12")
    assert screen.search.text() == "12"
    scan(1, "lao")
    assert screen.search.text() == "12"
    write("3")
    assert screen.search.text() == "123"
    assert stored() == [(1, "Admitted", "qr")]


def test_a_scan_is_answered_while_a_dialog_is_open(scan, program, qtbot, stored):
    from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

    from desk.scanner.typing import open_and_focus

    dialog = QDialog(program.window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(True)
    qtbot.addWidget(dialog)
    open_and_focus(dialog)
    field.setFocus()
    scan(3)
    assert field.text() == ""
    assert dialog.isVisible()
    assert stored() == [(3, "Admitted", "qr")]


def test_a_scan_is_answered_while_a_panel_is_open_and_what_was_typed_there_stays(
    scan, screen, press, write, stored
):
    press("F2")
    panel = screen.panel
    write("abc")
    scan(1)
    assert screen.panel is panel
    assert panel.name.text() == "abc"
    assert stored() == [(1, "Admitted", "qr")]


def test_a_scan_is_answered_while_a_roster_is_imported(scan, program, meeting, stored, qtbot, tmp_path):
    import xlsxwriter

    from signin.exchange.roster import read_roster
    from signin.services import rosters

    book = xlsxwriter.Workbook(str(tmp_path / "people.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ"])
    for row in range(1, 3001):
        sheet.write_row(row, 0, [row + 3, f"ຄົນທີ {row} ທົດລອງ"])
    book.close()
    reading = read_roster(tmp_path / "people.xlsx")
    done = []
    program.writer.do(lambda desk: rosters.import_roster(desk, "e1", reading, program.clock()), done.append)
    answer = scan(1)
    assert isinstance(answer.verdict, Admitted)
    qtbot.waitUntil(lambda: bool(done))
    assert stored() == [(1, "Admitted", "qr")]


def test_the_word_and_the_shape_stay_when_the_colour_goes(scan, screen):
    scan(1)
    assert not screen.verdict.is_quiet
    screen.verdict.go_quiet()
    assert screen.verdict.is_quiet
    assert screen.verdict.face.name == "ວັນໄຊ ອິນທະວົງ"


def test_green_comes_only_after_commit_and_a_stalled_disk_is_told(
    program, screen, code, qtbot, verdict, stored, monkeypatch
):
    """The disk takes three seconds: the window says "saving", stays alive, and turns green when it is on disk."""
    import threading

    from signin.store import engine

    gate, real = threading.Event(), engine._commit
    told = []

    def slow(connection):
        gate.wait(5)
        real(connection)
        told.append(stored())

    monkeypatch.setattr(engine, "_commit", slow)
    saying = []
    program.writer.saving.connect(lambda: saying.append(True))
    strike(scan_keys(code(1)))
    qtbot.waitUntil(lambda: saying == [True])
    assert verdict().tone is None
    beats = []
    from PySide6.QtCore import QTimer

    beat = QTimer(interval=10)
    beat.timeout.connect(lambda: beats.append(1))
    beat.start()
    pause(400)
    assert len(beats) > 10, "the window was held up"
    gate.set()
    qtbot.waitUntil(lambda: verdict().tone is Tone.GO)
    assert told[0] == [(1, "Admitted", "qr")], "green before the commit"


def test_a_full_disk_says_not_saved_and_saves_by_itself_when_there_is_room(
    program, screen, scan, code, qtbot, verdict, stored, monkeypatch
):
    from signin.desk.work import store_worker
    from signin.store import engine
    from signin.store.failures import StoreFull

    monkeypatch.setattr(store_worker, "AGAIN_SECONDS", 0.05)
    real, full = engine._commit, [True]

    def commit(connection):
        if full[0]:
            engine._roll_back(connection)
            raise StoreFull
        real(connection)

    monkeypatch.setattr(engine, "_commit", commit)
    strike(scan_keys(code(1)))
    qtbot.waitUntil(lambda: screen.voice.text(verdict().word) == "ຍັງບໍ່ໄດ້ບັນທຶກ")
    assert verdict().tone is Tone.STOP
    strike(scan_keys(code(3)))
    pause(150)
    assert stored() == []
    full[0] = False
    qtbot.waitUntil(lambda: len(stored()) == 2)
    qtbot.waitUntil(lambda: verdict().tone is Tone.GO)
    assert stored() == [(1, "Admitted", "qr"), (3, "Admitted", "qr")]
