"""The first people of a roster that was read, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.texts_model import TextsModel
from signin.desk.look.tokens import TYPE
from signin.desk.look.voice import Voice
from signin.domain.attendee import Sex, SexSource
from signin.exchange.people import RosterLine
from signin.words import mark, say

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


class PeopleModel(TextsModel):
    """The first people, as the file has them; a sex that is only proposed has a question mark."""

    def show(self, people: Sequence[RosterLine]) -> None:
        """Show the first of other people."""
        self.beginResetModel()
        self.items = people[:MOST]
        self.endResetModel()

    def heads(self) -> list[str]:
        """Give the heads."""
        return [head for head, _, _ in _COLUMNS]

    def cell(self, item: RosterLine, column: int) -> str:
        """Give the text of a cell."""
        text = _COLUMNS[column][1]
        return self._sex(item) if text is None else text(item)

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
