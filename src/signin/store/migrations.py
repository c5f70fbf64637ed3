"""How an older store becomes a newer one: numbered steps, all of them or none.

The steps speak SQL and never the tables of today, because those move on and a step must not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from signin.store.failures import StoreDamaged, StoreNewer
from signin.store.migration_001 import first_tables
from signin.store.migration_002 import record_table
from signin.store.migration_003 import print_tables
from signin.store.migration_004 import merge_tables
from signin.store.migration_005 import import_tables
from signin.store.migration_006 import pin_table
from signin.store.migration_007 import naming_indices

Step = Callable[[Connection], None]

STEPS: tuple[Step, ...] = (
    *(first_tables, record_table, print_tables, merge_tables, import_tables, pin_table),
    naming_indices,
)
NEWEST = len(STEPS)

_VERSION_TABLE = """
CREATE TABLE schema_version (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL
)
"""


def version_of(tx: Connection, path: Path) -> int:
    """Read a store's version: 0 for an empty file. Raises StoreNewer, or StoreDamaged for another program's."""
    names = inspect(tx).get_table_names()
    if not names:
        return 0
    found = tx.execute(text("SELECT version FROM schema_version")).scalar() if "schema_version" in names else None
    if found is None:
        raise StoreDamaged(path=str(path))
    if found > NEWEST:
        raise StoreNewer(path=str(path), found=found, known=NEWEST)
    return int(found)


def run(tx: Connection, path: Path, steps: tuple[Step, ...] = STEPS) -> None:
    """Run the steps that a store lacks, inside the caller's one transaction.

    The version is read again here: another program may have migrated since it was looked at.
    """
    found = version_of(tx, path)
    if found == 0:
        tx.execute(text(_VERSION_TABLE))
        tx.execute(text("INSERT INTO schema_version VALUES (1, 0)"))
    for step in steps[found:]:
        step(tx)
    tx.execute(text("UPDATE schema_version SET version = :version"), {"version": len(steps)})
