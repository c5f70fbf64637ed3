"""An announcement pasted; what was read in it beside it, to be confirmed and taken into the new event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.event.announced_fields import AnnouncedFields, is_empty, told_beside
from signin.desk.organiser.event.announced_text import AnnouncedText
from signin.desk.start.page import Page
from signin.services.announced import Announcement, places, proposed, read_announcement
from signin.words import say

_PATIENCE_MS = 200
"""After a letter typed, before the text is read."""
_LONGEST = 10_000
"""Letters that are read: an announcement has two or three pages."""


class AnnouncementPage(Page):
    """Emits `taken` with the form that the fields come to; what is empty there was not told."""

    taken = Signal(object)

    def __init__(
        self, voice: Voice, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, say("Read an announcement"), parent)
        self._clock = clock
        self._found = Announcement()
        self.text = AnnouncedText(voice, look)
        self.fields = AnnouncedFields(voice, look)
        self.take = ActionButton(voice, look, say("Take it into the form"), "check", "Ctrl+Return", kind="primary")
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.text.changed.connect(self._change)
        self.fields.pointed.connect(lambda name: self.text.show_words(places(self._found).get(name, [])))
        self._wait.timeout.connect(self._read)
        voice.changed.connect(self._read)
        self.take.clicked.connect(self._take)
        self._arrange()

    def _arrange(self) -> None:
        card, area = Card(self.voice, self.look, say("What was read")), QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.fields)
        card.body.addWidget(area)
        self._row = QHBoxLayout()
        self._row.addWidget(self.text, 1)
        self._row.addWidget(card, 1)
        self.body.addLayout(self._row, 1)
        self.buttons.addWidget(self.take)
        QWidget.setTabOrder(self.text.edit, self.fields.fields["title"])
        QWidget.setTabOrder(self.fields.chairs, self.take)
        self.look.changed.connect(self._measure)
        self._measure()
        self._change()

    def _measure(self) -> None:
        self._row.setSpacing(self.look.px(SPACE.medium))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the text."""
        super().showEvent(event)
        self.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self) -> None:
        self.take.setEnabled(bool(self.text.text()))
        self._wait.start()

    def _read(self) -> None:
        text = self.text.text()[:_LONGEST]
        self._found = read_announcement(text)
        form = proposed(self._found, self.voice.language)
        self.fields.show_form(form, told_beside(self._found))
        self.fields.ask_year(self._clock().year)
        self.complain(say("No fact of a meeting was found in this text.") if text and is_empty(form) else None)

    def _take(self) -> None:
        """Hand the fields on, unless the year must still be told."""
        if self._wait.isActive():
            self._wait.stop()
            self._read()
        if self.fields.ask_year(self._clock().year):
            self.fields.fields["first_day"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.taken.emit(self.fields.form())
