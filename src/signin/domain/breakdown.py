"""Counts told apart by what people are, and arrivals by time: the figures of the statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from signin.domain.attendee import Attendee, Sex, State
from signin.domain.tally import Count

MINUTES = (5, 10, 15, 30, 60, 120, 240, 720, 1440)
"""How long a span of arrivals may be, in minutes; a day has a whole number of each."""
MOST_SPANS = 48
_NEAR = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A count, and of how many in it the sex is not known: men are the rest."""

    count: Count
    unknown_expected: int
    unknown: int

    @property
    def men(self) -> int:
        """How many men arrived."""
        return self.count.arrived - self.count.women - self.unknown

    @property
    def is_nobody(self) -> bool:
        """Whether nobody was expected and nobody arrived."""
        return not (self.count.expected or self.count.arrived)


class Share(NamedTuple):
    """What one person adds to the figures; a crowd has few different ones, so it is counted by them."""

    organisation: str
    province: str
    category: str
    sex: str
    expected: bool
    arrived: bool


Shares = Mapping[Share, int]
"""How many people add each."""


def shares_of(people: Iterable[Attendee], arrived: frozenset[str]) -> Shares:
    """Give what people add, by the rules of the tally: standing places are expected, and whoever came."""
    return Counter(
        Share(
            person.organisation,
            person.province,
            person.category.value,
            person.sex.value,
            person.id in arrived or person.state is State.EXPECTED,
            person.id in arrived,
        )
        for person in people
    )


def figures(shares: Shares) -> Figures:
    """Count shares, and those of unknown sex among them."""
    numbers: Counter[tuple[str, str]] = Counter()
    for share, times in shares.items():
        numbers["expected", share.sex] += times * share.expected
        numbers["arrived", share.sex] += times * share.arrived
    return Figures(
        count=Count(
            expected=sum(numbers["expected", sex.value] for sex in Sex),
            arrived=sum(numbers["arrived", sex.value] for sex in Sex),
            women_expected=numbers["expected", Sex.FEMALE.value],
            women=numbers["arrived", Sex.FEMALE.value],
        ),
        unknown_expected=numbers["expected", Sex.UNKNOWN.value],
        unknown=numbers["arrived", Sex.UNKNOWN.value],
    )


def broken_down(shares: Shares, key: Callable[[Share], str]) -> dict[str, Figures]:
    """Count shares by what people are; what nobody is expected from and nobody came from is left out."""
    groups: dict[str, dict[Share, int]] = {}
    for share, times in shares.items():
        groups.setdefault(key(share), {})[share] = times
    counted = {name: figures(own) for name, own in groups.items()}
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

    `first` is by attendee id. The span is the shortest of `MINUTES` with which there are few enough. Where nobody
    came for more than two days, between far days or before a clock that was wrong was put right, there are none.
    """
    came = [(first[person.id], person.sex) for person in people if person.id in first]
    times = sorted({_floor(at, MINUTES[0]) for at, _ in came})
    minutes = next((one for one in MINUTES if len(_begins(times, one)) <= MOST_SPANS), MINUTES[-1])
    counts = Counter((_floor(at, minutes), sex.value) for at, sex in came)
    spans, so_far = [], 0
    for begins in _begins(times, minutes):
        women, unknown = counts[begins, Sex.FEMALE.value], counts[begins, Sex.UNKNOWN.value]
        arrived = women + unknown + counts[begins, Sex.MALE.value]
        so_far += arrived
        spans.append(Span(begins=begins, arrived=arrived, women=women, unknown=unknown, so_far=so_far))
    return minutes, tuple(spans)


def _begins(times: Iterable[datetime], minutes: int) -> list[datetime]:
    """Give when spans begin that hold these times, which are sorted, and the empty ones between near ones."""
    length, begins = timedelta(minutes=minutes), list[datetime]()
    for at in times:
        latest = _floor(at, minutes)
        if begins and latest - begins[-1] <= _NEAR:
            between = range(1, (latest - begins[-1]) // length + 1)
            begins += [begins[-1] + nth * length for nth in between]
        else:
            begins.append(latest)
    return begins


def _floor(at: datetime, minutes: int) -> datetime:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    length = timedelta(minutes=minutes)
    return midnight + (at - midnight) // length * length
