"""The organiser's papers: chosen, and seen as soon as they can be had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.face import DocumentsFace
from signin.desk.organiser.documents.making import Made, PaperMaker
from signin.desk.work.background import Stopped
from signin.desk.work.store_worker import StoreWorker
from signin.domain.print_run import PrintRun
from signin.domain.verdict import Tone
from signin.exchange.settings_file import Page as Size
from signin.services import print_log
from signin.services.desk import Desk
from signin.services.paper_orders import Choices, Gathered, Order, choices
from signin.words import Failure, Message, say

T = TypeVar("T")

_PATIENCE_MS = 250
"""After a letter typed, before the paper is made."""


class SeeingPage(DocumentsFace):
    """Makes what is chosen, or the rest of what stopped, and shows its pages; nothing is written."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        label: Size | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(voice, look, label, parent)
        self._reader, self._event_id, self._clock = reader, event_id, clock
        self._made: Made | None = None
        self._choices = Choices()
        self._rest: PrintRun | None = None
        self._rest_order: Order | None = None
        self._rest_pages: range | None = None
        self._quiet = False
        self._offered = False
        self._complete = False
        self.maker = PaperMaker(reader, clock, self)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.order_card.changed.connect(self._ordered)
        self._wait.timeout.connect(self._make)
        self.maker.begun.connect(self._begun)
        self.maker.made.connect(self._have_made)
        self.maker.failed.connect(self._not_made)
        self.maker.moved.connect(self.advance)
        self.pages.turned.connect(lambda _: self._tell_page())

    @property
    def _busy_sending(self) -> bool:
        return self.order_card.isEnabled() is False

    def _follow(self) -> None:
        """Let the buttons be those that can be pressed now: what comes after knows them."""

    def showEvent(self, event: QShowEvent) -> None:
        """Read what there is to choose from, and make the paper anew."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Make the paper anew; then, so that its first page does not wait, read everything else again."""
        self._offered = False
        self._make()
        if self._made is None and not self.cancel.isVisibleTo(self):
            self._read_rest()

    def _read_rest(self) -> None:
        if not self._offered:
            self._offered = True
            self._ask(lambda desk: choices(desk, self._event_id), self._offer)
            self._read_log()

    def _offer(self, found: Choices) -> None:
        self._choices = found
        self.order_card.offer(found)

    def _read_log(self) -> None:
        self._ask(
            lambda desk: print_log.history(desk, self._event_id),
            lambda runs: self.log.show_runs(runs, self._choices.sessions),
        )

    def _ask(self, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        """Read something; whoever has gone meanwhile is not answered."""
        self._reader.do(
            verb,
            lambda found: then(found) if isValid(self) else None,
            lambda failure: self._refuse(failure) if isValid(self) else None,
        )

    # Making

    def _ordered(self) -> None:
        """Make what was chosen; of a rest, another sheet is still the rest."""
        order, rest = self.order_card.order(self._event_id), self._rest_order
        if order and rest and replace(order, size=None) == replace(rest, size=None, only=None):
            self._rest_order = replace(rest, size=order.size)
            self._make(self._rest_order)
            return
        self._forget_rest()
        self.complain(None)
        self._wait.start()

    def _forget_rest(self) -> None:
        self._rest = self._rest_order = self._rest_pages = None

    def _make(self, order: Order | None = None, *, quiet: bool = False) -> None:
        """Make what is ordered; while nobody is named, nothing is shown. `quiet` leaves what was said."""
        self._wait.stop()
        if self._busy_sending:
            return
        self._complete = False
        order = order or self.order_card.order(self._event_id)
        if order is None:
            self.maker.drop()
            self.order_card.complain()
            self._show(None)
        else:
            self._quiet = quiet
            self.working(None if quiet else say("The paper is being made …"))
            self.maker.make(order, self.pages.dpi)
        self._follow()

    def _begun(self, made: Made) -> None:
        self._show(made)
        self._read_rest()

    def _have_made(self, made: Made) -> None:
        self._complete = True
        self.stop_working(silent=not self._quiet)
        self._show(made)
        self._read_rest()
        self._follow()
        if self._rest is not None:
            self._tell_rest(self._rest)

    def _not_made(self, failure: Failure) -> None:
        self.stop_working()
        if not isinstance(failure, Stopped):
            self._show(None)
        self._refuse(failure)
        self._read_rest()
        self._follow()

    def _show(self, made: Made | None) -> None:
        self._made = made
        self.pages.show_paper(made)
        self._tell_page()
        told: Message | str = ""
        if made is not None and self._complete:
            told = _told(made.gathered)
        elif made is not None:
            told = say("The first pages; the whole is being made …")
        elif self.order_card.order(self._event_id) is None:
            told = say("Write whose papers they are.")
        self.tell_paper(told)

    def _tell_page(self) -> None:
        told: Message | str = ""
        if self._made is not None and self._complete:
            told = say("Page {page}/{pages}", page=self.pages.page + 1, pages=len(self._made.sizes))
        self.voice.tell(self.turned, self.turned.setText, told)

    def _tell_rest(self, run: PrintRun) -> None:
        self.say(say("This is the rest from page {page} on. Print it.", page=run.left.start + 1), Tone.LOOK)
        self.print.setFocus()

    def _refuse(self, failure: Failure) -> None:
        self.complain(failure.message)


def _told(paper: Gathered) -> Message:
    """Say for how many the paper is, and how many of them had theirs before."""
    count = len(paper.people)
    if not count:
        return say("Nobody is to get this paper. Choose others.")
    if paper.copies:
        return say(
            "People: {people}. Copies, for those who had theirs before: {copies}.",
            people=count,
            copies=paper.copies,
        )
    return say("People: {people}", people=count)
