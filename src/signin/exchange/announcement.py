"""The facts of a meeting read out of a Lao announcement, an invitation or a piece of news, for a clerk to confirm.

Each fact comes with the words it was read from. What the text does not tell is left out and never guessed:
a day without a year stays one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from signin.exchange.announcement_chairs import Chair, chairs
from signin.exchange.announcement_days import days
from signin.exchange.announcement_held import held
from signin.exchange.announcement_hours import hours
from signin.exchange.announcement_labels import headings
from signin.exchange.announcement_people import people
from signin.exchange.announcement_places import places
from signin.exchange.announcement_text import Found, reading
from signin.exchange.announcement_title import title
from signin.exchange.announcement_topics import topics
from signin.lao.dates import Day

__all__ = ["Announcement", "Chair", "Day", "Found", "read_announcement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What a text tells about a meeting; None, or nothing in a tuple, where it tells nothing.

    `expected_is_minimum`: the text says "more than", "at least" or names a range, of which `expected` is the
    lower end.
    """

    title: Found[str] | None = None
    starts_on: Found[Day] | None = None
    ends_on: Found[Day] | None = None
    starts_at: Found[time] | None = None
    ends_at: Found[time] | None = None
    venue: Found[str] | None = None
    organiser: Found[str] | None = None
    chairs: tuple[Found[Chair], ...] = ()
    expected: Found[int] | None = None
    expected_is_minimum: bool = False
    women: Found[int] | None = None
    topics: tuple[Found[str], ...] = ()


def read_announcement(text: str) -> Announcement:
    """Read the facts of the meeting that a text announces or reports; any text can be given."""
    read = reading(text)
    headed, told = headings(read), held(read)
    when = days(read, headed, told)
    at = hours(read, headed, told, when.place)
    where = places(read, headed, told, when.place)
    who = people(read, headed, told)
    return Announcement(
        title=title(read, headed, told),
        starts_on=when.starts_on,
        ends_on=when.ends_on,
        starts_at=at.starts_at,
        ends_at=at.ends_at,
        venue=where.venue,
        organiser=where.organiser,
        chairs=chairs(read, headed),
        expected=who.expected,
        expected_is_minimum=who.is_minimum,
        women=who.women,
        topics=topics(read, headed, told),
    )
