"""Whatever happens at the door and to whom: presence is what the scans tell; a merge taken back is no more."""

import random
import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from signin.domain.attendee import Attendee
from signin.domain.event import Event, half_days
from signin.domain.scan import Direction
from signin.services.admit import Door, admit
from signin.services.board import load_board, news_since
from signin.services.desk import Desk
from signin.services.failures import Failure
from signin.services.merge_failures import BothReplaced
from signin.services.merging import merge, merges_done, separate
from signin.services.register import Particulars, cancel, reissue, substitute
from signin.services.tallies import check, rebuild
from signin.services.void import void
from signin.store import Store, attendees, events, presences, scans

START = datetime(2024, 6, 12, 8, 0)
VERBS = ("scan",) * 6 + ("void", "void", "merge", "merge", "separate", "substitute", "cancel", "reissue")
PEOPLE = 5

moves = st.lists(
    st.tuples(
        st.sampled_from(VERBS),
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(list(Direction)),
        st.sampled_from([0, 1, 30, 600, -120]),
        st.booleans(),
    ),
    max_size=40,
)


class Morning:
    """Two desks on one store, moved by a list of moves; badges that were printed once stay in people's hands."""

    def __init__(self, folder):
        self.store = Store(folder / "signin.db")
        self.desks = [Desk(self.store, f"ໂຕະ {n}", random.Random(n).randbytes) for n in (1, 2)]
        self.now = START
        day = START.date()
        event = Event(id="e1", title="ທ", organiser="ທ", venue="ທ", starts_on=day, ends_on=day)
        people = [Attendee(id=f"a{n}", event_id="e1", number=n, name=f"ຄົນ {n}") for n in range(1, PEOPLE + 1)]
        self.badges = [f"{n}" for n in range(1, PEOPLE + 1)]
        with self.store.write() as tx:
            events.add(tx, event, half_days(event))
            attendees.add_many(tx, people)
        for person in people:
            self._badge(person.id)

    def _badge(self, attendee_id):
        from signin.domain import codes

        code = codes.new(random.Random(attendee_id).randbytes)
        with self.store.write() as tx:
            attendees.issue_codes(tx, {attendee_id: code}, START)
        self.badges = [*self.badges[-PEOPLE * 3 :], code]

    def move(self, verb, which, other, direction, seconds, forced):
        self.now += timedelta(seconds=seconds)
        desk = self.desks[which % 2]
        with self.store.read() as tx:
            rows, everybody = scans.of_event(tx, "e1"), attendees.everyone(tx, "e1")
        person, second = everybody[which % len(everybody)], everybody[other % len(everybody)]
        badge = self.badges[(which + other) % len(self.badges)]
        match verb:
            case "scan":
                door = Door(event_id="e1", session_key="day1-am", now=self.now, direction=direction, forced=forced)
                admit(desk, badge, door)
            case "void" if rows:
                void(desk, rows[other % len(rows)].id, self.now)
            case "merge":
                merge(desk, "e1", person.id, second.id, self.now)
            case "separate" if done := merges_done(desk, "e1"):
                separate(desk, done[other % len(done)].merge.attendee_id, self.now)
            case "substitute":
                came = substitute(desk, "e1", person.id, Particulars(name=f"ແທນ {len(everybody)}"), self.now)
                self.badges.append(came.code)
            case "cancel":
                cancel(desk, "e1", person.id, self.now)
            case "reissue":
                self.badges.append(reissue(desk, "e1", person.id, self.now).code)


def tried(morning, history):
    for one in history:
        try:
            morning.move(*one)
        except Failure:
            continue


@settings(max_examples=80, deadline=None)
@given(moves)
def test_presence_is_what_the_scans_tell_and_a_board_that_follows_is_a_board_read_anew(history):
    with tempfile.TemporaryDirectory() as folder:
        morning = Morning(Path(folder))
        board = load_board(morning.desks[0], "e1", "day1-am")
        tried(morning, history)
        assert not rebuild(morning.desks[0], "e1")
        assert all(not finding.problems for finding in check(morning.desks[0]))
        board.take(news_since(morning.desks[0], "e1", "day1-am", board.seen))
        fresh = load_board(morning.desks[0], "e1", "day1-am")
        assert (board.counts, board.people) == (fresh.counts, fresh.people)
        morning.store.close()


@settings(max_examples=60, deadline=None)
@given(moves, st.integers(0, 9), st.integers(0, 9))
def test_any_merge_taken_back_at_once_leaves_people_places_and_presence_as_they_were(history, which, other):
    with tempfile.TemporaryDirectory() as folder:
        morning = Morning(Path(folder))
        tried(morning, history)

        def now():
            with morning.store.read() as tx:
                return (
                    attendees.everyone(tx, "e1"),
                    set(presences.of_event(tx, "e1")),
                    attendees.live_codes(tx, "e1"),
                    events.sessions_of(tx, "e1"),
                )

        before = now()
        person, second = (before[0][n % len(before[0])] for n in (which, other))
        if person != second:
            with suppress(BothReplaced):  # refused, which changes nothing either
                merge(morning.desks[0], "e1", person.id, second.id, morning.now)
                separate(morning.desks[1], second.id, morning.now)
        assert now() == before
        morning.store.close()
