"""A person on the roster of one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sex(StrEnum):
    """As every official report counts it; never guessed silently."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class SexSource(StrEnum):
    """Where the sex is from: the office said it, or the prefix proposes it."""

    STATED = "stated"
    PROPOSED = "proposed"


class Category(StrEnum):
    """What somebody comes as; badges show it by colour and word."""

    CHAIR = "chair"
    GUEST = "guest"
    PARTICIPANT = "participant"
    RESOURCE_PERSON = "resource-person"
    ORGANISER = "organiser"
    PRESS = "press"


class State(StrEnum):
    """Whether the place on the roster still stands; whoever was merged into another has none."""

    EXPECTED = "expected"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    MERGED = "merged"


class Origin(StrEnum):
    """How a person came to be on the roster."""

    ROSTER = "roster"
    WALK_IN = "walk-in"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A person on the roster of one event; texts are canonical Lao (`lao.normalize.canonical`).

    `number` is the number on the roster, unique in the event. `sex_source` is None while the sex is
    unknown. `replaces` is the id of the person whose place a substitute takes, and `stands_for` that
    person's number on the roster. `attention` is shown with every verdict.
    """

    id: str
    event_id: str
    number: int
    name: str
    prefix: str = ""
    sex: Sex = Sex.UNKNOWN
    sex_source: SexSource | None = None
    position: str = ""
    organisation: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    category: Category = Category.PARTICIPANT
    note: str = ""
    attention: str = ""
    state: State = State.EXPECTED
    origin: Origin = Origin.ROSTER
    replaces: str | None = None
    stands_for: int | None = None

    @property
    def full_name(self) -> str:
        """Prefix and name with one space, as they are called out and printed."""
        return f"{self.prefix} {self.name}" if self.prefix else self.name
