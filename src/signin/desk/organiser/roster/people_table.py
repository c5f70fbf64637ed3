"""The roster's table: arrows go from cell to cell, Enter corrects one, a click on a head sorts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.tokens import TYPE
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.cell_delegate import CellDelegate
from signin.desk.organiser.roster.cell_editor import CellEditor
from signin.desk.organiser.roster.cells import FIXED, HEADS, written
from signin.desk.organiser.roster.people_model import COLUMNS, PeopleModel
from signin.desk.start.page import ENTER
from signin.domain.attendee import Attendee
from signin.services.roster_table import Column, Order, RosterTable
from signin.words import say

_EMS = {
    Column.NUMBER: 4.5,
    Column.NAME: 13.5,
    Column.SEX: 4,
    Column.POSITION: 7.5,
    Column.ORGANISATION: 11.5,
    Column.PROVINCE: 6,
    Column.PHONE: 7.5,
    Column.CATEGORY: 7,
    Column.STATE: 7.5,
}
"""The least width of each column in ems."""
_MORE = {
    Column.NAME: 2,
    Column.SEX: 1,
    Column.POSITION: 3,
    Column.ORGANISATION: 5,
    Column.PROVINCE: 1,
    Column.PHONE: 2,
}
"""How what is left is shared: the longest texts get most of it."""
_LEFT_OUT = (Column.SEX, Column.PROVINCE, Column.PHONE, Column.CATEGORY)
"""Columns that have no room beside a panel: the card tells them."""
_MOST_KEPT = 1000
"""So many chosen rows are chosen again when others are shown."""
_SORTS = {Qt.Key.Key_Down: False, Qt.Key.Key_Up: True}


class PeopleTable(QTableView):
    """Emits `moved` when other rows are chosen, and `sorted_by` with an order that is asked for.

    `kept` comes with person, column, text and where to go on; `wanted` for Enter in a cell that is not typed into;
    `typed` with a letter, which is for the search.
    """

    moved = Signal()
    sorted_by = Signal(object)
    kept = Signal(object, object, str, int)
    wanted = Signal()
    typed = Signal(str)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.people = PeopleModel(voice, look, self)
        self.editor: CellEditor | None = None
        self._beside = False
        self.offers: Callable[[Column], list[str]] = lambda _column: []
        self.setModel(self.people)
        self.setItemDelegate(CellDelegate(look, self))
        self.setItemDelegateForColumn(COLUMNS.index(Column.NAME), CellDelegate(look, self, breaks="spaces"))
        self._dress()
        voice.tell(self, self.setAccessibleName, say("Roster"))
        keys = say(
            "Enter corrects a cell. Alt and the arrow down sort by its column, with the arrow up backwards."
        )
        voice.tell(self, self.setAccessibleDescription, keys)
        voice.changed.connect(self.people.say_again)
        look.changed.connect(self._fit)
        self.horizontalHeader().sectionClicked.connect(lambda at: self.sort_by(COLUMNS[at]))
        self.doubleClicked.connect(lambda _: self.edit_cell())
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(True)
        self._fit()

    # What is chosen

    @property
    def person(self) -> Attendee | None:
        """The person in the row of the current cell."""
        row = self.currentIndex().row()
        return self.people.person(row) if 0 <= row < len(self.people.places) else None

    @property
    def column(self) -> Column:
        """The column of the current cell."""
        return COLUMNS[max(0, self.currentIndex().column())]

    @property
    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return sum(map(len, self._ranges()))

    def chosen(self) -> list[Attendee]:
        """Give the people chosen, in the order shown."""
        return [self.people.person(row) for row in sorted(chain.from_iterable(self._ranges()))]

    def _ranges(self) -> list[range]:
        """Give the rows chosen: of a hundred thousand in a row there is one range."""
        selection, found = self.selectionModel().selection(), []
        for nth in range(selection.count()):
            part = selection.at(nth)  # it is the selection's own, and goes with it
            if part.left() == 0:
                found.append(range(part.top(), part.bottom() + 1))
        return found

    def go_to(self, attendee_id: str) -> bool:
        """Choose a person and nobody else, if they are shown."""
        row = self.people.row_of(attendee_id)
        if row is not None:
            self.choose(row, max(0, self.currentIndex().column()))
        return row is not None

    def choose(self, row: int, column: int) -> None:
        """Choose a row and no other, whatever keys are held: Ctrl, when somebody has just pressed Ctrl+Z."""
        index, flags = self.people.index(row, column), QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    # What is shown

    def show_places(self, table: RosterTable, places: Sequence[int], order: Order) -> None:
        """Show other rows; who was chosen stays so, if they are still shown, and what is in sight stays there."""
        known = self.people
        if table is known.table and order == known.order and places == known.places:
            known.say_again()
            return
        current, column = self.person, max(0, self.currentIndex().column())
        chosen = [one.id for one in self.chosen()] if 1 < self.chosen_count <= _MOST_KEPT else []
        in_sight = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        above = self.verticalScrollBar().value()
        blocked = self.selectionModel().blockSignals(True)
        known.show(table, places, order)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(above)
        row = known.row_of(current.id) if current is not None else None
        if places:
            self._choose_again(known.index(row or 0, column), chosen)
        if places and (in_sight or row is None):
            self.scrollTo(self.currentIndex())
        self.selectionModel().blockSignals(blocked)
        if self.editor is not None and row is not None:
            self.editor.move_over(self.visualRect(self.currentIndex()))
        self.moved.emit()

    def _choose_again(self, index: QModelIndex, chosen: Iterable[str]) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        rows = {at for one in chosen if (at := self.people.row_of(one)) is not None} or {index.row()}
        selection = QItemSelection()
        for at in rows:
            selection.select(self.people.index(at, 0), self.people.index(at, len(COLUMNS) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def sort_by(self, column: Column, *, descending: bool | None = None) -> None:
        """Sort by a column; again by the same, backwards."""
        order = self.people.order
        if descending is None:
            descending = order.column is column and not order.descending
        self.sorted_by.emit(Order(column, descending))

    # Correcting in place

    def edit_cell(self) -> None:
        """Open the current cell to be typed into; where it is not, tell that Enter was wanted."""
        person, column = self.person, self.column
        if person is None or self.editor is not None:
            return
        if column in FIXED:
            self.wanted.emit()
            return
        self.scrollTo(self.currentIndex())
        text, known = written(self._voice, person, column), self.offers(column)
        self.editor = CellEditor(self._voice, self._look, say(HEADS[column]), text, known, self)
        self.editor.kept.connect(lambda text, on: self._keep(person, column, text, on))
        self.editor.left.connect(self.close_editor)
        self.editor.open_over(self.visualRect(self.currentIndex()))

    def _keep(self, person: Attendee, column: Column, text: str, on: int) -> None:
        editor = self.editor
        if editor is None or not editor.isEnabled():
            return
        if text == editor.first:
            self.close_editor()
            self.go_on(on)
            return
        editor.setEnabled(False)  # until the answer comes; what was typed stays in sight
        self.kept.emit(person, column, text, on)

    def close_editor(self) -> None:
        """Take the editor away."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.hide()
            editor.deleteLater()
            self.setFocus()

    def go_on(self, by: int) -> None:
        """Open the next cell that is typed into, or the one before."""
        index = self.currentIndex()
        column = index.column() + by
        while by and 0 <= column < len(COLUMNS):
            if COLUMNS[column] not in FIXED and not self.isColumnHidden(column):
                self.selectionModel().setCurrentIndex(
                    self.people.index(index.row(), column), QItemSelectionModel.SelectionFlag.NoUpdate
                )
                self.edit_cell()
                return
            column += by

    # Keys and sizes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Correct with Enter or F2, sort with Alt and an arrow."""
        key = Qt.Key(event.key())
        if key in (*ENTER, Qt.Key.Key_F2):
            if not event.isAutoRepeat():
                self.edit_cell()
        elif key in _SORTS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.sort_by(self.column, descending=_SORTS[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:
        """Hand letters on: Qt would go through a hundred thousand rows."""
        if text.strip():
            self.typed.emit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def stand_beside(self, *, panel: bool) -> None:
        """Leave out columns while a panel takes the room: number and name never scroll away."""
        self._beside = panel
        self._fit()

    def _fit(self) -> None:
        its = drawing.hand(self._look.font(TYPE.body))
        wide = self.viewport().width()
        narrow = self._beside and wide < sum(_EMS.values()) * its.em
        shown = [column for column in COLUMNS if not (narrow and column in _LEFT_OUT)]
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column not in shown)
        left = max(0.0, wide - sum(_EMS[column] for column in shown) * its.em)
        share = left / sum(_MORE.get(column, 0) for column in shown)
        for column in shown:
            self.setColumnWidth(COLUMNS.index(column), int(_EMS[column] * its.em + _MORE.get(column, 0) * share))
        if self.column not in shown and self.editor is None and self.person is not None:
            self._stay_at(Column.NAME)
        self.verticalHeader().setDefaultSectionSize(its.row())
        self.horizontalHeader().setFixedHeight(its.row())

    def _stay_at(self, column: Column) -> None:
        """Go to another cell of the same person: nobody need hear of it."""
        at = self.people.index(self.currentIndex().row(), COLUMNS.index(column))
        blocked = self.selectionModel().blockSignals(True)
        self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and last person, and not along the row."""
        if action is QTableView.CursorAction.MoveHome and self.people.places:
            return self.people.index(0, max(0, self.currentIndex().column()))
        if action is QTableView.CursorAction.MoveEnd and self.people.places:
            return self.people.index(len(self.people.places) - 1, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)
