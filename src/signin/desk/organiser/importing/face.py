"""What the import page shows: its steps, and the buttons that belong to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import dress
from signin.desk.organiser.importing import finding
from signin.desk.organiser.importing.done_view import DoneView
from signin.desk.organiser.importing.file_step import FileStep
from signin.desk.organiser.importing.plan_view import PlanView
from signin.desk.organiser.importing.step_strip import StepStrip
from signin.desk.organiser.importing.understood_view import UnderstoodView
from signin.desk.start.event_view import EventView
from signin.desk.start.new_event_page import tab_on
from signin.desk.start.page import Page
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Sex
from signin.exchange.roster import Reading
from signin.services.rosters import Plan
from signin.words import say

FILE, READ, PLAN, DONE = range(4)
"""The steps, and what comes after."""


class Face:
    """Made of parts that stand on a page; `step` is the one shown."""

    def __init__(
        self,
        page: Page,
        writer: StoreWorker,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        *,
        into_new: bool,
        sticks: Callable[[], Sequence[finding.Place]],
        folders: Callable[[], Sequence[finding.Place]],
    ) -> None:
        voice, look = page.voice, page.look
        self._voice, self._into_new = voice, into_new
        self.step = FILE
        words = (
            (say("The file"), "folder"),
            (say("What was understood"), "search"),
            (say("What will happen"), "roster"),
        )
        self.strip, self.steps = StepStrip(voice, look, words), QStackedWidget()
        self.file = FileStep(voice, look, writer, reader, clock, sticks=sticks, folders=folders)
        self.read = UnderstoodView(voice, look)
        self.event, self.plan = EventView(voice, look, clock), PlanView(voice, look)
        self.done = DoneView(voice, look, writer, reader, clock)
        self.everybody, self.bar = LaoLabel(), QProgressBar()
        dress(self.everybody, type="strong")
        voice.tell(self.bar, self.bar.setAccessibleName, say("Working"))
        self.choose = ActionButton(voice, look, say("Choose a file"), "import", "Ctrl+O")
        self.again = ActionButton(voice, look, say("Read the file again"), "redo", "F5")
        self.stop = ActionButton(voice, look, say("Stop"), "close")
        self.forward = ActionButton(voice, look, say("Next"), "right", "Ctrl+Return", kind="primary")
        self.take = ActionButton(voice, look, say("Import"), "check", "Ctrl+Return", kind="primary")
        on = say("On to the event") if into_new else say("On to the roster")
        self.leave = ActionButton(voice, look, on, "right", "Ctrl+Return", kind="primary")
        self._arrange(page)

    def _arrange(self, page: Page) -> None:
        page.body.addWidget(self.strip)
        page.body.addWidget(self.steps, 1)
        page.body.addWidget(self.bar)
        self.event.add_plan(self.plan, self.everybody)
        for step in (self.file, self.read, self.event if self._into_new else self.plan, self.done):
            self.steps.addWidget(step)
        if not self._into_new:
            self.event.setParent(page)
            self.event.hide()
        for button in (self.stop, self.choose, self.again, self.forward, self.take, self.leave):
            page.buttons.addWidget(button)
        tab_on(self.event.form, self.event.sessions, self.take)
        self.bar.hide()

    def show_step(self, step: int, reachable: int, *, busy: bool = False) -> None:
        """Show a step with its buttons; the one to press has the focus."""
        self.step = step
        self.steps.setCurrentIndex(step)
        self.strip.setVisible(step != DONE)
        self.strip.show_step(step, reachable)
        shown = {
            self.stop: busy,
            self.choose: step == FILE and not busy,
            self.again: step == READ,
            self.forward: step == READ or (step == FILE and reachable > FILE and not busy),
            self.take: step == PLAN,
            self.leave: step == DONE,
        }
        for button, visible in shown.items():
            button.setVisible(visible)
        on = {FILE: self.choose if reachable == FILE else self.forward, PLAN: self.take, DONE: self.leave}
        first = self.stop if busy else on.get(step, self.forward)
        self.forward.setEnabled(reachable > step)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reachable(self, reachable: int) -> None:
        """Tell which steps can be gone to now."""
        self.strip.show_step(self.strip.current, reachable)

    def begin_reading(self) -> None:
        """Begin with going on where all is well, else with the first thing that can be put right."""
        target = self.forward if self.read.reading is not None else self.read.head or self.forward
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, people: int) -> None:
        """Say on the button how many are imported, before it is known what else happens."""
        self.plan.seen = None
        self.take.set_message(say("Import people: {count}", count=people))

    def tell_new(self, reading: Reading) -> None:
        """Say what happens in a new event: everybody is new."""
        women = sum(line.sex is Sex.FEMALE for line in reading.people)
        told = say(
            "Everybody is new there: people {count}, women {women}.",
            count=len(reading.people),
            women=women,
        )
        self._voice.tell(self.everybody, self.everybody.setText, told)

    def show_plan(self, plan: Plan) -> None:
        """Show what an import into an event that is there would do."""
        self.plan.show_plan(plan)

    def show_looking(self, *, on: bool) -> None:
        """Show that the file is looked at again, and that nobody can go on meanwhile."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(on)
        if on:
            self.forward.setEnabled(False)

    def show_importing(self, *, on: bool) -> None:
        """Show that an import goes on, or no more."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(on)
        self.stop.setVisible(on)
        self.take.setEnabled(not on)
        self.steps.setEnabled(not on)
        self.strip.setEnabled(not on)
        (self.stop if on else self.take).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
