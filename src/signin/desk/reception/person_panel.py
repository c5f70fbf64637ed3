"""What the panels in which a person is written down have in common."""

from __future__ import annotations

from typing import Any

from signin.desk.reception.answers import VerbPanel
from signin.desk.reception.person_fields import PersonFields
from signin.services.failures import NameMissing
from signin.words import Failure


class PersonPanel(VerbPanel):
    """A panel with the fields of a person, each of which makes its own `person`."""

    person: PersonFields

    def draft(self) -> object | None:
        """Give what is written about the person."""
        return self.person.draft()

    def resume(self, draft: Any) -> None:  # noqa: ANN401 - a correction has another form
        """Write it down again."""
        self.person.resume(draft)

    def show_refusal(self, failure: Failure) -> None:
        """Say what is amiss with the name under the name."""
        if isinstance(failure, NameMissing):
            self.person.complain_of_name(failure)
        else:
            super().show_refusal(failure)
