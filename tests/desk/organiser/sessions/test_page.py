from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from signin.desk.look.tokens import DARK
from signin.desk.organiser.sessions.timetable import STILL_MS
from signin.domain.attendee import Category
from signin.domain.event import Mode
from signin.domain.record import Verb
from signin.domain.timetable import Edit
from signin.services import meetings
from signin.services.admit import Door, admit
from signin.services.follow_numbers import follow_numbers
from signin.services.records import history
from signin.services.sessions import change_sessions, timetable
from signin.store import attendees
from signin.store.failures import StoreFull
from signin.words import say

FOUR = {
    "day1-am": "12 08:30-12:00",
    "day1-pm": "12 13:30-16:00",
    "day2-am": "13 08:30-12:00",
    "day2-pm": "13 13:30-16:00",
}


@pytest.fixture
def whole(meeting):
    """The sessions as another program reads them, whole."""
    return lambda: {one.key: one for one in meetings.one(meeting, "e1")[1]}


@pytest.fixture
def told(meeting):
    def records():
        with meeting.store.read() as tx:
            return [one.fields for one in history(tx, "e1") if one.verb is Verb.CHANGED]

    return records


@pytest.fixture
def came(meeting, code):
    for number in (1, 2):
        admit(meeting, code(number), Door(event_id="e1", session_key="day1-am", now=datetime(2024, 6, 12, 8, 24)))


def said(page):
    return str(page.notice.message)


# What is seen


def test_every_session_stands_there_with_hours_room_and_who_is_expected(page):
    assert list(page.table.shown) == list(FOUR)
    words = page.table.words("day1-am")
    assert (words.title, words.lines) == ("Morning", ("08:30-12:00", "ຫ້ອງປະຊຸມໃຫຍ່", "Expected: 3, women 1"))
    assert page.table.current == "day1-am"
    assert page.table.accessibleDescription().startswith("Wednesday 12 June 2024 · Morning · 08:30-12:00")
    assert page.table.hasFocus()


def test_all_day_is_seen_without_scrolling_and_all_buttons_have_room(page):
    assert page.table.verticalScrollBar().maximum() == 0
    assert page.table.horizontalScrollBar().maximum() == 0
    for button in (page.add, page.change, page.remove, page.copy_day, page.half_days, page.undo, page.redo):
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_timetable_looks_as_it_should(page, voice, golden, language, meeting, qtbot, whole):
    first = whole()["day1-am"]
    topic = replace(
        first,
        key="s1",
        title="ການຄຸ້ມຄອງງົບປະມານ",
        starts_at=datetime(2024, 6, 12, 9),
        ends_at=datetime(2024, 6, 12, 10),
        people=frozenset({1}),
    )
    change_sessions(meeting, Edit(event_id="e1", after=(topic,)), datetime(2024, 6, 11))
    page.refresh()
    qtbot.waitUntil(lambda: "s1" in page.table.shown)
    voice.speak(language)
    page.table.setFixedSize(700, 420)
    page.table.clearFocus()
    golden(f"timetable-{language}", page.table)


def test_in_another_language_and_in_the_dark_everything_is_said_and_drawn_again(page, voice, look):
    light = page.table.grab().toImage()
    voice.speak("lo")
    assert page.table.words("day1-am").title == "ພາກເຊົ້າ"
    assert "ພາກເຊົ້າ" in page.table.accessibleDescription()
    look.wear(DARK)
    dark = page.table.grab().toImage()
    assert dark.pixelColor(60, 300).lightness() < 80 < light.pixelColor(60, 300).lightness()
    voice.speak("en")


def test_a_tooltip_tells_all_of_a_block(page, at):
    view = page.table.viewport()
    for place, shown in ((at(12, 10), True), (at(12, 12, 45), False)):
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
        QApplication.sendEvent(view, event)
        assert ("08:30-12:00" in QToolTip.text()) == shown or not shown


def test_days_that_do_not_fit_are_scrolled_to(page, meeting, qtbot, event, press):
    days = ((date(2024, 6, 12), date(2024, 6, 13)), (date(2024, 6, 12), date(2024, 6, 24)))
    widen = Edit(event_id="e1", days_before=days[0], days_after=days[1])
    change_sessions(meeting, widen, datetime(2024, 6, 11))
    page.refresh()
    qtbot.waitUntil(lambda: len(page._facts.event.days) == 13)
    bar = page.table.horizontalScrollBar()
    assert bar.maximum() > 0
    press("Home", *["Right"] * 10)
    assert bar.value() > 0
    assert page.table.viewport().rect().contains(page.table.places()["day1-am"].toRect().adjusted(2, 2, -2, -2))


# The mouse


def test_a_session_is_dragged_to_another_time_and_day_and_snaps(page, drag, at, stored, written, told):
    with written():
        drag(at(12, 9), at(13, 12, 32))
    assert stored() == FOUR | {"day1-am": "13 12:00-15:30"} or stored() == FOUR | {"day1-am": "13 12:05-15:35"}
    assert told()[0]["session day1-am"][0] == "2024-06-12 08:30-12:00"
    assert said(page) == "Changed. Afternoon"
    assert "At the same time" in str(page.overlap.message)


def test_a_dragged_edge_lengthens_or_begins_earlier(page, drag, at, stored, written):
    with written():
        drag(at(12, 12) - QPoint(0, 3), at(12, 13) - QPoint(0, 3))
    assert stored()["day1-am"] in {"12 08:30-13:00", "12 08:30-12:55"}
    with written():
        drag(at(12, 13, 30) + QPoint(0, 3), at(12, 14, 30) + QPoint(0, 3))
    assert stored()["day1-pm"] in {"12 14:30-16:00", "12 14:35-16:00"}


def test_a_click_only_chooses_and_esc_lets_a_drag_go(page, drag, at, stored, press, whole):
    before = whole()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at(13, 10))
    assert page.table.current == "day2-am"
    drag(at(13, 9), at(12, 14), drop=False)
    assert page.table.shown["day2-am"] != before["day2-am"]
    press("Esc")
    QTest.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at(12, 14))
    assert page.table.shown["day2-am"] == before["day2-am"]
    assert (stored(), page.said) == (FOUR, [])


def test_a_new_session_is_drawn_on_an_empty_place_and_kept_from_the_panel(
    page, drag, at, stored, written, click, write, whole
):
    drag(at(13, 12, 10), at(13, 13, 10))
    assert page.side is page.panel
    fields = page.panel.fields
    assert (fields["day"].text(), fields["room"].text()) == ("13/6/2024", "ຫ້ອງປະຊຸມໃຫຍ່")
    assert (fields["starts_at"].text(), fields["ends_at"].text()) == ("12:10", "13:10")
    write("ອາຫານທ່ຽງ")
    with written():
        click(page.panel.accept_button)
    assert stored() == FOUR | {"s1": "13 12:10-13:10"}
    assert whole()["s1"].title == "ອາຫານທ່ຽງ"
    assert (page.side, page.table.current, said(page)) == (None, "s1", "Added. ອາຫານທ່ຽງ")


def test_a_double_click_opens_a_session_and_on_an_empty_place_a_new_one(page, at):
    view, left = page.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, pos=at(12, 10))
    QTest.mouseDClick(view, left, pos=at(12, 10))
    assert (page.side is page.panel, page.panel.is_new) == (True, False)
    page.panel.close_panel()
    QTest.mouseDClick(view, left, pos=at(13, 12, 30))
    assert (page.panel.is_new, page.panel.fields["starts_at"].text()) == (True, "12:30")


def test_the_pointer_tells_what_may_be_taken_hold_of(page, at):
    view = page.table.viewport()
    shapes = []
    for place in (at(12, 10), at(12, 12) - QPoint(0, 3), at(12, 12, 45)):
        QTest.mouseMove(view, place)
        page.table._point(QPointF(place))
        shapes.append(view.cursor().shape())
    assert shapes == [Qt.CursorShape.OpenHandCursor, Qt.CursorShape.SizeVerCursor, Qt.CursorShape.ArrowCursor]


# The keys


def test_arrows_move_and_many_presses_are_one_change(page, press, stored, written, told):
    with written():
        press("Down", "Down", "Down")
    assert stored()["day1-am"] == "12 08:45-12:15"
    assert len(told()) == 1
    with written():
        press("Right")
    assert stored()["day1-am"] == "13 08:45-12:15"
    with written():
        press("Ctrl+Down", "Ctrl+Down", "Ctrl+Up")
    assert stored()["day1-am"] == "13 08:45-12:20"


def test_what_keys_moved_is_kept_when_something_else_is_done_and_esc_puts_it_back(page, press, stored, written):
    press("Down")
    assert page.table.shown["day1-am"].starts_at == datetime(2024, 6, 12, 8, 35)
    press("Esc")
    assert page.table.shown["day1-am"].starts_at == datetime(2024, 6, 12, 8, 30)
    QTest.qWait(STILL_MS + 50)
    assert (stored(), page.said) == (FOUR, [])
    with written():
        press("Down", "Tab")
    assert (stored()["day1-am"], page.table.current) == ("12 08:35-12:05", "day1-am")
    press("Esc")
    assert page.said[-1] == "back"


def test_a_key_pressed_while_the_store_answers_is_not_lost(page, press, stored, written, qtbot):
    press("Down")
    page.table.flush()
    press("Down")
    qtbot.waitUntil(lambda: page.said == ["changed"])
    with written():
        pass
    assert stored()["day1-am"] == "12 08:40-12:10"


def test_tab_goes_from_session_to_session_and_on(page, press):
    assert page.table.current == "day1-am"
    press("Tab", "Tab", "Tab")
    assert page.table.current == "day2-pm"
    press("Tab")
    assert not page.table.hasFocus()
    press("Shift+Tab")
    assert (page.table.hasFocus(), page.table.current) == (True, "day2-pm")
    press("Home")
    assert page.table.current == "day1-am"
    press("End")
    assert page.table.current == "day2-pm"


@pytest.mark.parametrize("key", ["Ins", "N"])
def test_a_new_session_is_made_by_keys_alone(page, press, write, stored, written, key):
    press(key)
    assert page.panel.fields["starts_at"].text() == "12:00"
    write("ພັກ")
    press("Return", "Return", "Return", "Return")
    write("12:30")
    with written():
        press("Return", "Return", "Return", "Return", "Return")
    assert stored()["s1"] == "12 12:00-12:30"
    assert page.table.hasFocus()


def test_the_last_session_of_the_day_is_followed_by_one_on_a_day_of_the_event(page, press, written, click):
    press("End")
    with written():
        press(*["Ctrl+Down"] * 90)
    press("Ins")
    fields = page.panel.fields
    assert (fields["day"].text(), fields["starts_at"].text()) == ("13/6/2024", "08:30")


def test_enter_changes_a_session_and_its_doors_follow_until_they_are_typed(page, press, write, written, whole):
    press("Return")
    assert page.panel.fields["title"].edit.hasFocus()
    write("ເປີດ")
    for name, text in (("room", "ຫ້ອງ 2"), ("starts_at", "9:00"), ("ends_at", "11:00"), ("closes_at", "10:30")):
        page.panel.fields[name].setFocus()
        write(text)
    assert page.panel.fields["opens_at"].text() == "08:00"
    page.panel.fields["ends_at"].setFocus()
    write("11:30")
    assert page.panel.fields["closes_at"].text() == "10:30"
    QTest.mouseClick(page.panel.mode.segments[Mode.IN_OUT], Qt.MouseButton.LeftButton)
    with written():
        press("Return", "Return", "Return")
    session = whole()["day1-am"]
    assert (session.title, session.room, session.mode) == ("ເປີດ", "ຫ້ອງ 2", Mode.IN_OUT)
    assert (session.starts_at.hour, session.ends_at.minute) == (9, 30)
    assert (session.opens_at.hour, session.closes_at.minute) == (8, 30)


def test_delete_removes_and_is_taken_back_and_done_again(page, press, stored, written):
    with written():
        press("Del")
    assert "day1-am" not in stored()
    with written():
        press("Ctrl+Z")
    assert (stored(), page.table.current) == (FOUR, "day1-am")
    assert said(page) == "It is as it was before."
    for redo in ("Ctrl+Shift+Z", "Ctrl+Y"):
        with written():
            press(redo)
        assert "day1-am" not in stored()
        with written():
            press("Ctrl+Z")
    assert (page.undo.isEnabled(), page.redo.isEnabled()) == (False, True)


def test_a_new_change_forgets_what_could_be_done_again(page, press, written):
    with written():
        press("Del")
    with written():
        press("Ctrl+Z")
    with written():
        press("Down")
    assert not page.redo.isEnabled()


def test_what_was_changed_elsewhere_is_not_taken_back_but_what_was_done_before_is(
    page, press, stored, written, meeting, whole, qtbot
):
    with written():
        press("End", "Del")
    with written():
        press("Home", "Down")
    there = whole()["day1-am"]
    elsewhere = replace(there, title="ອື່ນ")
    change_sessions(meeting, Edit(event_id="e1", before=(there,), after=(elsewhere,)), datetime(2024, 6, 11))
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: "changed at another desk" in said(page))
    assert stored()["day1-am"] == "12 08:35-12:05"
    with written():
        press("Ctrl+Z")
    assert "day2-pm" in stored()


# What is refused


@pytest.mark.usefixtures("came")
def test_a_session_with_scans_stays_and_says_how_many(page, press, stored, qtbot):
    press("Del")
    qtbot.waitUntil(page.notice.isVisible)
    assert said(page) == "“Morning” stays. Scans that belong to it: 2."
    assert stored() == FOUR
    assert page.table.words("day1-am").lines[-1] == "Scans: 2"


@pytest.mark.usefixtures("came")
def test_hours_of_a_session_in_use_change_only_after_a_warning(page, press, clock, stored, written, click, qtbot):
    clock.now = datetime(2024, 6, 12, 9)
    press("Ctrl+Down")
    qtbot.waitUntil(page.force.isVisible, timeout=3000)
    qtbot.waitUntil(lambda: page.table.shown["day1-am"].ends_at.minute == 0)
    assert said(page) == "“Morning” is going on now; people inside: 2. Change it all the same?"
    assert (stored(), page.table.shown["day1-am"].ends_at.hour) == (FOUR, 12)
    with written():
        click(page.force)
    assert stored()["day1-am"] == "12 08:30-12:05"
    assert not page.force.isVisible()


@pytest.mark.usefixtures("came")
def test_the_warning_is_also_told_in_the_panel_which_stays_until_it_is_answered(
    page, press, clock, stored, written, click, write, qtbot
):
    clock.now = datetime(2024, 6, 12, 9)
    press("Return")
    page.panel.fields["ends_at"].setFocus()
    write("11:45")
    click(page.panel.accept_button)
    qtbot.waitUntil(page.panel.force.isVisible)
    assert "people inside: 2" in str(page.panel._notice.message)
    assert page.panel.fields["ends_at"].text() == "11:45"
    with written():
        click(page.panel.force)
    assert (stored()["day1-am"], page.side) == ("12 08:30-11:45", None)


def test_hours_that_cannot_be_are_said_in_place_and_what_was_typed_stays(page, press, write, stored, click):
    press("Return")
    page.panel.fields["ends_at"].setFocus()
    write("08:00")
    page.panel.fields["opens_at"].setFocus()
    write("ສວາຍ")
    click(page.panel.accept_button)
    assert str(page.panel.fields["opens_at"].complaint) == "Write the hour, such as 08:30."
    page.panel.fields["opens_at"].setFocus()
    write("07:00")
    click(page.panel.accept_button)
    assert str(page.panel.fields["ends_at"].complaint) == "The end must be later than the begin."
    assert page.panel.fields["ends_at"].edit.hasFocus()
    assert page.panel.fields["ends_at"].text() == "08:00"
    assert stored() == FOUR


def test_a_day_outside_the_event_is_refused_or_the_event_is_widened_to_it(
    page, press, write, stored, click, written, meeting
):
    press("Return")
    page.panel.fields["day"].setFocus()
    write("15/6/2024")
    assert not page.panel.widen.isVisible()
    click(page.panel.accept_button)
    assert "no day of the event" in str(page.panel.fields["day"].complaint)
    page.panel.fields["ends_at"].setFocus()
    write("x")
    click(page.panel.widen)
    assert page.panel.fields["ends_at"].complaint
    page.panel.fields["ends_at"].setFocus()
    write("12:00")
    with written():
        click(page.panel.widen)
    assert meetings.one(meeting, "e1")[0].ends_on == date(2024, 6, 15)
    assert stored()["day1-am"] == "15 08:30-12:00"
    with written():
        press("Ctrl+Z")
    assert meetings.one(meeting, "e1")[0].ends_on == date(2024, 6, 13)
    assert stored() == FOUR


def test_a_session_changed_at_another_desk_meanwhile_is_told_in_the_panel(
    page, press, meeting, whole, qtbot, click
):
    press("Return")
    there = whole()["day1-am"]
    change_sessions(
        meeting, Edit(event_id="e1", before=(there,), after=(replace(there, room="ຫ້ອງ 9"),)), datetime(2024, 6, 11)
    )
    page.panel.fields["title"].set_text("ເປີດ")
    click(page.panel.accept_button)
    qtbot.waitUntil(lambda: page.panel._notice.message is not None)
    assert "changed at another desk" in str(page.panel._notice.message)
    assert page.panel.fields["title"].text() == "ເປີດ"


def test_a_full_disk_is_told_and_the_session_stands_where_it_was(page, press, workers, monkeypatch, qtbot):
    from signin.desk.organiser.sessions import doing

    def full(*_args, **_more):
        raise StoreFull(path="/x")

    monkeypatch.setattr(doing, "change_sessions", full)
    press("Down")
    page.table.flush()
    assert page.table.shown["day1-am"].starts_at.minute == 35
    qtbot.waitUntil(page.notice.isVisible)
    qtbot.waitUntil(lambda: page.table.shown["day1-am"].starts_at.minute == 30)
    assert not page.undo.isEnabled()


# Who is expected


def test_who_is_expected_is_ticked_typed_and_counted_at_once(page, press, click, write, written, whole):
    press("Return")
    who = page.panel.who
    assert str(who.count.text()) == "Expected: 3, women 1"
    click(who.everybody.segments[False])
    assert who.count.text() == "Nobody is chosen yet."
    click(who.ticks[Category.GUEST])
    assert who.count.text() == "Expected: 0, women 0"
    who.numbers.setFocus()
    write("2-3")
    assert who.count.text() == "Expected: 2, women 1"
    with written():
        click(page.panel.accept_button)
    session = whole()["day1-am"]
    assert (session.categories, session.people) == ({Category.GUEST}, {2, 3})
    assert page.table.words("day1-am").lines[-2:] == ("Expected: 2, women 1", "Only some")


def test_people_are_chosen_from_the_roster_by_name(page, press, click, write, qtbot, written, whole):
    press("Return")
    who = page.panel.who
    click(who.everybody.segments[False])
    click(who.pick)
    qtbot.waitUntil(lambda: who._index is not None)
    assert len(who.list.list.lines) == 3
    write("ພອນທິບ")
    assert [line.title for line in who.list.list.lines] == ["2 · ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ"]
    press("Return")
    assert (who.numbers.text(), who.list.list.lines[0].right) == ("2", "Chosen")
    assert who.count.text() == "Expected: 1, women 1"
    press("Return")
    assert who.numbers.text() == ""
    press("Return")
    with written():
        click(page.panel.accept_button)
    assert whole()["day1-am"].people == {2}


def test_numbers_nobody_has_are_told_and_everybody_comes_back(page, press, click, write, written, whole):
    press("Return")
    who = page.panel.who
    click(who.everybody.segments[False])
    who.numbers.setFocus()
    write("2, 77")
    click(page.panel.accept_button)
    assert str(who.numbers.complaint) == "Nobody has the number 77."
    write("2")
    with written():
        click(page.panel.accept_button)
    press("Return")
    assert who.numbers.text() == "2"
    click(who.everybody.segments[True])
    with written():
        click(page.panel.accept_button)
    assert whole()["day1-am"].people == frozenset()


# A day, and all of them


def test_a_day_is_copied_onto_others_once(page, press, click, stored, written):
    with written():
        press("Ctrl+Down")
    press("Ctrl+Shift+C")
    assert page.side is page.copy_panel
    assert list(page.copy_panel.days) == [date(2024, 6, 13)]
    assert "Sessions of this day to copy: 2" in page.copy_panel.told.text()
    with written():
        press("Return", "Return")
    assert stored() == FOUR | {"day1-am": "12 08:30-12:05", "s1": "13 08:30-12:05"}
    press("Home", "Ctrl+Shift+C")
    click(page.copy_panel.accept_button)
    assert str(page.copy_panel._notice.message) == "All of it is on these days already."
    click(page.copy_panel.days[date(2024, 6, 13)])
    click(page.copy_panel.accept_button)
    assert str(page.copy_panel._notice.message) == "Tick the days onto which it is copied."
    click(page.copy_panel.days[date(2024, 6, 13)])
    click(page.copy_panel.again)
    with written():
        click(page.copy_panel.accept_button)
    assert {"s2", "s3"} < set(stored())


def test_the_days_of_the_copy_are_said_in_another_language(page, press, voice):
    press("Ctrl+Shift+C")
    tick = page.copy_panel.days[date(2024, 6, 13)]
    assert tick.accessibleName() == "Day 2, Thursday 13 June 2024"
    voice.speak("lo")
    assert "ມື້ທີ 2" in tick.text()
    press("Esc")
    assert (page.side, page.table.hasFocus()) == (None, True)
    voice.speak("en")


@pytest.mark.usefixtures("came")
def test_half_days_are_made_again_where_no_session_has_scans(page, press, click, stored, written):
    with written():
        press("End", "Ctrl+Up")
    with written():
        press("Home", "Tab", "Del")
    with written():
        click(page.half_days)
    assert stored() == {key: hours for key, hours in FOUR.items() if key != "day1-pm"}
    assert said(page) == "Half-days made: 1; sessions removed: 1. Days with scans stay."
    click(page.half_days)
    assert "nothing to make again" in said(page)
    with written():
        press("Ctrl+Z")
    assert stored()["day2-pm"] == "13 13:30-15:55"


# The way


def test_leaving_keeps_what_keys_moved_and_waits_until_the_door_can_hear_of_it(page, press, stored, qtbot, click):
    press("Down")
    click(page.back_button)
    assert (page.said, page.unsaved()) == ([], True)
    qtbot.waitUntil(lambda: page.said == ["changed", "back"])
    assert (stored()["day1-am"], page.unsaved()) == ("12 08:35-12:05", False)


@pytest.mark.usefixtures("came")
def test_leaving_with_what_is_refused_stays_and_says_why(page, press, click, clock, qtbot):
    clock.now = datetime(2024, 6, 12, 9)
    press("Down")
    click(page.back_button)
    qtbot.waitUntil(page.force.isVisible)
    assert page.said == []


def test_taking_back_at_once_takes_back_what_was_done_last(page, press, stored, written, qtbot):
    with written():
        press("End", "Del")
    press("Down", "Ctrl+Z", "Ctrl+Z")
    qtbot.waitUntil(lambda: page.said.count("changed") == 4)
    assert stored() == FOUR
    press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: page.said.count("changed") == 6)
    assert stored() == {"day1-am": FOUR["day1-am"], "day1-pm": FOUR["day1-pm"], "day2-am": "13 08:35-12:05"}


def test_what_is_typed_stays_while_the_page_is_left_and_come_back_to(page, press, write):
    press("Return")
    write("ເປີດ")
    page.hide()
    page.show()
    assert page.panel.fields["title"].text() == "ເປີດ"


def test_what_is_not_stored_yet_is_known(page, press, write):
    assert not page.unsaved()
    press("Down")
    assert page.unsaved()
    press("Esc", "Return")
    assert not page.unsaved()
    write("ເປີດ")
    assert page.unsaved()
    press("Esc")
    assert not page.unsaved()


def test_an_event_without_sessions_begins_with_its_first_hour(page, press, written):
    for _ in range(4):
        with written():
            press("Del")
    assert (page.table.accessibleDescription(), page.change.isEnabled()) == ("There is no session yet.", False)
    press("Ins")
    fields = page.panel.fields
    assert (fields["day"].text(), fields["starts_at"].text()) == ("12/6/2024", "08:30")


def test_a_session_that_is_put_back_expects_the_same_people_though_their_numbers_moved(
    page, press, meeting, written
):
    vip = replace(page.table.shown["day1-am"], key="vip", title="VIP", people=frozenset({1}))
    with written():
        page._do(Edit(event_id="e1", after=(vip,)), say("Added."))
    with written():
        page._remove("vip")
    with meeting.store.write() as tx:
        people = attendees.everyone(tx, "e1")
        attendees.change_many(tx, [replace(one, number=3 - one.number) for one in people if one.number < 3])
        follow_numbers(meeting, tx, "e1", {1: 2, 2: 1}, datetime(2024, 6, 11, 16))
    with written():
        press("Ctrl+Z")
    found = timetable(meeting, "e1")
    back = next(one for one in found.sessions if one.key == "vip")
    assert [one.id for one in found.people if back.expects(one)] == ["a1"]
