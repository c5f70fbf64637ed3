"""One person's card beside the roster: all that is known, the code, and everything that happened, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.cells import SEXES, STANDINGS
from signin.desk.organiser.roster.tall import Tall
from signin.desk.organiser.roster.task_panel import Deed, TaskPanel
from signin.desk.reception.people_lines import whose
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee, Origin, SexSource, State
from signin.lao.numbers import format_date, format_time
from signin.services import roster_edits
from signin.services.corrections import Correction
from signin.services.history import HistoryLine
from signin.services.roster_rows import Whole, live_since
from signin.services.roster_table import Standing
from signin.words import Language, Message, mark, say

_ORIGINS = {
    Origin.ROSTER: mark("On the roster"),
    Origin.WALK_IN: mark("Walk-in"),
    Origin.SUBSTITUTE: mark("Substitute"),
}


class CardPanel(TaskPanel):
    """Note and attention are written here; Enter keeps them. The rest is corrected in the table."""

    def __init__(self, voice: Voice, look: Look, event_id: str, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Person"), parent, accept=say("Keep"), accept_icon="correct")
        self._event_id = event_id
        self.whole: Whole | None = None
        self._lines: tuple[HistoryLine, ...] = ()
        self.named = LaoLabel(breaks="spaces")
        dress(self.named, bold=True)
        self.facts, self.happened = Tall(), Tall()
        self.attention = Field(voice, look, say("Note for the desk, shown at every scan"))
        self.note = Field(voice, look, say("Note"))
        self.heading = LaoLabel()
        dress(self.heading, type="strong")
        voice.tell(self.heading, self.heading.setText, say("What happened"))
        self._of_facts, self._of_lines = QGridLayout(self.facts), QVBoxLayout(self.happened)
        for layout in (self._of_facts, self._of_lines):
            layout.setContentsMargins(0, 0, 0, 0)
        self._of_facts.setColumnStretch(1, 1)
        self._of_facts.setHorizontalSpacing(look.px(SPACE.medium))
        self._of_facts.setVerticalSpacing(0)
        self._of_lines.setSpacing(0)
        for widget in (self.named, self.facts, self.attention, self.note, self.heading, self.happened):
            self.body.addWidget(widget)
        self.body.addStretch()
        voice.changed.connect(self._say_all)

    def show_person(self, whole: Whole, lines: Sequence[HistoryLine]) -> None:
        """Show somebody; what is being written of the same person stays."""
        before = self.whole.person if self.whole is not None else None
        self.whole, self._lines = whole, tuple(lines)
        person = whole.person
        for field, text, known in (
            (self.attention, person.attention, before and before.attention),
            (self.note, person.note, before and before.note),
        ):
            if before is None or before.id != person.id or field.text() == known:
                field.set_text(text)
        self._waits = False
        self._say_all()

    def show_nobody(self) -> None:
        """Show nobody, for nobody is chosen."""
        self.whole, self._lines = None, ()
        self.named.setText("")
        for field in (self.attention, self.note):
            field.set_text("")
        _empty(self._of_facts)
        _empty(self._of_lines)

    def _say_all(self) -> None:
        if self.whole is None:
            return
        self.named.setText(whose(self.whole.person))
        _empty(self._of_facts)
        _empty(self._of_lines)
        for row, (label, text) in enumerate(_facts(self._voice, self.whole)):
            told, value = LaoLabel(label), LaoLabel(text)
            dress(told, ink="quiet")
            self._of_facts.addWidget(told, row, 0, Qt.AlignmentFlag.AlignTop)
            self._of_facts.addWidget(value, row, 1)
        for line in self._lines:
            self._add_line(line)
        self.facts.grow()
        self.happened.grow()

    def _add_line(self, line: HistoryLine) -> None:
        when = _moment(line, self._voice.language)
        head = LaoLabel(" · ".join(filter(None, (when, line.desk))))
        dress(head, ink="quiet", type="small")
        told = LaoLabel(self._voice.text(line.message))
        self._of_lines.addWidget(head)
        self._of_lines.addWidget(told)
        if line.reason:
            why = LaoLabel(self._voice.text(say("Reason: {reason}", reason=line.reason)))
            self._of_lines.addWidget(why)

    def told(self) -> str:
        """Give everything that is shown, line by line."""
        return "\n".join(one.text() for one in self.findChildren(LaoLabel) if one.isVisibleTo(self))

    def deed(self) -> Deed | None:
        """Keep note and attention."""
        if self.whole is None:
            return None
        person, event_id = self.whole.person, self._event_id
        changes = Correction(
            attention=_differs(self.attention.text(), person.attention),
            note=_differs(self.note.text(), person.note),
        )
        return lambda desk, now: roster_edits.correct_many(desk, event_id, [person.id], changes, now, seen=person)


def _differs(text: str, known: str) -> str | None:
    return text if text != known else None


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _moment(line: HistoryLine, language: Language) -> str:
    return f"{format_date(line.at.date(), language)} {format_time(line.at.time())}"


def _facts(voice: Voice, whole: Whole) -> Iterator[tuple[str, str]]:
    """Give what is known, with its name, and nothing of what is not."""
    person = whole.person
    told: tuple[tuple[str, str | Message], ...] = (
        (mark("State"), _state(whole)),
        (mark("Sex"), _sex(person)),
        (mark("Position"), person.position),
        (mark("Organisation"), person.organisation),
        (mark("Province"), person.province),
        (mark("Phone"), person.phone),
        (mark("Email"), person.email),
        (mark("Category"), say(WORDS[person.category])),
        (mark("Came to the roster by"), say(_ORIGINS[person.origin])),
        (mark("In the place of"), whose(whole.stands_for) if whole.stands_for else ""),
        (mark("Replaced by"), whose(whole.replaced_by) if whole.replaced_by else ""),
        (mark("Code"), _code(voice, whole)),
    )
    said = ((label, one if isinstance(one, str) else voice.text(one)) for label, one in told)
    return ((voice.text(label), text) for label, text in said if text)


def _state(whole: Whole) -> Message:
    return say(STANDINGS[Standing.ARRIVED if whole.came else Standing(whole.person.state.value)])


def _sex(person: Attendee) -> Message:
    word = say(SEXES[person.sex])
    return say("{sex}, proposed by the prefix", sex=word) if person.sex_source is SexSource.PROPOSED else word


def _code(voice: Voice, whole: Whole) -> Message:
    """Say since when the live code is valid, and how many before it answer Replaced."""
    since = live_since(whole.codes)
    if since is None:
        return say("No code")
    day = f"{format_date(since.date(), voice.language)} {format_time(since.time())}"
    if whole.person.state is not State.EXPECTED:
        return say("Issued {when}; not let in, for the place is not expected", when=day)
    if (old := len(whole.codes) - 1) > 0:
        return say("Valid since {when}; {count} older codes are not", when=day, count=old)
    return say("Valid since {when}", when=day)
