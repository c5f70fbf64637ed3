"""A code from a camera, from a picture file or from the clipboard, read beside the scanner."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from signin.desk.camera.code_reader import CodeReader, image_of
from signin.desk.camera.live_view import LiveView
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.exchange.pictures import open_picture
from signin.words import Failure, say

_PICTURES = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


class CameraPanel(Panel):
    """Shows the live picture where there is a camera, and says so where there is none; files always work."""

    def __init__(self, voice: Voice, look: Look, reception: Reception, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Camera or picture"), parent)
        self._reception = reception
        self.reader = CodeReader()
        self.destroyed.connect(self.reader.stop)
        self.reader.found.connect(reception.scan)
        self.reader.nothing.connect(self._tell_nothing)
        self.reader.refused.connect(self._tell_refused)
        self.view = LiveView(self.reader)
        self.told = LaoLabel()
        dress(self.told, ink="quiet")
        file = ActionButton(voice, look, say("A picture file"), "import")
        clipboard = ActionButton(voice, look, say("The picture on the clipboard"), "paper")
        file.clicked.connect(self._choose)
        clipboard.clicked.connect(self.read_clipboard)
        for widget in (self.view, self.told, file, clipboard):
            self.body.addWidget(widget)
        self.body.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the camera."""
        super().showEvent(event)
        trouble = self.view.begin()
        self.view.setVisible(trouble is None)
        self._voice.tell(self.told, self.told.setText, trouble or say("Hold the badge before the camera."))

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the camera, for others may want it."""
        self.view.end()
        super().hideEvent(event)

    def close_panel(self) -> None:
        """Read nothing more."""
        self.reader.stop()
        super().close_panel()

    def _choose(self) -> None:
        title = self._voice.text(say("A picture file"))
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} ({_PICTURES})")
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a picture file; what is no picture, or too large, is refused in place."""
        self.complain(None)
        self.reader.choose(partial(open_picture, path))

    def read_clipboard(self) -> None:
        """Read the picture that was copied."""
        self.complain(None)
        image: QImage = QGuiApplication.clipboard().image()
        if image.isNull():
            self.complain(say("There is no picture on the clipboard."))
        else:
            self.reader.choose(partial(image_of, image))

    def _tell_nothing(self) -> None:
        self.complain(say("There is no code in this picture."))

    def _tell_refused(self, failure: Failure) -> None:
        self.complain(failure.message)
