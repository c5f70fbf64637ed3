"""The roster in the whole program: its keys are its own there, and Esc closes what is open first."""

import gc
import weakref

import pytest

from signin.services.roster_table import Column, Trait


@pytest.fixture
def shown(program):
    """The page that is in sight, once everybody was read."""
    from signin.desk.organiser.roster.page import RosterPage

    def pages():
        return [one for one in program.window.findChildren(RosterPage) if one.isVisible() and one.is_ready]

    return pages


@pytest.fixture
def page(shown, press, qtbot):
    press("Ctrl+3")
    qtbot.waitUntil(lambda: bool(shown()), timeout=5000)
    return shown()[0]


@pytest.fixture
def phone(page, qtbot):
    """Wait until the first person has this phone."""
    return lambda text: qtbot.waitUntil(lambda: page.table.people.person(0).phone == text, timeout=5000)


def test_a_cell_is_corrected_undone_and_redone(page, cell, press, write, phone):
    cell(1, Column.PHONE)
    press("Return")
    write("020 1")
    press("Return")
    phone("020 1")
    press("Ctrl+Z")
    phone("2055500001")
    press("Ctrl+Shift+Z")
    phone("020 1")


def test_what_was_corrected_is_undone_and_redone_after_other_pages_were_looked_at(
    page, shown, cell, press, write, qtbot
):
    cell(1, Column.PHONE)
    press("Return")
    write("020 1")
    press("Return", "Ctrl+5")  # at once: the answer may come when the page has gone
    for key, phone in (("Ctrl+Z", "2055500001"), ("Ctrl+Y", "020 1"), ("Ctrl+Z", "2055500001")):
        press("Ctrl+3")
        qtbot.waitUntil(lambda: bool(shown()), timeout=5000)
        (now,) = shown()
        qtbot.waitUntil(lambda now=now: now.undo_button.isEnabled() or now.redo_button.isEnabled())
        press(key)
        qtbot.waitUntil(lambda now=now, phone=phone: now.table.people.person(0).phone == phone, timeout=5000)
        press("Ctrl+1")


def test_who_was_chosen_and_whom_was_looked_for_are_there_again(page, shown, press, qtbot):
    def numbers(page):
        return [page.table.people.person(row).number for row in range(len(page.table.people.places))]

    page.bar.traits[Trait.WITHOUT_PHONE].click()
    page.table.sort_by(Column.NUMBER, descending=True)
    qtbot.waitUntil(lambda: numbers(page) == [3, 2])
    page.bar.type("ບຸນມີ")
    qtbot.waitUntil(lambda: len(numbers(page)) == 1)
    (found,) = numbers(page)
    page.bar.type("")
    page.table.choose(numbers(page).index(2), 0)
    press("Ctrl+1", "Ctrl+3")
    qtbot.waitUntil(lambda: bool(shown()), timeout=5000)
    (now,) = shown()
    assert (numbers(now), now.table.person.number) == ([3, 2], 2)
    now.bar.type("ບຸນມີ")
    press("Ctrl+1", "Ctrl+3")
    qtbot.waitUntil(lambda: bool(shown()), timeout=5000)
    (now,) = shown()
    qtbot.waitUntil(lambda: numbers(now) == [found])
    assert now.bar.text == "ບຸນມີ"


@pytest.mark.parametrize("key", ["F3", "F8", "Ctrl+N"])
def test_esc_closes_the_panel_and_leaves_the_page(page, cell, press, key):
    cell(1, Column.NAME)
    press(key)
    assert page.panel is not None
    press("Esc")
    assert page.panel is None
    assert page.isVisible()


def test_esc_leaves_a_cell_and_empties_the_search_and_the_page_stays(page, cell, press, write):
    cell(1, Column.NAME)
    press("F2")
    assert page.table.editor is not None
    press("Esc", "Ctrl+F")
    write("x")
    press("Esc")
    assert page.table.editor is None
    assert page.bar.text == ""
    assert page.isVisible()


def test_who_is_added_here_is_found_at_the_door(page, program, press, write, qtbot):
    page.table.setFocus()
    press("Ctrl+N")
    write("Mister New")
    page.panel.accept_button.click()
    qtbot.waitUntil(lambda: len(program.reception.index) == 4, timeout=5000)
    press("Ctrl+1")
    assert [hit.attendee.number for hit in program.reception.index.find("mister new")] == [4]


@pytest.mark.lets_go
def test_a_page_that_was_left_goes_with_its_table_and_its_people(shown, press, qtbot):
    def visit():
        press("Ctrl+3")
        qtbot.waitUntil(lambda: bool(shown()), timeout=5000)
        page = shown()[0]
        return [weakref.ref(one) for one in (page, page.table, page.table.people, page.index, page.everybody)]

    left = [*visit(), *(press("Ctrl+1") or visit())]
    press("Ctrl+1")
    qtbot.waitUntil(lambda: [one() for one in left] == [None] * len(left), timeout=5000)
    assert gc.get_freeze_count() > 0  # the door's people are left out again


@pytest.mark.lets_go
def test_of_very_many_the_people_of_a_page_go_at_once_and_the_rest_with_the_door(
    shown, press, qtbot, monkeypatch, program
):
    from signin.desk.work import lasting

    monkeypatch.setattr(lasting, "_VERY_MANY", 0)

    def visit():
        press("Ctrl+3")
        qtbot.waitUntil(lambda: bool(shown()), timeout=5000)
        page = shown()[0]
        return [weakref.ref(one) for one in (page.index, page.everybody, page)]

    *people, page = visit()
    press("Ctrl+1")
    qtbot.waitUntil(lambda: [one() for one in people] == [None, None], timeout=5000)
    assert page() is not None
    monkeypatch.undo()
    program.open_event("e1")
    qtbot.waitUntil(lambda: page() is None, timeout=5000)
