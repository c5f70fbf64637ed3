"""How the cost of papers grows: a list of 10,000 rows against one of 1,000, and against an unshaped canvas.

The peer draws the very same strings and rules, at places that are given to it. Each begins afresh, as the
program does that prints once; for information, the growth where 1,000 rows are printed a second time, out
of what is kept, and what certificates and badges cost.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path

import invented
import plain_canvas
from drawn import Recording, begin_afresh
from measuring import Line, Table, interleaved

from signin.documents.badges import BadgeEntry, write_badges
from signin.documents.certificates import CertificateEntry, write_certificates
from signin.documents.participants import ListRow, write_participants
from signin.domain.tally import Count


def run(*, quick: bool) -> Table:
    many, few, cards, rounds = (60, 6, 8, 1) if quick else (10_000, 1_000, 500, 5)
    with tempfile.TemporaryDirectory() as folder:
        papers = Papers(Path(folder), many, cards)
        pages = papers.list_of(many), papers.list_of(few)
        recording = Recording(partial(papers.list_of, many))
        spent = interleaved(
            rounds,
            {
                "many": partial(papers.list_of, many),
                "few": partial(papers.list_of, few),
                "plain": partial(plain_canvas.write_plain, papers.file, recording),
                "certificates": papers.certificates,
                "badges": papers.badges,
            },
            begin_afresh,
        )
        again = interleaved(1 + rounds // 2, {"few": partial(papers.list_of, few)})
    size = f"{many:,} rows ({pages[0]} pages) and {few:,} ({pages[1]}), {cards} cards, medians of {rounds} rounds"
    return Table("list_growth", size, tuple(_lines(spent, again["few"], many, few, cards, pages[0])))


def _lines(
    spent: Mapping[str, float], again: float, many: int, few: int, cards: int, pages: int
) -> Iterator[Line]:
    yield Line(f"a list of {many:,} rows / one of {few:,}", spent["many"] / spent["few"], 11)
    yield Line(
        "the list / its strings and rules on a canvas without shaping", spent["many"] / spent["plain"], 1.75
    )
    yield Line(f"a list of {few:,} rows printed again / printed first", again / spent["few"])
    yield Line("a page of the list", 1000 * spent["many"] / pages, unit="ms")
    yield Line("a certificate", 1000 * spent["certificates"] / cards, unit="ms")
    yield Line("a sheet of eight badges", 8000 * spent["badges"] / cards, unit="ms")


class Papers:
    """Invented people, and their papers in one file that is written again and again."""

    def __init__(self, folder: Path, many: int, cards: int) -> None:
        plain_canvas.register_fonts()
        self.file, self.event = folder / "paper.pdf", invented.event()
        people = invented.people(many)
        self.rows = [ListRow(person) for person in people]
        self.entries = [
            CertificateEntry(person, f"{nth:03}/2024", sessions_attended=4, time_inside=timedelta(hours=12))
            for nth, person in enumerate(people[:cards], 1)
        ]
        self.cards = [BadgeEntry(person, invented.code(person.number)) for person in people[:cards]]

    def list_of(self, count: int) -> int:
        """Print the list of the first so many; give its pages."""
        total = Count(expected=count, arrived=count)
        return write_participants(
            self.file,
            self.event,
            self.rows[:count],
            session=None,
            kind="event",
            total=total,
            made_at=invented.MORNING,
        )

    def certificates(self) -> None:
        """Print the certificates."""
        write_certificates(self.file, self.event, self.entries, made_at=invented.MORNING)

    def badges(self) -> None:
        """Print the badges."""
        write_badges(self.file, self.event, self.cards, made_at=invented.MORNING)
