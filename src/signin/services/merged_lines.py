"""A roster file meets people who were merged: lines of both are about the one person and bring nobody back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from signin.domain.attendee import Attendee
from signin.domain.merging import Merged
from signin.exchange.roster import Notice, RosterLine
from signin.services import records
from signin.services.matching import match_lines
from signin.store import Transaction, attendees, merges
from signin.store import records as record_store
from signin.words import say

_FIELDS = (
    *("prefix", "name", "sex", "position", "organisation", "province", "phone", "email"),
    *("category", "note", "attention"),
)

Settled = Mapping[str, Mapping[str, set[str]]]
"""By person and field the texts between which a merge has decided: told again, they are no news."""


@dataclass(frozen=True, slots=True)
class Met:
    """The lines that count, whom each is about, and what is to be told.

    `numbers` are those of people who were merged into others: nobody else gets them.
    """

    lines: tuple[RosterLine, ...]
    people: list[Attendee | None]
    notices: tuple[Notice, ...] = ()
    numbers: frozenset[int] = frozenset()


def meet(tx: Transaction, event_id: str, lines: Sequence[RosterLine], there: Sequence[Attendee]) -> Met:
    """Match the lines of a file with everybody on the roster, and with whom they were merged from."""
    gone = attendees.merged_away(tx, event_id)
    found = match_lines(lines, [*there, *gone])
    if not gone:
        return Met(tuple(lines), found)
    return _led_on(tx, event_id, lines, found, there, gone)


def _led_on(
    tx: Transaction,
    event_id: str,
    lines: Sequence[RosterLine],
    found: Sequence[Attendee | None],
    there: Sequence[Attendee],
    gone: Sequence[Attendee],
) -> Met:
    here = {person.id: person for person in there}
    merged, settled = merges.merged(tx, event_id), _settled(tx, event_id, gone)
    own = {person.id for person in found if person is not None and person.id in here}
    told: list[tuple[RosterLine, Attendee | None]] = []
    notices = []
    for line, person in zip(lines, found, strict=True):
        kept = None if person is None else here[merged.now(person.id)]
        if person is None or kept is None:
            told.append((line, None))
        elif person.id == kept.id:
            told.append((_without(line, kept, settled), kept))
        elif kept.id in own:
            notices.append(_left_out(line, kept))
        else:
            own.add(kept.id)
            told.append((_without(replace(line, number=None), kept, settled), kept))
    numbers = frozenset(person.number for person in gone)
    return Met(tuple(line for line, _ in told), [person for _, person in told], tuple(notices), numbers)


def _left_out(line: RosterLine, kept: Attendee) -> Notice:
    text = say(
        "Row {row}: {name} was merged with {kept} (No. {number}); the row is left out.",
        row=line.row,
        name=line.name,
        kept=kept.full_name,
        number=kept.number,
    )
    return Notice(row=line.row, kind="merged", message=text)


def _settled(tx: Transaction, event_id: str, gone: Sequence[Attendee]) -> Settled:
    every = merges.of_event(tx, event_id)
    merged = Merged(every)
    known: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for person in gone:
        for field in _FIELDS:
            known[merged.now(person.id)][field].add(records.text_of(person, field))
    for merge in every:
        record = record_store.get(tx, merge.record_id)
        for field, (before, _) in (record.fields if record else {}).items():
            known[merged.now(merge.kept_id)][field].add(before)
    return known


def _without(line: RosterLine, kept: Attendee, settled: Settled) -> RosterLine:
    """Give a line that says of each settled fact what is known now."""
    known = settled.get(kept.id, {})
    same: dict[str, Any] = {
        field: getattr(kept, field) for field in _FIELDS if str(getattr(line, field) or "") in known.get(field, ())
    }
    if "sex" in same:
        same["sex_source"] = kept.sex_source
    return replace(line, **same)
