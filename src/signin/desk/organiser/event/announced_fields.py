"""What was read out of an announcement, field by field, to be looked at and put right."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.desk.start.text_box import TextBox
from signin.services.announced import Announcement, lacks_year
from signin.services.new_event import Form
from signin.words import Message, mark, say

_ABSENT = say("Not in the text")
_PLACES = {
    "title": (0, 0, 2),
    "organiser": (1, 0, 1),
    "venue": (1, 1, 1),
    "first_day": (2, 0, 1),
    "last_day": (2, 1, 1),
    "starts_at": (3, 0, 1),
    "ends_at": (3, 1, 1),
    "chairs": (4, 0, 2),
}
"""Row, column and width of each field, in the order of Tab."""


class AnnouncedFields(QWidget):
    """Emits `pointed` with the name of the field that has the focus now, "" when none of them has.

    What somebody has typed over stays when the text is read again.
    """

    pointed = Signal(str)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        labels = {
            "title": say("Title of the event"),
            "organiser": say("Organiser"),
            "venue": say("Venue"),
            "first_day": say("First day"),
            "last_day": say("Last day"),
            "starts_at": say("Begins, first day"),
            "ends_at": say("Ends, last day"),
        }
        self.fields = {name: Field(voice, look, label, placeholder=_ABSENT) for name, label in labels.items()}
        self.chairs = TextBox(
            voice, look, say("Chairs, one a line: prefix and name, position (may be empty)"), _ABSENT
        )
        self.also = LaoLabel(most_lines=4)
        dress(self.also, ink="quiet", type="small")
        self._names: dict[QObject, str] = {}
        self._arrange()

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        parts: dict[str, Field | TextBox] = {**self.fields, "chairs": self.chairs}
        before: QWidget | None = None
        for name, (row, column, span) in _PLACES.items():
            part = parts[name]
            self._grid.addWidget(part, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            self._names[part.edit] = name
            part.edit.installEventFilter(self)
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part
        self._grid.addWidget(self.also, len(_PLACES), 0, 1, 2)
        self._grid.setRowStretch(len(_PLACES) + 1, 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, self._look.px(SPACE.small), 0)
        self._grid.setSpacing(self._look.px(SPACE.small))

    # What is shown

    def show_form(self, form: Form, also: list[Message]) -> None:
        """Show what was read; beside it, what no field of the event takes."""
        for name, field in self.fields.items():
            if not field.edit.isModified():
                field.set_text(getattr(form, name))
        if not self.chairs.edit.document().isModified():
            self.chairs.set_text(form.chairs)
        told = "\n".join(map(self._voice.text, also))
        self.also.setText(told)
        self.also.setVisible(bool(told))

    def form(self) -> Form:
        """Give what stands in the fields; hours that are not told are empty."""
        typed = {name: field.text() for name, field in self.fields.items()}
        return Form(**typed, chairs=self.chairs.text(), in_out=False)

    def ask_year(self, this_year: int) -> bool:
        """Ask for the year where only the year is missing; tell whether it was asked."""
        day = self.fields["first_day"]
        if not lacks_year(day.text()):
            return False
        day.complain(
            say("The text tells no year. Write it, such as “{example}”.", example=f"{day.text()} {this_year}")
        )
        return True

    # The focus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell where the focus is."""
        if event.type() is QEvent.Type.FocusIn and watched in self._names:
            self.pointed.emit(self._names[watched])
        elif event.type() is QEvent.Type.FocusOut:
            self.pointed.emit("")
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field on Enter."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def told_beside(told: Announcement) -> list[Message]:
    """Say what an announcement tells that no field of the event takes."""
    messages = []
    if told.expected:
        least, about = mark("People expected: at least {count}"), mark("People expected: {count}")
        text = least if told.expected_is_minimum else about
        messages.append(Message(text, {"count": told.expected.value}))
    if told.topics:
        messages.append(say("Topics: {topics}", topics="; ".join(topic.value for topic in told.topics)))
    return messages


def is_empty(form: Form) -> bool:
    """Whether nothing was read."""
    return not any(getattr(form, one.name) for one in fields(Form) if one.name != "in_out")
