"""Somebody who is not on the roster: by keyboard alone, with a badge, and nobody entered twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from signin.domain.attendee import Origin, Sex, SexSource
from signin.domain.verdict import Admitted, NotOpen, Tone
from signin.store import attendees


@pytest.fixture
def added(meeting):
    """The people who were not there at first."""

    def people():
        with meeting.store.read() as tx:
            return [one for one in attendees.everyone(tx, "e1") if one.number > 3]

    return people


@pytest.fixture
def panel(screen, press):
    press("F2")
    return screen.panel


def test_enter_goes_from_field_to_field_and_adds_the_person_after_the_last(
    panel, screen, write, press, qtbot, added, stored, verdict
):
    write("ນາງ ສຸດາ ແກ້ວ")
    press("Return")
    write("ຫ້ອງການທົດສອບ")
    press("Return")
    write("ວິຊາການ")
    press("Return")
    write("020 5555 1234")
    press("Return", "Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    (who,) = added()
    assert (who.number, who.prefix, who.name, who.origin) == (4, "ນາງ", "ສຸດາ ແກ້ວ", Origin.WALK_IN)
    assert (who.organisation, who.position, who.phone) == ("ຫ້ອງການທົດສອບ", "ວິຊາການ", "020 5555 1234")
    assert (who.sex, who.sex_source) == (Sex.FEMALE, SexSource.PROPOSED)
    assert stored() == [(4, "Admitted", "walk-in")]
    assert (verdict().tone, verdict().name) == (Tone.GO, "ສຸດາ ແກ້ວ")
    assert screen.search.hasFocus()


def test_what_was_typed_to_search_is_the_name(screen, write, press):
    write("Zoe Newcomer")
    press("F2")
    assert screen.panel.name.text() == "Zoe Newcomer"


def test_a_sex_that_somebody_chose_is_stated(panel, screen, press, write, qtbot, added):
    write("ທ້າວ ໃໝ່ ທົດລອງ")
    QTest.mouseClick(panel.person.sex.segments[Sex.FEMALE], Qt.MouseButton.LeftButton)
    panel.name.setFocus()
    write(" ສອງ")
    assert panel.person.sex.value is Sex.FEMALE
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.panel is None)
    assert (added()[0].sex, added()[0].sex_source) == (Sex.FEMALE, SexSource.STATED)


def test_a_sex_that_somebody_chose_as_not_known_is_not_the_one_the_prefix_tells(
    panel, screen, press, write, qtbot, added
):
    write("ນາງ ໃໝ່ ທົດລອງ")
    assert panel.person.sex.value is Sex.FEMALE
    QTest.mouseClick(panel.person.sex.segments[Sex.UNKNOWN], Qt.MouseButton.LeftButton)
    press("Escape")
    press("F2")
    assert screen.panel.person.sex.value is Sex.UNKNOWN
    QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.panel is None)
    assert (added()[0].sex, added()[0].sex_source) == (Sex.UNKNOWN, None)


def test_who_may_be_meant_is_shown_first_and_checked_in_instead(panel, screen, write, press, qtbot, added, stored):
    write("ບຸນມີ ຂຽວ")
    qtbot.waitUntil(panel.likes.isVisible)
    assert [line.title for line in panel.likes.lines] == ["3 · ທ້າວ ບຸນມີ ຂຽວມະນີ, ພະແນກພາຍໃນ"]
    press("Tab")
    assert panel.likes.hasFocus()
    press("Return")
    qtbot.waitUntil(lambda: stored() != [])
    assert stored() == [(3, "Admitted", "search")]
    assert added() == []
    assert screen.panel is None


def test_who_may_be_meant_is_taken_by_a_click(panel, write, qtbot, stored):
    write("ບຸນມີ")
    qtbot.waitUntil(panel.likes.isVisible)
    place = panel.likes.visualRect(panel.likes.model().index(0, 0)).center()
    QTest.mouseClick(panel.likes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: stored() == [(3, "Admitted", "search")])


def test_enter_in_the_name_passes_by_who_may_be_meant(panel, write, press, qtbot, stored):
    write("ບຸນມີ")
    qtbot.waitUntil(panel.likes.isVisible)
    press("Return")
    assert panel.person.organisation.edit.hasFocus()
    press("Tab", "Tab")
    assert panel.person.phone.edit.hasFocus()
    assert stored() == []


def test_every_field_is_seen_at_the_least_size_in_lao_without_scrolling(panel, program, write, qtbot):
    program.voice.speak("lo")
    program.window.resize(1280, 720)
    bar = panel._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    write("ບຸນມີ")
    qtbot.waitUntil(panel.likes.isVisible)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    for widget in (panel.person.phone, panel.person.sex, panel.accept_button):
        assert widget.visibleRegion().boundingRect().size() == widget.size()


def test_the_phone_tells_who_may_be_meant(panel, write, qtbot):
    panel.person.phone.setFocus()
    write("020 5550 0001")
    qtbot.waitUntil(panel.likes.isVisible)
    assert panel.likes.lines[0].title.startswith("1 · ")


def test_a_name_that_is_missing_is_said_under_the_name_and_nothing_is_lost(panel, write, press, qtbot, added):
    panel.person.organisation.setFocus()
    write("ABC")
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.name.complaint is not None)
    assert panel.name.edit.hasFocus()
    assert panel.person.organisation.text() == "ABC"
    assert added() == []
    write("ທ້າວ ໃໝ່")
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(added()) == 1)


def test_an_organisation_of_the_roster_completes_what_is_typed(panel, write, press):
    panel.person.organisation.setFocus()
    write("ການເງິນ")
    press("Down", "Return")
    assert panel.person.organisation.text() == "ພະແນກການເງິນ"
    assert panel.person.organisation.edit.hasFocus()


def test_before_the_session_opens_it_is_said_and_f8_lets_in(
    panel, screen, write, press, clock, qtbot, stored, verdict
):
    clock.set(5)
    write("ທ້າວ ໃໝ່")
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.panel is None)
    assert isinstance(screen.reception.last.verdict, NotOpen)
    assert verdict().tone is Tone.LOOK
    press("F8")
    qtbot.waitUntil(lambda: isinstance(screen.reception.last.verdict, Admitted))
    assert [row[1] for row in stored()] == ["NotOpen", "Admitted"]


def test_a_second_enter_while_the_store_is_slow_adds_nobody_twice(panel, program, write, press, qtbot, added):
    from threading import Event

    gate = Event()
    program.writer.do(lambda _: gate.wait(5), lambda _: None)
    write("ທ້າວ ໃໝ່")
    panel.badge.setFocus()
    press("Return", "Return")
    gate.set()
    qtbot.waitUntil(lambda: program.screen.panel is None)
    assert len(added()) == 1


def test_a_panel_closed_before_the_answer_is_no_trouble(panel, program, write, press, qtbot, added, verdict):
    from threading import Event

    gate = Event()
    program.writer.do(lambda _: gate.wait(5), lambda _: None)
    write("ທ້າວ ໃໝ່")
    panel.badge.setFocus()
    press("Return", "Esc")
    assert program.screen.panel is None
    gate.set()
    qtbot.waitUntil(lambda: len(added()) == 1)
    qtbot.waitUntil(lambda: verdict().name == "ໃໝ່")


def test_a_badge_is_printed_when_it_is_wanted_and_said_under_the_verdict(
    screen, press, write, qtbot, printed, verdict
):
    press("F2")
    screen.panel.badge.setChecked(True)
    write("ທ້າວ ໃໝ່")
    QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(printed) == 1)
    assert printed[0].name == "ໃໝ່"
    assert verdict().tone is Tone.GO
    assert verdict().name == "ໃໝ່"
    assert verdict().hint.values["name"] == "ທ້າວ ໃໝ່"


def test_somebody_who_arrives_is_let_in_while_the_desk_notes_who_leaves(
    program, screen, press, write, qtbot, stored
):
    from signin.domain.scan import Direction

    program.reception.place.direction = Direction.OUT
    press("F2")
    write("ທ້າວ ໃໝ່")
    QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored() == [(4, "Admitted", "walk-in")])
