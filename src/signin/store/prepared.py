"""Statements of the door, compiled once: what a check-in asks, it asks a thousand times an hour.

Core finds a statement's compiled form again at each execution and builds contexts and results around it:
for the seven statements of a check-in that costs as much as the disk. Here the same statements, with the
same types, go to the driver without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Insert, Select
from sqlalchemy.types import TypeEngine

from signin.store.engine import Transaction

Process = Callable[[Any], Any]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in one dialect: its text, its values in order, and how the types change values and columns."""

    sql: str
    names: tuple[str, ...]
    constants: Mapping[str, Any]
    into: tuple[tuple[str, Process], ...]
    out_of: tuple[tuple[int, Process], ...]


class Prepared:
    """A select or insert with named values; whatever the driver raises, `Store` translates."""

    def __init__(self, statement: Select[Any] | Insert) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def run(self, tx: Transaction, **values: Any) -> list[Row]:  # noqa: ANN401 - what the columns hold
        """Execute it and give all rows, empty for an insert; each value is named like its bind or column."""
        compiled = self._compiled.get(tx.dialect.name) or self._compile(tx.dialect)
        given = {**compiled.constants, **values}
        for name, process in compiled.into:
            given[name] = process(given[name])
        cursor = tx.connection.cursor()
        try:
            cursor.execute(compiled.sql, [given[name] for name in compiled.names])
            rows: list[Row] = list(cursor.fetchall()) if cursor.description else []
        finally:
            cursor.close()
        return [_typed(row, compiled.out_of) for row in rows] if compiled.out_of else rows

    def first(self, tx: Transaction, **values: Any) -> Row | None:  # noqa: ANN401 - what the columns hold
        """Execute it and give the first row."""
        rows = self.run(tx, **values)
        return rows[0] if rows else None

    def _compile(self, dialect: Dialect) -> _Compiled:
        compiled = self._statement.compile(dialect=dialect)
        names = tuple(compiled.positiontup or ())
        columns = self._statement.selected_columns if isinstance(self._statement, Select) else ()
        into = ((name, _bind(compiled.binds[name].type, dialect)) for name in dict.fromkeys(names))
        out_of = ((nth, _result(column.type, dialect)) for nth, column in enumerate(columns))
        made = _Compiled(
            compiled.string,
            names,
            {name: compiled.binds[name].value for name in names if not compiled.binds[name].required},
            tuple((name, process) for name, process in into if process),
            tuple((nth, process) for nth, process in out_of if process),
        )
        self._compiled[dialect.name] = made
        return made


def _bind(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _result(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _typed(row: Row, out_of: tuple[tuple[int, Process], ...]) -> Row:
    values = list(row)
    for nth, process in out_of:
        values[nth] = process(values[nth])
    return tuple(values)
