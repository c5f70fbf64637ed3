"""How the roster's page looks: what is searched above, the table, a panel beside it, what is done below."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from signin.desk.look.action_button import ActionButton, Kind
from signin.desk.look.look import Look
from signin.desk.look.panel import Panel
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.filter_bar import FilterBar
from signin.desk.organiser.roster.people_table import PeopleTable
from signin.desk.start.page import Page
from signin.domain.verdict import Tone
from signin.words import Message, say

_PANEL_WIDTH = 384
_FIRST = (360, 80)
"""Width and height of what an empty roster offers."""


class RosterFace(Page):
    """The widgets in their places; one panel at a time stands beside the table."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Roster"), parent, way_back=False)
        self.bar = FilterBar(voice, look)
        self.table = PeopleTable(voice, look)
        self.panel: Panel | None = None
        self.import_button = self._button(say("Import from Excel…"), "import", kind="quiet")
        self.first_import = self._button(say("Import from Excel…"), "import", kind="primary")
        self.same_button = self._button(say("Same people twice…"), "people", kind="quiet")
        self.add_button = self._button(say("Add a person"), "add", "Ctrl+N")
        self.undo_button = self._button(say("Undo"), "undo", "Ctrl+Z", kind="quiet")
        self.redo_button = self._button(say("Redo"), "redo", "Ctrl+Y", kind="quiet")
        self.card_button = self._button(say("Card"), "badge", "F4")
        self.many_button = self._button(say("Change several"), "correct", "F6")
        self.substitute_button = self._button(say("Substitute"), "substitute", "F3")
        self.place_button = self._button(say("Cancel the place"), "close", "F8")
        self._again = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        self._again.activated.connect(self.redo_button.click)
        self._fill()
        look.changed.connect(self._fit_panel)

    def _button(self, word: Message, icon: str, key: str = "", *, kind: Kind = "plain") -> ActionButton:
        button = ActionButton(self.voice, self.look, word, icon, key, kind=kind)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button

    def _fill(self) -> None:
        self.head.setStretchFactor(self.heading, 0)
        self.head.addWidget(self.bar.told, 1)
        for button in (self.import_button, self.same_button, self.add_button):
            self.head.addWidget(button)
        self._first = QWidget()
        self._middle = QGridLayout(self._first)
        self._column, self._beside = QVBoxLayout(), QHBoxLayout()
        self._column.addWidget(self.bar)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._first, 1)
        self.first_import.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._middle.addWidget(self.first_import, 1, 1)
        for place in (0, 2):
            self._middle.setRowStretch(place, 1)
            self._middle.setColumnStretch(place, 1)
        self._first.hide()
        self._beside.addLayout(self._column, 1)
        self._actions = QHBoxLayout()
        for button in (self.undo_button, self.redo_button):
            self._actions.addWidget(button)
        self._actions.addStretch()
        for button in (self.card_button, self.many_button, self.substitute_button, self.place_button):
            self._actions.addWidget(button)
        self.body.addLayout(self._beside, 1)
        self.body.addLayout(self._actions)
        self._fit_panel()

    def _fit_panel(self) -> None:
        self._beside.setSpacing(self.look.px(SPACE.medium))
        self._column.setSpacing(self.look.px(SPACE.small))
        self._actions.setSpacing(self.look.px(SPACE.hair))
        if self.panel is not None:
            self.panel.setFixedWidth(self.look.px(_PANEL_WIDTH))
        self._middle.setColumnMinimumWidth(1, self.look.px(_FIRST[0]))
        self._middle.setRowMinimumHeight(1, self.look.px(_FIRST[1]))

    def show_empty(self, *, empty: bool) -> None:
        """Offer in the place of an empty table what a roster begins with."""
        if empty == self.table.isHidden():
            return
        for widget, shown in (
            (self._first, empty),
            (self.table, not empty),
            (self.import_button, not empty),
        ):
            widget.setVisible(shown)
        if self.panel is None:
            (self.first_import if empty else self.table).setFocus()

    # The panel

    def open_panel(self, panel: Panel) -> None:
        """Show a panel beside the table, in the place of the one before."""
        self._take_away()
        self.panel = panel
        panel.closed.connect(self.close_panel)
        self._beside.addWidget(panel)
        self._fit_panel()
        panel.show()
        self.table.stand_beside(panel=True)
        panel.start()

    def close_panel(self) -> None:
        """Take the panel away, and go back to the table."""
        self._take_away()
        self.table.stand_beside(panel=False)
        self.table.setFocus()

    def _take_away(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            panel.hide()
            self._beside.removeWidget(panel)
            panel.setParent(None)
            panel.deleteLater()

    # What is told

    def tell(self, message: Message, tone: Tone = Tone.GO) -> None:
        """Say what was done."""
        self.notice.tell(message, tone)

    def complain(self, message: Message | None) -> None:
        """Say what is amiss."""
        self.notice.tell(message, Tone.STOP)
