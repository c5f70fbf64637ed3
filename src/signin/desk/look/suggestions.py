"""The list under a line of text: what is known already and holds what is typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.lao.normalize import fold

MOST = 8
"""Rows shown at most."""


@dataclass(frozen=True, slots=True)
class Known:
    """A text and the form in which it is searched."""

    text: str
    folded: str


def known(texts: Iterable[str]) -> list[Known]:
    """Give each text once, with the form in which it is searched."""
    return [Known(text, fold(text)) for text in dict.fromkeys(texts) if text]


def matching(typed: str, texts: Iterable[Known], most: int = MOST) -> list[str]:
    """Give the texts that hold what is typed anywhere, those that begin with it first; spelling aside."""
    sought = fold(typed)
    found = [one for one in texts if sought in one.folded]
    return [one.text for one in sorted(found, key=lambda one: not one.folded.startswith(sought))[:most]]


class Suggestions(QListView):
    """Part of the window, not a window of its own: keys, and scans, still go where they went."""

    taken = Signal(str)

    def __init__(self, look: Look, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._look, self._edit = look, edit
        self.setProperty("kind", "suggestions")
        self._texts: tuple[str, ...] = ()
        self._known: list[Known] | None = None
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(LaoDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(lambda _index: self.take())
        self.hide()

    def know(self, texts: Iterable[str]) -> None:
        """Hold these texts; how they are searched is worked out when first asked."""
        self._texts, self._known = tuple(texts), None

    def offer(self, typed: str) -> bool:
        """List what holds the text typed; tell whether there is anything but the text itself."""
        if self._known is None:
            self._known = known(self._texts)
        found = matching(typed, self._known)
        useful = bool(found) and found != [typed]
        self._rows.setStringList(found)
        if useful:
            self._follow()
            self.setCurrentIndex(self._rows.index(-1, 0))
            self._place()
        self.setVisible(useful)
        return useful

    def step(self, by: int) -> None:
        """Choose the next or last row; before the first and after the last is none."""
        count = self._rows.rowCount()
        row = (self.currentIndex().row() + 1 + by) % (count + 1) - 1
        self.setCurrentIndex(self._rows.index(row, 0))

    def take(self) -> bool:
        """Take the row chosen and close; tell whether one was."""
        index = self.currentIndex()
        self.hide()
        if index.isValid():
            self.taken.emit(index.data())
        return index.isValid()

    def _follow(self) -> None:
        """Stand over everything in the window, and move with whatever holds the line."""
        window = self._edit.window()
        if self.parent() is not window:
            self.setParent(window)
        holder: QWidget | None = self._edit
        while holder is not None and holder is not window:
            holder.installEventFilter(self)
            holder = holder.parentWidget()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move when the line does, close when it is hidden."""
        if self.isVisible() and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() is QEvent.Type.Hide:
            self.hide()
        return False

    def _place(self) -> None:
        """Stand under the line, or above it where there is no room."""
        window, edit = self._edit.window(), self._edit
        self.setFont(edit.font())
        row, around = drawing.hand(edit.font()).row(), self._look.px(SPACE.hair) + SPACE.ring
        height = self._rows.rowCount() * row + 2 * around
        below = edit.mapTo(window, QPoint(0, edit.height()))
        above = edit.mapTo(window, QPoint(0, -height))
        fits = below.y() + height <= window.height() or above.y() < 0
        self.setGeometry(QRect(below if fits else above, QSize(edit.width(), height)))
        self.raise_()
