"""Somebody comes in an invited person's place; or the place is cancelled, or given back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.scanner.typing import pause
from signin.domain.attendee import Origin, State
from signin.domain.verdict import Replaced, Tone
from signin.store import attendees
from signin.words import render


@pytest.fixture
def person(meeting):
    def known(number):
        with meeting.store.read() as tx:
            return attendees.by_number(tx, "e1", number)

    return known


@pytest.fixture
def panel(screen, write, press):
    write("3")
    press("F3")
    return screen.panel


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_panel_says_whose_place_it_is_and_the_search_is_empty_again(panel, screen):
    assert "ບຸນມີ ຂຽວມະນີ" in panel.whose.text()
    assert screen.search.text() == ""
    assert panel.person.name.edit.hasFocus()


def test_by_keyboard_alone_the_substitute_is_let_in_and_the_old_badge_is_replaced(
    panel, screen, write, press, qtbot, person, stored, verdict, scan
):
    write("ນາງ ສຸດາ ແກ້ວ")
    press("Return", "Return", "Return", "Return")
    qtbot.waitUntil(lambda: stored() == [(4, "Admitted", "search")])
    who = person(4)
    assert (who.name, who.origin, who.organisation) == ("ສຸດາ ແກ້ວ", Origin.SUBSTITUTE, "ພະແນກພາຍໃນ")
    assert who.stands_for == 3
    assert person(3).state is State.REPLACED
    qtbot.waitUntil(lambda: verdict().name == "ສຸດາ ແກ້ວ")
    assert screen.panel is None
    assert isinstance(scan(3).verdict, Replaced)
    assert [render(one, "en") for one in (verdict().word, verdict().told, verdict().hint)] == [
        "Replaced",
        "ນາງ ສຸດາ ແກ້ວ came instead",
        "Look for the badge of who came instead.",
    ]


def test_a_name_that_is_missing_is_said_in_place_and_changes_nothing(panel, press, qtbot, person):
    panel.person.position.setFocus()
    press("Return", "Return", "Return")
    qtbot.waitUntil(lambda: panel.person.name.complaint is not None)
    assert panel.person.name.edit.hasFocus()
    assert person(3).state is State.EXPECTED


def test_a_place_that_a_substitute_took_already_is_refused_in_place(panel, write, screen, qtbot, meeting):
    from datetime import datetime

    from signin.services.register import Particulars, substitute

    substitute(meeting, "e1", "3", Particulars(name="ອື່ນ"), datetime(2024, 6, 12, 8, 24))
    write("ທ້າວ ໃໝ່")
    click(panel.accept_button)
    qtbot.waitUntil(lambda: "ອື່ນ" in panel._notice.text())
    assert screen.panel is panel
    assert panel.person.name.text() == "ທ້າວ ໃໝ່"


def test_cancelling_takes_two_clicks_and_can_be_taken_back(
    panel, screen, write, press, qtbot, person, scan, verdict, clock
):
    click(panel.place)
    pause(150)
    assert person(3).state is State.EXPECTED
    assert panel.place.text() == "ຢືນຢັນການຍົກເລີກ"
    click(panel.place)
    qtbot.waitUntil(lambda: screen.panel is None)
    assert person(3).state is State.CANCELLED
    scan(3)
    assert verdict().tone is Tone.STOP
    press("F3")
    click(screen.panel.place)
    qtbot.waitUntil(lambda: person(3).state is State.EXPECTED)
    clock.wait()
    scan(3)
    assert verdict().tone is Tone.GO


def test_the_substitute_gets_a_badge_when_it_is_wanted(panel, write, qtbot, printed):
    panel.badge.setChecked(True)
    write("ທ້າວ ໃໝ່")
    click(panel.accept_button)
    qtbot.waitUntil(lambda: [one.number for one in printed] == [4])


def test_without_a_person_the_key_asks_to_find_one_first(screen, press, verdict):
    press("F3")
    assert screen.panel is None
    assert "F" not in verdict().word.text
    assert screen.search.hasFocus()


def test_somebody_without_an_organisation_is_told_without_a_comma(
    program, screen, write, press, qtbot, meeting, attendee
):
    from signin.store import attendees

    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(9, name="ຄຳ ແສນ")])
    qtbot.waitUntil(lambda: len(program.reception.index) == 4, timeout=5000)
    write("9")
    qtbot.waitUntil(screen.hits.isVisible)
    press("F3")
    assert screen.panel.whose.text().endswith("9 · ຄຳ ແສນ")
