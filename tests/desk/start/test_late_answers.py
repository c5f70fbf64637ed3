"""A page that was left while the store worked for it: nobody is answered, and the work is done all the same."""

from threading import Event as Gate

import pytest
from shiboken6 import isValid

from signin.desk.organiser.importing.page import ImportPage
from signin.desk.start.event_page import EventPage
from signin.desk.start.new_event_page import NewEventPage
from signin.services import beginning
from signin.services.new_event import Form
from signin.store.failures import StoreFull

FORM = Form(title="ກອງປະຊຸມ", organiser="ຫ້ອງການ", venue="ຫ້ອງ", first_day="1/2/2027")


@pytest.fixture
def leave(worker, qtbot):
    """Do something with a page and leave it before the store answers: leave(page, act)."""

    def left(page, act=lambda: None):
        gate = Gate()
        worker.do(lambda _: gate.wait(5), lambda _: None)
        act()
        page.deleteLater()
        qtbot.waitUntil(lambda: not isValid(page))
        gate.set()
        qtbot.waitUntil(lambda: not worker.waiting)

    return left


@pytest.fixture
def full(monkeypatch):
    """Let the disk be full for whatever begins an event."""

    def fail(*_):
        raise StoreFull(path="x")

    for name in ("make_event", "make_sample", "import_as_new", "events_there"):
        monkeypatch.setattr(beginning, name, fail)


def titles(desk):
    return [held.event.title for held in beginning.events_there(desk)]


def read(page, roster_file, qtbot, worker):
    page.show()
    page.open_file(roster_file)
    qtbot.waitUntil(lambda: not page.reader.is_busy and not worker.waiting, timeout=5000)
    page.face.event.form.set_form(FORM)
    page.go_on()
    qtbot.waitUntil(lambda: not worker.waiting and not page.face.file.is_looking, timeout=5000)


def roster_page(voice, look, worker, clock):
    return ImportPage(voice, look, worker, worker, None, clock, sticks=list, folders=list)


def test_the_events_and_the_sample_for_a_page_that_was_left(voice, look, worker, clock, leave, desk):
    page = EventPage(voice, look, worker, clock)
    page.show()
    leave(page, page.sample.click)
    assert len(titles(desk)) == 1


def test_a_new_event_whose_page_was_left_is_made(voice, look, worker, clock, leave, desk):
    page = NewEventPage(voice, look, worker, clock)
    page.form.set_form(FORM)
    leave(page, page.make.click)
    assert titles(desk) == [FORM.title]


def test_a_roster_whose_page_was_left_is_imported(voice, look, worker, clock, leave, desk, roster_file, qtbot):
    page = roster_page(voice, look, worker, clock)
    read(page, roster_file, qtbot, worker)
    leave(page, page.face.take.click)
    assert len(titles(desk)) == 1


def test_a_full_disk_harms_nobody_who_has_left(voice, look, worker, clock, leave, full, roster_file, qtbot):
    leave(NewEventPage(voice, look, worker, clock))
    events, new, roster = (page(voice, look, worker, clock) for page in (EventPage, NewEventPage, roster_page))
    events.show()
    leave(events, events.sample.click)
    new.form.set_form(FORM)
    leave(new, new.make.click)
    read(roster, roster_file, qtbot, worker)
    leave(roster, roster.face.take.click)
