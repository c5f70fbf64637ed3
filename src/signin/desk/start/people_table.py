"""The first people of a roster that was read, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.tokens import TYPE
from signin.desk.look.voice import Voice
from signin.domain.attendee import Sex, SexSource
from signin.exchange.people import RosterLine
from signin.words import mark, say

Index = QModelIndex | QPersistentModelIndex
MOST = 20
"""How many people are shown."""

_SEXES = {Sex.FEMALE: mark("Female"), Sex.MALE: mark("Male"), Sex.UNKNOWN: ""}
_COLUMNS: tuple[tuple[str, Callable[[RosterLine], str] | None, int], ...] = (
    (mark("No."), lambda line: "" if line.number is None else str(line.number), 2),
    (mark("Prefix"), lambda line: line.prefix, 3),
    (mark("Name"), lambda line: line.name, 6),
    (mark("Sex"), None, 3),
    (mark("Position"), lambda line: line.position, 4),
    (mark("Organisation"), lambda line: line.organisation, 9),
    (mark("Phone"), lambda line: line.phone, 5),
)
"""Head, cell and share of the width of each column; the sex is said in the window's language."""
_NAME = 2
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """The first people, as the file has them; a sex that is only proposed has a question mark."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._people: Sequence[RosterLine] = ()
        voice.changed.connect(self.layoutChanged)

    def show(self, people: Sequence[RosterLine]) -> None:
        """Show the first of other people."""
        self.beginResetModel()
        self._people = people[:MOST]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many people are shown."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        line, cell = self._people[index.row()], _COLUMNS[index.column()][1]
        return self._sex(line) if cell is None else cell(line)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Give the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._voice.text(_COLUMNS[section][0])
        return None

    def _sex(self, line: RosterLine) -> str:
        said = self._voice.text(_SEXES[line.sex])
        return f"{said} ?" if line.sex_source is SexSource.PROPOSED else said


class PeopleTable(QTableView):
    """Shows the first people; columns share the width, long cells take two lines."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.people = PeopleModel(voice, self)
        self.setModel(self.people)
        self.setItemDelegate(LaoDelegate(self, most_lines=2))
        self.setItemDelegateForColumn(_NAME, LaoDelegate(self, breaks="spaces", most_lines=2))
        dress_table(self)
        voice.tell(self, self.setAccessibleName, say("The first people of the roster"))
        look.changed.connect(self._fit)

    def show_people(self, people: Sequence[RosterLine]) -> None:
        """Show the first of other people."""
        self.people.show(people)
        self._fit()

    def resizeEvent(self, event: Any) -> None:  # noqa: ANN401 - Qt's
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shares = [share for _, _, share in _COLUMNS]
        width = self.viewport().width()
        for column, share in enumerate(shares):
            self.setColumnWidth(column, width * share // sum(shares))
        self.horizontalHeader().setFixedHeight(drawing.hand(self._look.font(TYPE.body)).row())
        self.resizeRowsToContents()
