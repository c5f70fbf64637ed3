"""What is done to the sessions is what the door beside them goes by."""

from datetime import datetime

import pytest


@pytest.fixture
def at_sessions(program, qtbot, press, click):
    """Go to the sessions as a clerk does: the event's page, then the button on the card."""
    from signin.desk.organiser.event.details_page import EventDetailsPage
    from signin.desk.organiser.sessions.page import SessionsPage

    def current():
        return program.window.screens.currentWidget()

    press("Ctrl+6")
    qtbot.waitUntil(lambda: isinstance(current(), EventDetailsPage))
    qtbot.waitUntil(lambda: current()._event is not None)
    click(current().sessions.open)
    page = current()
    assert isinstance(page, SessionsPage)
    qtbot.waitUntil(page.table.hasFocus)
    return page


@pytest.mark.usefixtures("at_sessions")
def test_doors_that_open_later_now_are_still_shut_for_a_scan(program, qtbot, press, scan):
    press(*["Down"] * 12)
    qtbot.waitUntil(lambda: program.reception.session.starts_at == datetime(2024, 6, 12, 9, 30), timeout=5000)
    assert type(scan(1).verdict).__name__ == "NotOpen"


def test_the_door_hears_of_what_keys_moved_just_before_the_page_is_left(program, qtbot, press, click, at_sessions):
    press("Down")
    click(at_sessions.back_button)
    qtbot.waitUntil(lambda: program.reception.session.starts_at.minute == 35, timeout=5000)
    assert program.window.screens.currentWidget() is not at_sessions


@pytest.mark.usefixtures("at_sessions")
def test_the_door_hears_of_it_also_when_the_rail_is_used(program, qtbot, press):
    press("Down", "Ctrl+1")
    qtbot.waitUntil(lambda: program.reception.session.starts_at.minute == 35, timeout=5000)


def test_what_was_changed_is_taken_back_and_done_again_after_other_pages_were_looked_at(
    program, qtbot, press, click, at_sessions
):
    def minute(wanted):
        qtbot.waitUntil(lambda: program.reception.session.starts_at.minute == wanted, timeout=5000)

    def come_back():
        press("Ctrl+6")
        qtbot.waitUntil(lambda: getattr(program.window.screens.currentWidget(), "_event", None) is not None)
        click(program.window.screens.currentWidget().sessions.open)
        page = program.window.screens.currentWidget()
        qtbot.waitUntil(page.table.hasFocus)
        return page

    press("Down")
    minute(35)
    press("Ctrl+3")
    for key, wanted in (("Ctrl+Z", 30), ("Ctrl+Y", 35), ("Ctrl+Z", 30)):
        assert come_back() is not at_sessions
        press(key)
        minute(wanted)
        press("Ctrl+3")
