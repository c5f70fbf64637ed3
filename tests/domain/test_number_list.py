"""Numbers as a receptionist types them from a paper list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signin.domain.number_list import read_numbers, write_numbers


@pytest.mark.parametrize(
    ("text", "numbers", "odd"),
    [
        ("", (), ()),
        ("3, 7 12-15", (3, 7, 12, 13, 14, 15), ()),
        ("໓,໗\n໑໒ - ໑໔", (3, 7, 12, 13, 14), ()),
        ("12 ຫາ 14; 2–3", (12, 13, 14, 2, 3), ()),
        ("3 3 2-4", (3, 2, 4), ()),
        ("5-5", (5,), ()),
        ("7, ສົມ, 8", (7, 8), ("ສົມ",)),
        ("15-12 0 1-99999 0-3", (), ("15-12", "0", "1-99999", "0-3")),
        ("1-2-3 9999999999, -4", (), ("1-2-3", "9999999999", "-4")),
    ],
)
def test_numbers_are_read_as_they_are_meant(text, numbers, odd):
    read = read_numbers(text)
    assert (read.numbers, read.odd) == (numbers, odd)


@given(st.lists(st.integers(1, 10**9 - 1), unique=True, max_size=20))
def test_every_number_that_is_typed_is_read_once(numbers):
    assert read_numbers(", ".join(map(str, numbers))).numbers == tuple(numbers)


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(text):
    read = read_numbers(text)
    assert all(number > 0 for number in read.numbers)


@given(st.frozensets(st.integers(1, 1500)))
def test_numbers_that_are_written_are_read_as_the_same(numbers):
    read = read_numbers(write_numbers(numbers))
    assert (set(read.numbers), read.odd) == (numbers, ())


def test_numbers_are_written_as_ranges_short_enough_to_be_read():
    assert write_numbers([15, 1, 2, 3, 3]) == "1-3, 15"
    assert write_numbers(range(1, 602)) == "1-500, 501-601"
