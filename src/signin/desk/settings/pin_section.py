"""The PIN of the organiser's side: set, changed, removed; and what was done with it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from pathlib import Path

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QWidget
from shiboken6 import isValid

from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.organiser.lock.digits import PinField
from signin.desk.organiser.lock.gate import FORGOTTEN, HONEST, next_try, not_the_pin
from signin.desk.organiser.lock.lock import Lock
from signin.desk.settings.path_line import PathLine
from signin.desk.settings.section import Section
from signin.desk.start.page import ENTER
from signin.domain.pin import Deed, PinRow, is_long_enough, is_simple
from signin.domain.verdict import Tone
from signin.lao.numbers import format_short
from signin.words import Message, say

_DEEDS = {
    Deed.SET: say("PIN set"),
    Deed.CHANGED: say("PIN changed"),
    Deed.REMOVED: say("PIN removed"),
    Deed.OPENED: say("opened with the PIN"),
    Deed.WRONG: say("wrong PIN"),
    Deed.FOUND: say("PIN found in the settings, not set here"),
    Deed.REPLACED: say("another PIN found in the settings"),
    Deed.GONE: say("PIN gone: its line was deleted from the settings"),
}
_ABOUT = say(
    "With a PIN, lists, papers, records and these settings open only to who knows it. The door stays open to all."
)
_ROW = 28
_ROWS = 4


class PinSection(Section):
    """Without a PIN two lines for one; with one that of now is asked for first, and wrong ones count here too."""

    icon_name = "lock"

    def __init__(
        self, voice: Voice, look: Look, lock: Lock, settings_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, say("PIN"), parent)
        self._lock = lock
        self.current = PinField(voice, look, say("PIN of now"))
        self.new = PinField(voice, look, say("New PIN, 4 to 12 digits"))
        self.again = PinField(voice, look, say("The same again"))
        self.set = ActionButton(voice, look, say("Set the PIN"), "lock", kind="primary")
        self.remove = ActionButton(voice, look, say("Remove the PIN"), "unlocked")
        self.notice, self.list, self.past = Notice(voice, look, copies=False), QListWidget(), LaoLabel()
        self.file = PathLine(voice, look, say("File of this desk's settings"), str(settings_file))
        self._arrange()
        self.set.clicked.connect(self._set)
        self.remove.clicked.connect(self._remove)
        self.new.changed.connect(self._look_at)
        lock.changed.connect(self._follow_lock)
        voice.changed.connect(self._ask_past)
        self._follow_lock()

    def _arrange(self) -> None:
        self.say(_ABOUT)
        self.say(HONEST)
        pins, ways = QHBoxLayout(), QHBoxLayout()
        for field in (self.current, self.new, self.again):
            pins.addWidget(field, 1)
        for button in (self.set, self.remove):
            ways.addWidget(button)
        ways.addStretch()
        self.body.addLayout(pins)
        self.body.addLayout(ways)
        self.body.addWidget(self.notice)
        self.say(FORGOTTEN)
        self.body.addWidget(self.file)
        dress(self.past, ink="quiet", type="small")
        self.voice.tell(self.past, self.past.setText, say("What was done with the PIN, the last first"))
        self.voice.tell(self.list, self.list.setAccessibleName, say("What was done with the PIN, the last first"))
        self.list.setItemDelegate(LaoDelegate(self.list))
        self.list.setFixedHeight(self.look.px(_ROW * _ROWS))
        self.body.addWidget(self.past)
        self.body.addWidget(self.list)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was done with the PIN until now."""
        super().showEvent(event)
        self._ask_past()

    # What is done

    def _set(self) -> None:
        """Set the PIN, or another one once that of now was right."""
        new = self.new.text()
        if not self._is_good(new):
            return
        word = say("The PIN was changed.") if self._lock.has_pin else say("The PIN is set. Keep it in mind.")
        self._with_current(lambda: self._lock.set_pin(new, lambda: self._done(word)))

    def _remove(self) -> None:
        """Remove the PIN once that of now was right."""

        def remove() -> None:
            self._lock.remove_pin()
            self._done(say("The PIN was removed. Everything is open to everybody."))

        self._with_current(remove)

    def _is_good(self, new: str) -> bool:
        if not is_long_enough(new):
            self._ask_again(self.new, say("A PIN has 4 to 12 digits."))
        elif new != self.again.text():
            self._ask_again(self.again, say("The two are not the same."))
        else:
            return True
        return False

    def _with_current(self, then: Callable[[], None]) -> None:
        if not self._lock.has_pin:
            then()
        elif self._lock.wait:
            self.notice.tell(next_try(ceil(self._lock.wait)), Tone.STOP)
        elif not self.current.text():
            self._ask_again(self.current, say("The PIN of now is needed."))
        else:
            self._lock.attempt(self.current.text(), then, self._refused, self)

    def _refused(self) -> None:
        self.current.edit.clear()
        wait = ceil(self._lock.wait)
        self._ask_again(self.current, next_try(wait) if wait else not_the_pin(self._lock))
        self._ask_past()

    def _ask_again(self, field: PinField, message: Message) -> None:
        field.complain(message)
        field.setFocus()

    def _done(self, word: Message) -> None:
        if not isValid(self):
            return
        for field in (self.current, self.new, self.again):
            field.edit.clear()
        self.notice.tell(word, Tone.GO)
        self._ask_past()

    def _look_at(self, new: str) -> None:
        """Warn of a PIN that anybody would try; it may be set all the same."""
        simple = is_long_enough(new) and is_simple(new)
        self.notice.tell(
            say("Anybody would try this PIN first. Another is better.") if simple else None, Tone.LOOK
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next line on Enter; after the last one set the PIN."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        lines = [field.edit for field in (self.current, self.new, self.again) if field.isVisible()]
        here = QApplication.focusWidget()
        if here in lines[:-1]:
            lines[lines.index(here) + 1].setFocus()
        elif here in lines:
            self._set()

    # What is shown

    def _follow_lock(self) -> None:
        has = self._lock.has_pin
        self.current.setVisible(has)
        self.remove.setVisible(has)
        self.set.set_message(say("Change the PIN") if has else say("Set the PIN"))
        for button in (self.set, self.remove):
            button.setEnabled(not self._lock.busy)

    def _ask_past(self) -> None:
        if self.isVisible():
            self._lock.latest(self._show_past, self)

    def _show_past(self, rows: list[PinRow]) -> None:
        self.list.clear()
        for row in rows:
            line = say(
                "{when} · {deed} · {desk}",
                when=f"{format_short(row.at)} {row.at:%H:%M:%S}",
                deed=_DEEDS[row.deed],
                desk=row.desk,
            )
            self.list.addItem(self.voice.text(line))
