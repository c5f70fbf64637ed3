"""Importing 10,000 rows in the window, from the button to what was done, against the same verb on its own.

The window has read the file already and shows what will happen; what is measured is the press of the button, the
store's work in its thread, the progress that is shown, and the page that tells what was done, painted. On the
other side stands the command line's work in this process: the same rows into a fresh store, by the same verb.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import invented
from at_the_door import application, wait_until
from measuring import Line, Table, interleaved
from roster import write_book

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.face import DONE, READ
from signin.desk.organiser.importing.page import ImportPage
from signin.desk.work.store_worker import StoreWorker
from signin.domain.event import half_days
from signin.services import rosters
from signin.services.desk import Desk
from signin.store import Store, events

_EVENT = "measured"


def run(*, quick: bool) -> Table:
    rows, rounds = (200, 1) if quick else (10_000, 7)
    application()
    with tempfile.TemporaryDirectory() as folder:
        works = Works(Path(folder), rows)
        spent = interleaved(rounds, {"window": works.window, "verb": works.verb}, before=works.prepare)
        works.tidy()
    return Table("import_window", f"{rows:,} rows, medians of {rounds} rounds", tuple(_lines(spent)))


def _lines(spent: Mapping[str, float]) -> Iterator[Line]:
    yield Line(
        "from the button to what was done: the window / the verb alone", spent["window"] / spent["verb"], 1.5
    )
    yield Line("the window", 1000 * spent["window"], unit="ms")
    yield Line("the verb alone", 1000 * spent["verb"], unit="ms")


class Works:
    """Both sides, each on a store of its own that starts without people."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder, self.fresh = folder, count()
        self.book = folder / "roster.xlsx"
        write_book(self.book, rows)
        self.voice, self.look = Voice("en"), Look()
        self.look.wear()
        self.page: ImportPage | None = None

    def prepare(self) -> None:
        """Let a window show what will happen, with a store that nobody is in; and have another such store."""
        self.tidy()
        self.desk = self._desk()
        writer = StoreWorker(self._desk())
        reader = StoreWorker(Desk(Store(writer.desk.store.path), "d", random.randbytes))
        self.workers = writer, reader
        page = ImportPage(
            self.voice, self.look, writer, reader, _EVENT, lambda: invented.MORNING, sticks=list, folders=list
        )
        self.page = page
        page.resize(1280, 720)
        page.show()
        page.open_file(self.book)
        wait_until(lambda: page.face.step == READ)
        page.go_on()
        wait_until(lambda: not (writer.waiting or reader.waiting))
        assert page.face.read.reading is not None
        self.reading = page.face.read.reading

    def _desk(self) -> Desk:
        store = Store(self.folder / f"{next(self.fresh)}.db")
        with store.write() as tx:
            events.add(tx, invented.event(), half_days(invented.event()))
        return Desk(store, "d", random.randbytes)

    def window(self) -> None:
        """Press the button and wait until what was done is told and painted."""
        page = self.page
        assert page is not None
        page.face.take.click()
        wait_until(lambda: page.face.step == DONE)
        page.repaint()

    def verb(self) -> None:
        """Do the same in this thread, as the command line does."""
        rosters.import_roster(self.desk, _EVENT, self.reading, invented.MORNING)

    def tidy(self) -> None:
        """Let go of page and stores."""
        if self.page is not None:
            page, self.page = self.page, None
            page.hide()
            wait_until(lambda: not page.face.file.is_looking)
            page.deleteLater()
            for worker in self.workers:
                worker.stop()
            self.desk.store.close()
