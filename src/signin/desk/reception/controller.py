"""What the reception screen knows and can do: the session, the way through the door, and one verb an action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.domain.event import Event, Mode, Session
from signin.domain.scan import Direction, Source
from signin.domain.session_choice import next_to_offer, session_now
from signin.domain.verdict import Closed, NotOpen
from signin.services import bulk, corrections, recent, register, search
from signin.services.admit import Answer, Door, admit, admit_attendee
from signin.services.board import Board, News, Standing, load_board, news_since, stamp, state_of
from signin.services.desk import Desk
from signin.words import Failure, say

T = TypeVar("T")

BACK_TO_ARRIVING_MS = 90_000
"""Scanning out ends by itself after this long without a scan, so that nobody who arrives is noted as leaving."""
_TICK_MS = 1000
_RECENT_AFTER_MS = 60
_RECENT = 40


class Reception(QObject):
    """The desk at one event. Every verb is done by the store's worker; what came of it is told by a signal.

    `answered` carries an Answer, `done` a Message about something else that was done, `failed` a Failure.
    """

    answered = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    moved = Signal()
    offered = Signal(object)
    people_changed = Signal()
    recent_changed = Signal(object)

    def __init__(
        self,
        writer: StoreWorker,
        reader: StoreWorker,
        event: Event,
        sessions: Sequence[Session],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.meeting, self.sessions, self.clock = event, tuple(sessions), clock
        self.writer, self.reader = writer, reader
        self.index = search.Index.of(())
        self.board: Board | None = None
        self.session = session_now(self.sessions, clock())
        self.direction = Direction.IN
        self.last: Answer | None = None
        self._chosen_by_hand = False
        self._offer: Session | None = None
        self._version = -1
        self._back = QTimer(self, singleShot=True, interval=BACK_TO_ARRIVING_MS)
        self._back.timeout.connect(self.go_back_to_arriving)
        self._telling_recent = QTimer(self, singleShot=True, interval=_RECENT_AFTER_MS)
        self._telling_recent.timeout.connect(self._ask_recent)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.tick)

    def begin(self) -> None:
        """Load the people and go along with the clock; scans are answered before that has ended."""
        self.reader.do(lambda desk: search.load(desk, self.meeting.id), self._loaded, self.failed.emit)
        self._load_board()
        self._telling_recent.start()
        self._ticking.start()
        self.tick()

    def end(self) -> None:
        """Stop going along with the clock."""
        for timer in (self._ticking, self._telling_recent, self._back):
            timer.stop()

    # The door

    def scan(self, raw: str) -> None:
        """Answer a scanned text."""
        if (door := self._door(Source.QR)) is not None:
            self._admit(lambda desk: admit(desk, raw, door))

    def check_in(self, attendee_id: str, source: Source = Source.SEARCH, *, forced: bool = False) -> None:
        """Answer for a person who was found."""
        if (door := self._door(source, forced=forced)) is not None:
            self._admit(lambda desk: admit_attendee(desk, attendee_id, door))

    @property
    def can_force(self) -> bool:
        """Whether the last answer was that the session is not open."""
        return self.last is not None and isinstance(self.last.verdict, NotOpen | Closed)

    def force(self) -> None:
        """Let in who was refused because of the time; the scan says so."""
        if self.can_force and self.last is not None and self.last.attendee is not None:
            self.check_in(self.last.attendee.id, self.last.scan.source, forced=True)

    def _door(self, source: Source, *, forced: bool = False) -> Door | None:
        if self.session is None:
            return None
        return Door(
            event_id=self.meeting.id,
            session_key=self.session.key,
            now=self.clock(),
            direction=self.direction,
            source=source,
            forced=forced,
        )

    def _admit(self, verb: Callable[[Desk], Answer]) -> None:
        self.writer.do(verb, self._answered, self.failed.emit, keep_trying=True)

    def _answered(self, answer: Answer) -> None:
        self.last = answer
        self.answered.emit(answer)
        if self.direction is Direction.OUT:
            self._back.start()
        if answer.attendee is not None and not answer.repeated:
            self._look_again([answer.attendee.id])

    # People

    def walk_in(
        self,
        told: register.Particulars,
        then: Callable[[Attendee, str], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        """Add a person and check in at once; `then` gets the person and the code."""
        if (door := self._door(Source.WALK_IN)) is None:
            return

        def added(result: tuple[register.Registered, Answer]) -> None:
            registered, answer = result
            self._put(registered.attendee)
            self._answered(answer)
            then(registered.attendee, registered.code)

        self.writer.do(lambda desk: register.walk_in(desk, told, door), added, otherwise)

    def substitute(
        self,
        replaced: Attendee,
        told: register.Particulars,
        then: Callable[[Attendee, str], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        """Let somebody take a person's place, and check in at once; `then` gets the person and the code."""

        def placed(registered: register.Registered) -> None:
            self._put(registered.attendee)
            self._look_again([replaced.id, registered.attendee.id])
            self.check_in(registered.attendee.id)
            then(registered.attendee, registered.code)

        now, event_id = self.clock(), self.meeting.id
        self.writer.do(
            lambda desk: register.substitute(desk, event_id, str(replaced.number), told, now), placed, otherwise
        )

    def correct(
        self,
        person: Attendee,
        correction: corrections.Correction,
        then: Callable[[Attendee], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        """Correct what is known of a person; it is recorded."""

        def corrected(now_known: Attendee) -> None:
            self._put(now_known)
            self._look_again([now_known.id])
            then(now_known)

        now, event_id = self.clock(), self.meeting.id
        self.writer.do(
            lambda desk: corrections.correct(desk, event_id, person.id, correction, now), corrected, otherwise
        )

    def reissue(
        self, person: Attendee, then: Callable[[Attendee, str], None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Give a new code for a lost badge."""

        def reissued(registered: register.Registered) -> None:
            self._telling_recent.start()
            then(registered.attendee, registered.code)

        now, event_id = self.clock(), self.meeting.id
        self.writer.do(lambda desk: register.reissue(desk, event_id, str(person.number), now), reissued, otherwise)

    def check_in_many(
        self, attendee_ids: Sequence[str], source: Source, then: Callable[[list[Answer]], None]
    ) -> None:
        """Check in people who were looked through before: a delegation, or the numbers of a paper list."""
        if (door := self._door(source)) is None:
            return

        def admitted(answers: list[Answer]) -> None:
            self._look_again([answer.attendee.id for answer in answers if answer.attendee])
            then(answers)

        self.writer.do(
            lambda desk: bulk.admit_many(desk, attendee_ids, door), admitted, self.failed.emit, keep_trying=True
        )

    # Taking back

    def undo(self) -> None:
        """Take back this desk's last scan that stands."""
        now, event_id = self.clock(), self.meeting.id
        self.writer.do(lambda desk: recent.undo_last(desk, event_id, now), self._undone, self.failed.emit)

    def redo(self) -> None:
        """Put back what was last taken back."""
        now, event_id = self.clock(), self.meeting.id
        self.writer.do(lambda desk: recent.redo_last(desk, event_id, now), self._redone, self.failed.emit)

    def void(self, scan_id: str) -> None:
        """Take back any scan."""
        now, event_id = self.clock(), self.meeting.id
        self.writer.do(lambda desk: recent.take_back(desk, event_id, scan_id, now), self._undone, self.failed.emit)

    def _undone(self, undone: recent.Undone | None) -> None:
        if undone is None:
            self.done.emit(say("There is nothing to take back."))
            return
        self._after_voiding(undone)
        self.done.emit(say("Taken back: {name}. Ctrl+Y puts it back.", name=undone.name))

    def _redone(self, undone: recent.Undone | None) -> None:
        if undone is None:
            self.done.emit(say("There is nothing to put back."))
            return
        self._after_voiding(undone)
        self.done.emit(say("Put back: {name}.", name=undone.name))

    def _after_voiding(self, undone: recent.Undone) -> None:
        if undone.attendee_id is not None:
            self._look_again([undone.attendee_id])
        else:
            self._telling_recent.start()

    # Session and direction

    def choose(self, session: Session) -> None:
        """Stand at another session's door; scanning goes on with those who arrive."""
        self._chosen_by_hand = True
        self._stand_at(session)

    def _stand_at(self, session: Session) -> None:
        self.session, self.direction = session, Direction.IN
        self._back.stop()
        self._load_board()
        self.moved.emit()
        self.tick()

    @property
    def notes_leaving(self) -> bool:
        """Whether this session notes when people leave."""
        return self.session is not None and self.session.mode is Mode.IN_OUT

    def turn(self) -> None:
        """Switch between arriving and leaving, where the session notes both."""
        if self.notes_leaving:
            self.direction = Direction.OUT if self.direction is Direction.IN else Direction.IN
            self._back.start() if self.direction is Direction.OUT else self._back.stop()
            self.moved.emit()

    def go_back_to_arriving(self) -> None:
        """Note arrivals again."""
        if self.direction is Direction.OUT:
            self.turn()

    def take_offer(self) -> None:
        """Go to the session that was offered."""
        if self._offer is not None:
            self.choose(self._offer)

    def tick(self) -> None:
        """Go along with the clock, and look whether another program wrote."""
        self._follow_clock()
        if not self.writer.waiting:
            self.writer.do(stamp, self._look_whether_others_wrote, self._ignore)

    def _follow_clock(self) -> None:
        """Offer the next session when its time comes; go there when this one is over and nobody chose it."""
        now = self.clock()
        offer = next_to_offer(self.sessions, self.session, now)
        if (
            offer is not None
            and self.session is not None
            and now > self.session.closes_at
            and not self._chosen_by_hand
        ):
            self._stand_at(offer)
        elif offer != self._offer:
            self._offer = offer
            self.offered.emit(offer)

    # What is kept in sight

    def _loaded(self, loaded: search.Loaded) -> None:
        self.index = loaded.index
        self.people_changed.emit()

    def _load_board(self) -> None:
        session = self.session
        if session is not None:
            self.reader.do(
                lambda desk: load_board(desk, self.meeting.id, session.key), self._board_came, self._ignore
            )

    def _board_came(self, board: Board) -> None:
        if self.session is not None and board.session.key == self.session.key:
            self.board = board
            self.people_changed.emit()

    def _look_again(self, attendee_ids: list[str]) -> None:
        """Read a few people again after something happened to them."""
        self._telling_recent.start()
        session = self.session
        if session is not None:
            self.writer.do(
                lambda desk: state_of(desk, self.meeting.id, session.key, attendee_ids), self._seen, self._ignore
            )

    def _seen(self, states: Sequence[Standing]) -> None:
        for person, stays in states:
            self.index.put(person)
            if self.board is not None:
                self.board.apply(person, stays)
        self.people_changed.emit()

    def _put(self, person: Attendee) -> None:
        self.index.put(person)

    def _ask_recent(self) -> None:
        self.writer.do(
            lambda desk: recent.recent(desk, self.meeting.id, limit=_RECENT),
            self.recent_changed.emit,
            self._ignore,
        )

    def _look_whether_others_wrote(self, version: int) -> None:
        """Read again whom another program changed or scanned; our own writes do not move the version."""
        known, self._version = self._version, version
        board = self.board
        if known not in (-1, version) and board is not None:
            self.reader.do(
                lambda desk: news_since(desk, self.meeting.id, board.session.key, board.seen),
                lambda news: self._others_wrote(board, news),
                self._ignore,
            )

    def _others_wrote(self, board: Board, news: News) -> None:
        for person, _ in news.standings:
            self.index.put(person)
        board.take(news)
        self._telling_recent.start()
        self.people_changed.emit()

    def _ignore(self, failure: Failure) -> None:
        """Leave it: what only looks will look again; a disk that cannot be read is told by the next scan."""
