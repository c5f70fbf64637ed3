"""Whether the file is whole: what the database says of itself, and what its counts tell."""

from __future__ import annotations

from sqlalchemy import func, select

from signin.store import import_tables, pin_table  # noqa: F401 - their rows are counted too
from signin.store.engine import Transaction
from signin.store.tables import metadata
from signin.store.tables import scan as scan_table

_COUNTS = select(
    scan_table.c.desk, func.max(scan_table.c.sequence).label("highest"), func.count().label("rows")
).group_by(scan_table.c.desk)


def damage(tx: Transaction) -> list[str]:
    """Give what PRAGMA integrity_check finds, nothing when the file is whole."""
    found = [str(row[0]) for row in tx.exec_driver_sql("PRAGMA integrity_check")]
    return [] if found == ["ok"] else found


def broken_references(tx: Transaction) -> list[dict[str, object]]:
    """Give each row that refers to nothing: its table and row number."""
    return [{"table": row[0], "row": row[1]} for row in tx.exec_driver_sql("PRAGMA foreign_key_check")]


def gaps(tx: Transaction) -> list[dict[str, object]]:
    """Give each desk whose scans are not numbered without a gap, and how many are missing."""
    return [
        {"desk": desk, "missing": highest - rows} for desk, highest, rows in tx.execute(_COUNTS) if highest != rows
    ]


def rows(tx: Transaction) -> dict[str, int]:
    """Give how many rows each table has."""
    return {
        table.name: tx.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }
