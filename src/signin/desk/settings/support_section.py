"""For whoever helps: where things are on this computer, and what can be told of it without naming anybody."""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget

from signin import __version__
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.settings.last_failure import LastFailure
from signin.desk.settings.path_line import PathLine
from signin.desk.settings.section import Section
from signin.desk.work.store_worker import StoreWorker
from signin.domain.verdict import Tone
from signin.exchange.settings_file import Settings
from signin.services.support import Condition, condition
from signin.words import Failure, say


class SupportSection(Section):
    """The text for support is in English, for whoever helps may be anywhere."""

    icon_name = "help"

    def __init__(
        self,
        voice: Voice,
        look: Look,
        settings: Settings,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        settings_file: Path,
        last: LastFailure,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Help and support"), parent)
        self._reader, self._clock, self._last, self._settings = reader, clock, last, settings
        self._settings_file = settings_file
        self.store = PathLine(voice, look, say("File with everything: the store"), str(self._store))
        self.file = PathLine(voice, look, say("File of this desk's settings"), str(settings_file))
        self.copy = ActionButton(voice, look, say("Copy for support"), "copy", kind="primary")
        self.copy.clicked.connect(self._gather)
        self.notice = Notice(voice, look)
        version = say(
            "signin {version} on {system}", version=__version__, system=f"{platform.system()} {platform.release()}"
        )
        self.say(version)
        self.body.addWidget(self.store)
        self.body.addWidget(self.file)
        self.say(
            say(
                "For help from outside: this copies the version, the system, where things are, how much is in the "
                "store, whether it is sound, and what last went wrong. No names of people."
            )
        )
        self.body.addWidget(self.copy)
        self.body.addWidget(self.notice)

    @property
    def _store(self) -> Path:
        return self._reader.desk.store.path.absolute()

    def follow(self, settings: Settings) -> None:
        """Know settings that were changed elsewhere."""
        self._settings = settings

    def _gather(self) -> None:
        """Check and count the store, which takes a moment, then copy."""
        self.copy.setEnabled(False)
        self.notice.tell(say("The store is checked …"), Tone.LOOK)
        self._reader.do(condition, self._put, self._put_without, looks=True, owner=self)

    def _put(self, found: Condition) -> None:
        faults = ", ".join(f"{name} {count}" for name, count in found.faults.items() if count)
        rows = ", ".join(f"{name} {count}" for name, count in found.rows.items())
        self._copy([f"Store: {'sound' if found.sound else 'faults: ' + faults}", f"Rows: {rows}"])

    def _put_without(self, failure: Failure) -> None:
        self._copy([f"Store: not checked, {type(failure).__name__}"])

    def _copy(self, about_store: list[str]) -> None:
        folder = self._settings.backup_folder
        lines = [
            f"signin {__version__}, {self._clock():%Y-%m-%d %H:%M:%S}",
            f"System: {platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}",
            f"Window: {self._settings.language}, {self._settings.theme}",
            f"Store file: {_without_home(self._store)}, {_size(self._store)} bytes",
            f"Settings file: {_without_home(self._settings_file)}",
            f"Second copies: {_without_home(Path(folder)) if folder else 'none'}",
            f"PIN: {'set' if self._settings.pin else 'none'}",
            *about_store,
            f"Last failure: {self._last.text or 'none'}",
        ]
        QApplication.clipboard().setText("\n".join(lines))
        self.copy.setEnabled(True)
        self.notice.tell(say("Copied. Paste it into a message to whoever helps."), Tone.GO)


def _without_home(path: Path) -> str:
    """Give a path without the name of the user, which is a person's."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def _size(path: Path) -> str:
    try:
        return str(path.stat().st_size)
    except OSError:
        return "?"
