"""How a row of the record is said in a sentence, and each of its fields and values in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Any

from signin.documents.categories import WORDS as CATEGORIES
from signin.domain.attendee import Category, Origin, Sex, SexSource, State
from signin.domain.event import Event, Mode, Rule, Session
from signin.domain.print_run import Paper
from signin.domain.record import Fields, Record, Verb
from signin.services import merge_words
from signin.services.records import BROUGHT_ABOUT
from signin.words import Message, mark, say

SHOWN = 3
"""So many changed fields are told in the sentence itself; of more, how many there are."""
_NOON = 12
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of a line: its name, what it was (empty where that says nothing), and what it is."""

    label: Message
    before: Message
    after: Message


FIELDS: Mapping[str, str] = {
    "number": mark("Number"),
    "prefix": mark("Prefix"),
    "name": mark("Name"),
    "sex": mark("Sex"),
    "sex_source": mark("Sex known from"),
    "position": mark("Position"),
    "organisation": mark("Organisation"),
    "province": mark("Province"),
    "phone": mark("Phone"),
    "email": mark("Email"),
    "category": mark("Category"),
    "note": mark("Note"),
    "attention": mark("Attention"),
    "state": mark("State"),
    "origin": mark("Came to the roster by"),
    "stands_for": mark("Comes for number"),
    **merge_words.FIELDS,
    "title": mark("Title of the event"),
    "organiser": mark("Organiser"),
    "venue": mark("Venue"),
    "host": mark("Host"),
    "starts_on": mark("First day"),
    "ends_on": mark("Last day"),
    "starts_at": mark("Begins, first day"),
    "ends_at": mark("Ends, last day"),
    "chairs": mark("Chairs"),
    "letterhead.offices": mark("Letterhead: offices"),
    "letterhead.number": mark("Letterhead: number"),
    "letterhead.place": mark("Letterhead: place"),
    "certificate.rule": mark("Certificate: how it is earned"),
    "certificate.value": mark("Certificate: how much is asked"),
    "certificate.sessions": mark("Certificate: sessions"),
    "certificate.title": mark("Certificate: title"),
    "certificate.wording": mark("Certificate: wording"),
    "certificate.signatory": mark("Certificate: who signs"),
    "certificate.signatory_position": mark("Certificate: position of who signs"),
    "certificate.place": mark("Certificate: place of signing"),
    "certificate.register": mark("Certificate: register number"),
}
"""What each field of a person and of an event is called."""
SESSION_FIELDS: Mapping[str, str] = {
    "": mark("hours"),
    "title": mark("title"),
    "room": mark("room"),
    "doors": mark("doors open"),
    "mode": mark("what the door notes"),
    "categories": mark("which categories"),
    "people": mark("which people"),
}
"""What the fields of a session are called, behind its name."""
_HIDDEN = (BROUGHT_ABOUT, "replaces")
"""Fields that hold ids, which say nothing to anybody."""
_BESIDE = {"sex_source": "sex", "prefix": "name"}
"""Fields that a sentence leaves out beside the one they go with."""
_OF_SESSION = re.compile(r"session (\S+) ?(|title|room|doors|mode|categories|people)")
_HALF_DAY = re.compile(r"day([0-9]+)-(am|pm)")
_DAYS = ("starts_on", "ends_on")

_VALUES: Mapping[str, tuple[type[StrEnum], Mapping[Any, str]]] = {
    "sex": (Sex, {Sex.FEMALE: mark("Female"), Sex.MALE: mark("Male"), Sex.UNKNOWN: mark("Not known")}),
    "sex_source": (
        SexSource,
        {SexSource.STATED: mark("Said by the office"), SexSource.PROPOSED: mark("Proposed by the prefix")},
    ),
    "category": (Category, CATEGORIES),
    "state": (
        State,
        {
            State.EXPECTED: mark("Expected"),
            State.CANCELLED: mark("Cancelled"),
            State.REPLACED: mark("Replaced"),
            State.MERGED: mark("The same as another"),
        },
    ),
    "origin": (
        Origin,
        {
            Origin.ROSTER: mark("Roster"),
            Origin.WALK_IN: mark("Walk-in"),
            Origin.SUBSTITUTE: mark("Substitute"),
        },
    ),
    "certificate.rule": (
        Rule,
        {
            Rule.COUNT: mark("So many sessions"),
            Rule.SHARE: mark("A share of them"),
            Rule.HOURS: mark("So many hours"),
            Rule.NAMED: mark("Named sessions"),
        },
    ),
}
_MODE, _CATEGORIES = " mode", " categories"
_MODES: Mapping[Mode, str] = {Mode.ARRIVAL: mark("Arrival only"), Mode.IN_OUT: mark("In and out")}
PAPERS: Mapping[Paper, str] = {
    Paper.BADGES: mark("Badges"),
    Paper.SIGN_IN: mark("Sign-in sheet"),
    Paper.PARTICIPANTS: mark("List of participants"),
    Paper.CERTIFICATES: mark("Certificates"),
}


def session_words(event: Event, session: Session | None, key: str) -> Message:
    """Name a session in few words: its own title, or the day of the event and its half."""
    if session is None or session.title:
        return plain(key if session is None else session.title)
    nth = (session.starts_at.date() - event.starts_on).days + 1
    if session.starts_at.hour < _NOON:
        return say("day {day}, morning", day=nth)
    return say("day {day}, afternoon", day=nth)


def plain(text: str) -> Message:
    """Give a text that is nobody's to translate."""
    return say("{text}", text=text or _NOTHING)


def field_words(field: str) -> Message:
    """Name a field; one that nobody knows is called as it is stored."""
    if (found := _OF_SESSION.fullmatch(field)) is not None:
        return say("{session}, {what}", session=_key_words(found[1]), what=say(SESSION_FIELDS[found[2]]))
    return say(FIELDS[field]) if field in FIELDS else plain(field)


def _key_words(key: str) -> Message:
    """Name a session by its key: a half-day by its day and half."""
    if (half := _HALF_DAY.fullmatch(key)) is None:
        return plain(key)
    text = mark("day {day}, morning") if half[2] == "am" else mark("day {day}, afternoon")
    return Message(text, {"day": int(half[1])})


def value_words(field: str, value: str) -> Message:
    """Say a stored value in words."""
    if field in _VALUES:
        kind, words = _VALUES[field]
        return say(words[kind(value)]) if value in set(kind) else plain(value)
    if field.endswith(_MODE) and value in set(Mode):
        return say(_MODES[Mode(value)])
    if field.endswith(_CATEGORIES) and set(found := value.split(", ")) <= set(Category):
        return reduce(lambda one, other: say("{one}, {other}", one=one, other=other), map(_category, found))
    return plain(_day(value) if value and field in _DAYS else value.replace("\n", ", "))


def _category(value: str) -> Message:
    return say(CATEGORIES[Category(value)])


def _day(stored: str) -> str:
    day = date.fromisoformat(stored)
    return f"{day.day}/{day.month}/{day.year}"


def details_of(fields: Fields) -> tuple[Detail, ...]:
    """Give before and after of each field in words; the before of what had none is empty."""
    return tuple(
        Detail(field_words(field), value_words(field, before), value_words(field, after))
        for field, (before, after) in fields.items()
        if field not in _HIDDEN
    )


def changes_words(fields: Fields) -> Message:
    """Say what changed: each field with before and after, or of many how many there are."""
    told = [
        say("{field}: {before} → {after}", field=one.label, before=one.before, after=one.after)
        for one in details_of({name: pair for name, pair in fields.items() if _BESIDE.get(name) not in fields})
    ]
    if len(told) > SHOWN:
        return say("{first}; {second} and {count} more", first=told[0], second=told[1], count=len(told) - 2)
    return joined(told) if told else say("nothing")


def joined(parts: Iterable[Message]) -> Message:
    """Put messages into one, parted by semicolons."""
    return reduce(lambda one, other: say("{one}; {other}", one=one, other=other), parts)


def _because(fields: Fields, usual: str, by_scan: str) -> Message:
    return say(by_scan if BROUGHT_ABOUT in fields else usual)


def _imported(record: Record, _: str) -> Message:
    counts = {name: record.fields.get(name, ("", "0"))[1] for name in ("people", "added", "changed", "missing")}
    return say(
        "Roster imported from “{sheet}”: {people} people, {added} new, {changed} changed, {missing} not in it",
        sheet=record.reason,
        **counts,
    )


def _import_taken_back(record: Record, _: str) -> Message:
    counts = {name: record.fields.get(name, ("0", ""))[0] for name in ("added", "changed")}
    return say(
        "Import from “{sheet}” taken back: {added} removed, {changed} put back as before",
        sheet=record.reason,
        **counts,
    )


def _corrected(record: Record, _: str) -> Message:
    what = changes_words(record.fields)
    return what if record.reference is None else say("Taken back – {what}", what=what)


def _replaced(_: Record, substitute: str) -> Message:
    return say("Replaced: {name} came instead", name=substitute) if substitute else say("Replaced by another")


SENTENCES: Mapping[str, Callable[[Record, str], Message]] = {
    "added": lambda _record, _substitute: say("Added to the roster"),
    Verb.MERGED: merge_words.merged,
    Verb.SEPARATED: merge_words.separated,
    Verb.TOLD_APART: merge_words.told_apart,
    Verb.WALKED_IN: lambda _record, _substitute: say("Added at the door as a walk-in"),
    Verb.SUBSTITUTED: lambda record, _: say(
        "Came as a substitute for number {number}", number=record.fields.get("stands_for", ("", _NOTHING))[1]
    ),
    Verb.REPLACED: _replaced,
    Verb.CANCELLED: lambda record, _: _because(
        record.fields, mark("Place cancelled"), mark("Place cancelled, because the scan was taken back")
    ),
    Verb.RESTORED: lambda record, _: _because(
        record.fields, mark("Place given back"), mark("Place given back, because the scan was put back")
    ),
    Verb.REISSUED: lambda _record, _substitute: say("New code for a lost badge"),
    Verb.CORRECTED: _corrected,
    Verb.IMPORTED: _imported,
    Verb.IMPORT_TAKEN_BACK: _import_taken_back,
    Verb.CHANGED: lambda record, _: changes_words(record.fields),
    Verb.CLONED: lambda record, _: say(
        "Made after the meeting “{title}”", title=record.fields.get("title", (_NOTHING, ""))[0]
    ),
}
"""The sentence of each verb, told the record and the name of who came instead."""


def record_words(record: Record, substitute: str) -> Message:
    """Say a record in a sentence."""
    return SENTENCES[record.verb](record, substitute)
