from datetime import datetime, timedelta

import pytest

from signin.domain.pin import Deed, Standing, mark_of
from signin.services import pin
from signin.store import Store

NOW = datetime(2024, 6, 12, 8, 24)


def later(minutes):
    return NOW + timedelta(minutes=minutes)


def test_everything_done_with_the_pin_is_recorded_with_time_and_desk(desk):
    for nth, deed in enumerate(Deed):
        pin.note(desk, deed, later(nth), "kept")
    rows = pin.latest(desk)
    assert [(row.at, row.desk, row.deed) for row in rows] == [
        (later(nth), desk.name, deed) for nth, deed in reversed(list(enumerate(Deed)))
    ]
    assert {row.mark for row in rows} == {mark_of("kept")}


def test_only_the_last_are_shown(desk):
    for nth in range(20):
        pin.note(desk, Deed.WRONG, later(nth))
    assert [row.at for row in pin.latest(desk, 2)] == [later(19), later(18)]
    assert len(pin.latest(desk)) == pin.SHOWN


def test_wrong_pins_are_counted_until_the_right_one(desk):
    assert pin.standing(desk) == Standing()
    assert pin.note(desk, Deed.WRONG, later(0)) == Standing(1, later(0))
    assert pin.note(desk, Deed.WRONG, later(1)) == Standing(2, later(1))
    assert pin.note(desk, Deed.OPENED, later(2)) == Standing()
    assert pin.note(desk, Deed.WRONG, later(3)) == Standing(1, later(3))


@pytest.mark.parametrize("deed", [Deed.REMOVED, Deed.FOUND, Deed.REPLACED, Deed.GONE])
def test_what_needs_no_pin_forgives_nothing(desk, deed):
    pin.note(desk, Deed.WRONG, later(0))
    assert pin.note(desk, deed, later(1)).wrong == 1


def test_wrong_pins_are_still_counted_after_a_restart_with_the_clock_set_back(desk):
    pin.note(desk, Deed.OPENED, later(60))
    for nth in range(3):
        pin.note(desk, Deed.WRONG, later(-nth))
    with Store(desk.store.path) as store:
        again = type(desk)(store, "another name", desk.random)
        assert pin.standing(again) == Standing(3, later(-2))


def test_a_pin_that_is_as_it_was_set_is_nothing_to_notice(desk):
    assert pin.notice(desk, "", NOW) is None
    pin.note(desk, Deed.SET, NOW, "kept")
    assert pin.notice(desk, "kept", later(1)) is None
    pin.note(desk, Deed.WRONG, later(2))
    assert pin.notice(desk, "kept", later(3)) is None
    assert len(pin.latest(desk)) == 2


def test_a_pin_whose_line_was_deleted_is_recorded_as_gone_once(desk):
    pin.note(desk, Deed.SET, NOW, "kept")
    assert pin.notice(desk, "", later(1)) is Deed.GONE
    assert pin.notice(desk, "", later(2)) is None
    assert [row.deed for row in pin.latest(desk)] == [Deed.GONE, Deed.SET]


def test_a_pin_that_was_written_in_by_hand_is_recorded(desk):
    assert pin.notice(desk, "theirs", NOW) is Deed.FOUND
    assert pin.notice(desk, "another", later(1)) is Deed.REPLACED
    assert pin.notice(desk, "another", later(2)) is None


def test_a_pin_that_was_removed_in_the_window_is_not_gone(desk):
    pin.note(desk, Deed.SET, NOW, "kept")
    pin.note(desk, Deed.REMOVED, later(1))
    assert pin.notice(desk, "", later(2)) is None
