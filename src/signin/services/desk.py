"""The desk that acts: its store, its name, and where its randomness is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from signin.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """One reception computer. `random(n)` gives n random bytes; tests hand in a fixed one."""

    store: Store
    name: str
    random: Callable[[int], bytes]
