"""One SQLite file, opened so that nothing acknowledged is ever lost."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from signin.store import backup, migrations, own_name, place, record_texts
from signin.store.failures import StoreDamaged, StoreMoved, StoreReadOnly, StoreUnreachable, failure_for

Transaction = Connection

BUSY_SECONDS = 5.0
_HEADER = b"SQLite format 3\0"
_log = logging.getLogger(__name__)


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite can use WAL with several writers.

    Before 3.51.3 a write and a checkpoint on two connections can corrupt the file; the fix was carried
    back to 3.44.6 and 3.50.7 (https://www.sqlite.org/wal.html, "the WAL-reset bug").
    """
    return version >= (3, 51, 3) or version in {(3, 44, 6), (3, 50, 7)}


def journal_pragmas(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> tuple[str, str]:
    """Give journal_mode and synchronous: both pairs lost nothing in simulated power cuts."""
    return ("WAL", "FULL") if wal_is_safe(version) else ("TRUNCATE", "EXTRA")


class Store:
    """An open store: one held connection, transactions on it, one after another.

    Raises StoreNewer, StoreDamaged, StoreBusy, StoreReadOnly, StoreUnreachable or StoreNotHere on opening.
    A missing file is made; an older one is migrated after a backup was taken beside it. Another program that holds
    the store is waited for `busy_seconds`, while opening it `opening_seconds` where they are given.
    """

    def __init__(
        self, path: Path, *, busy_seconds: float = BUSY_SECONDS, opening_seconds: float | None = None
    ) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self.times_written_back = 0
        """How often the file was taken away while it was open, and written to its place again."""
        self._refuse_what_is_no_store()
        self._engine = _engine(path, busy_seconds if opening_seconds is None else opening_seconds)
        self.identity: own_name.Identity | None = None
        self._written_back: own_name.Identity | None = None
        self._leader: Store | None = None
        try:
            self._open()
            self._wait(busy_seconds)
        except BaseException:
            self._engine.dispose()
            raise

    def _wait(self, seconds: float) -> None:
        """Wait so long from now on for another program that holds the store."""
        with self._translated(), self._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(1000 * seconds)}")

    def _refuse_what_is_no_store(self) -> None:
        """Look at the file's first bytes, so that somebody's other file is never written to."""
        place.refuse_unsafe(self.path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and (head := _first_bytes(self.path)) and not head.startswith(_HEADER):
                raise StoreDamaged(path=str(self.path))
        except PermissionError as error:
            raise StoreReadOnly(path=str(self.path)) from error
        except OSError as error:
            raise StoreUnreachable(path=str(self.path)) from error

    def _open(self) -> None:
        with self.read() as tx:
            found = migrations.version_of(tx, self.path)
            self._refuse_cut_short()
        self._choose_journal()
        if 0 < found < migrations.NEWEST:
            backup.beside(self.path, f"before-{migrations.NEWEST}")
        if found < migrations.NEWEST:
            with self.write() as tx:
                migrations.run(tx, self.path)
        self.identity = own_name.identity(self.path)

    def _refuse_cut_short(self) -> None:
        """Raise StoreDamaged when the last page is not whole: SQLite notices that only once it reads it."""
        size = int.from_bytes(_first_bytes(self.path, 18)[16:], "big")  # 1 stands for 65536
        if self.path.stat().st_size % (65536 if size == 1 else size or 1):
            raise StoreDamaged(path=str(self.path))

    def _choose_journal(self) -> None:
        """Set the journal mode, which is kept in the file: only once the file is known to be ours."""
        mode, synchronous = journal_pragmas()
        with self._translated(), self._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA journal_mode = {mode}")
            connection.exec_driver_sql(f"PRAGMA synchronous = {synchronous}")
        _log.info("Store %s: journal %s, synchronous %s", self.path, mode, synchronous)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """One transaction that writes: begins at once, commits at the end, or nothing of it happened.

        It takes the write lock when it begins (BEGIN IMMEDIATE) and waits for it up to the busy time;
        a deferred begin fails on the first write when another desk was quicker.
        A file that lost its name while it was open is written back to it first; what cannot be is not saved.
        """
        self.keep_name()
        with self._translated(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                self._refuse_without_name()
            except BaseException:
                _roll_back(connection)
                raise
            _commit(connection)

    @property
    def has_lost_its_name(self) -> bool:
        """Whether another file, or none, is where this one was."""
        return self.identity is not None and own_name.identity(self.path) != self.identity

    def _refuse_without_name(self) -> None:
        if self.has_lost_its_name:
            raise StoreMoved(path=str(self.path))

    def keep_name(self) -> None:
        """See that what is stored is under the store's name: write it there again when the file was taken away.

        Raises StoreMoved while another file has the name or the folder cannot be written, StoreFull besides.
        """
        if not self.has_lost_its_name:
            return
        there = own_name.identity(self.path)
        if there is None or there != self._written_back:
            with self._translated(), self._engine.connect() as connection:
                there = self._written_back = own_name.write_back(connection, self.path)
            self.times_written_back += 1
            _log.warning("Store %s had lost its name and was written back", self.path)
        self._open_again(there)

    def follow(self, leader: Store) -> None:
        """Read what another connection of this program wrote back, once it did."""
        self._leader = leader

    def _see_to_name(self) -> None:
        """Never read beside another file of this name: its journal would be played into what we hold.

        Raises StoreMoved.
        """
        if not self.has_lost_its_name:
            return
        there = own_name.identity(self.path)
        if there is None:
            return
        if there != self._written_back and (self._leader is None or self._leader.identity != there):
            raise StoreMoved(path=str(self.path))
        self._open_again(there)

    def _open_again(self, there: own_name.Identity | None) -> None:
        """Hold the file that has the name now, and only then let go of the one that has lost it.

        What fails here is tried again at the next read or write: what is stored is still held.
        """
        held, self._engine = self._engine, _engine(self.path, self._busy_seconds, mode="rw")
        before, self.identity = self.identity, there
        try:
            self._choose_journal()
            self._refuse_without_name()
        except BaseException:
            self._engine.dispose()
            self._engine, self.identity = held, before
            raise
        held.dispose()

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """One view of the store that does not move while it is read."""
        self._see_to_name()
        with self._translated(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                _roll_back(connection)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:  # Core's own, or the driver's from `prepared`
            if failure := failure_for(error.orig if isinstance(error, DBAPIError) else error, self.path):
                raise failure from error
            raise
        except UnicodeDecodeError as error:  # the driver met bytes that no store of ours holds
            raise StoreDamaged(path=str(self.path)) from error

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def insert_many(tx: Transaction, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Hand rows, in the table's own column order, straight to the driver: as quick as raw SQL.

    Core's own insert of many rows costs twice that, for it looks at each value of each row.
    """
    if rows:
        tx.exec_driver_sql(str(insert(table).compile(dialect=tx.dialect)), list(rows))


def _first_bytes(path: Path, count: int = len(_HEADER)) -> bytes:
    with path.open("rb") as file:
        return file.read(count)


def _commit(connection: Connection) -> None:
    try:
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: Connection) -> None:
    """End a transaction that failed, unless SQLite has done so itself.

    A full disk and some other errors roll back at once, others leave the transaction open, a failed COMMIT
    among them (https://www.sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction").
    """
    if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]  # sqlite3's own
        connection.exec_driver_sql("ROLLBACK")


def _engine(path: Path, busy_seconds: float, *, mode: str = "rwc") -> Engine:
    """One connection for the store's life (StaticPool), with transactions said by us and not by the driver.

    The path is handed over absolute and as an address, in which `?`, `#` and `:memory:` mean nothing. In the mode
    "rw" no file is made where there is none.
    """
    engine = create_engine(
        URL.create("sqlite", database=path.absolute().as_uri(), query={"uri": "true", "mode": mode}),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": busy_seconds, "isolation_level": None},
        isolation_level="AUTOCOMMIT",
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    record_texts.make_known(connection)
