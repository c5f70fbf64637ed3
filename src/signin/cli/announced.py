"""An announcement's facts as one JSON object, and as lines that a clerk confirms, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from signin.lao.numbers import MONTHS, format_date, format_time
from signin.words import Language, Message, say

if TYPE_CHECKING:
    from signin.cli.as_json import Json
    from signin.exchange.announcement import Announcement, Chair, Day, Found

T = TypeVar("T")


def as_json(read: Announcement) -> Json:
    """Give the facts; null where the text does not tell one, or tells a day without its year."""
    return {
        "title": _value(read.title),
        "starts_on": _day(read.starts_on),
        "ends_on": _day(read.ends_on),
        "starts_at": _hour(read.starts_at),
        "ends_at": _hour(read.ends_at),
        "venue": _value(read.venue),
        "organiser": _value(read.organiser),
        "chairs": [
            {"prefix": one.value.prefix, "name": one.value.name, "position": one.value.position}
            for one in read.chairs
        ],
        "expected": _value(read.expected),
        "expected_is_minimum": read.expected_is_minimum,
        "women": _value(read.women),
        "topics": [one.value for one in read.topics],
    }


def _value(found: Found[T] | None) -> T | None:
    return found.value if found else None


def _day(found: Found[Day] | None) -> str | None:
    if found is None or found.value.year is None:
        return None
    return date(found.value.year, found.value.month, found.value.day).isoformat()


def _hour(found: Found[time] | None) -> str | None:
    return format_time(found.value) if found else None


def as_lines(read: Announcement, language: Language) -> Iterator[Message]:
    """Give a line for each fact and the words it was read from; what is missing is asked for."""
    yield _line(say("Title"), read.title, read.title and read.title.value)
    yield _line(say("First day"), read.starts_on, read.starts_on and _said_day(read.starts_on.value, language))
    yield _line(say("Last day"), read.ends_on, read.ends_on and _said_day(read.ends_on.value, language))
    yield _line(say("Begins at"), read.starts_at, _hour(read.starts_at))
    yield _line(say("Ends at"), read.ends_at, _hour(read.ends_at))
    yield _line(say("Place"), read.venue, read.venue and read.venue.value)
    yield _line(say("Organiser"), read.organiser, read.organiser and read.organiser.value)
    yield from _each(say("Chair"), read.chairs, [_said_chair(one.value) for one in read.chairs])
    yield _line(say("People expected"), read.expected, _said_number(read))
    yield _line(say("Women"), read.women, read.women and str(read.women.value))
    yield from _each(say("Topic"), read.topics, [one.value for one in read.topics])
    yield say("Compare each line with the text. What is not told, ask the organiser.")


def _line(label: Message, found: Found[T] | None, said: object) -> Message:
    if found is None:
        return say("{label}: not told", label=label)
    return say("{label}: {said}  ← “{words}”", label=label, said=said, words=" ".join(found.words.split()))


def _each(label: Message, found: tuple[Found[T], ...], said: list[str]) -> Iterator[Message]:
    if not found:
        yield _line(label, None, None)
    for one, text in zip(found, said, strict=True):
        yield _line(label, one, text)


def _said_day(day: Day, language: Language) -> str | Message:
    if day.year is not None:
        return format_date(date(day.year, day.month, day.day), language)
    return say("{day} {month}; of which year?", day=day.day, month=MONTHS[language][day.month - 1])


def _said_chair(chair: Chair) -> str:
    return ", ".join(filter(None, [f"{chair.prefix} {chair.name}".strip(), chair.position]))


def _said_number(read: Announcement) -> str | Message:
    number = read.expected.value if read.expected else 0
    return say("at least {number}", number=number) if read.expected_is_minimum else str(number)
