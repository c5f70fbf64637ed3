import pytest

from signin.desk.scanner.key_times import KeyTimes


class Clock:
    def __init__(self):
        self.now = 50.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_keys_are_as_far_apart_as_they_tell_however_late_they_come(clock):
    times = KeyTimes(clock)
    clock.now += 8
    first, second, third = (times.take(stamp) or times.now() for stamp in (7000, 7120, 7600))
    assert (second - first, third - second) == pytest.approx((0.120, 0.480))
    assert times.now() >= third


def test_a_key_that_tells_no_time_or_one_of_another_clock_is_of_now(clock):
    times = KeyTimes(clock)
    for stamp in (0, 7000, 0, 7000, 6990, 9_000_000, 20):
        assert times.take(stamp) is None
    assert times.now() == clock.now


def test_asking_changes_nothing(clock):
    times = KeyTimes(clock)
    times.take(7000)
    assert times.of(7500) == times.of(7500) == pytest.approx(50.5)
    assert times.of(3) is None
    assert times.take(7100) == pytest.approx(50.1)


def test_after_a_pause_a_clock_that_goes_slower_is_set_right(clock):
    times = KeyTimes(clock)
    times.take(7000)
    clock.now += 3.2
    assert times.take(10_000) == times.now() == clock.now


def test_keys_pressed_seconds_apart_stay_so_though_they_come_together(clock):
    times = KeyTimes(clock)
    clock.now += 8
    times.take(7000)
    assert times.take(9000) == pytest.approx(60.0)
