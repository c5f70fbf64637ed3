"""What each person adds to the counts of a board, and some of the people counted."""

from __future__ import annotations

from typing import NamedTuple

from signin.domain.tally import Count


class Share(NamedTuple):
    """What one person adds to the counts; a crowd has few different ones, so it is counted by them."""

    organisation: str
    category: str
    counts: bool
    expected: bool
    here: bool
    inside: bool
    woman: bool
    walk_in: bool
    substitute: bool


class Group:
    """Some of the people, counted."""

    __slots__ = ("_count", "arrived", "expected", "members", "women", "women_expected")

    def __init__(self) -> None:
        self.members = self.expected = self.arrived = self.women_expected = self.women = 0
        self._count: Count | None = None

    def add(self, share: Share, times: int) -> None:
        """Count a share in so many times, or out again."""
        self._count = None
        self.members += times
        if share.expected:
            self.expected += times
            self.women_expected += times * share.woman
        if share.here:
            self.arrived += times
            self.women += times * share.woman

    @property
    def count(self) -> Count:
        """Give the numbers as they stand, made once until the next change."""
        if self._count is None:
            self._count = Count(
                expected=self.expected,
                arrived=self.arrived,
                women_expected=self.women_expected,
                women=self.women,
            )
        return self._count
