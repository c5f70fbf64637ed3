"""Run the measurements, or those named: `python3 run.py bench [--quick] [NAME …]`; the exit code tells a miss."""

from __future__ import annotations

import os
import sys
from importlib import import_module

PROMISES = (
    "checkin",
    "door",
    "keystroke",
    "roster",
    "import_window",
    "list_growth",
    "certificates",
    "preview",
    "search",
    "roster_table",
    "start",
    "window_start",
)
ON_DEMAND = ("soak",)
"""Only where they are named: they take their time."""


def main(arguments: list[str]) -> int:
    quick = "--quick" in arguments
    names = [argument for argument in arguments if argument != "--quick"] or list(PROMISES)
    known = PROMISES + ON_DEMAND
    if unknown := [name for name in names if name not in known]:
        print(f"There is no {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    missed = 0
    for name in names:
        table = import_module(name).run(quick=quick)  # only now: some need the libraries of Qt
        print(table.text(), flush=True)
        missed += sum(line.verdict == "MISSED" for line in table.lines)
    print(f"{_load()}{' Quick sizes: the figures say nothing.' if quick else ''}")
    return 1 if missed and not quick else 0


def _load() -> str:
    """Tell how busy the machine was: above the number of cores, figures are to be taken again."""
    if not hasattr(os, "getloadavg"):
        return f"{os.cpu_count()} cores."
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} in the last minute."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
