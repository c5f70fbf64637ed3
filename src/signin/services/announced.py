"""What an announcement tells, as the form of a new event: proposed to a person, nothing guessed."""

from __future__ import annotations

from signin.domain.event import Chair
from signin.exchange import announcement
from signin.exchange.announcement import Announcement, Day, Found, read_announcement
from signin.lao.dates import parse_dates
from signin.lao.normalize import canonical
from signin.lao.numbers import Tongue, format_date, format_time
from signin.services.events_again import chair_lines
from signin.services.new_event import Form

__all__ = ["Announcement", "lacks_year", "places", "proposed", "read_announcement"]

_LEAP_YEAR = 2024
Span = tuple[int, int]


def proposed(told: Announcement, language: Tongue) -> Form:
    """Give what was read as it is typed into a form; a day without a year stays one, the rest is empty."""
    return Form(
        title=told.title.value if told.title else "",
        organiser=told.organiser.value if told.organiser else "",
        venue=told.venue.value if told.venue else "",
        first_day=_day(told.starts_on, language),
        last_day=_day(told.ends_on, language),
        starts_at=format_time(told.starts_at.value) if told.starts_at else "",
        ends_at=format_time(told.ends_at.value) if told.ends_at else "",
        chairs=chair_lines([_chair(found.value) for found in told.chairs]),
    )


def places(told: Announcement) -> dict[str, list[Span]]:
    """Give where the words stand that each field of the form was read from."""
    found = {
        "title": told.title,
        "organiser": told.organiser,
        "venue": told.venue,
        "first_day": told.starts_on,
        "last_day": told.ends_on,
        "starts_at": told.starts_at,
        "ends_at": told.ends_at,
    }
    spans = {name: [(one.start, one.end)] for name, one in found.items() if one}
    return spans | {"chairs": [(one.start, one.end) for one in told.chairs]}


def lacks_year(text: str) -> bool:
    """Whether a text is a day to which only the year is missing."""
    said = canonical(text)
    return not parse_dates(said) and bool(parse_dates(said, year=_LEAP_YEAR))


def _day(found: Found[Day] | None, language: Tongue) -> str:
    if found is None:
        return ""
    day = found.value
    if day.year is None:
        return format_date(day.on(_LEAP_YEAR), language).removesuffix(f" {_LEAP_YEAR}")
    return format_date(day.on(day.year), language)


def _chair(told: announcement.Chair) -> Chair:
    return Chair(prefix=told.prefix, name=told.name, position=told.position)
