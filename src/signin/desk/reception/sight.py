"""What the desk keeps in sight: people to search, counts of the session, the last scans; kept right by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from signin.desk.reception.looks import Looks
from signin.desk.reception.place import Place
from signin.desk.work.lasting import Lasting
from signin.desk.work.slices import Slices
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.domain.event import Session
from signin.services import recent, search
from signin.services.board import Board, News, Standing, load_board, news_since, state_of, written
from signin.words import Failure

_RECENT_AFTER_MS = 60
_RECENT = 40
_FROZEN = 500
"""After so many people taken in, they are no garbage to look through either."""
_NEVER = (-1, -1)
"""The version of a store whose news were not taken in yet."""


class Sight(QObject):
    """In memory, in the window's thread; read by the workers. `failed` when the people cannot be read at all."""

    people_changed = Signal()
    recent_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, writer: StoreWorker, reader: StoreWorker, event_id: str, place: Place, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._writer, self._reader, self._event_id, self._place = writer, reader, event_id, place
        self.index = search.Index.of(())
        self.board: Board | None = None
        self._version = _NEVER  # up to here news are on the board
        self._change: int | None = None  # up to here changes of people are in the index
        self._told_failure = False
        self._board_of: Session | None = None  # whose board is being read
        self._news_of: Board | None = None  # whose news are being read
        self._looks, self._slices, self._lasting = Looks(self), Slices(self), Lasting()
        self._telling_recent = QTimer(self, singleShot=True, interval=_RECENT_AFTER_MS)
        self._telling_recent.timeout.connect(self._ask_recent)
        self._to_look, self._since_news = dict[str, None](), dict[str, None]()
        self._looking = QTimer(self, singleShot=True, interval=0)  # unlike singleShot(0): after paint
        self._looking.timeout.connect(self._look)
        place.moved.connect(self._follow)

    def begin(self) -> None:
        """Read the people, the counts and the last scans; scans are answered before that has ended."""
        self._load_people()
        self._load_board()
        self._telling_recent.start()

    def end(self) -> None:
        """Ask for nothing more, take in nothing that comes late, and let the people be garbage."""
        self._looks.end()
        for timer in (self._telling_recent, self._looking):
            timer.stop()
        self._slices.stop()
        self._lasting.let_go()

    def put(self, person: Attendee) -> None:
        """Let a person be found by what is known now."""
        self.index.put(person)

    def look_again(self, attendee_ids: Sequence[str] = ()) -> None:
        """Read a few people again after something happened to them, and the last scans, soon."""
        self._telling_recent.start()
        self._to_look.update(dict.fromkeys(attendee_ids))
        if self._news_of is not None or self._slices.busy:
            self._since_news.update(dict.fromkeys(attendee_ids))  # the news do not know of it
        if self._to_look:
            self._looking.start()

    def _look(self) -> None:
        attendee_ids, session = tuple(self._to_look), self._place.session
        self._to_look.clear()
        if session is not None:
            self._looks.look(
                self._writer,
                lambda desk: state_of(desk, self._event_id, session.key, attendee_ids),
                lambda states: self._seen(session.key, states),
                lambda: self.look_again(attendee_ids),
            )

    def look_whether_others_wrote(self) -> None:
        """Ask again for what could not be read, and whether another program or page wrote.

        While the store is busy, the next time will do.
        """
        self._looks.take_again()
        if not self._writer.waiting:
            self._looks.look(self._writer, written, self._others_stamp, _nothing)

    def _load_people(self) -> None:
        def failed(failure: Failure) -> None:
            """Tell it once: they are asked for each second."""
            if not self._told_failure:
                self._told_failure = True
                self.failed.emit(failure)

        self._looks.look(
            self._reader,
            lambda desk: search.load(desk, self._event_id),
            self._loaded,
            self._load_people,
            failed,
        )

    def _loaded(self, loaded: search.Loaded) -> None:
        self.index, self._told_failure = loaded.index, False
        self._read_changes(loaded)
        self._lasting.hold()
        self.people_changed.emit()

    def _read_changes(self, loaded: search.Loaded) -> None:
        self._looks.look(
            self._reader,
            lambda desk: search.changes_since(desk, self._event_id, loaded.nth),
            lambda changes: self._take(loaded.index, changes),
            lambda: self._read_changes(loaded),
        )

    def _take(self, index: search.Index, changes: search.Changes) -> None:
        """Take in whom anybody changed while the people were read."""
        for attendee_id in changes.gone:
            index.remove(attendee_id)
        self._slices.do(changes.people, index.put, self.people_changed.emit)

    def _follow(self) -> None:
        """Read the counts of the session at hand, where it is another."""
        session = self._place.session
        if session is not None and (self.board is None or self.board.session.key != session.key):
            self.board = None
            self.people_changed.emit()
            self._load_board()

    def _load_board(self) -> None:
        """Read the counts of the session at hand, unless they are being read."""
        session = self._place.session
        if session is None or session == self._board_of:
            return
        self._board_of = session

        def ended() -> None:
            if self._board_of is session:
                self._board_of = None

        def came(board: Board) -> None:
            ended()
            self._board_came(board)

        self._looks.look(
            self._reader,
            lambda desk: load_board(desk, self._event_id, session.key),
            came,
            self._follow,
            lambda _: ended(),
        )

    def _board_came(self, board: Board) -> None:
        """Show a board, and take in what happened at the door while it was read."""
        session = self._place.session
        if session is not None and board.session.key == session.key:
            self.board = board
            self._change = board.seen.change if self._change is None else self._change
            board.seen = replace(board.seen, change=self._change)  # what is not in the index comes with the news
            self._lasting.hold()
            self._version = _NEVER
            self._read_news(board, _NEVER)
            self.people_changed.emit()

    def _seen(self, session_key: str, states: Sequence[Standing]) -> None:
        """Take in a few people; their stays only where the board is still of that session."""

        def take(state: Standing) -> None:
            self.index.put(state[0])
            if self.board is not None and self.board.session.key == session_key:
                self.board.apply(*state)

        self._slices.do(states, take, self.people_changed.emit)

    def _ask_recent(self) -> None:
        self._looks.look(
            self._writer,
            lambda desk: recent.recent(desk, self._event_id, limit=_RECENT),
            self.recent_changed.emit,
            self._telling_recent.start,
        )

    def _others_stamp(self, version: tuple[int, int]) -> None:
        """Read whom another program changed or scanned, or another page of ours; our own scans do not move it."""
        board = self.board
        if board is None or board is self._news_of or self._slices.busy:
            return  # the next time tells it again
        if version != self._version:
            self._read_news(board, version)

    def _read_news(self, board: Board, version: tuple[int, int]) -> None:
        self._news_of = board

        def ended() -> None:
            if self._news_of is board:
                self._news_of = None

        def came(news: News) -> None:
            ended()
            self._others_wrote(board, version, news)

        self._looks.look(
            self._reader,
            lambda desk: news_since(desk, self._event_id, board.session.key, board.seen),
            came,
            _nothing,
            lambda _: ended(),
        )

    def _others_wrote(self, board: Board, version: tuple[int, int], news: News) -> None:
        """Take in what another program wrote: of thousands, some at a time, for scans go on meanwhile."""

        def take(one: tuple[int, Standing]) -> None:
            nth, (person, stays) = one
            self.index.put(person)
            if person.id not in self._since_news:
                board.apply(person, stays)
            if nth % _FROZEN == _FROZEN - 1:
                self._lasting.hold()

        def forget(attendee_id: str) -> None:
            self.index.remove(attendee_id)
            board.remove(attendee_id)

        def taken() -> None:
            board.seen, self._change = news.seen, news.seen.change
            if board is self.board:
                self._version = version
            late, self._since_news = tuple(self._since_news), {}
            self.look_again(late)
            self.people_changed.emit()

        if len(news.standings) > _FROZEN:
            self._lasting.hold()
        self._slices.do(news.gone, forget, lambda: None)
        self._slices.do(enumerate(news.standings), take, taken)


def _nothing() -> None:
    """Ask for nothing: the next tick asks whether somebody wrote."""
