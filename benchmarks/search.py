"""A keystroke in the search at 100,000 people, against a plain scan of 10,000 strings; and making the index.

Invented people are typed letter by letter: names in Lao and in Latin letters, numbers, phones. Each keystroke
is searched for in the index and, right after or before, in a list of 10,000 strings (`q in s`), so that the
machine's moods fall on both. All of it is typed several times over, and a keystroke counts by its quickest: what
it costs, without what other programs took meanwhile. Whole names with a slip, for which everything else is tried
before, are told apart. Making the index is measured against reading the same people from the store.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import invented
from measuring import Line, Table, interleaved, percentile, timed

from signin.domain.attendee import Attendee
from signin.domain.event import half_days
from signin.services.search import Index
from signin.store import Store, attendees, events

SCANNED, SHOWN = 10_000, 30
SLIPPED = "a whole name with a slip in it"
# fmt: off
LATIN = {
    "ວັນ": "vanh", "ບຸນ": "boun", "ສົມ": "som", "ຄຳ": "kham", "ແກ້ວ": "keo", "ພອນ": "phone", "ສຸກ": "souk",
    "ທອງ": "thong", "ຈັນ": "chanh", "ດາວ": "dao", "ມະນີ": "many", "ສີ": "si", "ອິນ": "in", "ເພັດ": "phet",
    "ໄຊ": "xay", "ນ້ອຍ": "noy", "ຫຼ້າ": "la", "ວົງ": "vong", "ນະພາ": "napha", "ມີ": "my", "ໃຈ": "chai",
    "ຫວັງ": "vang", "ທິບ": "thip", "ສະຫວັນ": "savanh", "ເພັງ": "pheng", "ພັນ": "phanh", "ຈິດ": "chit",
    "ລາ": "la", "ໄລ": "lay", "ສັກ": "sack", "ວິໄລ": "vilay", "ໝັ້ນ": "man", "ພົມ": "phom", "ໄຊຍະ": "xaya",
    "ສີສະ": "sisa", "ອິນທະ": "intha", "ສຸລິ": "souly", "ທຳມະ": "thamma", "ວົງສະ": "vongsa",
    "ຈັນທະ": "chantha", "ເຈົ້າ": "chao", "ຂຽວ": "khiao", "ລັດຕະ": "ratta", "ຫວັນ": "vanh", "ຫວັດ": "vath", "ລາດ": "lath",
    "ສິດ": "sith", "ດາລາ": "dala", "ເທບ": "thep", "ຍາ": "nya", "ລີ": "ly",
}
# fmt: on
_SYLLABLE = re.compile("|".join(sorted(LATIN, key=len, reverse=True)))


def run(*, quick: bool) -> Table:
    count, typed, rounds = (500, 5, 1) if quick else (100_000, 60, 5)
    people = invented.people(count)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "people.db")) as store:
        with store.write() as tx:
            events.add(tx, invented.event(), half_days(invented.event()))
            attendees.add_many(tx, people)
        made = interleaved(rounds, {"index": lambda: Index.of(people), "rows": lambda: _rows(store)})
    keys = Keystrokes(people)
    kinds = {name: keys.typed(queries, rounds) for name, queries in _queries(people, typed)}
    size = f"{count:,} people, {sum(map(len, kinds.values())):,} keystrokes, {rounds} rounds"
    return Table("search", size, (*_lines(kinds), *_making(made)))


def _rows(store: Store) -> list[Attendee]:
    with store.read() as tx:
        return attendees.everyone(tx, "measured")


class Keystrokes:
    """The two sides of a keystroke; they take turns in who is first."""

    def __init__(self, people: list[Attendee]) -> None:
        self.index, self.first = Index.of(people), False
        told = (f"{one.number} {one.name} {one.organisation} {one.phone}" for one in people)
        self.strings = [text for text, _ in zip(told, range(SCANNED), strict=False)]

    def typed(self, queries: list[str], rounds: int) -> list[tuple[float, float]]:
        """Type all of it several times; give each keystroke's fewest seconds of ours and of the scan."""
        times = [[self.strike(query) for query in queries] for _ in range(rounds)]
        return [tuple(min(side) for side in zip(*each, strict=True)) for each in zip(*times, strict=True)]

    def strike(self, query: str) -> tuple[float, float]:
        """Look for what stands in the field now; give the seconds of ours and of the scan."""
        self.first = not self.first
        if self.first:
            return timed(lambda: self.index.find(query, SHOWN)), timed(lambda: self._scan(query))
        scan = timed(lambda: self._scan(query))
        return timed(lambda: self.index.find(query, SHOWN)), scan

    def _scan(self, query: str) -> list[str]:
        return [text for text in self.strings if query in text]


def _queries(people: list[Attendee], count: int) -> Iterator[tuple[str, list[str]]]:
    """Give what stands in the field after each key, for a few people in each of the ways they are typed."""
    luck = random.Random(count)
    kinds = {
        "a name in Lao": lambda one: one.name,
        "a name in Latin letters": lambda one: _latin(one.name),
        "the names the other way round": lambda one: " ".join(reversed(one.name.split())),
        "a number": lambda one: str(one.number),
        "a phone": lambda one: one.phone.replace(" ", luck.choice(("", " "))),
    }
    for kind, typed in kinds.items():
        texts = [typed(one) for one in luck.sample(people, count)]
        yield kind, [text[:length] for text in texts for length in range(1, len(text) + 1)]
    yield SLIPPED, [_slipped(one.name, luck) for one in luck.sample(people, count)]


def _latin(name: str) -> str:
    return _SYLLABLE.sub(lambda found: LATIN[found[0]], name)


def _slipped(name: str, luck: random.Random) -> str:
    place = luck.randrange(2, len(name) - 1)
    return name[:place] + name[place + 1 :]


def _lines(kinds: dict[str, list[tuple[float, float]]]) -> Iterator[Line]:
    slipped = kinds.pop(SLIPPED)
    struck = [both for kind in kinds.values() for both in kind]
    ours, scan = [one for one, _ in struck], median(scan for _, scan in struck)
    yield Line("p99 of a keystroke / the scan", percentile(ours, 0.99) / scan, 2.0)
    yield Line("median of a keystroke / the scan", median(ours) / scan)
    yield Line("the slowest keystroke / the scan", max(ours) / scan)
    yield Line("the scan", 1000 * scan, unit="ms")
    for kind, times in kinds.items():
        yield Line(f"{kind}: p99 / the scan", percentile([one for one, _ in times], 0.99) / scan)
    yield Line(f"{SLIPPED}: median / the scan", median(one for one, _ in slipped) / scan)
    yield Line(f"{SLIPPED}: the slowest / the scan", max(one for one, _ in slipped) / scan)


def _making(made: dict[str, float]) -> Iterator[Line]:
    yield Line("making the index / reading the rows", made["index"] / made["rows"], 3.0)
    yield Line("reading the rows", 1000 * made["rows"], unit="ms")
