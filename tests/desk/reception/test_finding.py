"""Finding people by typing, through the whole window."""

import pytest

from desk.scanner.typing import pause
from signin.domain.verdict import Admitted


@pytest.mark.parametrize("typed", ["2", "ພອນທິບ", "phonthip", "ເຈົ້າໄຊ ພອນ"])
def test_what_is_typed_anywhere_comes_to_the_search_and_enter_checks_in(
    screen, write, press, verdict, stored, qtbot, typed
):
    screen.recent.list.setFocus()
    write(typed)
    assert screen.search.text() == typed
    qtbot.waitUntil(screen.hits.isVisible)
    assert screen.hits.current.number == 2
    press("Return")
    qtbot.waitUntil(lambda: verdict().name == "ພອນທິບ ເຈົ້າໄຊ")
    assert stored() == [(2, "Admitted", "number" if typed == "2" else "search")]
    assert screen.search.text() == ""
    assert not screen.hits.isVisible()


def test_arrows_choose_among_the_hits(screen, write, press, stored, qtbot):
    write("ພະແນກພາຍໃນ")
    qtbot.waitUntil(lambda: screen.hits.hits.rowCount() == 2)
    press("Down")
    chosen = screen.hits.current.number
    press("Up", "Down", "Return")
    qtbot.waitUntil(lambda: stored() == [(chosen, "Admitted", "search")])


def test_the_mouse_alone_checks_in(screen, write, stored, qtbot):
    from PySide6.QtCore import Qt

    write("3")
    qtbot.waitUntil(screen.hits.isVisible)
    row = screen.hits.visualRect(screen.hits.hits.index(0))
    qtbot.mouseClick(screen.hits.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.waitUntil(lambda: stored() == [(3, "Admitted", "number")])


def test_hits_show_who_has_arrived(scan, screen, write, qtbot):
    scan(1)
    write("1")
    qtbot.waitUntil(screen.hits.isVisible)
    qtbot.waitUntil(lambda: "08:24" in screen.hits.hits.data(screen.hits.hits.index(0)))


def test_a_code_typed_by_hand_is_a_scan(screen, write, press, code, stored, qtbot):
    write(code(1).lower())
    press("Return")
    qtbot.waitUntil(lambda: stored() == [(1, "Admitted", "qr")])


def test_nobody_is_told_and_escape_empties_the_field(screen, write, press, verdict):
    write("xyzzy")
    assert "xyzzy" in str(verdict().told)
    press("Escape")
    assert screen.search.text() == ""


def test_namesakes_are_told_apart_by_their_organisation(program, screen, write, meeting, qtbot, attendee):
    from signin.store import attendees

    twin = attendee(4, prefix="ທ່ານ", name="ວັນໄຊ ອິນທະວົງ", organisation="ຫ້ອງວ່າການແຂວງ")
    with meeting.store.write() as tx:
        attendees.add_many(tx, [twin])
        attendees.issue_codes(tx, {twin.id: "X" * 18}, program.clock())
    qtbot.waitUntil(lambda: len(program.reception.index) == 4, timeout=5000)
    write("ວັນໄຊ")
    qtbot.waitUntil(lambda: screen.hits.hits.rowCount() == 2)
    assert all(screen.hits.hits.is_namesake(screen.hits.hits.attendee(row)) for row in (0, 1))


def test_people_whom_another_program_added_or_let_in_are_seen(program, screen, meeting, code, qtbot, other_desk):
    from signin.services.admit import Door, admit

    door = Door(event_id="e1", session_key="day1-am", now=program.clock())
    assert isinstance(admit(other_desk, code(2), door).verdict, Admitted)
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=5000)
    pause(50)
    assert screen.counts._ring.told().values["arrived"] == 1


def test_whoever_is_selected_stays_so_while_people_arrive(program, screen, write, press, code, qtbot, other_desk):
    from signin.services.admit import Door, admit

    write("ພະແນກພາຍໃນ")
    qtbot.waitUntil(lambda: screen.hits.hits.rowCount() == 2)
    first = screen.hits.current.number
    press("Down")
    chosen = screen.hits.current.number
    assert chosen != first
    admit(other_desk, code(1), Door(event_id="e1", session_key="day1-am", now=program.clock()))
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=5000)
    assert screen.hits.current.number == chosen


def test_no_line_of_the_field_is_cut_through_by_the_hits(screen):
    from desk.drawn import ink, picture

    field = screen.verdict
    for covered in range(0, field.height() // 2, 5):
        field.cover(covered)
        edge = field.height() - covered
        strip = (40, max(edge - 2, 0), field.width() - 40, min(edge + 2, field.height() - 2))
        assert ink(picture(field).crop(strip)) == 0, covered
    field.cover(0)


def test_what_the_hits_lie_over_is_told_to_the_field_until_they_go(screen, write, press, qtbot):
    heights = []
    screen.hits.covers.connect(heights.append)
    write("1")
    qtbot.waitUntil(screen.hits.isVisible)
    assert heights[-1] == screen.hits.height() > 0
    press("Escape")
    assert heights[-1] == 0


@pytest.fixture
def only_tens(meeting, program, clock, qtbot):
    """The people who were No. 1 and No. 2 have 21 and 22 now, and there are 10 to 12."""
    from dataclasses import replace

    from signin.services import roster_edits
    from signin.services.register import Particulars
    from signin.store import attendees

    with meeting.store.write() as tx:
        for nth in (1, 2):
            attendees.change(tx, replace(attendees.get(tx, f"a{nth}"), number=nth + 20))
    for nth in (10, 11, 12):
        roster_edits.add(meeting, "e1", Particulars(name=f"ຄົນທີ {nth}"), clock(), number=nth)
    qtbot.waitUntil(lambda: len(program.reception.index) == 6, timeout=5000)


@pytest.mark.usefixtures("only_tens")
def test_a_number_that_nobody_has_checks_nobody_in_though_others_begin_so(
    program, screen, write, press, verdict, stored, qtbot
):
    write("1")
    qtbot.waitUntil(screen.hits.isVisible)
    assert [screen.hits.hits.attendee(row).number for row in range(3)] == [10, 11, 12]
    assert screen.hits.current is None
    assert "1" in screen.voice.text(verdict().told)
    press("Return", "Return")
    qtbot.waitUntil(lambda: not program.writer.waiting)
    assert stored() == []
    assert screen.person is None
    press("Down", "Down", "Return")
    qtbot.waitUntil(lambda: stored() == [(11, "Admitted", "search")])


@pytest.mark.usefixtures("only_tens")
def test_nobody_is_selected_when_people_change_while_a_number_that_nobody_has_is_typed(
    screen, write, meeting, clock, qtbot
):
    from signin.services.merging import merge

    write("1")
    qtbot.waitUntil(screen.hits.isVisible)
    ten, eleven = (screen.hits.hits.attendee(row).id for row in (0, 1))
    merge(meeting, "e1", eleven, ten, clock())
    qtbot.waitUntil(lambda: screen.hits.hits.rowCount() == 2, timeout=5000)
    assert screen.hits.current is None
    write("2")
    assert screen.hits.current.number == 12


def test_the_number_of_somebody_merged_offers_who_stayed(
    program, screen, write, press, meeting, stored, clock, verdict, qtbot
):
    from signin.services.merging import merge

    merge(meeting, "e1", "a3", "a1", clock())
    qtbot.waitUntil(lambda: len(program.reception.index) == 2, timeout=5000)
    write("1")
    qtbot.waitUntil(lambda: screen.hits.isVisible() and screen.hits.current is not None)
    assert screen.hits.current.number == 3
    assert not verdict().is_about_search
    press("Return")
    qtbot.waitUntil(lambda: stored() == [(3, "Admitted", "number")])


def test_a_number_that_nobody_has_is_no_name_of_a_walk_in(screen, write, press, verdict):
    write("99")
    assert "99" in screen.voice.text(verdict().told)
    assert "F2" not in screen.voice.text(verdict().hint)
    press("F2")
    assert screen.panel.name.text() == ""


def test_whoever_was_selected_and_is_gone_leaves_nobody_selected(screen, write, press, meeting, clock, qtbot):
    from signin.services.merging import merge

    write("ພະແນກພາຍໃນ")
    qtbot.waitUntil(lambda: screen.hits.hits.rowCount() == 2)
    press("Down")
    gone = screen.hits.current
    kept = screen.hits.hits.attendee(0)
    merge(meeting, "e1", kept.id, gone.id, clock())
    qtbot.waitUntil(lambda: screen.hits.hits.rowCount() == 1, timeout=5000)
    assert screen.hits.current is None


@pytest.mark.parametrize("pasted", ["1" * 150, "໑" * 10])
def test_more_digits_than_a_number_has_are_searched_like_other_text(screen, press, verdict, stored, pasted):
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(pasted)
    press("Ctrl+V")
    assert screen.search.text() == pasted
    assert screen.voice.text(verdict().word) == "ບໍ່ພົບ"
    press("Return")
    assert stored() == []
    press("F2")
    assert screen.panel.name.text() == ""


def test_a_whole_phone_is_no_number_and_enter_checks_in_who_has_it(screen, write, press, stored, qtbot):
    write("02055500001")
    qtbot.waitUntil(screen.hits.isVisible)
    press("Return")
    qtbot.waitUntil(lambda: stored() == [(1, "Admitted", "search")])


def test_a_page_that_is_pasted_into_the_search_is_cut(screen, qtbot):
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText("ກຂ " * 10_000)
    screen.search.paste()
    assert len(screen.search.text()) == 200
