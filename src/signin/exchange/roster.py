"""A roster read as a careful clerk reads it: who is on it, and what must be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from signin.domain.attendee import Sex
from signin.exchange import cells, heads, rows, tables
from signin.exchange.choices import AS_IT_IS, Choices
from signin.exchange.chosen_sheet import the_sheet
from signin.exchange.failures import (
    NoHead,
    NoNameColumn,
    RowsWithoutName,
    RowWithoutName,
)
from signin.exchange.heads import Head
from signin.exchange.meanings import Meaning
from signin.exchange.notices import Gathering, Notice, ranges
from signin.exchange.people import TICK_COLUMNS, Reader, RosterLine
from signin.exchange.repeats import without_repeats
from signin.exchange.tables import Cell, Row, Sheet
from signin.words import mark, say

__all__ = ["Column", "Notice", "Reading", "RosterLine", "read_roster"]

_NAMED = (Meaning.NAME, Meaning.SURNAME)
_TOTAL_WITH_REPEATS = mark(
    "Row {row}: the total says {said}; {counted} were read, {repeats} of them repeats that are left out."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that was understood: its index from 0, its meaning, and the head's text."""

    index: int
    meaning: Meaning
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is nobody on the roster, and why: repeat, prepared, total, after-total, head, group or hidden."""

    row: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `header_row` counts from 1, 0 for none; `skipped` rows are repeats and prepared lines.

    `file` is the file's path as it was given. `hidden` counts the rows below the head that a person does not see.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    people: tuple[RosterLine, ...]
    skipped: int
    notices: tuple[Notice, ...]
    left_out: tuple[LeftOut, ...] = ()
    hidden: int = 0
    file: str = ""


def read_roster(path: Path, choices: Choices = AS_IT_IS) -> Reading:
    """Read a roster from a workbook or a text file; unless one is chosen, the visible sheet with the best head.

    Failures: those of `signin.exchange.failures`; nothing is half read.
    """
    path = Path(path)
    return replace(read_sheets(tables.read(path), path.name, choices), file=str(path))


def read_sheets(sheets: Sequence[Sheet], file: str, choices: Choices = AS_IT_IS) -> Reading:
    """Read the roster out of sheets that were read before; `file` is named in failures."""
    best, head, others = the_sheet(sheets, file, choices)
    if head is None:
        raise NoHead(file=file, rows=heads.SEARCHED, examples=heads.EXAMPLES)
    if not any(head.columns(meaning) for meaning in _NAMED):
        raise NoNameColumn(file=file)
    reading = replace(_Sheet(best, head, take_hidden=choices.take_hidden).read(), file=file)
    return _with_other_sheets(reading, others)


def _with_other_sheets(reading: Reading, others: list[str]) -> Reading:
    if not others:
        return reading
    message = say(
        "Only the sheet “{sheet}” was read. There are also: {others}.",
        sheet=reading.sheet,
        others=", ".join(others),
    )
    return replace(reading, notices=(Notice(None, "other-sheets", message), *reading.notices))


@dataclass(slots=True)
class _Sheet:
    """One reading of one sheet, row by row."""

    sheet: Sheet
    head: Head
    take_hidden: bool = True
    gathering: Gathering = field(default_factory=Gathering)
    people: list[RosterLine] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    totals: list[tuple[rows.Total, int]] = field(default_factory=list)
    group: str = ""
    group_began: int = 0
    prepared: int = 0
    closed: bool = False
    unread: set[int] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)
    hidden: int = 0

    def read(self) -> Reading:
        lines = list(_lines(self.sheet, self.head))
        reader = Reader(self.head, _ticked(lines, self.head), self.gathering)
        wide = rows.wide_rows(self.sheet.merges, self.head)
        for row, raw, texts in lines:
            self._take(reader, row, raw, texts, wide=row.number in wide)
        self._refuse_nameless()
        self._tell_unread()
        people, repeats = without_repeats(self.people, self.gathering)
        self._compare_totals({person.row for person in people})
        self._leave_out_repeats(people)
        return Reading(
            sheet=self.sheet.name,
            header_row=self.head.row,
            columns=tuple(
                Column(at, meaning, self.head.texts.get(at, "")) for at, meaning in self.head.meanings.items()
            ),
            people=people,
            skipped=repeats + self.prepared,
            notices=self.gathering.notices(),
            left_out=tuple(sorted(self.left_out, key=lambda one: one.row)),
            hidden=self.hidden,
        )

    def _take(
        self, reader: Reader, row: Row, raw: Mapping[int, Cell], texts: Mapping[int, str], *, wide: bool
    ) -> None:
        self.hidden += row.hidden
        if row.hidden and not self.take_hidden:
            self.gathering.note("hidden-left", row.number)
            self._leave_out("hidden", row, texts)
            return
        kind = rows.kind_of(texts, self.head, wide=wide)
        if self._is_below_total(kind, raw):
            self.gathering.note("after-total", row.number)
            self._leave_out("after-total", row, texts)
            return
        if row.hidden:
            self.gathering.note("hidden-rows", row.number)
        if kind is not rows.Kind.PERSON:
            self._leave_out(kind.value, row, texts)
        match kind:
            case rows.Kind.HEAD:
                pass
            case rows.Kind.TOTAL:
                self.totals.append((rows.total_of(row.number, texts, self.head), len(self.people)))
                self.closed = True
            case rows.Kind.GROUP:
                self.group, self.group_began = rows.without_numbering(next(iter(texts.values()))), len(self.people)
                self.gathering.note("group-rows", row.number)
            case rows.Kind.PREPARED:
                self.prepared += 1
                self.gathering.note("prepared-rows", row.number)
            case rows.Kind.PERSON:
                self._add(reader.person(row.number, raw, texts, self.group), row.number)
                self.unread.update(texts.keys() - self.head.meanings.keys())

    def _leave_out(self, why: str, row: Row, texts: Mapping[int, str]) -> None:
        self.left_out.append(LeftOut(row.number, why, " · ".join(dict.fromkeys(texts.values()))))

    def _leave_out_repeats(self, kept: Sequence[RosterLine]) -> None:
        rows_kept = {person.row for person in kept}
        repeats = (person for person in self.people if person.row not in rows_kept)
        self.left_out += [LeftOut(one.row, "repeat", f"{one.prefix} {one.name}".strip()) for one in repeats]

    def _is_below_total(self, kind: rows.Kind, raw: Mapping[int, Cell]) -> bool:
        """Whether a row is of the closing lines below a total: signatures and dates, no numbered people."""
        if not self.closed or kind in {rows.Kind.TOTAL, rows.Kind.HEAD, rows.Kind.GROUP}:
            return False
        numbers = self.head.columns(Meaning.NUMBER)
        if any(cells.whole_number(raw.get(column, "")) is not None for column in numbers):
            self.closed = False
        return self.closed

    def _add(self, person: RosterLine | None, row: int) -> None:
        if person is None:
            self.nameless.append(row)
        else:
            self.people.append(person)

    def _refuse_nameless(self) -> None:
        if len(self.nameless) == 1:
            raise RowWithoutName(row=self.nameless[0])
        if self.nameless:
            raise RowsWithoutName(rows=ranges(self.nameless), row=self.nameless[0])

    def _tell_unread(self) -> None:
        """Tell of columns beside people that mean nothing here, and of formulas that had no result to read."""
        if self.unread:
            names = [self.head.texts.get(column) or tables.letters(column) for column in sorted(self.unread)]
            self.gathering.tell(
                "columns",
                None,
                say(
                    "Columns not read: {columns}. Give them a known head, or leave them out.",
                    columns=", ".join(names),
                ),
            )
        for row in sorted({row for row, _ in self.sheet.unanswered if row > self.head.row}):
            self.gathering.note("formula-unread", row)

    def _compare_totals(self, kept: set[int]) -> None:
        """Tell of totals that are neither those of everybody above nor of the people since the last total.

        An office counts its rows, those too that stand twice; how many of them are left out is told beside it.
        """
        since = 0
        for total, above in self.totals:
            for said, women in ((total.people, False), (total.women, True)):
                counts = _counts(self.people, since, above, women=women)
                if said is not None and said not in counts:
                    twice = [person for person in self.people[:above] if person.row not in kept]
                    repeats = _counts(twice, 0, len(twice), women=women)[0]
                    text = (
                        _TOTAL_WITH_REPEATS
                        if repeats
                        else mark("Row {row}: the total says {said}; {counted} were read.")
                    )
                    message = say(text, row=total.row, said=said, counted=counts[0], repeats=repeats)
                    self.gathering.tell("total-differs", total.row, message)
            since = above


def _counts(people: Sequence[RosterLine], since: int, above: int, *, women: bool = False) -> tuple[int, int]:
    """Count everybody above a total, and those since the total before it."""
    counted = [not women or person.sex is Sex.FEMALE for person in people[:above]]
    return sum(counted), sum(counted[since:])


Line = tuple[Row, Mapping[int, Cell], Mapping[int, str]]


def _lines(sheet: Sheet, head: Head) -> Iterator[Line]:
    """Give each row below the head with its filled cells, as they are and as canonical text, by column."""
    down = rows.filled_down(sheet.merges, _repeated_columns(head))
    values = {row.number: row.cells for row in sheet.rows} if down else {}
    for row in sheet.rows:
        if row.number <= head.row:
            continue
        raw = {column: cell for column, cell in enumerate(row.cells) if cell != ""}
        if raw:
            for column, top in down.get(row.number, {}).items():
                raw.setdefault(column, values[top][column] if top in values else "")
        texts = {column: said for column, cell in sorted(raw.items()) if (said := cells.text(cell))}
        if texts:
            yield row, raw, texts


def _repeated_columns(head: Head) -> list[int]:
    """Choose the columns in which one tall merged cell speaks for several people."""
    shared = (Meaning.ORGANISATION, Meaning.PROVINCE, Meaning.POSITION, Meaning.CATEGORY, Meaning.NOTE)
    return [column for meaning in shared for column in head.columns(meaning)]


def _ticked(lines: Iterable[Line], head: Head) -> frozenset[Meaning]:
    """Tell which columns of ticks are used at all."""
    columns = [(c, meaning) for meaning in TICK_COLUMNS for c in head.columns(meaning)]
    used = set()
    for _, _, texts in lines:
        for column, meaning in columns:
            said = texts.get(column, "")
            if said and said != head.texts.get(column) and cells.tick(said, TICK_COLUMNS[meaning]) == "ticked":
                used.add(meaning)
    return frozenset(used)
