"""What was typed in panels that were left before it was done, for as long as the door's event is open."""

from __future__ import annotations

from collections import defaultdict

Place = tuple[str, str]
"""A kind of panel, and the id of whom it is about; empty where it is about nobody in particular."""


class Drafts:
    """Keeps the drafts of each panel and person; what is taken out is gone on with, and kept no longer."""

    def __init__(self) -> None:
        self._kept: defaultdict[Place, list[object]] = defaultdict(list)

    def keep(self, place: Place, draft: object) -> None:
        """Keep one beside those that are kept already: an answer that comes late overwrites nothing."""
        self._kept[place].append(draft)

    def take(self, place: Place) -> object | None:
        """Give the one that was left last, None where there is none."""
        kept = self._kept[place]
        return kept.pop() if kept else None

    @property
    def places(self) -> list[Place]:
        """Where there are drafts."""
        return [place for place, kept in self._kept.items() if kept]
