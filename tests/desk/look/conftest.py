"""A voice, a look in each theme, and ways to compare what widgets draw."""

from __future__ import annotations

import pytest


@pytest.fixture
def voice(qapp):
    from signin.desk.look.voice import Voice

    return Voice("lo")


@pytest.fixture(params=["light", "dark"])
def look(qapp, request):
    from signin.desk.look.look import Look
    from signin.desk.look.tokens import THEMES

    worn = Look()
    worn.wear(THEMES[request.param])
    return worn


@pytest.fixture
def shown(qtbot, qapp):
    """Show a widget alone on a surface, in an active window, and hand it back."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    stages = []

    def show(*widgets, size=None):
        stage = QWidget()
        stages.append(stage)
        stage.setProperty("ground", True)
        stage.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(stage)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(stage)
        stage.resize(*(size or (stage.sizeHint().width(), stage.sizeHint().height())))
        stage.show()
        stage.activateWindow()
        QTest.qWaitForWindowActive(stage)
        QTest.mouseMove(stage)
        qapp.processEvents()
        return widgets[0]

    return show
