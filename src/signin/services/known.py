"""What the roster knows already: texts to complete what is typed, and people who may be the one at the desk."""

from __future__ import annotations

from dataclasses import dataclass

from signin.domain.attendee import Attendee
from signin.lao.normalize import fold
from signin.lao.numbers import to_latin_digits
from signin.services.desk import Desk
from signin.store import Transaction, attendees, known

MOST = 2000
"""Of each kind: enough for any meeting, and quick to look through at each letter."""
_PHONE = 8
"""Digits that tell a phone; the country's code and a leading 0 come and go."""


@dataclass(frozen=True, slots=True)
class Known:
    """The texts of an event's roster, the most frequent first."""

    organisations: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


def known_texts(desk: Desk, event_id: str) -> Known:
    """Read what to offer while organisations, positions and prefixes are typed."""
    with desk.store.read() as tx:
        found = (tuple(known.texts(tx, event_id, field, MOST)) for field in ("organisation", "position", "prefix"))
        return Known(*found)


def likely_same(tx: Transaction, event_id: str, name: str, phone: str = "") -> list[Attendee]:
    """Give those of the roster who have the same name to a searcher, or the same phone, in roster order.

    For "is it one of these?" before a walk-in is added; an empty name or a short phone finds nobody.
    """
    found = {one.id: one for one in attendees.with_same_name(tx, event_id, name)} if fold(name) else {}
    digits = "".join(letter for letter in to_latin_digits(phone) if letter in "0123456789")
    if len(digits) >= _PHONE:
        for attendee_id in known.with_phone(tx, event_id, digits[-_PHONE:]):
            person = attendees.get(tx, attendee_id)
            assert person is not None
            found[person.id] = person
    return sorted(found.values(), key=lambda one: one.number)


def likely_the_same(desk: Desk, event_id: str, name: str, phone: str = "") -> list[Attendee]:
    """Read `likely_same` by itself."""
    with desk.store.read() as tx:
        return likely_same(tx, event_id, name, phone)
