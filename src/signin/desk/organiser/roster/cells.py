"""What a cell of the roster says of a person, and what is typed into it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from signin.desk.look.voice import Voice
from signin.desk.reception.person_fields import called
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee, Category, Sex, SexSource
from signin.lao.normalize import canonical, fold
from signin.lao.numbers import to_latin_digits
from signin.services.corrections import Correction
from signin.services.roster_table import Column, Standing, Trait
from signin.words import LANGUAGES, Failure, mark, render

T = TypeVar("T")

HEADS: Mapping[Column, str] = {
    Column.NUMBER: mark("No."),
    Column.NAME: mark("Name"),
    Column.SEX: mark("Sex"),
    Column.POSITION: mark("Position"),
    Column.ORGANISATION: mark("Organisation"),
    Column.PROVINCE: mark("Province"),
    Column.PHONE: mark("Phone"),
    Column.CATEGORY: mark("Category"),
    Column.STATE: mark("State"),
}
SEXES: Mapping[Sex, str] = {
    Sex.FEMALE: mark("Female"),
    Sex.MALE: mark("Male"),
    Sex.UNKNOWN: mark("Not known"),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.ARRIVED: mark("Arrived"),
    Standing.EXPECTED: mark("Expected"),
    Standing.CANCELLED: mark("Cancelled"),
    Standing.REPLACED: mark("Replaced"),
}
TRAITS: Mapping[Trait, str] = {
    Trait.ARRIVED: mark("Arrived"),
    Trait.MISSING: mark("Missing"),
    Trait.WOMEN: mark("Women"),
    Trait.WITHOUT_SEX: mark("Without sex"),
    Trait.WITHOUT_PHONE: mark("Without phone"),
    Trait.GONE: mark("Cancelled or replaced"),
    Trait.WALK_IN: mark("Walk-ins"),
}
FIXED = (Column.NUMBER, Column.STATE)
"""Columns that are not typed into: a number stays, and a place changes with a reason."""
_TEXTS = {
    Column.POSITION: "position",
    Column.ORGANISATION: "organisation",
    Column.PROVINCE: "province",
    Column.PHONE: "phone",
}


class NoPhone(Failure):
    """What was typed as a phone has no digits."""

    text = mark("A phone number has digits. Write it, or leave the cell empty.")


class NoSex(Failure):
    """What was typed is none of the words for a sex."""

    text = mark("Write “{female}”, “{male}” or “{unknown}”.")


class NoCategory(Failure):
    """What was typed is no category."""

    text = mark("There is no category “{typed}”. Choose one of the list: arrow down opens it.")


def sex_word(voice: Voice, person: Attendee) -> str:
    """Say a sex; one that is only proposed has a question mark, none that is not known."""
    if person.sex is Sex.UNKNOWN:
        return ""
    said = voice.text(SEXES[person.sex])
    return f"{said} ?" if person.sex_source is SexSource.PROPOSED else said


def written(voice: Voice, person: Attendee, column: Column) -> str:
    """Give what stands in a cell to be corrected."""
    if column is Column.NAME:
        return person.full_name
    if column is Column.SEX:
        return voice.text(SEXES[person.sex]) if person.sex is not Sex.UNKNOWN else ""
    if column is Column.CATEGORY:
        return voice.text(WORDS[person.category])
    return str(getattr(person, _TEXTS[column]))


def offered(voice: Voice, column: Column) -> list[str]:
    """Give the words of a column that has only a few."""
    words: Sequence[str] = ()
    if column is Column.SEX:
        words = list(SEXES.values())
    elif column is Column.CATEGORY:
        words = list(WORDS.values())
    return [voice.text(word) for word in words]


def meant(voice: Voice, person: Attendee, column: Column, typed: str) -> Correction:
    """Give the correction that was typed into a cell. Raises NoPhone, NoSex, NoCategory."""
    text = canonical(typed)
    if column is Column.NAME:
        prefix, name = called(text, person)
        return Correction(name=name, prefix=prefix)
    if column is Column.SEX:
        return Correction(sex=_sex(voice, text))
    if column is Column.CATEGORY:
        return Correction(category=_category(text))
    if column is Column.PHONE and text and not any(letter.isdigit() for letter in to_latin_digits(text)):
        raise NoPhone
    return replace(Correction(), **{_TEXTS[column]: text})  # type: ignore[arg-type]  # texts all


def _sex(voice: Voice, text: str) -> Sex:
    if not text:
        return Sex.UNKNOWN
    found = _of_words(text, SEXES.__getitem__, Sex)
    if found is None:
        female, male, unknown = (voice.text(SEXES[one]) for one in (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN))
        raise NoSex(female=female, male=male, unknown=unknown)
    return found


def _category(text: str) -> Category:
    found = _of_words(text, WORDS.__getitem__, Category) if text else None
    if found is None:
        raise NoCategory(typed=text)
    return found


def _of_words(text: str, word_of: Callable[[T], str], values: Sequence[T] | type[T]) -> T | None:
    """Give whose word it is in either language, or the only one whose word begins so."""
    sought = fold(text)
    words = [(fold(render(word_of(one), language)), one) for one in values for language in LANGUAGES]  # type: ignore[union-attr]
    whole = {one for word, one in words if word == sought}
    begun = whole or {one for word, one in words if word.startswith(sought)}
    return next(iter(begun)) if len(begun) == 1 else None
