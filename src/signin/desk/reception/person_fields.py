"""The fields in which a person is written down at the door, and what they say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.work.late import still_there
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee, Sex, SexSource
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

_NOTHING = Particulars(name="")


class PersonFields(QWidget):
    """Name, organisation, position, phone and sex; the sex is proposed by the prefix until somebody chooses.

    `with_organisation` is left out where the place tells it. `under_name` takes what stands between the name and
    the rest. `changed` as soon as name or phone are typed.
    """

    changed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reader: StoreWorker,
        event_id: str,
        parent: QWidget | None = None,
        *,
        with_organisation: bool = True,
    ) -> None:
        super().__init__(parent)
        self._prefix, self._by_hand, self._chose = "", False, False
        self.name = Field(voice, look, say("Name, with its prefix"))
        self.organisation = Field(voice, look, say("Organisation"))
        self.position = Field(voice, look, say("Position"))
        self.sex: Choice[Sex] = Choice(voice, look, say("Sex"), SEXES, value=Sex.UNKNOWN, show_label=False)
        self.proposed = LaoLabel()
        dress(self.proposed, ink="quiet", type="small")
        voice.tell(self.proposed, self.proposed.setText, say("Proposed by the prefix; correct it if it is wrong."))
        self.phone = Field(voice, look, say("Phone"))
        self.under_name = QVBoxLayout()
        self._arrange(look)
        self.organisation.setVisible(with_organisation)
        self.proposed.hide()
        self.name.changed.connect(self._propose)
        self.name.changed.connect(self.changed)
        self.phone.changed.connect(self.changed)
        self.sex.chosen.connect(self._choose)
        reader.do(lambda desk: known_texts(desk, event_id), still_there(self, self._know), _leave)

    def _arrange(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(SPACE.hair))
        column.addWidget(self.name)
        column.addLayout(self.under_name)
        column.addWidget(self.organisation)
        beside = QHBoxLayout()  # all is seen without scrolling in a window of the least size
        beside.setSpacing(look.px(SPACE.small))
        beside.addWidget(self.position, 3)
        beside.addWidget(self.phone, 2)
        column.addLayout(beside)
        column.addWidget(self.sex)
        column.addWidget(self.proposed)

    def _know(self, known: Known) -> None:
        self.organisation.set_completions(known.organisations)
        self.position.set_completions(known.positions)

    def _propose(self, text: str) -> None:
        """Propose the sex that another prefix tells, unless somebody said it."""
        name = names.split(text)
        if name.prefix == self._prefix or self._by_hand:
            return
        self._prefix = name.prefix
        self.sex.set_value(Sex(name.sex) if name.sex else Sex.UNKNOWN)
        self.proposed.setVisible(name.sex is not None)

    def _choose(self, _sex: Sex) -> None:
        self._by_hand = self._chose = True
        self.proposed.hide()

    @property
    def stated_sex(self) -> Sex | None:
        """The sex that somebody chose here; what is only proposed is left to the rule of the roster."""
        return self.sex.value if self._chose else None

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
        self._prefix = names.split(person.full_name).prefix
        self._by_hand = person.sex_source is SexSource.STATED
        self.name.set_text(person.full_name)
        self.organisation.set_text(person.organisation)
        self.position.set_text(person.position)
        self.phone.set_text(person.phone)
        self.sex.set_value(person.sex)

    def draft(self) -> Particulars | None:
        """Give what was written of somebody new; None while it is nothing."""
        written = self.particulars()
        return written if written != _NOTHING else None

    def resume(self, draft: Particulars) -> None:
        """Show what was written before."""
        self.name.set_text(draft.name)
        self.organisation.set_text(draft.organisation)
        self.position.set_text(draft.position)
        self.phone.set_text(draft.phone)
        self._resume_sex(draft.sex)

    def resume_correction(self, draft: Correction) -> None:
        """Show what was corrected before; the rest stands as it is known now."""
        if draft.name is not None:
            self.name.set_text(" ".join(filter(None, (draft.prefix, draft.name))))
        for field, text in (
            (self.organisation, draft.organisation),
            (self.position, draft.position),
            (self.phone, draft.phone),
        ):
            if text is not None:
                field.set_text(text)
        self._resume_sex(draft.sex)

    def _resume_sex(self, chosen: Sex | None) -> None:
        if chosen is not None:
            self.sex.set_value(chosen)
            self._choose(chosen)

    def correction(self, person: Attendee) -> Correction:
        """Give only what differs from what is known."""
        prefix, name = called(self.name.text(), person)
        return Correction(
            name=name,
            prefix=prefix,
            organisation=_differs(self.organisation.text(), person.organisation),
            position=_differs(self.position.text(), person.position),
            phone=_differs(self.phone.text(), person.phone),
            sex=self.stated_sex,
        )

    def complain_of_name(self, failure: Failure) -> None:
        """Say what is amiss with the name, and go there."""
        self.name.complain(failure.message)
        self.name.setFocus()


def called(text: str, person: Attendee) -> tuple[str | None, str | None]:
    """Give what is to be corrected of prefix and name; a prefix that only this roster has is kept apart."""
    if text == person.full_name:
        return None, None
    written = names.split(text).prefix
    if not written and person.prefix and text.startswith(f"{person.prefix} "):
        return person.prefix, text.removeprefix(f"{person.prefix} ")
    return (None if written else ""), text


def _differs(text: str, known: str) -> str | None:
    return text if text != known else None


def _leave(_failure: Failure) -> None:
    """Go on without completions."""
