"""Reading and storing a roster of 10,000 rows, against calamine and executemany of the same rows.

The floor reads the same workbook with calamine and puts the rows that our own import made into the same
tables, in one transaction. What a floor does not do is clocked inside our import, part by part, and told:
the clerk's reading (head, kinds of rows, canonical forms, phones, repeats), who is who, keys, codes, the log. The
promise is about the rest: the file's safety, reading, and storing. The whole is told too.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from statistics import median

import invented
import xlsxwriter
from measuring import Line, Table, clock, interleaved, timed
from python_calamine import CalamineWorkbook
from raw_door import connect

from signin.domain import codes
from signin.domain.event import half_days
from signin.exchange import roster as exchange_roster
from signin.exchange import tables
from signin.lao.normalize import canonical
from signin.services import rosters
from signin.services.desk import Desk
from signin.store import Store, attendees, events

HEAD = ("ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ")
PEOPLE_IN = f"INSERT INTO attendee VALUES ({', '.join('?' * 21)})"
CODES_IN = "INSERT INTO code VALUES (?, ?, ?, ?)"
APART = {
    "the clerk's reading, canonical forms with it": (exchange_roster, "read_sheets"),
    "who is who, ids, numbers": (rosters, "plan_import"),
    "keys of order": (attendees, "sort_key"),
    "keys of search": (attendees, "fold"),
    "codes": (codes, "new"),
    "the log by which an import is taken back": (rosters, "note_run"),
}


def run(*, quick: bool) -> Table:
    rows, rounds = (200, 1) if quick else (10_000, 9)
    with tempfile.TemporaryDirectory() as folder:
        works = Works(Path(folder), rows)
        spent = interleaved(
            rounds,
            {
                "ours": works.ours,
                "floor": works.floor,
                "calamine": works.calamine,
                "cells": lambda: tables.read(works.book),
                "canonical": works.canonical,
            },
        )
        parts = [_parts(works) for _ in range(rounds)]
    return Table("roster", f"{rows:,} rows, medians of {rounds} rounds", tuple(_lines(spent, parts)))


def _parts(works: Works) -> dict[str, float]:
    """Import once more with clocks around what is counted apart, and the floor beside it; give the seconds."""
    with ExitStack() as stack:
        clocks = {part: stack.enter_context(clock(*place)) for part, place in APART.items()}
        whole = timed(works.ours)
    parts = {part: sum(calls) for part, calls in clocks.items()}
    return {**parts, "rest": whole - sum(parts.values()), "floor": timed(works.floor)}


def _lines(spent: Mapping[str, float], parts: Sequence[Mapping[str, float]]) -> Iterator[Line]:
    rest = median(part["rest"] / part["floor"] for part in parts)
    yield Line("reading and storing, what is apart left out: ours / floor", rest, 1.3)
    yield Line("the whole: ours / floor", spent["ours"] / spent["floor"])
    yield Line("floor: calamine + executemany", 1000 * spent["floor"], unit="ms")
    yield Line("of the floor, calamine", 1000 * spent["calamine"], unit="ms")
    yield Line("reading the cells, safely: ours / calamine", spent["cells"] / spent["calamine"])
    for name in APART:
        yield Line(f"apart: {name}", 1000 * median(part[name] for part in parts), unit="ms")
    yield Line("of the clerk's reading, canonical forms", 1000 * spent["canonical"], unit="ms")


class Works:
    """What is measured, each on a store of its own that starts without people."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder, self.fresh = folder, count()
        self.book, self.empty = folder / "roster.xlsx", folder / "empty.db"
        write_book(self.book, rows)
        with Store(self.empty) as store, store.write() as tx:
            events.add(tx, invented.event(), half_days(invented.event()))
        self.sheets = tables.read(self.book)
        self.people, self.codes = self._rows_of_an_import(rows)

    def _store(self) -> Path:
        return Path(shutil.copy(self.empty, self.folder / f"{next(self.fresh)}.db"))

    def _rows_of_an_import(self, rows: int) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
        self.ours()
        with closing(sqlite3.connect(self.folder / "0.db")) as database:
            made = [
                database.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
                for table in ("attendee", "code")
            ]
        if [len(table) for table in made] != [rows, rows]:
            raise AssertionError
        return made[0], made[1]

    def ours(self) -> None:
        """Read and import, as the program does."""
        with Store(self._store()) as store:
            reading = exchange_roster.read_roster(self.book)
            rosters.import_roster(Desk(store, "d", random.randbytes), "measured", reading, invented.MORNING)

    def floor(self) -> None:
        """Read with calamine, and put the same rows into the same tables."""
        self.calamine()
        with closing(connect(self._store())) as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany(PEOPLE_IN, self.people)
            database.executemany(CODES_IN, self.codes)
            database.execute("COMMIT")

    def calamine(self) -> None:
        """Read with calamine alone."""
        with CalamineWorkbook.from_path(self.book) as workbook:
            workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)

    def canonical(self) -> None:
        """Make every text of the file canonical, each once more."""
        canonical.cache_clear()
        for sheet in self.sheets:
            for row in sheet.rows:
                for cell in row.cells:
                    if isinstance(cell, str):
                        canonical(cell)


def write_book(book: Path, rows: int) -> None:
    """Write the workbook as an office would: a title, the head, then everybody."""
    with xlsxwriter.Workbook(book) as workbook:
        sheet = workbook.add_worksheet("ບັນຊີ")
        sheet.write(0, 0, "ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ")
        sheet.write_row(1, 0, HEAD)
        for line in invented.lines(rows):
            tick = "×" if line.sex == "female" else ""
            cells = (line.number, f"{line.prefix} {line.name}", tick, line.position, line.organisation, line.phone)
            sheet.write_row(line.row + 1, 0, cells)
