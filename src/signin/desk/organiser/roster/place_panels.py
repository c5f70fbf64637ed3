"""A place on the roster is cancelled, given back, or taken by somebody else: each with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.task_panel import Deed, TaskPanel
from signin.desk.reception.person_fields import PersonFields
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.services import roster_edits
from signin.services.failures import NameMissing, ReasonMissing
from signin.words import Failure, Message, say

REASON = say("Reason")


class ReasonPanel(TaskPanel):
    """Asks why; Enter does it."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        people: Sequence[Attendee],
        title: Message,
        parent: QWidget | None = None,
        *,
        accept: Message,
        accept_icon: str,
    ) -> None:
        super().__init__(voice, look, title, parent, accept=accept, accept_icon=accept_icon)
        self.people = tuple(people)
        self.reason = Field(voice, look, REASON)
        self.body.addWidget(self.name(people))
        self._ask_more(voice, look)
        self.body.addWidget(self.reason)
        self.body.addStretch()

    def _ask_more(self, voice: Voice, look: Look) -> None:
        """Put in what is to be told beside the reason, before it: so Enter goes on in this order."""

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.people)

    def show_refusal(self, failure: Failure) -> None:
        """Say under the reason that it is missing."""
        if isinstance(failure, ReasonMissing):
            self.reason.complain(failure.message)
            self.reason.setFocus()
        else:
            super().show_refusal(failure)


class CancelPanel(ReasonPanel):
    """They will not come."""

    def __init__(
        self, voice: Voice, look: Look, event_id: str, people: Sequence[Attendee], parent: QWidget | None = None
    ) -> None:
        accept = say("Cancel the place") if len(people) == 1 else say("Cancel places: {count}", count=len(people))
        super().__init__(voice, look, people, say("Cancel the place"), parent, accept=accept, accept_icon="close")
        self._event_id = event_id

    def deed(self) -> Deed:
        """Cancel the places."""
        event_id, ids, reason = self._event_id, self._ids, self.reason.text()
        return lambda desk, now: roster_edits.cancel_many(desk, event_id, ids, now, reason=reason)


class RestorePanel(ReasonPanel):
    """They come after all."""

    def __init__(
        self, voice: Voice, look: Look, event_id: str, people: Sequence[Attendee], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            voice,
            look,
            people,
            say("Give the place back"),
            parent,
            accept=say("Give the place back"),
            accept_icon="undo",
        )
        self._event_id = event_id

    def deed(self) -> Deed:
        """Give the places back."""
        event_id, ids, reason = self._event_id, self._ids, self.reason.text()
        return lambda desk, now: roster_edits.restore_many(desk, event_id, ids, now, reason=reason)


class SubstitutePanel(ReasonPanel):
    """Somebody else comes in the place."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reader: StoreWorker,
        event_id: str,
        person: Attendee,
        parent: QWidget | None = None,
    ) -> None:
        self._reader, self._event_id = reader, event_id
        super().__init__(
            voice,
            look,
            [person],
            say("Substitute"),
            parent,
            accept=say("Put in the place"),
            accept_icon="substitute",
        )

    def _ask_more(self, voice: Voice, look: Look) -> None:
        self.person = PersonFields(voice, look, self._reader, self._event_id, with_organisation=False)
        self.body.addWidget(self.person)

    def deed(self) -> Deed:
        """Let the other one have the place."""
        event_id, (attendee_id,), reason = self._event_id, self._ids, self.reason.text()
        told = self.person.particulars()
        return lambda desk, now: roster_edits.substitute(desk, event_id, attendee_id, told, now, reason=reason)

    def show_refusal(self, failure: Failure) -> None:
        """Say under the name what is amiss with it."""
        if isinstance(failure, NameMissing):
            self.person.complain_of_name(failure)
        else:
            super().show_refusal(failure)
