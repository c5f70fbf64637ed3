"""Whatever is done to places and undone, in any order: one place has one substitute, who names its number."""

import random
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from signin.domain import codes
from signin.domain.attendee import Attendee, Sex, SexSource
from signin.domain.event import Event, half_days
from signin.exchange.roster import Reading, RosterLine
from signin.services import find, importing, roster_edits, rosters
from signin.services.corrections import Correction
from signin.services.desk import Desk
from signin.services.failures import Failure
from signin.services.merging import merge, merges_done, separate
from signin.services.register import Particulars
from signin.services.tallies import check
from signin.store import Store, attendees, events

START = datetime(2024, 6, 12, 8, 0)
VERBS = (
    *("merge", "merge", "separate", "substitute", "substitute", "undo", "undo", "undo"),
    *("cancel", "restore", "add", "import", "take back", "sex"),
)
PEOPLE = 3

moves = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 9), st.integers(0, 9), st.sampled_from([0, 1, 600, -120])),
    min_size=20,
    max_size=40,
)


class Morning:
    """A desk, moved by a list of moves; what can be undone is undone and done again."""

    def __init__(self, folder):
        self.store = Store(folder / "signin.db")
        self.desk = Desk(self.store, "ໂຕະ 1", random.Random(1).randbytes)
        self.now, self.done = START, []
        day = START.date()
        event = Event(id="e1", title="ທ", organiser="ທ", venue="ທ", starts_on=day, ends_on=day)
        with self.store.write() as tx:
            events.add(tx, event, half_days(event))
            people = [Attendee(id=f"a{n}", event_id="e1", number=n, name=f"ຄົນ {n}") for n in range(1, PEOPLE + 1)]
            attendees.add_many(tx, people)
            attendees.issue_codes(tx, {person.id: codes.new(self.desk.random) for person in people}, START)

    def everybody(self):
        with self.store.read() as tx:
            return attendees.everyone(tx, "e1")

    def move(self, verb, which, other, seconds):
        self.now += timedelta(seconds=seconds)
        desk, everybody = self.desk, self.everybody()
        person, second = everybody[which % len(everybody)], everybody[other % len(everybody)]
        match verb:
            case "merge":
                merge(desk, "e1", person.id, second.id, self.now)
            case "separate" if there := merges_done(desk, "e1"):
                separate(desk, there[other % len(there)].merge.attendee_id, self.now)
            case "substitute":
                told = Particulars(name=f"ແທນ {len(everybody)}")
                self._note(roster_edits.substitute(desk, "e1", person.id, told, self.now, reason="ກ"))
            case "undo" if self.done:
                self._note(roster_edits.take_back(desk, self.done[-1 - other % min(4, len(self.done))], self.now))
            case "cancel":
                self._note(roster_edits.cancel_many(desk, "e1", [person.id], self.now, reason="ກ"))
            case "restore":
                self._note(roster_edits.restore_many(desk, "e1", [person.id], self.now, reason="ກ"))
            case "add":
                self._note(roster_edits.add(desk, "e1", Particulars(name=f"ໃໝ່ {which}"), self.now))
            case "sex":
                changes = Correction(sex=list(Sex)[which % len(Sex)])
                self._note(roster_edits.correct_many(desk, "e1", [second.id], changes, self.now))
            case "import" | "take back":
                self._import(verb, person, which, other)

    def _import(self, verb, person, which, other):
        runs = importing.imports(self.desk, "e1")
        if verb == "import":
            facts = {"sex": Sex.MALE, "sex_source": SexSource.PROPOSED}
            names = ((other + 1, person.name), (which + 1, f"ຜູ້ {which}"))
            lines = tuple(RosterLine(row=n, number=n, name=name, **facts) for n, name in names)
            reading = Reading(sheet="ກ", header_row=1, columns=(), people=lines, skipped=0, notices=())
            rosters.import_roster(self.desk, "e1", reading, self.now)
        elif runs:
            importing.take_back(self.desk, runs[other % len(runs)].id, self.now)

    def _note(self, done):
        self.done.append(done.records)


def whole(morning):
    """Whether every number stood for, every sex and every place are as they should be."""
    everybody = morning.everybody()
    with morning.store.read() as tx:
        for person in everybody:
            row = find.row_before(tx, person)
            assert person.stands_for == (row[-1].number if row else None)
            assert (person.sex is Sex.UNKNOWN) == (person.sex_source is None)
        places = Counter(attendees.get(tx, one.replaces).id for one in everybody if one.replaces)
    assert max(places.values(), default=0) <= 1


@settings(max_examples=60, deadline=None)
@given(moves)
def test_places_numbers_and_sexes_stay_whole_whatever_is_done_and_undone(history):
    with tempfile.TemporaryDirectory() as folder:
        morning = Morning(Path(folder))
        for one in history:
            try:
                morning.move(*one)
            except Failure:
                continue
            whole(morning)
        assert all(not finding.problems for finding in check(morning.desk))
        morning.store.close()
