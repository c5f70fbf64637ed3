"""Whether another desk has changed the event while its door is open: then the door goes by what holds now."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.desk.reception.session_words import session_title
from signin.desk.work.store_worker import StoreWorker
from signin.domain.event import Session
from signin.services.event_news import EventNews, event_news
from signin.words import Message, say

_EVERY_MS = 1000


class EventWatch(QObject):
    """Looks every second, beside the door's own work; a session that is gone is left, and that is said."""

    def __init__(self, reader: StoreWorker, reception: Reception, voice: Voice) -> None:
        super().__init__(reception)
        self._reader, self._reception, self._voice = reader, reception, voice
        self._version: int | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask whether anybody wrote; while the reader has work, the next time will do."""
        if self._reader.waiting:
            return
        event_id, version = self._reception.meeting.id, self._version
        self._reader.do(
            lambda desk: event_news(desk, event_id, version), self._came, lambda _: None, looks=True, owner=self
        )

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _came(self, news: EventNews | None) -> None:
        if news is None:
            return
        self._version = news.version
        reception = self._reception
        if (news.event, news.sessions) == (reception.meeting, reception.sessions):
            return
        before = reception.session
        reception.follow(news.event, news.sessions)
        if before is not None and before.key not in {one.key for one in news.sessions}:
            reception.done.emit(self._left(before, reception.session))

    def _left(self, before: Session, here: Session | None) -> Message:
        """Say that the desk stands elsewhere now."""
        gone = session_title(before, self._voice.language)
        if here is None:
            return say("“{session}” was removed at another desk. There is no session any more.", session=gone)
        return say(
            "“{session}” was removed at another desk. This desk is at “{other}” now.",
            session=gone,
            other=session_title(here, self._voice.language),
        )
