"""The places of the rail: where each leads, by which key, and which can be gone to now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from signin.desk.event_pages import Place
from signin.desk.kept import Kept
from signin.desk.main_window import Rail
from signin.words import Message, say

if TYPE_CHECKING:
    from signin.desk.look.action_button import ActionButton


_OF_EVENT: dict[Place, tuple[Message, str, str]] = {
    "roster": (say("Roster"), "roster", "Ctrl+3"),
    "documents": (say("Documents"), "document", "Ctrl+4"),
    "statistics": (say("Statistics"), "chart", "Ctrl+5"),
    "details": (say("This event"), "session", "Ctrl+6"),
    "records": (say("Records"), "history", "Ctrl+7"),
}


def _sound_icon(on: bool) -> str:  # noqa: FBT001 - Qt hands it over by place
    return "sound" if on else "sound-off"


class Goes(Protocol):
    """Who shows the places."""

    def show_door(self) -> None:
        """Show the door."""

    def choose_event(self) -> None:
        """Show the events."""

    def show_of_event(self, place: Place) -> None:
        """Show an organiser's page of the event."""

    def show_settings(self) -> None:
        """Show this desk's settings."""


class Places:
    """Fills the rail; without an event only events and settings can be gone to, without a store nothing."""

    def __init__(self, rail: Rail, kept: Kept, goes: Goes) -> None:
        self.door = rail.add_place(say("Check-in"), "check", "Ctrl+1", goes.show_door)
        self.events = rail.add_place(say("Events"), "event", "Ctrl+2", goes.choose_event)
        self.of_event = {
            place: rail.add_place(text, icon, key, partial(goes.show_of_event, place))
            for place, (text, icon, key) in _OF_EVENT.items()
        }
        self.settings = rail.add_place(say("Settings"), "settings", "Ctrl+,", goes.show_settings)
        rail.add_switch(say("Language"), "language", "Ctrl+L", kept.change_language)
        rail.add_switch(say("Theme"), "dark", "Ctrl+D", kept.change_theme)
        sound = rail.add_switch(say("Sound"), _sound_icon(kept.sounds.on), "Ctrl+M", kept.change_sound)
        kept.sounds_turned.connect(lambda on: sound.set_icon(_sound_icon(on)))
        self.enable(with_store=True)

    def add_lock(self, rail: Rail, turn: Callable[[], object]) -> ActionButton:
        """Add the lock of the organiser's side; who made it tells what it shows."""
        return rail.add_switch(say("Lock now"), "lock", "Ctrl+Shift+L", turn)

    def enable(self, *, with_store: bool, with_event: bool = False) -> None:
        """Let people go where there is something to see."""
        for place in (self.events, self.settings):
            place.setEnabled(with_store)
        for place in (self.door, *self.of_event.values()):
            place.setEnabled(with_event)
