"""A roster written for others: as a workbook or as delimited text, safe to open and whole when it is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from signin.domain.attendee import Attendee, Category, Sex, SexSource
from signin.exchange.table_file import SUFFIXES, Line, Sheet, write_table
from signin.words import Failure, Language, mark, render

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
    if path.suffix.lower() not in SUFFIXES:
        raise RosterSuffix(suffix=path.suffix or "?")
    columns = [column for column in _HEADS if column != "arrived" or arrived is not None]
    head: Line = [render(_HEADS[column], language) for column in columns]
    lines = [_line(person, columns, codes, arrived or {}, language) for person in people]
    sheet = Sheet("ບັນຊີລາຍຊື່" if language == "lo" else "Roster", head, [_WIDTHS.get(one, 16) for one in columns])
    write_table(path, sheet, lines, language)


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
