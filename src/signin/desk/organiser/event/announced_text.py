"""The announcement as it was pasted; the words that a fact was read from are marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.services.announced import Span
from signin.words import say


class AnnouncedText(Card):
    """Emits `changed` as the text is pasted or typed; Tab goes on."""

    changed = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("The announcement"), parent)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        voice.tell(self.edit, self.edit.setAccessibleName, say("The announcement"))
        voice.tell(
            self.edit,
            self.edit.setPlaceholderText,
            say("Paste an announcement, an invitation or a piece of news here (Ctrl+V)."),
        )
        self.paste = ActionButton(voice, look, say("Paste"), "import", kind="quiet")
        self.paste.clicked.connect(self._paste)
        self.edit.textChanged.connect(self.changed)
        self.header.addWidget(self.paste)
        self.body.addWidget(self.edit, 1)
        self._spans: Sequence[Span] = ()
        look.changed.connect(self._mark)

    def text(self) -> str:
        """Give what stands there."""
        return self.edit.toPlainText()

    def clear(self) -> None:
        """Let go of the text."""
        self.edit.clear()

    def show_words(self, spans: Sequence[Span]) -> None:
        """Mark these places of the text and bring the first of them into sight."""
        self._spans = spans
        self._mark()
        if spans:
            # The cursor goes before the words: a marking of the text must not look like its selection.
            cursor = self.edit.textCursor()
            cursor.setPosition(self._at(spans[0][0]))
            self.edit.setTextCursor(cursor)
            self.edit.ensureCursorVisible()

    def marked(self) -> list[str]:
        """Give the words that are marked."""
        return [selection.cursor.selectedText() for selection in self.edit.extraSelections()]

    def _mark(self) -> None:
        self.edit.setExtraSelections([self._selection(*span) for span in self._spans])

    def _selection(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(self._at(start))
        cursor.setPosition(self._at(end), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(QColor(self._look.theme.attention))
        selection.format.setForeground(QColor(self._look.theme.on_attention))
        return selection

    def _at(self, place: int) -> int:
        """Give a place of the text as Qt counts it: in UTF-16."""
        return len(self.text()[:place].encode("utf-16-le")) // 2

    def _paste(self) -> None:
        self.edit.paste()
        self.edit.setFocus()
