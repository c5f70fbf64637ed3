"""What a person chose about a roster file, instead of what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass

from signin.exchange.meanings import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything left as it stands here is read as a clerk reads it.

    `sheet` by its name; `header_row` from 1, 0 where the list has no head at all; `meanings` are the columns, by
    index from 0, that hold something else than was understood, IGNORED for nothing; `take_hidden` tells whether
    hidden rows are read like the rest.
    """

    sheet: str | None = None
    header_row: int | None = None
    meanings: tuple[tuple[int, Meaning], ...] = ()
    take_hidden: bool = True


AS_IT_IS = Choices()
