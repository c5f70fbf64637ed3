"""Whose text kept a paper from being printed: failures that name the person and the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from signin.domain.attendee import Attendee
from signin.typeset import DoesNotFit, MissingGlyph, RowTooTall
from signin.words import mark, say

FIELDS = {
    "name": mark("Name"),
    "prefix": mark("Prefix"),
    "position": mark("Position"),
    "organisation": mark("Organisation"),
    "province": mark("Province"),
    "phone": mark("Phone"),
}
"""What papers print of a person, and how it is called."""


class PersonHasNoGlyph(MissingGlyph):
    """No font has a letter for a character of this person's."""

    text = mark(
        "Number {number}, {name} – {field}: no font has the character “{character}” ({code}). "
        "Replace it and print again."
    )


class PersonDoesNotFit(DoesNotFit):
    """A text of this person's paper is too long for its place."""

    text = mark(
        "Number {number}, {name} – {field}: “{text}” is too long for its place even in letters of {size} points. "
        "Shorten it and print again."
    )


class PersonTooTall(RowTooTall):
    """This person's row in the list is taller than a page."""

    text = mark(
        "Number {number}, {name} – {field}: “{text}” makes a row taller than a page. Shorten it and print again."
    )


@contextmanager
def about(who: Attendee) -> Iterator[None]:
    """Name the person in what goes wrong while their texts are drawn; what is not theirs stays as it is."""
    try:
        yield
    except MissingGlyph as failure:
        _raise_glyph(failure, [who])
    except DoesNotFit as failure:
        raise PersonDoesNotFit(**_of(who, _field_with(who, failure.values["text"])), **failure.values) from failure


@contextmanager
def among(people: Sequence[Attendee]) -> Iterator[None]:
    """Name the person while the rows of all are set: who it is, their texts tell."""
    try:
        yield
    except MissingGlyph as failure:
        _raise_glyph(failure, people)
    except RowTooTall as failure:
        who = people[int(str(failure.values["row"])) - 1]
        field = max(FIELDS, key=lambda one: len(getattr(who, one)))
        raise PersonTooTall(**_of(who, field), text=getattr(who, field)[:80]) from failure


def _raise_glyph(failure: MissingGlyph, people: Sequence[Attendee]) -> NoReturn:
    """Look for whom the character belongs to."""
    character = chr(int(str(failure.values["code"]).removeprefix("U+"), 16))
    for who in people:
        for field in FIELDS:
            if character in getattr(who, field):
                raise PersonHasNoGlyph(**_of(who, field), **failure.values) from failure
    raise failure


def _field_with(who: Attendee, text: object) -> str:
    """Give the field that a text is, or that is the greatest part of it."""
    held = [field for field in FIELDS if getattr(who, field) and getattr(who, field) in str(text)]
    return max(held, key=lambda field: len(getattr(who, field)), default="")


def _of(who: Attendee, field: str) -> dict[str, object]:
    return {"number": who.number, "name": who.full_name, "field": say(FIELDS.get(field) or mark("Text"))}
