from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from signin.desk.start.event_page import EventPage
from signin.services import beginning
from signin.services.new_event import Form, read_form
from signin.store.failures import StoreBusy


def add(desk, title, day):
    form = Form(title=title, organiser="ຫ້ອງການ", venue="ຫ້ອງປະຊຸມ", first_day=day)
    return beginning.make_event(desk, read_form(form, date(2026, 1, 1)))


@pytest.fixture
def papers():
    return []


@pytest.fixture
def page(voice, look, worker, clock, papers):
    made = EventPage(voice, look, worker, clock, show_paper=papers.append)
    made.said = []
    made.opened.connect(made.said.append)
    made.roster_given.connect(made.said.append)
    made.new_wanted.connect(lambda: made.said.append("new"))
    return made


@pytest.fixture
def ready(page, shown, worker, qtbot):
    def go():
        shown(page)
        qtbot.waitUntil(lambda: not worker.waiting)
        return page

    return go


def test_without_events_the_page_says_how_to_begin_and_enter_begins_a_new_one(ready, press):
    page = ready()
    assert page.list.isHidden()
    assert page.hint.text().startswith("There is no event yet.")
    press("Return")
    assert page.said == ["new"]


def test_the_newest_event_is_first_and_enter_opens_it(desk, ready, press):
    add(desk, "ກ່ອນ", "1/2/2026")
    later = add(desk, "ຫຼັງ", "3/2/2026")
    page = ready()
    press("Return")
    assert page.said == [later]


def test_arrows_choose_and_a_click_opens_too(desk, ready, press, qtbot):
    first = add(desk, "ກ່ອນ", "1/2/2026")
    add(desk, "ຫຼັງ", "3/2/2026")
    page = ready()
    press("Down", "Space")
    place = page.list.visualRect(page.list.events.index(1)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.said == [first, first]


def test_a_row_tells_title_days_venue_and_people_in_the_windows_language(desk, ready, voice):
    add(desk, "ກອງປະຊຸມ", "12-13/6/2026")
    page = ready()
    index = page.list.events.index(0)
    assert index.data() == "ກອງປະຊຸມ · 12-13 June 2026 · ຫ້ອງປະຊຸມ · people: 0"
    voice.speak("lo")
    assert index.data() == "ກອງປະຊຸມ · 12-13 ມິຖຸນາ 2026 · ຫ້ອງປະຊຸມ · 0 ທ່ານ"


def test_what_was_chosen_stays_chosen_when_the_list_is_asked_for_again(desk, ready, press, worker, qtbot):
    first = add(desk, "ກ່ອນ", "1/2/2026")
    add(desk, "ຫຼັງ", "3/2/2026")
    page = ready()
    press("Down")
    page.refresh()
    qtbot.waitUntil(lambda: not worker.waiting)
    assert page.list.current == first


def test_the_sample_is_made_and_its_door_is_one_enter_away(ready, press, qtbot, desk):
    page = ready()
    press("Ctrl+T")
    assert not page.sample.isEnabled()
    qtbot.waitUntil(page.sample_card.isVisible)
    qtbot.waitUntil(lambda: page.list.events.rowCount() == 1)
    assert page.list.events.held(0).people == 37
    press("Return")
    assert page.said == [page.list.current]


def test_the_samples_badges_are_printed_shown_and_said_where(ready, press, qtbot, papers, tmp_path, monkeypatch):
    monkeypatch.setattr("signin.desk.start.event_page.documents", lambda: tmp_path)
    page = ready()
    qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.sample_card.isVisible)
    qtbot.mouseClick(page.sample_card.badges, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(papers) == 1, timeout=20_000)
    assert papers[0].parent == tmp_path
    assert papers[0].read_bytes().startswith(b"%PDF")
    assert page.sample_card.told.text() == f"Badges in “{papers[0]}”: 37."


def test_a_store_that_cannot_be_read_is_told_and_the_page_can_still_be_used(ready, worker, qtbot, monkeypatch):
    page = ready()

    def busy(*_):
        raise StoreBusy

    monkeypatch.setattr(beginning, "make_sample", busy)
    qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.notice.message is not None)
    assert page.sample.isEnabled()
    assert page.hint.text().startswith("There is no event yet.")


def test_a_roster_that_is_dropped_is_handed_on_and_other_files_are_not(ready, drop, roster_file, tmp_path):
    page = ready()
    assert drop(page, roster_file)
    assert not drop(page, tmp_path / "photo.png")
    assert not drop(page, roster_file, roster_file)
    assert page.said == [roster_file]


def test_a_roster_is_chosen_in_a_dialog_by_the_keyboard(ready, press, qtbot, roster_file):
    page = ready()
    press("Ctrl+O")
    qtbot.waitUntil(page.dialog.isVisible)
    page.dialog.findChild(QLineEdit).setText(str(roster_file))
    page.dialog.accept()
    assert page.said == [roster_file]


def test_everything_that_takes_the_focus_has_a_name(ready):
    page = ready()
    for button in (page.new, page.roster, page.sample, page.list, page.sample_card.go, page.sample_card.badges):
        assert button.accessibleName()
    assert page.new.accessibleDescription().endswith("Key Ctrl+N")
