"""Words of the office that are never broken in a line, on the screen and on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from signin.desk.letters.delegate import LaoDelegate
from signin.desk.look.action_button import ActionButton
from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.settings.section import Section
from signin.desk.start.page import ENTER
from signin.exchange.settings_file import Settings
from signin.lao.collate import sort_key
from signin.lao.normalize import canonical
from signin.words import say

_ROWS = 6


class WordsSection(Section):
    """A word that is added or removed holds at once."""

    icon_name = "paper"

    def __init__(self, voice: Voice, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Words of the office"), parent)
        self.say(say("These words are never broken in a line, on the screen and on paper. They hold at once."))
        self.field = Field(voice, look, say("Another word, such as the name of an office or a village"))
        self.add = ActionButton(voice, look, say("Add the word"), "add", shown_key="Enter")
        self.list = QListWidget()
        self.list.setItemDelegate(LaoDelegate(self.list))
        voice.tell(self.list, self.list.setAccessibleName, say("Words of the office"))
        self.remove = ActionButton(voice, look, say("Remove the word"), "close", shown_key="Del")
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda _: self._offer())
        self.body.addWidget(self.field)
        self.body.addLayout(_row(self.add))
        self.body.addWidget(self.list)
        self.body.addLayout(_row(self.remove))
        self._words: tuple[str, ...] = ()
        self.follow(settings)

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "list"):
            self.list.setFixedHeight(
                _ROWS * self.list.sizeHintForRow(0) if self.list.count() else self.look.px(120)
            )

    def follow(self, settings: Settings) -> None:
        """Show the words in the order of the dictionary."""
        if settings.office_words == self._words and self.list.count():
            return
        self._words = settings.office_words
        row = self.list.currentRow()
        self.list.clear()
        self.list.addItems(sorted(self._words, key=sort_key))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._measure()
        self._offer()

    def _offer(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _add(self) -> None:
        """Take the word; a word that is there already is chosen in the list."""
        word = canonical(self.field.text())
        if not word:
            self.field.complain(say("Write a word first."))
            return
        if word not in self._words:
            self.changed.emit({"office_words": (*self._words, word)})
        self.field.edit.clear()
        for found in self.list.findItems(word, Qt.MatchFlag.MatchExactly):
            self.list.setCurrentItem(found)
        self.field.setFocus()

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            gone = item.text()
            self.changed.emit({"office_words": tuple(word for word in self._words if word != gone)})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Enter in the line, remove on Del in the list."""
        if event.key() in ENTER and self.field.edit.hasFocus():
            self._add()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)


def _row(button: ActionButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    return row
