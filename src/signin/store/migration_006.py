"""The record of the PIN: tries, openings, changes. Never edited; later steps change it."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENT = """
    CREATE TABLE pin_log (
        nth INTEGER NOT NULL,
        at DATETIME NOT NULL,
        desk VARCHAR NOT NULL,
        deed VARCHAR NOT NULL,
        mark VARCHAR NOT NULL,
        PRIMARY KEY (nth)
    )
"""


def pin_table(tx: Connection) -> None:
    """Make the table of what was done with the PIN."""
    tx.exec_driver_sql(_STATEMENT)
