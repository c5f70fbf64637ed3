"""What an import will do: who is new, what changes from what to what, who stays, and who bears one name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.lists_view import Listed, ListsView
from signin.desk.organiser.importing.meaning_words import FIELDS, SPOKEN, VALUES
from signin.desk.organiser.importing.rows_table import PERSON_HEADS, Cells
from signin.domain.attendee import Attendee, Sex
from signin.services.rosters import Plan
from signin.words import Message, mark, say

_TOLD = {"namesake", "duplicate-row", "number-taken", "merged"}
_EMPTY = "–"


class PlanView(Card):
    """The plan in one sentence, and each part of it as a list with its count, women counted too.

    `seen` is the digest of the plan that is shown, None before there is one.
    """

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("What will happen"), parent)
        self.seen: str | None = None
        self.told = LaoLabel()
        dress(self.told, type="strong")
        self.lists = ListsView(voice, look, say("Parts of what will happen"))
        column = QVBoxLayout()
        column.addWidget(self.told)
        column.addWidget(self.lists, 1)
        self.body.addLayout(column)

    def show_plan(self, plan: Plan) -> None:
        """Show what an import would do."""
        self.seen = plan.digest
        counts = {
            "added": len(plan.added),
            "changed": len(plan.changed),
            "same": plan.unchanged,
            "missing": len(plan.missing),
        }
        told = say("{added} new, {changed} changed, {same} the same; {missing} not in the file stay.", **counts)
        self._voice.tell(self.told, self.told.setText, told)
        self.lists.show_lists(_lists(plan))


def _lists(plan: Plan) -> list[Listed]:
    written = {person.id for person in (*plan.added, *plan.changed)}
    same = [person for person in plan.people if person.id not in written]
    told = [notice for notice in plan.notices if notice.kind in _TOLD]
    lists = [
        _people("added", mark("New: {count} (women {women})"), plan.added),
        Listed(
            "changed",
            _counted(mark("Changed: {count} (women {women})"), plan.changed),
            (
                (mark("No."), 2),
                (mark("Name"), 6),
                (mark("Field"), 3),
                (mark("As it is"), 6),
                (mark("As it will be"), 6),
            ),
            _changes(plan),
        ),
        _people("same", mark("The same: {count} (women {women})"), same),
        _people("missing", mark("Not in the file: {count} (women {women})"), plan.missing),
        Listed(
            "told",
            say("Same names and numbers: {count}", count=len(told)),
            ((mark("Row"), 1), (mark("What was found"), 12)),
            [("" if notice.row is None else str(notice.row), notice.message) for notice in told],
        ),
    ]
    return [one for one in lists if one.rows] or lists[:1]


def _people(key: str, word: str, people: Sequence[Attendee]) -> Listed:
    rows = [(str(one.number), one.full_name, one.position, one.organisation) for one in people]
    return Listed(key, _counted(word, people), PERSON_HEADS, rows)


def _counted(word: str, people: Sequence[Attendee]) -> Message:
    return say(word, count=len(people), women=sum(one.sex is Sex.FEMALE for one in people))


def _changes(plan: Plan) -> list[Cells]:
    names = {person.number: person.full_name for person in plan.changed}
    return [
        (
            str(one.number),
            names[one.number],
            say(FIELDS[one.field]),
            _value(one.field, one.old),
            _value(one.field, one.new),
        )
        for one in plan.changes
    ]


def _value(field: str, text: str) -> str | Message:
    if not text:
        return _EMPTY
    return say(VALUES[text]) if field in SPOKEN else text
