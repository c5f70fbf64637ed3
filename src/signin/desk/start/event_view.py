"""To which event a roster goes: a new one, whose facts the file proposes, or one that is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.event_form import EventForm
from signin.desk.start.event_list import EventList
from signin.desk.start.new_event_page import form_beside
from signin.desk.start.sessions_card import SessionsCard
from signin.services.beginning import Held
from signin.services.rosters import Plan
from signin.words import say


class EventView(QWidget):
    """`into` is the id of the event chosen, None for a new one.

    `picked` tells when it changes, `settled` that one in the list was taken by Enter or a click.
    """

    picked = Signal()
    settled = Signal()

    def __init__(
        self, voice: Voice, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self.which: Choice[bool] = Choice(
            voice,
            look,
            say("To which event?"),
            [(False, say("A new event"), "add"), (True, say("An event that is there"), "event")],
            value=False,
            show_label=False,
        )
        self.form, self.sessions = EventForm(voice, look, clock), SessionsCard(voice, look)
        self.form.changed.connect(self.sessions.show_draft)
        self.list, self.plan = EventList(voice, look), LaoLabel()
        dress(self.plan, type="strong")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._new())
        self._stack.addWidget(self._there())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(SPACE.medium))
        column.addWidget(self.which)
        column.addWidget(self._stack, 1)
        self.which.chosen.connect(self._turn)
        self.list.chosen.connect(lambda _: self.settled.emit())
        self.list.selectionModel().currentChanged.connect(lambda *_: self.picked.emit())

    def _new(self) -> QWidget:
        page = QWidget()
        row = form_beside(self._voice, self.form.look, self.form, self.sessions)
        row.setContentsMargins(0, 0, 0, 0)
        page.setLayout(row)
        return page

    def _there(self) -> QWidget:
        card = Card(self._voice, self.form.look, say("Events"))
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.plan)
        return card

    @property
    def into(self) -> str | None:
        """The id of the event that is there and chosen; None for a new one."""
        return self.list.current if self.which.value else None

    def show_events(self, events: Sequence[Held]) -> None:
        """Show the events there; without any, a new one is the only way."""
        self.list.show_events(events)
        self.which.setVisible(bool(events))
        if not events:
            self.which.set_value(value=False)
            self._turn(there=False)

    def start(self) -> None:
        """Begin with the choice, or where there is none with the title."""
        first = self.form.fields["title"] if self.which.isHidden() else self.which
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def tell_plan(self, plan: Plan) -> None:
        """Say what an import into the event chosen would do."""
        counts = {
            "added": len(plan.added),
            "changed": len(plan.changed),
            "same": plan.unchanged,
            "missing": len(plan.missing),
        }
        told = say("{added} new, {changed} changed, {same} the same; {missing} not in the file stay.", **counts)
        self._voice.tell(self.plan, self.plan.setText, told)

    def _turn(self, there: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._stack.setCurrentIndex(int(there))
        self.picked.emit()
