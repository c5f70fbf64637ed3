"""The print log on screen: what was printed when, for how many, where to, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.texts_model import TextsModel
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.paper_words import outcome, pages_of, paper_name
from signin.desk.reception.session_words import session_title
from signin.desk.start.page import ENTER
from signin.domain.event import Session
from signin.domain.print_run import PrintRun
from signin.lao.numbers import format_moment
from signin.words import mark, say

HOW = say("Arrows choose, Enter goes on where it stopped, Delete says that it did not come out.")

_ANY = 1 << 20


class LogModel(TextsModel):
    """The runs in the order given."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(voice, parent)
        self.items: Sequence[PrintRun] = ()
        self._sessions: Mapping[str, Session] = {}

    def show(self, runs: Sequence[PrintRun], sessions: Sequence[Session]) -> None:
        """Show other runs."""
        self.beginResetModel()
        self.items, self._sessions = runs, {session.key: session for session in sessions}
        self._continued = {run.continues for run in runs if not run.denied}
        self.endResetModel()

    def run(self, row: int) -> PrintRun:
        """Give the run in a row."""
        return self.items[row]

    def can_go_on(self, run: PrintRun) -> bool:
        """Whether there is a rest to print, which nobody has gone on with."""
        return bool(run.left) and not run.denied and run.id not in self._continued

    def row_of(self, run: PrintRun | None) -> int:
        """Give where a run is now; the first row for one that is not there."""
        ids = [one.id for one in self.items]
        return ids.index(run.id) if run is not None and run.id in ids else 0

    def heads(self) -> list[str]:
        """Give the heads."""
        return [head for head, _, _ in _COLUMNS]

    def cell(self, item: PrintRun, column: int) -> str:
        """Give the text of a cell."""
        return _COLUMNS[column][1](self, item)

    def when(self, run: PrintRun) -> str:
        """Write day and time."""
        return format_moment(run.at)

    def what(self, run: PrintRun) -> str:
        """Name the paper, and the session it was for."""
        session = self._sessions.get(run.session_key or "")
        name = self._voice.text(paper_name(run.paper))
        if session is None:
            return name
        return f"{name} · {self._voice.text(session_title(session, self._voice.language))}"

    def pages(self, run: PrintRun) -> str:
        """Write how many pages came out, and how many copies of each."""
        return pages_of(run) if run.copies == 1 else f"{pages_of(run)} ×{run.copies}"

    def became(self, run: PrintRun) -> str:
        """Say what became of it."""
        return self._voice.text(outcome(run, went_on=bool(run.left) and not self.can_go_on(run)))


_COLUMNS: tuple[tuple[str, Callable[[LogModel, PrintRun], str], int], ...] = (
    (mark("When"), LogModel.when, 6),
    (mark("Paper"), LogModel.what, 7),
    (mark("People"), lambda _, run: str(run.people), 4),
    (mark("Pages"), LogModel.pages, 4),
    (mark("Printer or file"), lambda _, run: run.target, 7),
    (mark("Desk"), lambda _, run: " · ".join(filter(None, (run.desk, run.who))), 5),
    (mark("Result"), LogModel.became, 7),
)
"""Head, cell and share of the width of each column."""


class LogTable(QTableView):
    """Emits `wanted` with a run that stopped, for Enter or a double click; `moved` when another is chosen.

    `denied` comes with the run of which Delete says that it did not come out, or that it did after all.
    """

    wanted = Signal(object)
    denied = Signal(object)
    moved = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._latest = look, ""
        self.log = LogModel(voice, self)
        self.setModel(self.log)
        self.setItemDelegate(LaoDelegate(self, most_lines=2))
        dress_table(self)
        voice.tell(self, self.setAccessibleName, say("Print log"))
        voice.tell(self, self.setAccessibleDescription, HOW)
        voice.changed.connect(self._fit)
        look.changed.connect(self._fit)
        self.doubleClicked.connect(lambda _: self._want())
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())

    @property
    def run(self) -> PrintRun | None:
        """The run chosen."""
        index = self.currentIndex()
        return self.log.run(index.row()) if index.isValid() else None

    @property
    def stopped(self) -> PrintRun | None:
        """The run chosen, when there is a rest of it to print."""
        run = self.run
        return run if run is not None and self.log.can_go_on(run) else None

    @property
    def deniable(self) -> PrintRun | None:
        """The run chosen, when anything of it came out, or was said not to have."""
        run = self.run
        return run if run is not None and run.out else None

    def show_runs(self, runs: Sequence[PrintRun], sessions: Sequence[Session]) -> None:
        """Show the runs; the latest is chosen when it is new, otherwise the one that was."""
        chosen = self.run if runs and self._latest == runs[0].id else None
        self._latest = runs[0].id if runs else ""
        self.log.show(runs, sessions)
        if runs:
            self.selectRow(self.log.row_of(chosen))
        self._fit()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, take back with Delete."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self._want()
        elif event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            if (run := self.deniable) is not None:
                self.denied.emit(run)
        else:
            super().keyPressEvent(event)

    def _want(self) -> None:
        if (run := self.stopped) is not None:
            self.wanted.emit(run)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _head_width(self, column: int) -> int:
        head = self.log.headerData(column, Qt.Orientation.Horizontal)
        word = drawing.lay(head, self._look.font(TYPE.body, bold=True), _ANY, most=1).width
        return ceil(word) + 2 * self._look.px(SPACE.small)

    def _fit(self) -> None:
        """Give each column its head's width, and share out what is left."""
        heads = [self._head_width(column) for column in range(len(_COLUMNS))]
        shares = [share for _, _, share in _COLUMNS]
        rest = max(self.viewport().width() - sum(heads), 0)
        for column, share in enumerate(shares):
            self.setColumnWidth(column, heads[column] + rest * share // sum(shares))
        self.horizontalHeader().setFixedHeight(drawing.hand(self._look.font(TYPE.body)).row())
        self.resizeRowsToContents()
