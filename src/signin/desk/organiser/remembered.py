"""What is kept of an event's pages while other pages are looked at, as long as the program runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from signin.desk.work.piles import Piles

if TYPE_CHECKING:
    from signin.desk.organiser.roster.filter_bar import Narrowed
    from signin.domain.timetable import Edit
    from signin.services.desk import Desk
    from signin.services.roster_table import Order


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done that can be done again, and the verbs for both."""

    again: Callable[[Desk], object]
    back: Callable[[Desk], object]

    @property
    def inverse(self) -> Deed:
        """The deed that takes this one back."""
        return Deed(self.back, self.again)


@dataclass(slots=True)
class OfRoster:
    """What was done there by its records, whom the keys were on, and who was shown in which order."""

    piles: Piles[tuple[str, ...]] = field(default_factory=Piles)
    attendee_id: str = ""
    narrowed: Narrowed | None = None
    order: Order | None = None


@dataclass(slots=True)
class Remembered:
    """Of one event, page by page."""

    roster: OfRoster = field(default_factory=OfRoster)
    sessions: Piles[Edit] = field(default_factory=Piles)
    duplicates: Piles[Deed] = field(default_factory=Piles)
