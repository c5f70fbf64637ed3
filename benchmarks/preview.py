"""How long the first page of a list takes to be seen: of 10,000 people against one of 100, and the whole after it.

As the window does it: people read from the store, the page drawn by the paper's own code, then as a picture.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

import invented
from measuring import Line, Table, interleaved

from signin.domain.event import half_days
from signin.domain.presence import Presence
from signin.domain.print_run import Paper
from signin.services.desk import Desk
from signin.services.paper_orders import Order
from signin.store import Store, attendees, events, presences


def run(*, quick: bool) -> Table:
    many, few, rounds = (300, 100, 1) if quick else (10_000, 100, 9)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder, Preview(Path(folder), many, few) as preview:
        firsts = {
            f"{paper} {count}": partial(preview.first_page, paper, count)
            for paper in (Paper.SIGN_IN, Paper.PARTICIPANTS)
            for count in (many, few)
        }
        spent = interleaved(rounds, firsts, preview.rest)
        whole = interleaved(1, {"whole": partial(preview.whole, Paper.PARTICIPANTS, many)}, preview.rest)
    size = f"lists of {many:,} and {few:,} people, medians of {rounds} rounds"
    return Table("preview", size, tuple(_lines({**spent, **whole}, many, few)))


def _lines(spent: dict[str, float], many: int, few: int) -> Iterator[Line]:
    for paper in (Paper.SIGN_IN, Paper.PARTICIPANTS):
        ratio = spent[f"{paper} {many}"] / spent[f"{paper} {few}"]
        yield Line(f"first page of the {paper} list of {many:,} / of {few:,}", ratio, 1.5)
        yield Line(f"first page of the {paper} list of {many:,}", 1000 * spent[f"{paper} {many}"], unit="ms")
    first = spent[f"{Paper.PARTICIPANTS} {many}"]
    yield Line(f"the whole list of {many:,} / its first page", spent["whole"] / first)


class Preview:
    """Two events in one store, everybody there, and the window's own maker of papers."""

    def __init__(self, folder: Path, many: int, few: int) -> None:
        from PySide6.QtWidgets import QApplication

        from signin.desk.organiser.documents.making import PaperMaker
        from signin.desk.work.store_worker import StoreWorker

        self._application = QApplication.instance() or QApplication([])
        self._store = Store(folder / "signin.db")
        for count in (many, few):
            self._fill(count)
        self._reader = StoreWorker(Desk(self._store, "measured", os.urandom))
        self._maker = PaperMaker(self._reader, lambda: invented.MORNING)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.rest()
        self._reader.stop()

    def _fill(self, count: int) -> None:
        event = replace(invented.event(), id=str(count))
        sessions = half_days(event)
        people = [
            replace(person, id=f"{count}-{person.number}", event_id=event.id) for person in invented.people(count)
        ]
        stays = [
            Presence(
                event_id=event.id,
                session_key=sessions[0].key,
                attendee_id=person.id,
                arrived_at=invented.MORNING,
                desk="measured",
            )
            for person in people
        ]
        with self._store.write() as tx:
            events.add(tx, event, sessions)
            attendees.add_many(tx, people)
            presences.replace_of_event(tx, event.id, stays)

    def first_page(self, paper: Paper, count: int) -> None:
        """Make a paper until its first page can be seen."""
        self._make(paper, count, lambda seen: self._maker.begun.connect(seen.append))

    def whole(self, paper: Paper, count: int) -> None:
        """Make a paper to its end."""
        self._make(paper, count, lambda seen: self._maker.made.connect(seen.append))

    def _make(self, paper: Paper, count: int, listen: Callable[[list[object]], object]) -> None:
        seen: list[object] = []
        connection = listen(seen)
        self._maker.make(Order(event_id=str(count), paper=paper), lambda _: 96)
        while not seen:
            self._application.processEvents()
        self._maker.disconnect(connection)

    def rest(self) -> None:
        """Let what was begun come to its end."""
        self._maker.drop()
        while self._maker.busy or self._reader.waiting:
            self._application.processEvents()


if __name__ == "__main__":
    print(run(quick=False).text())
