"""The log of imports: runs, and what each did to whom. Never edited; later steps change it."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE import_run (
        id VARCHAR NOT NULL,
        event_id VARCHAR NOT NULL,
        desk VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        file VARCHAR NOT NULL,
        sheet VARCHAR NOT NULL,
        people INTEGER NOT NULL,
        women INTEGER NOT NULL,
        added INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(id) REFERENCES record (id),
        FOREIGN KEY(event_id) REFERENCES event (id)
    )
    """,
    """
    CREATE INDEX import_run_of_event ON import_run (event_id, at)
    """,
    """
    CREATE TABLE import_person (
        run_id VARCHAR NOT NULL,
        attendee_id VARCHAR NOT NULL,
        mark INTEGER,
        fields JSON,
        PRIMARY KEY (run_id, attendee_id),
        FOREIGN KEY(run_id) REFERENCES import_run (id)
    ) WITHOUT ROWID
    """,
)


def import_tables(tx: Connection) -> None:
    """Make the tables of the log of imports."""
    for statement in _STATEMENTS:
        tx.exec_driver_sql(statement)
