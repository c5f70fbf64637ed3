"""What is said beside the answers at the door: that who leaves is noted, and that another session is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from signin.desk.reception import face
from signin.desk.reception.controller import Reception
from signin.desk.reception.verdict_field import VerdictField
from signin.domain.scan import Direction
from signin.domain.verdict import Closed
from signin.services.admit import Answer
from signin.words import say


class Beside(QObject):
    """Lets the ground of the verdict tell the way, and the line under a name the session that is on offer."""

    def __init__(self, reception: Reception, verdict: VerdictField, parent: QObject) -> None:
        super().__init__(parent)
        self._reception, self._verdict = reception, verdict
        reception.moved.connect(self._tell_way)
        later = Qt.ConnectionType.QueuedConnection  # when the answer is shown
        reception.answered.connect(self._tell_offer, later)

    def _tell_way(self) -> None:
        self._verdict.note_way(leaving=self._reception.direction is Direction.OUT)

    def _tell_offer(self, answer: Answer) -> None:
        """Say to who comes too late for this session how the desk goes to the one that is open."""
        place, shown = self._reception.place, self._verdict.face
        place.follow_clock()
        if isinstance(answer.verdict, Closed) and place.offer is not None and shown.at == answer.scan.at:
            self._verdict.show_face(face.noting(shown, say("Ctrl+G goes to the session that is open now.")))
