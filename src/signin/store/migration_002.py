"""The record of changes: one table, whose rows are only ever added. Never edited; later steps change it."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE record (
        id VARCHAR NOT NULL,
        event_id VARCHAR NOT NULL,
        desk VARCHAR NOT NULL,
        sequence INTEGER NOT NULL,
        at DATETIME NOT NULL,
        subject VARCHAR NOT NULL,
        subject_id VARCHAR NOT NULL,
        verb VARCHAR NOT NULL,
        fields JSON NOT NULL,
        reason VARCHAR NOT NULL,
        reference VARCHAR,
        previous VARCHAR NOT NULL,
        hash VARCHAR NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (desk, sequence),
        FOREIGN KEY(event_id) REFERENCES event (id),
        UNIQUE (reference),
        FOREIGN KEY(reference) REFERENCES record (id),
        UNIQUE (previous)
    )
    """,
    """
    CREATE INDEX record_of_event ON record (event_id, at)
    """,
    """
    CREATE INDEX record_of_subject ON record (subject_id)
    """,
)


def record_table(tx: Connection) -> None:
    """Make the table of records."""
    for statement in _STATEMENTS:
        tx.exec_driver_sql(statement)
