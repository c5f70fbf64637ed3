"""The desk's ear: hears the scanner wherever the focus is, and gives typing back to where it was going."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from signin.desk.scanner import layouts
from signin.desk.scanner.burst import PATIENT, USUAL, Burst, Kind, Outcome, Pace, Rest, Scan, Typing
from signin.desk.scanner.key_event import GivenBack, Held, copied, is_modifier, key_of, name_of, takes_text
from signin.desk.scanner.key_times import KeyTimes

Redirect = Callable[[QKeyEvent, QWidget | None], QWidget | None]

LATE = 0.020
"""Seconds. A timer that is later than this was held up, and so are keys that are still to come."""
_GRACE_MS = 15
_MOMENT = 1e-6


class Ear(QObject):
    """Hears every key of the program first. A scan goes nowhere else; what a hand typed goes on as if nothing was.

    `scanned` tells what a scan says while the ear listens, `heard` every Scan as it came. `clock` gives seconds
    that never go back; a key that tells its own time is believed. `redirect` is asked, for each typed character,
    with its event and where it was going; the widget that it gives gets the character.
    """

    scanned = Signal(str)
    heard = Signal(object)

    def __init__(
        self, clock: Callable[[], float], *, redirect: Redirect | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.redirect = redirect
        self._times = KeyTimes(clock)
        self._burst, self._pace = Burst(), USUAL
        self._late = 0.0
        self._listening = True
        self._last: Held | None = None
        self._down: set[int] = set()
        self._excused = False
        self._silence = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._fall_silent)
        self._meet: dict[QEvent.Type, Callable[[QWidget, QEvent], bool]] = {
            QEvent.Type.ShortcutOverride: self._before_shortcut,
            QEvent.Type.KeyPress: self._press,
            QEvent.Type.KeyRelease: self._release,
            QEvent.Type.InputMethod: self._input_method,
        }
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        application.aboutToQuit.connect(self.stop)

    @property
    def pace(self) -> Pace:
        """How fast the scanner is thought to be."""
        return self._pace

    def keep_pace(self, pace: Pace = USUAL) -> None:
        """Get used to a scanner of this pace."""
        self._pace = pace
        self._hear_at(pace)

    def listen(self, on: bool) -> None:  # noqa: FBT001 - it is switched
        """Tell scans by `scanned`, or only by `heard`; in both cases they go nowhere else.

        What is only heard may be of any pace, but for what comes into a text field: that is the field's.
        """
        self._listening = on
        self._hear_at(self._pace)

    def _hear_at(self, pace: Pace) -> None:
        if pace != self._burst.pace:
            self._answer(self._burst.break_off())
            self._burst.pace = pace

    def stop(self) -> None:
        """Hear nothing more, for widgets are going."""
        self._answer(self._burst.break_off())
        if application := QCoreApplication.instance():
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys that are on their way to a widget."""
        meet = self._meet.get(event.type())
        return meet is not None and isinstance(watched, QWidget) and meet(watched, event)

    def _before_shortcut(self, _widget: QWidget, event: QEvent) -> bool:
        """Let no key of a burst be a shortcut; before a shortcut, give back what was typed."""
        if not isinstance(event, QKeyEvent) or is_modifier(event):
            return False
        if self._burst.takes(key_of(event), self._time(self._times.of(event.timestamp()))):
            event.accept()  # so that it comes as a key press
            return True
        self._answer(self._burst.break_off())
        return False

    def _press(self, widget: QWidget, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or isinstance(event, GivenBack) or is_modifier(event):
            return False
        self._hear_at(self._pace if self._listening or takes_text(widget) else PATIENT)
        held = Held(widget, name_of(event), [copied(event)])
        now = self._time(self._times.take(event.timestamp()))
        self._late = self._times.now() - now
        self._last, self._excused = held, False
        self._down.add(held.name)
        event.accept()
        self._answer(self._burst.press(key_of(event, held), now))
        event.setAccepted(held.events[0].isAccepted())
        return True

    def _release(self, _widget: QWidget, event: QEvent) -> bool:
        """Let a release come after its press, whatever became of that."""
        if not isinstance(event, QKeyEvent) or isinstance(event, GivenBack) or name_of(event) not in self._down:
            return False
        if self._burst.undecided and self._last:
            self._last.events.append(copied(event))
        else:
            self._down.discard(name_of(event))
        return True

    def _input_method(self, _widget: QWidget, _event: QEvent) -> bool:
        """Let what an input method composes come after what was typed before it."""
        if self._burst.undecided:
            self._answer(self._burst.break_off())
        return False

    def _time(self, told: float | None) -> float:
        """Give a key's time: what it tells, or now; while the timer of a silence is still to come, in time."""
        if told is not None:
            return told
        now, due = self._times.now(), self._burst.due
        return min(now, due - _MOMENT) if due is not None and self._silence.isActive() else now

    def _fall_silent(self) -> None:
        due = self._due
        if due is None:
            return
        late = self._times.now() - due
        if late > LATE and not self._excused:
            self._excused = True  # keys may wait behind what held the timer up
            self._silence.start(_GRACE_MS)
            return
        self._answer(self._burst.silence(self._times.now()) if late >= 0 else [])

    @property
    def _due(self) -> float | None:
        """When silence decides: a key that came late is waited upon as long as any, for others come behind it."""
        due = self._burst.due
        return None if due is None else due + max(self._late, 0.0)

    def _wait(self) -> None:
        """Come back when silence decides."""
        due = self._due
        if due is None:
            self._silence.stop()
        else:
            self._silence.start(max(math.ceil((due - self._times.now()) * 1000), 0))

    def _answer(self, outcomes: list[Outcome]) -> None:
        self._wait()
        for outcome in outcomes:
            match outcome:
                case Scan():
                    self._tell(outcome)
                case Typing():
                    self._give_back(outcome)
                case Rest():
                    pass

    def _tell(self, scan: Scan) -> None:
        self.heard.emit(scan)
        if self._listening:
            self.scanned.emit(layouts.meant(scan.text, scan.raw))

    def _give_back(self, typing: Typing) -> None:
        """Send typing on; after a character that was redirected, what follows goes there too."""
        instead: QWidget | None = None
        for key in typing.keys:
            held = key.origin
            assert isinstance(held, Held)
            self._down.discard(held.name)
            target = instead or _there(held.receiver)
            if self.redirect and key.kind is Kind.CHARACTER:
                wanted = self.redirect(held.events[0], target)
                if wanted is not target:
                    target = instead = wanted
            _send(held.events, target)


def _there(receiver: QWidget) -> QWidget | None:
    """Give the receiver, or where the focus is now if that one is gone."""
    return receiver if isValid(receiver) and receiver.isVisible() else QApplication.focusWidget()


def _send(events: list[GivenBack], target: QWidget | None) -> None:
    for event in events:
        if target is not None and isValid(target):
            QCoreApplication.sendEvent(target, event)
