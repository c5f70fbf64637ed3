"""What was read of a file, list by list: people, proposed sexes, prefixes, rows left out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signin.desk.organiser.importing.lists_view import Listed
from signin.desk.organiser.importing.meaning_words import VALUES, WHY_LEFT_OUT
from signin.desk.start.people_table import MOST
from signin.domain.attendee import SexSource
from signin.exchange.roster import Reading
from signin.lao import prefixes
from signin.words import Message, mark, say


def lists_of(reading: Reading | None, table: QWidget) -> list[Listed]:
    """Give the lists that hold anything; `table` shows the first people."""
    people = () if reading is None else reading.people
    first = Listed(
        "people",
        say("First {shown} of {count}", shown=min(MOST, len(people)), count=len(people)),
        widget=table,
    )
    if reading is None:
        return [first]
    proposed = [line for line in people if line.sex_source is SexSource.PROPOSED]
    names: dict[str, list[str]] = {}
    for line in people:
        if line.prefix:
            names.setdefault(line.prefix, []).append(line.name)
    lists = [
        first,
        Listed(
            "sexes",
            say("Sex proposed: {count}", count=len(proposed)),
            ((mark("Row"), 2), (mark("Prefix"), 4), (mark("Name"), 8), (mark("Sex"), 4)),
            [(str(one.row), one.prefix, one.name, say(VALUES[one.sex.value])) for one in proposed],
        ),
        Listed(
            "prefixes",
            say("Prefixes: {count}", count=len(names)),
            ((mark("Prefix"), 4), (mark("In full"), 6), (mark("People"), 3), (mark("Examples"), 10)),
            [
                (prefix, _in_full(prefix), str(len(own)), ", ".join(own[:3]))
                for prefix, own in sorted(names.items(), key=lambda one: len(one[1]), reverse=True)
            ],
        ),
        Listed(
            "left",
            say("Left out: {count}", count=len(reading.left_out)),
            ((mark("Row"), 2), (mark("Why"), 6), (mark("What stands there"), 12)),
            [(str(one.row), say(WHY_LEFT_OUT[one.why]), one.text) for one in reading.left_out],
        ),
    ]
    return [one for one in lists if one.rows or one.widget]


def _in_full(prefix: str) -> str | Message:
    """Say what a prefix would be in full, or what it looks like; nothing where it is that already."""
    full, meant = prefixes.in_full(prefix), prefixes.likely(prefix)
    if full != prefix:
        return full
    return say("not known: looks like {prefix}", prefix=meant) if meant else ""
