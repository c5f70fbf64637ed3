"""The organiser's roster at 100,000 people: a filter with its repaint against 1,000, a sort against Python's own.

Both pages are open side by side, without a screen, and asked in turns. A filter is a text in the search line, a
chip, an organisation, and several of them; what the search remembers of words is forgotten before each. It is
measured from the change of the filter to the painted window. A sort is forgotten before each round, too; it is
measured with its repaint, against `sorted` with the same keys and a repaint of the same window. All of it is what
the window's thread computes.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import at_the_door  # first of all: without a screen
import invented
from measuring import Line, Table
from PySide6.QtWidgets import QApplication

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.page import RosterPage
from signin.desk.work.collector import Collector
from signin.desk.work.store_worker import StoreWorker
from signin.services.desk import Desk
from signin.services.roster_table import Column, Trait
from signin.store import Store

TEXTS = ("ວັນ", "ສົມ ພອນ", "ທອງ", "ວ", "keo", "phone vong", "ນາງ ຄຳ", "12", "020 5", "77", "ກົມແຜນການ", "ແກ້ວ ລາ")
"""Parts of names in both scripts, numbers, phones and offices: some mean a few, some a quarter of everybody."""


def run(*, quick: bool) -> Table:
    few, many, rounds = (50, 200, 1) if quick else (1_000, 100_000, 7)
    at_the_door.application()
    collector = Collector()
    with tempfile.TemporaryDirectory() as folder:
        pages = [Roster(Path(folder, f"{people}.db"), people) for people in (few, many)]
        filters = _filters(pages, rounds)
        sorts = {column: _sorting(pages[1], column, rounds) for column in Column}
        for page in pages:
            page.close()
    collector.stop()
    size = f"{many:,} and {few:,} people, {len(filters)} filters, {rounds} rounds"
    return Table("roster_table", size, (*_of_filters(filters, few, many), *_of_sorts(sorts)))


def computed(work: Callable[[], object]) -> float:
    """Give the seconds that the window's thread computes for some work; what others take does not count."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


class Roster:
    """The page of one store, open, with everybody read."""

    def __init__(self, store: Path, people: int) -> None:
        at_the_door.fill(store, people)
        luck = random.Random(people)
        self.look = Look()
        self.look.wear()
        self._workers = [StoreWorker(Desk(Store(store), at_the_door.DESK, luck.randbytes)) for _ in range(2)]
        self.page = RosterPage(Voice("lo"), self.look, *self._workers, "measured", lambda: invented.MORNING)
        self.page.resize(1808, 1080)
        self.page.show()
        at_the_door.wait_until(lambda: self.page.is_ready)
        at_the_door.run_for(0.1)

    def paint(self) -> None:
        """Paint the whole page."""
        self.page.table.viewport().repaint()
        QApplication.processEvents()

    def want(self, change: Callable[[RosterPage], None]) -> float:
        """Give the seconds from a change of the filter to the painted window."""
        return computed(lambda: (change(self.page), self.paint()))

    def everybody(self) -> None:
        """Want everybody again, in the order of the roster, with nothing kept of what was found."""
        self.page.bar.clear()
        self.page.index.put(self.page.table.people.table.people[0])  # it forgets what it found out about words
        self.paint()

    def close(self) -> None:
        """Let go of the store."""
        self.page.hide()
        for worker in self._workers:
            worker.stop()


def _filters(pages: list[Roster], rounds: int) -> dict[str, list[float]]:
    """Give the seconds of every filter at both pages."""
    found: dict[str, list[float]] = {}
    for name, change in _changes():
        times: list[list[float]] = [[], []]
        for nth in range(rounds):
            for side in (0, 1) if nth % 2 else (1, 0):
                pages[side].everybody()
                times[side].append(pages[side].want(change))
        found[name] = [median(each) for each in times]
    return found


def _changes() -> Iterator[tuple[str, Callable[[RosterPage], None]]]:
    for text in TEXTS:
        yield text, lambda page, text=text: page.bar.line.edit.setText(text)
    for trait in Trait:
        yield trait.value, lambda page, trait=trait: page.bar.traits[trait].click()
    yield "an organisation", lambda page: page.bar.office.edit.setText(page.table.people.person(3).organisation)
    yield "a text among the missing women", _several


def _several(page: RosterPage) -> None:
    page.bar.traits[Trait.WOMEN].setChecked(True)
    page.bar.traits[Trait.MISSING].setChecked(True)
    page.bar.line.edit.setText("ໄຊ")


def _sorting(roster: Roster, column: Column, rounds: int) -> dict[str, float]:
    """Sort by a column at the page, and with Python alone, each with a repaint."""
    table = roster.page.table.people.table
    keys, everybody = table.keys(column), range(len(table))

    def forget() -> None:
        roster.page.table.sort_by(Column.NAME if column is not Column.NAME else Column.NUMBER, descending=True)
        roster.paint()
        table.forget_orders()

    def ours() -> None:
        roster.page.table.sort_by(column, descending=False)
        roster.paint()

    def python() -> None:
        sorted(everybody, key=keys.__getitem__)
        roster.paint()

    works, spent = {"ours": ours, "python": python}, {"ours": [], "python": []}
    for nth in range(rounds):
        for name in list(works)[:: 1 if nth % 2 == 0 else -1]:
            forget()
            spent[name].append(computed(works[name]))
    return {name: median(times) for name, times in spent.items()}


def _of_filters(filters: dict[str, list[float]], few: int, many: int) -> Iterator[Line]:
    ratios = {name: large / small for name, (small, large) in filters.items()}
    yield Line(f"a filter and its repaint: {many:,} / {few:,} people", median(ratios.values()), 2.0)
    worst = max(ratios, key=ratios.__getitem__)
    yield Line(f"the worst of them, “{worst}”", ratios[worst])
    for nth, people in enumerate((few, many)):
        yield Line(
            f"a filter, {people:,} people", 1000 * median(both[nth] for both in filters.values()), unit="ms"
        )


def _of_sorts(sorts: dict[Column, dict[str, float]]) -> Iterator[Line]:
    for column, spent in sorts.items():
        yield Line(f"by {column.value} / sorted() and a repaint", spent["ours"] / spent["python"], 2.0)
    yield Line("the slowest sort", 1000 * max(spent["ours"] for spent in sorts.values()), unit="ms")
