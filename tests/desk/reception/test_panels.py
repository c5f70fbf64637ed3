"""What all panels have in common."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

KEYS = ["F2", "F3", "F4", "F5", "F9", "F10", "F11"]


@pytest.fixture(params=KEYS)
def panel(request, screen, write, press):
    write("3")
    press(request.param)
    assert screen.panel is not None
    return screen.panel


def test_what_takes_the_focus_has_a_name_and_esc_closes(panel, screen, press):
    nameless = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
    assert panel.isAncestorOf(screen.focusWidget())
    press("Esc")
    assert screen.panel is None
    assert screen.search.hasFocus()


def test_a_click_closes(panel, screen):
    QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert screen.panel is None


def test_a_scan_is_answered_and_the_panel_stays(panel, screen, scan, stored):
    scan(1, "lao")
    assert screen.panel is panel
    assert stored() == [(1, "Admitted", "qr")]
