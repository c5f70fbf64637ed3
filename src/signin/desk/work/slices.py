"""Many small things done in the window's thread, a few milliseconds at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")

SLICE_SECONDS = 0.008
"""Half of the time between two pictures of a screen: keys, paint and scans go on between two slices."""


class Slices(QObject):
    """Does one job after another. What fits into one slice is done at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Callable[[], bool]] = deque()
        self._at_work = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something is still to be done."""
        return bool(self._jobs)

    def do(self, things: Iterable[T], each: Callable[[T], object], then: Callable[[], object]) -> None:
        """Do something with each thing, behind what is being done already, and then something more."""
        rest = iter(things)

        def slice_of_it() -> bool:
            try:
                done = _done_with(rest, each)
            except BaseException:
                self._jobs.popleft()  # a job that breaks stops nobody behind it
                raise
            if not done:
                return False
            self._jobs.popleft()
            then()
            return True

        self._jobs.append(slice_of_it)
        if not self._at_work and not self._next.isActive():
            self._go_on()

    def stop(self) -> None:
        """Forget what is still to be done."""
        self._next.stop()
        self._jobs.clear()

    def _go_on(self) -> None:
        self._at_work = True
        try:
            while self._jobs and self._jobs[0]():
                pass
        finally:
            self._at_work = False
        if self._jobs:
            self._next.start()


def _done_with(rest: Iterable[Any], each: Callable[[Any], object]) -> bool:
    """Work off things until the slice is over; tell whether none is left."""
    end = perf_counter() + SLICE_SECONDS
    for thing in rest:
        each(thing)
        if perf_counter() >= end:
            return False
    return True
