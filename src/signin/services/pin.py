"""The PIN of the organiser's side: what is recorded of it, and what wrong ones bring about."""

from __future__ import annotations

from datetime import datetime

from signin.domain.pin import Deed, PinRow, Standing, mark_of
from signin.services.desk import Desk
from signin.store import pin_log

SHOWN = 12


def note(desk: Desk, deed: Deed, now: datetime, kept: str = "") -> Standing:
    """Record what was done with the PIN, which is `kept` so from now on; give how tries stand then."""
    with desk.store.write() as tx:
        pin_log.add(tx, PinRow(at=now, desk=desk.name, deed=deed, mark=mark_of(kept)))
        return pin_log.standing(tx)


def standing(desk: Desk) -> Standing:
    """Give how many wrong PINs came since the right one, before the program was started too."""
    with desk.store.read() as tx:
        return pin_log.standing(tx)


def notice(desk: Desk, kept: str, now: datetime) -> Deed | None:
    """Record, at the start, that the PIN in the settings is not the one that was set; give what became of it.

    Whoever may edit the settings file can take the PIN away: that cannot be hindered, but it can be told.
    """
    with desk.store.write() as tx:
        before, mark = pin_log.mark(tx), mark_of(kept)
        if before == mark:
            return None
        deed = Deed.GONE if not mark else Deed.REPLACED if before else Deed.FOUND
        pin_log.add(tx, PinRow(at=now, desk=desk.name, deed=deed, mark=mark))
        return deed


def latest(desk: Desk, most: int = SHOWN) -> list[PinRow]:
    """Give what was last done with the PIN, the newest first."""
    with desk.store.read() as tx:
        return pin_log.latest(tx, most)
