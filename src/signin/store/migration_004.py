"""Who is one with whom, and who is not. Never edited; later steps change it."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE merge (
        nth INTEGER NOT NULL,
        event_id VARCHAR NOT NULL,
        attendee_id VARCHAR NOT NULL,
        kept_id VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        clock INTEGER NOT NULL,
        at DATETIME NOT NULL,
        record_id VARCHAR NOT NULL,
        replaces VARCHAR,
        sessions JSON NOT NULL,
        PRIMARY KEY (nth),
        FOREIGN KEY(event_id) REFERENCES event (id),
        UNIQUE (attendee_id),
        FOREIGN KEY(attendee_id) REFERENCES attendee (id),
        FOREIGN KEY(kept_id) REFERENCES attendee (id),
        FOREIGN KEY(record_id) REFERENCES record (id),
        FOREIGN KEY(replaces) REFERENCES attendee (id)
    )
    """,
    """
    CREATE INDEX merge_of_event ON merge (event_id)
    """,
    """
    CREATE INDEX merge_into ON merge (kept_id)
    """,
    """
    CREATE TABLE told_apart (
        first_id VARCHAR NOT NULL,
        second_id VARCHAR NOT NULL,
        event_id VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        PRIMARY KEY (first_id, second_id),
        FOREIGN KEY(first_id) REFERENCES attendee (id),
        FOREIGN KEY(second_id) REFERENCES attendee (id),
        FOREIGN KEY(event_id) REFERENCES event (id),
        FOREIGN KEY(record_id) REFERENCES record (id)
    )
    """,
    """
    CREATE INDEX told_apart_of_event ON told_apart (event_id)
    """,
)


def merge_tables(tx: Connection) -> None:
    """Make the tables of merges, and of people who were told apart."""
    for statement in _STATEMENTS:
        tx.exec_driver_sql(statement)
