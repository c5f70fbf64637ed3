"""Who of the roster is to be shown: a line to search in, an organisation, chips; and how many that are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.cells import TRAITS
from signin.desk.organiser.roster.filter_chip import FilterChip
from signin.desk.organiser.roster.flow import Flow
from signin.desk.start.page import ENTER
from signin.documents.categories import WORDS
from signin.domain.attendee import Category
from signin.lao.numbers import format_number
from signin.services.roster_table import Trait
from signin.words import say

_LEAST_CATEGORIES = 2
"""Where everybody is of one category there is none to choose."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Who is wanted, as it stands in the bar."""

    text: str
    office: str
    traits: frozenset[Trait]
    category: Category | None


class FilterBar(QWidget):
    """Emits `changed` when somebody else is wanted, and `left` when the keys are to go on to the table.

    `office_wanted` asks for the organisation of whoever is chosen in the table. `told` says how many are shown; it
    stands wherever the page wants it.
    Chips that are on are all asked for; of the categories one at most. Ctrl+F comes to the line, Esc empties it.
    """

    changed = Signal()
    left = Signal()
    office_wanted = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        line = say("Name, number, phone or organisation (Ctrl+F)")
        self.line = Field(voice, look, say("Search in the roster"), placeholder=line)
        self.office = Field(voice, look, say("Organisation"), placeholder=say("Organisation: all"))
        self.told = LaoLabel(most_lines=1)
        dress(self.told, bold=True)
        self.traits = {trait: FilterChip(voice, look, say(word)) for trait, word in TRAITS.items()}
        self.kinds = {category: FilterChip(voice, look, say(word)) for category, word in WORDS.items()}
        self.same_office = FilterChip(voice, look, say("This organisation"))
        self._all = self._shown = self._women = 0
        self._offices: frozenset[str] = frozenset()
        self._arrange()
        self._connect()
        self.offer([], [])

    def _arrange(self) -> None:
        self._lines, self._chips = QHBoxLayout(), Flow(self._look)
        self._lines.addWidget(self.line, 5)
        self._lines.addWidget(self.office, 4)
        for chip in (*self.traits.values(), self.same_office, *self.kinds.values()):
            self._chips.add(chip)
        for field in (self.line, self.office):
            field.label.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._lines)
        self._column.addWidget(self._chips)
        self._look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        for layout in (self._lines, self._column):
            layout.setSpacing(self._look.px(SPACE.small))

    def _connect(self) -> None:
        self._shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        self._shortcut.activated.connect(self.start)
        self._voice.changed.connect(self._tell)
        self.line.changed.connect(lambda _: self.changed.emit())
        self.office.changed.connect(lambda _: self._choose_office())
        self.same_office.clicked.connect(lambda on: self.office_wanted.emit() if on else self.office.set_text(""))
        for chip in self.traits.values():
            chip.clicked.connect(lambda _: self.changed.emit())
        for category, chip in self.kinds.items():
            chip.clicked.connect(lambda on, mine=category: self._choose_kind(mine, on=on))

    def want_office(self, organisation: str) -> None:
        """Want those of an organisation; of none, as before."""
        self.office.set_text(organisation)
        self._choose_office()

    def _choose_office(self) -> None:
        self.same_office.setChecked(self.organisation is not None)
        self.changed.emit()

    def _choose_kind(self, category: Category, *, on: bool) -> None:
        for other, chip in self.kinds.items():
            chip.setChecked(on and other is category)
        self.changed.emit()

    def start(self) -> None:
        """Go to the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.edit.selectAll()

    def type(self, text: str) -> None:
        """Go to the line and type on."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.edit.setText(text)

    # What is wanted

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.line.text()

    @property
    def wanted_traits(self) -> frozenset[Trait]:
        """The chips that are on."""
        return frozenset(trait for trait, chip in self.traits.items() if chip.isChecked())

    @property
    def organisation(self) -> str | None:
        """The organisation, once it is one of the roster's; None for all."""
        text = self.office.text()
        return text if text in self._offices else None

    @property
    def category(self) -> Category | None:
        """The category, None for all."""
        return next((category for category, chip in self.kinds.items() if chip.isChecked()), None)

    @property
    def is_open(self) -> bool:
        """Whether everybody is wanted."""
        return not (self.text or self.wanted_traits or self.office.text() or self.category)

    @property
    def narrowed(self) -> Narrowed:
        """What stands in the bar."""
        return Narrowed(self.text, self.office.text(), self.wanted_traits, self.category)

    def narrow(self, wanted: Narrowed) -> None:
        """Want whom somebody wanted before."""
        for trait, chip in self.traits.items():
            chip.setChecked(trait in wanted.traits)
        self.line.set_text(wanted.text)
        self.office.set_text(wanted.office)
        self.same_office.setChecked(self.organisation is not None)
        self._choose_kind(wanted.category or Category.PARTICIPANT, on=wanted.category is not None)

    def clear(self) -> None:
        """Want everybody."""
        for chip in (*self.traits.values(), *self.kinds.values()):
            chip.setChecked(False)
        for field in (self.line, self.office):
            field.set_text("")
        self.changed.emit()

    # What is told

    def offer(self, organisations: Iterable[str], categories: Sequence[Category]) -> None:
        """Offer what somebody on the roster has."""
        offices = list(organisations)
        if frozenset(offices) != self._offices:
            self._offices = frozenset(offices)
            self.office.set_completions(offices)
        for category, chip in self.kinds.items():
            chip.setVisible(chip.isChecked() or (category in categories and len(categories) >= _LEAST_CATEGORIES))
        self._chips.arrange()

    def tell(self, shown: int, everybody: int, women: int) -> None:
        """Tell how many are shown."""
        self._shown, self._all, self._women = shown, everybody, women
        self._tell()

    def _tell(self) -> None:
        shown, everybody, women = (
            format_number(count, self._voice.language) for count in (self._shown, self._all, self._women)
        )
        told = say("{shown} of {all} shown · women {women}", shown=shown, all=everybody, women=women)
        self._voice.tell(self.told, self.told.setText, told)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while there is something to empty."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and event.key() == Qt.Key.Key_Escape and not self.is_open:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty it on Esc; go on to the table with the arrow down or Enter."""
        if event.key() == Qt.Key.Key_Escape and not self.is_open:
            self.clear()
        elif event.key() in (*ENTER, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
