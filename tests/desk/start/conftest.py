"""A window's worth of what the pages are handed: voice, look, a worker on an empty store, a clock that stands."""

from datetime import datetime

import pytest

from desk.hands import look, voice

__all__ = ["look", "voice"]

NOW = datetime(2026, 11, 24, 9, 30)


@pytest.fixture
def worker(desk, qtbot):
    from signin.desk.work.store_worker import StoreWorker

    made = StoreWorker(desk)
    yield made
    made.stop()


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def shown(qtbot):
    """Show a page in a window of the least size, with the focus: shown(page)."""

    def show(page):
        qtbot.addWidget(page)
        page.resize(1176, 720)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show


@pytest.fixture
def press(qtbot):
    """Press keys on whatever has the focus: press("Tab", "Return", "Ctrl+Return")."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    def pressed(*names):
        for name in names:
            *held, key = name.split("+")
            modifier = Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier
            target = QApplication.focusWidget()
            assert target is not None, f"nothing has the focus for {name}"
            qtbot.keyClick(target, getattr(Qt.Key, f"Key_{key}"), modifier)

    return pressed


@pytest.fixture
def write(qtbot):
    """Type a text, Lao too, into whatever has the focus, over what is marked there."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    def written(text):
        target = QApplication.focusWidget()
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
                said = "\r" if letter == "\n" else letter
                QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, said))

    return written


@pytest.fixture
def drop(qtbot):
    """Drop a file on a page with the mouse; tells whether it was taken."""
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    def dropped(page, *paths):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPointF(100, 100).toPoint(), *how)
        enter.ignore()
        QApplication.sendEvent(page, enter)
        if enter.isAccepted():
            QApplication.sendEvent(page, QDropEvent(QPointF(100, 100), *how))
        return enter.isAccepted()

    return dropped


@pytest.fixture
def roster_file(resources):
    return resources / "sample" / "conference-roster.xlsx"
