"""What lasts is no garbage to look through: a whole roster in memory is left out while it is held.

Looking through 100,000 people would hold the window for a second. But what is left out is never collected, and
neither are the widgets that stood there at that moment: so as soon as one who held people goes, the rest is looked
through once; where others hold very many people, only when these go too.
"""

from __future__ import annotations

import gc
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QTimer

_SOON_MS = 50
"""After this long, those who go are gone, and nothing holds them any more."""
_VERY_MANY = 1_000_000
"""So many things take half a second to look through."""


class Lasting:
    """One for each who holds people: the door, the roster's page."""

    _holding: ClassVar[WeakSet[Lasting]] = WeakSet()
    _left: ClassVar[bool] = False
    """Whether somebody has gone whose widgets were not looked through yet."""

    def hold(self) -> None:
        """Leave out all there is now, but not those who have just gone."""
        self._holding.add(self)
        self._look_through()
        gc.freeze()

    def let_go(self) -> None:
        """Let what goes with this one be collected soon, and leave out what others hold."""
        if self in self._holding:
            self._holding.discard(self)
            Lasting._left = True
            QTimer.singleShot(_SOON_MS, self._look_through_and_hold)

    @classmethod
    def _look_through(cls) -> None:
        """Collect those who have gone, unless that was done since, or takes too long."""
        if Lasting._left and gc.get_freeze_count() < _VERY_MANY:
            Lasting._left = False
            gc.unfreeze()
            gc.collect()

    @classmethod
    def _look_through_and_hold(cls) -> None:
        if not cls._holding:
            gc.unfreeze()
        cls._look_through()
        if cls._holding:
            gc.freeze()
