"""The fields in which a person is written down at the door, and what they say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.domain.attendee import Attendee, Sex
from signin.lao import names
from signin.services.corrections import Correction
from signin.services.known import Known, known_texts
from signin.services.register import Particulars
from signin.words import Failure, Message, say

SEXES: list[tuple[Sex, Message]] = [
    (Sex.FEMALE, say("Female")),
    (Sex.MALE, say("Male")),
    (Sex.UNKNOWN, say("Not known")),
]


class PersonFields(QWidget):
    """Name, organisation, position, sex and phone; the sex is proposed by the prefix until somebody chooses.

    `with_organisation` is left out where the place tells it. `changed` as soon as name or phone are typed.
    """

    changed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reception: Reception,
        parent: QWidget | None = None,
        *,
        with_organisation: bool = True,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._by_hand = False
        self.name = Field(voice, look, say("Name, with its prefix"))
        self.organisation = Field(voice, look, say("Organisation"))
        self.position = Field(voice, look, say("Position"))
        self.sex: Choice[Sex] = Choice(voice, look, say("Sex"), SEXES, value=Sex.UNKNOWN)
        self.proposed = LaoLabel()
        dress(self.proposed, ink="quiet", type="small")
        self.phone = Field(voice, look, say("Phone"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(SPACE.small))
        for widget in (self.name, self.organisation, self.position, self.sex, self.proposed, self.phone):
            column.addWidget(widget)
        self.organisation.setVisible(with_organisation)
        self.proposed.hide()
        self.name.changed.connect(self._propose)
        self.phone.changed.connect(lambda _: self.changed.emit())
        self.sex.chosen.connect(self._chosen)
        reception.reader.do(lambda desk: known_texts(desk, reception.meeting.id), self._know, _leave)

    def _know(self, known: Known) -> None:
        self.organisation.set_completions(known.organisations)
        self.position.set_completions(known.positions)

    def _propose(self, text: str) -> None:
        self.name.complain(None)
        if not self._by_hand:
            sex = names.split(text).sex
            self.sex.set_value(Sex(sex) if sex else Sex.UNKNOWN)
            self._voice.tell(
                self.proposed, self.proposed.setText, say("Proposed by the prefix; correct it if it is wrong.")
            )
            self.proposed.setVisible(sex is not None)
        self.changed.emit()

    def _chosen(self, _sex: Sex) -> None:
        self._by_hand = True
        self.proposed.hide()

    @property
    def stated_sex(self) -> Sex:
        """The sex that somebody chose; what is only proposed is left to the rule of the roster."""
        return (self.sex.value or Sex.UNKNOWN) if self._by_hand else Sex.UNKNOWN

    def particulars(self) -> Particulars:
        """Give what was written."""
        return Particulars(
            name=self.name.text(),
            organisation=self.organisation.text(),
            position=self.position.text(),
            phone=self.phone.text(),
            sex=self.stated_sex,
        )

    def fill(self, person: Attendee) -> None:
        """Show what is known of a person."""
        self._by_hand = True
        self.name.set_text(person.full_name)
        self.organisation.set_text(person.organisation)
        self.position.set_text(person.position)
        self.phone.set_text(person.phone)
        self.sex.set_value(person.sex)

    def correction(self, person: Attendee) -> Correction:
        """Give only what differs from what is known."""
        name = self.name.text() if self.name.text() != person.full_name else None
        return Correction(
            name=name,
            prefix="" if name is not None and not names.split(name).prefix else None,
            organisation=_differs(self.organisation.text(), person.organisation),
            position=_differs(self.position.text(), person.position),
            phone=_differs(self.phone.text(), person.phone),
            sex=self.sex.value if self.sex.value is not person.sex else None,
        )


def _differs(text: str, known: str) -> str | None:
    return text if text != known else None


def _leave(_failure: Failure) -> None:
    """Go on without completions."""
