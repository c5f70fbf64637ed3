"""The tables of imports: runs, and what each did to whom."""

from __future__ import annotations

from sqlalchemy import JSON, Column, DateTime, ForeignKey, Index, Integer, String, Table

from signin.store.tables import metadata

import_run = Table(
    "import_run",
    metadata,
    Column("id", ForeignKey("record.id"), primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    Column("desk", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("file", String, nullable=False),
    Column("sheet", String, nullable=False),
    Column("people", Integer, nullable=False),
    Column("women", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Index("import_run_of_event", "event_id", "at"),
)

import_person = Table(
    "import_person",
    metadata,
    Column("run_id", ForeignKey("import_run.id"), primary_key=True),
    # No foreign key: the log stays when somebody who was added is taken out again.
    Column("attendee_id", String, primary_key=True),
    # Of somebody added, a sum of all their facts; of somebody changed, the fields before and after.
    Column("mark", Integer),
    Column("fields", JSON),
    sqlite_with_rowid=False,
)
