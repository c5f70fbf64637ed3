"""The places of the rail: where each leads, by which key, and which can be gone to now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from signin.desk.kept import Kept
from signin.desk.main_window import Rail
from signin.words import say

if TYPE_CHECKING:
    from signin.desk.look.action_button import ActionButton


class Goes(Protocol):
    """Who shows the places."""

    def show_door(self) -> None:
        """Show the door."""

    def choose_event(self) -> None:
        """Show the events."""

    def show_documents(self) -> None:
        """Show the papers."""

    def show_details(self) -> None:
        """Show the event's facts."""

    def show_settings(self) -> None:
        """Show this desk's settings."""


class Places:
    """Fills the rail; without an event only events and settings can be gone to, without a store nothing."""

    def __init__(self, rail: Rail, kept: Kept, goes: Goes) -> None:
        self.door = rail.add_place(say("Check-in"), "check", "Ctrl+1", goes.show_door)
        self.events = rail.add_place(say("Events"), "event", "Ctrl+2", goes.choose_event)
        self.documents = rail.add_place(say("Documents"), "document", "Ctrl+4", goes.show_documents)
        self.details = rail.add_place(say("This event"), "history", "Ctrl+6", goes.show_details)
        self.settings = rail.add_place(say("Settings"), "settings", "Ctrl+,", goes.show_settings)
        rail.add_switch(say("Language"), "language", "Ctrl+L", kept.change_language)
        rail.add_switch(say("Theme"), "dark", "Ctrl+D", kept.change_theme)
        sound = rail.add_switch(say("Sound"), "sound", "Ctrl+M", kept.change_sound)
        kept.sounds_turned.connect(lambda on: sound.set_icon("sound" if on else "sound-off"))
        self.enable(with_store=True)

    def add_lock(self, rail: Rail, turn: Callable[[], object]) -> ActionButton:
        """Add the lock of the organiser's side; who made it tells what it shows."""
        return rail.add_switch(say("Lock now"), "lock", "Ctrl+Shift+L", turn)

    def enable(self, *, with_store: bool, with_event: bool = False) -> None:
        """Let people go where there is something to see."""
        for place in (self.events, self.settings):
            place.setEnabled(with_store)
        for place in (self.door, self.documents, self.details):
            place.setEnabled(with_event)
