"""The organiser's papers: printed or saved, and gone on with where they stopped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.face import NOT_OUT, OUT_AFTER_ALL
from signin.desk.organiser.documents.paper_words import paper_name
from signin.desk.organiser.documents.saving import ask_file
from signin.desk.organiser.documents.seeing import SeeingPage
from signin.desk.organiser.documents.sending import PaperChanged, Sender, Sent
from signin.desk.printing.pdf_printing import NoPrinter
from signin.desk.printing.printer_dialog import ask_printer
from signin.desk.work.background import Stopped
from signin.desk.work.store_worker import StoreWorker
from signin.domain.print_run import Paper, PrintRun
from signin.domain.verdict import Tone
from signin.exchange.settings_file import Page as Size
from signin.services import print_log
from signin.services.paper_orders import Order
from signin.words import Failure, Message, mark, say


class DocumentsPage(SeeingPage):
    """Sends what is seen to a printer or a file, and goes on where it stopped; until then nothing is written.

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
        printer: str = "",
    ) -> None:
        super().__init__(voice, look, reader, event_id, clock, label, parent)
        self._writer, self._printer = writer, printer
        self.sending = Sender(writer, clock, self)
        self._connect_sending()
        self._follow()

    def _connect_sending(self) -> None:
        self.sending.moved.connect(self.advance)
        self.sending.sent.connect(self._sent)
        self.sending.failed.connect(self._not_sent)
        self.view.chosen.connect(self._show_view)
        self.log.moved.connect(self._follow)
        self.log.wanted.connect(self._go_on_with)
        self.log.denied.connect(self._deny)
        self.deny.clicked.connect(lambda: self._deny(self.log.deniable))
        self.cancel.clicked.connect(self._cancel)
        self.go_on.clicked.connect(self._go_on)
        self.save.clicked.connect(self._ask_file)
        self.print.clicked.connect(self._ask_printer)

    def draft(self) -> bool:
        """Whether it is written for whom, or pages are on their way: then the page is kept when it is left."""
        return self.sending.busy or bool(self.order_card.organisation.text() or self.order_card.person.text())

    # Sending

    def _ask_printer(self) -> None:
        """Ask which printer; where there is none, offer the file."""
        if self._made is None:
            return
        pages = self._pages_left()
        try:
            ask_printer(self, self._made.sizes[0], pages, self._print, proposed=self._printer)
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
            name = self.voice.text(paper_name(self._made.gathered.paper))
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
            self.say(_saved(sent.run))
        else:
            self.say(say("Printed at “{printer}”. Pages: {pages}.", pages=sent.pages, printer=sent.run.target))
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
        listed = run.paper in (Paper.PARTICIPANTS, Paper.EXPECTED)
        order = Order(
            event_id=run.event_id,
            paper=Paper.PARTICIPANTS if listed else run.paper,
            session_key=run.session_key,
            only=ids,
            size=self.order_card.sheet.value,
            came=run.paper is Paper.PARTICIPANTS if listed else None,
        )
        self.order_card.choose(order)
        self._rest, self._rest_order = run, order
        self._rest_pages = None if run.paper.personal else run.left
        self._show_view("pages")
        self._make(order)

    # Taking back

    def _deny(self, run: PrintRun | None) -> None:
        """Note that a run did not come out, or of one that was taken back that it did."""
        if run is None or self._busy_sending:
            return
        now = self._clock()
        self._writer.do(
            lambda desk: print_log.deny(desk, run.id, now, denied=not run.denied),
            lambda noted: self._denied(noted) if isValid(self) else None,
            lambda failure: self._refuse(failure) if isValid(self) else None,
        )

    def _denied(self, run: PrintRun) -> None:
        if self._rest is not None and self._rest.id == run.id:
            self._forget_rest()
        if not run.denied:
            self.say(say("Put back: it came out."))
        elif run.paper.personal:
            self.say(say("Taken back. Counted as without it now: {people}.", people=run.people))
        else:
            self.say(say("Taken back: it counts as not printed."))
        self._after()

    # What is shown

    def _show_view(self, name: str) -> None:
        self.show_view(name)
        self._follow()

    def _follow(self) -> None:
        """Let the buttons be those that can be pressed now."""
        ready = bool(self._made and self._made.gathered.people) and self._complete and not self._busy_sending
        self.print.setEnabled(ready)
        self.save.setEnabled(ready)
        run = self.log.stopped if self.view.value == "log" else self._rest
        self.go_on.setVisible(run is not None and not self._busy_sending)
        denied = self.log.deniable if self.view.value == "log" and not self._busy_sending else None
        self.deny.setVisible(denied is not None)
        if denied is not None:
            self.deny.set_message(OUT_AFTER_ALL if denied.denied else NOT_OUT)
            self.deny.set_icon("redo" if denied.denied else "undo")

    def _cancel(self) -> None:
        if self._busy_sending:
            self.sending.stop()
        else:
            self.maker.stop()


def _saved(run: PrintRun) -> Message:
    """Say where a file is; whoever only wanted to look at it is told how that is said."""
    if run.paper.personal:
        text = mark("Saved: “{path}”. It counts as given out; was it only a look, take it back in the print log.")
        return Message(text, {"path": run.target})
    return say("Saved: “{path}”", path=run.target)
