"""Presence as the scans that stand tell it, with people who were merged taken together."""

from __future__ import annotations

from signin.domain.presence import Presence, replay
from signin.store import Transaction, merges, scans


def derived(tx: Transaction, event_id: str) -> list[Presence]:
    """Derive every stay of an event from its scans."""
    return replay(scans.of_event(tx, event_id), merges.merged(tx, event_id))


def derived_of(tx: Transaction, event_id: str, attendee_id: str, session_key: str | None = None) -> list[Presence]:
    """Derive one person's stays in one session or in all, from their scans and those of people one with them."""
    rows = scans.of_people(tx, event_id, session_key, merges.one_with(tx, attendee_id))
    return replay(rows, merges.merged(tx, event_id)) if rows else []
