"""Which language the window speaks, and how its texts change while it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.words import Language, Message, render

Setter = Callable[[str], Any]

_TOLD = "_told"
"""Where a widget keeps what it was told: with the widget itself, so that both go together."""


class Voice(QObject):
    """Speaks to widgets in the language of the window, and again whenever that changes."""

    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._listeners: WeakSet[QWidget] = WeakSet()

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._language

    def speak(self, language: Language) -> None:
        """Say everything in another language from now on."""
        if language == self._language:
            return
        self._language = language
        for widget in [widget for widget in self._listeners if isValid(widget)]:
            self._say_again(widget)
        self.changed.emit()

    def text(self, message: Message | str) -> str:
        """Render a message, or an English text of the catalogue, in the language spoken now."""
        return render(message, self._language)

    def tell(self, widget: QWidget, setter: Setter, message: Message | str) -> None:
        """Call the setter with the text, now and at each change of language while the widget lives.

        Telling the same setter of a widget again replaces what it was told. Bound methods are the same each time
        they are written; a lambda is another each time: keep it.
        """
        told: dict[Setter, Message | str] = vars(widget).setdefault(_TOLD, {})
        told[setter] = message
        self._listeners.add(widget)
        setter(self.text(message))

    def _say_again(self, widget: QWidget) -> None:
        for setter, message in list(vars(widget)[_TOLD].items()):
            if isValid(widget):
                setter(self.text(message))
