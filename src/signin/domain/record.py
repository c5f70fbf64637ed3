"""One change of the roster for ever: who, when, which field, before and after; each row seals the one before.

Scans are their own record; this is the record of everything else that people do to people's places.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Subject(StrEnum):
    """What a record is about."""

    ATTENDEE = "attendee"
    ROSTER = "roster"
    EVENT = "event"
    PAPER = "paper"


class Verb(StrEnum):
    """What was done."""

    ADDED = "added"
    WALKED_IN = "walked-in"
    SUBSTITUTED = "substituted"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    REISSUED = "reissued"
    CORRECTED = "corrected"
    IMPORTED = "imported"
    IMPORT_TAKEN_BACK = "import-taken-back"
    NOT_OUT = "not-out"
    OUT_AFTER_ALL = "out-after-all"
    CHANGED = "changed"
    CLONED = "cloned"
    MERGED = "merged"
    SEPARATED = "separated"
    TOLD_APART = "told-apart"


Fields = Mapping[str, tuple[str, str]]
"""Before and after, by the field's name; texts as they are stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the record.

    `id` is a UUIDv7; `sequence` counts a desk's records from 1. `previous` is the hash of the desk's record
    before (of the first: of the desk's name), `hash` that of this row and `previous`: whoever edits, takes out
    or slips in a row breaks the chain there. `reference` names the record that this one takes back.
    """

    id: str
    event_id: str
    desk: str
    sequence: int
    at: datetime
    subject: Subject
    subject_id: str
    verb: Verb
    fields: Fields
    reason: str = ""
    reference: str | None = None
    previous: str = ""
    hash: str = ""


def sealed(record: Record, previous: str) -> Record:
    """Give a record with its place in the chain and its hash."""
    placed = replace(record, previous=previous)
    return replace(placed, hash=hash_of(placed))


def beginning(desk: str) -> str:
    """Give what stands as `previous` in a desk's first record."""
    return _sha256(desk)


def hash_of(record: Record) -> str:
    """Give the SHA-256 of a record's canonical JSON (sorted keys, no spaces, UTF-8), all but its own hash."""
    facts = {name: getattr(record, name) for name in Record.__slots__ if name != "hash"}
    facts["at"] = record.at.isoformat(timespec="microseconds")
    facts["fields"] = {name: list(pair) for name, pair in record.fields.items()}
    return _sha256(json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def first_bad(rows: Iterable[tuple[str, Record | None]]) -> str | None:
    """Give the id of the first row that was edited; else of the first that stands where another was taken out.

    `rows` come in the order of each desk's sequence, each with its id; None is a row that is no record any more.
    Rows taken off a chain's end leave no trace.
    """
    read = list(rows)
    edited = (row_id for row_id, record in read if record is None or record.hash != hash_of(record))
    return next(edited, None) or _first_break(record for _, record in read if record is not None)


def _first_break(records: Iterable[Record]) -> str | None:
    last: dict[str, tuple[int, str]] = {}
    for record in records:
        sequence, previous = last.get(record.desk, (0, beginning(record.desk)))
        if (record.sequence, record.previous) != (sequence + 1, previous):
            return record.id
        last[record.desk] = (record.sequence, record.hash)
    return None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
