"""Sheets of rows out of workbooks and delimited text, whatever the file turns out to be.

What the file is, its content says, not its name. Text is read here. Workbooks are read by calamine,
which is quick but takes whatever memory a workbook asks for, and ends the whole process when that is
more than there is. So:

* an .xlsx is unpacked by us, part by part and within limits, and calamine is given a new container of
  just those bytes (`container`); what it sees has been measured, whatever the original's directory says;
* where the measured parts prove that a reading stays small (`container.is_harmless`) it happens in this
  process, for a second process would cost more than everything else we add (spawning and handing
  80,000 cells back take 90 ms beside calamine's 75 ms for 10,000 rows; the proof takes 10 ms);
* everything else, every .xls and .ods among it, is read in a child process with limits on memory and time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from pathlib import Path
from typing import NamedTuple

from signin.exchange.failures import (
    FileEmpty,
    FileMissing,
    FileUnreadable,
    NotATable,
    TableTooLarge,
    WebPageNotTable,
)
from signin.exchange.limits import LIMITS, Limits

Cell = str | float | bool | date | time | timedelta
"""As calamine gives it; an empty cell is "", a number a float, a date with time a `datetime`."""

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


class Row(NamedTuple):
    """One row that is not blank; `number` counts from 1 as in the file. A tuple, for 10,000 are made at once."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False


class Merge(NamedTuple):
    """A merged area: rows by number (from 1), columns by index (from 0), both ends inside."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(NamedTuple):
    """A sheet and what a clerk sees of it.

    `hidden_columns` are indexes. `fonts` are the names of the workbook's fonts; `cell_fonts` gives the cells
    in Lao fonts from before Unicode, by row number and column index. An .xls or .ods tells neither its hidden
    rows and columns nor the fonts of its cells (None). `unanswered` are the cells of an .xlsx, by row number and
    column index, that hold a formula without a result: they read as empty.
    """

    name: str
    visible: bool
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    fonts: tuple[str, ...] = ()
    cell_fonts: Mapping[tuple[int, int], str] | None = None
    unanswered: frozenset[tuple[int, int]] = frozenset()


def letters(column: int) -> str:
    """Name a column as a workbook does, by its index: 0 is A, 26 is AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def read(
    path: Path, *, limits: Limits = LIMITS, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Sheet, ...]:
    """Read every sheet of a workbook, or the one table of a text file.

    `cancelled` is asked about twenty times a second while a child process reads. Failures: those of
    `signin.exchange.failures` that speak of files and tables.
    """
    path = Path(path)
    start = _opening_bytes(path, limits)
    suffix = path.suffix.lower()
    if suffix not in TEXT_SUFFIXES | WORKBOOK_SUFFIXES:
        raise NotATable(file=path.name)
    if start.startswith((ZIP, OLE)):
        from signin.exchange import workbooks

        return workbooks.read(path, old=start.startswith(OLE), limits=limits, cancelled=cancelled)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise WebPageNotTable(file=path.name)
    if suffix in WORKBOOK_SUFFIXES and b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotATable(file=path.name)
    from signin.exchange import delimited

    return (delimited.read(path, limits=limits),)


def _opening_bytes(path: Path, limits: Limits) -> bytes:
    """Give the first bytes of a file that is there, can be opened, and is of a sensible size."""
    try:
        with path.open("rb") as file:
            start = file.read(2048)
    except FileNotFoundError:
        raise FileMissing(file=path.name) from None
    except OSError:
        raise FileUnreadable(file=path.name) from None
    if not start:
        raise FileEmpty(file=path.name)
    if path.stat().st_size > limits.file_bytes:
        raise TableTooLarge(file=path.name)
    return start
