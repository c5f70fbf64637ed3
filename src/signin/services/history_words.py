"""How a row of the record is said in a sentence, and each of its fields and values in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import Any

from signin.documents.categories import WORDS as CATEGORIES
from signin.domain.attendee import Category, Origin, Sex, SexSource, State
from signin.domain.event import Mode, Rule
from signin.domain.record import Fields, Record, Verb
from signin.services import merge_words, run_words
from signin.services.records import BROUGHT_ABOUT, TOGETHER
from signin.services.session_names import key_words
from signin.words import Message, mark, say

SHOWN = 3
"""So many changed fields are told in the sentence itself; of more, how many there are."""
_NOTHING = "–"


Naming = Callable[[str, Fields], Message]
"""Names a session by its key, as the fields of a record speak of it."""


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
_TIED = re.compile(r"(stands_for) \S+")
"""A field of a person behind whose name stands whose it is, where the record is of the event."""
_DAY = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_SECONDS = re.compile(r"(?<=[0-9]{2}:[0-9]{2}):[0-9]{2}")
_HOURS = ("starts_at", "ends_at")
_DAYS = ("starts_on", "ends_on")
_NAMED = "certificate.sessions"

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


def plain(text: str) -> Message:
    """Give a text that is nobody's to translate."""
    return say("{text}", text=text or _NOTHING)


def field_words(field: str, fields: Fields, naming: Naming = key_words) -> Message:
    """Name a field; one that nobody knows is called as it is stored."""
    if (found := _OF_SESSION.fullmatch(field)) is not None:
        named = naming(found[1], fields)
        return say("{session}, {what}", session=named, what=say(SESSION_FIELDS[found[2]]))
    if (tied := _TIED.fullmatch(field)) is not None:
        field = tied[1]
    return say(FIELDS[field]) if field in FIELDS else plain(field)


def value_words(field: str, value: str, naming: Naming = key_words) -> Message:
    """Say a stored value in words."""
    if field in _VALUES:
        kind, words = _VALUES[field]
        return say(words[kind(value)]) if value in set(kind) else plain(value)
    if field.endswith(_MODE) and value in set(Mode):
        return say(_MODES[Mode(value)])
    if field.endswith(_CATEGORIES) and set(found := value.split(", ")) <= set(Category):
        return _listed(map(_category, found))
    if field == _NAMED and value:
        return _listed(naming(key, {}) for key in value.split("\n"))
    return plain(_written(field, value))


def _written(field: str, value: str) -> str:
    """Write what is stored: days and hours as they are everywhere, a list in one line."""
    found = _OF_SESSION.fullmatch(field)
    if field in _DAYS or (found is not None and found[2] in {"", "doors"}):
        return _DAY.sub(lambda day: f"{int(day[3])}/{int(day[2])}/{day[1]}", value)
    return _SECONDS.sub("", value) if field in _HOURS else value.replace("\n", ", ")


def _listed(parts: Iterable[Message]) -> Message:
    return reduce(lambda one, other: say("{one}, {other}", one=one, other=other), parts)


def _category(value: str) -> Message:
    return say(CATEGORIES[Category(value)])


def details_of(fields: Fields, naming: Naming = key_words) -> tuple[Detail, ...]:
    """Give before and after of each field in words; the before of what had none is empty."""
    return tuple(
        Detail(
            field_words(field, fields, naming),
            value_words(field, before, naming),
            value_words(field, after, naming),
        )
        for field, (before, after) in fields.items()
        if field not in _HIDDEN and not (field in TOGETHER and before == after)
    )


def changes_words(fields: Fields, naming: Naming = key_words) -> Message:
    """Say what changed: each field with before and after, or of many how many there are."""
    changed = {name for name, (before, after) in fields.items() if before != after}
    shown = {name: pair for name, pair in fields.items() if _BESIDE.get(name) not in changed}
    told = [
        say("{field}: {before} → {after}", field=one.label, before=one.before, after=one.after)
        for one in details_of(shown, naming)
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
        "Roster imported from “{sheet}”: people {people}, new {added}, changed {changed}, not in it {missing}",
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
    Verb.NOT_OUT: run_words.not_out,
    Verb.OUT_AFTER_ALL: run_words.out_after_all,
    Verb.CLONED: lambda record, _: say(
        "Made after the meeting “{title}”", title=record.fields.get("title", (_NOTHING, ""))[0]
    ),
}
"""The sentence of each verb but of a change of the event, told the record and the name of who came instead."""


def record_words(record: Record, substitute: str, naming: Naming = key_words) -> Message:
    """Say a record in a sentence."""
    if record.verb is Verb.CHANGED:
        return changes_words(record.fields, naming)
    return SENTENCES[record.verb](record, substitute)
