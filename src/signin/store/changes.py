"""What has changed in the store since it was last looked at: cheap enough to be asked at every keystroke."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, func, select

from signin.store.engine import Transaction
from signin.store.prepared import Prepared
from signin.store.tables import attendee_change as change_table

Stamp = tuple[int, int]

_LATEST = Prepared(select(func.coalesce(func.max(change_table.c.nth), 0)))
_SINCE = Prepared(select(change_table.c.attendee_id).where(change_table.c.nth > bindparam("nth")).distinct())


def stamp(tx: Transaction) -> Stamp:
    """Give what moves with every change: PRAGMA data_version for other connections, a counter for our own.

    The pragma asks the file for its change counter and reads no page; our own writes do not move it
    (https://www.sqlite.org/pragma.html#pragma_data_version), but sqlite3 counts their rows.
    """
    driver: Any = tx.connection.dbapi_connection
    (version,) = driver.execute("PRAGMA data_version").fetchone()
    return version, driver.total_changes


def latest(tx: Transaction) -> int:
    """Give the number of the last change of anybody in the store, 0 when there was none."""
    return int(_LATEST.run(tx)[0][0])


def of_attendees(tx: Transaction, since: int) -> list[str]:
    """Give the ids of everybody added, changed or taken out after this change, each once."""
    return [row[0] for row in _SINCE.run(tx, nth=since)]
