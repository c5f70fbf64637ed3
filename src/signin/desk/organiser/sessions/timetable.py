"""The timetable under hands: sessions are chosen, moved, lengthened and drawn with the mouse or the keys."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.drag import Drag, Hold, Span
from signin.desk.organiser.sessions.timetable_face import TimetableFace
from signin.desk.start.page import ENTER
from signin.domain.event import Session
from signin.domain.timetable import STEP, ended_at, moved, snapped
from signin.services.sessions import Timetable as Facts

STILL_MS = 600
"""So long after the last key, what the keys moved is one change."""
_EDGE = 7
_HOUR = timedelta(hours=1)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MOVES = {
    Qt.Key.Key_Up: -STEP,
    Qt.Key.Key_Down: STEP,
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
}
_LENGTHENS = {Qt.Key.Key_Up: -STEP, Qt.Key.Key_Down: STEP, Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
_FIRST_OR_LAST = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Timetable(TimetableFace):
    """`edited` tells a session as it was and as it is to be; what is shown is ahead of the store until then.

    `opened` and `removed` tell the key of a session, `drawn` begin and end of one that is to be new, `picked` that
    another is chosen or is being moved. Arrow keys move, with Ctrl they lengthen; many in a row are one change.
    """

    edited = Signal(object, object)
    opened = Signal(str)
    removed = Signal(str)
    drawn = Signal(object, object)
    new_wanted = Signal()
    picked = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, parent)
        self._drag: Drag | None = None
        self._span: Span | None = None
        self._pressed = QPointF()
        self._before: Session | None = None
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.flush)

    def show_facts(self, facts: Facts) -> None:
        """Show what is in the store; what is held now goes on, unless somebody else changed it meanwhile."""
        before = self._before or (self._drag.session if self._drag else None)
        held = self.shown.get(before.key) if before else None
        super().show_facts(facts)
        if before is not None and held is not None and self.shown.get(before.key) == before:
            self._try(held)
        else:
            self.let_go()

    def let_go(self) -> None:
        """Hold nothing any more."""
        self._drag = self._span = self._before = self.ghost = None
        self._still.stop()
        self.viewport().update()

    def choose(self, key: str) -> None:
        """Choose a session."""
        self.flush()
        self.current = key
        self._again()
        self.show_chosen()
        self.picked.emit()

    def flush(self) -> None:
        """Tell what the keys have moved so far."""
        self._still.stop()
        before, self._before = self._before, None
        if before is not None and (after := self.shown.get(before.key)) not in {None, before}:
            self.edited.emit(before, after)

    @property
    def is_ahead(self) -> bool:
        """Whether keys or mouse have moved something that is not told yet."""
        return self._before is not None or self._is_moving

    def _try(self, session: Session) -> None:
        """Show a session as it would be."""
        self.shown[session.key] = session
        self._again()
        self.show_chosen()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a session, or begin to draw a new one."""
        grid, at = self.grid, event.position()
        if grid is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = at
        key, moment = self.key_at(at), grid.moment_at(at + self._scrolled)
        if at.y() < grid.top or at.x() < grid.left:
            return
        if key:
            self.choose(key)
            session = self.shown[key]
            self._drag = Drag(self._hold_at(key, at), session, moment - session.starts_at)
        else:
            self.flush()
            self._span = Span(moment)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what comes of it; without a button, how it would be held."""
        grid, at = self.grid, event.position()
        if grid is None:
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._point(at)
        elif self._is_moving or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._follow(grid.moment_at(at + self._scrolled))

    @property
    def _is_moving(self) -> bool:
        moved_away = self._drag is not None and self.shown.get(self._drag.session.key) != self._drag.session
        return moved_away or self.ghost is not None

    def _follow(self, moment: datetime) -> None:
        if self._drag is not None and self.facts is not None:
            self._try(self._drag.at(moment, self.facts.event))
        elif self._span is not None:
            self.ghost = self._span.until(moment)
            self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go: what was moved is told, what was drawn is asked about."""
        drag, ghost = self._drag, self.ghost
        self._drag = self._span = self.ghost = None
        self.viewport().update()
        if ghost is not None:
            self.drawn.emit(*ghost)
        elif drag is not None and self.shown[drag.session.key] != drag.session:
            self.edited.emit(drag.session, self.shown[drag.session.key])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a session; on an empty place begin a new one of an hour."""
        grid, at = self.grid, event.position()
        if key := self.key_at(at):
            self.opened.emit(key)
        elif grid is not None and at.y() >= grid.top and at.x() >= grid.left:
            begins = snapped(grid.moment_at(at + self._scrolled))
            self.drawn.emit(begins, begins + _HOUR)

    def _hold_at(self, key: str, at: QPointF) -> Hold:
        box = self.places()[key]
        edge = min(_EDGE, box.height() / 3)
        if at.y() >= box.bottom() - edge:
            return "end"
        return "begin" if at.y() <= box.top() + edge else "move"

    def _point(self, at: QPointF) -> None:
        key = self.key_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if key:
            sizes = self._hold_at(key, at) != "move"
            shape = Qt.CursorShape.SizeVerCursor if sizes else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    # The keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the page while something is held that it puts back."""
        held = self.is_ahead
        override = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and held:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, lengthen, open, remove, or begin a new one."""
        key, chosen = Qt.Key(event.key()), self.chosen
        if key in (Qt.Key.Key_Insert, Qt.Key.Key_N) and not event.modifiers() & _COMMAND:
            self.flush()
            self.new_wanted.emit()
        elif key == Qt.Key.Key_Escape and self.is_ahead:
            self._put_back()
        elif key in _FIRST_OR_LAST and self.shown:
            self.choose(self.in_order[_FIRST_OR_LAST[key]].key)
        elif chosen is None or not self._is_for_session(key, event, chosen):
            super(QAbstractScrollArea, self).keyPressEvent(event)

    def _is_for_session(self, key: Qt.Key, event: QKeyEvent, chosen: Session) -> bool:
        modifiers = event.modifiers() & (_COMMAND | Qt.KeyboardModifier.ShiftModifier)
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in _LENGTHENS:
            self._nudge(ended_at(chosen, chosen.ends_at + _LENGTHENS[key]))
        elif modifiers:
            return False
        elif key in _MOVES and self.facts is not None:
            self._nudge(moved(chosen, _MOVES[key], self.facts.event))
        elif key in ENTER:
            self.flush()
            self.opened.emit(chosen.key)
        elif key == Qt.Key.Key_Delete:
            self.flush()
            self.removed.emit(chosen.key)
        else:
            return False
        return True

    def _nudge(self, session: Session) -> None:
        """Show what a key moved, and wait whether more keys come."""
        if self._before is None:
            self._before = self.chosen
        self._try(session)
        self.fit_hours()  # not while the mouse drags: what it holds would jump
        self.show_chosen()
        self._still.start()
        self.picked.emit()

    def _put_back(self) -> None:
        """Let go without a change."""
        held = self._before or (self._drag.session if self._drag else None)
        self.let_go()
        self.picked.emit()
        if held is not None:
            self._try(held)
            self.fit_hours()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt hands it over by place
        """Let Tab go from session to session, then on."""
        keys = [session.key for session in self.in_order]
        nth = keys.index(self.current) + (1 if forward else -1) if self.current in keys else -1
        if 0 <= nth < len(keys):
            self.choose(keys[nth])
            return True
        self.flush()
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first session, coming backwards with the last."""
        super().focusInEvent(event)
        ends = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: -1}
        if event.reason() in ends and self.shown:
            self.choose(self.in_order[ends[event.reason()]].key)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was moved, before something else is done."""
        super().focusOutEvent(event)
        self.flush()
        self.viewport().update()
