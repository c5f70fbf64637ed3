"""The organiser's roster: corrected in place, places cancelled and given, and all of it undone again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.remembered import OfRoster
from signin.desk.organiser.roster.add_panel import AddPanel
from signin.desk.organiser.roster.card_panel import CardPanel
from signin.desk.organiser.roster.cells import meant
from signin.desk.organiser.roster.many_panel import ManyPanel
from signin.desk.organiser.roster.place_panels import CancelPanel, RestorePanel, SubstitutePanel
from signin.desk.organiser.roster.seeing import SeeingPage
from signin.desk.organiser.roster.task_panel import Deed, TaskPanel
from signin.desk.organiser.roster.undoing import Undoing
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee, State
from signin.services.history import HistoryLine, of_person
from signin.services.roster_edits import Done, correct_many
from signin.services.roster_rows import Whole, whole
from signin.services.roster_table import Column
from signin.words import Failure, Message, say

_MOST = 500
"""People who are changed at once, at most: a scan waits as long as that takes (1,000 people: 0.4 s)."""
_CARD_MS = 80


class RosterPage(SeeingPage):
    """Writes what is done in the table and in the panels, each one verb.

    `changed` tells that the door may look again; `import_wanted` and `duplicates_wanted` want another page.
    """

    changed = Signal()
    import_wanted = Signal()
    duplicates_wanted = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        remembered: OfRoster | None = None,
    ) -> None:
        super().__init__(voice, look, reader, event_id, remembered or OfRoster(), parent)
        self._clock = clock
        self.undoing = Undoing(writer, clock, self.remembered.piles, self)
        self._card_waits = QTimer(self, singleShot=True, interval=_CARD_MS)
        self._card_waits.timeout.connect(self._read_card)
        self._connect()
        self._follow()

    def _connect(self) -> None:
        for button in (self.import_button, self.first_import):
            button.clicked.connect(self.import_wanted)
        self.same_button.clicked.connect(self.duplicates_wanted)
        self.add_button.clicked.connect(self._add)
        self.card_button.clicked.connect(self._card)
        self.many_button.clicked.connect(self._many)
        self.substitute_button.clicked.connect(self._substitute)
        self.place_button.clicked.connect(self._place)
        self.undo_button.clicked.connect(self.undoing.undo)
        self.redo_button.clicked.connect(self.undoing.redo)
        self.undoing.changed.connect(self._follow)
        self.undoing.undone.connect(
            lambda done: self._took_back(done, say("Undone: {people}", people=_names(done)))
        )
        self.undoing.redone.connect(
            lambda done: self._took_back(done, say("Done again: {people}", people=_names(done)))
        )
        self.undoing.failed.connect(lambda failure: self.complain(failure.message))
        self.table.moved.connect(self._follow)
        self.table.wanted.connect(self._card)
        self.table.kept.connect(self._keep)

    def _follow(self) -> None:
        """Let the buttons be those that can be pressed now, and the card that of the person chosen."""
        person, count = self.table.person, self.table.chosen_count
        self.undo_button.setEnabled(self.undoing.can_undo)
        self.redo_button.setEnabled(self.undoing.can_redo)
        self.card_button.setEnabled(person is not None)
        self.many_button.setEnabled(count > 1)
        self.substitute_button.setEnabled(person is not None and count <= 1 and person.state is not State.REPLACED)
        self.place_button.setEnabled(person is not None and person.state is not State.REPLACED)
        gone = person is not None and person.state is State.CANCELLED
        self.place_button.set_message(say("Give the place back") if gone else say("Cancel the place"))
        self.place_button.set_icon("undo" if gone else "close")
        if isinstance(self.panel, CardPanel):
            self._card_waits.start()

    # In the table

    def _keep(self, person: Attendee, column: Column, text: str, on: int) -> None:
        """Write what was typed into a cell; what is refused is said there, and stays."""
        try:
            changes = meant(self.voice, person, column, text)
        except Failure as failure:
            self._not_kept(failure)
            return
        now, event_id = self._clock(), self._event_id
        self.undoing.write(
            lambda desk: correct_many(desk, event_id, [person.id], changes, now, seen=person),
            lambda done: self._kept(done, on),
            self._not_kept,
        )

    def _kept(self, done: Done, on: int) -> None:
        self.table.close_editor()
        self._did(done)
        self.complain(None)
        self.table.go_on(on)

    def _not_kept(self, failure: Failure) -> None:
        if self.table.editor is None:
            self.complain(failure.message)
        else:
            self.table.editor.complain(failure.message)
        self.read_news()

    # In panels

    def _add(self) -> None:
        self._open(AddPanel(self.voice, self.look, self._reader, self._event_id))

    def _many(self) -> None:
        if (people := self._people()) and len(people) > 1:
            offices = self.everybody.organisations
            self._open(ManyPanel(self.voice, self.look, self._event_id, people, offices))

    def _substitute(self) -> None:
        if (person := self.table.person) is not None:
            self._open(SubstitutePanel(self.voice, self.look, self._reader, self._event_id, person))

    def _place(self) -> None:
        """Cancel, or give back to those who were cancelled: by the person in whose row the keys are."""
        person, people = self.table.person, self._people()
        if person is None or not people:
            return
        gone = person.state is State.CANCELLED
        kind = RestorePanel if gone else CancelPanel
        concerned = [one for one in people if (one.state is State.CANCELLED) is gone]
        self._open(kind(self.voice, self.look, self._event_id, concerned))

    def _people(self) -> Sequence[Attendee]:
        """Give who is chosen, unless they are too many."""
        if self.table.chosen_count > _MOST:
            self.complain(say("These are too many at once. Choose {most} people at most.", most=_MOST))
            return []
        chosen = self.table.chosen()
        person = self.table.person
        return chosen if chosen or person is None else [person]

    def _open(self, panel: TaskPanel) -> None:
        self.complain(None)
        panel.wanted.connect(lambda deed: self._do(panel, deed))
        self.open_panel(panel)

    def _do(self, panel: TaskPanel, deed: Deed) -> None:
        now = self._clock()
        self.undoing.write(
            lambda desk: deed(desk, now), partial(self._panel_did, panel), partial(self._refused, panel)
        )

    def _panel_did(self, panel: TaskPanel, done: Done) -> None:
        if isinstance(panel, CardPanel) and panel is self.panel:
            self._card_waits.start()
        elif panel is self.panel:
            self.close_panel()
        self._did(done)
        self.tell(_told(done))
        if isinstance(panel, AddPanel | SubstitutePanel):
            self.table.go_to(done.people[0].id)

    def _refused(self, panel: TaskPanel, failure: Failure) -> None:
        if isValid(panel):
            panel.refuse(failure)
        else:
            self.complain(failure.message)

    # The card

    def _card(self) -> None:
        """Open the card of the person chosen; again, close it."""
        if isinstance(self.panel, CardPanel):
            self.close_panel()
        elif self.table.person is not None:
            self._open(CardPanel(self.voice, self.look, self._event_id))
            self.table.setFocus()
            self._read_card()

    def _read_card(self) -> None:
        person, event_id = self.table.person, self._event_id
        if not isinstance(self.panel, CardPanel):
            return
        if person is None:
            self.panel.show_nobody()
            return
        attendee_id = person.id
        self._reader.do(
            lambda desk: (whole(desk, event_id, attendee_id), of_person(desk, event_id, attendee_id)),
            self._show_card,
            lambda failure: self.complain(failure.message),
            looks=True,
            owner=self,
        )

    def _show_card(self, read: tuple[Whole, tuple[HistoryLine, ...]]) -> None:
        person = self.table.person
        if isinstance(self.panel, CardPanel) and person is not None and person.id == read[0].person.id:
            self.panel.show_person(*read)

    def heard_of(self, attendee_ids: Collection[str]) -> None:
        """Read the card anew when something happened to its person."""
        person = self.table.person
        if person is not None and person.id in attendee_ids:
            self._follow()

    # What was done

    def _did(self, done: Done) -> None:
        self.put(done.people)
        if done.records:
            self.changed.emit()
        self._follow()

    def _took_back(self, done: Done, told: Message) -> None:
        self.put(done.people)
        self.tell(told)
        self.changed.emit()
        if done.people:
            self.table.go_to(done.people[0].id)
        self._follow()


def _names(done: Done) -> str:
    """Name the first, and how many more."""
    first, *more = [one.full_name for one in done.people]
    return f"{first} +{len(more)}" if more else first


def _told(done: Done) -> Message:
    """Say how it stands now with who was changed."""
    if not done.people:
        return say("Nothing was to be changed.")
    return say("Kept: {people}. Ctrl+Z undoes it.", people=_names(done))
