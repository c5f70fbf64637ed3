"""Who is missing, with the phones to call them, and how many have arrived; right while people arrive."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest


@pytest.fixture
def panel(screen, press):
    press("F5")
    return screen.panel


@pytest.fixture
def shown(panel):
    return lambda: [(line.title, line.right) for line in panel.people.list.lines]


def click_line(lines, row):
    place = lines.visualRect(lines.model().index(row, 0)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_missing_stand_under_their_organisations_with_their_phones(panel, shown):
    assert shown() == [
        ("ພະແນກການເງິນ", "1"),
        ("ທ່ານ ວັນໄຊ ອິນທະວົງ", "2055500001"),
        ("ພະແນກພາຍໃນ", "2"),
        ("ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", ""),
        ("ທ້າວ ບຸນມີ ຂຽວມະນີ", ""),
    ]
    assert panel.summary.text() == "ຍັງບໍ່ມາ 3 ທ່ານ, ຍິງ 1 ທ່ານ"


def test_women_are_marked_and_told_to_those_who_cannot_see_it(panel):
    marked = {line.title: (line.icon, "ຍິງ" in line.told) for line in panel.people.list.lines}
    assert marked["ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ"] == ("women", True)
    assert marked["ທ້າວ ບຸນມີ ຂຽວມະນີ"] == ("", False)


def test_whoever_arrives_goes_and_an_organisation_without_missing_too(panel, shown, scan, qtbot):
    scan(1)
    qtbot.waitUntil(lambda: panel.summary.text() == "ຍັງບໍ່ມາ 2 ທ່ານ, ຍິງ 1 ທ່ານ")
    assert shown()[0] == ("ພະແນກພາຍໃນ", "2")


def test_a_rush_of_news_is_shown_once(panel, screen, monkeypatch, qtbot):
    from desk.scanner.typing import pause

    counted = []
    real = panel.people.list.show_lines
    monkeypatch.setattr(panel.people.list, "show_lines", lambda lines: (counted.append(1), real(lines)))
    for _ in range(20):
        screen.reception.people_changed.emit()
    qtbot.waitUntil(lambda: bool(counted))
    pause(50)
    assert counted == [1]


def test_typing_narrows_by_name_phone_and_organisation_in_lao_and_latin(panel, shown, write, press):
    for typed, first in (("ບຸນມີ", "ພະແນກພາຍໃນ"), ("20555", "ພະແນກການເງິນ"), ("bounmy", "ພະແນກພາຍໃນ")):
        panel.people.filter.set_text("")
        write(typed)
        assert shown()[0][0] == first
        assert len(shown()) == 2
    panel.people.filter.set_text("ພາຍໃນ")
    assert len(shown()) == 3


def test_enter_on_a_person_shows_the_phone_large_and_the_copy_key_copies_it(panel, write, press, verdict):
    assert not panel.phone.isVisible()
    press("Return")
    assert panel.phone.isVisible()
    assert panel.phone.text() == "2055500001"
    assert "ວັນໄຊ" in panel.who.text()
    QGuiApplication.clipboard().clear()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "2055500001"
    assert verdict().told.values["phone"] == "2055500001"


def test_somebody_who_was_chosen_and_arrives_is_shown_no_longer(panel, press, scan, qtbot):
    press("Return")
    scan(1)
    qtbot.waitUntil(lambda: not panel.phone.isVisible())


def test_by_mouse_alone_a_phone_is_shown_and_copied(panel):
    QGuiApplication.clipboard().clear()
    click_line(panel.people.list, 1)
    assert panel.phone.text() == "2055500001"
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "2055500001"


def test_the_copy_key_copies_what_is_marked_in_the_field_as_ever(panel, write, press):
    write("20555")
    panel.people.filter.edit.selectAll()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "20555"


def test_somebody_without_a_phone_is_said_so(panel):
    click_line(panel.people.list, 3)
    assert panel.phone.text() == "ບໍ່ມີເບີໂທ"
    assert not panel.copy_button.isVisible()


def test_arrows_go_from_person_to_person_and_pass_by_the_headings(panel, press):
    press("Down")
    assert panel.people.list.current.title == "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ"
    press("Up")
    assert panel.people.list.current.title == "ທ່ານ ວັນໄຊ ອິນທະວົງ"
    assert panel.people.filter.edit.hasFocus()


def test_the_organisations_and_categories_stand_with_arrived_expected_and_women(panel, shown, scan, press, qtbot):
    scan(2)
    panel.view.segments["missing"].setFocus()
    press("Right")
    qtbot.waitUntil(lambda: ("ພະແນກພາຍໃນ", "1 / 2") in shown())
    assert shown() == [("ພະແນກການເງິນ", "0 / 1"), ("ພະແນກພາຍໃນ", "1 / 2")]
    assert panel.people.list.lines[1].under == "ຍິງ 1 ຈາກ 1 ທ່ານ"
    assert panel.summary.text() == "ມາແລ້ວ 1 ຈາກ 3 ທ່ານ, ຍິງ 1 ທ່ານ"
    press("Right")
    assert shown() == [("ຜູ້ເຂົ້າຮ່ວມ", "1 / 3")]


def test_an_organisation_that_is_chosen_shows_who_is_missing_of_it(panel, shown):
    QTest.mouseClick(panel.view.segments["organisations"], Qt.MouseButton.LeftButton)
    click_line(panel.people.list, 1)
    assert panel.view.value == "missing"
    assert [title for title, _ in shown()] == ["ພະແນກພາຍໃນ", "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "ທ້າວ ບຸນມີ ຂຽວມະນີ"]


def test_a_scan_leaves_what_was_typed_and_esc_closes(panel, screen, scan, write, press, stored):
    write("ບຸນ")
    scan(1, "lao")
    assert panel.people.filter.text() == "ບຸນ"
    assert stored() == [(1, "Admitted", "qr")]
    press("Esc")
    assert screen.panel is None


def test_another_language_is_spoken_at_once(panel, screen, press):
    press("Ctrl+L")
    assert panel.summary.text() == "Missing 3, women 1"


def test_in_a_rush_it_is_shown_about_once_a_second(panel, screen, monkeypatch, qtbot):
    from desk.scanner.typing import pause

    shown = []
    monkeypatch.setattr(panel, "refresh", lambda real=panel.refresh: (shown.append(1), real()))
    for _ in range(15):
        screen.reception.people_changed.emit()
        pause(100)
    assert 1 <= len(shown) <= 2


def test_who_is_missing_is_looked_for_once_each_time(panel, screen, monkeypatch):
    board = screen.reception.board
    asked = []
    monkeypatch.setattr(board, "missing", lambda real=board.missing: (asked.append(1), real())[1])
    panel.refresh()
    assert asked == [1]


def test_what_comes_while_nobody_sees_the_panel_is_shown_when_it_is_seen_again(panel, screen, scan, monkeypatch):
    from desk.scanner.typing import pause

    asked = []
    board = screen.reception.board
    scan(1)
    pause(10)
    screen.hide()
    monkeypatch.setattr(board, "missing", lambda real=board.missing: (asked.append(1), real())[1])
    pause(1100)
    assert asked == []
    screen.show()
    assert asked == [1]
    assert panel.summary.text() == "ຍັງບໍ່ມາ 2 ທ່ານ, ຍິງ 1 ທ່ານ"
