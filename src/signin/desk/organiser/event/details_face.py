"""How the event's page is laid out: what is chosen at the left, what comes of it at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.event.again_panel import AgainPanel
from signin.desk.organiser.event.event_sessions import SESSIONS_KEY, EventSessions
from signin.desk.organiser.event.paper_fields import CertificateFields, LetterheadFields
from signin.desk.organiser.event.paper_preview import PaperPreview
from signin.desk.start.event_form import EventForm
from signin.desk.start.page import Page
from signin.words import say

Part = Literal["facts", "letterhead", "certificate"]
_SIDE, _PAPER, _PARTS = 360, 560, 480


class DetailsFace(Page):
    """The widgets and their places; what they do is told by the page itself."""

    def __init__(
        self, voice: Voice, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, say("Event"), parent, way_back=False)
        self.part: Choice[Part] = Choice(
            voice,
            look,
            say("What is shown of the event"),
            [
                ("facts", say("Facts")),
                ("letterhead", say("Letterhead")),
                ("certificate", say("Certificate")),
            ],
            value="facts",
            show_label=False,
        )
        self.form = EventForm(voice, look, clock)
        self.letterhead = LetterheadFields(voice, look)
        self.certificate = CertificateFields(voice, look)
        self.sessions = EventSessions(voice, look)
        QShortcut(QKeySequence(SESSIONS_KEY), self, self.sessions.sessions_wanted.emit)
        self.head_preview = PaperPreview(voice, look, say("Letterhead"))
        self.certificate_preview = PaperPreview(voice, look, say("Certificate"))
        self.again_panel = AgainPanel(voice, look, clock)
        self.again = ActionButton(voice, look, say("The same meeting again"), "event", "Ctrl+Shift+N")
        self.go = ActionButton(voice, look, say("Open the new event"), "right", "Ctrl+Return")
        self.undo = ActionButton(voice, look, say("Undo"), "undo")
        self.save = ActionButton(voice, look, say("Save"), "saved", "Ctrl+S", kind="primary")
        self._areas: dict[Part, QScrollArea] = {}
        self._arrange()
        self.form.pointed_at.connect(self._areas["facts"].ensureWidgetVisible)
        self.part.chosen.connect(self.show_part)
        self.show_part("facts")

    def _arrange(self) -> None:
        self.form.in_out.hide()  # what the door notes is each session's own
        card, self._left, self._side = Card(self.voice, self.look), QStackedWidget(), QStackedWidget()
        parts: dict[Part, QWidget] = {
            "facts": self.form,
            "letterhead": self.letterhead,
            "certificate": self.certificate,
        }
        for part, widget in parts.items():
            self._areas[part] = area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(widget)
            self._left.addWidget(area)
        card.body.addWidget(self._left)
        for side in (self.sessions, self.head_preview, self.certificate_preview, self.again_panel):
            self._side.addWidget(side)
        self._row = QHBoxLayout()
        self._row.addWidget(card, 1)
        self._row.addWidget(self._side)
        self.head.addWidget(self.part)
        self.body.addLayout(self._row, 1)
        for button in (self.go, self.undo, self.again, self.save):
            self.buttons.addWidget(button)
        self.go.hide()
        self.undo.hide()
        self.look.changed.connect(self._measure)

    def show_part(self, part: Part) -> None:
        """Show one part of the event, and beside it what comes of it."""
        self.part.set_value(part)
        self._left.setCurrentWidget(self._areas[part])
        beside = {"facts": self.sessions, "letterhead": self.head_preview, "certificate": self.certificate_preview}
        self.show_side(beside[part])

    def show_side(self, widget: QWidget) -> None:
        """Show something at the right."""
        self._side.setCurrentWidget(widget)
        self._measure()

    def _measure(self) -> None:
        paper = isinstance(self._side.currentWidget(), PaperPreview)
        self._side.setFixedWidth(self.look.px(_PAPER if paper else _SIDE))
        self.part.setFixedWidth(self.look.px(_PARTS))
        self._row.setSpacing(self.look.px(SPACE.medium))
