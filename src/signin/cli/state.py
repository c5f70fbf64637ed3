"""What the options that work everywhere have said, and opening a desk by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signin.words import Failure, Language, Message, mark, render

if TYPE_CHECKING:
    from signin.services.desk import Desk


class StoreMissing(Failure):
    """A store was named that is not there, and the command does not make one."""

    text = mark("There is no store at “{path}”. Check --store, or make one with `signin event create FILE.toml`.")
    exit_code = 6


@dataclass(slots=True)
class State:
    """Filled from the command line before a command runs."""

    language: Language
    store: Path | None = None
    json: bool = False
    event: str | None = None
    desk_name: str = ""
    settings_failure: Failure | None = None

    @contextmanager
    def desk(self, name: str | None = None, *, makes: bool = False) -> Iterator[Desk]:
        """Open the desk on the chosen store, and close it after; only what `makes` one makes a missing store.

        Raises StoreMissing, NoEvent.
        """
        from signin import bootstrap

        if not makes:
            self._refuse_missing(bootstrap.default_store())
        desk = bootstrap.open_desk(self.store, name or self.desk_name or None, tell=self.warn)
        try:
            yield desk
        finally:
            desk.store.close()

    def _refuse_missing(self, own: Path) -> None:
        """Refuse a store that is not there; whatever else is wrong with it, the store says itself."""
        from signin.services.failures import NoEvent
        from signin.store import rescue

        try:
            (self.store or own).stat()
        except FileNotFoundError:
            rescue.refuse_gone(self.store or own)
            raise (StoreMissing(path=str(self.store)) if self.store else NoEvent()) from None
        except OSError:
            return

    def event_id(self, desk: Desk) -> str:
        """Give the id of the event that was named, or of the only one."""
        from signin.services import find

        with desk.store.read() as tx:
            return find.event(tx, self.event).id

    def warn(self, message: Message) -> None:
        """Say something that is amiss and stops nothing."""
        click.echo(self.say(message), err=True)

    def say(self, message: Message | str) -> str:
        """Render a message in the chosen language."""
        return render(message, self.language)


def current() -> State:
    """Give the state of the running command."""
    state = click.get_current_context().find_root().obj
    assert isinstance(state, State)
    return state


def wall_clock(at: datetime | None) -> datetime:
    """Give the time that was said, else now, by the wall clock of this place."""
    if at is None:
        return datetime.now()
    return at.astimezone().replace(tzinfo=None) if at.tzinfo else at
