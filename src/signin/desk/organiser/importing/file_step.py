"""The first step: which file. Dropped, chosen, found on a stick, or one that was read before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing import finding
from signin.desk.organiser.importing.finding import Found
from signin.desk.organiser.importing.rows_table import Cells, RowsTable
from signin.desk.organiser.importing.runs_card import RunsCard
from signin.desk.work.background import Background, Progress
from signin.desk.work.late import ask_for
from signin.desk.work.store_worker import StoreWorker
from signin.lao.numbers import format_moment
from signin.services import importing
from signin.words import Failure, Message, mark, say

_HEADS = ((mark("File"), 8), (mark("Where"), 6), (mark("Changed on"), 4), (mark("Imported"), 4))


def file_words(read: Path | None) -> Message:
    """Say which file is read, or how one comes in."""
    if read is None:
        return say("Choose the file that holds the roster, or drop it here.")
    return say("“{file}” is read. Go on with it, or choose another file.", file=read.name)


class FileStep(QWidget):
    """Emits `wanted` with the path of a file that was taken from the list, and `taken` from the imports below.

    Sticks and folders are looked through beside the window, each time the step is shown.
    """

    wanted = Signal(object)
    taken = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        sticks: Callable[[], Sequence[finding.Place]] = finding.sticks,
        folders: Callable[[], Sequence[finding.Place]] = finding.usual_places,
    ) -> None:
        super().__init__(parent)
        self._voice, self._look, self._reader = voice, look, reader
        self._sticks, self._folders = sticks, folders
        self._found: list[Found] = []
        self._before: list[Path] = []
        self._looking: dict[str, Background] = {}
        self._room_wanted = False
        self.told, self.refused, self.bar = LaoLabel(), Notice(voice, look), QProgressBar()
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        voice.tell(self.bar, self.bar.setAccessibleName, say("Reading"))
        self.card, self.list_card = (
            Card(voice, look),
            Card(voice, look, say("Files found on sticks and in folders")),
        )
        self.list = RowsTable(voice, look, say("Files found on sticks and in folders"))
        self.runs = RunsCard(voice, look, writer, reader, clock)
        for widget in (self.refused, self.told, self.bar):
            self.card.body.addWidget(widget)
        self.list_card.body.addWidget(self.list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.card)
        self._column.addWidget(self.list_card, 5)
        self._column.addWidget(self.runs, 7)  # its button stands below it
        self._column.addStretch()
        self.list_card.hide()
        self.list.taken.connect(lambda row: self.wanted.emit(self._paths()[row]))
        self.runs.taken.connect(self.taken)
        self.runs.bar.unfolded.connect(self._make_room)
        voice.changed.connect(self._tell)
        look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(SPACE.medium))

    def tell(self, told: Message, *, busy: bool = False, refusal: Message | None = None) -> None:
        """Say what is going on; a file that was refused is told with what to do."""
        self.refused.tell(refusal)
        self._voice.tell(self.told, self.told.setText, told)
        self.bar.setVisible(busy)

    @property
    def is_looking(self) -> bool:
        """Whether files are being looked for."""
        return bool(self._looking)

    def refresh(self, event_id: str | None, otherwise: Callable[[Failure], None]) -> None:
        """Look for files, and ask for those imported before and for the imports of the event."""
        self.look_for_files()
        ask_for(self, self._reader, importing.recent_files, self.show_before, otherwise, looks=True)
        if event_id is not None:
            verb = lambda desk: importing.imports(desk, event_id)  # noqa: E731 - one line for the worker
            ask_for(self, self._reader, verb, self.runs.show_runs, otherwise, looks=True)

    # Files found

    def look_for_files(self) -> None:
        """Look through sticks and folders, unless somebody is looking already."""
        self._begin("found", finding.found_in(self._sticks, self._folders))

    def show_before(self, paths: Sequence[str]) -> None:
        """Offer files that were imported before, once it is seen which still are where they were."""
        self._begin("before", finding.still_there(paths))

    def _begin(self, what: str, work: Callable[[Progress], list[Any]]) -> None:
        """Look beside the window: a share that is gone, or a stick that is slow, must not hold it."""
        if what not in self._looking:
            looking = Background(
                work, partial(self._mine, what), lambda _: self._mine(what, None), QCoreApplication.instance()
            )
            looking.finished.connect(looking.deleteLater)
            self._looking[what] = looking
            looking.start()

    def _mine(self, what: str, found: list[Any] | None) -> None:
        if not isValid(self):
            return
        del self._looking[what]
        if found is not None:
            if what == "found":
                self._found = found
            else:
                self._before = found
            self._tell()

    def _paths(self) -> list[Path]:
        return [*self._before, *(one.path for one in self._found if one.path not in self._before)]

    def _tell(self) -> None:
        changed = {one.path: one for one in self._found}
        rows = [self._cells(path, changed.get(path)) for path in self._paths()]
        self.list.show_rows(_HEADS, rows)
        self._show_list()

    def _make_room(self, wanted: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._room_wanted = wanted
        self._show_list()

    def _show_list(self) -> None:
        """Show the files that were found, unless what is asked below needs the room."""
        self.list_card.setVisible(not self._room_wanted and bool(self._paths()))

    def _cells(self, path: Path, found: Found | None) -> Cells:
        where = str(path.parent) if found is None else self._where(found)
        when = "" if found is None else format_moment(found.changed)
        return (path.name, where, when, say("imported before") if path in self._before else "")

    def _where(self, one: Found) -> str | Message:
        return say("USB: {name}", name=one.place) if one.on_stick else one.place

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no further for nobody."""
        super().hideEvent(event)
        for looking in self._looking.values():
            looking.stop()
