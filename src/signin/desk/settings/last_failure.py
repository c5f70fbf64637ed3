"""What last went wrong, for whoever helps: its kind and when, and nothing that names a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from signin.desk.work.store_worker import Unexpected
from signin.words import Failure


class LastFailure:
    """Keeps the last failure while the window is open; `text` is "" while there was none."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.text = ""

    def remember(self, failure: Failure) -> None:
        """Keep a failure's kind and its sentence, without the values in it: they may be names."""
        kind = type(failure).__name__
        if isinstance(failure, Unexpected):
            kind = f"{kind} ({str(failure.values['error']).split('(')[0]})"
        self.text = f"{self._clock():%Y-%m-%d %H:%M:%S} {kind}: {failure.text}"
