"""Several lists of which one is shown: each with its count, so that nothing is hidden behind a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signin.desk.look.choice import Choice
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.rows_table import Cells, Heads, RowsTable
from signin.words import Message


@dataclass(frozen=True, slots=True)
class Listed:
    """A list by its key, with the word on its button; `widget` is shown where it is no table of rows."""

    key: str
    word: Message
    heads: Heads = ()
    rows: Sequence[Cells] = ()
    widget: QWidget | None = None


class ListsView(QWidget):
    """Buttons, and under them the list whose button is pressed; the same key stays chosen when lists change."""

    def __init__(self, voice: Voice, look: Look, label: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look, self._label = voice, look, label
        self._lists: dict[str, Listed] = {}
        self.choice: Choice[str] | None = None
        self.table = RowsTable(voice, look, label)
        self._stack, self._column = QStackedWidget(), QVBoxLayout(self)
        self._stack.addWidget(self.table)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._stack, 1)
        look.changed.connect(self._space)
        self._space()

    @property
    def key(self) -> str:
        """The key of the list shown."""
        return "" if self.choice is None else self.choice.value or ""

    def show_lists(self, lists: Sequence[Listed], *, first: str = "") -> None:
        """Show other lists; `first` is chosen where the one chosen before is not among them."""
        before, held = self.key, self.choice is not None and self.choice.focusProxy() is self.focusWidget()
        self._lists = {one.key: one for one in lists}
        if self.choice is not None:
            self.choice.hide()
            self.choice.deleteLater()
        chosen = before if before in self._lists else first or lists[0].key
        words = [(one.key, one.word) for one in lists]
        self.choice = Choice(self._voice, self._look, self._label, words, value=chosen, show_label=False)
        self.choice.chosen.connect(self.show_list)
        self._column.insertWidget(0, self.choice)
        if held:
            self.choice.setFocus()
        self.show_list(chosen)

    def show_list(self, key: str) -> None:
        """Show one of the lists."""
        one = self._lists[key]
        if one.widget is None:
            self.table.show_rows(one.heads, one.rows)
        elif self._stack.indexOf(one.widget) < 0:
            self._stack.addWidget(one.widget)
        self._stack.setCurrentWidget(one.widget or self.table)

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(SPACE.small))
