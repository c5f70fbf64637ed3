"""When keys were pressed: by their own time where the platform tells it, however late they come."""

from __future__ import annotations

from collections.abc import Callable

_SOON = 1.0
"""Seconds. So near, two keys' own times say how far apart they were."""
_LATER = 3600.0
"""Farther apart, or backwards, they were told by different clocks."""


class KeyTimes:
    """Gives seconds that never go back. Where keys come late, what the clock says is brought before them.

    A key's own time is in milliseconds since nobody knows when, so only the differences count; 0 is none.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._behind = 0.0
        self._last, self._stamp = clock(), 0

    def now(self) -> float:
        """Give the time now."""
        return self._clock() - self._behind

    def of(self, stamp: int) -> float | None:
        """Give when a key was pressed; None where its own time does not tell: then it is now."""
        gap = (stamp - self._stamp) / 1000 if stamp and self._stamp else -1.0
        if not 0 <= gap <= _LATER:
            return None
        # After a pause the clock is asked anew, so that two clocks never drift apart.
        return self._last + gap if gap <= _SOON else max(self._last + gap, self.now())

    def take(self, stamp: int) -> float | None:
        """Give the same, and go on from this key."""
        told = self.of(stamp)
        self._stamp, self._last = stamp, self.now() if told is None else told
        self._behind = min(self._behind, self._clock() - self._last)
        return told
