"""How scans become presence: who is in a session, since when, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from signin.domain.event import Mode, Session
from signin.domain.scan import Direction, Kind, Scan
from signin.domain.verdict import ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One stay of one person in one session; `left_at` is None while the person is inside."""

    event_id: str
    session_key: str
    attendee_id: str
    arrived_at: datetime
    desk: str
    left_at: datetime | None = None


def effective(scans: Iterable[Scan]) -> list[Scan]:
    """Keep the scans that stand, in the order of their clocks.

    A row is void when a VOID row that itself stands refers to it. A row is taken back at most once and
    only by a later one, so walking from the newest to the oldest settles every row.
    """
    ordered = sorted(scans, key=lambda scan: (scan.clock, scan.id))
    taken_back: set[str] = set()
    for scan in reversed(ordered):
        if scan.kind is Kind.VOID and scan.id not in taken_back and scan.reference is not None:
            taken_back.add(scan.reference)
    return [scan for scan in ordered if scan.kind is Kind.SCAN and scan.id not in taken_back]


def replay(scans: Iterable[Scan]) -> list[Presence]:
    """Derive the stays from any scans of any people and sessions.

    Only accepted scans count. Coming in while inside and going out while outside change nothing, so two
    desks that admitted the same person offline give one stay, from the earlier of the two.
    """
    stays: dict[tuple[str, str, str], list[Presence]] = {}
    for scan in effective(scans):
        if scan.verdict not in ACCEPTED or scan.attendee_id is None:
            continue
        own = stays.setdefault((scan.event_id, scan.session_key, scan.attendee_id), [])
        inside = bool(own) and own[-1].left_at is None
        if scan.direction is Direction.IN and not inside:
            own.append(
                Presence(
                    event_id=scan.event_id,
                    session_key=scan.session_key,
                    attendee_id=scan.attendee_id,
                    arrived_at=scan.at,
                    desk=scan.desk,
                )
            )
        elif scan.direction is Direction.OUT and inside:
            own[-1] = replace(own[-1], left_at=scan.at)
    return [stay for own in stays.values() for stay in own]


def time_inside(session: Session, stays: Iterable[Presence]) -> timedelta:
    """Give how long one person was in a session: the union of the stays, inside the session's hours.

    A stay without an exit counts to the session's end; so does every stay of an arrival-only session.
    """
    total, counted_to = timedelta(), session.starts_at
    for stay in sorted(stays, key=lambda stay: stay.arrived_at):
        left = stay.left_at if session.mode is Mode.IN_OUT else None
        begins, ends = max(stay.arrived_at, counted_to), min(left or session.ends_at, session.ends_at)
        if begins < ends:
            total += ends - begins
            counted_to = ends
    return total
