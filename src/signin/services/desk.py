"""The desk that acts: its store, its name, and where its randomness is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from signin.services.failures import NotToBeReplaced
from signin.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """One reception computer. `random(n)` gives n random bytes; tests hand in a fixed one."""

    store: Store
    name: str
    random: Callable[[int], bytes]

    def refuse_to_replace(self, out: Path) -> None:
        """Raise NotToBeReplaced when a paper or a roster would be written over what is no file for it."""
        try:
            refused = out.exists() and (not out.is_file() or out.samefile(self.store.path))
        except OSError:  # a closed folder or a name too long: writing will say so
            return
        if refused:
            raise NotToBeReplaced(file=str(out))
