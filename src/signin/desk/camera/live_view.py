"""The live picture of a camera, where there is one and the extra `camera` is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from signin.desk.camera.code_reader import CodeReader, image_of
from signin.words import Message, say

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


class LiveView(QWidget):
    """Shows what the camera sees, and hands each picture to the reader."""

    def __init__(self, reader: CodeReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._image = QImage()
        self._parts: tuple[object, ...] = ()
        self.setMinimumSize(320, 240)

    def begin(self) -> Message | None:
        """Start the camera; give what is amiss, or None when it runs."""
        try:
            from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink
        except ImportError:
            return say("The part for cameras is not installed. A picture file or the clipboard can be read.")
        if not QMediaDevices.videoInputs():
            return say("There is no camera. A picture file or the clipboard can be read.")
        camera, session, sink = QCamera(self), QMediaCaptureSession(self), QVideoSink(self)
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(self._take)
        camera.start()
        self._parts = (camera, session, sink)
        return None

    def end(self) -> None:
        """Stop the camera."""
        if self._parts:
            self._parts[0].stop()  # type: ignore[attr-defined]  # a QCamera, where there is that module
        self._parts = ()

    def show_image(self, image: QImage) -> None:
        """Show a picture and let it be read."""
        self._image = image
        self._reader.read(image_of(image))
        self.update()

    def _take(self, frame: QVideoFrame) -> None:
        image = frame.toImage()
        if not image.isNull():
            self.show_image(image)

    def sizeHint(self) -> QSize:
        """Ask for a small picture."""
        return QSize(384, 288)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as it fits, mirrored as people know themselves."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self._image.isNull():
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        painter.end()
