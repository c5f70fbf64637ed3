"""Where the PIN is asked for: a large line, digits to click on, how long to wait, and what to do without it."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.lock.digits import PinField, typed_digit
from signin.desk.organiser.lock.lock import Lock
from signin.desk.organiser.lock.number_pad import NumberPad
from signin.desk.start.page import ENTER, Page
from signin.domain.verdict import Tone
from signin.words import Message, say

HONEST = say("A PIN keeps curious hands off. It does not protect what is on a stolen disk.")
FORGOTTEN = say(
    "PIN forgotten? Close signin, delete the line that begins with pin in this file, and start again. "
    "That the PIN is gone is recorded then."
)
_HINT = say(
    "Lists, papers, records and some settings are the organiser's. The door goes on: scans are answered here too."
)
_WIDTH, _LINE = 820, 56
_TICK_MS = 250
_MANY = 2


class Gate(Card):
    """Emits `passed` once the right PIN was given, which has opened the lock."""

    passed = Signal()

    def __init__(
        self, voice: Voice, look: Look, lock: Lock, settings_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, say("The organiser's side is locked"), parent)
        self._lock = lock
        self.field = PinField(voice, look, say("PIN"))
        dress(self.field.edit, type="heading")
        self.pad = NumberPad(voice, look)
        self.go_on = ActionButton(voice, look, say("Open"), "unlocked", shown_key="Enter", kind="primary")
        self.notice, self.countdown = Notice(voice, look, copies=False), LaoLabel(most_lines=1)
        self.countdown.hide()
        self.path = LaoLabel(str(settings_file))
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._count_down)
        self._connect()
        self._arrange()
        look.changed.connect(self._measure)
        self._measure()

    def _connect(self) -> None:
        edit = self.field.edit
        self.pad.pressed.connect(edit.insert)
        self.pad.back.connect(edit.backspace)
        self.pad.cleared.connect(edit.clear)
        self.field.changed.connect(self._typed)
        self.go_on.clicked.connect(self.enter)
        self._lock.changed.connect(self._follow)

    def _arrange(self) -> None:
        left, row = QVBoxLayout(), QHBoxLayout()
        self._texts = [self._text(text) for text in (_HINT, HONEST, FORGOTTEN)]
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.path.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._voice.tell(self.path, self.path.setAccessibleName, say("File of this desk's settings"))
        dress(self.path, type="small")
        hint, honest, forgotten = self._texts
        for widget in (hint, self.field, self.notice, self.countdown, self.go_on):
            left.addWidget(widget)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        for widget in (honest, forgotten, self.path):
            self.body.addWidget(widget)
        self._row, self._left = row, left

    def _text(self, message: Message) -> LaoLabel:
        label = LaoLabel()
        dress(label, ink="quiet")
        self._voice.tell(label, label.setText, message)
        return label

    def _measure(self) -> None:
        self.setMaximumWidth(self._look.px(_WIDTH))
        self.field.edit.setMinimumHeight(self._look.px(_LINE))
        self._row.setSpacing(self._look.px(SPACE.vast))
        self._left.setSpacing(self._look.px(SPACE.medium))
        self.body.setSpacing(self._look.px(SPACE.medium))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with an empty line."""
        super().showEvent(event)
        self.field.edit.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def enter(self) -> None:
        """Try what was typed."""
        pin = self.field.text()
        if pin:
            self._lock.attempt(pin, self._pass, self._refuse, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try on Enter; write digits into the line wherever the focus is."""
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.enter()
        elif digit := typed_digit(event):
            self.field.edit.insert(digit)
        else:
            super().keyPressEvent(event)

    def _pass(self) -> None:
        self._lock.open()
        self.passed.emit()

    def _refuse(self) -> None:
        self.field.edit.clear()
        self.notice.tell(not_the_pin(self._lock), Tone.STOP)
        self._follow()

    def _typed(self, text: str) -> None:
        if text and not self._lock.wait:
            self.notice.tell(None)

    def _follow(self) -> None:
        """Show whether a PIN can be tried now."""
        self.go_on.setEnabled(not self._lock.wait and not self._lock.busy)
        if self._lock.wait:
            self._tick.start()
            self._count_down()

    def _count_down(self) -> None:
        """Say how long to wait, without telling screen readers each second."""
        left = ceil(self._lock.wait)
        self.countdown.setVisible(left > 0)
        self._voice.tell(self.countdown, self.countdown.setText, next_try(left))
        if not left and self._tick.isActive():
            self._tick.stop()
            self.notice.tell(say("Now the PIN can be tried again."), Tone.LOOK)
            self._follow()


def not_the_pin(lock: Lock) -> Message:
    """Say that a PIN was wrong, and whether that is recorded."""
    if lock.unrecorded:
        return say(
            "This is not the PIN. Wrong ones that could not be recorded: {count}. They count too.",
            count=lock.unrecorded,
        )
    if lock.wrong < _MANY:
        return say("This is not the PIN. The try was recorded.")
    return say("{wrong} wrong PINs, all recorded.", wrong=lock.wrong)


def next_try(seconds: int) -> Message:
    """Say how long to wait."""
    minutes, seconds = divmod(seconds, 60)
    return say("The next try is possible in {minutes}:{seconds}.", minutes=minutes, seconds=f"{seconds:02}")


class GatePage(Page):
    """The gate in place of a page of the organiser's side; Esc goes back to the door."""

    def __init__(
        self, voice: Voice, look: Look, lock: Lock, settings_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, say("PIN needed"), parent)
        self.gate = Gate(voice, look, lock, settings_file)
        row = QHBoxLayout()
        row.addWidget(self.gate, 1)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addStretch()
        self.setFocusProxy(self.gate.field)

    def enter(self) -> None:
        """Try what was typed."""
        self.gate.enter()
