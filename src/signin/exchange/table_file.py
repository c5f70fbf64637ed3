"""A table written for others: as a workbook or as delimited text, safe to open and whole when it is there."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from signin.words import Failure, Language, mark

SUFFIXES = (".xlsx", ".csv")
"""What a table can be written as."""
_STARTS_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_FONT = {"lo": "Phetsarath OT", "en": "Calibri"}
Line = Sequence[str | int]


class TableNotWritten(Failure):
    """The disk is full, the folder cannot be written, or the file is open elsewhere."""

    text = mark("{file} could not be written. Close it in other programs, or choose another folder.")
    exit_code = 7


class TableDiskFull(TableNotWritten):
    """The disk has no room for the file."""

    text = mark("{file} could not be written: the disk is full. Make room, or choose another folder.")


class TableSuffix(Failure):
    """Neither .xlsx nor .csv was asked for."""

    text = mark("A table is written as .xlsx or .csv, not as {suffix}. Choose another name.")
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet's name, the head row, and the width of each column in letters."""

    name: str
    head: Line
    widths: Sequence[int]


def write_table(path: Path, sheet: Sheet, lines: Iterable[Line], language: Language = "lo") -> None:
    """Write a table to `path` (.xlsx or .csv), complete or not at all.

    Texts stay texts: no cell becomes a formula, a link or a number that was none. Raises TableSuffix,
    TableNotWritten, TableDiskFull.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise TableSuffix(suffix=path.suffix or "?")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".table-", suffix=path.suffix)
        os.close(handle)
    except OSError as error:
        raise _refused(path, error) from None
    beside = Path(name)
    try:
        if suffix == ".xlsx":
            _write_workbook(beside, sheet, lines, language)
        else:
            _write_text(beside, sheet, lines)
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as error:
        raise _refused(path, error) from None
    finally:
        beside.unlink(missing_ok=True)


def _refused(path: Path, error: Exception) -> TableNotWritten:
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
    return (TableDiskFull if full else TableNotWritten)(file=path.name)


def _write_workbook(path: Path, sheet: Sheet, lines: Iterable[Line], language: Language) -> None:
    """Write a workbook of plain texts: nothing becomes a formula, a link or a number that was none.

    It is packed in memory, for a packer that meets a full disk complains once more when it is let go of.
    """
    packed = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(packed, {**plain, "in_memory": True}) as workbook:
        written = workbook.add_worksheet(sheet.name)
        text = workbook.add_format({"font_name": _FONT[language], "num_format": "@"})
        bold = workbook.add_format({"font_name": _FONT[language], "bold": True, "bottom": 1})
        for at, width in enumerate(sheet.widths):
            written.set_column(at, at, width, text)
        for row, line in enumerate([sheet.head, *lines]):
            for at, cell in enumerate(line):
                if isinstance(cell, int):
                    written.write_number(row, at, cell)
                elif cell:
                    written.write_string(row, at, cell, text if row else bold)
        written.freeze_panes(1, 0)
    path.write_bytes(packed.getbuffer())


def _write_text(path: Path, sheet: Sheet, lines: Iterable[Line]) -> None:
    """Write delimited text as Excel takes it: UTF-8 with a byte order mark, no cell that starts a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for line in [sheet.head, *lines]:
            writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in line])


def _harmless(cell: str) -> str:
    return f"'{cell}" if _STARTS_A_FORMULA.match(cell) else cell
