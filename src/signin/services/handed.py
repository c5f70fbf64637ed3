"""A roster file that is handed in: read once, looked at as often as somebody chooses something else about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from signin.exchange import columns, tables
from signin.exchange.cells import phone
from signin.exchange.choices import AS_IT_IS, Choices
from signin.exchange.chosen_sheet import the_sheet
from signin.exchange.columns import ColumnSeen
from signin.exchange.people import RosterLine
from signin.exchange.roster import Reading, read_sheets
from signin.exchange.tables import Row, Sheet
from signin.lao import prefixes
from signin.services import glyphs, title_rows
from signin.services.new_event import Form
from signin.words import Failure

_PHONES = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file that was read, and what was understood of it under some choices.

    `reading` is None where nobody can be read; then `refusal` says why, and what can be chosen instead is in the
    rest. `sheet` is the name of the one looked at, `header_row` its head (0: none), `columns` all that it has.
    `zeros_lost` is how many people have a telephone number that lost its leading 0; `proposed` is what the title
    rows say of the event.
    """

    path: Path
    sheets: tuple[Sheet, ...]
    choices: Choices
    sheet: str
    header_row: int
    columns: tuple[ColumnSeen, ...]
    reading: Reading | None
    refusal: Failure | None
    proposed: Form
    zeros_lost: int

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of the sheets that can be read: those that are seen and hold anything."""
        return tuple(sheet.name for sheet in self.sheets if sheet.visible and sheet.rows)

    @property
    def top_rows(self) -> tuple[Row, ...]:
        """The first filled rows of the sheet, one of which is the head."""
        rows = next(sheet.rows for sheet in self.sheets if sheet.name == self.sheet)
        return tuple(row for row in rows if row.number <= columns.TOP)


def read_file(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> Handed:
    """Read a roster file. Raises the failures of `signin.exchange.failures` where nothing can be chosen either."""
    return _handed(Path(path), tables.read(path, cancelled=cancelled), AS_IT_IS)


def look_again(handed: Handed, choices: Choices) -> Handed:
    """Look at the same file under other choices, without reading it again."""
    return _handed(handed.path, handed.sheets, choices)


def _handed(path: Path, sheets: tuple[Sheet, ...], choices: Choices) -> Handed:
    sheet, head, _ = the_sheet(sheets, path.name, choices)
    reading, refusal = _read(path, sheets, choices)
    row = 0 if head is None else head.row
    return Handed(
        path=path,
        sheets=sheets,
        choices=choices,
        sheet=sheet.name,
        header_row=row,
        columns=columns.seen(sheet, head),
        reading=reading,
        refusal=refusal,
        proposed=title_rows.proposed(sheet, row),
        zeros_lost=0 if reading is None else sum(phone(line.phone).lacks_zero for line in reading.people),
    )


def _read(path: Path, sheets: tuple[Sheet, ...], choices: Choices) -> tuple[Reading, None] | tuple[None, Failure]:
    try:
        reading = glyphs.looked_through(read_sheets(sheets, path.name, choices))
    except Failure as failure:
        return None, failure
    return replace(reading, file=str(path)), None


def with_zeros(reading: Reading) -> Reading:
    """Put the leading 0 back to every telephone number that has lost it; nothing else is asked about then."""
    people = tuple(replace(line, phone=_with_zeros(line)) for line in reading.people)
    notices = tuple(notice for notice in reading.notices if notice.kind != "phone-zero")
    return replace(reading, people=people, notices=notices)


def _with_zeros(line: RosterLine) -> str:
    parts = line.phone.split(_PHONES)
    return _PHONES.join(f"0{part}" if phone(part).lacks_zero else part for part in parts)


def in_full(reading: Reading) -> Reading:
    """Write each prefix in full of which it is certain what it stands for."""
    return replace(reading, people=tuple(replace(line, prefix=_in_full(line)) for line in reading.people))


def abbreviated(reading: Reading | None) -> int:
    """Count the people whose prefix could be written in full."""
    return 0 if reading is None else sum(_in_full(line) != line.prefix for line in reading.people)


def _in_full(line: RosterLine) -> str:
    """Write the prefix in full; before a name that begins with another abbreviation (ນ. ສ.) nothing is certain."""
    return line.prefix if "." in line.name else prefixes.in_full(line.prefix)
