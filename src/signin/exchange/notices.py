"""What a person is told about a roster that was read: one notice a kind, with the rows it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from signin.words import Message, mark, say

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at. `row` is the first row it is about, None for the whole file; `kind` is kebab-case."""

    row: int | None
    kind: str
    message: Message


MANY = {
    "sex-proposed": mark("{count} people: the sex is only proposed by the prefix. Rows {rows}."),
    "phone-zero": mark("{count} phone numbers have lost their leading 0; --put-zeros puts it back. Rows {rows}."),
    "number-damaged": mark(
        "{count} numbers have more than 15 digits and were damaged by the workbook. Rows {rows}."
    ),
    "number-repeated": mark("{count} roster numbers stand more than once; new numbers are given. Rows {rows}."),
    "number-unread": mark(
        "{count} cells in the number column are no numbers; new numbers are given. Rows {rows}."
    ),
    "unseen-stripped": mark("{count} names held invisible characters, which were taken out. Rows {rows}."),
    "category-proposed": mark("{count} people: the category is only proposed. Rows {rows}."),
    "category-unread": mark("{count} categories were not understood. Rows {rows}."),
    "sex-unread": mark("{count} cells about the sex were not understood. Rows {rows}."),
    "hidden-rows": mark("{count} hidden rows were read like the rest. Are they meant? Rows {rows}."),
    "hidden-left": mark("{count} hidden rows were left out. Rows {rows}."),
    "group-rows": mark("{count} rows were read as names of groups. Rows {rows}."),
    "prepared-rows": mark("{count} prepared rows without a person were left out. Rows {rows}."),
    "after-total": mark("{count} rows below the total were not read. Rows {rows}."),
    "formula-unread": mark(
        "{count} rows hold a formula whose result is not in the file; its cell was read as empty. Open the file in"
        " a spreadsheet program, save it and read it again. Rows {rows}."
    ),
    "prefix-joined": mark("{count} names may begin with a prefix written together. Rows {rows}."),
}
"""Kinds that are summed up: many rows, one sentence."""


@dataclass(slots=True)
class Gathering:
    """Notices as they come up while rows are read; `notices()` puts them in order."""

    single: list[Notice] = field(default_factory=list)
    rows: dict[str, list[int]] = field(default_factory=dict)

    def note(self, kind: str, row: int) -> None:
        """Add a row to a kind of `MANY`."""
        self.rows.setdefault(kind, []).append(row)

    def tell(self, kind: str, row: int | None, message: Message) -> None:
        """Add a notice of its own."""
        self.single.append(Notice(row, kind, message))

    def notices(self) -> tuple[Notice, ...]:
        """Give all notices by row, those about the whole file first."""
        summed = [
            Notice(rows[0], kind, say(MANY[kind], count=len(rows), rows=ranges(rows)))
            for kind, rows in self.rows.items()
        ]
        return tuple(sorted(self.single + summed, key=lambda notice: (notice.row or 0, notice.kind)))


def ranges(numbers: Iterable[int]) -> str:
    """Write row numbers shortly: "3–5, 9"; a long list ends with an ellipsis."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [f"{first}" if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")
