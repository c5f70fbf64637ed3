"""The guide for reception staff, held against the window that it tells of."""

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
PAGES = ("reception.en.md", "reception.lo.md")
ORGANISERS = ("organiser.en.md", "organiser.lo.md")
MOST_BYTES = 60_000


def told(page):
    return (GUIDE / page).read_text(encoding="utf-8")


def pictures(page):
    return re.findall(r"!\[[^]]+\]\((pictures/[^)]+)\)", told(page))


def keys(page):
    return keys_in(told(page))


def keys_in(text):
    chord = r"(?:Ctrl|Alt)\+(?:Shift\+)?(?:[A-Z][a-z]+|\w|[,+-])"
    return set(re.findall(rf"{chord}|\bF\d+\b|\bEsc\b|\bIns\b|\bDel\b", text))


@pytest.mark.parametrize("page", PAGES)
def test_the_guide_names_every_key_of_the_help_sheet(screen, press, page):
    press("F1")
    listed = {button.key for button in screen.panel.buttons_of}
    assert len(listed) >= 14
    assert listed - keys(page) == set()


@pytest.mark.parametrize("page", PAGES)
def test_the_help_sheet_shows_every_key_that_the_guide_lists_but_the_one_that_closes_it(screen, press, page):
    press("F1")
    listed = {button.key for button in screen.panel.buttons_of}
    assert keys_in(told(page).split("\n## ")[-1]) - listed == {"Esc"}


@pytest.mark.parametrize("page", PAGES)
def test_every_key_in_the_guide_does_something_in_the_window(program, page):
    from PySide6.QtGui import QShortcut

    heard = {one.key().toString() for one in program.window.findChildren(QShortcut)}
    assert keys(page) - heard == set()


@pytest.mark.parametrize("page", ORGANISERS)
def test_every_key_of_the_organisers_guide_does_something_on_some_page(program, qtbot, page):
    from PySide6.QtGui import QShortcut

    heard = {"Ctrl+V", "Esc", "Del"}  # the field's own, the pages' way back, the timetable's own
    for place in ("roster", "import", "duplicates", "sessions", "documents", "statistics", "details", "records"):
        program.pages.of_event.show(place, "e1")
        heard |= {one.key().toString() for one in program.window.findChildren(QShortcut)}
    program.pages.new_event()
    program.window.screens.currentWidget().paste.click()
    program.kept.keep(pin="scrypt:x")
    heard |= {one.key().toString() for one in program.window.findChildren(QShortcut)}
    assert keys(page) - heard == set()


@pytest.mark.parametrize(("english", "lao"), [PAGES, ORGANISERS])
def test_the_guide_says_the_same_in_both_languages(english, lao):
    assert keys(english) == keys(lao)
    assert pictures(english) == pictures(lao)
    for mark in ("\n## ", "\n### ", "\n2. ", "\n| ", "\n- ", "\n1. "):
        assert told(english).count(mark) == told(lao).count(mark)


def test_the_words_of_the_window_stand_in_the_lao_guide_as_it_says_them():
    from signin.services.verdict_words import WORDS
    from signin.words import render, say

    page = told("reception.lo.md")
    named = [
        render(say(WORDS[name]), "lo")
        for name in ("Admitted", "AlreadyIn", "UnknownCode", "Unreadable", "Replaced")
    ]
    named += [
        render(say(word), "lo")
        for word in (
            "Not saved",
            "Sign-in sheet",
            "Try the scanner",
            "Cancel the place",
            "Numbers from a paper list",
            "Old badge",
            "Keep",
            "Wait",
            "Close all the same",
        )
    ]
    assert [word for word in named if word not in page] == []


def test_the_sheet_that_is_signed_is_called_the_same_where_it_is_printed_and_where_it_is_typed_in():
    from signin.words import render, say

    sheet = render(say("Sign-in sheet"), "lo")
    for text in ("Numbers from a paper list", "Numbers as they stand on the paper: 3, 7 12-15"):
        assert sheet in render(say(text), "lo")


def test_the_words_of_the_organisers_pages_stand_in_the_lao_guide_as_the_window_says_them():
    from signin.words import render, say

    pairs = zip(*(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", told(page)) for page in ORGANISERS), strict=True)
    bold = zip(*(re.findall(r"\*\*([^*\n]+)\*\*", told(page)) for page in ORGANISERS), strict=True)
    assert [(one, lao) for one, lao in (*pairs, *bold) if render(say(one), "lo") != lao] == []


def test_the_pictures_of_the_guide_are_there_and_small():
    shown = {one for page in (*PAGES, *ORGANISERS) for one in pictures(page)}
    assert {path.name for path in (GUIDE / "pictures").iterdir()} == {Path(one).name for one in shown}
    assert all((GUIDE / one).stat().st_size < MOST_BYTES for one in shown)
