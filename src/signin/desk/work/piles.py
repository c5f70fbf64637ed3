"""What was done at a page and can be undone, and what was undone and can be done again: two piles.

They live with the program, not with the page: what was done can still be undone after another page was looked at.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from typing import Generic, TypeVar

from signin.services.failures import Conflict, NotFound
from signin.words import Failure

T = TypeVar("T")

_MOST = 200


@dataclass(frozen=True, slots=True)
class _Laid(Generic[T]):
    nth: int
    one: T


@dataclass(frozen=True, slots=True)
class Taken(Generic[T]):
    """What is being undone or done again, until the store has answered."""

    piles: Piles[T]
    laid: _Laid[T]
    again: bool

    @property
    def one(self) -> T:
        """What was done."""
        return self.laid.one

    def came_about(self, inverse: T) -> None:
        """Lay what takes this back onto the other pile."""
        self.piles.lay(inverse, again=not self.again)

    def was_refused(self, failure: Failure) -> None:
        """Keep it for the next time, unless it never can be any more: what was done before it still may."""
        if not isinstance(failure, Conflict | NotFound):
            self.piles.put_back(self)


class Piles(Generic[T]):
    """What is last on a pile goes first. Whatever is done new leaves nothing to be done again."""

    def __init__(self) -> None:
        self._done: list[_Laid[T]] = []
        self._undone: list[_Laid[T]] = []
        self._nth = 0

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    def did(self, one: T) -> None:
        """Keep what was done; what was undone before is not done again."""
        self.lay(one)
        self.forget_undone()

    def lay(self, one: T, *, again: bool = False) -> None:
        """Lay something on the pile of what was done, or on that of what can be done `again`."""
        self._nth += 1
        pile = self._pile(again=again)
        pile.append(_Laid(self._nth, one))
        del pile[:-_MOST]

    def drop(self, one: T) -> None:
        """Forget what was not done after all."""
        self._done = [laid for laid in self._done if laid.one is not one]

    def forget_undone(self) -> None:
        """Leave nothing to be done again."""
        self._undone.clear()

    def take(self, *, again: bool = False) -> Taken[T] | None:
        """Take the last of a pile, to be undone or done again."""
        pile = self._pile(again=again)
        return Taken(self, pile.pop(), again) if pile else None

    def put_back(self, taken: Taken[T]) -> None:
        """Lay what was taken where it was."""
        insort(self._pile(again=taken.again), taken.laid, key=lambda laid: laid.nth)

    def _pile(self, *, again: bool) -> list[_Laid[T]]:
        return self._undone if again else self._done
