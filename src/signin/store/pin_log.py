"""What was done with the PIN, as rows that are only ever added; their order is their own and not the clock's."""

from __future__ import annotations

from sqlalchemy import bindparam, func, insert, select

from signin.domain.pin import Deed, PinRow, Standing
from signin.store.engine import Transaction
from signin.store.pin_table import pin_log

_ADD = insert(pin_log)
_FORGIVING = (Deed.OPENED, Deed.SET, Deed.CHANGED)
_MARKED = (Deed.SET, Deed.CHANGED, Deed.REMOVED, Deed.FOUND, Deed.REPLACED, Deed.GONE)
_FORGIVEN = select(func.coalesce(func.max(pin_log.c.nth), 0)).where(pin_log.c.deed.in_(_FORGIVING))
_WRONG = (
    select(pin_log.c.at)
    .where(pin_log.c.deed == Deed.WRONG, pin_log.c.nth > _FORGIVEN.scalar_subquery())
    .order_by(pin_log.c.nth)
)
_MARK = select(pin_log.c.mark).where(pin_log.c.deed.in_(_MARKED)).order_by(pin_log.c.nth.desc()).limit(1)
_LATEST = (
    select(pin_log.c.at, pin_log.c.desk, pin_log.c.deed, pin_log.c.mark)
    .order_by(pin_log.c.nth.desc())
    .limit(bindparam("most"))
)


def add(tx: Transaction, row: PinRow) -> None:
    """Store what was done."""
    tx.execute(_ADD, {"at": row.at, "desk": row.desk, "deed": row.deed.value, "mark": row.mark})


def standing(tx: Transaction) -> Standing:
    """Give how many wrong PINs came since the right one, at whatever desk of this store."""
    wrong = tx.execute(_WRONG).scalars().all()
    return Standing(len(wrong), wrong[-1]) if wrong else Standing()


def mark(tx: Transaction) -> str:
    """Give the mark of the PIN that was kept when something was last noted of it, "" for none."""
    return tx.execute(_MARK).scalar() or ""


def latest(tx: Transaction, most: int) -> list[PinRow]:
    """Give the rows added last, the newest first."""
    rows = tx.execute(_LATEST, {"most": most})
    return [PinRow(at=row.at, desk=row.desk, deed=Deed(row.deed), mark=row.mark) for row in rows]
