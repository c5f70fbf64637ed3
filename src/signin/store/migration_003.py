"""The print log: runs, their people and the pages that came out. Never edited; later steps change it."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE print_run (
        id VARCHAR NOT NULL,
        event_id VARCHAR NOT NULL,
        desk VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        paper VARCHAR NOT NULL,
        session_key VARCHAR,
        target VARCHAR NOT NULL,
        to_file BOOLEAN NOT NULL,
        copies INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        people INTEGER NOT NULL,
        again BOOLEAN NOT NULL,
        continues VARCHAR,
        PRIMARY KEY (id),
        FOREIGN KEY(event_id) REFERENCES event (id),
        FOREIGN KEY(continues) REFERENCES print_run (id)
    )
    """,
    """
    CREATE INDEX print_run_of_event ON print_run (event_id, at)
    """,
    """
    CREATE TABLE print_person (
        run_id VARCHAR NOT NULL,
        nth INTEGER NOT NULL,
        attendee_id VARCHAR NOT NULL,
        page INTEGER NOT NULL,
        copy BOOLEAN NOT NULL,
        PRIMARY KEY (run_id, nth),
        FOREIGN KEY(run_id) REFERENCES print_run (id),
        FOREIGN KEY(attendee_id) REFERENCES attendee (id)
    )
    """,
    """
    CREATE TABLE print_page (
        run_id VARCHAR NOT NULL,
        page INTEGER NOT NULL,
        at DATETIME NOT NULL,
        PRIMARY KEY (run_id, page),
        FOREIGN KEY(run_id) REFERENCES print_run (id)
    )
    """,
)


def print_tables(tx: Connection) -> None:
    """Make the tables of the print log."""
    for statement in _STATEMENTS:
        tx.exec_driver_sql(statement)
