"""Every row that names a person or a session is found by it. Never edited; later steps change it.

Without these, whoever is taken out is looked for in whole tables, once for each person.
"""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE INDEX presence_of_attendee ON presence (attendee_id, event_id)
    """,
    """
    CREATE INDEX scan_of_session ON scan (session_key, event_id, kind)
    """,
    """
    CREATE INDEX certificate_of_attendee ON certificate (attendee_id)
    """,
    """
    CREATE INDEX print_of_attendee ON print_person (attendee_id)
    """,
    """
    CREATE INDEX merge_replaces ON merge (replaces)
    """,
    """
    CREATE INDEX told_apart_from ON told_apart (second_id)
    """,
)


def naming_indices(tx: Connection) -> None:
    """Make an index for each column that names a person or a session and had none."""
    for statement in _STATEMENTS:
        tx.exec_driver_sql(statement)
