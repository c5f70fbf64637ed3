from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.domain import pin
from signin.domain.pin import Standing

NOW = datetime(2024, 6, 12, 8, 24)
SALT = b"sixteen bytes..."
KEPT = pin.kept("2580", SALT)


def test_the_right_pin_opens_and_another_does_not():
    assert pin.opens("2580", KEPT)
    assert not pin.opens("2581", KEPT)
    assert not pin.opens("", KEPT)


def test_a_pin_is_kept_with_its_parameters_and_never_itself():
    assert KEPT.startswith("scrypt:32768:8:1:")
    assert "2580" not in KEPT
    assert pin.kept("2580", b"another salt....") != KEPT


def test_what_was_kept_with_other_parameters_still_opens():
    import base64
    import hashlib

    made = hashlib.scrypt(b"2580", salt=SALT, n=1024, r=4, p=2, dklen=32)
    old = f"scrypt:1024:4:2:{base64.b64encode(SALT).decode()}:{base64.b64encode(made).decode()}"
    assert pin.opens("2580", old)
    assert not pin.opens("2581", old)


@pytest.mark.parametrize(
    "broken",
    [
        *("", "2580", "scrypt:32768:8:1", KEPT.replace("scrypt", "plain"), KEPT.replace("32768", "32767")),
        *(KEPT.replace("32768", "x"), KEPT.replace("32768", str(2**60)), KEPT.replace(":8:", ":0:")),
        *(KEPT.replace("32768", str(2**200)), KEPT + "*", KEPT[:-8], KEPT.replace(":1:", ":-1:")),
    ],
)
def test_what_is_no_kept_pin_is_opened_by_none(broken):
    assert not pin.opens("2580", broken)


def test_digits_of_every_writing_are_digits():
    assert pin.digits("໑໒໓ ๔๕ 67-٨x") == "12345678"


@pytest.mark.parametrize("simple", ["0000", "1234", "4321", "7890", "0987", "1212", "123123", "55555"])
def test_a_pin_that_anybody_would_try_is_simple(simple):
    assert pin.is_simple(simple)


@pytest.mark.parametrize("good", ["2580", "1357", "1235", "12123", "190675"])
def test_another_is_not(good):
    assert not pin.is_simple(good)


def test_a_pin_has_four_to_twelve_digits():
    assert [pin.is_long_enough("1" * length) for length in (3, 4, 12, 13)] == [False, True, True, False]


def test_the_mark_tells_one_kept_pin_from_another():
    assert pin.mark_of("") == ""
    assert pin.mark_of(KEPT) == pin.mark_of(KEPT) != pin.mark_of(pin.kept("2580", b"another salt...."))


def test_the_wait_grows_from_the_third_wrong_pin_and_is_capped():
    assert [pin.wait(wrong) for wrong in range(9)] == [0, 0, 0, 5, 15, 60, 300, 900, 900]
    assert pin.wait(10_000) == 900


def test_what_is_left_to_wait_shrinks_with_time_and_is_whole_when_the_clock_was_set_back():
    assert pin.seconds_left(Standing(), NOW) == 0
    five = Standing(5, NOW)
    left = [pin.seconds_left(five, NOW + timedelta(seconds=after)) for after in (0, 20, 60, 61, -1, -86_400)]
    assert left == [60, 40, 0, 0, 60, 60]


@settings(max_examples=15, deadline=None)
@given(st.text("0123456789", min_size=4, max_size=12), st.text("0123456789", min_size=4, max_size=12))
def test_only_the_same_pin_opens(one, other):
    assert pin.opens(other, pin.kept(one, SALT)) == (one == other)
