"""The page of an event's sessions: seen as a timetable, changed in place, each change taken back by a key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.blocks import called
from signin.desk.organiser.sessions.doing import DoingPage
from signin.desk.work.piles import Piles
from signin.desk.work.store_worker import StoreWorker
from signin.domain.event import OPENS_BEFORE, Mode, Session
from signin.domain.timetable import Edit, free_key, half_days_again
from signin.domain.verdict import Tone
from signin.services import search
from signin.services.session_form import SessionDraft
from signin.words import Message, say

_HOUR = timedelta(hours=1)


class SessionsPage(DoingPage):
    """Emits `changed` once something about the sessions was written, which the door shows."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        piles: Piles[Edit] | None = None,
    ) -> None:
        super().__init__(voice, look, writer, reader, event_id, clock, parent, piles=piles)
        self._connect_table()
        self._connect_buttons()
        self._follow()

    def _connect_table(self) -> None:
        self.table.edited.connect(self._change_one)
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove)
        self.table.drawn.connect(self._begin_new)
        self.table.new_wanted.connect(self._ask_new)
        self.table.picked.connect(self._follow)

    def _connect_buttons(self) -> None:
        self.add.clicked.connect(self._ask_new)
        self.change.clicked.connect(lambda: self._open(self.table.current))
        self.remove.clicked.connect(lambda: self._remove(self.table.current))
        self.copy_day.clicked.connect(self._ask_copy)
        self.half_days.clicked.connect(self._make_half_days)
        self.undo.clicked.connect(self._take_back)
        self.redo.clicked.connect(self._do_again)
        self.force.clicked.connect(self._change_all_the_same)
        self.panel.forced.connect(self._change_all_the_same)
        self.panel.accepted.connect(lambda: self._keep(self.panel.wanted()))
        self.panel.widen_wanted.connect(lambda: self._keep(self.panel.without_day()))
        self.panel.who.list_wanted.connect(self._load_index)
        self.copy_panel.accepted.connect(self._copy)
        for panel in (self.panel, self.copy_panel):
            panel.closed.connect(self._close_side)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the sessions, unless one is being typed."""
        super().showEvent(event)
        if self.side is None:
            self.refresh()

    def unsaved(self) -> bool:
        """Whether something is typed or moved that is not stored."""
        typed = self.side is self.panel and self.panel.is_edited
        return typed or self.table.is_ahead or bool(self._writing)

    def go_back(self) -> None:
        """Keep what the keys moved, then leave: the door must hear of it."""
        self.table.flush()
        self._leaving = True
        self._leave_if_wanted()

    # One session

    def _change_one(self, before: Session, after: Session) -> None:
        self._do(Edit(event_id=self._event_id, before=(before,), after=(after,)), _told(say("Changed."), after))

    def _open(self, key: str) -> None:
        session = self.table.shown.get(key)
        if session is not None and self._facts is not None:
            self.table.flush()
            self.show_side(self.panel)
            self.panel.ask(session, self._facts, is_new=False)

    def _remove(self, key: str) -> None:
        self.table.flush()
        session = self.table.shown.get(key)
        if session is not None:
            self._do(Edit(event_id=self._event_id, before=(session,)), _told(say("Removed."), session))

    def _ask_new(self) -> None:
        """Begin a new session after the one chosen, of an hour."""
        if self._facts is None:
            return
        event, chosen = self._facts.event, self.table.chosen
        begins = chosen.ends_at if chosen else datetime.combine(event.starts_on, event.starts_at)
        if begins.date() > event.ends_on or (begins + _HOUR).date() != begins.date():
            begins = datetime.combine(min(begins.date(), event.ends_on), event.starts_at)
        self._begin_new(begins, begins + _HOUR)

    def _begin_new(self, begins: datetime, ends: datetime) -> None:
        if self._facts is None:
            return
        session = Session(
            event_id=self._event_id,
            key=free_key(self.table.shown),
            title="",
            room=self._facts.event.venue,
            starts_at=begins,
            ends_at=ends,
            opens_at=max(begins - OPENS_BEFORE, begins.replace(hour=0, minute=0)),
            closes_at=ends,
            mode=next((one.mode for one in self._facts.sessions), Mode.ARRIVAL),
        )
        self.show_side(self.panel)
        self.panel.ask(session, self._facts, is_new=True)

    def _keep(self, draft: SessionDraft | None) -> None:
        """Store what was typed in the panel."""
        before, facts = self.panel.session, self._facts
        if draft is None or draft.session is None or before is None or facts is None:
            return
        edit = Edit(
            event_id=self._event_id,
            before=() if self.panel.is_new else (before,),
            after=(draft.session,),
            days_before=(facts.event.starts_on, facts.event.ends_on) if draft.days else None,
            days_after=draft.days,
        )
        word = say("Added.") if self.panel.is_new else say("Changed.")
        self._do(edit, _told(word, draft.session))

    def _load_index(self) -> None:
        """Let the roster be searched quickly; long for a large one, so beside the window."""
        event_id, who = self._event_id, self.panel.who
        self._reader.do(
            lambda desk: search.load(desk, event_id),
            lambda found: who.use_index(found.index),
            looks=True,
            owner=self,
        )

    # A day, and all of them

    def _ask_copy(self) -> None:
        self.table.flush()
        if self._facts is not None and self.table.chosen is not None:
            self.show_side(self.copy_panel)
            self.copy_panel.ask(self.table.chosen.starts_at.date(), self._facts)

    def _copy(self) -> None:
        self.copy_panel.complain(None)
        made = self.copy_panel.wanted()
        if made:
            edit = Edit(event_id=self._event_id, after=tuple(made))
            self._do(edit, say("Sessions copied: {count}.", count=len(made)))

    def _make_half_days(self) -> None:
        self.table.flush()
        facts = self._facts
        if facts is None:
            return
        edit = half_days_again(facts.event, facts.sessions, facts.used)
        if edit.is_empty:
            self.notice.tell(say("There is nothing to make again: days with scans stay as they are."), Tone.LOOK)
            return
        gone, made = len(edit.before), len(edit.after)
        told = say("Half-days made: {made}; sessions removed: {gone}. Days with scans stay.", made=made, gone=gone)
        self._do(edit, told)


def _told(word: Message, session: Session) -> Message:
    return say("{word} {session}", word=word, session=called(session))
