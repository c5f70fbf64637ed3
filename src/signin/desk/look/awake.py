"""The screen stays on while the reception is open; where that cannot be asked for, nothing happens."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject

_BUS = "signin-awake"
_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""Of SetThreadExecutionState: until told otherwise, the computer, the screen."""


class Awake(QObject):
    """Asks for a screen that does not sleep, from `keep` to `let_go`; both may be called again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = False

    @property
    def kept(self) -> bool:
        """Whether it was asked for; the answer is not waited for."""
        return self._kept

    def keep(self, reason: str = "signin") -> None:
        """Keep the screen on; desktops show the reason to who asks. To be called from the window's thread."""
        if not self._kept:
            self._kept = _on_windows(_CONTINUOUS | _SYSTEM | _DISPLAY) or _on_the_bus(reason)

    def let_go(self) -> None:
        """Let the screen sleep as it is set up to."""
        if self._kept:
            self._kept = False
            if not _on_windows(_CONTINUOUS):
                _off_the_bus()


def _on_windows(state: int) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state)))


def _on_the_bus(reason: str) -> bool:
    """Ask through a connection of our own: desktops forget the wish when it ends, so no cookie is kept."""
    if sys.platform != "linux":
        return False
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return False
    if not (address := _address()):
        return False
    bus = QDBusConnection.connectToBus(address, _BUS)
    if not bus.isConnected():
        _off_the_bus()
        return False
    wish = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
    wish.setArguments(["signin", reason])
    return bus.send(wish)


def _address() -> str:
    """Give where the session's bus is, asked anew each time; libdbus itself remembers its first answer."""
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    usual = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    return told or (f"unix:path={usual}" if usual.exists() else "")


def _off_the_bus() -> None:
    if sys.platform == "linux":
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(_BUS)
