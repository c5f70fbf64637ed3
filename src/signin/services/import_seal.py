"""The seal on what an import did: a digest that stands in its record, and so in the chain."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import Enum, auto

from signin.domain.record import Verb, hash_of
from signin.store import Transaction, import_runs, records
from signin.store.import_runs import ImportRun, Touched

SEAL = "seal"
"""The field of an import's record in which the digest stands."""


class Seal(Enum):
    """Whether what was kept of an import is what it did; NONE for imports from before there were seals."""

    WHOLE = auto()
    NONE = auto()
    BROKEN = auto()


def seal_of(run: ImportRun, did: Iterable[Touched]) -> str:
    """Give the SHA-256 of the canonical JSON of a run, all but its id, and of what it did to whom."""
    counts = [run.people, run.women, run.added, run.changed]
    made = [run.event_id, run.desk, run.at.isoformat(timespec="microseconds"), run.file, run.sheet, *counts]
    people = sorted(([one.attendee_id, one.mark, one.fields] for one in did), key=lambda row: str(row[0]))
    told = json.dumps([made, people], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8")).hexdigest()


def state(tx: Transaction, run_id: str) -> Seal:
    """Lay what was kept of an import beside its record: rows that cannot be read any more are edited ones."""
    record = records.get(tx, run_id)
    if record is None or record.verb is not Verb.IMPORTED or record.hash != hash_of(record):
        return Seal.BROKEN
    try:
        run, did = import_runs.get(tx, run_id), import_runs.touched(tx, run_id)
        if SEAL not in record.fields:
            return Seal.WHOLE if run is None else Seal.NONE  # of the first imports nothing was kept
        whole = run is not None and record.fields[SEAL] == ("", seal_of(run, did))
    except (ValueError, TypeError, AttributeError):
        return Seal.BROKEN
    return Seal.WHOLE if whole else Seal.BROKEN
