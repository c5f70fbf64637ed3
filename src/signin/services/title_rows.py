"""What the rows above a roster's head say of the event: proposed to a person, never taken silently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signin.exchange.tables import Sheet
from signin.lao.dates import parse_dates
from signin.lao.normalize import canonical
from signin.lao.numbers import format_date, format_time
from signin.lao.times import parse_times
from signin.services.new_event import Form

_NATION = re.compile("ສາທາລະນະລັດ|ສ ?ປ ?ປ ?ລາວ|ສັນຕິພາບ|lao people|peace", re.IGNORECASE)
_LIST = re.compile(
    r"(?:ບັນຊີ)?(?:ລາຍຊື່|ລາຍນາມ)(?:ຜູ້)?(?:ທີ່)?(?:ເຂົ້າ|ມາ)?(?:ຮ່ວມ)?\s*(?:ໃນ)?\s*|"
    r"(?:list|roster)(?: of)?(?: the)? (?:participants|attendees)\s*"
    r"(?:(?:of|in|at|to|for)\s+)?(?:the\s+)?[:–-]?\s*",
    re.IGNORECASE,
)
_MEETING = re.compile(
    "ກອງປະຊຸມ|ສຳມະນາ|ຝຶກອົບຮົມ|ພິທີ|ສາມັກຄີ|ປຶກສາຫາລື|meeting|conference|training|workshop|seminar|ceremony",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    "ກະຊວງ|ກົມ|ສູນ|ພະແນກ|ຫ້ອງການ|ສະຖາບັນ|ອົງການ|ແຂວງ|ນະຄອນ|ministry|department|office|centre|center|institute",
    re.IGNORECASE,
)
_BEFORE_DAYS = re.compile(r"[\s,(–-]*(?:(?:ໃນ|ຄັ້ງ)?ວັນ(?:ທີ)?|ລະຫວ່າງ|ໃນ|on|from|date:?)?\s*$", re.IGNORECASE)
_WHERE = re.compile(r"[\s,;]*(?:ສະຖານທີ່|ທີ່|ຢູ່|ນະ|at\b|venue\b)\s*:?\s*(?P<venue>\S.*)", re.IGNORECASE)


def proposed(sheet: Sheet, header_row: int) -> Form:
    """Read title, days, hours, place and organiser in the rows above the head; what is not found stays usual."""
    lines = _lines(sheet, header_row)
    title = _title(lines)
    form = Form(title=title, organiser=_organiser(lines, title), venue=_venue(lines))
    return _with_days(lines, _with_hours(lines, form))


def _lines(sheet: Sheet, header_row: int) -> list[str]:
    """Give the texts above the head that stand alone in their row, without the nation's name and motto."""
    lines = []
    for row in sheet.rows:
        said = {canonical(cell) for cell in row.cells if isinstance(cell, str)} - {""}
        if row.number < header_row and len(said) == 1:
            lines += [line for line in said if not _NATION.match(line)]
    return lines


def _title(lines: Sequence[str]) -> str:
    """Give the line that names a meeting, else what a list is said to be of; rather one without a date."""
    undated = sorted(lines, key=lambda line: bool(parse_dates(line)))
    for line in undated:
        if _MEETING.search(line) and not _OFFICE.match(line):
            return _bare(line)
    return next((bare for line in undated if _LIST.match(line) and (bare := _bare(line))), "")


def _bare(line: str) -> str:
    """Take "list of participants of" off the start, and the days with what follows off the end."""
    dates = parse_dates(line)
    if dates:
        line = _BEFORE_DAYS.sub("", line[: dates[0].start])
    found = _LIST.match(line)
    return line[found.end() :].strip() if found else line


def _organiser(lines: Sequence[str], title: str) -> str:
    """Give the offices above the title, the lower one first as an organiser is written."""
    offices = []
    for line in lines:
        if title and title in line:
            break
        if _OFFICE.match(line):
            offices.append(line)
    return ", ".join(reversed(offices))


def _venue(lines: Sequence[str]) -> str:
    """Give the place that follows the days, or that a line of its own names."""
    for line in lines:
        dates = parse_dates(line)
        found = _WHERE.match(line[dates[-1].end :] if dates else line)
        if found:
            return found["venue"].strip(" .)")
    return ""


def _with_days(lines: Sequence[str], form: Form) -> Form:
    found = next((dates[0] for line in lines if (dates := parse_dates(line))), None)
    if found is None:
        return form
    return replace(form, first_day=format_date(found.first), last_day=format_date(found.last))


def _with_hours(lines: Sequence[str], form: Form) -> Form:
    times = [found.time for line in lines for found in parse_times(line)]
    if len(times) != 2 or times[0] >= times[1]:  # noqa: PLR2004 - from when to when
        return form
    return replace(form, starts_at=format_time(times[0]), ends_at=format_time(times[1]))
