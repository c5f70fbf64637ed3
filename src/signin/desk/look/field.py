"""A line to type into, its label above, what is amiss below, and the words it knows already."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.line import Line
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.suggestions import Suggestions
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(QWidget):
    """Emits `changed` with the text as it is typed or set.

    With `completions`, those that hold what is typed anywhere, spelt somehow, are listed under the line: the
    arrow keys choose, Enter or a click takes, Esc closes the list. Any other text may still be typed. `line` is
    what is typed into.
    """

    changed = Signal(str)
    line: type[QLineEdit] = Line

    def __init__(
        self,
        voice: Voice,
        look: Look,
        label: Message,
        parent: QWidget | None = None,
        *,
        completions: Iterable[str] = (),
        placeholder: Message | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.label, self.edit, self._notice = LaoLabel(), self.line(), Notice(voice, look, copies=False)
        self._list = Suggestions(look, self.edit)
        self._list.taken.connect(self._take)
        self.set_completions(completions)
        voice.tell(self.label, self.label.setText, label)
        voice.tell(self.edit, self.edit.setAccessibleName, label)
        if placeholder:
            voice.tell(self.edit, self.edit.setPlaceholderText, placeholder)
        dress(self.label, ink="quiet", type="small")
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._list.offer)
        self.edit.textChanged.connect(self._change)
        self._arrange()
        look.changed.connect(self._space)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.edit, self._notice):
            self._column.addWidget(widget)
        self._column.addStretch()
        self._space()

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(SPACE.hair) // 2)

    def text(self) -> str:
        """Give what is typed, without spaces around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Show a text in the line, from its beginning."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def set_completions(self, texts: Iterable[str]) -> None:
        """Offer other words."""
        self._list.know(texts)

    def complain(self, message: Message | None) -> None:
        """Say under the line what is amiss with it, until the text changes; None takes it back."""
        dress(self.edit, bad=message is not None)
        self._notice.tell(message)
        self.edit.setAccessibleDescription(self._notice.text())

    @property
    def complaint(self) -> Message | None:
        """What is amiss now."""
        return self._notice.message

    def _change(self, text: str) -> None:
        if self.complaint:
            self.complain(None)
        self.changed.emit(text.strip())

    def _take(self, text: str) -> None:
        self.edit.setText(text)
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keys of the list to the list, while it is open; close it when the focus goes."""
        if event.type() is QEvent.Type.FocusOut:
            self._list.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_open:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._is_for_list(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    @property
    def _is_open(self) -> bool:
        return self._list.isVisible()

    def _is_for_list(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Down and not self._is_open:
            return self._list.offer(self.edit.text())
        if key in _STEPS and self._is_open:
            self._list.step(_STEPS[key])
            return True
        if key in _TAKE and self._is_open:
            return self._list.take()
        if key == Qt.Key.Key_Escape and self._is_open:
            self._list.hide()
            return True
        return False
