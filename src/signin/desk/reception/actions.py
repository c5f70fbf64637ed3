"""Everything that can be done at the door: its words, its sign, its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from signin.words import Message


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `shown` ones have a button under the search field; all are in the help sheet."""

    text: Message
    icon: str
    shortcut: str
    act: Callable[[], object]
    shown: bool = False
