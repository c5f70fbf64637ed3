"""How long the command line takes to start: its help, against an empty Python and against click alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from measuring import Line, Table, interleaved

HEAVY = ("PySide6", "sqlalchemy", "reportlab", "uharfbuzz", "fontTools", "python_calamine", "xlsxwriter", "PIL")
LISTED = f"""
import contextlib, io, sys
from signin.cli import run
with contextlib.redirect_stdout(io.StringIO()):
    run(["--help"])
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def run(*, quick: bool) -> Table:
    rounds = 1 if quick else 15
    spent = interleaved(
        rounds,
        {
            "help": partial(_python, "-m", "signin", "--help"),
            "click": partial(_python, "-c", "import click"),
            "nothing": partial(_python, "-c", "pass"),
        },
    )
    loaded = _python("-c", LISTED).split()
    return Table("start", _told(rounds, loaded), tuple(_lines(spent, loaded)))


def _told(rounds: int, loaded: Sequence[str]) -> str:
    absent = ", ".join(name for name in HEAVY if name not in loaded)
    return f"medians of {rounds} rounds; not imported by the help: {absent}"


def _lines(spent: dict[str, float], loaded: Sequence[str]) -> Iterator[Line]:
    yield Line("heavy modules that the help imports", len(loaded), 0, unit="modules")
    yield Line("signin --help / python -c pass", spent["help"] / spent["nothing"])
    yield Line("signin --help / python -c 'import click'", spent["help"] / spent["click"])
    yield Line("python -c pass", 1000 * spent["nothing"], unit="ms")


def _python(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True).stdout
