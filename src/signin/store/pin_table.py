"""The table of what was done with the PIN: of this desk, and of no meeting."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Integer, String, Table

from signin.store.tables import metadata

pin_log = Table(
    "pin_log",
    metadata,
    # Counts up: the order is that in which things were done, whatever the clock says.
    Column("nth", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("desk", String, nullable=False),
    Column("deed", String, nullable=False),
    Column("mark", String, nullable=False),
)
