"""How keys become scans or typing: by their speed, without a window or a clock of its own.

A scanner types faster than hands do. So each character is held until its successor shows which of the two it
was: characters that come one within `first_gap` of another are a scan as soon as there are `least` of them, and
are given back as they were typed if the chain breaks before. A scan lasts to Enter, Tab or a silence of `idle`.
One that was as slow as a hand, came into a text field and is no whole code of ours is given back too.
Every key comes out exactly once, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from signin.desk.scanner import layouts
from signin.domain import codes


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a scanner types, in seconds and keys.

    Characters nearer than `first_gap` may be of one scan, and a typed character is held so long at most before
    it is given back (a chain of them: `least` times as long). `idle` of silence ends a scan. Fewer than `least`
    characters are typing, unless they and their Enter came faster than any hand.
    """

    first_gap: float
    idle: float
    least: int


USUAL = Pace(first_gap=0.035, idle=0.080, least=6)
"""USB scanners take 2 to 20 ms a key; a hand that rolls over two or three keys may take 20 to 35, for six in a row
it cannot. 35 ms late is not felt in typing. Six are a third of our codes: a shorter piece of one can only come
with its Enter, which gives it away."""
PATIENT = Pace(first_gap=0.120, idle=0.250, least=6)
"""For trying scanners of any speed, where nobody types."""

HASTE = 0.015
"""Seconds a key: three characters and Enter in 45 ms are no hand."""
LEAST_IN_HASTE = 3
SLOW = 0.030
"""Seconds a key on average: slower ones may be a hand's, and most scanners take 2 to 20 ms. What is lost in a text
field is worse there than what is written by a piece of a scan, which everybody sees."""
LONGEST = 4096
"""Characters of a scan that are kept; what follows belongs to it and is dropped."""


class Kind(Enum):
    """What a key is to a scan."""

    CHARACTER = auto()
    END = auto()
    """Enter or Tab."""
    COMMAND = auto()
    """Function and arrow keys, Ctrl, Alt: never held. In the midst of a scan it is a control character of it."""
    REPEAT = auto()
    """A key that is held down: a hand."""


class End(Enum):
    """How a scan ended."""

    ENTER = auto()
    TAB = auto()
    SILENCE = auto()
    BROKEN = auto()
    """Another key came between."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key press: what a US keyboard makes of it (`character`), what the PC made (`text`), where it came from.

    `in_field` says that it was going to a text field.
    """

    kind: Kind
    character: str = ""
    text: str = ""
    origin: object = None
    end: End = End.ENTER
    in_field: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner typed: by the keys' places, as the PC made it, how it ended, and the seconds between keys."""

    text: str
    raw: str
    end: End
    keys: int
    shortest: float
    mean: float
    longest: float


@dataclass(frozen=True, slots=True)
class Typing:
    """Keys of a hand, in order, to be given back."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """An end that came after the end, as of scanners that send two: it belongs to the scan and goes nowhere."""

    key: Key


Outcome = Scan | Typing | Rest


@dataclass(slots=True)
class _Run:
    """The scan that is arriving."""

    pressed: list[Key] = field(default_factory=list)
    keys: int = 0

    def add(self, key: Key) -> None:
        self.keys += 1
        if self.keys <= LONGEST:
            self.pressed.append(key)

    @property
    def text(self) -> str:
        return "".join(key.character or key.text for key in self.pressed)[:LONGEST]

    @property
    def raw(self) -> str:
        return "".join(key.text for key in self.pressed)[:LONGEST]

    def may_be_typed(self) -> bool:
        """Whether a text field waits for this, all of it is here, and it is no whole code."""
        if not self.pressed[0].in_field or self.keys > len(self.pressed):
            return False
        return not codes.is_whole(codes.cleaned(layouts.meant(self.text, self.raw)))


@dataclass(slots=True)
class _Gaps:
    """The seconds between the characters of a chain."""

    count: int = 0
    total: float = 0.0
    shortest: float = float("inf")
    longest: float = 0.0

    def add(self, gap: float) -> None:
        self.count += 1
        self.total += gap
        self.shortest = min(self.shortest, gap)
        self.longest = max(self.longest, gap)

    @property
    def mean(self) -> float:
        return self.total / self.count if self.count else 0.0


class Burst:
    """Takes keys with their times in seconds, gives scans and typing. Every key costs the same."""

    def __init__(self, pace: Pace = USUAL) -> None:
        self.pace = pace
        self._held: list[Key] = []
        self._run: _Run | None = None
        self._gaps = _Gaps()
        self._last = 0.0
        self._over: float | None = None

    @property
    def due(self) -> float | None:
        """When silence decides about what was taken; None while nothing waits."""
        if self._run:
            return self._last + self.pace.idle
        return self._last + self.pace.first_gap if self._held else None

    @property
    def undecided(self) -> bool:
        """Whether characters are held that may be a hand's."""
        return bool(self._held)

    def takes(self, key: Key, now: float) -> bool:
        """Whether a key would be held or belong to a scan, and so must not do anything now."""
        if key.kind is Kind.CHARACTER:
            return True
        if key.kind is Kind.END:
            return self._run is not None or bool(self._held) or self._is_rest(key, now)
        return self._is_control(key, now)

    def press(self, key: Key, now: float) -> list[Outcome]:
        """Take a key; give what is decided by it."""
        outcomes = self.silence(now)
        if self._is_rest(key, now):
            self._over = now
            return [*outcomes, Rest(key)]
        self._over = None
        if key.kind is Kind.CHARACTER or self._is_control(key, now):
            self._take(key, now)
        elif key.kind is Kind.END:
            outcomes += self._end(key, now)
        else:
            outcomes += self._told(End.BROKEN, key)
        return outcomes

    def silence(self, now: float) -> list[Outcome]:
        """Take note of the time; give what silence has decided."""
        due = self.due
        if due is None or now < due:
            return []
        if self._run:
            self._over = due
        return self._told(End.SILENCE)

    def break_off(self) -> list[Outcome]:
        """Decide now, for something else must come after what is held."""
        self._over = None
        return self._told(End.BROKEN)

    def _take(self, key: Key, now: float) -> None:
        if self._run or self._held:
            self._gaps.add(max(now - self._last, 0.0))
        self._last = now
        if self._run:
            self._run.add(key)
            return
        self._held.append(key)
        if len(self._held) >= self.pace.least:
            self._begin()

    def _begin(self) -> None:
        """Take what is held for a scan."""
        self._run = _Run()
        for key in self._held:
            self._run.add(key)
        self._held = []

    def _end(self, key: Key, now: float) -> list[Outcome]:
        if self._in_haste(now):
            self._begin()
        if not self._run:
            return self._told(End.BROKEN, key)
        self._over = now
        if self._is_by_hand():
            return self._told(key.end, key)
        self._run.keys += 1
        return self._told(key.end)

    def _in_haste(self, now: float) -> bool:
        took = self._gaps.total + max(now - self._last, 0.0)
        return len(self._held) >= LEAST_IN_HASTE and took <= HASTE * len(self._held)

    def _told(self, end: End, *after: Key) -> list[Outcome]:
        """Give what was taken, as a scan or with the keys after it as typing, and begin anew."""
        if self._run and self._is_by_hand():
            self._held, self._run, self._over = self._run.pressed, None, None
        run, held, gaps = self._run, self._held, self._gaps
        self._run, self._held, self._gaps = None, [], _Gaps()
        scan: list[Outcome] = [_scan(run, end, gaps)] if run else []
        typed = (*held, *after)
        return [*scan, Typing(typed)] if typed else scan

    def _is_by_hand(self) -> bool:
        """Whether what looks like a scan was as slow as a hand, and is better given back to its text field."""
        return self._run is not None and self._gaps.mean > SLOW and self._run.may_be_typed()

    def _is_rest(self, key: Key, now: float) -> bool:
        """Whether a scan was over just now, and this is one more end of it."""
        return key.kind is Kind.END and self._over is not None and now - self._over < self.pace.idle

    def _is_control(self, key: Key, now: float) -> bool:
        """Whether this is a control character of a scan, that came as fast as its letters."""
        return key.kind is Kind.COMMAND and self._run is not None and now - self._last < self.pace.first_gap


def _scan(run: _Run, end: End, gaps: _Gaps) -> Scan:
    shortest = min(gaps.shortest, gaps.longest)
    return Scan(run.text, run.raw, end, run.keys, shortest, gaps.mean, gaps.longest)
