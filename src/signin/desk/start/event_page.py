"""Which event: one that is there, a new one, a roster that is opened or dropped, or the sample."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.event_list import EventList
from signin.desk.start.files import choose_roster, documents, dropped_roster, show_outside
from signin.desk.start.large_action import LargeAction
from signin.desk.start.page import Page
from signin.desk.start.sample_card import SampleCard
from signin.desk.work.late import ask_for
from signin.desk.work.store_worker import StoreWorker
from signin.services import beginning
from signin.services.beginning import Held
from signin.services.desk import Desk
from signin.services.papers import Printed
from signin.words import Failure, Message, say

if TYPE_CHECKING:
    from signin.desk.organiser.lock.lock import Lock

T = TypeVar("T")

_NOTHING = say("There is no event yet. Begin with one of the three above, or drop a roster here.")
_DROP = say("A roster from Excel can also be dropped here.")
_MAKING = say("Making the sample conference …")
_LET_GO = say("Let go to read this roster.")


class EventPage(Page):
    """Emits `opened` with the id of the event to open; `new_wanted` and `roster_given` (a Path) for other pages.

    It asks the store for its events whenever it is shown. While the lock it follows is shut it offers no sample,
    and whoever wants to look for a roster is asked for the PIN.
    """

    opened = Signal(str)
    new_wanted = Signal()
    roster_given = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        worker: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        show_paper: Callable[[Path], object] = show_outside,
        open_id: str | None = None,
    ) -> None:
        super().__init__(voice, look, say("Which event?"), parent, way_back=False)
        self._worker, self._clock, self._show_paper = worker, clock, show_paper
        self._sample_id, self._open_id = "", open_id
        self._begun = False
        self._lock: Lock | None = None
        self.dialog: QFileDialog | None = None
        self.new = LargeAction(
            voice,
            look,
            say("New event"),
            say("Title, days and place; half-days make themselves."),
            "add",
            "Ctrl+N",
        )
        self.roster = LargeAction(
            voice,
            look,
            say("Open a roster from Excel"),
            say("The list of participants, as it is: xlsx, xls, ods or csv."),
            "import",
            "Ctrl+O",
        )
        self.sample = LargeAction(
            voice,
            look,
            say("Try the sample conference"),
            say("37 invented people, today and tomorrow. Nothing can break."),
            "event",
            "Ctrl+T",
        )
        self.list = EventList(voice, look)
        self.list_card = Card(voice, look, say("Events"))
        self.sample_card = SampleCard(voice, look)
        self.hint = LaoLabel()
        dress(self.hint, ink="quiet")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._ways = QWidget()
        self._row = QHBoxLayout(self._ways)
        self._row.setContentsMargins(0, 0, 0, 0)
        for action in (self.new, self.roster, self.sample):
            self._row.addWidget(action, 1)
        self.list_card.body.addWidget(self.list, 1)
        self.list_card.body.addWidget(self.hint)
        self.body.addWidget(self._ways)
        self.body.addWidget(self.sample_card)
        self.body.addWidget(self.list_card, 1)
        self.sample_card.hide()
        self.list.hide()
        self.look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Keep the ways to begin whole: where room is short the list gives way, which can be scrolled."""
        self._ways.setFixedHeight(self.new.sizeHint().height())
        self._row.setSpacing(self.look.px(SPACE.medium))

    def _connect(self) -> None:
        self.list.chosen.connect(self.opened)
        self.new.clicked.connect(self._want_new)
        self.roster.clicked.connect(self._choose_roster)
        self.sample.clicked.connect(self._make_sample)
        self.sample_card.go.clicked.connect(lambda: self.opened.emit(self._sample_id))
        self.sample_card.badges.clicked.connect(self._print_badges)

    def _ask(self, verb: Callable[[Desk], T], then: Callable[[T], None], *, looks: bool = False) -> None:
        ask_for(self, self._worker, verb, then, self._complain, looks=looks)

    def guard(self, lock: Lock) -> None:
        """Follow a lock from now on."""
        self._lock = lock
        lock.changed.connect(self._follow_lock)
        self._follow_lock()

    @property
    def _is_open(self) -> bool:
        return self._lock is None or self._lock.is_open

    def _follow_lock(self) -> None:
        self.sample.setVisible(self._is_open)
        self.sample_card.setVisible(self._is_open and bool(self._sample_id))

    # The events there

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the events."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store for its events."""
        self._ask(beginning.events_there, self._show_events, looks=True)

    def _show_events(self, events: list[Held]) -> None:
        self.list.show_events(events, today=self._clock().date(), open_id=self._open_id)
        self.list.setVisible(bool(events))
        self._tell_usual()
        if not self._begun:
            self._begun = True
            (self.list if events else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_usual(self) -> None:
        self._tell_hint(_DROP if self.list.events.rowCount() else _NOTHING)

    def _tell_hint(self, message: Message) -> None:
        self.voice.tell(self.hint, self.hint.setText, message)

    def _complain(self, failure: Failure) -> None:
        self.complain(failure.message)
        self._be_busy(busy=False)
        self._tell_usual()

    def _want_new(self) -> None:
        self.new_wanted.emit()

    # A roster

    def _choose_roster(self) -> None:
        if self._lock is not None and not self._lock.is_open:
            self._lock.wanted.emit()
        else:
            self.dialog = choose_roster(self.voice, self, self.roster_given.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may be a roster."""
        if dropped_roster(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._tell_hint(_LET_GO)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say again what can be dropped."""
        super().dragLeaveEvent(event)
        self._tell_usual()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the file on."""
        path = dropped_roster(event.mimeData())
        self._tell_usual()
        if path is not None:
            event.acceptProposedAction()
            self.roster_given.emit(path)

    # The sample

    def _make_sample(self) -> None:
        self._be_busy(busy=True)
        self.complain(None)
        self._tell_hint(_MAKING)
        now = self._clock()
        self._ask(lambda desk: beginning.make_sample(desk, now), self._offer_sample)

    def _offer_sample(self, event_id: str) -> None:
        self._be_busy(busy=False)
        self._sample_id = event_id
        if self._is_open:
            self.sample_card.offer()
        self.refresh()

    def _print_badges(self) -> None:
        self._be_busy(busy=True)
        self.sample_card.tell_printing()
        event_id, now, folder = self._sample_id, self._clock(), documents()
        self._ask(lambda desk: beginning.print_sample_badges(desk, event_id, now, folder), self._show_badges)

    def _show_badges(self, printed: Printed) -> None:
        self._be_busy(busy=False)
        self.sample_card.tell_printed(printed)
        if self._is_open:
            self._show_paper(printed.path)

    def _be_busy(self, *, busy: bool) -> None:
        for button in (self.sample, self.sample_card.badges):
            button.setEnabled(not busy)
