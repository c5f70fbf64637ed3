"""Who is expected at a session: everybody, or some by category and number, with the count at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tick_box import TickBox
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.blocks import expected_words
from signin.desk.reception.line_list import FilteredLines
from signin.desk.reception.lines import Line
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee, Category, State
from signin.domain.crowd import Crowd
from signin.domain.number_list import read_numbers, write_numbers
from signin.domain.verdict import Tone
from signin.services.search_index import Index
from signin.words import say

_MOST = 100
"""Lines of the list: whoever is not among them is found by typing."""
_LIST = 260


class WhoFields(QWidget):
    """Emits `changed`, and `list_wanted` when the roster is to be searched; `use_index` then makes it quick."""

    changed = Signal()
    list_wanted = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._crowd, self._people = Crowd(()), tuple[Attendee, ...]()
        self._index: Index | None = None
        self.everybody: Choice[bool] = Choice(
            voice, look, say("Who is expected"), [(True, say("Everybody")), (False, say("Only some"))], value=True
        )
        self.ticks = {category: TickBox(voice, look, say(WORDS[category])) for category in Category}
        self.numbers = Field(voice, look, say("By roster number"), placeholder=say("such as 1-10, 15"))
        self.pick = ActionButton(voice, look, say("Choose from the roster"), "roster")
        self.list = FilteredLines(voice, look, say("Find by name, organisation or phone"), say("People to choose"))
        self.count = LaoLabel()
        dress(self.count, type="strong")
        self._some = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._grid, self._inner, self._column = QGridLayout(), QVBoxLayout(self._some), QVBoxLayout(self)
        for nth, tick in enumerate(self.ticks.values()):
            self._grid.addWidget(tick, nth // 2, nth % 2)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner.addLayout(self._grid)
        for inner in (self.numbers, self.pick, self.list):
            self._inner.addWidget(inner)
        for outer in (self.everybody, self.count, self._some):
            self._column.addWidget(outer)
        self._look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        gap = self._look.px(SPACE.hair)
        for layout in (self._grid, self._inner, self._column):
            layout.setSpacing(gap)
        self.list.setMinimumHeight(self._look.px(_LIST))

    def _connect(self) -> None:
        self.everybody.chosen.connect(lambda _: self._turn())
        for tick in self.ticks.values():
            tick.toggled.connect(lambda _: self._change())
        self.numbers.changed.connect(lambda _: self._change())
        self.pick.clicked.connect(self._show_list)
        self.list.typed.connect(lambda _: self._fill())
        self.list.list.chosen.connect(self._toggle)
        self._voice.changed.connect(self._fill)

    # What stands here

    def show_who(
        self, categories: Collection[Category], numbers: str, people: Iterable[Attendee], crowd: Crowd
    ) -> None:
        """Show whom a session expects, of these people."""
        self._people, self._crowd, self._index = tuple(people), crowd, None
        self.list.hide()
        self.everybody.set_value(not categories and not numbers)
        for category, tick in self.ticks.items():
            tick.setChecked(category in categories)
        self.numbers.set_text(numbers)
        self._turn()

    @property
    def categories(self) -> frozenset[Category]:
        """The categories that are ticked."""
        return frozenset(category for category, tick in self.ticks.items() if tick.isChecked())

    def _turn(self) -> None:
        self._some.setVisible(not self.everybody.value)
        self._change()

    def _change(self) -> None:
        numbers = frozenset(read_numbers(self.numbers.text()).numbers)
        some = not self.everybody.value
        if some and not self.categories and not numbers:
            told = say("Nobody is chosen yet.")
        else:
            told = expected_words(
                self._crowd.expected(self.categories, numbers) if some else self._crowd.expected((), ())
            )
        self._voice.tell(self.count, self.count.setText, told)
        self._fill()
        self.changed.emit()

    # The list

    def use_index(self, index: Index) -> None:
        """Search with an index from now on."""
        self._index = index
        self._fill()

    def _show_list(self) -> None:
        self.list.show()
        self.list_wanted.emit()
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        if self.list.isHidden():
            return
        chosen = set(read_numbers(self.numbers.text()).numbers)
        self.list.list.show_lines([self._line(person, chosen) for person in self._found()])

    def _found(self) -> list[Attendee]:
        typed = self.list.filter.text()
        if typed and self._index is not None:
            return [hit.attendee for hit in self._index.find(typed, _MOST)]
        return list(islice((one for one in self._people if one.state is State.EXPECTED), _MOST))

    def _line(self, person: Attendee, chosen: set[int]) -> Line:
        by_number = person.number in chosen
        word = self._voice.text(say("Chosen")) if by_number else ""
        title = f"{person.number} · {person.full_name}"
        return Line(key=person.id, title=title, under=person.organisation, right=word, tone=Tone.GO)

    def _toggle(self, person_id: str) -> None:
        """Put somebody's number to the others, or take it out."""
        number = next(one.number for one in self._found() if one.id == person_id)
        numbers = set(read_numbers(self.numbers.text()).numbers) ^ {number}
        self.numbers.set_text(write_numbers(numbers))
