"""The first tables, as they were made on the first day. Never edited; later steps change them."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE event (
        id VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        organiser VARCHAR NOT NULL,
        venue VARCHAR NOT NULL,
        starts_on DATE NOT NULL,
        ends_on DATE NOT NULL,
        starts_at TIME NOT NULL,
        ends_at TIME NOT NULL,
        host VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        chairs JSON NOT NULL,
        letterhead JSON NOT NULL,
        certificate JSON NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE attendee (
        id VARCHAR NOT NULL,
        event_id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        prefix VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        sex VARCHAR NOT NULL,
        sex_source VARCHAR,
        position VARCHAR NOT NULL,
        organisation VARCHAR NOT NULL,
        province VARCHAR NOT NULL,
        phone VARCHAR NOT NULL,
        email VARCHAR NOT NULL,
        category VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        attention VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        origin VARCHAR NOT NULL,
        replaces VARCHAR,
        stands_for INTEGER,
        sort_key VARCHAR NOT NULL,
        fold VARCHAR NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (event_id, number),
        FOREIGN KEY(event_id) REFERENCES event (id),
        UNIQUE (replaces),
        FOREIGN KEY(replaces) REFERENCES attendee (id)
    )
    """,
    """
    CREATE INDEX attendee_by_fold ON attendee (event_id, fold)
    """,
    """
    CREATE INDEX attendee_by_name ON attendee (event_id, sort_key)
    """,
    """
    CREATE TABLE attendee_change (
        nth INTEGER NOT NULL,
        attendee_id VARCHAR NOT NULL,
        PRIMARY KEY (nth)
    )
    """,
    """
    CREATE TRIGGER attendee_insert AFTER INSERT ON attendee
    BEGIN INSERT INTO attendee_change (attendee_id) VALUES (NEW.id); END
    """,
    """
    CREATE TRIGGER attendee_update AFTER UPDATE ON attendee
    BEGIN INSERT INTO attendee_change (attendee_id) VALUES (NEW.id); END
    """,
    """
    CREATE TRIGGER attendee_delete AFTER DELETE ON attendee
    BEGIN INSERT INTO attendee_change (attendee_id) VALUES (OLD.id); END
    """,
    """
    CREATE TABLE session (
        event_id VARCHAR NOT NULL,
        "key" VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        room VARCHAR NOT NULL,
        starts_at DATETIME NOT NULL,
        ends_at DATETIME NOT NULL,
        opens_at DATETIME NOT NULL,
        closes_at DATETIME NOT NULL,
        mode VARCHAR NOT NULL,
        categories JSON NOT NULL,
        people JSON NOT NULL,
        PRIMARY KEY (event_id, "key"),
        FOREIGN KEY(event_id) REFERENCES event (id)
    )
    """,
    """
    CREATE TABLE certificate (
        event_id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        attendee_id VARCHAR NOT NULL,
        register VARCHAR NOT NULL,
        issued_at DATETIME NOT NULL,
        PRIMARY KEY (event_id, number),
        UNIQUE (event_id, attendee_id),
        UNIQUE (event_id, register),
        FOREIGN KEY(event_id) REFERENCES event (id),
        FOREIGN KEY(attendee_id) REFERENCES attendee (id)
    )
    """,
    """
    CREATE TABLE code (
        code VARCHAR NOT NULL,
        attendee_id VARCHAR NOT NULL,
        issued_at DATETIME NOT NULL,
        replaced_at DATETIME,
        PRIMARY KEY (code),
        FOREIGN KEY(attendee_id) REFERENCES attendee (id)
    )
    """,
    """
    CREATE INDEX code_of_attendee ON code (attendee_id)
    """,
    """
    CREATE UNIQUE INDEX one_live_code ON code (attendee_id) WHERE replaced_at IS NULL
    """,
    """
    CREATE TABLE presence (
        event_id VARCHAR NOT NULL,
        session_key VARCHAR NOT NULL,
        attendee_id VARCHAR NOT NULL,
        nth INTEGER NOT NULL,
        arrived_at DATETIME NOT NULL,
        desk VARCHAR NOT NULL,
        left_at DATETIME,
        PRIMARY KEY (event_id, session_key, attendee_id, nth),
        FOREIGN KEY(event_id, session_key) REFERENCES session (event_id, "key"),
        FOREIGN KEY(attendee_id) REFERENCES attendee (id)
    )
    """,
    """
    CREATE UNIQUE INDEX one_open_stay ON presence (event_id, session_key, attendee_id) WHERE left_at IS NULL
    """,
    """
    CREATE TABLE scan (
        id VARCHAR NOT NULL,
        event_id VARCHAR NOT NULL,
        session_key VARCHAR NOT NULL,
        desk VARCHAR NOT NULL,
        sequence INTEGER NOT NULL,
        at DATETIME NOT NULL,
        clock INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        source VARCHAR NOT NULL,
        direction VARCHAR NOT NULL,
        raw VARCHAR NOT NULL,
        code VARCHAR,
        attendee_id VARCHAR,
        verdict VARCHAR NOT NULL,
        detail JSON NOT NULL,
        forced BOOLEAN NOT NULL,
        reference VARCHAR,
        PRIMARY KEY (id),
        FOREIGN KEY(event_id, session_key) REFERENCES session (event_id, "key"),
        UNIQUE (desk, sequence),
        FOREIGN KEY(attendee_id) REFERENCES attendee (id),
        UNIQUE (reference),
        FOREIGN KEY(reference) REFERENCES scan (id)
    )
    """,
    """
    CREATE INDEX scan_at_desk ON scan (desk, at)
    """,
    """
    CREATE INDEX scan_in_order ON scan (clock)
    """,
    """
    CREATE INDEX scan_of_attendee ON scan (attendee_id, event_id, session_key)
    """,
)


def first_tables(tx: Connection) -> None:
    """Make every table of the first version."""
    for statement in _STATEMENTS:
        tx.exec_driver_sql(statement)
