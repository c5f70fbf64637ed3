"""What happened, read, picked, checked and saved through the window."""

import csv
import sqlite3

import pytest

from desk.organiser.records.conftest import later


def settled(page, qtbot, workers):
    qtbot.waitUntil(lambda: not page.filter._wait.isActive() and not any(one.waiting for one in workers))


def test_lines_stand_newest_first_and_the_chosen_one_is_told_in_full(page, told, press):
    assert told() == [
        "Checked in: day 2, morning",
        "Place cancelled · ຕິດວຽກ",
        "Phone: – → 2099988877; Note: – → ຄົນຂັບລົດ · ໂທມາແຈ້ງ",
        "Not let in, unknown code: day 1, morning",
        "Checked in: day 1, morning",
    ]
    page.table.setFocus()
    press("Down", "Down")
    assert page.card.text().splitlines() == [
        "Phone: – → 2099988877; Note: – → ຄົນຂັບລົດ",
        *("When", "12 June 2024 08:27", "Who", "2 · ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "Desk", "ໂຕະ 2"),
        *("Kind", "Changes to people", "Why", "ໂທມາແຈ້ງ", "Phone", "2099988877", "Note", "ຄົນຂັບລົດ"),
    ]
    press("Up")
    assert "Expected → Cancelled" in page.card.text()


def test_the_language_can_change_while_lines_are_shown(page, told, voice):
    voice.speak("lo")
    assert told()[0] == "ລົງທະບຽນ: ມື້ທີ 2, ພາກເຊົ້າ"
    assert "13 ມິຖຸນາ 2024 08:29" in page.card.text()
    assert page.check.text() == page.voice.text("Check the record") != "Check the record"


def test_a_kind_is_chosen_with_the_arrows(page, told, press, qtbot, workers):
    page.filter.kinds.segments[page.filter.kinds.value].setFocus()
    press("Right", "Right")
    settled(page, qtbot, workers)
    assert told() == ["Not let in, unknown code: day 1, morning"]
    press("Right")
    settled(page, qtbot, workers)
    assert told() == []
    assert page.notice.text() == "No line fits. Ask for less."


def test_a_name_a_desk_and_a_day_are_typed(page, told, press, write, qtbot, workers):
    page.table.setFocus()
    press("Ctrl+F")
    write("ພອນທິບ")
    qtbot.waitUntil(lambda: len(told()) == 2, timeout=5000)
    press("Tab")
    write("ໂຕະ")
    settled(page, qtbot, workers)
    assert page.filter.desk.complaint is not None
    press("Down", "Down", "Return")
    qtbot.waitUntil(lambda: len(told()) == 1, timeout=5000)
    assert page.filter.desk.text() == "ໂຕະ 2"
    page.filter.desk.set_text("")
    page.filter.text.set_text("")
    page.filter.day.edit.setFocus()
    write("13/6/2024")
    qtbot.waitUntil(lambda: told() == ["Checked in: day 2, morning"], timeout=5000)
    page.filter.day.set_text("31/6/2024")
    settled(page, qtbot, workers)
    assert str(page.filter.day.complaint) == "Write the day, such as 12/6/2024."


def test_more_lines_come_when_somebody_scrolls_to_the_end(page, told, meeting, monkeypatch, qtbot, press, click):
    from signin.desk.organiser.records import page as page_module
    from signin.services.corrections import Correction, correct
    from signin.services.history_lines import Kind

    monkeypatch.setattr(page_module, "PAGE", 30)
    for nth in range(70):
        correct(meeting, "e1", "1", Correction(note=f"ທີ {nth}"), later(10 + nth))
    click(page.filter.kinds.segments[frozenset({Kind.PERSON, Kind.CODE})])
    qtbot.waitUntil(lambda: len(told()) == 30, timeout=5000)
    page.table.setFocus()
    for count in (60, 72):
        press("Ctrl+End")
        qtbot.waitUntil(lambda count=count: len(told()) == count, timeout=5000)
    assert told()[-1].startswith("Phone")
    press("Ctrl+End")
    assert page.table.currentIndex().row() == 71


def test_a_whole_record_is_said_to_be_whole(page, press, qtbot):
    page.table.setFocus()
    press("Ctrl+K")
    qtbot.waitUntil(lambda: "whole" in page.notice.text(), timeout=5000)
    assert page.notice.text() == "All 2 records are whole: none was edited by hand, none was taken out."
    assert page.check.isEnabled()
    assert not page.progress.isVisible()


def test_a_record_edited_by_hand_is_named_and_can_be_copied(page, meeting, click, press, qtbot, qapp):
    with sqlite3.connect(meeting.store.path) as other:
        other.execute("UPDATE record SET reason = 'ບໍ່ມີ' WHERE verb = 'cancelled'")
    other.close()
    click(page.check)
    qtbot.waitUntil(lambda: "edited by hand" in page.notice.text(), timeout=5000)
    assert "12/6/2024 08:28, desk “ໂຕະ 1”, about ທ້າວ ບຸນມີ ຂຽວມະນີ" in page.notice.text()
    assert page.notice.copy_button.isVisible()
    click(page.notice.copy_button)
    assert page.notice.text() in qapp.clipboard().text()
    assert qapp.clipboard().text().startswith("signin ")


def test_a_long_check_can_be_stopped(page, monkeypatch, click, qtbot):
    from threading import Event

    from signin.desk.organiser.records import page as page_module

    going = Event()

    def endless(_desk, tell):
        while not going.wait(0.01):
            tell(1, 2)

    monkeypatch.setattr(page_module, "check_record", endless)
    click(page.check)
    qtbot.waitUntil(lambda: page.progress.value() == 1, timeout=5000)
    assert not page.check.isEnabled()
    click(page.cancel)
    qtbot.waitUntil(lambda: page.notice.text() == "Stopped. Nothing was changed.", timeout=5000)
    assert page.check.isEnabled()


def test_what_is_shown_is_saved_as_a_table(page, press, qtbot, tmp_path, told, workers):
    from PySide6.QtWidgets import QFileDialog

    page.filter.kinds.segments[page.filter.kinds.value].setFocus()
    press("Right")
    settled(page, qtbot, workers)
    press("Ctrl+S")
    dialog = page.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "ປະຫວັດ.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: "Lines in" in page.notice.text(), timeout=5000)
    with (tmp_path / "ປະຫວັດ.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[3] for row in csv.reader(file)][1:] == told()


def test_an_event_of_which_nothing_is_known_says_so(qtbot, voice, look, workers, clock):
    from signin.desk.organiser.records.page import RecordsPage

    made = RecordsPage(voice, look, *workers, "e1", clock)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.notice.text() == "Nothing has happened yet.", timeout=5000)
    assert made.card.text() == "Choose a line to see all of it."


def test_a_page_that_was_left_is_not_answered(qtbot, voice, look, workers, clock, happened):
    from signin.desk.organiser.records.page import RecordsPage

    made = RecordsPage(voice, look, *workers, "e1", clock)
    made.show()
    made.check.click()
    made.hide()
    made.deleteLater()
    qtbot.waitUntil(lambda: not any(one.waiting for one in workers))
    qtbot.wait(100)


@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_page_looks_as_it_did(page, golden, voice, language, qtbot):
    from signin.desk.letters.label import LaoLabel

    voice.speak(language)
    words = page.card.text().splitlines()[0]
    labels = page.card.findChildren
    qtbot.waitUntil(lambda: any(one.isVisible() for one in labels(LaoLabel) if one.text() == words))
    qtbot.wait(50)  # laid out, and not only written
    golden(f"records-{language}", page)


def test_the_page_is_dark_in_the_dark(page, look):
    from signin.desk.look.tokens import DARK

    look.wear(DARK)
    picture = page.grab().toImage()
    assert picture.pixelColor(4, 4).name() == DARK.ground
    assert page.card.text()
