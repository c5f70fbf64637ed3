"""A paper's page as it will come out, drawn anew beside the window while its words are typed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.making import Folder
from signin.desk.printing.pdf_printing import page_image
from signin.desk.work.background import Background
from signin.words import Failure, Message, say

Write = Callable[[Path], None]
_PATIENCE_MS = 250
"""After a letter typed, before the page is drawn."""
_DPI = 144


class Page(QWidget):
    """A picture of a page, as wide as there is room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.picture: QImage | None = None
        self._scaled: QImage | None = None

    def show_picture(self, picture: QImage) -> None:
        """Show another page."""
        self.picture = picture
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the page is at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.picture is not None:
            high = round(self.width() * self.picture.height() / self.picture.width())
            if high != self.height():
                self.setFixedHeight(high)
            wide = round(self.width() * self.devicePixelRatioF())
            self._scaled = self.picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the page with its edge."""
        if self._scaled is None:
            return
        painter = QPainter(self)
        painter.drawImage(QRectF(self.rect()), self._scaled)
        painter.setPen(self._look.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PaperPreview(Card):
    """Shows what `show_paper` is given last; what goes wrong with it is said below the page that was good."""

    def __init__(self, voice: Voice, look: Look, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("As it will be printed"), parent)
        self.page, self.notice = Page(look), Notice(voice, look)
        voice.tell(self.page, self.page.setAccessibleName, name)
        self._folder, self._names = Folder(), count(1)
        self._write: Write | None = None
        self._work: Background | None = None
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._wait.timeout.connect(self._draw)
        self.body.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.notice)
        self.body.addStretch()

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
        folder = self._folder
        path = folder.path / f"{next(self._names)}.pdf"

        def drawn() -> QImage:
            write(path)
            picture = page_image(path, 0, _DPI)
            path.unlink()
            return picture

        # Of the application: this card may go before its picture comes.
        work = Background(lambda _: drawn(), self._show, self._refuse, QCoreApplication.instance())
        work.finished.connect(work.deleteLater)
        self._work = work
        work.start()

    def _show(self, picture: QImage) -> None:
        if isValid(self):
            self.page.show_picture(picture)
            self._go_on(None)

    def _refuse(self, failure: Failure) -> None:
        if isValid(self):
            self._go_on(failure.message)

    def _go_on(self, told: Message | None) -> None:
        self._work = None
        self.notice.tell(told)
        if not self._wait.isActive():
            self._draw()
