"""Who stands before the organiser's side: whatever page of it is shown while it is locked, the gate covers it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from signin import bootstrap
from signin.desk.kept import Kept
from signin.desk.look.action_button import ActionButton
from signin.desk.main_window import MainWindow
from signin.desk.organiser.lock.lock import Lock
from signin.desk.scanner.key_event import GivenBack
from signin.words import say

OPEN = frozenset({"ReceptionScreen", "EventPage", "SettingsPage", "WelcomePage", "TroublePage", "GatePage"})
"""Screens for everybody; a page that nobody thought of is the organiser's. Settings guard their own parts."""
_USE = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Gatekeeper(QObject):
    """`left` tells that somebody turned back at the gate. A page that is covered waits behind it as it is.

    Work on the organiser's side is watched only while it is open and a PIN is set: what a hand types, which the
    ear has given back, and the mouse. A scan is no work.
    """

    left = Signal()

    def __init__(
        self,
        window: MainWindow,
        kept: Kept,
        clock: Callable[[], datetime],
        seconds: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.lock = Lock(kept, clock, seconds, self)
        self._window = window
        self._page: QWidget | None = None
        self._watching = False
        self._button: ActionButton | None = None
        self.lock.changed.connect(self._follow)
        self.lock.locked.connect(self._shut)
        self.lock.wanted.connect(self.ask)
        window.screens.currentChanged.connect(self._moved)

    def show_on(self, button: ActionButton) -> None:
        """Show on a button of the rail whether the organiser's side is locked."""
        self._button = button
        self._follow()

    def turn(self) -> None:
        """Lock, or ask for the PIN where it is locked; nobody goes elsewhere by it."""
        if self.lock.is_open:
            self.lock.lock()
        else:
            self.ask()

    def ask(self) -> None:
        """Ask for the PIN; what is shown now is shown again afterwards."""
        if self._page is None:
            self._cover()

    def _cover(self) -> None:
        """Put the gate over the screen that is shown."""
        from signin.desk.organiser.lock.gate import GatePage

        behind = self._window.screens.currentWidget()
        page = GatePage(self._window.voice, self._window.look, self.lock, bootstrap.settings_path())
        page.back.connect(self.left)
        page.gate.passed.connect(lambda: self._pass(page, behind))
        self._page = page
        self._window.show_screen(page)

    def _pass(self, page: QWidget, behind: QWidget | None) -> None:
        """Show what is behind the gate; the page may have gone meanwhile."""
        if page is not self._page:
            return
        if behind is not None and isValid(behind):
            self._window.show_screen(behind)
        else:
            self.left.emit()

    def _moved(self) -> None:
        """Take the gate away when another screen is shown, and put it before one of the organiser's."""
        shown = self._window.screens.currentWidget()
        if self._page is not None and shown is not self._page:
            page, self._page = self._page, None
            self._window.drop_screen(page)
        self._guard()
        self._follow()

    def _shut(self) -> None:
        """Put the gate before the page that is shown, and close the dialogs that were opened beside the door."""
        if type(self._window.screens.currentWidget()).__name__ != "ReceptionScreen":
            for one in QApplication.topLevelWidgets():
                if isinstance(one, QDialog) and one.isVisible():
                    one.reject()
        self._guard()

    def _guard(self) -> None:
        shown = self._window.screens.currentWidget()
        if not self.lock.is_open and shown is not None and is_organisers(shown):
            self._cover()

    # Work keeps it open

    def _follow(self) -> None:
        self._watch(on=self.lock.has_pin and self.lock.is_open and self._is_inside)
        if self._button is not None:
            shut = not self.lock.is_open
            self._button.setVisible(self.lock.has_pin)
            self._button.set_message(say("Locked") if shut else say("Lock now"))
            self._button.set_icon("lock" if shut else "unlocked")

    @property
    def _is_inside(self) -> bool:
        screen = self._window.screens.currentWidget()
        return screen is not None and (is_organisers(screen) or type(screen).__name__ == "SettingsPage")

    def _watch(self, *, on: bool) -> None:
        application = QCoreApplication.instance()
        if on == self._watching or application is None:
            return
        self._watching = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def stop(self) -> None:
        """Watch nothing more."""
        self._watch(on=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let work on the organiser's side keep it open."""
        if isinstance(event, GivenBack) or event.type() in _USE:
            self.lock.touch()
        return False


def is_organisers(screen: QWidget) -> bool:
    """Whether a screen is the organiser's."""
    return type(screen).__name__ not in OPEN
