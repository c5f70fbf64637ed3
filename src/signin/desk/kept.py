"""This desk's settings while the window is open: changed, worn and spoken at once, and kept on disk."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QObject, Signal

from signin import bootstrap
from signin.desk.letters.label import LaoLabel
from signin.desk.look.sounds import Sounds
from signin.desk.look.tokens import DARK, LIGHT, THEMES
from signin.desk.main_window import MainWindow
from signin.exchange.settings_file import Settings
from signin.words import Failure, Language


class Kept(QObject):
    """`settings` as they are now; `failed` when they could not be saved: the desk goes on without.

    `changed` tells the settings as they have become.
    """

    changed = Signal(object)
    failed = Signal(object)
    renamed = Signal()
    sounds_turned = Signal(bool)

    def __init__(
        self, settings: Settings, window: MainWindow, sounds: Sounds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.settings, self.sounds = settings, sounds
        self._saved = settings
        self._window, self._voice, self._look = window, window.voice, window.look

    def keep(self, **changes: object) -> None:
        """Change settings and save those that are other than before: another window may have saved others."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # each by its own name
        self.changed.emit(self.settings)
        names = [one.name for one in fields(Settings) if self._differs(one.name)]
        try:
            bootstrap.save_settings(self.settings, names)
        except Failure as failure:
            self.failed.emit(failure.message)
        else:
            self._saved = self.settings

    def _differs(self, name: str) -> bool:
        return bool(getattr(self.settings, name) != getattr(self._saved, name))

    def take(self, changes: dict[str, object]) -> None:
        """Keep what was changed, and let the window follow."""
        self.keep(**changes)
        if "language" in changes:
            self._voice.speak(self.settings.language)
        if self._look.theme.name != self.settings.theme:
            self._look.wear(THEMES[self.settings.theme])
        if self.sounds.on != self.settings.sounds:
            self.sounds.turn(on=self.settings.sounds)
            self.sounds_turned.emit(self.settings.sounds)
        if "office_words" in changes:
            self._lay_out_again()
        if "desk" in changes:
            self.renamed.emit()

    def _lay_out_again(self) -> None:
        """Let every text find its lines anew, for words that stay whole have come or gone."""
        for label in self._window.findChildren(LaoLabel):
            label.updateGeometry()
            label.update()

    def change_language(self) -> None:
        """Speak the other language."""
        language: Language = "en" if self._voice.language == "lo" else "lo"
        self.take({"language": language})

    def change_theme(self) -> None:
        """Wear the other theme."""
        self.take({"theme": (LIGHT if self._look.theme.dark else DARK).name})

    def change_sound(self) -> None:
        """Turn sounds off or on."""
        self.take({"sounds": not self.sounds.on})
