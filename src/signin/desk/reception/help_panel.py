"""The help sheet: every action with its key, and a click does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception.actions import Action
from signin.words import mark, say

_ELSEWHERE = (
    ("Ctrl+G", mark("Go to the session on offer"), "session"),
    ("Ctrl+L", mark("Language"), "language"),
    ("Ctrl+D", mark("Theme"), "dark"),
    ("Ctrl+M", mark("Sound"), "sound"),
)
"""Keys of buttons that stand elsewhere in the window: a click presses these."""
_HINTS = (
    mark("Scan a badge at any time, whatever is open: nothing needs a click."),
    mark("Type a name, number, organisation or phone from anywhere; arrows choose, Enter checks in."),
    mark("Green: come in. Orange: look. Red: stop."),
)


class HelpPanel(Panel):
    """Lists the actions; choosing one closes the sheet and does it."""

    def __init__(self, voice: Voice, look: Look, actions: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Help"), parent)
        self.buttons_of = [self._button(voice, look, action) for action in actions]
        self.buttons_of += [self._elsewhere(voice, look, *one) for one in _ELSEWHERE]
        for button in self.buttons_of:
            self.body.addWidget(button)
        for text in _HINTS:
            label = LaoLabel()
            dress(label, ink="quiet")
            voice.tell(label, label.setText, text)
            self.body.addWidget(label)
        self.body.addStretch()

    def _button(self, voice: Voice, look: Look, action: Action) -> ActionButton:
        button = ActionButton(voice, look, action.text, action.icon, shown_key=action.shortcut)
        button.clicked.connect(lambda: self._do(action))
        return button

    def _elsewhere(self, voice: Voice, look: Look, key: str, text: str, icon: str) -> ActionButton:
        button = ActionButton(voice, look, say(text), icon, shown_key=key)
        button.clicked.connect(lambda: self._press(key))
        return button

    def _space(self) -> None:
        """Stand close, so that most keys are seen at once."""
        super()._space()
        self.body.setSpacing(self._look.px(SPACE.hair))

    def _do(self, action: Action) -> None:
        self.close_panel()
        action.act()

    def _press(self, key: str) -> None:
        """Press the button of the window that listens to a key."""
        buttons = [one for one in self.window().findChildren(ActionButton) if one.key == key]
        self.close_panel()
        for button in buttons:
            if button not in self.buttons_of:
                button.click()
