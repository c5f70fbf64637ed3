"""What happened at an event and who did it, line by line; and whether the record is whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from shiboken6 import isValid

from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.records.filter_bar import FilterBar
from signin.desk.organiser.records.line_card import LineCard
from signin.desk.organiser.records.lines_table import LinesTable
from signin.desk.organiser.save_dialog import TABLES, ask_place
from signin.desk.start.page import Page
from signin.desk.work.background import Background, Progress, Stopped
from signin.desk.work.store_worker import StoreWorker
from signin.domain.verdict import Tone
from signin.services import history
from signin.services.desk import Desk
from signin.services.history import Filter, HistoryPage, Known, Place
from signin.services.history_file import write_history
from signin.services.record_check import Checked, check_record
from signin.store import Store
from signin.words import Failure, Message, say

T = TypeVar("T")
PAGE = 100
"""So many lines are read at once."""
_CARD_WIDTH = 340


class RecordsPage(Page):
    """Reads lines as somebody scrolls; what takes long is done beside the window and can be stopped."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Records"), parent, way_back=False)
        self._reader, self._event_id = reader, event_id
        self._following: Place | None = None
        self._only: Filter | None = None
        self._asked = 0
        self._work: Background | None = None
        self.filter, self.table, self.card = FilterBar(voice, look), LinesTable(voice, look), LineCard(voice, look)
        self.progress = QProgressBar(textVisible=False)
        self.cancel = ActionButton(voice, look, say("Cancel"), "close")
        self.check = ActionButton(voice, look, say("Check the record"), "check", "Ctrl+K")
        self.save = ActionButton(voice, look, say("Save as a table"), "export", "Ctrl+S")
        self._arrange()
        self._connect()
        self.card.show_line(None)

    def _arrange(self) -> None:
        card = Card(self.voice, self.look)
        card.body.addWidget(self.filter)
        card.body.addWidget(self.table, 1)
        self._row = QHBoxLayout()
        self._row.addWidget(card, 1)
        self._row.addWidget(self.card)
        self.body.addLayout(self._row, 1)
        for widget in (self.progress, self.cancel, self.check, self.save):
            self.buttons.addWidget(widget)
        self.voice.tell(self.progress, self.progress.setAccessibleName, say("How far it is"))
        self.progress.hide()
        self.cancel.hide()
        self.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.card.setFixedWidth(self.look.px(_CARD_WIDTH))
        self.progress.setFixedWidth(self.look.px(_CARD_WIDTH) // 2)
        self._row.setSpacing(self.look.px(SPACE.medium))

    def _connect(self) -> None:
        self.filter.changed.connect(self._ask)
        self.table.lines.wanted.connect(self._ask_more)
        self.table.moved.connect(lambda: self.card.show_line(self.table.chosen))
        self.check.clicked.connect(self._check)
        self.save.clicked.connect(self._ask_place)
        self.cancel.clicked.connect(self._stop)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is now."""
        super().showEvent(event)
        self._do(lambda desk: history.known(desk, self._event_id), self._offer)
        self._ask()

    def _offer(self, known: Known) -> None:
        self.filter.offer(known)
        if self._only is None:
            self._ask()

    def _ask(self) -> None:
        """Read the first lines of what is wanted; an answer that comes after another question is dropped."""
        self._only = only = self.filter.wanted
        self._asked += 1
        if only is None:
            self.filter.complain()
            return
        asked = self._asked
        self._do(
            lambda desk: history.of_event(desk, self._event_id, most=PAGE, only=only),
            lambda page: self._show(page) if asked == self._asked else None,
        )

    def _ask_more(self) -> None:
        only, place, asked = self._only, self._following, self._asked
        if only is None or place is None:
            return
        self._do(
            lambda desk: history.of_event(desk, self._event_id, most=PAGE, before=place, only=only),
            lambda page: self._add(page) if asked == self._asked else None,
        )

    def _show(self, page: HistoryPage) -> None:
        self._following = page.following
        self.table.show_lines(page.lines, more=page.following is not None)
        if not page.lines:
            nothing = self._only == history.EVERYTHING
            self._say(
                say("Nothing has happened yet.") if nothing else say("No line fits. Ask for less."), Tone.LOOK
            )
        elif self._work is None:
            self.complain(None)

    def _add(self, page: HistoryPage) -> None:
        self._following = page.following
        self.table.lines.add(page.lines, more=page.following is not None)

    def _do(self, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        self._reader.do(verb, then, self._refuse, looks=True, owner=self)

    # What takes long

    def _check(self) -> None:
        self._begin(
            say("Looking through the record …"),
            lambda desk, progress: check_record(desk, progress.at),
            self._checked,
        )

    def _checked(self, found: Checked) -> None:
        self._say(found.message, Tone.GO if found.is_whole else Tone.STOP)

    def _ask_place(self) -> None:
        if self._only is not None:
            ask_place(self.voice, self, self.voice.text(say("History")), TABLES, self._write)

    def _write(self, path: Path) -> None:
        only, language = self._only, self.voice.language
        if only is None:
            return
        self._begin(
            say("Writing {file} …", file=path.name),
            lambda desk, progress: write_history(desk, self._event_id, path, only, language, progress.at),
            lambda count: self._say(say("Lines in “{path}”: {count}.", count=count, path=str(path)), Tone.GO),
        )

    def _begin(self, told: Message, work: Callable[[Desk, Progress], T], then: Callable[[T], None]) -> None:
        """Do something beside the window, in a connection of its own."""
        if self._work is not None:
            return
        desk = self._reader.desk

        def beside(progress: Progress) -> T:
            with Store(desk.store.path) as store:
                return work(replace(desk, store=store), progress)

        # Of the application: the page may go before it ends.
        background = Background(
            beside,
            lambda found: self._ended(lambda: then(found)),
            lambda failure: self._ended(lambda: self._refuse(failure)),
            QCoreApplication.instance(),
            what=told,
        )
        background.moved.connect(self._advance)
        background.finished.connect(background.deleteLater)
        self._work = background
        self._say(told, Tone.LOOK)
        self.progress.setRange(0, 0)
        self._follow()
        background.start()

    def _ended(self, answer: Callable[[], None]) -> None:
        if isValid(self):
            self._work = None
            self._follow()
            answer()

    def _advance(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _follow(self) -> None:
        busy = self._work is not None
        for widget in (self.progress, self.cancel):
            widget.setVisible(busy)
        for button in (self.check, self.save):
            button.setEnabled(not busy)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def hideEvent(self, event: object) -> None:
        """Let nothing go on that nobody waits for."""
        self._stop()

    # Telling

    def _say(self, message: Message, tone: Tone) -> None:
        self.notice.tell(message, tone)

    def _refuse(self, failure: Failure) -> None:
        self._say(failure.message, Tone.LOOK if isinstance(failure, Stopped) else Tone.STOP)
