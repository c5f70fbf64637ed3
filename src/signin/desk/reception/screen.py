"""The reception screen: everything by the door in one window, and nothing that asks for a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.sounds import Sounds
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception import face
from signin.desk.reception.actions import Action
from signin.desk.reception.beside import Beside
from signin.desk.reception.controller import Reception
from signin.desk.reception.counts_card import CountsCard
from signin.desk.reception.finding import Finding
from signin.desk.reception.hits import HitList
from signin.desk.reception.offer_bar import OfferBar
from signin.desk.reception.recent_card import RecentCard
from signin.desk.reception.search_field import SearchField
from signin.desk.reception.session_bar import SessionBar
from signin.desk.reception.session_words import session_title
from signin.desk.reception.verdict_field import VerdictField
from signin.domain.attendee import Attendee
from signin.domain.event import Session
from signin.domain.presence import Presence
from signin.domain.scan import Direction
from signin.services.admit import Answer
from signin.words import Failure, Message, say

_HAVE_BUTTONS = {"F6"}
"""Keys that a button listens to which is always there."""
_NOBODY: tuple[Attendee | None, Answer | None] = (None, None)
_SIDE = 320
_PANEL = 420


class ReceptionScreen(QWidget):
    """Puts the parts together: what is scanned or found goes to the controller, what it answers to the field.

    A panel stands in the place of the counts, so that the verdict and the search stay where they are.
    """

    def __init__(
        self,
        voice: Voice,
        look: Look,
        sounds: Sounds,
        reception: Reception,
        desk_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.voice, self.look, self.sounds, self.reception = voice, look, sounds, reception
        self.session_bar = SessionBar(voice, look, reception, desk_name)
        self.offer = OfferBar(voice, look)
        self.verdict = VerdictField(voice, look, self._waiting_face())
        self.search = SearchField(voice)
        self.hits = HitList(voice, look, self._presence_of, self)
        self.counts = CountsCard(voice, look)
        self.recent = RecentCard(voice, look)
        self._finding = Finding(reception, self.search, self.hits, self.verdict, self._waiting_face)
        Beside(reception, self.verdict, self)
        self._side = QStackedWidget()
        self._actions = QHBoxLayout()
        self._panel: Panel | None = None
        self._about = _NOBODY
        self._not_saved = False
        self._arrange()
        self._connect()

    # Arranging

    def _arrange(self) -> None:
        overview, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.counts)
        column.addWidget(self.recent, 1)
        overview.setLayout(column)
        self._side.addWidget(overview)
        bottom = QHBoxLayout()
        bottom.addWidget(self.search, 1)
        left, middle, whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        left.addWidget(self.verdict, 1)
        left.addLayout(bottom)
        left.addLayout(self._actions)
        middle.addLayout(left, 1)
        middle.addWidget(self._side)
        whole.addWidget(self.session_bar)
        whole.addWidget(self.offer)
        whole.addLayout(middle, 1)
        for layout in (column, bottom, left, middle, whole):
            layout.setSpacing(SPACE.medium)
        self.hits.hide()
        whole.setContentsMargins(*[SPACE.medium] * 4)
        dress(self.search, type="title")
        self._set_side_width()

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Give each action its key, and those that are shown a button under the search field."""
        for action in actions:
            if action.shown:
                button = ActionButton(self.voice, self.look, action.text, action.icon, shortcut=action.shortcut)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
                button.clicked.connect(lambda _=False, act=action.act: act())
                self._actions.addWidget(button)
            elif action.shortcut not in _HAVE_BUTTONS:
                QShortcut(QKeySequence(action.shortcut), self, autoRepeat=False).activated.connect(action.act)

    def _connect(self) -> None:
        reception = self.reception
        reception.answered.connect(self._show_answer)
        reception.failed.connect(self._show_failure)
        reception.done.connect(self.tell)
        reception.taking_back.nothing.connect(lambda message: self.verdict.show_face(face.nothing(message)))
        reception.noted.connect(self._note)
        reception.place.asks.connect(self._note_use)
        reception.moved.connect(self._show_moved)
        reception.offered.connect(self._show_offer)
        reception.people_changed.connect(self._show_people)
        reception.recent_changed.connect(self.recent.show_scans)
        reception.writer.saving.connect(self._show_saving)
        reception.writer.not_saved.connect(self._show_not_saved)
        reception.writer.settled.connect(self._show_settled)
        self.recent.undo.connect(reception.taking_back.undo)
        self.recent.redo.connect(reception.taking_back.redo)
        self.recent.taken_back.connect(reception.taking_back.void)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_to_the_door)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self).activated.connect(reception.taking_back.redo)
        self.offer.taken.connect(reception.place.take_offer)
        self.voice.changed.connect(self._show_moved)
        self.look.changed.connect(self._set_side_width)

    # What the desk says

    def _waiting_face(self) -> face.Face:
        self._waits = self._made_waiting_face()
        return self._waits

    def _made_waiting_face(self) -> face.Face:
        session, board = self.reception.session, self.reception.board
        if session is None:
            return face.no_session()
        if board is not None and not board.people:
            return face.empty_roster()
        title = session_title(session, self.voice.language)
        if self.reception.direction is Direction.OUT:
            return face.leaving(title)
        return face.waiting(title, session, self.reception.clock())

    def _show_answer(self, answer: Answer) -> None:
        self.hits.hide()  # what was typed stays, and what the desk says is seen whole
        self.verdict.show_face(face.face_of(answer))
        self.sounds.play(answer.verdict.tone)

    def _show_failure(self, failure: Failure) -> None:
        self.verdict.show_face(face.refused(failure))

    def tell(self, message: Message) -> None:
        """Say something in the verdict's place, without a tone."""
        self.verdict.show_face(face.told(message))

    def _note(self, message: Message) -> None:
        """Say something under the answer that stands there, or in its place once its colour has gone."""
        if self.verdict.is_quiet or not self.verdict.face.name:
            self.tell(message)
        else:
            self.verdict.show_face(face.noting(self.verdict.face, message))

    def _note_use(self) -> None:
        """Tell that the desk is in use: something is typed, or a panel stands open."""
        if self.search.text() or self._panel is not None:
            self.reception.place.note_use()

    def _show_moved(self) -> None:
        if self.verdict.face.at is None or self.verdict.is_quiet:
            self.verdict.show_face(self._waiting_face())
        self._show_offer(self._offered)

    _offered: Session | None = None

    def _show_offer(self, session: Session | None) -> None:
        self._offered = session
        self.offer.show_offer(session)

    def _show_people(self) -> None:
        """Show who is here; that nobody is on the roster goes once somebody is."""
        self.counts.show_board(self.reception.board)
        self._finding.look_again()
        if self.verdict.face == self._waits != (waits := self._waiting_face()):
            self.verdict.show_face(waits)

    def _show_saving(self) -> None:
        if not self._not_saved:
            self.session_bar.tell_saved(say("Saving …"), "saving")

    def _show_not_saved(self, failure: Failure) -> None:
        self._not_saved = True
        self.verdict.show_face(face.not_saved(failure, self.reception.writer.unsaved))
        self.session_bar.tell_saved(say("Not saved"), "not-saved")

    def _show_settled(self, written: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        """Say that all is saved; after a failure, which the verdict tells, nothing until the next is."""
        self._not_saved = False
        if self.session_bar.saved != "saved":
            self.session_bar.tell_saved(*((say("Saved"), "saved") if written else (None, "failed")))

    # Finding

    def _presence_of(self, attendee_id: str) -> Presence | None:
        board = self.reception.board
        return None if board is None else board.presence_of(attendee_id)

    @property
    def person(self) -> Attendee | None:
        """Whom the next action is about: who is selected in the hits, else who stands at the desk.

        But a panel that stands open since the last answer says whom it is about.
        """
        if self.hits.isVisible():
            return self.hits.current
        about, since = self._about
        if about is None or since is not self.reception.last:
            return self.reception.stands_here
        return self.reception.index.get(about.id) or about

    # Panels

    @property
    def panel(self) -> Panel | None:
        """The panel that stands open, if one does."""
        return self._panel

    def open_panel(self, panel: Panel, about: Attendee | None = None) -> None:
        """Put a panel in the place of the counts, about one person maybe; what stood there before is closed."""
        self.close_panel()
        self.hits.hide()  # what is typed stays; the list would lie over the panel
        self._panel, self._about = panel, (about, self.reception.last)
        panel.closed.connect(self.close_panel)
        self._side.addWidget(panel)
        self._side.setCurrentWidget(panel)
        self._set_side_width()
        panel.start()

    def close_panel(self) -> None:
        """Go back to the counts and the search field."""
        panel, self._panel, self._about = self._panel, None, _NOBODY
        if panel is not None:
            self._side.removeWidget(panel)
            panel.setParent(None)  # the stack would keep the Python side of it for ever
            panel.deleteLater()
            self._side.setCurrentIndex(0)
            self._set_side_width()
            self.search.setFocus()

    def back_to_the_door(self) -> None:
        """Close what is open, empty the search field, and go back to arriving; choose no scan of the list."""
        if self._panel is not None:
            self.close_panel()
        elif self.search.text():
            self.search.clear()
        else:
            self.reception.place.go_back_to_arriving()
            if not self._not_saved:
                self.verdict.show_face(self._waiting_face())
        self.recent.let_go()
        self.search.setFocus()

    def _set_side_width(self) -> None:
        self._side.setFixedWidth(round((_SIDE if self._panel is None else _PANEL) * self.look.scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list of hits follow."""
        super().resizeEvent(event)
        if self.hits.isVisible():
            self._finding.place()
