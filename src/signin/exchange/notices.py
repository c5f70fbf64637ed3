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
    "sex-proposed": mark("People whose sex is only proposed by the prefix: {count}. Rows {rows}."),
    "phone-zero": mark(
        "Phone numbers that have lost their leading 0: {count}; --put-zeros puts it back. Rows {rows}."
    ),
    "number-damaged": mark("Numbers of more than 15 digits, damaged by the workbook: {count}. Rows {rows}."),
    "number-repeated": mark(
        "Roster numbers that stand more than once: {count}. New numbers are given. Rows {rows}."
    ),
    "number-unread": mark(
        "Cells in the number column that are no numbers: {count}. New numbers are given. Rows {rows}."
    ),
    "unseen-stripped": mark("Names with invisible characters, which were taken out: {count}. Rows {rows}."),
    "category-proposed": mark("People whose category is only proposed: {count}. Rows {rows}."),
    "category-unread": mark("Categories that were not understood: {count}. Rows {rows}."),
    "sex-unread": mark("Cells about the sex that were not understood: {count}. Rows {rows}."),
    "hidden-rows": mark("Hidden rows that were read like the rest: {count}. Are they meant? Rows {rows}."),
    "hidden-left": mark("Hidden rows that were left out: {count}. Rows {rows}."),
    "group-rows": mark("Rows read as names of groups: {count}. Rows {rows}."),
    "prepared-rows": mark("Prepared rows without a person, left out: {count}. Rows {rows}."),
    "after-total": mark("Rows below the total, not read: {count}. Rows {rows}."),
    "formula-unread": mark(
        "Rows with a formula whose result is not in the file: {count}; its cell was read as empty. Open the file"
        " in a spreadsheet program, save it and read it again. Rows {rows}."
    ),
    "prefix-joined": mark("Names that may begin with a prefix written together: {count}. Rows {rows}."),
    "two-in-cell": mark("Two people in one cell? Such names: {count}. Give each a row of their own. Rows {rows}."),
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
