"""A roster written for others: as a workbook or as delimited text, safe to open and whole when it is there."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

from signin.domain.attendee import Attendee, Category, Sex, SexSource
from signin.words import Failure, Language, mark, render

_STARTS_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")

_HEADS = {
    "number": mark("No."),
    "prefix": mark("Prefix"),
    "name": mark("Name and surname"),
    "sex": mark("Sex"),
    "position": mark("Position"),
    "organisation": mark("Organisation"),
    "province": mark("Province"),
    "phone": mark("Phone"),
    "email": mark("Email"),
    "category": mark("Category"),
    "note": mark("Note"),
    "attention": mark("Attention"),
    "code": mark("Code"),
    "arrived": mark("Arrived"),
}
_WIDTHS = {"number": 6, "name": 32, "position": 24, "organisation": 44, "code": 22, "arrived": 18}
_SEXES = {Sex.MALE: mark("male"), Sex.FEMALE: mark("female"), Sex.UNKNOWN: ""}
_CATEGORIES = {
    Category.CHAIR: mark("chair"),
    Category.GUEST: mark("guest"),
    Category.PARTICIPANT: mark("participant"),
    Category.RESOURCE_PERSON: mark("resource person"),
    Category.ORGANISER: mark("organiser"),
    Category.PRESS: mark("press"),
}
_FONT = {"lo": "Phetsarath OT", "en": "Calibri"}
Line = list[str | int]


class RosterNotWritten(Failure):
    """The disk is full, the folder cannot be written, or the file is open elsewhere."""

    text = mark("{file} could not be written. Close it in other programs, or choose another folder.")
    exit_code = 7


class RosterDiskFull(RosterNotWritten):
    """The disk has no room for the file."""

    text = mark("{file} could not be written: the disk is full. Make room, or choose another folder.")


class RosterSuffix(Failure):
    """Neither .xlsx nor .csv was asked for."""

    text = mark("A roster is written as .xlsx or .csv, not as {suffix}. Choose another name.")
    exit_code = 2


def write_roster(
    path: Path,
    people: Sequence[Attendee],
    *,
    codes: Mapping[str, str],
    arrived: Mapping[str, datetime] | None = None,
    language: Language = "lo",
) -> None:
    """Write the roster to `path` (.xlsx or .csv), complete or not at all.

    `codes` and `arrived` (the first arrival) are by attendee id. A sex that is only proposed carries a
    question mark, so that reading the file back keeps it proposed.
    """
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise RosterSuffix(suffix=path.suffix or "?")
    columns = [column for column in _HEADS if column != "arrived" or arrived is not None]
    head: Line = [render(_HEADS[column], language) for column in columns]
    lines = [_line(person, columns, codes, arrived or {}, language) for person in people]
    _replace(path, lambda beside: writer(beside, columns, head, lines, language))


def _line(
    person: Attendee,
    columns: Iterable[str],
    codes: Mapping[str, str],
    arrived: Mapping[str, datetime],
    language: Language,
) -> Line:
    said: dict[str, str | int] = {
        "number": person.number,
        "sex": _sex(person, language),
        "category": render(_CATEGORIES[person.category], language),
        "code": codes.get(person.id, ""),
        "arrived": arrived[person.id].isoformat(" ", "minutes") if person.id in arrived else "",
    }
    return [said[column] if column in said else getattr(person, column) for column in columns]


def _sex(person: Attendee, language: Language) -> str:
    word = render(_SEXES[person.sex], language)
    return f"{word}?" if word and person.sex_source is SexSource.PROPOSED else word


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file, then take its place in one step."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".roster-", suffix=path.suffix)
        os.close(handle)
    except OSError as error:
        raise _refused(path, error) from None
    beside = Path(name)
    try:
        write(beside)
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as error:
        raise _refused(path, error) from None
    finally:
        beside.unlink(missing_ok=True)


def _refused(path: Path, error: Exception) -> RosterNotWritten:
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
    return (RosterDiskFull if full else RosterNotWritten)(file=path.name)


def _write_workbook(
    path: Path, columns: Sequence[str], head: Line, lines: Iterable[Line], language: Language
) -> None:
    """Write a workbook of plain texts: nothing becomes a formula, a link or a number that was none.

    It is packed in memory, for a packer that meets a full disk complains once more when it is let go of.
    """
    packed = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(packed, {**plain, "in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ບັນຊີລາຍຊື່" if language == "lo" else "Roster")
        text = workbook.add_format({"font_name": _FONT[language], "num_format": "@"})
        bold = workbook.add_format({"font_name": _FONT[language], "bold": True, "bottom": 1})
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDTHS.get(column, 16), text)
        for row, line in enumerate([head, *lines]):
            for at, cell in enumerate(line):
                if isinstance(cell, int):
                    sheet.write_number(row, at, cell)
                elif cell:
                    sheet.write_string(row, at, cell, text if row else bold)
        sheet.freeze_panes(1, 0)
    path.write_bytes(packed.getbuffer())


def _write_text(
    path: Path, _columns: Sequence[str], head: Line, lines: Iterable[Line], _language: Language
) -> None:
    """Write delimited text as Excel takes it: UTF-8 with a byte order mark, no cell that starts a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for line in [head, *lines]:
            writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in line])


def _harmless(cell: str) -> str:
    return f"'{cell}" if _STARTS_A_FORMULA.match(cell) else cell


_WRITERS = {".xlsx": _write_workbook, ".csv": _write_text}
