"""Python's garbage is collected in the window's thread alone.

Python collects cycles in whichever thread happens to allocate. A widget in a cycle that the store's thread
collects is destroyed in that thread, which ends the program or stops it for ever. Measured with PySide6 6.11: a
thread that allocates beside a window that makes and drops fields ends it within seconds; collected here, never.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
"""So often it is asked whether there is enough garbage to collect."""


class Collector(QObject):
    """While it lives, takes the place of Python's own collecting; made in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect each generation whose count is over Python's own threshold, the youngest first."""
        for generation, threshold in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] <= threshold:
                break
            gc.collect(generation)

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
