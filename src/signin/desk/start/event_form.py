"""The fields of a new event, the days said back in full words, and what is wrong beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.desk.start.text_box import TextBox
from signin.lao.numbers import format_date, format_weekday
from signin.services.new_event import Draft, Form, read_form
from signin.words import Message, say

_DAY, _SAME = say("such as 12/6/2024"), say("the same day")
_PLACES = {
    "title": (0, 0, 4),
    "organiser": (1, 0, 2),
    "venue": (1, 2, 2),
    "first_day": (2, 0, 1),
    "last_day": (2, 1, 1),
    "starts_at": (2, 2, 1),
    "ends_at": (2, 3, 1),
    "host": (3, 0, 2),
    "in_out": (3, 2, 2),
    "chairs": (4, 0, 4),
}
"""Row, column and width of each field, in the order of Tab."""


class EventForm(QWidget):
    """Emits `changed` with the draft that the form comes to, whenever anything is typed or chosen.

    Nothing typed is ever taken away. A field is complained about when it is left with something wrong in it, and
    all that are wrong when the event is to be made: see `check`. `pointed_at` tells which one must be seen.
    """

    changed = Signal(object)
    pointed_at = Signal(QWidget)

    def __init__(
        self, voice: Voice, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voice, self.look, self._clock = voice, look, clock
        self.fields = self._lines()
        self.in_out: Choice[bool] = Choice(
            voice,
            look,
            say("What the door notes"),
            [(False, say("Arrival only")), (True, say("In and out"))],
            value=False,
        )
        self.chairs = TextBox(
            voice,
            look,
            say("Chairs, one a line: prefix and name, position (may be empty)"),
            say("ທ່ານ ວັນໄຊ ອິນທະວົງ, Head of Office"),
        )
        self.days = {name: LaoLabel(most_lines=2) for name in ("first_day", "last_day")}
        self._grid = QGridLayout(self)
        self._arrange()
        self._connect()
        self.set_form(Form())

    def _lines(self) -> dict[str, Field]:
        voice, look = self._voice, self.look
        return {
            "title": Field(voice, look, say("Title of the event")),
            "organiser": Field(voice, look, say("Organiser")),
            "venue": Field(voice, look, say("Venue")),
            "first_day": Field(voice, look, say("First day"), placeholder=_DAY),
            "last_day": Field(voice, look, say("Last day"), placeholder=_SAME),
            "starts_at": Field(voice, look, say("Begins, first day")),
            "ends_at": Field(voice, look, say("Ends, last day")),
            "host": Field(voice, look, say("Host (may be empty)")),
        }

    def _arrange(self) -> None:
        parts: dict[str, QWidget] = {**self.fields, "in_out": self.in_out, "chairs": self.chairs}
        before: QWidget | None = None
        for name, (row, column, span) in _PLACES.items():
            self._grid.addWidget(parts[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            if before is not None:
                QWidget.setTabOrder(before, parts[name])
            before = parts[name]
        for name, label in self.days.items():
            dress(label, ink="quiet", type="small")
            column_of_field = self.fields[name].layout()
            assert column_of_field is not None
            column_of_field.addWidget(label)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(len(_PLACES), 1)
        self.look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, self.look.px(SPACE.small), 0)
        self._grid.setSpacing(self.look.px(SPACE.medium))

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.changed.connect(self._tell)
            field.edit.editingFinished.connect(lambda name=name: self._left(name))
        self.chairs.changed.connect(self._tell)
        self.in_out.chosen.connect(self._tell)
        self._voice.changed.connect(self._tell)

    # What is typed

    def form(self) -> Form:
        """Give what stands in the fields."""
        typed = {name: field.text() for name, field in self.fields.items()}
        return Form(**typed, chairs=self.chairs.text(), in_out=bool(self.in_out.value))

    def set_form(self, form: Form) -> None:
        """Show a form."""
        for name, field in self.fields.items():
            field.set_text(getattr(form, name))
        self.chairs.set_text(form.chairs)
        self.in_out.set_value(form.in_out)
        self._tell()

    def draft(self) -> Draft:
        """Give what the form comes to."""
        return read_form(self.form(), self._clock().date())

    def check(self) -> Draft | None:
        """Give the draft if it can be made; otherwise say what is wrong everywhere and go to the first of it."""
        draft = self.draft()
        self.complain(draft.wrong)
        return None if draft.wrong else draft

    def complain(self, wrong: Mapping[str, Message]) -> None:
        """Say what is wrong at each field, and go to the first one."""
        for name, part in self._parts().items():
            part.complain(wrong.get(name))
        self._tell_days()
        for name, part in self._parts().items():
            if name in wrong:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                self.pointed_at.emit(part)
                break

    def _parts(self) -> dict[str, Field | TextBox]:
        return {**self.fields, "chairs": self.chairs}

    # Answers

    def _tell(self) -> None:
        self._tell_days()
        self.changed.emit(self.draft())

    def _tell_days(self) -> None:
        draft = self.draft()
        for name, day in (("first_day", draft.first_day), ("last_day", draft.last_day)):
            label = self.days[name]
            label.setText(self._in_words(day) if day else "")
            label.setVisible(bool(self.fields[name].text()) and self.fields[name].complaint is None)

    def _in_words(self, day: date) -> str:
        language = self._voice.language
        weekday = format_weekday(day, language)
        return self._voice.text(say("{weekday} {date}", weekday=weekday, date=format_date(day, language)))

    def _left(self, name: str) -> None:
        """Say what is wrong with a field that was left; an empty one may still be filled in."""
        field = self.fields[name]
        if field.text():
            field.complain(self.draft().wrong.get(name))
            self._tell_days()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field on Enter."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in ENTER and plain:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
