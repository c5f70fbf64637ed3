"""What was typed or answered is never lost to what comes next, through the whole window."""

from desk.scanner.typing import pause
from signin.domain.attendee import Sex


def test_the_answer_to_a_scan_is_seen_though_nobody_was_found_by_typing(screen, write, scan, verdict, qtbot):
    write("zzqx")
    assert screen.voice.text(verdict().word) == "ບໍ່ພົບ"
    scan(1)
    qtbot.waitUntil(lambda: screen.counts._ring.told().values["arrived"] == 1)
    assert verdict().name == "ວັນໄຊ ອິນທະວົງ"
    assert screen.search.text() == "zzqx"


def test_the_list_of_people_makes_way_for_the_answer_to_a_scan(screen, write, press, scan, verdict, qtbot):
    write("2")
    qtbot.waitUntil(screen.hits.isVisible)
    scan(1)
    assert verdict().name == "ວັນໄຊ ອິນທະວົງ"
    assert not screen.hits.isVisible()
    pause(150)  # a scanner's second Enter is passed over
    press("Return")
    qtbot.waitUntil(screen.hits.isVisible)


def test_that_nobody_was_found_goes_when_the_field_is_emptied(screen, write, press, verdict):
    write("zzqx")
    press("Escape")
    assert screen.voice.text(verdict().word) != "ບໍ່ພົບ"


def test_a_walk_in_that_was_left_unfinished_is_gone_on_with(screen, write, press):
    press("F2")
    write("abc")
    press("Return")
    write("xyz")
    press("F2")
    assert screen.panel.name.text() == "abc"
    press("Escape")
    assert screen.panel is None
    press("F2")
    assert (screen.panel.name.text(), screen.panel.person.organisation.text()) == ("abc", "xyz")


def test_undo_after_a_correction_takes_the_correction_back_and_no_scan(
    program, screen, scan, press, clock, qtbot, verdict
):
    scan(1)
    clock.wait()
    press("F4")
    screen.panel.person.sex.set_value(Sex.FEMALE)
    screen.panel.person._choose(Sex.FEMALE)
    screen.panel.accept_button.click()
    qtbot.waitUntil(lambda: screen.panel is None)
    assert program.reception.index.get("a1").sex is Sex.FEMALE
    clock.wait()
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: program.reception.index.get("a1").sex is Sex.UNKNOWN)
    assert program.reception.board.counts.arrived == 1


def test_a_desk_that_waits_says_when_the_door_opens_or_that_it_is_over(program, screen, clock, press, verdict):
    program.reception.place.choose(program.reception.sessions[3])
    assert screen.voice.text(verdict().word) == "ຍັງບໍ່ເປີດ"
    clock.set(18, 0, day=13)
    program.reception.place.choose(program.reception.sessions[0])
    assert "12/6/2024" in str(verdict().hint)
