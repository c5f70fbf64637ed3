"""What an import has done, and the way to take it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.take_back_bar import TakeBackBar
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Sex
from signin.domain.verdict import Tone
from signin.services.rosters import Imported
from signin.words import say


class DoneView(Card):
    """Emits `taken` with what was undone."""

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
        super().__init__(voice, look, None, parent)
        self.done, self.counts = Notice(voice, look, Tone.GO, copies=False), LaoLabel()
        dress(self.done, type="heading")
        self.bar = TakeBackBar(voice, look, writer, reader, clock)
        for widget in (self.done, self.counts, self.bar):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.bar.taken.connect(self.taken)

    def show_done(self, imported: Imported) -> None:
        """Say what was done."""
        plan = imported.plan
        women = sum(person.sex is Sex.FEMALE for person in plan.people)
        self.done.tell(say("People imported: {count}, women {women}.", count=len(plan.people), women=women))
        told = say(
            "{added} are new and have a code, {changed} were changed, {same} are as they were; "
            "{missing} on the roster were not in the file and stay.",
            added=len(plan.added),
            changed=len(plan.changed),
            same=plan.unchanged,
            missing=len(plan.missing),
        )
        self._voice.tell(self.counts, self.counts.setText, told)
        self.bar.show_run(imported.run)
