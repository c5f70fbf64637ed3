"""Pages that were left go altogether: nothing of them still listens to the language, the theme or the settings."""

import gc
import weakref

import pytest

from desk.scanner.typing import pause
from signin.desk.event_pages import PLACES

INNER = ("import", "duplicates", "sessions")


@pytest.fixture
def visited(program, qtbot):
    """Go to every page beside the door and back: visited() gives those that are still there."""
    pages = program.pages
    places = {
        "events": program.choose_event,
        "settings": program.show_settings,
        "new event": pages.new_event,
        **{place: lambda place=place: pages.of_event.show(place, "e1") for place in (*PLACES, *INNER)},
    }

    def visit(go):
        go()
        qtbot.waitUntil(lambda: not program.reader.waiting and not program.writer.waiting, timeout=5000)
        pause(60)
        page = weakref.ref(program.window.screens.currentWidget())
        program.show_door()
        pause(60)
        gc.collect()
        return page

    def left():
        pages = {name: visit(go) for name, go in places.items()}
        return [name for name, page in pages.items() if page() is not None]

    return left


@pytest.fixture
def listeners(program):
    """How many still listen to the language, the theme and the settings."""
    from PySide6.QtCore import SIGNAL

    kept, lock = program.kept, program.gatekeeper.lock

    def counts():
        gc.collect()
        told = (program.voice, "changed()"), (program.look, "changed()"), (lock, "changed()")
        return [one.receivers(SIGNAL(name)) for one, name in (*told, (kept, "changed(PyObject)"))]

    return counts


@pytest.mark.lets_go
def test_every_page_that_was_left_is_gone_and_nothing_of_it_follows_language_theme_or_settings(
    program, visited, listeners, qtbot
):
    visited()
    before = listeners()
    assert visited() == []
    assert listeners() == before
    for _ in range(2):
        program.kept.change_language()
        program.kept.change_theme()
        pause(60)
