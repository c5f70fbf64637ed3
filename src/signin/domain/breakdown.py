"""Counts told apart by what people are, and arrivals by time: the figures of the statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from signin.domain.attendee import Attendee, Sex, State
from signin.domain.tally import Count, count_of

MINUTES = (5, 10, 15, 30, 60, 120, 240, 720, 1440)
"""How long a span of arrivals may be, in minutes; a day has a whole number of each."""
MOST_SPANS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A count, and of how many in it the sex is not known: men are the rest."""

    count: Count
    unknown_expected: int
    unknown: int

    @property
    def men_expected(self) -> int:
        """How many men were expected."""
        return self.count.expected - self.count.women_expected - self.unknown_expected

    @property
    def men(self) -> int:
        """How many men arrived."""
        return self.count.arrived - self.count.women - self.unknown

    @property
    def is_nobody(self) -> bool:
        """Whether nobody was expected and nobody arrived."""
        return not (self.count.expected or self.count.arrived)


def figures(people: Sequence[Attendee], arrived: frozenset[str]) -> Figures:
    """Count people, as the tally does, and those of unknown sex among them."""
    unknown = [person for person in people if person.sex is Sex.UNKNOWN]
    return Figures(
        count=count_of(people, arrived),
        unknown_expected=sum(person.state is State.EXPECTED for person in unknown),
        unknown=sum(person.id in arrived for person in unknown),
    )


def broken_down(
    people: Iterable[Attendee], arrived: frozenset[str], key: Callable[[Attendee], str]
) -> dict[str, Figures]:
    """Count people by what they are; what nobody is expected from and nobody came from is left out."""
    groups: dict[str, list[Attendee]] = {}
    for person in people:
        groups.setdefault(key(person), []).append(person)
    counted = {name: figures(own, arrived) for name, own in groups.items()}
    return {name: one for name, one in counted.items() if not one.is_nobody}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """How many arrived from a time on, for the span's length: women and of unknown sex among them, and so far."""

    begins: datetime
    arrived: int = 0
    women: int = 0
    unknown: int = 0
    so_far: int = 0


def arrivals(people: Iterable[Attendee], first: Mapping[str, datetime]) -> tuple[int, tuple[Span, ...]]:
    """Give the minutes of a span and the spans from the first arrival to the last, empty ones among them.

    `first` is by attendee id. The span is the shortest of `MINUTES` with which there are few enough.
    """
    came = [(first[person.id], person.sex) for person in people if person.id in first]
    if not came:
        return MINUTES[0], ()
    earliest, latest = min(at for at, _ in came), max(at for at, _ in came)
    minutes = next(
        (one for one in MINUTES if _spans(earliest, latest, one) <= MOST_SPANS),
        MINUTES[-1],
    )
    start, length = _floor(earliest, minutes), timedelta(minutes=minutes)
    counts: Counter[tuple[int, str]] = Counter()
    for at, sex in came:
        counts[(at - start) // length, sex.value] += 1
    spans, so_far = [], 0
    for nth in range(_spans(earliest, latest, minutes)):
        women, unknown = counts[nth, Sex.FEMALE.value], counts[nth, Sex.UNKNOWN.value]
        arrived = women + unknown + counts[nth, Sex.MALE.value]
        so_far += arrived
        begins = start + nth * length
        spans.append(Span(begins=begins, arrived=arrived, women=women, unknown=unknown, so_far=so_far))
    return minutes, tuple(spans)


def _floor(at: datetime, minutes: int) -> datetime:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    length = timedelta(minutes=minutes)
    return midnight + (at - midnight) // length * length


def _spans(earliest: datetime, latest: datetime, minutes: int) -> int:
    return (latest - _floor(earliest, minutes)) // timedelta(minutes=minutes) + 1
