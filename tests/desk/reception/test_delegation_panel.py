"""A delegation that comes together is looked through and checked in with one Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.fixture
def panel(screen, press):
    press("F10")
    return screen.panel


def boxes(panel):
    return {line.title.rsplit(" ", 2)[-2]: line.ticked for line in panel.people.lines}


def click_line(lines, row):
    place = lines.visualRect(lines.model().index(row, 0)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_organisations_stand_with_arrived_and_expected(panel):
    shown = [(line.title, line.right) for line in panel.organisations.list.lines]
    assert shown == [("ພະແນກການເງິນ", "0 / 1"), ("ພະແນກພາຍໃນ", "0 / 2")]
    assert not panel.accept_button.isVisible()


def test_by_keyboard_alone_a_delegation_is_checked_in(panel, screen, write, press, qtbot, stored, verdict):
    write("ພາຍໃນ")
    press("Return")
    assert boxes(panel) == {"ພອນທິບ": True, "ບຸນມີ": True}
    assert panel.people.hasFocus()
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert stored() == [(2, "Admitted", "search"), (3, "Admitted", "search")]
    assert screen.voice.text(verdict().told) == "ລົງທະບຽນ 2 ທ່ານ, ມາກ່ອນແລ້ວ 0 ທ່ານ."


def test_by_mouse_alone_somebody_who_did_not_come_is_left_out(panel, screen, qtbot, stored):
    click_line(panel.organisations.list, 1)
    click_line(panel.people, 0)
    assert boxes(panel) == {"ພອນທິບ": False, "ບຸນມີ": True}
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored() == [(3, "Admitted", "search")])


def test_space_ticks_and_enter_with_nobody_ticked_does_nothing(panel, screen, press, stored):
    panel.choose("ພະແນກການເງິນ")
    press("Space")
    assert boxes(panel) == {"ວັນໄຊ": False}
    press("Return")
    assert screen.panel is panel
    assert stored() == []
    press("Space")
    assert boxes(panel) == {"ວັນໄຊ": True}


def test_who_is_in_or_cancelled_has_no_box_and_says_why(panel, program, scan, qtbot, meeting):
    from datetime import datetime

    from signin.services.register import cancel

    panel.choose("ພະແນກພາຍໃນ")
    cancel(meeting, "e1", "3", datetime(2024, 6, 12, 8, 24))
    scan(2)
    qtbot.waitUntil(lambda: boxes(panel) == {"ພອນທິບ": None, "ບຸນມີ": None}, timeout=5000)
    assert [line.right for line in panel.people.lines] == ["ມາແລ້ວ 08:24", "ຍົກເລີກແລ້ວ"]
    assert not panel.accept_button.isEnabled()


def test_who_is_not_expected_in_this_session_has_no_box(screen, press, meeting, attendee, qtbot, program):
    from dataclasses import replace

    from signin.domain.attendee import Category

    board = program.reception.board
    board.session = replace(board.session, categories=frozenset({Category.CHAIR}))
    press("F10")
    screen.panel.choose("ພະແນກພາຍໃນ")
    assert boxes(screen.panel) == {"ພອນທິບ": None, "ບຸນມີ": None}
    assert screen.panel.people.lines[0].right == "ບໍ່ແມ່ນພາກນີ້"


def test_what_was_unticked_stays_so_while_people_arrive(panel, press, scan, qtbot):
    panel.choose("ພະແນກພາຍໃນ")
    press("Down", "Space")
    scan(2)
    qtbot.waitUntil(lambda: boxes(panel) == {"ພອນທິບ": None, "ບຸນມີ": False})
    assert panel.people.current.title.startswith("ທ້າວ ບຸນມີ")


def test_who_came_in_meanwhile_by_another_desk_is_said(panel, screen, press, qtbot, other_desk, code, verdict):
    from signin.domain.scan import Source
    from signin.services.admit import Door, admit

    panel.choose("ພະແນກພາຍໃນ")
    screen.reception.sight.end()
    door = Door(
        event_id="e1", session_key=screen.reception.session.key, now=screen.reception.clock(), source=Source.QR
    )
    admit(other_desk, code(2), door)
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.voice.text(verdict().told) == "ລົງທະບຽນ 1 ທ່ານ, ມາກ່ອນແລ້ວ 1 ທ່ານ.")


def test_before_the_session_opens_it_is_said_and_a_second_enter_lets_in(
    panel, screen, press, clock, qtbot, stored
):
    panel.choose("ພະແນກພາຍໃນ")
    clock.set(5)
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    assert screen.panel is panel
    assert panel.accept_button.text() == "ໃຫ້ເຂົ້າ (2 ທ່ານ)"
    clock.wait()
    panel.people.setFocus()
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert [row[1] for row in stored()] == ["NotOpen", "NotOpen", "Admitted", "Admitted"]


def test_the_way_back_goes_to_the_organisations(panel):
    panel.choose("ພະແນກພາຍໃນ")
    QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert panel.organisations.isVisible()
    assert panel.organisations.filter.edit.hasFocus()
    assert not panel.people.isVisible()


def test_people_without_an_organisation_are_a_delegation_too(screen, press, meeting, attendee, qtbot):
    from signin.store import attendees

    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(9, name="ຄຳ ແສນ")])
    screen.reception.tick()
    qtbot.waitUntil(lambda: len(screen.reception.board.people) == 4, timeout=5000)
    press("F10")
    panel = screen.panel
    assert panel.organisations.list.lines[-1].title == "ບໍ່ມີພາກສ່ວນ"
    click_line(panel.organisations.list, 2)
    assert boxes(panel) == {"ຄຳ": True}


def test_a_scan_leaves_the_panel_as_it_is(panel, screen, write, scan, stored):
    write("ພາຍ")
    scan(1, "thai")
    assert panel.organisations.filter.text() == "ພາຍ"
    assert screen.panel is panel
    assert stored() == [(1, "Admitted", "qr")]


def test_who_is_pointed_at_and_has_come_already_is_said_so(panel, scan, press, qtbot):
    panel.choose("ພະແນກພາຍໃນ")
    scan(2)
    qtbot.waitUntil(lambda: boxes(panel)["ພອນທິບ"] is None)
    for key in ("Space", "Return"):
        panel.people.select("a2")
        press(key)
        assert panel.amiss.text() == "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ ບໍ່ຖືກໝາຍ: ມາແລ້ວ 08:24."
        press("Down", "Space")
        assert not panel.amiss.isVisible()


def test_the_first_who_is_ticked_is_selected_so_that_enter_checks_in(panel, scan, press, qtbot, stored):
    scan(2)
    qtbot.waitUntil(lambda: panel.organisations.list.lines[1].right == "1 / 2")
    panel.choose("ພະແນກພາຍໃນ")
    press("Return")
    qtbot.waitUntil(lambda: stored()[-1] == (3, "Admitted", "search"))


def test_an_organisation_that_is_not_there_is_said_and_enter_does_nothing(panel, screen, write, press, stored):
    write("zzqx")
    assert panel.amiss.text() == "ບໍ່ມີພາກສ່ວນຊື່ນີ້."
    press("Return")
    assert not panel._notice.isVisible()
    assert screen.panel is panel
    assert stored() == []
    panel.organisations.filter.set_text("")
    assert not panel.amiss.isVisible()


def test_an_organisation_is_found_by_latin_letters_too(panel, write):
    write("phainai")
    assert [line.title for line in panel.organisations.list.lines] == ["ພະແນກພາຍໃນ"]


def test_others_than_those_refused_are_not_let_in_by_force(panel, press, clock, qtbot):
    panel.choose("ພະແນກພາຍໃນ")
    clock.set(5)
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    press("Space")
    assert not panel.forcing
    assert panel.accept_button.text() == "ມາຮອດແລ້ວ (1 ທ່ານ)"


def test_of_a_delegation_partly_in_the_rest_is_let_in_all_the_same(
    panel, screen, press, clock, qtbot, stored, meeting
):
    """One was cancelled by another desk meanwhile: the other is offered, and nobody else is forced."""
    from datetime import datetime

    from signin.services.register import cancel

    panel.choose("ພະແນກພາຍໃນ")
    screen.reception.sight.end()
    cancel(meeting, "e1", "3", datetime(2024, 6, 12, 4))
    clock.set(5)
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    assert "ທ້າວ ບຸນມີ" in panel._notice.text()
    assert panel.accept_button.text() == "ໃຫ້ເຂົ້າ (1 ທ່ານ)"
    clock.wait()
    panel.people.setFocus()
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert stored()[2:] == [(2, "Admitted", "search")]
