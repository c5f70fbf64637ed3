"""Any history at the door, and presence derived step by step is presence rebuilt from the scans."""

import random
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from signin.domain.event import Event, half_days
from signin.domain.presence import replay
from signin.domain.scan import Direction
from signin.services.admit import Door, admit
from signin.services.desk import Desk
from signin.services.failures import Failure
from signin.services.register import Particulars, cancel, reissue, restore, substitute, walk_in
from signin.services.tallies import check, rebuild
from signin.services.void import void
from signin.store import Store, attendees, events, presences, scans

START = datetime(2024, 6, 12, 8, 0)
VERBS = ("scan", "scan", "scan", "scan", "void", "void", "walk-in", "substitute", "cancel", "restore", "reissue")

moves = st.lists(
    st.tuples(
        st.sampled_from(VERBS),
        st.integers(0, 7),  # who, or which scan
        st.sampled_from(list(Direction)),
        st.sampled_from(["day1-am", "day1-pm"]),
        st.sampled_from([0, 1, 30, 600, -120]),  # seconds since the move before; clocks are set back, too
        st.booleans(),
    ),
    max_size=40,
)


class Morning:
    """Two desks on one store, moved by a list of moves."""

    def __init__(self, folder, event):
        self.store = Store(folder / "signin.db")
        self.desks = [Desk(self.store, f"ໂຕະ {n}", random.Random(n).randbytes) for n in (1, 2)]
        self.event, self.now = event, START
        with self.store.write() as tx:
            events.add(tx, event, half_days(event))

    def door(self, session, direction, forced):
        return Door(event_id="e1", session_key=session, now=self.now, direction=direction, forced=forced)

    def move(self, verb, which, direction, session, seconds, forced):
        self.now += timedelta(seconds=seconds)
        desk = self.desks[which % 2]
        with self.store.read() as tx:
            rows = scans.of_event(tx, "e1")
            held = sorted(attendees.live_codes(tx, "e1").values())
        code = held[which % len(held)] if held else "none"
        told = Particulars(name=f"ຄົນ {len(rows)}")
        match verb:
            case "scan":
                admit(desk, code, self.door(session, direction, forced))
            case "void" if rows:
                void(desk, rows[which % len(rows)].id, self.now)
            case "walk-in":
                walk_in(desk, told, self.door(session, Direction.IN, forced))
            case "substitute":
                substitute(desk, "e1", code, told, self.now)
            case "cancel":
                cancel(desk, "e1", code, self.now)
            case "restore":
                restore(desk, "e1", code, self.now)
            case "reissue":
                reissue(desk, "e1", code, self.now)


def by_key(stays):
    groups = {}
    for stay in stays:
        groups.setdefault((stay.session_key, stay.attendee_id), []).append(stay)
    return groups


@settings(max_examples=60, deadline=None)
@given(moves)
def test_presence_rebuilt_from_any_history_is_the_presence_that_was_kept(history):
    day = START.date()
    event = Event(id="e1", title="ທ", organiser="ທ", venue="ທ", starts_on=day, ends_on=day)
    with tempfile.TemporaryDirectory() as folder:
        morning = Morning(Path(folder), event)
        for one in [("walk-in", 0, Direction.IN, "day1-am", 0, True)] * 3 + history:
            try:
                morning.move(*one)
            except Failure:
                continue
        with morning.store.read() as tx:
            kept, log = presences.of_event(tx, "e1"), scans.of_event(tx, "e1")
        assert by_key(kept) == by_key(replay(log))
        assert not rebuild(morning.desks[0], "e1")
        assert all(not finding.problems for finding in check(morning.desks[0]))
        morning.store.close()
