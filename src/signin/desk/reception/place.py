"""Where the desk stands: at which session's door, and whether people arrive there or leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from signin.domain.event import Mode, Session
from signin.domain.scan import Direction
from signin.domain.session_choice import next_to_offer, session_now
from signin.domain.verdict import Closed, NotOpen
from signin.services.admit import Answer
from signin.words import Failure, mark

BACK_TO_ARRIVING_MS = 90_000
"""Scanning out ends by itself after this long without a scan, so that nobody who arrives is noted as leaving."""


_STANDS_THERE = timedelta(minutes=5)
"""Whoever was refused longer ago stands no more at the desk."""
_LEFT_ALONE = timedelta(minutes=5)
"""A desk that nobody has used for so long moves to the next session by itself."""


class NoSession(Failure):
    """There is no door to stand at."""

    exit_code = 4
    text = mark("This event has no session yet.")


class Place(QObject):
    """Chosen by the clock at first, then by hand; the next session is offered when its time comes.

    A desk in use is moved by nobody but who uses it. `asks` asks whoever shows it to `note_use` while something is
    typed or open there.
    """

    moved = Signal()
    offered = Signal(object)
    asks = Signal()

    def __init__(
        self, sessions: Sequence[Session], clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.sessions, self._clock = tuple(sessions), clock
        self.session = session_now(self.sessions, clock())
        self.direction = Direction.IN
        self._by_hand = False
        self._offer: Session | None = None
        self._used_at: datetime | None = None
        self._back = QTimer(self, singleShot=True, interval=BACK_TO_ARRIVING_MS)
        self._back.timeout.connect(self.go_back_to_arriving)

    @property
    def notes_leaving(self) -> bool:
        """Whether this session notes when people leave."""
        return self.session is not None and self.session.mode is Mode.IN_OUT

    def choose(self, session: Session) -> None:
        """Stand at another session's door; scanning goes on with those who arrive."""
        self._by_hand = True
        self._stand_at(session)

    def know(self, sessions: Sequence[Session]) -> None:
        """Go by other hours and names of the sessions; the desk stays where it stands while that can be."""
        self.sessions = tuple(sessions)
        here = self._here()
        if here is None:
            self._by_hand = False
            self._stand_at(session_now(self.sessions, self._clock()))
            return
        self.session = here
        if not self.notes_leaving:
            self.direction = Direction.IN
            self._back.stop()
        self.moved.emit()
        self.follow_clock()

    def _here(self) -> Session | None:
        """Give the session at hand as it is now; None when it is gone, or shut and nobody chose it."""
        key = None if self.session is None else self.session.key
        here, now = next((one for one in self.sessions if one.key == key), None), self._clock()
        if here is None or self._by_hand or here.opens_at <= now <= here.closes_at:
            return here
        offered = next_to_offer(self.sessions, here, now) is not None  # also before the next tick offers it
        waits = now > here.closes_at and offered and not self._is_left_alone()
        return here if waits else None

    @property
    def offer(self) -> Session | None:
        """The session that is offered now."""
        return self._offer

    def take_offer(self) -> None:
        """Go to the session that was offered, and along with the clock from there."""
        if self._offer is not None:
            self._by_hand = False
            self._stand_at(self._offer)

    def note_use(self) -> None:
        """Let nothing but a hand move the desk for a while."""
        self._used_at = self._clock()

    def _is_left_alone(self) -> bool:
        self.asks.emit()
        return self._used_at is None or abs(self._clock() - self._used_at) >= _LEFT_ALONE

    def follow_clock(self) -> None:
        """Offer the next session when its time comes; go there when this one, which nobody chose, is over.

        While the desk is in use it is only offered, for nobody in the queue would see why the session is another.
        """
        now, alone = self._clock(), self._is_left_alone()
        offer = next_to_offer(self.sessions, self.session, now)
        over = self.session is None or now > self.session.closes_at
        if offer is not None and over and alone and not self._by_hand:
            self._stand_at(offer)
        elif offer != self._offer:
            self._offer = offer
            self.offered.emit(offer)

    def _stand_at(self, session: Session | None) -> None:
        self.session, self.direction = session, Direction.IN
        self._back.stop()
        self.moved.emit()
        self.follow_clock()

    def turn(self) -> None:
        """Switch between arriving and leaving, where the session notes both."""
        if self.notes_leaving:
            self.direction = Direction.OUT if self.direction is Direction.IN else Direction.IN
            self.note_scan()
            self.moved.emit()

    def note_scan(self) -> None:
        """Wait anew before going back to arriving; the desk is in use."""
        self.note_use()
        if self.direction is Direction.OUT:
            self._back.start()
        else:
            self._back.stop()

    def go_back_to_arriving(self) -> None:
        """Note arrivals again."""
        if self.direction is Direction.OUT:
            self.turn()

    def has_just_refused(self, answer: Answer) -> bool:
        """Whether somebody was refused at this door because of the time, and stands there still."""
        refused = isinstance(answer.verdict, NotOpen | Closed)
        here = self.session is not None and answer.scan.session_key == self.session.key
        return refused and here and self._clock() - answer.scan.at <= _STANDS_THERE

    def end(self) -> None:
        """Wait for nothing more."""
        self._back.stop()
