"""Every column of a sheet beside its head: what it is taken for, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from signin.exchange import cells
from signin.exchange.heads import Head
from signin.exchange.meanings import Meaning
from signin.exchange.tables import Sheet

TOP = 20
"""So many rows are looked at for samples, and offered as the head."""
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column by its index from 0, with its head's text, its meaning (None: not read) and its first texts."""

    index: int
    text: str
    meaning: Meaning | None
    samples: tuple[str, ...]
    hidden: bool


def seen(sheet: Sheet, head: Head | None) -> tuple[ColumnSeen, ...]:
    """Give the columns that hold anything from the head on; without a head, all that hold anything."""
    first = 0 if head is None else head.row
    texts = {} if head is None else head.texts
    below: dict[int, dict[str, None]] = {column: {} for column in texts}
    for row in sheet.rows:
        if row.number > first:
            for column, cell in enumerate(row.cells):
                samples = below.setdefault(column, {}) if cell != "" else below.get(column)
                if samples is not None and cell != "" and len(samples) < _SAMPLES and (said := cells.text(cell)):
                    samples[said] = None
    return tuple(
        ColumnSeen(
            column,
            texts.get(column, ""),
            None if head is None else head.meanings.get(column),
            tuple(samples),
            column in sheet.hidden_columns,
        )
        for column, samples in sorted(below.items())
    )
