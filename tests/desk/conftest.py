"""Where the window's tests run: the real Qt without a screen, our fonts, and no warning of Qt's let pass.

Without the system's libraries Qt cannot be imported: then every file of this folder is skipped and says why. So
a conftest below this one imports Qt only inside its fixtures.
"""

from __future__ import annotations

import importlib
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

try:
    importlib.import_module("PySide6.QtWidgets")
    MISSING = ""
except ImportError as error:
    MISSING = f"Qt needs a library of the system: {error}"

LETTERS = 12.0
"""Points of the letters that widgets have until a test says otherwise."""


class Left(pytest.Module):
    """A file of tests that cannot run here."""

    def collect(self):
        pytest.skip(MISSING, allow_module_level=True)


def pytest_pycollect_makemodule(module_path, parent):
    return Left.from_parent(parent, path=module_path) if MISSING else None


def pytest_itemcollected(item):
    item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _letters(qapp):
    """Start every test with our fonts and an undressed application."""
    from signin.desk.letters import fonts

    if qapp.styleSheet():
        qapp.setStyleSheet("")
        qapp.setPalette(qapp.style().standardPalette())
    if qapp.font() != fonts.font(LETTERS):
        fonts.use_everywhere(LETTERS)


@pytest.fixture
def golden():
    """Compare a widget with its golden picture: golden(name, widget); in sixteen greys."""
    from desk.drawn import picture
    from pictures import same_picture

    def same(name, widget):
        same_picture(f"desk/{name}", picture(widget).point(lambda grey: grey // 17 * 17))

    return same
