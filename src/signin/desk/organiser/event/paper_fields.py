"""What stands on an event's papers: the letterhead, and the certificate with the rule by which it is earned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.desk.start.text_box import TextBox
from signin.domain.event import CertificateTerms, Letterhead, Rule
from signin.services.events_again import read_value, value_text
from signin.words import Message, say

P = TypeVar("P", bound=QWidget)
_NAMES = {name: f"{{{name}}}" for name in ("event", "dates", "venue", "sessions", "hours")}
"""What a wording may name stands in it in braces."""
_MEANING = say(
    "Words in braces are filled in: {event} the title, {dates} the days, {venue} the venue, "
    "{sessions} how many sessions somebody came to, {hours} how many hours.",
    **_NAMES,
)
_UNITS: Mapping[Rule, Message] = {
    Rule.COUNT: say("How many sessions"),
    Rule.SHARE: say("How many percent of the sessions"),
    Rule.HOURS: say("How many hours"),
}
_WRONG: Mapping[Rule, Message] = {
    Rule.COUNT: say("Write a number of sessions, such as 3."),
    Rule.SHARE: say("Write a percentage up to 100, such as 80."),
    Rule.HOURS: say("Write a number of hours, such as 6."),
}


class PaperFields(QWidget):
    """Fields one under another. Emits `changed` as something is typed or chosen."""

    changed = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voice, self.look = voice, look
        self.column = QVBoxLayout(self)
        look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self.column.setContentsMargins(0, 0, self.look.px(SPACE.small), 0)
        self.column.setSpacing(self.look.px(SPACE.small))

    def put(self, part: P) -> P:
        """Add a part below the others."""
        self.column.addWidget(part)
        if isinstance(part, (Field, TextBox)):
            part.changed.connect(lambda *_: self.changed.emit())
        return part

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field on Enter."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class LetterheadFields(PaperFields):
    """The offices, one a line, the number and the place."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, parent)
        self.offices = self.put(
            TextBox(
                voice,
                look,
                say("Offices, one a line, the highest first"),
                say("Empty: taken from the organiser"),
                lines=4,
            )
        )
        self.number = self.put(Field(voice, look, say("Number"), placeholder=say("Empty: filled in by hand")))
        self.place = self.put(Field(voice, look, say("Place")))
        self.column.addStretch(1)

    def set_head(self, head: Letterhead) -> None:
        """Show a letterhead."""
        self.offices.set_text("\n".join(head.offices))
        self.number.set_text(head.number)
        self.place.set_text(head.place)

    def head(self) -> Letterhead:
        """Give the letterhead that is typed."""
        lines = tuple(line.strip() for line in self.offices.text().splitlines() if line.strip())
        return Letterhead(offices=lines, number=self.number.text(), place=self.place.text())


class CertificateFields(PaperFields):
    """By which rule a certificate is earned, and what stands on it.

    Sessions that are named one by one come with the event's file; they are shown, and another rule can be chosen.
    """

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, parent)
        self._terms = CertificateTerms()
        self.rule: Choice[Rule] = self.put(
            Choice(
                voice,
                look,
                say("Who gets a certificate: whoever came to"),
                [
                    (Rule.COUNT, say("So many sessions")),
                    (Rule.SHARE, say("A share of them")),
                    (Rule.HOURS, say("So many hours")),
                    (Rule.NAMED, say("Named sessions")),
                ],
            )
        )
        self.value = self.put(Field(voice, look, _UNITS[Rule.COUNT]))
        self.named = self.put(LaoLabel())
        dress(self.named, ink="quiet", type="small")
        self.title = self.put(Field(voice, look, say("Title"), placeholder=say("Empty: the usual one")))
        self.wording = self.put(
            TextBox(
                voice,
                look,
                say("Wording"),
                say("Empty: the usual one"),
                lines=3,
            )
        )
        self.wording.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.meaning = self.put(LaoLabel())
        dress(self.meaning, ink="quiet", type="small")
        voice.tell(self.meaning, self.meaning.setText, _MEANING)
        voice.tell(self.wording.edit, self.wording.edit.setAccessibleDescription, _MEANING)
        self.signatory = self.put(Field(voice, look, say("Who signs")))
        self.signatory_position = self.put(Field(voice, look, say("Position of who signs")))
        self.place = self.put(Field(voice, look, say("Place of signing")))
        self.column.addStretch(1)
        self.rule.chosen.connect(self._follow)

    def set_terms(self, terms: CertificateTerms) -> None:
        """Show the terms of an event."""
        self._terms = terms
        self.rule.set_value(terms.rule)
        self.rule.segments[Rule.NAMED].setEnabled(terms.rule is Rule.NAMED)
        self.value.set_text(value_text(terms))
        self.named.setText(", ".join(terms.sessions))
        for name in ("title", "signatory", "signatory_position", "place"):
            getattr(self, name).set_text(getattr(terms, name))
        self.wording.set_text(terms.wording)
        self._follow()

    def _follow(self) -> None:
        rule = self.rule.value or Rule.COUNT
        self.value.setVisible(rule is not Rule.NAMED)
        self.named.setVisible(rule is Rule.NAMED)
        if rule in _UNITS:
            self.voice.tell(self.value.label, self.value.label.setText, _UNITS[rule])
            self.voice.tell(self.value.edit, self.value.edit.setAccessibleName, _UNITS[rule])
        self.value.complain(None)
        self.changed.emit()

    def terms(self) -> CertificateTerms | None:
        """Give the terms that are typed; None where it is not understood how much is asked for."""
        rule = self.rule.value or Rule.COUNT
        value = self._terms.value if rule is Rule.NAMED else read_value(rule, self.value.text())
        if value is None:
            return None
        return replace(
            self._terms,
            rule=rule,
            value=value,
            sessions=self._terms.sessions if rule is Rule.NAMED else (),
            title=self.title.text(),
            wording=self.wording.text(),
            signatory=self.signatory.text(),
            signatory_position=self.signatory_position.text(),
            place=self.place.text(),
        )

    def check(self) -> CertificateTerms | None:
        """Give the terms; otherwise say what is wrong, and go there."""
        terms = self.terms()
        if terms is None:
            self.value.complain(_WRONG[self.rule.value or Rule.COUNT])
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        return terms
