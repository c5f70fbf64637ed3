"""What the reception screen knows and can do: the session, the way through the door, and one verb an action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from signin.desk.reception.place import NoSession, Place
from signin.desk.reception.sight import Sight
from signin.desk.reception.taking_back import TakingBack
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.domain.event import Event, Session
from signin.domain.scan import Direction, Source
from signin.services import bulk, corrections, register, search
from signin.services.admit import Answer, Door, admit, admit_attendee
from signin.services.board import Board
from signin.services.desk import Desk
from signin.words import Failure

T = TypeVar("T")

_TICK_MS = 1000


class Reception(QObject):
    """The desk at one event. Every verb is done by the store's worker; what came of it is told by a signal.

    `answered` carries an Answer, `done` a Message about something else that was done, `failed` a Failure; `noted`
    a Message that goes with the answer and does not take its place, such as that the badge is printed. `followed`
    tells that the event is known anew.
    """

    answered = Signal(object)
    done = Signal(object)
    noted = Signal(object)
    failed = Signal(object)
    followed = Signal()

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
        self.last: Answer | None = None
        self.place = Place(self.sessions, clock, self)
        self.sight = Sight(writer, reader, event.id, self.place, self)
        self.moved, self.offered = self.place.moved, self.place.offered
        self.people_changed, self.recent_changed = self.sight.people_changed, self.sight.recent_changed
        self.sight.failed.connect(self.failed)
        self.taking_back = TakingBack(writer, self.sight, event.id, clock, self)
        self.taking_back.done.connect(self.done)
        self.taking_back.failed.connect(self.failed)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.tick)

    def begin(self) -> None:
        """Read the people and go along with the clock."""
        self.sight.begin()
        self._ticking.start()
        self.tick()

    def follow(self, event: Event, sessions: Sequence[Session]) -> None:
        """Go by the event as it is known now; who stands at the desk, and what is typed there, stays."""
        self.meeting, self.sessions = event, tuple(sessions)
        self.sight.board = None  # others may be expected: it is read again for the session at hand
        self.place.know(self.sessions)
        self.followed.emit()

    def tick(self) -> None:
        """Go along with the clock, and look whether another program wrote."""
        self.place.follow_clock()
        self.sight.look_whether_others_wrote()

    def end(self) -> None:
        """Stop going along with the clock."""
        self._ticking.stop()
        self.place.end()
        self.sight.end()

    @property
    def session(self) -> Session | None:
        """The session at whose door the desk stands."""
        return self.place.session

    @property
    def direction(self) -> Direction:
        """Whether people arrive or leave."""
        return self.place.direction

    @property
    def index(self) -> search.Index:
        """The people, to be found by what is typed."""
        return self.sight.index

    @property
    def board(self) -> Board | None:
        """The counts of the session, None while they are read."""
        return self.sight.board

    # The door

    def scan(self, raw: str) -> None:
        """Answer a scanned text."""
        self._admit(self._door(Source.QR), lambda desk, door: admit(desk, raw, door))

    def check_in(
        self,
        attendee_id: str,
        source: Source = Source.SEARCH,
        *,
        forced: bool = False,
        arriving: bool = False,
    ) -> None:
        """Answer for a person who was found; `arriving` also while the desk notes who leaves."""
        door = self._door(source, forced=forced, arriving=arriving)
        self._admit(door, lambda desk, door: admit_attendee(desk, attendee_id, door))

    @property
    def can_force(self) -> bool:
        """Whether the last answer was that the session is not open."""
        return self.last is not None and self.place.has_just_refused(self.last)

    def force(self) -> None:
        """Let in who was just refused because of the time; the scan says so."""
        if self.session is None:
            self.failed.emit(NoSession())
        elif self.can_force and self.last is not None and self.last.attendee is not None:
            self.check_in(self.last.attendee.id, self.last.scan.source, forced=True, arriving=True)

    @property
    def stands_here(self) -> Attendee | None:
        """Who stands at the desk, as known now."""
        who = self.last.attendee if self.last else None
        return None if who is None else self.index.get(who.id) or who

    def _door(self, source: Source, *, forced: bool = False, arriving: bool = False) -> Door | None:
        if self.session is None:
            return None
        return Door(
            event_id=self.meeting.id,
            session_key=self.session.key,
            now=self.clock(),
            direction=Direction.IN if arriving else self.direction,
            source=source,
            forced=forced,
        )

    def _admit(self, door: Door | None, verb: Callable[[Desk, Door], Answer]) -> None:
        """Answer for somebody at a door; that there is none is told."""
        if door is None:
            self.failed.emit(NoSession())
        else:
            self.last = None  # who stands here now is known with the answer
            self._do(lambda desk: verb(desk, door), self._answered, self.failed.emit, keep_trying=True)

    def _answered(self, answer: Answer) -> None:
        self.last = answer
        self.answered.emit(answer)
        self.place.note_scan()
        if not answer.repeated:
            self.sight.look_again([answer.attendee.id] if answer.attendee else [])

    def _do(
        self,
        verb: Callable[[Desk], T],
        then: Callable[[T], None],
        otherwise: Callable[[Failure], None] | None = None,
        *,
        keep_trying: bool = False,
    ) -> None:
        self.writer.do(verb, then, otherwise, keep_trying=keep_trying, owner=self)

    # People

    def walk_in(
        self,
        told: register.Particulars,
        then: Callable[[Attendee, str], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        """Add a person and check in at once; `then` gets the person and the code."""
        if (door := self._door(Source.WALK_IN, arriving=True)) is None:
            otherwise(NoSession())
            return

        def added(result: tuple[register.Registered, Answer]) -> None:
            registered, answer = result
            self.sight.put(registered.attendee)
            self._answered(answer)
            then(registered.attendee, registered.code)

        self._do(lambda desk: register.walk_in(desk, told, door), added, otherwise)

    def substitute(
        self,
        replaced: Attendee,
        told: register.Particulars,
        then: Callable[[Attendee, str], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        """Let somebody take a person's place, and check in at once; `then` gets the person and the code."""
        if (door := self._door(Source.SEARCH, arriving=True)) is None:
            otherwise(NoSession())
            return

        def placed(registered: register.Registered) -> None:
            self.sight.put(registered.attendee)
            self.sight.look_again([replaced.id, registered.attendee.id])
            self._admit(door, lambda desk, door: admit_attendee(desk, registered.attendee.id, door))
            then(registered.attendee, registered.code)

        now, event_id = self.clock(), self.meeting.id
        self._do(lambda desk: register.substitute(desk, event_id, replaced.id, told, now), placed, otherwise)

    def correct(
        self,
        person: Attendee,
        correction: corrections.Correction,
        then: Callable[[Attendee], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        """Correct what is known of a person; it is recorded."""

        def corrected(now_known: Attendee) -> None:
            self.sight.put(now_known)
            self.sight.look_again([now_known.id])
            then(now_known)

        now, deeds = self.clock(), self.taking_back.deeds
        self._do(lambda desk: deeds.correct(desk, person.id, correction, now), corrected, otherwise)

    def reissue(
        self, person: Attendee, then: Callable[[Attendee, str], None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Give a new code for a lost badge."""

        def reissued(registered: register.Registered) -> None:
            self.sight.look_again()
            then(registered.attendee, registered.code)

        now, event_id = self.clock(), self.meeting.id
        self._do(lambda desk: register.reissue(desk, event_id, person.id, now), reissued, otherwise)

    def cancel(
        self, person: Attendee, then: Callable[[Attendee], None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Cancel a person's place."""
        self._change_place(register.cancel, person, then, otherwise)

    def restore(
        self, person: Attendee, then: Callable[[Attendee], None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Give a cancelled person the place back."""
        self._change_place(register.restore, person, then, otherwise)

    def _change_place(
        self,
        verb: Callable[[Desk, str, str, datetime], Attendee],
        person: Attendee,
        then: Callable[[Attendee], None],
        otherwise: Callable[[Failure], None],
    ) -> None:
        def changed(now_known: Attendee) -> None:
            self.sight.put(now_known)
            self.sight.look_again([now_known.id])
            then(now_known)

        now, event_id = self.clock(), self.meeting.id
        self._do(lambda desk: verb(desk, event_id, person.id, now), changed, otherwise)

    def check_in_many(
        self,
        attendee_ids: Sequence[str],
        source: Source,
        then: Callable[[list[Answer]], None],
        otherwise: Callable[[Failure], None],
        *,
        forced: bool = False,
    ) -> None:
        """Check in people who were looked through before: a delegation, or the numbers of a paper list."""
        if (door := self._door(source, forced=forced, arriving=True)) is None:
            otherwise(NoSession())
            return

        def admitted(answers: list[Answer]) -> None:
            self.sight.look_again([answer.attendee.id for answer in answers if answer.attendee])
            then(answers)

        self._do(lambda desk: bulk.admit_many(desk, attendee_ids, door), admitted, otherwise, keep_trying=True)
