"""What the parts of the settings have in common: a card that scrolls, and settings told by their names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.exchange.settings_file import Settings
from signin.words import Message

_WIDTH = 760


class Section(QScrollArea):
    """`body` takes what there is to set. Emits `changed` at once with what was changed, by the settings' names.

    `icon_name` and `title` stand in the list of sections.
    """

    changed = Signal(dict)
    icon_name = "settings"

    def __init__(self, voice: Voice, look: Look, title: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voice, self.look, self.title = voice, look, title
        self.card = Card(voice, look, title)
        self.body: QBoxLayout = self.card.body
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.px(SPACE.small), 0)
        column.addWidget(self.card)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside takes the focus from a line
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setMaximumWidth(self.look.px(_WIDTH))
        self.body.setSpacing(self.look.px(SPACE.medium))

    def say(self, message: Message, *, ink: str = "quiet") -> LaoLabel:
        """Add a text."""
        label = LaoLabel()
        dress(label, ink=ink)
        self.voice.tell(label, label.setText, message)
        self.body.addWidget(label)
        return label

    def follow(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere; a section with none of its own shows nothing else."""
