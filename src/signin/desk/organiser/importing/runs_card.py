"""The imports of an event: when, from which file, what they did; each can be taken back from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.rows_table import Cells, RowsTable
from signin.desk.organiser.importing.take_back_bar import TakeBackBar
from signin.desk.work.store_worker import StoreWorker
from signin.lao.numbers import format_moment
from signin.store.import_runs import ImportRun
from signin.words import mark, say

_HEADS = (
    (mark("When"), 4),
    (mark("File"), 7),
    (mark("People"), 4),
    (mark("New"), 2),
    (mark("Changed"), 3),
    (mark("State"), 7),
)


class RunsCard(Card):
    """Hidden while nothing was imported; emits `taken` with what was undone."""

    taken = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Imports of this event"), parent)
        self._runs: Sequence[ImportRun] = ()
        self.table = RowsTable(voice, look, say("Imports of this event"))
        self.bar = TakeBackBar(voice, look, writer, reader, clock)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.bar)
        self.table.moved.connect(self._choose)
        self.table.taken.connect(lambda _: self.bar.begin.click())
        self.bar.taken.connect(self.taken)
        voice.changed.connect(self._tell)
        self.hide()

    def show_runs(self, runs: Sequence[ImportRun]) -> None:
        """Show the imports, the latest chosen."""
        self._runs = runs
        self.setVisible(bool(runs))
        self._tell()

    def _tell(self) -> None:
        self.table.show_rows(_HEADS, [self._cells(run) for run in self._runs])

    def _cells(self, run: ImportRun) -> Cells:
        state = (
            say("stands")
            if run.taken_back_at is None
            else say("taken back {when}", when=format_moment(run.taken_back_at))
        )
        name = PurePath(run.file.replace("\\", "/")).name or run.sheet
        people = say("{count} (women {women})", count=run.people, women=run.women)
        return (format_moment(run.at), name, people, str(run.added), str(run.changed), state)

    def _choose(self) -> None:
        self.bar.show_run(self._runs[self.table.row] if self._runs and self.table.row is not None else None)
