"""One session, to be put right or made: its title, when, where, what its door notes, and who is expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.panel import Panel
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.who_fields import WhoFields
from signin.domain.event import Mode, Session
from signin.lao.numbers import format_time
from signin.services.new_event import read_hour
from signin.services.session_form import SessionDraft, SessionForm, read_session_form, session_form
from signin.services.sessions import Timetable
from signin.words import Message, say

_PLACES = {
    "title": (0, 0, 2),
    "day": (1, 0, 1),
    "room": (1, 1, 1),
    "starts_at": (2, 0, 1),
    "ends_at": (2, 1, 1),
    "opens_at": (3, 0, 1),
    "closes_at": (3, 1, 1),
}
"""Row, column and width of each field, in the order of Tab."""
_FOLLOWS = {"starts_at": "opens_at", "ends_at": "closes_at"}


class SessionPanel(Panel):
    """Emits `accepted`, and `widen_wanted` to keep it with the event widened to its day; `draft` is what is typed.

    After a warning `forced` tells that it is to be kept all the same.

    Doors follow begin and end as they are typed, until somebody has typed the doors' own hours.
    """

    widen_wanted = Signal()
    forced = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Session"), parent, accept=say("Save"), accept_icon="saved")
        self._session: Session | None = None
        self._facts: Timetable | None = None
        self.is_new = False
        labels = {
            "title": say("Title (may be empty)"),
            "day": say("Day"),
            "room": say("Room"),
            "starts_at": say("Begins"),
            "ends_at": say("Ends"),
            "opens_at": say("Doors open"),
            "closes_at": say("Doors close"),
        }
        self.fields = {name: Field(voice, look, label) for name, label in labels.items()}
        self.mode: Choice[Mode] = Choice(
            voice,
            look,
            say("What the door notes"),
            [(Mode.ARRIVAL, say("Arrival only")), (Mode.IN_OUT, say("In and out"))],
            value=Mode.ARRIVAL,
        )
        self.who = WhoFields(voice, look)
        self.widen = ActionButton(voice, look, say("Widen the event to this day"), "event")
        self.force = ActionButton(voice, look, say("Change it all the same"), "attention", kind="stop")
        self.buttons.insertWidget(0, self.force)
        for button in (self.widen, self.force):
            button.hide()
        self.widen.clicked.connect(self.widen_wanted)
        self.force.clicked.connect(self.forced)
        self._own_doors: set[str] = set()
        self._place()
        self._connect()

    def _place(self) -> None:
        self._grid = QGridLayout()
        for name, (row, column, span) in _PLACES.items():
            self._grid.addWidget(self.fields[name], row, column, 1, span)
        self.body.addLayout(self._grid)
        for widget in (self.widen, self.mode, self.who):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._look.changed.connect(self._space_fields)
        self._space_fields()

    def _space_fields(self) -> None:
        self._grid.setHorizontalSpacing(self._look.px(SPACE.small))
        self._grid.setVerticalSpacing(self._look.px(SPACE.hair))

    def _connect(self) -> None:
        for edge, door in _FOLLOWS.items():
            self.fields[edge].edit.textEdited.connect(lambda _, edge=edge: self._follow(edge))
            self.fields[door].edit.textEdited.connect(lambda _, door=door: self._own_doors.add(door))
        self.fields["day"].changed.connect(lambda _: self.widen.hide())
        self.who.changed.connect(lambda: self.who.numbers.complain(None))

    def ask(self, session: Session, facts: Timetable, *, is_new: bool) -> None:
        """Show a session; a new one begins with what is usual."""
        self._session, self._facts, self.is_new = session, facts, is_new
        form = session_form(session)
        for name, field in self.fields.items():
            field.set_text(getattr(form, name))
            field.complain(None)
        rooms = sorted({one.room for one in facts.sessions if one.room} | {facts.event.venue})
        self.fields["room"].set_completions(rooms)
        self.mode.set_value(form.mode)
        self.who.show_who(form.categories, form.numbers, facts.people, facts.crowd)
        self._own_doors.clear()
        self.warn(None)
        word = say("New session") if is_new else say("Change the session")
        self._voice.tell(self.title_label, self.title_label.setText, word)
        self.start()

    def warn(self, message: Message | None, *, may_force: bool = False) -> None:
        """Say why it was not kept, and let it be kept all the same where that may be."""
        self.complain(message)
        self.force.setVisible(may_force)

    def use(self, facts: Timetable) -> None:
        """Go on with what the store holds now; what is typed stays."""
        self._facts = facts

    @property
    def session(self) -> Session | None:
        """The session as it was when it was shown."""
        return self._session

    @property
    def is_edited(self) -> bool:
        """Whether something else is typed than what was shown."""
        return self._session is not None and self.form() != session_form(self._session)

    def form(self) -> SessionForm:
        """Give what stands in the fields."""
        texts = {name: field.text() for name, field in self.fields.items()}
        return SessionForm(
            **texts,
            mode=self.mode.value or Mode.ARRIVAL,
            everybody=self.who.everybody.value is not False,
            categories=self.who.categories,
            numbers=self.who.numbers.text(),
        )

    def draft(self) -> SessionDraft:
        """Give what is typed."""
        assert self._session is not None
        assert self._facts is not None
        return read_session_form(self.form(), self._session, self._facts.event, self._facts.crowd.numbers)

    def wanted(self) -> SessionDraft | None:
        """Give what is to be kept; otherwise say field by field what is wrong, and go to the first."""
        draft = self.draft()
        fields = {**self.fields, "numbers": self.who.numbers}
        for name, field in fields.items():
            field.complain(draft.wrong.get(name))
        self.widen.setVisible(draft.days is not None)
        first = next((field for name, field in fields.items() if name in draft.wrong), None)
        if first is not None:
            first.setFocus()
            first.edit.selectAll()
            return None
        return draft

    def without_day(self) -> SessionDraft | None:
        """Give what is to be kept with the event widened; None where more than the day is wrong."""
        draft = self.draft()
        if draft.days is None or set(draft.wrong) != {"day"}:
            self.wanted()
            return None
        return replace(draft, wrong={})

    def _follow(self, edge: str) -> None:
        """Keep the doors as far from begin or end as they were."""
        door, session = _FOLLOWS[edge], self._session
        typed = read_hour(self.fields[edge].text())
        if session is None or typed is None or door in self._own_doors:
            return
        by: timedelta = getattr(session, door) - getattr(session, edge)
        moment = datetime.combine(session.starts_at.date(), typed) + by
        if moment.date() == session.starts_at.date():
            self.fields[door].set_text(format_time(moment.time()))
