"""What a supporter must know of a store: how much is in it, whether it is sound, and no name of anybody."""

from __future__ import annotations

from dataclasses import dataclass

from signin.services import tallies
from signin.services.desk import Desk
from signin.store import health


@dataclass(frozen=True, slots=True)
class Condition:
    """The rows of each table; and of each thing that was checked how many faults were found."""

    rows: dict[str, int]
    faults: dict[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not any(self.faults.values())


def condition(desk: Desk) -> Condition:
    """Check and count a store."""
    faults = {finding.name: len(finding.problems) for finding in tallies.check(desk)}
    with desk.store.read() as tx:
        return Condition(health.rows(tx), faults)
