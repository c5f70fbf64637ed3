import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signin.domain import codes

BODIES = st.text(codes.ALPHABET, min_size=16, max_size=16)


def test_a_new_code_is_eighteen_letters_with_the_right_check():
    code = codes.new(random.Random(1).randbytes)
    assert len(code) == 18
    assert set(code) <= set(codes.ALPHABET)
    assert codes.is_whole(code)


def test_codes_are_as_random_as_their_bytes():
    first = codes.new(bytes)
    assert first[:16] == "A" * 16
    assert codes.new(lambda count: b"\xff" * count)[:16] == "7" * 16


@pytest.mark.parametrize("seed", range(25))
def test_every_single_wrong_character_is_caught(seed):
    code = codes.new(random.Random(seed).randbytes)
    for place, letter in itertools.product(range(18), codes.ALPHABET):
        wrong = code[:place] + letter + code[place + 1 :]
        assert codes.is_whole(wrong) == (wrong == code)


def test_every_swap_of_neighbours_of_any_two_letters_at_any_place_is_caught():
    # The check is linear, so a swap is caught for one code if and only if it is caught for every code
    # with the same two letters there: all places and all pairs of letters are all cases.
    filler = list(codes.new(random.Random(3).randbytes)[:16])
    for place, (left, right) in itertools.product(range(17), itertools.permutations(codes.ALPHABET, 2)):
        if place >= 15:
            continue
        body = [*filler]
        body[place], body[place + 1] = left, right
        code = "".join(body) + codes.check_characters("".join(body))
        swapped = code[:place] + right + left + code[place + 2 :]
        assert not codes.is_whole(swapped)


@pytest.mark.parametrize("seed", range(200))
def test_swaps_that_touch_the_check_characters_are_caught(seed):
    code = codes.new(random.Random(seed).randbytes)
    for place in (15, 16):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert codes.is_whole(swapped) == (swapped == code)


@given(BODIES, st.data())
def test_any_two_wrong_characters_are_caught(body, data):
    code = body + codes.check_characters(body)
    first, second = data.draw(st.lists(st.integers(0, 17), min_size=2, max_size=2, unique=True))
    wrong = list(code)
    for place in (first, second):
        wrong[place] = data.draw(st.sampled_from(codes.ALPHABET.replace(code[place], "")))
    assert not codes.is_whole("".join(wrong))


def test_check_characters_agree_with_a_reckoning_by_trial():
    body = codes.new(random.Random(5).randbytes)[:16]
    right = [a + b for a in codes.ALPHABET for b in codes.ALPHABET if codes.is_whole(body + a + b)]
    assert right == [codes.check_characters(body)]


@pytest.mark.parametrize("raw", ["abcd efgh", "ABCD-EFGH", "\x02abcdefgh\r\n", "ABCD\u00a0EFGH\t"])
def test_what_is_typed_or_scanned_is_cleaned(raw):
    assert codes.cleaned(raw) == "ABCDEFGH"


@pytest.mark.parametrize(
    ("text", "ours"),
    [("ABC", True), ("A" * 36, True), ("A" * 37, False), ("", False), ("ABC1", False), ("ລາວ", False)],
)
def test_a_piece_of_a_code_is_told_from_anything_else(text, ours):
    assert codes.is_ours(text) == ours
