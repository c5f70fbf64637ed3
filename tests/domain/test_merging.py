from datetime import datetime

from signin.domain.attendee import State
from signin.domain.merging import Merge, Merged
from signin.domain.presence import replay
from signin.domain.scan import Direction, Kind, Scan, Source

EIGHT = datetime(2024, 6, 12, 8, 0)


def merge(away, kept, clock):
    return Merge(
        event_id="e1", attendee_id=away, kept_id=kept, state=State.EXPECTED, clock=clock, at=EIGHT, record_id="r"
    )


def scan(who, minute, *, out=False):
    return Scan(
        id=f"{minute:02}",
        event_id="e1",
        session_key="s",
        desk="d",
        sequence=minute,
        at=EIGHT.replace(minute=minute),
        clock=minute,
        kind=Kind.SCAN,
        source=Source.QR,
        direction=Direction.OUT if out else Direction.IN,
        raw="",
        code=None,
        attendee_id=who,
        verdict="Left" if out else "Admitted",
    )


def stays(scans, *merges):
    found = replay(scans, Merged(merges))
    return [(one.attendee_id, one.arrived_at.minute, one.left_at.minute if one.left_at else None) for one in found]


def test_whom_merges_lead_to_is_followed_to_the_end():
    merged = Merged([merge("b", "a", 5), merge("a", "c", 9)])
    assert [merged.now(one) for one in "abcd"] == ["c", "c", "c", "d"]
    assert [merged.at("b", clock) for clock in (5, 6, 9, 10)] == ["b", "a", "a", "c"]


def test_stays_of_two_who_were_one_all_along_are_united():
    day = [scan("a", 1), scan("b", 2), scan("a", 3, out=True), scan("b", 4, out=True), scan("b", 6)]
    assert stays(day, merge("b", "a", 9)) == [("a", 1, 4), ("a", 6, None)]
    assert stays(day) == [("a", 1, 3), ("b", 2, 4), ("b", 6, None)]


def test_from_the_merge_on_going_out_ends_the_stays_of_both():
    day = [scan("a", 1), scan("b", 2), scan("a", 4, out=True)]
    assert stays(day, merge("b", "a", 3)) == [("a", 1, 4)]
    assert stays(day, merge("b", "a", 4)) == [("a", 1, None)]


def test_going_out_with_a_badge_that_never_came_in_changes_nothing_before_the_merge():
    assert stays([scan("a", 1), scan("b", 2, out=True)], merge("b", "a", 3)) == [("a", 1, None)]
