"""What is said about people who may be the same."""

from __future__ import annotations

from datetime import datetime

from signin.desk.reception.session_words import session_title
from signin.domain.duplicates import Alike
from signin.lao.numbers import format_date, format_time
from signin.services.comparing import Fact, Side
from signin.services.duplicates import Apart, Found, Pair
from signin.services.history_words import value_words
from signin.services.merging import Done
from signin.words import Language, Message, mark, say

NOTHING = "–"
_BOTH = frozenset({Alike.NAME, Alike.PHONE})
_WHY = {
    _BOTH: mark("No. {first} and No. {second} · same name and phone"),
    frozenset({Alike.NAME}): mark("No. {first} and No. {second} · same name"),
    frozenset({Alike.PHONE}): mark("No. {first} and No. {second} · same phone"),
}

CHOOSE = say("What differs has circles: choose whose stands. Scans, badges and papers of both go along.")
TWO = say("These are two people. “Undo” lets them be asked about again.")
NOBODY = {
    "ask": say("Nobody is on the roster twice: no two people have the same name or phone."),
    "done": say("Nobody was merged yet."),
    "apart": say("No two people were told apart yet."),
}
"""Why nobody is shown, by which people are looked at."""

Line = tuple[str, Message]
"""A line of a list: whom it is about, and what is said of them."""


def pair_line(pair: Pair) -> Line:
    """Say which two may be one, and why."""
    text = _WHY[pair.alike]
    return pair.first.full_name, Message(text, {"first": pair.first.number, "second": pair.second.number})


def done_line(done: Done, language: Language) -> Line:
    """Say who was merged into whom, and when."""
    text = mark("No. {other} is No. {kept} · {when}")
    values = {"other": done.other.number, "kept": done.kept.number, "when": when(done.merge.at, language)}
    return done.kept.full_name, Message(text, values)


def apart_line(apart: Apart, language: Language) -> Line:
    """Say which two are two, and since when that is known."""
    first, second = apart.first, apart.second
    numbers = {"first": first.number, "second": second.number}
    if apart.at is None:
        return first.full_name, say("No. {first} is not No. {second}", **numbers)
    return first.full_name, say(
        "No. {first} is not No. {second} · {when}", **numbers, when=when(apart.at, language)
    )


def when(at: datetime, language: Language) -> str:
    """Write day and time."""
    return f"{format_date(at.date(), language)} {format_time(at.time())}"


def cell(fact: Fact, nth: int) -> Message:
    """Say one side's fact; what is empty has a dash."""
    text = fact.texts[nth]
    return value_words(fact.field, text) if text else plain(NOTHING)


def plain(text: str) -> Message:
    """Say a text as it is."""
    return say("{text}", text=text)


def came_to(side: Side, language: Language) -> Message:
    """Say to which sessions somebody came; what is empty has a dash."""
    if not side.came_to:
        return plain(NOTHING)
    first = session_title(side.came_to[0], language)
    more = len(side.came_to) - 1
    return say("{first} and {count} more", first=first, count=more) if more else first


def how_many(found: Found) -> Message:
    """Say how many pairs there are to look at."""
    if found.count > len(found.pairs):
        return say(
            "The first {shown} of {count} pairs. More come when these are done.",
            shown=len(found.pairs),
            count=found.count,
        )
    return say("Pairs who may be the same: {count}", count=found.count)


def of_merge(done: Done) -> Message:
    """Say who was found to be whom, and what taking it back does."""
    told = {
        "other": done.other.full_name,
        "number": done.other.number,
        "kept": done.kept.full_name,
        "kept_number": done.kept.number,
    }
    if done.last:
        return say(
            "{other} (No. {number}) was found to be {kept} (No. {kept_number}). “Undo” makes them two again, "
            "each as before; scans made since stay with No. {kept_number}.",
            **told,
        )
    return say(
        "{other} (No. {number}) was found to be {kept} (No. {kept_number}). Another merge of the same person "
        "came after: take that one back first.",
        **told,
    )
