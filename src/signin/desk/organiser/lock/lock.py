"""The lock of the organiser's side: whether it is open, what a PIN does to it, and how long to wait."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from signin.desk.kept import Kept
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.domain import pin as pins
from signin.domain.pin import Deed, PinRow, Standing
from signin.services import pin as pin_record
from signin.services.desk import Desk
from signin.words import Failure

IDLE_MS = 10 * 60 * 1000
"""Without use for so long, the organiser's side locks itself."""


class Lock(QObject):
    """Open while no PIN is set. `changed` tells that something of it changed, `locked` that it was just locked.

    `wanted` tells that somebody wants to do what needs the PIN, where no page of the organiser's is shown.

    PINs are hashed in a thread of their own. A wrong one is answered once it is on disk, so that nobody gains by
    killing the program. What is left to wait is measured by `seconds`, which never go back; only over a restart
    the clock is believed, and not where it was set back.
    """

    changed = Signal()
    locked = Signal()
    wanted = Signal()

    def __init__(
        self,
        kept: Kept,
        clock: Callable[[], datetime],
        seconds: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept, self._clock, self._seconds = kept, clock, seconds
        self._writer: StoreWorker | None = None
        self._opened = False
        self._free_at = 0.0
        self.wrong = 0
        self.unrecorded = 0
        """How many of the wrong ones could not be recorded; they count all the same."""
        self.busy = False
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.lock)
        kept.changed.connect(self.changed)

    def use(self, writer: StoreWorker) -> None:
        """Record in this store from now on; how tries stand there is asked first."""
        self._writer, now, kept = writer, self._clock(), self._kept.settings.pin
        self.busy = True
        writer.do(lambda desk: pin_record.notice(desk, kept, now), lambda _: None, self._pass_by, owner=self)
        writer.do(pin_record.standing, self._begin, self._begin_without, looks=True, owner=self)

    @property
    def has_pin(self) -> bool:
        """Whether a PIN is set."""
        return bool(self._kept.settings.pin)

    @property
    def is_open(self) -> bool:
        """Whether anybody may pass."""
        return self._opened or not self.has_pin

    @property
    def wait(self) -> float:
        """How many seconds are left until the next try."""
        return max(0.0, self._free_at - self._seconds())

    # A PIN is tried

    def attempt(self, pin: str, then: Callable[[], None], otherwise: Callable[[], None], owner: QObject) -> None:
        """Try a PIN; while one is being tried, or one has to wait, nothing happens.

        Once its `owner` is deleted nobody is told, and the right PIN opens nothing; a wrong one is recorded.
        """
        if self.busy or self.wait:
            return
        kept = self._kept.settings.pin
        self._be(busy=True)
        self._beside(
            lambda: pins.opens(pin, kept),
            lambda right: self._answer(then, owner) if right else self._refuse(otherwise, owner),
            lambda _: self._refuse(otherwise, owner),
        )

    def open(self) -> None:
        """Open, and record it; the right PIN was given."""
        self._opened = True
        self.touch()
        self._note(Deed.OPENED)
        self.changed.emit()

    def lock(self) -> None:
        """Lock at once."""
        was_open, self._opened = self.is_open, False
        self._idle.stop()
        if was_open and self.has_pin:
            self.changed.emit()
            self.locked.emit()

    def touch(self) -> None:
        """Somebody works on the organiser's side: it stays open for a while."""
        if self._opened and self.has_pin:
            self._idle.start()

    # A PIN is set

    def set_pin(self, pin: str, then: Callable[[], None]) -> None:
        """Keep a PIN from now on; who sets it stays inside. Whoever asks has let the old one be tried."""
        deed = Deed.CHANGED if self.has_pin else Deed.SET
        self._be(busy=True)
        self._beside(
            lambda: pins.kept(pin, os.urandom(pins.SALT_BYTES)),
            lambda kept: self._keep(kept, deed, then),
            lambda _: self._be(busy=False),
        )

    def remove_pin(self) -> None:
        """Be open to everybody; whoever asks has let the PIN be tried."""
        self._keep("", Deed.REMOVED, lambda: None)

    def latest(self, then: Callable[[list[PinRow]], None], owner: QObject) -> None:
        """Ask for what was last done with the PIN."""
        if self._writer is not None:
            self._writer.do(pin_record.latest, then, self._pass_by, looks=True, owner=owner)

    def _keep(self, kept: str, deed: Deed, then: Callable[[], None]) -> None:
        self._opened = True
        self._kept.keep(pin=kept)
        self._note(deed, kept)
        self.touch()
        self._be(busy=False)
        then()

    # What is recorded

    def _note(
        self,
        deed: Deed,
        kept: str = "",
        then: Callable[[Standing], None] | None = None,
        otherwise: Callable[[Failure], None] | None = None,
    ) -> None:
        """Record what was done; a store that is full or in use is waited for, as for scans."""
        now = self._clock()

        def verb(desk: Desk) -> Standing:
            return pin_record.note(desk, deed, now, kept)

        if self._writer is not None:
            self._writer.do(verb, then or self._stand, otherwise or self._pass_by, keep_trying=True, owner=self)

    def _answer(self, then: Callable[[], None], owner: QObject) -> None:
        self._be(busy=False)
        if isValid(owner):
            then()

    def _refuse(self, otherwise: Callable[[], None], owner: QObject) -> None:
        """Count a wrong PIN; where it cannot be recorded, it counts as long as the program runs."""

        def count(wrong: int) -> None:
            self.wrong = max(wrong, self.wrong + 1)
            self._free_at = self._seconds() + pins.wait(self.wrong)
            self._be(busy=False)
            if isValid(owner):
                otherwise()

        def count_here(_: Failure) -> None:
            self.unrecorded += 1
            count(self.wrong + 1)

        self._note(Deed.WRONG, then=lambda standing: count(standing.wrong), otherwise=count_here)

    def _stand(self, standing: Standing) -> None:
        self.wrong, self.unrecorded = standing.wrong, 0

    def _begin(self, standing: Standing) -> None:
        self._stand(standing)
        self._free_at = self._seconds() + pins.seconds_left(standing, self._clock())
        self._be(busy=False)

    def _begin_without(self, _: Failure) -> None:
        """Begin as if nobody had tried, for the store does not answer."""
        self._be(busy=False)

    def _pass_by(self, _: Failure) -> None:
        """Hinder nobody because of what cannot be recorded now: it is seen at the next start."""

    def _be(self, *, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()

    def _beside(
        self, work: Callable[[], object], then: Callable[..., None], otherwise: Callable[[Failure], None]
    ) -> None:
        background = Background(lambda _: work(), then, otherwise, self)
        background.finished.connect(background.deleteLater)
        background.start()
