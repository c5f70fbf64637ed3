"""A surface with a title, on which a part of the screen stands."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message


class Card(QFrame):
    """`body` takes what stands on the card, `header` what stands at the right of its title."""

    def __init__(
        self, voice: Voice, look: Look, title: Message | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.setProperty("kind", "card")
        self.title_label = LaoLabel(parent=self)
        dress(self.title_label, type="strong")
        self.header, self.body, self._whole = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        self.header.addWidget(self.title_label, 1)
        self._whole.addLayout(self.header)
        self._whole.addLayout(self.body, 1)
        self.set_title(title)
        look.changed.connect(self._space)
        self._space()

    def set_title(self, title: Message | None) -> None:
        """Show another title, or none."""
        self.title_label.setVisible(title is not None)
        if title is not None:
            self._voice.tell(self.title_label, self.title_label.setText, title)
            self._voice.tell(self, self.setAccessibleName, title)

    def _space(self) -> None:
        edge, gap = self._look.px(SPACE.large), self._look.px(SPACE.small)
        self._whole.setContentsMargins(edge, edge - gap // 2, edge, edge)
        for layout in (self.header, self.body, self._whole):
            layout.setSpacing(gap)
