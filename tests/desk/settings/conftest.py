"""The settings of the whole program, part by part."""

import pytest


@pytest.fixture
def page(program, press):
    press("Ctrl+,")
    return program.window.screens.currentWidget()


@pytest.fixture
def part(page, qtbot):
    """Show a part of the settings by a click on it: part("backups")."""
    from PySide6.QtCore import Qt

    def shown(name):
        section = getattr(page, name)
        qtbot.mouseClick(page.list.buttons[page.sections.index(section)], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(section.isVisible)
        return section

    return shown


@pytest.fixture
def kept():
    """The settings as they are on disk."""
    from signin import bootstrap

    return bootstrap.load_settings
