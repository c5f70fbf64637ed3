"""Taking an import back, in two presses: first what will happen is said, or who and what stands against it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.rows_table import RowsTable
from signin.desk.work.late import ask_for
from signin.desk.work.store_worker import StoreWorker
from signin.domain.verdict import Tone
from signin.services import importing
from signin.services.importing import Hanging, TakenBack
from signin.store.import_runs import ImportRun
from signin.words import Failure, Message, mark, say

_HEADS = ((mark("No."), 2), (mark("Name"), 6), (mark("What hangs on it"), 12))
_UNSEALED = mark("{told} It is not sealed: whether what was kept of it was edited since, nobody can tell.")


def taken_back_words(done: TakenBack) -> Message:
    """Say what was undone."""
    return say(
        "The import was taken back. Removed: {removed}; as they were before: {restored}.",
        removed=done.removed,
        restored=done.restored,
    )


class TakeBackBar(QWidget):
    """Emits `taken` with what was undone. `show_run` says which import it is about, None for none.

    `unfolded` tells when it needs room for a question or an answer, and when no more.
    """

    taken = Signal(object)
    unfolded = Signal(bool)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._writer, self._reader, self._clock = writer, reader, clock
        self._run: ImportRun | None = None
        self.asked, self.refused = LaoLabel(), Notice(voice, look)
        self.hanging = RowsTable(voice, look, say("Who and what stands against it"))
        self.begin = ActionButton(voice, look, say("Take back this import"), "undo")
        self.sure = ActionButton(voice, look, say("Yes, take it back"), "undo", kind="stop")
        self.leave = ActionButton(voice, look, say("Leave it"), "close")
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for button in (self.begin, self.sure, self.leave):
            self._row.addWidget(button)
        self._row.addStretch()
        for part in (self.asked, self.refused, self.hanging):
            self._column.addWidget(part)
        self._column.addLayout(self._row)
        self.begin.clicked.connect(self._ask)
        self.sure.clicked.connect(self._take_back)
        self.leave.clicked.connect(self._left)
        look.changed.connect(self._space)
        self._space()
        self.show_run(None)

    def _space(self) -> None:
        for layout in (self._row, self._column):
            layout.setSpacing(self._look.px(SPACE.small))

    def show_run(self, run: ImportRun | None) -> None:
        """Offer to take this import back; one that was taken back is not offered again."""
        self._run = run
        self._be_at_rest()
        self.begin.setEnabled(run is not None and run.taken_back_at is None)

    def _be_at_rest(self) -> None:
        for part in (self.asked, self.refused, self.hanging, self.sure, self.leave):
            part.hide()
        self.begin.show()
        self.unfolded.emit(False)

    def _ask(self) -> None:
        run = self._run
        assert run is not None
        self.begin.setEnabled(False)
        verb = lambda desk: importing.hanging_on(desk, run.id)  # noqa: E731 - one line for the worker
        ask_for(self, self._reader, verb, self._answer, self._fail, looks=True)

    def _answer(self, hanging: list[Hanging]) -> None:
        assert self._run is not None
        self.begin.setEnabled(True)
        self.unfolded.emit(True)
        if hanging:
            self._refuse(hanging)
            return
        told = say(
            "People taken off the roster with their codes: {added}; as they were before: {changed}.",
            added=self._run.added,
            changed=self._run.changed,
        )
        if not self._run.sealed:
            told = say(_UNSEALED, told=told)
        self._voice.tell(self.asked, self.asked.setText, told)
        for part in (self.asked, self.sure, self.leave):
            part.show()
        self.begin.hide()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, hanging: list[Hanging]) -> None:
        people = len({one.person.id for one in hanging})
        self._say(
            say(
                "It cannot be taken back: something hangs on {people} people already. "
                "Put single people right on the roster instead.",
                people=people,
            ),
            Tone.LOOK,
        )
        rows = [(str(one.person.number), one.person.full_name, importing.what_hangs(one)) for one in hanging]
        self.begin.hide()
        self.hanging.show()
        self.leave.show()
        self.hanging.show_rows(_HEADS, rows)
        self.hanging.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> None:
        self._be_at_rest()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        run, now = self._run, self._clock()
        assert run is not None
        self.sure.setEnabled(False)
        ask_for(self, self._writer, lambda desk: importing.take_back(desk, run.id, now), self._done, self._fail)

    def _done(self, done: TakenBack) -> None:
        self.sure.setEnabled(True)
        self.show_run(None)
        self.taken.emit(done)

    def _fail(self, failure: Failure) -> None:
        self.sure.setEnabled(True)
        self._be_at_rest()
        self.begin.setEnabled(True)
        self._say(failure.message, Tone.STOP)

    def _say(self, message: Message, tone: Tone) -> None:
        self.refused.tell(message, tone)
