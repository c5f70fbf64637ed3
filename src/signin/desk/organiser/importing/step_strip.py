"""The steps at the top of a page: 1, 2, 3, which of them is shown, and which can be gone to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message, say


class StepStrip(QWidget):
    """Made of words and icons. Emits `wanted` with the place of a step that is clicked; others are greyed."""

    wanted = Signal(int)

    def __init__(
        self, voice: Voice, look: Look, steps: Sequence[tuple[Message, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self.current = look, 0
        self.buttons = [
            ActionButton(voice, look, say("{number}. {step}", number=nth, step=step), icon, kind="quiet")
            for nth, (step, icon) in enumerate(steps, 1)
        ]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for nth, button in enumerate(self.buttons):
            self._row.addWidget(button)
            button.clicked.connect(lambda _=False, nth=nth: self.wanted.emit(nth))
        self._row.addStretch()
        voice.tell(self, self.setAccessibleName, say("Steps"))
        look.changed.connect(self._space)
        self._space()

    def show_step(self, current: int, reachable: int) -> None:
        """Mark the step shown; those up to `reachable` can be gone to."""
        self.current = current
        for nth, button in enumerate(self.buttons):
            dress(button, kind="primary" if nth == current else "quiet")
            button.setEnabled(nth <= reachable)

    def _space(self) -> None:
        self._row.setSpacing(self._look.px(SPACE.small))
