"""The floor of the store, and of a check-in: what must be looked up and written, in nothing but sqlite3."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from signin.store.engine import journal_pragmas

SESSION = "SELECT * FROM session WHERE event_id = ? AND key = ?"
LAST = "SELECT (SELECT max(sequence) FROM scan WHERE desk = ?), (SELECT max(clock) FROM scan)"
REPEAT = """
    SELECT first.* FROM scan AS first LEFT JOIN scan AS taken_back ON taken_back.reference = first.id
    WHERE first.desk = ? AND first.at BETWEEN ? AND ? AND first.event_id = ? AND first.session_key = ?
      AND first.direction = 'in' AND first.code = ? AND first.forced = 0 AND first.kind = 'scan'
      AND taken_back.id IS NULL
    ORDER BY first.clock DESC LIMIT 1"""
HOLDER = """
    SELECT code.replaced_at, attendee.* FROM code JOIN attendee ON attendee.id = code.attendee_id
    WHERE code.code = ?"""
STAYS = "SELECT * FROM presence WHERE event_id = ? AND session_key = ? AND attendee_id = ? ORDER BY nth"
ADD_SCAN = f"INSERT INTO scan VALUES ({', '.join('?' * 17)})"
ADD_STAY = "INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?, NULL)"


def connect(path: Path) -> sqlite3.Connection:
    """Open a store as the store opens it, without its help: the same pragmas, transactions said by hand."""
    connection = sqlite3.connect(path, isolation_level=None)
    mode, synchronous = journal_pragmas()
    for pragma in (
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cache_size = -16000",
        f"journal_mode = {mode}",
        f"synchronous = {synchronous}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class RawDoor:
    """One desk on one connection; ids are handed in, for making them is no part of the floor."""

    def __init__(self, path: Path, desk: str) -> None:
        self.desk = desk
        self.connection = connect(path)

    def check_in(self, event: str, session: str, code: str, now: datetime, scan: str) -> None:
        """Check somebody in, durably."""
        self.look_up_and_add(event, session, code, now, scan)
        self.connection.execute("COMMIT")

    def look_up_and_add(self, event: str, session: str, code: str, now: datetime, scan: str) -> None:
        """Begin, look up all that a verdict needs, and add the scan and the stay."""
        run = self.connection.execute
        at, since, until = (f"{now + timedelta(seconds=shift):%Y-%m-%d %H:%M:%S.%f}" for shift in (0, -2, 2))
        run("BEGIN IMMEDIATE")
        run(SESSION, (event, session)).fetchone()
        sequence, clock = run(LAST, (self.desk,)).fetchone()
        run(REPEAT, (self.desk, since, until, event, session, code)).fetchone()
        holder = run(HOLDER, (code,)).fetchone()[1]
        nth = len(run(STAYS, (event, session, holder)).fetchall())
        numbers = ((sequence or 0) + 1, at, (clock or 0) + 1)
        verdict = ("scan", "qr", "in", code, code, holder, "Admitted", "{}", False, None)
        run(ADD_SCAN, (scan, event, session, self.desk, *numbers, *verdict))
        run(ADD_STAY, (event, session, holder, nth, at, self.desk))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
