"""What the event's own pages are handed, in a window of the least size; keys go to what has the focus."""

from datetime import datetime

import pytest

from desk.hands import click, look, press, voice, workers, write

__all__ = ["click", "look", "press", "voice", "workers", "write"]

NOW = datetime(2026, 11, 24, 9, 30)


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def shown(qtbot):
    """Show a page with the focus: shown(page)."""

    def show(page):
        qtbot.addWidget(page)
        page.resize(1176, 720)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show
