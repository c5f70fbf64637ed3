"""What the pages of the start have in common: a title, a way back, room for the rest, a row of buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message, say

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Page(QWidget):
    """`body` takes what the page is about, `buttons` what is done with it; `complain` speaks between them.

    With `way_back`, Esc and the button beside the title emit `back`. Enter that no widget wants calls `enter`.
    """

    back = Signal()

    def __init__(
        self, voice: Voice, look: Look, title: Message, parent: QWidget | None = None, *, way_back: bool = True
    ) -> None:
        super().__init__(parent)
        self.voice, self.look, self.title = voice, look, title
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        voice.tell(self, self.setAccessibleName, title)
        self.heading, self.notice = LaoLabel(most_lines=1), Notice(voice, look)
        dress(self.heading, type="heading")
        voice.tell(self.heading, self.heading.setText, title)
        self.back_button = self._way_back() if way_back else None
        self.head, self.body, self.buttons = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._whole = QVBoxLayout(self)
        if self.back_button:
            self.head.addWidget(self.back_button)
        self.head.addWidget(self.heading, 1)
        self.buttons.addWidget(self.notice, 1)
        self.buttons.addStretch()
        self._whole.addLayout(self.head)
        self._whole.addLayout(self.body, 1)
        self._whole.addLayout(self.buttons)
        look.changed.connect(self._space)
        self._space()

    def _way_back(self) -> ActionButton:
        button = ActionButton(self.voice, self.look, say("Back"), "left", shown_key="Esc", kind="quiet")
        button.clicked.connect(self.go_back)
        return button

    def _space(self) -> None:
        edge, gap = self.look.px(SPACE.wide), self.look.px(SPACE.medium)
        self._whole.setContentsMargins(edge, self.look.px(SPACE.large), edge, self.look.px(SPACE.large))
        for layout in (self._whole, self.head, self.body, self.buttons):
            layout.setSpacing(gap)

    def go_back(self) -> None:
        """Leave the page by the way back."""
        self.back.emit()

    def enter(self) -> None:
        """Do what Enter does where no widget wants it: nothing, unless a page says so."""

    def unsaved(self) -> bool:
        """Whether something is typed that is not saved: then closing asks, and leaving keeps the page."""
        return False

    def draft(self) -> bool:
        """Whether leaving keeps the page as it is, so that it is shown again."""
        return self.unsaved()

    def complain(self, message: Message | None) -> None:
        """Say what is amiss beside the buttons; None takes it back."""
        self.notice.tell(message)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts while there is a way back."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc, on on Enter."""
        if self._is_back(event):
            self.go_back()
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.enter()
        else:
            super().keyPressEvent(event)

    def _is_back(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.back_button is not None
