"""500 certificates with a code each, against ReportLab with shaped lines kept, and against Qt's QPdfWriter.

All draw the same strings at the same places and the same code as vectors; the matrices of the codes are made
before. Ours also finds the places: letters that fit, lines that break at words. ReportLab has what is common
as a form and shapes each string once. Each begins afresh, without what earlier rounds have set.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import invented
import plain_canvas
from drawn import Recording, begin_afresh
from measuring import Line, Table, interleaved
from qt_paper import QtPaper

from signin.documents.certificates import CertificateEntry, write_certificates

_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_LETTERS = 135
"""A compact payload with its signature."""


def run(*, quick: bool) -> Table:
    cards, rounds = (8, 1) if quick else (500, 7)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paper.pdf")
        ours = partial(write_certificates, file, invented.event(), _entries(cards), made_at=invented.MORNING)
        recording = Recording(ours)
        sizes = {"ours": file.stat().st_size}
        plain_canvas.register_fonts()
        works = {
            "ours": ours,
            "reportlab": partial(plain_canvas.write_shaped, file, recording),
            "strings": partial(plain_canvas.write_shaped, file, recording, strings=True),
            "qt": partial(QtPaper().write, file, recording),
        }
        for name, work in works.items():
            work()
            sizes[name] = file.stat().st_size
        spent = interleaved(rounds, works, _begin_afresh)
    size = f"{cards} certificates with a code of {_LETTERS} characters, medians of {rounds} rounds"
    return Table("certificates", size, tuple(_lines(spent, sizes, cards)))


def _begin_afresh() -> None:
    begin_afresh()
    plain_canvas.shaped.cache_clear()


def _lines(spent: dict[str, float], sizes: dict[str, int], cards: int) -> Iterator[Line]:
    yield Line("ours / ReportLab, shaped lines kept, codes as paths", spent["ours"] / spent["reportlab"], 0.5)
    yield Line("ours / QPdfWriter", spent["ours"] / spent["qt"], 1)
    yield Line("ours / ReportLab, codes past its methods as our string", spent["ours"] / spent["strings"])
    yield Line("a certificate of ours", 1000 * spent["ours"] / cards, unit="ms")
    for name in ("ours", "reportlab", "qt"):
        yield Line(f"a certificate's part of the file: {name}", sizes[name] / cards / 1024, unit="KiB")


def _entries(count: int) -> list[CertificateEntry]:
    luck = random.Random(count)
    return [
        CertificateEntry(
            person,
            f"{nth:03}/2024",
            sessions_attended=4,
            time_inside=timedelta(hours=12),
            code="".join(luck.choices(_BASE45, k=_LETTERS)),
        )
        for nth, person in enumerate(invented.people(count), 1)
    ]
