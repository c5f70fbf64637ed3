"""Wrong PIN after wrong PIN: each is recorded, and the wait grows over restarts and a clock set back."""

from datetime import datetime, timedelta

from signin.domain import pin
from signin.domain.pin import Deed
from signin.services import pin as pin_record
from signin.services.desk import Desk
from signin.store import Store

NOW = datetime(2024, 6, 12, 8, 24)


def after(seconds):
    return NOW + timedelta(seconds=seconds)


def again(path):
    """The store as a program opens it that was just started."""
    return Desk(Store(path), "ໂຕະ 1", bytes)


def test_five_wrong_pins_make_the_wait_grow_and_are_recorded_over_restarts(store_file):
    waits = []
    for nth in range(5):
        with Store(store_file) as store:
            desk = Desk(store, "ໂຕະ 1", bytes)
            standing = pin_record.note(desk, Deed.WRONG, after(nth))
            waits.append(pin.seconds_left(standing, after(nth)))
    assert waits == [0, 0, 5, 15, 60]
    desk = again(store_file)
    rows = pin_record.latest(desk)
    assert [(row.deed, row.desk, row.at) for row in rows] == [
        (Deed.WRONG, "ໂຕະ 1", after(nth)) for nth in (4, 3, 2, 1, 0)
    ]
    standing = pin_record.standing(desk)
    assert pin.seconds_left(standing, after(4 + 20)) == 40
    assert pin.seconds_left(standing, after(-86_400)) == 60
    desk.store.close()


def test_the_right_pin_ends_the_count_and_what_was_recorded_stays(store_file):
    desk = again(store_file)
    for nth in range(5):
        pin_record.note(desk, Deed.WRONG, after(nth))
    assert pin.seconds_left(pin_record.note(desk, Deed.OPENED, after(70)), after(70)) == 0
    assert [row.deed for row in pin_record.latest(desk)] == [Deed.OPENED, *[Deed.WRONG] * 5]
    desk.store.close()
