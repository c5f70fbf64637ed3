"""Commands about people who are on the roster twice: whom to look at, merge, and two again."""

from __future__ import annotations

from datetime import datetime

import click

from signin.cli import as_json
from signin.cli.commands import Command, Option, at_option
from signin.cli.output import show, working
from signin.cli.state import current, wall_clock
from signin.words import Message, mark, say


@click.command(cls=Command, help=mark("Show pairs of people with the same name or phone."))
@click.option("--limit", cls=Option, type=click.IntRange(1), default=200, help=mark("How many pairs at most."))
def duplicates(limit: int) -> None:
    """Show who may be on the roster twice."""
    from signin.services.duplicates import likely_pairs

    state = current()
    with state.desk() as desk, working(say("Looking for people who may be the same …")):
        event_id = state.event_id(desk)
        found = likely_pairs(desk, event_id, limit)
    pairs: list[as_json.Json] = [
        {
            "first": as_json.attendee(pair.first),
            "second": as_json.attendee(pair.second),
            "alike": sorted(pair.alike),
        }
        for pair in found.pairs
    ]
    lines: list[Message | str] = [say("Pairs who may be the same: {count}", count=found.count)]
    lines += [
        f"  {pair.first.number} {pair.first.full_name} = {pair.second.number} {pair.second.full_name}"
        f" ({', '.join(sorted(pair.alike))})"
        for pair in found.pairs
    ]
    show({"event": event_id, "count": found.count, "pairs": pairs}, *lines)


@click.command(cls=Command, help=mark("Let two people be one: the first stays, the other is the same person."))
@click.argument("kept", metavar="NUMBER")
@click.argument("other", metavar="NUMBER")
@click.option("--reason", cls=Option, default="", help=mark("Why, in a few words."))
@at_option
def merge(kept: str, other: str, *, reason: str, at: datetime | None) -> None:
    """Merge two people; what the first lacks is taken from the other."""
    from signin.services import find, merging

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        with desk.store.read() as tx:
            first, second = (find.person(tx, event_id, named) for named in (kept, other))
        done = merging.merge(desk, event_id, first.id, second.id, wall_clock(at), reason=reason)
    person = done.attendee
    show(
        {"event": event_id, "attendee": as_json.attendee(person)},
        say(
            "Merged: {name} stays as No. {number}. Both badges let in.",
            name=person.full_name,
            number=person.number,
        ),
    )


@click.command(cls=Command, help=mark("Take a merge back: the person with this number is another again."))
@click.argument("number", type=int)
@at_option
def separate(number: int, *, at: datetime | None) -> None:
    """Take back the merge by which somebody with this number went."""
    from signin.services import merging
    from signin.services.merge_failures import NotMerged

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        done = (one for one in merging.merges_done(desk, event_id) if one.other.number == number)
        if (found := next(done, None)) is None:
            raise NotMerged
        parted = merging.separate(desk, found.merge.attendee_id, wall_clock(at))
    show(
        {"event": event_id, "kept": as_json.attendee(parted.kept), "other": as_json.attendee(parted.other)},
        say(
            "No. {first} and No. {second} are two people again.",
            first=parted.kept.number,
            second=parted.other.number,
        ),
    )
