"""Finding a person by what is typed at the door: who is offered, and who is checked in on Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect

from signin.desk.reception import face
from signin.desk.reception.controller import Reception
from signin.desk.reception.face import Face
from signin.desk.reception.hits import HitList
from signin.desk.reception.search_field import MOST_HITS, SearchField, number_in
from signin.desk.reception.verdict_field import VerdictField
from signin.domain.attendee import Attendee
from signin.domain.scan import Source
from signin.services import search as searching
from signin.services.search import Hit, Rank

_ROWS = 4


class Finding(QObject):
    """Offers the likeliest, selected, so that Enter checks them in.

    A number typed alone is a number on the roster: only who has it is selected, or who stayed when that one was
    merged. Whose number begins so is shown, to be chosen by hand.
    """

    def __init__(
        self,
        reception: Reception,
        search: SearchField,
        hits: HitList,
        verdict: VerdictField,
        waiting: Callable[[], Face],
    ) -> None:
        super().__init__(search)
        self._reception, self._search, self._hits, self._verdict = reception, search, hits, verdict
        self._waiting = waiting
        self._stayed: Attendee | None = None
        search.textChanged.connect(self.look)
        search.entered.connect(self._enter)
        search.stepped.connect(hits.step)
        search.code_typed.connect(reception.scan)
        hits.chosen.connect(self.check_in)
        hits.covers.connect(verdict.cover)

    def look(self, text: str) -> None:
        """Look for what is typed; that nobody was found is said only while it is so."""
        self._stayed = None
        found, number = bool(text.strip()) and self._show_hits(text), number_in(text)
        if number is not None and self._hits.current is None:
            self._verdict.show_face(face.nobody_has(number, others=found))
            self._ask_who_stayed(number)
        elif text.strip() and not found:
            self._verdict.show_face(face.nobody(text))
        else:
            self._found()
        self._hits.setVisible(found)

    def _found(self) -> None:
        if self._verdict.face.is_about_search:
            self._verdict.show_face(self._waiting())

    def look_again(self) -> None:
        """Show who may be meant as people are known now; whoever was selected still is."""
        self._hits.viewport().update()
        if self._hits.isVisible():
            chosen = self._hits.current
            self._show_hits(self._search.text())
            if chosen is not None:
                self._hits.select(chosen.id)

    def _show_hits(self, text: str) -> bool:
        """Show who may be meant, the likeliest selected; whether anybody is."""
        hits, number = self._reception.index.find(text, MOST_HITS), number_in(text)
        if self._stayed is not None:
            stayed = self._stayed
            hits = (Hit(stayed, Rank.NUMBER), *(hit for hit in hits if hit.attendee.id != stayed.id))
        sure = number is None or any(hit.rank is Rank.NUMBER for hit in hits[:1])
        self._hits.show_hits(hits, selected=sure)
        self.place()
        return bool(hits)

    def _ask_who_stayed(self, number: int) -> None:
        """Ask the store for somebody merged: their number is on badges and lists that were printed before."""
        event_id = self._reception.meeting.id

        def answered(who: Attendee | None) -> None:
            if who is not None and number_in(self._search.text()) == number and self._hits.current is None:
                self._stayed = who
                self._hits.setVisible(self._show_hits(self._search.text()))
                self._found()

        self._reception.reader.do(
            lambda desk: searching.has_number(desk, event_id, number), answered, _leave, looks=True, owner=self
        )

    def place(self) -> None:
        """Let the list grow upwards from the search field, over the verdict."""
        search, hits, screen = self._search, self._hits, self._hits.parentWidget()
        assert screen is not None
        below = search.mapTo(screen, QPoint(0, 0))
        room = hits.room(_ROWS, self._verdict.below_head)
        hits.setGeometry(QRect(below.x(), below.y() - room, search.width(), room))
        hits.raise_()

    def _enter(self) -> None:
        if not self._hits.isVisible():
            self.look(self._search.text())  # the answer to a scan had taken the list away
        elif (who := self._hits.current) is not None:
            self.check_in(who)

    def check_in(self, who: Attendee) -> None:
        """Check in somebody who was found; a number typed alone is told as a number."""
        by_number = number_in(self._search.text()) == who.number or who == self._stayed
        self._reception.check_in(who.id, Source.NUMBER if by_number else Source.SEARCH)
        self._search.clear()


def _leave(_: object) -> None:
    """Leave it: whoever is meant is found by name."""
