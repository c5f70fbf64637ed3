"""What tables of short texts have in common: items in rows, heads, and a text for each cell."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from signin.desk.look.voice import Voice

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TextsModel(QAbstractTableModel):
    """Shows `items`, one a row; heads and cells are said in the window's language."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.items: Sequence[Any] = ()
        voice.changed.connect(self.layoutChanged)

    @abstractmethod
    def heads(self) -> Sequence[str]:
        """Give the heads, in the words of the catalogue."""

    @abstractmethod
    def cell(self, item: Any, column: int) -> str:  # noqa: ANN401 - whatever is listed
        """Give the text of an item in a column."""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Give how many items there are."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(self.heads())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.cell(self.items[index.row()], index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Give the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._voice.text(self.heads()[section])
        return None
