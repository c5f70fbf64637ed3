"""Any history at the door: the board moved on step by step is the board read anew, and the tally's counts."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from properties.test_presence_rebuild import START, Morning, moves
from signin.domain.attendee import Category, Sex
from signin.domain.event import Event, Mode, half_days
from signin.domain.scan import Direction
from signin.domain.tally import _grouped
from signin.services.board import load_board, news_since, state_of
from signin.services.corrections import Correction, correct
from signin.services.failures import Failure
from signin.services.tallies import tally_of
from signin.store import attendees, events, presences, scans

corrections = st.tuples(
    st.integers(0, 7),
    st.builds(
        Correction,
        sex=st.sampled_from([None, *Sex]),
        organisation=st.sampled_from([None, "", "ກົມ ກ", "ກົມ ງ"]),
        category=st.sampled_from([None, *Category]),
    ),
)
expectations = st.sampled_from(
    [(frozenset(), frozenset()), (frozenset({Category.GUEST}), frozenset({1, 3})), (frozenset(), frozenset({2}))]
)


def touched(morning, before):
    """Give the ids of everybody about whom anything was written since."""
    with morning.store.read() as tx:
        people = {person.id: person for person in attendees.everyone(tx, "e1")}
        rows = scans.of_event(tx, "e1")
    changed = {one for one in people if people[one] != before[0].get(one)}
    return changed | {row.attendee_id for row in rows[before[1] :] if row.attendee_id}, (people, len(rows))


def recount(morning, event, key):
    """Count the session as the tally does."""
    with morning.store.read() as tx:
        counted = tally_of(tx, event)
        everybody = attendees.everyone(tx, "e1")
        here = frozenset(one.attendee_id for one in presences.of_session(tx, "e1", key))
    one = next(one for one in counted.sessions if one.session.key == key)
    due = [person for person in everybody if one.session.expects(person) or person.id in here]
    return {
        "expected": one.count.expected,
        "arrived": one.count.arrived,
        "women_expected": one.count.women_expected,
        "women": one.count.women,
        "inside": len(one.inside),
        "walk_ins": counted.walk_ins,
        "substitutes": counted.substitutes,
        "by_organisation": _grouped(due, here, lambda person: person.organisation),
        "by_category": _grouped(due, here, lambda person: person.category.value),
        "missing": sum(person.state == "expected" and person.id not in here for person in due),
    }


@settings(max_examples=50, deadline=None)
@given(moves, st.lists(corrections, max_size=8), expectations)
def test_counts_moved_on_step_by_step_are_those_of_the_tally(history, mendings, expected):
    day = START.date()
    event = Event(id="e1", title="ທ", organiser="ທ", venue="ທ", starts_on=day, ends_on=day)
    with tempfile.TemporaryDirectory() as folder:
        morning = Morning(Path(folder), replace(event, id="e0"))
        morning.event = event
        made = [replace(one, mode=Mode.IN_OUT) for one in half_days(event)]
        made[0] = replace(made[0], categories=expected[0], people=expected[1])
        with morning.store.write() as tx:
            events.add(tx, event, made)
        for _ in range(3):
            morning.move("walk-in", 0, Direction.IN, "day1-pm", 0, True)
        boards = [load_board(morning.desks[0], "e1", one.key) for one in made]
        far = load_board(morning.desks[0], "e1", "day1-am")
        _, before = touched(morning, ({}, 0))
        steps = [("move", one) for one in history]
        for place, mending in enumerate(mendings):
            steps.insert(place * 3, ("mend", mending))
        for kind, step in steps:
            try:
                if kind == "move":
                    morning.move(*step)
                else:
                    named = sorted(before[0])[step[0] % len(before[0])]
                    morning.now += timedelta(seconds=1)
                    correct(morning.desks[1], "e1", named, step[1], morning.now)
            except Failure:
                continue
            ids, before = touched(morning, before)
            for board in boards:
                for person, stays in state_of(morning.desks[0], "e1", board.session.key, ids):
                    board.apply(person, stays)
        far.take(news_since(morning.desks[0], "e1", "day1-am", far.seen))
        for board in [*boards, far]:
            anew = load_board(morning.desks[0], "e1", board.session.key)
            assert board.counts == anew.counts
            assert list(board.by_organisation.items()) == list(anew.by_organisation.items())
            assert board.missing() == anew.missing()
            assert sum(map(len, board.missing().values())) == board.counts.missing
            assert board.counts.arrived + board.counts.missing == board.counts.expected
            counted = recount(morning, event, board.session.key)
            assert board.by_organisation == counted.pop("by_organisation")
            assert {name: getattr(board.counts, name) for name in counted} == counted
        morning.store.close()
