"""What is written wrongly about a person, corrected at the door: the code stays, and everything else follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from signin.domain.attendee import Sex, SexSource
from signin.domain.record import Verb
from signin.store import attendees, records


@pytest.fixture
def person(meeting):
    def known(number):
        with meeting.store.read() as tx:
            return attendees.by_number(tx, "e1", number)

    return known


@pytest.fixture
def recorded(meeting):
    """The corrections in the record: which fields, from what to what."""

    def corrections():
        with meeting.store.read() as tx:
            return [dict(one.fields) for one in records.of_event(tx, "e1") if one.verb is Verb.CORRECTED]

    return corrections


@pytest.fixture
def panel(screen, write, press):
    write("3")
    press("F4")
    return screen.panel


def keep(panel, screen, qtbot):
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.panel is None)


def test_what_is_known_is_shown(panel):
    assert panel.person.name.text() == "ທ້າວ ບຸນມີ ຂຽວມະນີ"
    assert panel.person.organisation.text() == "ພະແນກພາຍໃນ"
    assert panel.person.sex.value is Sex.MALE


def test_only_what_changed_is_recorded(panel, screen, qtbot, recorded, person):
    panel.person.position.set_text("ວິຊາການ")
    keep(panel, screen, qtbot)
    assert recorded() == [{"position": ("", "ວິຊາການ")}]
    assert person(3).prefix == "ທ້າວ"


def test_nothing_changed_leaves_no_record(panel, screen, qtbot, recorded):
    keep(panel, screen, qtbot)
    assert recorded() == []


def test_by_keyboard_alone_enter_after_the_last_field_keeps(panel, screen, press, write, qtbot, person):
    press("Return", "Return", "Return")
    assert panel.person.phone.edit.hasFocus()
    write("020 1111 2222")
    press("Return", "Return")
    write("ພົບເລຂາ")
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert (person(3).phone, person(3).attention) == ("020 1111 2222", "ພົບເລຂາ")


def test_every_field_is_seen_at_the_least_size_in_lao_without_scrolling(panel, program, qtbot):
    program.voice.speak("lo")
    program.window.resize(1280, 720)
    qtbot.waitUntil(lambda: panel._area.verticalScrollBar().maximum() == 0)
    assert panel.attention.visibleRegion().boundingRect().size() == panel.attention.size()


def test_a_corrected_name_is_found_said_and_printed_and_the_code_stays(
    panel, screen, program, qtbot, scan, verdict, meeting, tmp_path
):
    from signin.services.papers import print_badges
    from typeset.reading import copied_by_pdfium

    panel.person.name.set_text("ນາງ ມະນີຈັນ ແກ້ວໃໝ່")
    keep(panel, screen, qtbot)
    assert screen.reception.index.find("ມະນີຈັນ")[0].attendee.number == 3
    assert not [hit for hit in screen.reception.index.find("ຂຽວມະນີ") if hit.attendee.number == 3]
    scan(3)
    assert verdict().name == "ມະນີຈັນ ແກ້ວໃໝ່"
    printed = print_badges(meeting, "e1", tmp_path / "b.pdf", program.clock(), only=["a3"])
    assert "ມະນີຈັນ ແກ້ວໃໝ່" in " ".join(copied_by_pdfium(printed.path.read_bytes()))


def test_a_sex_that_the_prefix_had_proposed_goes_with_the_prefix(
    screen, write, press, qtbot, meeting, person, recorded
):
    from dataclasses import replace

    with meeting.store.write() as tx:
        attendees.change(tx, replace(attendees.by_number(tx, "e1", 3), sex_source=SexSource.PROPOSED))
    screen.reception.index.put(person(3))
    write("3")
    press("F4")
    panel = screen.panel
    panel.person.name.set_text("ນາງ ບຸນມີ ຂຽວມະນີ")
    assert panel.person.sex.value is Sex.FEMALE
    keep(panel, screen, qtbot)
    assert (person(3).sex, person(3).sex_source) == (Sex.FEMALE, SexSource.PROPOSED)
    assert set(recorded()[0]) == {"prefix", "sex", "sex_source"}


def test_a_sex_that_was_stated_stays_whatever_the_prefix(screen, write, press, qtbot, person):
    write("2")
    press("F4")
    screen.panel.person.name.set_text("ທ້າວ ພອນທິບ ເຈົ້າໄຊ")
    assert screen.panel.person.sex.value is Sex.FEMALE
    keep(screen.panel, screen, qtbot)
    assert (person(2).sex, person(2).sex_source, person(2).prefix) == (Sex.FEMALE, SexSource.STATED, "ທ້າວ")


def test_a_prefix_that_only_this_roster_has_is_kept(screen, write, press, qtbot, meeting, person):
    from dataclasses import replace

    with meeting.store.write() as tx:
        attendees.change(tx, replace(attendees.by_number(tx, "e1", 3), prefix="ຜູ້ທົດລອງ"))
    screen.reception.index.put(person(3))
    write("3")
    press("F4")
    screen.panel.person.name.set_text("ຜູ້ທົດລອງ ບຸນມີ ໃໝ່")
    keep(screen.panel, screen, qtbot)
    assert (person(3).prefix, person(3).name) == ("ຜູ້ທົດລອງ", "ບຸນມີ ໃໝ່")


def test_a_prefix_is_taken_away(panel, screen, qtbot, person):
    panel.person.name.set_text("ບຸນມີ ຂຽວມະນີ")
    keep(panel, screen, qtbot)
    assert person(3).full_name == "ບຸນມີ ຂຽວມະນີ"


def test_an_empty_name_is_refused_in_place(panel, screen, qtbot, person):
    panel.person.name.set_text("")
    panel.attention.set_text("x")
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.person.name.complaint is not None)
    assert panel.attention.text() == "x"
    assert person(3).name == "ບຸນມີ ຂຽວມະນີ"
