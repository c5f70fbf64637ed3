"""The head of the screen, the counts and the buttons: nothing of them is cut, in either language, in the smallest
window and in a large one."""

from dataclasses import replace

import pytest

from desk.drawn import ink, picture
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.domain.event import Mode
from signin.services.board import Board
from signin.words import say

SIZES = [(1280, 720), (1920, 1080)]
LANGUAGES = ["lo", "en"]
TITLES = ["ກຸ່ມ 3: ການຄຸ້ມຄອງບໍລິຫານ ແລະ ບໍລິການດິຈິຕອນຂັ້ນເມືອງ", "Working group 3: administration and services of districts"]
HALVES = {"lo": ("ພາກເຊົ້າ", "ພາກບ່າຍ"), "en": ("Morning", "Afternoon")}


@pytest.fixture
def at(program, qtbot):
    """Make the window so large and speak a language: at(size, language)."""

    def resized(size, language):
        program.window.resize(*size)
        program.voice.speak(language)
        qtbot.wait(50)

    return resized


@pytest.fixture
def session(program, qtbot):
    """Go to a session of the first day: session(half, **changes)."""

    def chosen(half, **changes):
        place = program.reception.place
        first = place.session
        begins = first.starts_at.replace(year=2026, month=11, day=25, hour=8 + 5 * half)  # in long words
        ends = begins.replace(hour=begins.hour + 3)
        program.screen.session_bar.call_desk("Reception 1")
        place.choose(replace(first, starts_at=begins, ends_at=ends, mode=Mode.IN_OUT, **changes))
        qtbot.wait(50)

    return chosen


def one_line(label):
    return len(label.block().lines) == 1 and not label.is_elided()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", [0, 1])
def test_the_head_tells_the_half_of_the_day_whole_beside_the_way_through_the_door(
    screen, at, session, size, language, half
):
    at(size, language)
    session(half)
    title = screen.session_bar.title
    assert screen.session_bar.way.isVisible()
    assert title.text().endswith(HALVES[language][half])
    assert "25" in title.text()
    assert one_line(title)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TITLES, ids=LANGUAGES)
def test_the_head_tells_a_sessions_own_title_whole(screen, at, session, size, language, name):
    at(size, language)
    session(0, title=name)
    title = screen.session_bar.title
    assert name in title.text()
    assert not title.is_elided()


def test_the_date_is_as_long_again_as_there_is_room_for(screen, program, at, session, qtbot):
    at((1280, 720), "en")
    session(1)
    short = screen.session_bar.title.text()
    at((1920, 1080), "en")
    assert screen.session_bar.title.text() == "Wednesday 25 November 2026 · Afternoon" != short
    assert screen.session_bar.title.toolTip() == ""
    at((1280, 720), "en")
    assert screen.session_bar.title.text() == short
    assert screen.session_bar.title.toolTip() == "Wednesday 25 November 2026 · Afternoon"
    assert screen.session_bar.title.accessibleName() == screen.session_bar.title.toolTip()


def test_the_date_does_not_go_and_come_with_every_scan_that_is_saved(screen, program, at, session, qtbot):
    at((1280, 720), "en")
    session(1)
    bar = screen.session_bar
    seen = set()
    for width in range(1280, 1921, 16):  # by and by there is room for the weekday
        program.window.resize(width, 720)
        told = []
        for text, state in [(say("Saving …"), "saving"), (say("Saved"), "saved")] * 2:
            bar.tell_saved(text, state)
            qtbot.wait(5)
            told.append(bar.title.text())
        assert len(set(told)) == 1, width
        seen.update(told)
    assert len(seen) == 2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("many", [1, 1888])
def test_no_number_of_the_counts_is_cut_where_walk_ins_and_substitutes_came(
    program, screen, at, session, qtbot, monkeypatch, size, language, many
):
    at(size, language)
    session(0)
    board = program.reception.board
    board.session = program.reception.session
    numbers = ("arrived", "women", "missing", "inside", "walk_ins", "substitutes")
    counts = replace(board.counts, **dict.fromkeys(numbers, many))
    monkeypatch.setattr(Board, "counts", counts)
    screen.counts.show_board(board)
    qtbot.wait(50)
    told = [one for one in screen.counts.findChildren(LaoLabel) if one.isVisible()]
    assert [one.text().count(str(many)) for one in told] == [1, 1, 1, 2]
    assert [one.text() for one in told if one.is_elided() or one.height() < one.block().height] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_is_seen_on_every_button_under_the_search(screen, at, size, language):
    at(size, language)
    buttons = [one for one in screen.findChildren(ActionButton) if one.key in {"F1", "F2", "F3", "F4", "F9"}]
    assert len(buttons) == 5
    for button in buttons:
        seen = picture(button)
        button._key = ""
        assert ink(picture(button)) < ink(seen), button.text()
