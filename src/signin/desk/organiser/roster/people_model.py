"""The rows of the roster's table: places of people, of whom only those in sight are put into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.cells import HEADS, STANDINGS, sex_word
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee
from signin.services.roster_table import Column, Order, RosterTable, Standing

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Column)
_NOWHERE = QModelIndex()
_DISPLAY, _INK, _ICON = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.DecorationRole,
)
_INKS = {Standing.ARRIVED: "go_words", Standing.CANCELLED: "stop_words", Standing.REPLACED: "look_words"}
"""The colours of the words that tell how it stands; whoever is gone is written quietly."""
_GONE = (Standing.CANCELLED, Standing.REPLACED)


class PeopleModel(QAbstractTableModel):
    """Holds the table of everybody and which places of it are shown, in their order."""

    def __init__(self, voice: Voice, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.table, self.order = RosterTable(), Order()
        self.places: Sequence[int] = ()
        self._cells: Mapping[Column, Callable[[Attendee], str]] = {
            Column.NUMBER: lambda person: str(person.number),
            Column.NAME: lambda person: person.full_name,
            Column.SEX: lambda person: sex_word(self._voice, person),
            Column.POSITION: lambda person: person.position,
            Column.ORGANISATION: lambda person: person.organisation,
            Column.PROVINCE: lambda person: person.province,
            Column.PHONE: lambda person: person.phone,
            Column.CATEGORY: lambda person: self._voice.text(WORDS[person.category]),
            Column.STATE: lambda person: self._voice.text(STANDINGS[self.table.standing(person)]),
        }

    def show(self, table: RosterTable, places: Sequence[int], order: Order) -> None:
        """Show other places, or those of another table."""
        self.beginResetModel()
        self.table, self.places, self.order = table, places, order
        self.endResetModel()

    def forget(self) -> None:
        """Hold nobody any more, once the table is gone."""
        self.table, self.places = RosterTable(), ()

    def say_again(self) -> None:
        """Put what is in sight into words again."""
        if self.places:
            last = self.index(len(self.places) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def person(self, row: int) -> Attendee:
        """Give the person in a row."""
        return self.table.people[self.places[row]]

    def row_of(self, attendee_id: str) -> int | None:
        """Give the row in which a person is shown."""
        place = self.table.place_of(attendee_id)
        try:
            return None if place is None else self.places.index(place)
        except ValueError:
            return None

    # Qt's

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many people are shown."""
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's
        """Give the text of a cell, and the colour of its words."""
        if role in (_DISPLAY, Qt.ItemDataRole.ToolTipRole):  # what has too little room is read there whole
            return self._cells[COLUMNS[index.column()]](self.person(index.row()))
        if role == _INK:
            return self._ink(COLUMNS[index.column()], self.person(index.row()))
        return None

    def _ink(self, column: Column, person: Attendee) -> Any:  # noqa: ANN401 - Qt's
        standing = self.table.standing(person)
        if column is Column.STATE and standing in _INKS:
            return self._look.colour(_INKS[standing])
        return self._look.colour("quiet") if standing in _GONE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's
        """Give the head of a column; that by which it is sorted has an arrow."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self._voice.text(HEADS[COLUMNS[section]])
        if role == _ICON and COLUMNS[section] is self.order.column:
            name = "down" if self.order.descending else "up"
            return icons.icon(name, self._look.colour("accent"), self._look.px(SPACE.large))
        return None
