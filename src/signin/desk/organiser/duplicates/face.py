"""How the page looks: lists at the left, two people side by side, and what can be done with them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.duplicates.side_by_side import SideBySide
from signin.desk.organiser.duplicates.two_line_list import TwoLineList
from signin.desk.start.page import Page
from signin.words import Message, say

ASK, DONE, APART = "ask", "done", "apart"
"""The lists: whom to ask about, who was merged, who was told apart."""
_LIST_WIDTH = 400


class DuplicatesFace(Page):
    """Widgets and their places; what they do is the page's."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("People who are on the roster twice"), parent, way_back=True)
        options = (
            (ASK, say("To look at")),
            (DONE, say("Merged")),
            (APART, say("Two people")),
        )
        self.which = Choice(voice, look, say("Which people"), options, value=ASK, show_label=False)
        self.count, self.hint, self.nobody = LaoLabel(), LaoLabel(), LaoLabel()
        self.list = TwoLineList(voice, look, say("People who may be the same"))
        self.sides = SideBySide(voice, look)
        self.undo = ActionButton(voice, look, say("Undo"), "undo", "Ctrl+Z")
        self.redo = ActionButton(voice, look, say("Redo"), "redo", "Ctrl+Y")
        self._again = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        self._again.activated.connect(self.redo.click)
        self.apart = ActionButton(voice, look, say("They are two people"), "people", "F3")
        self.merge = ActionButton(voice, look, say("Merge"), "check", "F2", kind="primary")
        for label in (self.count, self.hint):
            dress(label, ink="quiet", type="small")
        dress(self.nobody, ink="quiet")
        self._place()

    def _place(self) -> None:
        self._left, self.right = Card(self.voice, self.look), Card(self.voice, self.look, say("Side by side"))
        for widget in (self.which, self.count):
            self._left.body.addWidget(widget)
        self._left.body.addWidget(self.list, 1)
        self.right.body.addWidget(self.hint)
        self.right.body.addWidget(self.sides, 1)
        empty = QVBoxLayout()
        empty.addWidget(self.nobody)
        empty.addStretch()
        self.right.body.addLayout(empty)
        self._row = QHBoxLayout()
        self._row.addWidget(self._left)
        self._row.addWidget(self.right, 1)
        self.body.addLayout(self._row, 1)
        for button in (self.undo, self.redo, self.apart, self.merge):
            self.buttons.addWidget(button)
        self.list.entered.connect(self._go_to_sides)
        self.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(self.look.px(_LIST_WIDTH))
        self._row.setSpacing(self.look.px(SPACE.medium))

    def _go_to_sides(self) -> None:
        if self.sides.isVisible():
            self.sides.setFocus()

    def tell_count(self, message: Message) -> None:
        """Say how many there are."""
        self.voice.tell(self.count, self.count.setText, message)

    def show_sides(self, hint: Message | None, nobody: Message | None) -> None:
        """Show the two with a word what to do, or a word why there are none."""
        self.sides.setVisible(nobody is None)
        self.nobody.setVisible(nobody is not None)
        self.hint.setVisible(nobody is None and hint is not None)
        self.voice.tell(self.hint, self.hint.setText, hint or "")
        self.voice.tell(self.nobody, self.nobody.setText, nobody or "")
