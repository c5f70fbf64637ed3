"""In a window of the least size everything that can be pressed is seen whole, whatever is asked or told."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk.organiser.importing.conftest import HEAD, NOW
from signin.exchange.roster import read_roster
from signin.services import rosters
from signin.services.corrections import Correction, correct

MANY = 3


def cut(page):
    """Name the buttons of which not all is seen, or that are squeezed."""
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert buttons
    return [
        one.text() or type(one).__name__
        for one in buttons
        if one.visibleRegion().boundingRect() != one.rect() or one.height() < one.minimumSizeHint().height()
    ]


def chosen_is_whole(table):
    """Whether the whole of the row chosen is seen, and all of its texts."""
    place = table.visualRect(table.currentIndex())
    seen = table.viewport().visibleRegion().boundingRect()
    return seen.top() <= place.top() and place.bottom() <= seen.bottom()


@pytest.fixture(params=["en", "lo"])
def told(voice, request):
    voice.speak(request.param)
    return request.param


@pytest.fixture
def page_of_many(meeting, make_page, settled, sticks, tmp_path, book, told, qtbot):
    """A page with files on a stick and several imports, of which the last was refused or stands."""
    for nth in range(MANY):
        path = book(HEAD, [10 + nth, f"ຄົນ ທີ {nth} ສີ", "", "ກົມ", ""], name=f"list{nth}.xlsx")
        rosters.import_roster(meeting, "e1", read_roster(path), NOW + timedelta(minutes=nth))
    sticks.append(("ROSTERS", tmp_path))
    page = settled(make_page())
    qtbot.waitUntil(lambda: len(page.face.file.list.texts()) == MANY)
    return page


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_of_the_first_step_every_button_and_what_is_chosen_is_seen_whole(page_of_many, settled, qtbot):
    page = page_of_many
    runs = page.face.file.runs
    assert (cut(page), chosen_is_whole(runs.table), chosen_is_whole(page.face.file.list)) == ([], True, True)
    press(qtbot, runs.bar.begin)
    settled(page)
    page.face.file.look_for_files()
    qtbot.waitUntil(lambda: not page.face.file.is_looking)
    assert runs.bar.sure.isVisible()
    assert (cut(page), chosen_is_whole(runs.table)) == ([], True)
    press(qtbot, runs.bar.sure)
    settled(page)
    assert runs.table.texts()[0][-1].endswith("11/6/2024 16:00")
    assert (cut(page), chosen_is_whole(runs.table), chosen_is_whole(page.face.file.list)) == ([], True, True)


def test_who_stands_against_it_is_seen_with_the_buttons(page_of_many, settled, qtbot, meeting):
    page = page_of_many
    for nth in range(MANY):
        correct(meeting, "e1", str(10 + nth), Correction(note="x"), NOW)
    press(qtbot, page.face.file.runs.bar.begin)
    settled(page)
    bar = page.face.file.runs.bar
    assert (bar.leave.isVisible(), cut(page), chosen_is_whole(bar.hanging)) == (True, [], True)


def test_a_file_that_is_refused_leaves_room_for_the_rest(page_of_many, read, tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    read(page_of_many, tmp_path / "broken.xlsx")
    assert page_of_many.face.file.refused.isVisible()
    assert (cut(page_of_many), chosen_is_whole(page_of_many.face.file.runs.table)) == ([], True)
