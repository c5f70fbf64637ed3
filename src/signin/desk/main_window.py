"""The window: the rail at the left, and one screen at a time beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message, say

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from signin.desk.look.action_button import ActionButton
    from signin.desk.look.notice import Notice

LEAST = (1280, 720)
_RAIL = 112


class Rail(QFrame):
    """The places of the program, one button each, and under them what changes the window itself."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.setProperty("kind", "rail")
        self._places = QButtonGroup(self, exclusive=True)
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.hair, SPACE.small, SPACE.hair, SPACE.small)
        for group in (self._top, self._bottom):
            group.setSpacing(SPACE.ring)
        column.addLayout(self._top)
        column.addStretch()
        column.addLayout(self._bottom)
        self.setAutoFillBackground(True)  # the style sheet comes after the first paint
        look.changed.connect(self._follow)
        self._follow()

    def add_place(self, text: Message, icon: str, shortcut: str, go: Callable[[], object]) -> ActionButton:
        """Add a place to go to."""
        button = self._button(text, icon, shortcut, go)
        button.setCheckable(True)
        self._places.addButton(button)
        self._top.addWidget(button)
        return button

    def add_switch(self, text: Message, icon: str, shortcut: str, do: Callable[[], object]) -> ActionButton:
        """Add something that changes the window at once."""
        button = self._button(text, icon, shortcut, do)
        self._bottom.addWidget(button)
        return button

    def _button(self, text: Message, icon: str, shortcut: str, do: Callable[[], object]) -> ActionButton:
        from signin.desk.look.action_button import ActionButton

        button = ActionButton(self._voice, self._look, text, icon, shortcut, kind="rail", upright=True)
        button.clicked.connect(lambda _=False: do())
        return button

    def _follow(self) -> None:
        self.setFixedWidth(self._look.px(_RAIL))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, self._look.colour("rail"))
        self.setPalette(colours)


class MainWindow(QMainWindow):
    """Holds the rail and the screens; `may_close` is asked before it closes, and may say no."""

    def __init__(self, voice: Voice, look: Look) -> None:
        super().__init__()
        self.voice, self.look = voice, look
        self.may_close: Callable[[], bool] = lambda: True
        self.rail = Rail(voice, look)
        self.screens = QStackedWidget()
        inside, row, self._column = QWidget(), QHBoxLayout(), QVBoxLayout()
        inside.setProperty("ground", True)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.screens, 1)
        inside.setLayout(row)
        self.setCentralWidget(inside)
        self.setMinimumSize(960, 600)
        self.resize(*LEAST)
        self.setWindowTitle("signin")  # until the catalogue is read, after the first paint

    @cached_property
    def warning(self) -> Notice:
        """What is amiss with the whole window, above the screens; made late, for the first paint needs none."""
        from signin.desk.look.notice import Notice
        from signin.domain.verdict import Tone

        made = Notice(self.voice, self.look, Tone.LOOK)
        made.setMargin(SPACE.medium)
        self._column.insertWidget(0, made)
        return made

    def show_screen(self, screen: QWidget) -> None:
        """Bring a screen to the front; it is taken in if it was not there."""
        if self.screens.indexOf(screen) < 0:
            self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)

    def drop_screen(self, screen: QWidget) -> None:
        """Let go of a screen."""
        self.screens.removeWidget(screen)
        screen.deleteLater()

    def dress(self) -> None:
        """Put on letters and words, once the first paint is done."""
        self.look.wear()
        self.voice.tell(self, self.setWindowTitle, say("signin · meeting registration"))

    def warn(self, message: Message, *, stop: bool = False) -> None:
        """Say something above every screen until somebody opens an event; in red what stops the work."""
        from signin.domain.verdict import Tone

        self.warning.tell(message, Tone.STOP if stop else Tone.LOOK)

    def unwarn(self, message: Message) -> None:
        """Say something no more; what was said since stays."""
        if self.warning.message is message:
            self.warning.tell(None)

    def come_to_front(self) -> None:
        """Answer a second start."""
        from PySide6.QtCore import Qt  # with all its enums, a tenth of the way to the first paint

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let letters grow with the window."""
        super().resizeEvent(event)
        self.look.grow(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing is left to save, or it was said that it may be left."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()
