"""One window a store: a second start brings the first window to the front and ends.

A lock tells at once whose place it is; the socket, over which a second start knocks, is loaded after the first
paint.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT_MS = 500
_LOADING_S = 5.0
"""So long a window may take until it hears a knock."""
_ANSWERING_MS = 3000
"""So long it may take to answer one: the system takes a knock for a window that stands still, too."""
_KNOCK = b"raise\n"


def _one_name(store: Path) -> Path:
    """Give the store's own name, whatever links and `..` led to it; links that lead nowhere stay as they are."""
    try:
        return store.resolve()
    except (OSError, RuntimeError):
        return store.absolute()


class SingleInstance(QObject):
    """Holds the place of the one window for a store; `called` when another start knocked."""

    called = Signal()

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = str(_one_name(store)).encode("utf-8", "surrogateescape")
        mark = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex().data()
        self._name = f"signin-{bytes(mark[:16]).decode()}"
        self._lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # held as long as its process lives, which Qt sees to
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the place, or knock at who holds it; whether it is ours now.

        Who holds it and hears nothing for seconds is not waited for: two windows lose nothing, none loses all.
        """
        return (
            self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError or not self._knock()
        )

    def listen(self) -> None:
        """Hear who knocks from now on."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # one that was killed leaves its socket behind
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        if server.listen(self._name):
            self._server = server

    def let_go(self) -> None:
        """Give the place free."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _knock(self) -> bool:
        """Knock until somebody is there; whether it was heard."""
        from PySide6.QtNetwork import QLocalSocket

        until = time.monotonic() + _LOADING_S
        while time.monotonic() < until:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_WAIT_MS):
                socket.write(_KNOCK)
                socket.waitForBytesWritten(_WAIT_MS)
                gone = QLocalSocket.LocalSocketState.UnconnectedState
                return socket.state() is gone or socket.waitForDisconnected(_ANSWERING_MS)  # who hears it hangs up
            time.sleep(0.05)
        return False

    def _answer(self) -> None:
        assert self._server is not None
        if (socket := self._server.nextPendingConnection()) is not None:
            socket.close()
            socket.deleteLater()
        self.called.emit()
