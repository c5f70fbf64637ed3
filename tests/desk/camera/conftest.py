"""A badge as the camera sees it, the reader of codes, and the panel at the door."""

from __future__ import annotations

import pytest

from signin.exchange.pictures import render_pages
from signin.services.papers import print_badges


@pytest.fixture
def badge(meeting, tmp_path, clock):
    """The page with the badge of person 2, as the paper looks."""
    print_badges(meeting, "e1", tmp_path / "badge.pdf", clock(), only=["a2"], page=(86, 54))
    return next(render_pages(tmp_path / "badge.pdf", 250))


@pytest.fixture
def reader(qtbot):
    from signin.desk.camera.code_reader import CodeReader

    made = CodeReader(clock=lambda: made_clock[0])
    made_clock = made.times = [0.0]
    yield made
    made.stop()


@pytest.fixture
def camera(screen, press):
    press("F12")
    return screen.panel
