"""One window a store: a second start brings the first window to the front and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_KNOCK = b"raise\n"


class SingleInstance(QObject):
    """Holds the place of the one window for a store; `called` when another start knocked."""

    called = Signal()

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = str(store.absolute()).encode("utf-8", "surrogateescape")
        mark = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex().data()
        self._name = f"signin-{bytes(mark[:16]).decode()}"
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the place, or knock at who holds it; whether it is ours now."""
        if self._knock():
            return False
        QLocalServer.removeServer(self._name)  # one that was killed leaves its socket behind
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        if server.listen(self._name):
            self._server = server
        return True

    def let_go(self) -> None:
        """Give the place free."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _knock(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_KNOCK)
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def _answer(self) -> None:
        assert self._server is not None
        if (socket := self._server.nextPendingConnection()) is not None:
            socket.close()
            socket.deleteLater()
        self.called.emit()
