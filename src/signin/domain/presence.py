"""How scans become presence: who is in a session, since when, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from signin.domain.event import Mode, Session
from signin.domain.merging import Merged
from signin.domain.scan import Direction, Kind, Scan
from signin.domain.verdict import ACCEPTED

_NOBODY = Merged()


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


def replay(scans: Iterable[Scan], merged: Merged = _NOBODY) -> list[Presence]:
    """Derive the stays from any scans of any people and sessions.

    Only accepted scans count. Coming in while inside and going out while outside change nothing, so two
    desks that admitted the same person offline give one stay, from the earlier of the two. People who were
    merged have the union of their stays: until the merge somebody is inside while one of them is, and from then
    on going out ends the stays of all.
    """
    crowd: dict[tuple[str, str, str], _Own] = {}
    for scan in effective(scans):
        if scan.verdict not in ACCEPTED or scan.attendee_id is None:
            continue
        person = merged.now(scan.attendee_id)
        own = crowd.setdefault((scan.event_id, scan.session_key, person), _Own())
        if scan.direction is Direction.IN:
            own.come(scan, scan.attendee_id, person)
        else:
            then = merged.at(scan.attendee_id, scan.clock)
            own.go(scan, {one for one in own.inside if merged.at(one, scan.clock) == then})
    return [stay for own in crowd.values() for stay in own.stays]


class _Own:
    """One person's stays in one session so far, and as whom the person is inside."""

    __slots__ = ("inside", "stays")

    def __init__(self) -> None:
        self.stays: list[Presence] = []
        self.inside: set[str] = set()

    def come(self, scan: Scan, known_as: str, person: str) -> None:
        if not self.inside:
            self.stays.append(
                Presence(
                    event_id=scan.event_id,
                    session_key=scan.session_key,
                    attendee_id=person,
                    arrived_at=scan.at,
                    desk=scan.desk,
                )
            )
        self.inside.add(known_as)

    def go(self, scan: Scan, known_as: set[str]) -> None:
        self.inside -= known_as
        if known_as and not self.inside:
            self.stays[-1] = replace(self.stays[-1], left_at=scan.at)


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
