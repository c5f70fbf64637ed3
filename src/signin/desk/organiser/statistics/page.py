"""An event in figures: a chart, its numbers below, of all or of a session; saved or copied for reports."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.order_card import SessionList
from signin.desk.organiser.save_dialog import PICTURES, TABLES, ask_place
from signin.desk.organiser.statistics.chart import Chart, picture_of, summary
from signin.desk.organiser.statistics.numbers_table import NumbersTable
from signin.desk.start.page import Page
from signin.desk.work.store_worker import StoreWorker
from signin.domain.verdict import Tone
from signin.exchange.table_file import TableNotWritten
from signin.services import board
from signin.services.desk import Desk
from signin.services.statistics import VIEWS, Statistics, View, statistics_of, write_statistics
from signin.words import Failure, Message, say

T = TypeVar("T")
LOOK_MS = 3000
"""So often it is looked whether something changed."""
_REST = 10
"""So many times as long as counting took it is not done again by itself: the door goes before."""
_SIDE_WIDTH = 330


class StatisticsPage(Page):
    """Reads the figures when shown, and again when something changed while it is."""

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
        super().__init__(voice, look, say("Statistics"), parent, way_back=False)
        self._reader, self._event_id, self._clock = reader, event_id, clock
        self._found: Statistics | None = None
        self._stamp: int | None = None
        self._asked = self._answered = 0
        views = [(view, say(word)) for view, word in VIEWS.items()]
        self.view: Choice[View] = Choice(voice, look, say("What is shown"), views, value=View.ARRIVALS)
        self.sessions = SessionList(voice, look)
        self.told, self.chart, self.table = LaoLabel(), Chart(voice, look), NumbersTable(voice, look)
        self.copy = ActionButton(voice, look, say("Copy"), "copy", "Ctrl+Shift+C")
        self.picture = ActionButton(voice, look, say("Save as picture"), "chart", "Ctrl+P")
        self.save = ActionButton(voice, look, say("Save the numbers"), "export", "Ctrl+S")
        self._arrange()
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._look_again)
        self._connect()
        self._follow()

    def _arrange(self) -> None:
        self.side, right = Card(self.voice, self.look), Card(self.voice, self.look)
        self.side.body.addWidget(self.view)
        label = LaoLabel()
        dress(label, ink="quiet", type="small")
        self.voice.tell(label, label.setText, say("For the whole event or a session"))
        label.setBuddy(self.sessions)
        self.side.body.addWidget(label)
        self.side.body.addWidget(self.sessions, 1)
        dress(self.told, bold=True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.chart)
        self.voice.tell(self.area, self.area.setAccessibleName, say("Chart"))
        column = QVBoxLayout()
        column.addWidget(self.told)
        column.addWidget(self.area, 5)
        column.addWidget(self.table, 4)
        right.body.addLayout(column)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.side)
        self._columns.addWidget(right, 1)
        self.body.addLayout(self._columns, 1)
        for button in (self.copy, self.picture, self.save):
            self.buttons.addWidget(button)
        self.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.side.setFixedWidth(self.look.px(_SIDE_WIDTH))
        self._columns.setSpacing(self.look.px(SPACE.medium))

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _: self._draw())
        self.sessions.chosen.connect(self.refresh)
        self.copy.clicked.connect(self._copy)
        self.picture.clicked.connect(self._ask_picture)
        self.save.clicked.connect(self._ask_table)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        """Count, and look again from time to time."""
        super().showEvent(event)
        self.refresh()
        self._watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._watch.stop()

    def refresh(self) -> None:
        """Count anew; an answer that comes after another question is dropped."""
        self._asked += 1
        asked, key, began = self._asked, self.sessions.session_key, monotonic()
        if self._found is None:
            self.notice.tell(say("Counting …"), Tone.LOOK)
        self._do(
            lambda desk: (board.stamp(desk), statistics_of(desk, self._event_id, key)),
            lambda answer: self._show(*answer, monotonic() - began) if asked == self._asked else None,
        )

    def _look_again(self) -> None:
        """Count anew if something was written since, and the last question was answered."""
        if self._asked == self._answered:
            self._do(board.stamp, lambda stamp: self.refresh() if stamp != self._stamp else None)

    def _show(self, stamp: int, found: Statistics, seconds: float) -> None:
        """Show the figures; the longer they took to count, the rarer they are counted again."""
        self._watch.setInterval(max(LOOK_MS, round(seconds * _REST * 1000)))
        if self._found is None:
            self.complain(None)
        self._stamp, self._answered = stamp, self._asked
        first = self._found is None or self._found.sessions != found.sessions
        self._found = found
        if first:
            self.sessions.show_sessions(found.sessions)
        self._draw()

    def _draw(self) -> None:
        found, view = self._found, self.view.value or View.ARRIVALS
        if found is not None:
            self.voice.tell(self.told, self.told.setText, summary(found))
            self.chart.show_figures(found, view)
            self.table.show_figures(found, view)
        self._follow()

    def _follow(self) -> None:
        for button in (self.copy, self.picture, self.save):
            button.setEnabled(self._found is not None)

    def _do(self, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        self._reader.do(verb, then, self._refuse, looks=True, owner=self)

    # Saving and copying

    def _image(self, found: Statistics) -> QImage:
        return picture_of(found, self.view.value or View.ARRIVALS, self.voice, self._clock())

    def _copy(self) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setImage(self._image(self._found))
            self._say(say("The picture is on the clipboard. Paste it with Ctrl+V."))

    def _title(self, found: Statistics) -> str:
        view = self.voice.text(say(VIEWS[self.view.value or View.ARRIVALS]))
        return f"{view} {found.event.title}"

    def _ask_picture(self) -> None:
        if self._found is not None:
            ask_place(self.voice, self, self._title(self._found), PICTURES, self._save_picture)

    def _save_picture(self, path: Path) -> None:
        if self._found is not None:
            image = self._image(self._found)
            self._do(lambda desk: _write_picture(desk, image, path), lambda _: self._saved(path))

    def _ask_table(self) -> None:
        if self._found is not None:
            ask_place(self.voice, self, self._title(self._found), TABLES, self._save_table)

    def _save_table(self, path: Path) -> None:
        found, view, language = self._found, self.view.value or View.ARRIVALS, self.voice.language
        if found is not None:
            self._do(lambda _: write_statistics(found, view, path, language), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self._say(say("Saved: “{path}”", path=str(path)))

    # Telling

    def _say(self, message: Message) -> None:
        self.notice.tell(message, Tone.GO)

    def _refuse(self, failure: Failure) -> None:
        self._answered = self._asked
        self.notice.tell(failure.message, Tone.STOP)


def _write_picture(desk: Desk, image: QImage, path: Path) -> None:
    """Write a picture whole or not at all. Raises TableNotWritten, NotToBeReplaced."""
    desk.refuse_to_replace(path)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".picture-", suffix=".png")
    except OSError as error:
        raise TableNotWritten(file=path.name) from error
    os.close(handle)
    part = Path(name)
    try:
        if not image.save(name):
            raise TableNotWritten(file=path.name)
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        raise TableNotWritten(file=path.name) from error
    finally:
        part.unlink(missing_ok=True)
