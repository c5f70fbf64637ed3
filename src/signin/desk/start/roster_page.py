"""A roster file that is handed in: read beside the window, shown, and imported whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.start.event_view import EventView
from signin.desk.start.files import choose_roster, dropped_roster
from signin.desk.start.new_event_page import tab_on
from signin.desk.start.page import Page
from signin.desk.start.reading_view import ReadingView
from signin.desk.work.background import Background, Progress, Stopped
from signin.desk.work.late import ask_for
from signin.desk.work.store_worker import StoreWorker
from signin.exchange.choices import Choices
from signin.exchange.roster import Reading
from signin.services import beginning, rosters
from signin.services import handed as handing
from signin.services.desk import Desk
from signin.services.failures import EventExists
from signin.services.handed import Handed
from signin.words import Failure, Message, say

_FILE, _READ, _EVENT = range(3)
"""The steps: no file, what was read, to which event."""


class RosterPage(Page):
    """Two steps: what was read, and to which event it goes. Emits `imported` with the id of the event.

    The file is read in a thread of its own, which Esc and the button stop. A refused file is told in place, with
    what to do, and another may be chosen or dropped at any time.
    """

    imported = Signal(str)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        worker: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Roster from a file"), parent)
        self._worker, self._clock = worker, clock
        self._work: Background | None = None
        self._handed: Handed | None = None
        self.dialog: QFileDialog | None = None
        self.told, self.refused, self.bar = LaoLabel(), Notice(voice, look), QProgressBar()
        self.view, self.event_view = ReadingView(voice, look), EventView(voice, look, clock)
        self.steps = QStackedWidget()
        self.other = ActionButton(voice, look, say("Another file"), "import", "Ctrl+O")
        self.stop = ActionButton(voice, look, say("Stop"), "close")
        self.forward = ActionButton(voice, look, say("On to the event"), "right", "Ctrl+Return", kind="primary")
        self.take = ActionButton(voice, look, say("Import"), "check", "Ctrl+Return", kind="primary")
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self._ready(say("Choose the file that holds the roster, or drop it here."))

    def _arrange(self) -> None:
        waiting, column = Card(self.voice, self.look), QVBoxLayout()
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.voice.tell(self.bar, self.bar.setAccessibleName, say("Reading"))
        column.addStretch()
        column.addWidget(self.refused, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.told, self.bar):
            column.addWidget(widget)
        column.addStretch()
        waiting.body.addLayout(column)
        for step in (waiting, self.view, self.event_view):
            self.steps.addWidget(step)
        self.body.addWidget(self.steps, 1)
        for button in (self.stop, self.other, self.forward, self.take):
            self.buttons.addWidget(button)
        tab_on(self.event_view.form, self.event_view.sessions, self.take)

    def _connect(self) -> None:
        self.other.clicked.connect(self.choose_file)
        self.stop.clicked.connect(self.stop_reading)
        self.forward.clicked.connect(self.go_on)
        self.take.clicked.connect(self._import)
        self.view.sheet_chosen.connect(self._read_sheet)
        self.event_view.picked.connect(self._preview)
        self.event_view.settled.connect(self.take.setFocus)

    # The file

    def choose_file(self) -> None:
        """Let a file be chosen."""
        self.dialog = choose_roster(self.voice, self, self.open_file)

    def open_file(self, path: Path) -> None:
        """Read a file; what was read before is let go."""
        self.stop_reading()
        self._read(path.name, lambda progress: handing.read_file(path, cancelled=_asking(progress)))

    def _read_sheet(self, sheet: str) -> None:
        handed = self._handed
        assert handed is not None
        self._read(handed.path.name, lambda _: handing.look_again(handed, Choices(sheet=sheet)))

    def _read(self, file: str, work: Callable[[Progress], Handed]) -> None:
        self._ready(say("Reading “{file}” …", file=file), reading=True)
        reading: Background
        reading = Background(
            work,
            lambda handed: self._mine(reading, lambda: self._show(handed)),
            lambda failure: self._mine(reading, lambda: self._refuse_file(failure)),
            QCoreApplication.instance(),  # for it may outlive the page
            what=say("“{file}” is being read.", file=file),
        )
        reading.finished.connect(reading.deleteLater)
        self._work = reading
        reading.start()

    def _mine(self, work: Background, answer: Callable[[], None]) -> None:
        """Take an answer, unless another file was opened in the meantime, or the page is gone."""
        if work is self._work and isValid(self):
            self._work = None
            answer()

    def stop_reading(self) -> None:
        """Stop the reading, if one goes on; its answer is not waited for."""
        work, self._work = self._work, None
        if work is not None:
            work.stop()
            self._ready(Stopped().message)

    def _ready(self, told: Message, *, reading: bool = False) -> None:
        """Show the first step: nothing is read, or not yet."""
        self.complain(None)
        self.refused.tell(None)
        self.voice.tell(self.told, self.told.setText, told)
        self.bar.setVisible(reading)
        self._step(_FILE)
        self.stop.setVisible(reading)
        self.other.setVisible(not reading)
        (self.stop if reading else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_file(self, failure: Failure) -> None:
        self._ready(say("Nothing was imported."))
        self.refused.tell(failure.message)

    # What was read

    def _show(self, handed: Handed) -> None:
        if handed.reading is None:
            assert handed.refusal is not None
            self._refuse_file(handed.refusal)
            return
        self._handed = handed
        self.view.show_handed(handed)
        self.event_view.form.set_form(handed.proposed)
        ask_for(self, self._worker, beginning.events_there, self.event_view.show_events, self._refuse, looks=True)
        self._step(_READ)
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.stop.hide()
        self.other.setVisible(step != _EVENT)
        self.forward.setVisible(step == _READ)
        self.take.setVisible(step == _EVENT)

    def go_on(self) -> None:
        """Go on to the event."""
        people = self.view.reading.people if self.view.reading else ()
        self.take.set_message(say("Import {count} people", count=len(people)))
        self._step(_EVENT)
        self._preview()
        self.event_view.start()

    def go_back(self) -> None:
        """Go a step back; from the first one, leave the page."""
        if self._work is not None:
            self.stop_reading()
        elif self.steps.currentIndex() == _EVENT:
            self.complain(None)
            self._step(_READ)
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().go_back()

    # Import

    def _preview(self) -> None:
        reading, into, now = self.view.reading, self.event_view.into, self._clock()
        if reading is not None and into is not None and self.steps.currentIndex() == _EVENT:
            ask_for(
                self,
                self._worker,
                lambda desk: rosters.preview(desk, into, reading, now),
                self.event_view.tell_plan,
                self._refuse,
                looks=True,
            )

    def _import(self) -> None:
        self.complain(None)
        verb = self._verb()
        if verb is not None:
            self.take.setEnabled(False)
            ask_for(self, self._worker, verb, self._done, self._refuse)

    def _verb(self) -> Callable[[Desk], str] | None:
        """Give what is to be done: nothing while something is wrong with the form."""
        reading, into, now = self.view.reading, self.event_view.into, self._clock()
        assert reading is not None
        if into is not None:
            return _importing(into, reading, now)
        draft = self.event_view.form.check()
        return None if draft is None else lambda desk: beginning.import_as_new(desk, draft, reading, now)[0]

    def _done(self, event_id: str) -> None:
        self.take.setEnabled(True)
        self._ready(say("Choose the file that holds the roster, or drop it here."))
        self.imported.emit(event_id)

    def _refuse(self, failure: Failure) -> None:
        """Say in place why nothing was imported."""
        self.take.setEnabled(True)
        if isinstance(failure, EventExists):
            self.event_view.form.complain({"title": failure.message})
        else:
            self.complain(failure.message)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may be a roster."""
        if dropped_roster(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it."""
        if (path := dropped_roster(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read on for nobody."""
        super().hideEvent(event)
        self.stop_reading()


def _importing(event_id: str, reading: Reading, now: datetime) -> Callable[[Desk], str]:
    def verb(desk: Desk) -> str:
        rosters.import_roster(desk, event_id, reading, now)
        return event_id

    return verb


def _asking(progress: Progress) -> Callable[[], bool]:
    """Ask a progress whether the work is to end, in the way of `exchange.tables.read`."""

    def stopped() -> bool:
        try:
            progress.at(0, 0)
        except Stopped:
            return True
        return False

    return stopped
