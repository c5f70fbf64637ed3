"""The first start: in which language, and what this desk is called."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.page import Page
from signin.exchange.settings_file import Settings
from signin.lao.normalize import canonical
from signin.words import Language, Message, say

_NAMES: dict[Language, Message] = {
    "lo": Message("{name}", {"name": "ລາວ"}),
    "en": Message("{name}", {"name": "English"}),
}
"""Each language by its own name, whatever the window speaks."""
_USUAL = say("Desk 1")
_WIDTH, _TALL = 560, 56


class WelcomePage(Page):
    """Emits `chosen` with the settings, once a language is chosen and the desk has a name.

    The language is spoken as soon as it is chosen. A name is proposed, in the language of the window until
    somebody types another.
    """

    chosen = Signal(object)

    def __init__(self, voice: Voice, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Welcome"), parent, way_back=False)
        self._settings = settings
        self.languages: Choice[Language] = Choice(voice, look, say("Language"), list(_NAMES.items()))
        self.languages.set_value(voice.language)
        self.languages.chosen.connect(self._speak)
        self.desk = Field(voice, look, say("What this desk is called"))
        self.go_on = ActionButton(voice, look, say("Go on"), "right", shown_key="Enter", kind="primary")
        self.go_on.clicked.connect(self.enter)
        self._arrange()
        self._propose()
        voice.changed.connect(self._propose)
        look.changed.connect(self._measure)
        self._measure()

    def _arrange(self) -> None:
        hint = LaoLabel()
        dress(hint, ink="quiet")
        self.voice.tell(
            hint, hint.setText, say("The name stands beside every check-in. Each computer has its own.")
        )
        self.card = Card(self.voice, self.look, say("Welcome"))
        dress(self.card.title_label, type="heading")
        for widget in (self.languages, self.desk, hint, self.go_on):
            self.card.body.addWidget(widget)
        self.heading.hide()
        self.body.addStretch(2)
        self.body.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(3)

    def _measure(self) -> None:
        self.card.setFixedWidth(self.look.px(_WIDTH))
        self.card.body.setSpacing(self.look.px(SPACE.large))
        for button in (*self.languages.segments.values(), self.go_on):
            button.setMinimumHeight(self.look.px(_TALL))

    def _speak(self, language: Language) -> None:
        self.voice.speak(language)

    def _propose(self) -> None:
        """Propose a name, unless one was typed."""
        if not self.desk.edit.isModified():
            self.desk.set_text(self._settings.desk or self.voice.text(_USUAL))

    def enter(self) -> None:
        """Go on, unless the desk has no name."""
        name = canonical(self.desk.text())
        if name:
            self.chosen.emit(replace(self._settings, desk=name, language=self.voice.language))
        else:
            self.desk.complain(say("Write a name for this desk, such as “{example}”.", example=_USUAL))
            self.desk.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the language."""
        super().showEvent(event)
        self.languages.setFocus(Qt.FocusReason.TabFocusReason)
