"""How it is measured: interleaved rounds, medians, and one table of ratios with targets and verdicts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from unittest.mock import patch


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: a ratio (unit ×) or an amount. Without a target it is only told."""

    what: str
    value: float
    target: float | None = None
    unit: str = "×"

    @property
    def verdict(self) -> str:
        """Whether the promise is held."""
        if self.target is None:
            return ""
        return "held" if self.value <= self.target else "MISSED"


@dataclass(frozen=True, slots=True)
class Table:
    """What one file measured, and on how much."""

    name: str
    size: str
    lines: tuple[Line, ...]

    def text(self) -> str:
        """Lay the lines out as a Markdown table."""
        rows = [("what", "measured", "target", "verdict"), ("---", "---:", "---:", "---")]
        for line in self.lines:
            target = "" if line.target is None else f"≤ {line.target:g} {line.unit}"
            rows.append((line.what, f"{line.value:.2f} {line.unit}", target, line.verdict))
        body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return f"### {self.name}\n\n{self.size}\n\n{body}\n"


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(
    rounds: int, works: Mapping[str, Callable[[], object]], before: Callable[[], object] = lambda: None
) -> dict[str, float]:
    """Do all works in each round, every second round backwards; give each one's median seconds.

    What is to be done `before` each is not timed.
    """
    spent: dict[str, list[float]] = {name: [] for name in works}
    for nth in range(rounds):
        for name in list(works)[:: 1 if nth % 2 == 0 else -1]:
            before()
            spent[name].append(timed(works[name]))
    return {name: median(times) for name, times in spent.items()}


def percentile(values: list[float], share: float) -> float:
    """Give the value below which this share of them lies (nearest rank)."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


@contextmanager
def clock(owner: object, name: str) -> Iterator[list[float]]:
    """Note the seconds of every call of a function while this lasts."""
    real, calls = getattr(owner, name), []

    def clocked(*arguments: object, **named: object) -> object:
        start = time.perf_counter()
        try:
            return real(*arguments, **named)
        finally:
            calls.append(time.perf_counter() - start)

    with patch.object(owner, name, clocked):
        yield calls
