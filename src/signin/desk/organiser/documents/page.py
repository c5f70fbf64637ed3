"""The organiser's papers: choose, see, print or save; and what was printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.face import DocumentsFace
from signin.desk.organiser.documents.making import Made, PaperMaker
from signin.desk.organiser.documents.paper_words import paper_name
from signin.desk.organiser.documents.saving import ask_file
from signin.desk.organiser.documents.sending import PaperChanged, Sender, Sent
from signin.desk.printing.pdf_printing import NoPrinter
from signin.desk.printing.printer_dialog import ask_printer
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


class DocumentsPage(DocumentsFace):
    """Shows the pages of what is chosen as soon as they can be had; nothing is written until it is sent.

    `changed` tells that register numbers may have been given.
    """

    changed = Signal()

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
        label: Size | None = None,
    ) -> None:
        super().__init__(voice, look, label, parent)
        self._reader, self._event_id = reader, event_id
        self._made: Made | None = None
        self._choices = Choices()
        self._rest: PrintRun | None = None
        self._rest_order: Order | None = None
        self._rest_pages: range | None = None
        self._quiet = False
        self._offered = False
        self._complete = False
        self.maker = PaperMaker(reader, clock, self)
        self.sending = Sender(writer, clock, self)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._connect()
        self._follow()

    def _connect(self) -> None:
        self.order_card.changed.connect(self._ordered)
        self._wait.timeout.connect(self._make)
        self.maker.begun.connect(self._begun)
        self.maker.made.connect(self._have_made)
        self.maker.failed.connect(self._not_made)
        self.maker.moved.connect(self.advance)
        self.sending.moved.connect(self.advance)
        self.sending.sent.connect(self._sent)
        self.sending.failed.connect(self._not_sent)
        self.pages.turned.connect(lambda _: self._tell_page())
        self.view.chosen.connect(self._show_view)
        self.log.moved.connect(self._follow)
        self.log.wanted.connect(self._go_on_with)
        self.cancel.clicked.connect(self._cancel)
        self.go_on.clicked.connect(self._go_on)
        self.save.clicked.connect(self._ask_file)
        self.print.clicked.connect(self._ask_printer)

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
        if order and rest and replace(order, size=None) == replace(rest, size=None, only=()):
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

    # Sending

    @property
    def _busy_sending(self) -> bool:
        return self.order_card.isEnabled() is False

    def _ask_printer(self) -> None:
        """Ask which printer; where there is none, offer the file."""
        if self._made is None:
            return
        pages = self._pages_left()
        try:
            ask_printer(self, self._made.sizes[0], pages, self._print)
        except NoPrinter:
            self.complain(say("There is no printer on this PC. Connect one, or save the paper as PDF."))
            self.save.setFocus()

    def _pages_left(self) -> range:
        """Give the pages to print: all, or from the first that did not come out."""
        assert self._made is not None
        count = len(self._made.sizes)
        if self._rest_pages is None:
            return range(count)
        return range(min(self._rest_pages.start, count - 1), min(self._rest_pages.stop, count))

    def _print(self, printer: QPrinter) -> None:
        if self._made is None:
            return
        self._send(say("Printing …"))
        self.sending.print(self._made, printer, self._pages_left(), self._rest.id if self._rest else None)

    def _ask_file(self) -> None:
        if self._made is not None:
            name = self.voice.text(paper_name(self._made.gathered.order.paper))
            ask_file(self.voice, self, f"{name} {self._made.gathered.event.title}", self._save)

    def _save(self, out: Path) -> None:
        if self._made is not None:
            self._send(say("Saving …"))
            self.sending.save(self._made, out)

    def _send(self, told: Message) -> None:
        self.working(told)
        self.order_card.setEnabled(False)
        self._follow()

    def _sent(self, sent: Sent) -> None:
        self._done_sending()
        self._forget_rest()
        if sent.run.to_file:
            self.say(say("Saved: “{path}”", path=sent.run.target))
        else:
            self.say(say("Printed: {pages} pages at “{printer}”.", pages=sent.pages, printer=sent.run.target))
        self._after()

    def _not_sent(self, failure: Failure, run: PrintRun | None) -> None:
        """Say what stopped; the rest is offered, and what came out stays in the log."""
        self._done_sending()
        if isinstance(failure, Stopped):
            self.say(say("Stopped. What came out is in the print log; the rest can go on from there."), Tone.LOOK)
        else:
            self._refuse(failure)
        if run is None:
            self._after(again=isinstance(failure, PaperChanged))
        else:
            self._ask(lambda desk: print_log.one(desk, run.id), lambda now: self._after(rest=now))

    def _after(self, *, rest: PrintRun | None = None, again: bool = True) -> None:
        """Read the log; make the paper anew, unless a rest of this very file is to be printed."""
        self._read_log()
        self.changed.emit()
        if rest is not None and rest.left:
            self._rest, self._rest_pages = rest, rest.left
        elif again:
            self._make(quiet=True)
        self._follow()

    def _done_sending(self) -> None:
        self.order_card.setEnabled(True)
        self.stop_working()

    # Going on

    def _go_on(self) -> None:
        run = self.log.stopped if self.view.value == "log" else self._rest
        if run is not None:
            self._go_on_with(run)

    def _go_on_with(self, run: PrintRun) -> None:
        """Print the rest: of the file in hand, or of the same paper made anew for those who are left."""
        if self._rest is not None and self._rest.id == run.id:
            self._show_view("pages")
            self._ask_printer()
            return
        self._ask(lambda desk: print_log.left_over(desk, run.id), lambda ids: self._make_rest(run, ids))

    def _make_rest(self, run: PrintRun, ids: tuple[str, ...]) -> None:
        order = Order(
            event_id=run.event_id,
            paper=run.paper,
            session_key=run.session_key,
            only=ids,
            size=self.order_card.sheet.value,
        )
        self.order_card.choose(order)
        self._rest, self._rest_order = run, order
        self._rest_pages = None if run.paper.personal else run.left
        self._show_view("pages")
        self._make(order)

    def _tell_rest(self, run: PrintRun) -> None:
        self.say(say("This is the rest from page {page} on. Print it.", page=run.left.start + 1), Tone.LOOK)
        self.print.setFocus()

    # What is shown

    def _show_view(self, name: str) -> None:
        self.show_view(name)
        self._follow()

    def _follow(self) -> None:
        """Let the buttons be those that can be pressed now."""
        ready = self._made is not None and self._complete and not self._busy_sending
        self.print.setEnabled(ready)
        self.save.setEnabled(ready)
        run = self.log.stopped if self.view.value == "log" else self._rest
        self.go_on.setVisible(run is not None and not self._busy_sending)

    def _cancel(self) -> None:
        if self._busy_sending:
            self.sending.stop()
        else:
            self.maker.stop()

    def _refuse(self, failure: Failure) -> None:
        self.complain(failure.message)


def _told(paper: Gathered) -> Message:
    """Say for how many the paper is, and how many of them had theirs before."""
    count = len(paper.people)
    if not count:
        return say("Nobody is to get this paper. Choose others.")
    if paper.copies:
        return say(
            "{people} people; {copies} had theirs before: these are copies.", people=count, copies=paper.copies
        )
    return say("{people} people", people=count)
