"""The list of the settings' parts at the left: a click or the arrow keys show one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message, say

_WIDTH = 240
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SectionList(QWidget):
    """Emits `chosen` with the number of a part. Tab comes to the one that is shown."""

    chosen = Signal(int)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.buttons: list[ActionButton] = []
        self._group = QButtonGroup(self, exclusive=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch()
        voice.tell(self, self.setAccessibleName, say("Parts of the settings"))
        look.changed.connect(self._measure)
        self._measure()

    def add(self, title: Message, icon_name: str) -> None:
        """Add a part at the end; the first one is shown."""
        button, number = ActionButton(self._voice, self._look, title, icon_name, kind="quiet"), len(self.buttons)
        button.setCheckable(True)
        button.clicked.connect(lambda _=False: self.choose(number))
        self._group.addButton(button)
        self._column.insertWidget(number, button)
        self.buttons.append(button)
        if not number:
            self.choose(0)

    def choose(self, number: int) -> None:
        """Show a part."""
        for each, button in enumerate(self.buttons):
            on = each == number
            button.setChecked(on)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[number])
        self.chosen.emit(number)

    @property
    def number(self) -> int:
        """Which part is shown."""
        return next(each for each, button in enumerate(self.buttons) if button.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrow keys go to the next part."""
        if event.key() in _STEPS:
            self.step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go on by so many parts, round the ends."""
        self.choose((self.number + by) % len(self.buttons))
        self.buttons[self.number].setFocus(Qt.FocusReason.TabFocusReason)

    def _measure(self) -> None:
        self.setFixedWidth(self._look.px(_WIDTH))
        self._column.setSpacing(self._look.px(SPACE.hair))
