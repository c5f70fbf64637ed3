"""From nothing to a painted window, with as little as that needs; the program behind it is loaded then."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from signin import bootstrap
from signin.desk.look.look import STYLED, Look
from signin.desk.look.tokens import DARK, LIGHT, THEMES
from signin.desk.look.voice import Voice
from signin.desk.main_window import MainWindow
from signin.desk.single_instance import SingleInstance
from signin.desk.work.collector import Collector
from signin.words import Failure, Language, mark

if TYPE_CHECKING:
    from signin.exchange.settings_file import Settings


_KNOCKS_MS = 1000
"""So soon knocks are heard: after the door is open. Who knocks before is patient (see SingleInstance)."""


class NoScreen(Failure):
    """A window cannot be shown here."""

    exit_code = 1
    text = mark("There is no screen here to open a window on. `signin --help` tells what can be done without.")


def open_window(store: Path | None, event_id: str | None, language: Language | None) -> int:
    """Open the window, or call the one that has this store already; give the exit code.

    Raises NoScreen. Settings that cannot be read are told in the window, which goes by the usual ones.
    """
    refuse_without_screen()
    application = QApplication([*sys.argv[:1], *STYLED])
    application.setApplicationName("signin")
    place = SingleInstance(store or bootstrap.default_store())
    if not place.claim():
        return 0
    collector = Collector(application)
    window = _window(Look(DARK if bootstrap.is_dark() else LIGHT, styled=True))
    window.show()
    application.processEvents()  # painted now; what follows takes longer than that
    place.called.connect(window.come_to_front)
    QTimer.singleShot(_KNOCKS_MS, place, place.listen)
    try:
        settings, trouble = bootstrap.settings_or_usual()
        window.voice.speak(language or settings.language)
        if trouble is not None:
            window.warn(trouble.message)
        return _run(application, window, settings, store, event_id)
    finally:
        place.let_go()
        collector.stop()


def made_window(settings: Settings) -> MainWindow:
    """Make the window in this desk's language and colours; its letters come with the program."""
    window = _window(Look(THEMES[settings.theme]))
    window.voice.speak(settings.language)
    return window


def _window(look: Look) -> MainWindow:
    """Make a window without words, for the first paint."""
    look.wear_colours()
    return MainWindow(Voice("lo"), look)


def _run(
    application: QApplication, window: MainWindow, settings: Settings, store: Path | None, event_id: str | None
) -> int:
    """Load the program and run it behind the window."""
    from signin.desk.program import Program

    gc.freeze()  # what was loaded stays: the first collecting need not look through it
    program = Program(window, settings, store=store)
    program.begin(event_id)
    try:
        return application.exec()
    finally:
        program.end()


def refuse_without_screen() -> None:
    """Raise NoScreen where Qt would end the program: on Linux without a display."""
    if sys.platform.startswith("linux"):
        names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        if not any(os.environ.get(name) for name in names):
            raise NoScreen
