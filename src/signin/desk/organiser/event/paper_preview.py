"""A paper's page as it will come out, drawn anew beside the window while its words are typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.making import Folder, Size
from signin.desk.organiser.documents.zoom_bar import ZoomBar
from signin.desk.organiser.documents.zooming_view import ZoomingView
from signin.desk.printing.pdf_printing import page_image
from signin.desk.work.background import Background
from signin.exchange.pictures import page_sizes
from signin.words import Failure, Message, say

Write = Callable[[Path], None]
_PATIENCE_MS = 250
"""After a letter typed, before the page is drawn."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A paper's page in a file that is there as long as this is shown."""

    path: Path
    sizes: tuple[Size, ...]
    first: QImage
    of: str = "sample"


class PaperPreview(Card):
    """Shows what `show_paper` is given last; what goes wrong with it is said below the page that was good."""

    def __init__(self, voice: Voice, look: Look, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("As it will be printed"), parent)
        self.page, self.notice = ZoomingView(voice, look), Notice(voice, look)
        self._shown: Sample | None = None
        voice.tell(self.page, self.page.setAccessibleName, name)
        self.zoom = ZoomBar(voice, look, self.page)
        self._folder, self._names = Folder(), count(1)
        self._write: Write | None = None
        self._work: Background | None = None
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._wait.timeout.connect(self._draw)
        self.body.addWidget(self.page, 1)
        self.body.addWidget(self.zoom)
        self.body.addWidget(self.notice)

    @property
    def busy(self) -> bool:
        """Whether another page will come."""
        return self._wait.isActive() or self._work is not None

    def show_paper(self, write: Write) -> None:
        """Show what this writes, once nothing more is typed."""
        self._write = write
        self._wait.start()

    def _draw(self) -> None:
        """Draw one page at a time; what was typed meanwhile is drawn after it."""
        if self._work is not None or self._write is None:
            return
        write, self._write = self._write, None
        folder, dpi = self._folder, self.page.dpi
        path = folder.path / f"{next(self._names)}.pdf"

        def drawn() -> Sample:
            write(path)
            sizes = tuple(page_sizes(path))
            return Sample(path, sizes, page_image(path, 0, dpi(sizes[0])))

        # Of the application: this card may go before its picture comes.
        work = Background(lambda _: drawn(), self._show, self._refuse, QCoreApplication.instance())
        work.finished.connect(work.deleteLater)
        self._work = work
        work.start()

    def _show(self, sample: Sample) -> None:
        if isValid(self):
            before, self._shown = self._shown, sample
            self.page.show_paper(sample)
            if before is not None:
                with suppress(OSError):  # it is still being drawn from, and goes with the folder
                    before.path.unlink()
            self._go_on(None)

    def _refuse(self, failure: Failure) -> None:
        if isValid(self):
            self._go_on(failure.message)

    def _go_on(self, told: Message | None) -> None:
        self._work = None
        self.notice.tell(told)
        if not self._wait.isActive():
            self._draw()
