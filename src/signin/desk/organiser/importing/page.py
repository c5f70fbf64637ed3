"""A roster comes in from a file, in three steps that can be walked back and forth: file, meaning, what happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing import finding
from signin.desk.organiser.importing.dropping import DropPage
from signin.desk.organiser.importing.face import DONE, FILE, PLAN, READ, Face
from signin.desk.organiser.importing.file_reader import FileReader
from signin.desk.organiser.importing.file_step import file_words
from signin.desk.organiser.importing.importer import Done, Watched, into_event, into_new
from signin.desk.organiser.importing.take_back_bar import taken_back_words
from signin.desk.start.files import choose_roster
from signin.desk.work.background import Stopped
from signin.desk.work.late import ask_for
from signin.desk.work.store_worker import StoreWorker
from signin.exchange.choices import AS_IT_IS, Choices
from signin.services import beginning, rosters
from signin.services.desk import Desk
from signin.services.failures import EventExists
from signin.services.handed import Handed
from signin.services.importing import TakenBack
from signin.words import Failure, Message, say

_TICK_MS = 100


class ImportPage(DropPage):
    """Imports into the event of this id; without one, into a new event, or one that is chosen in the last step.

    `imported` tells the id of the event once somebody goes on from what was done; `changed` that the store was
    written. The file is read once, beside the window; whatever is chosen about it is read anew from memory.
    """

    imported = Signal(str)
    changed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str | None,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        sticks: Callable[[], Sequence[finding.Place]] = finding.sticks,
        folders: Callable[[], Sequence[finding.Place]] = finding.usual_places,
    ) -> None:
        super().__init__(voice, look, say("Roster from a file"), parent)
        self._writer, self._reader, self._event_id, self._clock = writer, reader, event_id, clock
        self.reader = FileReader(self)
        self._handed: Handed | None = None
        self._watched: Watched | None = None
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._into = event_id or ""
        self.dialog: QFileDialog | None = None
        self.face = Face(self, writer, reader, clock, into_new=event_id is None, sticks=sticks, folders=folders)
        self._connect()
        self._show_file()

    def _connect(self) -> None:
        face = self.face
        self._ticks.timeout.connect(self._tick)
        face.choose.clicked.connect(self.choose_file)
        face.again.clicked.connect(self.read_again)
        face.stop.clicked.connect(self.stop_work)
        face.forward.clicked.connect(self.go_on)
        face.take.clicked.connect(self._import)
        face.leave.clicked.connect(lambda: self.imported.emit(self._into))
        face.strip.wanted.connect(self._go_to)
        face.file.wanted.connect(self.open_file)
        face.file.taken.connect(self._taken_back)
        face.done.taken.connect(self._taken_back)
        face.read.chosen.connect(self._look_again)
        face.read.settled.connect(self._settle)
        face.event.picked.connect(self._preview)
        face.event.settled.connect(face.take.setFocus)
        for keys, act in (("Alt+Left", self.go_back), ("Alt+Right", self.go_on)):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)

    # The file

    def choose_file(self) -> None:
        """Let a file be chosen."""
        self.dialog = choose_roster(self.voice, self, self.open_file)

    def open_file(self, path: Path) -> None:
        """Read a file; what was read before is let go once this one is there."""
        if self._watched is None:
            self._show_file(say("Reading “{file}” …", file=path.name), busy=True)
            self.reader.read(path, self._read, self._refuse_file)

    def read_again(self) -> None:
        """Read the file anew, for somebody has changed it; if it is gone, what was read stays."""
        if self._handed is not None:
            self._wait()
            self.reader.read(self._handed.path, self._looked, self._put_back, self._handed.choices)

    def _look_again(self, choices: Choices) -> None:
        """Understand the file under other choices; the last choice counts."""
        assert self._handed is not None
        self._wait()
        self.reader.look_again(self._handed, choices, self._looked, self._put_back)

    def _wait(self) -> None:
        self.complain(None)
        self.face.show_looking(on=True)

    def stop_work(self) -> None:
        """Stop the reading or the import that goes on."""
        if self._watched is not None:
            self._watched.stop()
        elif self.reader.stop():
            self._show_file(Stopped().message)

    def _read(self, read: Handed) -> None:
        self.face.event.form.set_form(read.proposed)
        self._looked(read)
        self._show(READ)
        self.face.begin_reading()

    def _looked(self, read: Handed) -> None:
        self._handed = read
        self.face.read.show_handed(read)

    def _settle(self) -> None:
        ready = self.face.read.reading is not None and not self.reader.is_busy
        self.face.show_looking(on=False)
        self.face.forward.setEnabled(ready)
        self.face.show_reachable(PLAN if ready else READ)

    def _put_back(self, failure: Failure) -> None:
        """Show what was understood before, and why the choice cannot be."""
        assert self._handed is not None
        self._looked(self._handed)
        self._complain(failure)

    def _refuse_file(self, failure: Failure) -> None:
        self._show_file(None if self._handed else say("Nothing was imported."), refusal=failure.message)

    def _show_file(
        self, told: Message | None = None, *, busy: bool = False, refusal: Message | None = None
    ) -> None:
        self.complain(None)
        read = file_words(self._handed.path if self._handed else None)
        self.face.file.tell(told or read, busy=busy, refusal=refusal)
        self._show(FILE, busy=busy)

    # Walking

    def _show(self, step: int, *, busy: bool = False) -> None:
        reachable = FILE if self._handed is None else PLAN if self.face.read.reading is not None else READ
        self.face.show_step(step, reachable, busy=busy)

    def _go_to(self, step: int) -> None:
        if self._watched is not None:
            return
        if step == PLAN:
            self._plan()
        elif step == FILE:
            self._show_file()
        else:
            self.complain(None)
            self._show(step)

    def go_on(self) -> None:
        """Go a step on, where there is one."""
        step = self.face.step
        if self._watched is None and not self.reader.is_busy and step < PLAN and self._handed is not None:
            self._go_to(step + 1 if step == FILE or self.face.read.reading is not None else step)

    def go_back(self) -> None:
        """Go a step back; from the first one, leave the page."""
        if self._watched is not None or (self.face.step == FILE and self.reader.is_busy):
            self.stop_work()
        elif self.face.step == DONE:
            self._begin_anew()
        elif self.face.step > FILE:
            self._go_to(self.face.step - 1)
        else:
            super().go_back()

    def _begin_anew(self) -> None:
        self._handed = None
        self._show_file()
        self.refresh()

    # What will happen

    def _plan(self) -> None:
        reading = self.face.read.reading
        if reading is None:
            return
        self.complain(None)
        self.face.offer(len(reading.people))
        self._show(PLAN)
        if self._event_id is None:
            self.face.tell_new(reading)
            events = self.face.event.show_events
            ask_for(self, self._reader, beginning.events_there, events, self._complain, looks=True)
            self.face.event.start()
        self._preview()

    def _preview(self) -> None:
        reading, into, now = self.face.read.reading, self._event_id or self.face.event.into, self._clock()
        if reading is not None and into is not None and self.face.step == PLAN:
            verb = lambda desk: rosters.preview(desk, into, reading, now)  # noqa: E731 - one line for the worker
            ask_for(self, self._reader, verb, self.face.show_plan, self._complain, looks=True)

    def _import(self) -> None:
        self.complain(None)
        if (verb := self._verb(watched := Watched())) is None:
            return
        self._watched = watched
        self._ticks.start()
        self.face.show_importing(on=True)
        ask_for(self, self._writer, verb, self._done, self._refuse)

    def _verb(self, watched: Watched) -> Callable[[Desk], Done] | None:
        """Give what is to be done: nothing while something is wrong with the form."""
        reading, into, now = self.face.read.reading, self._event_id or self.face.event.into, self._clock()
        assert reading is not None
        if into is not None:
            return into_event(into, reading, now, watched, self.face.plan.seen)
        draft = self.face.event.form.check()
        return None if draft is None else into_new(draft, reading, now, watched)

    def _tick(self) -> None:
        if self._watched is not None:
            self.face.show_progress(self._watched.done, self._watched.of)

    def _be_idle(self) -> None:
        self._watched = None
        self._ticks.stop()
        self.face.show_importing(on=False)

    def _done(self, done: Done) -> None:
        self._into, imported = done
        self._be_idle()
        self.face.done.show_done(imported)
        self._show(DONE)
        self.changed.emit()

    def _refuse(self, failure: Failure) -> None:
        """Say in place why nothing was imported."""
        self._be_idle()
        if isinstance(failure, EventExists):
            self.face.event.form.complain({"title": failure.message})
        else:
            self._complain(failure)
            self._preview()  # it may be another plan now

    def _complain(self, failure: Failure) -> None:
        self.face.forward.setEnabled(self.face.read.reading is not None)
        self.complain(failure.message)

    def _taken_back(self, done: TakenBack) -> None:
        self._handed = None
        self._show_file(taken_back_words(done))
        self.refresh()
        self.changed.emit()

    # Coming and going

    def unsaved(self) -> bool:
        """Whether something was chosen about a file that is not imported yet."""
        return self.draft() and self.face.read.choices != AS_IT_IS

    def draft(self) -> bool:
        """Whether a file was read and not imported: leaving keeps it."""
        return self._handed is not None and self.face.step in (READ, PLAN)

    def refresh(self) -> None:
        """Ask for the imports that were made, and look for files."""
        self.face.file.refresh(self._event_id, self._complain)

    def showEvent(self, event: QShowEvent) -> None:
        """Look what is there."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read on for nobody; what is being imported is imported."""
        super().hideEvent(event)
        if self.face.step == FILE and self._watched is None:
            self.stop_work()
