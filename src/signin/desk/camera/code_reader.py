"""Reading codes out of pictures beside the window; a code that stays before the camera is told once."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread

from PIL import Image
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QImage

from signin.desk.camera.grey import in_grey
from signin.exchange.pictures import read_codes
from signin.words import Failure

FORGET_SECONDS = 2.0
"""A code is told again when it was out of sight this long: the desk's own rule for one scan."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Picture:
    opened: Callable[[], Image.Image]
    chosen: bool


class CodeReader(QObject):
    """Reads pictures in a thread of its own, the newest first: what a camera gave meanwhile is let go.

    `found` tells each code, `looked` each picture read. One that somebody chose is always answered: by `nothing`
    when it holds no code, by `refused` with the Failure when it cannot be opened.

    Nobody waits for a picture that takes long: the reader belongs to the application, and goes after its thread.
    """

    found = Signal(str)
    nothing = Signal()
    refused = Signal(object)
    looked = Signal()
    _read = Signal(object, bool)
    _ended = Signal()

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(QCoreApplication.instance())
        self._clock = clock
        self._seen: dict[str, float] = {}
        self._pictures: SimpleQueue[_Picture | None] = SimpleQueue()
        self._stopping = Event()
        self._read.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._go, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def read(self, picture: Image.Image) -> None:
        """Read a camera's picture."""
        self._put(_Picture(lambda: picture, chosen=False))

    def choose(self, opened: Callable[[], Image.Image]) -> None:
        """Open a picture in the thread and read it; what it holds is told, even if it was told just now."""
        self._put(_Picture(opened, chosen=True))

    def _put(self, one: _Picture) -> None:
        if not self._stopping.is_set():
            self._pictures.put(one)

    def stop(self) -> None:
        """Read nothing more, and tell nothing of what is being read."""
        self._stopping.set()
        self._pictures.put(None)

    def _run(self) -> None:
        with suppress(RuntimeError):  # the signals' source has gone: the program ended before
            while (one := self._newest()) is not None:
                self._read.emit(_codes_in(one), one.chosen)
                del one  # a large picture is not held until the next one comes
            self._ended.emit()

    def _newest(self) -> _Picture | None:
        """Wait for a picture; of those that came from the camera meanwhile, only the last is worth reading."""
        one = self._pictures.get()
        while one is not None and not one.chosen:
            try:
                one = self._pictures.get_nowait()
            except Empty:
                break
        return None if self._stopping.is_set() else one

    def _tell(self, read: list[str] | Failure, chosen: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        if self._stopping.is_set():
            return
        if isinstance(read, Failure):
            self.refused.emit(read)
        elif read:
            self._tell_codes(read, again=chosen)
        elif chosen:
            self.nothing.emit()
        self.looked.emit()

    def _tell_codes(self, codes: list[str], *, again: bool) -> None:
        now = self._clock()
        for code in codes:
            fresh = again or now - self._seen.get(code, -FORGET_SECONDS) >= FORGET_SECONDS
            self._seen[code] = now
            if fresh:
                self.found.emit(code)

    def _go(self) -> None:
        self._thread.join()  # until then it is in the signal, and this object must stay
        self.deleteLater()


def _codes_in(one: _Picture) -> list[str] | Failure:
    """Open and read a picture; one that breaks the reader holds no code, and the next one is read."""
    try:
        with one.opened() as picture:
            return read_codes(in_grey(picture))
    except Failure as failure:
        return failure
    except Exception:  # noqa: BLE001 - whatever it is, the thread must go on
        _log.exception("A picture cannot be read")
        return []


def image_of(image: QImage) -> Image.Image:
    """Give Qt's picture in grey, as the reader takes it."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombuffer(
        "L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1
    )
