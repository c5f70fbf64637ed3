"""Reading codes out of pictures beside the window; a code that stays before the camera is told once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from PIL import Image
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from signin.exchange.pictures import read_codes

FORGET_SECONDS = 2.0
"""A code is told again when it was out of sight this long: the desk's own rule for one scan."""


@dataclass(frozen=True, slots=True)
class _Picture:
    picture: Image.Image
    again: bool


class CodeReader(QObject):
    """Reads pictures in a thread of its own, the newest first: what a camera gave meanwhile is let go.

    `found` tells each code, `nothing` that a picture which somebody chose holds none, `looked` each picture read.
    """

    found = Signal(str)
    nothing = Signal()
    looked = Signal()
    _read = Signal(object, bool)

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen: dict[str, float] = {}
        self._pictures: SimpleQueue[_Picture | None] = SimpleQueue()
        self._read.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        pictures = self._pictures
        self.destroyed.connect(lambda: pictures.put(None))
        self._thread = Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def read(self, picture: Image.Image, *, again: bool = False) -> None:
        """Read a picture; with `again` what it holds is told, even if it was told just now."""
        self._pictures.put(_Picture(picture, again))

    def stop(self) -> None:
        """Read nothing more; once is enough."""
        self._pictures.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (one := self._newest()) is not None:
            self._read.emit(read_codes(one.picture), one.again)

    def _newest(self) -> _Picture | None:
        """Wait for a picture; of those that came from the camera meanwhile, only the last is worth reading."""
        one = self._pictures.get()
        while one is not None and not one.again:
            try:
                one = self._pictures.get_nowait()
            except Empty:
                break
        return one

    def _tell(self, codes: list[str], again: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        now = self._clock()
        if again and not codes:
            self.nothing.emit()
        for code in codes:
            fresh = again or now - self._seen.get(code, -FORGET_SECONDS) >= FORGET_SECONDS
            self._seen[code] = now
            if fresh:
                self.found.emit(code)
        self.looked.emit()


def image_of(image: QImage) -> Image.Image:
    """Give Qt's picture in grey, as the reader takes it."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombuffer(
        "L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1
    )
