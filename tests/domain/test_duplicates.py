import pytest

from signin.domain.duplicates import OF_AN_OFFICE, Alike, grouped, likely, phones_of


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("020 5555 1234", {"55551234"}),
        ("+856 20 55551234", {"55551234"}),
        ("໐໒໐ ໕໕໕໕໑໒໓໔", {"55551234"}),
        ("2055551234, 030 9999888", {"55551234", "09999888"}),
        ("2055551234 ຫຼື 2077778888", {"55551234", "77778888"}),
        ("1234567", set()),
        ("", set()),
    ],
)
def test_a_phone_is_told_by_its_last_eight_digits_in_whatever_way_it_was_written(written, told):
    assert phones_of(written) == told


def test_who_shares_a_key_is_a_group_in_roster_order():
    assert grouped([("a", "1"), ("b", "2"), ("a", "3")]) == [["1", "3"]]


def pairs(*, names=(), phones=(), apart=()):
    return [(one.first, one.second, one.alike) for one in likely(names, phones, set(apart))]


def test_name_and_phone_are_asked_about_first_then_names_then_phones():
    found = pairs(names=[["1", "2"], ["3", "4"]], phones=[["5", "6"], ["3", "4"]])
    name, phone = frozenset({Alike.NAME}), frozenset({Alike.PHONE})
    assert found == [("3", "4", name | phone), ("1", "2", name), ("5", "6", phone)]


def test_of_many_alike_each_is_laid_beside_the_first():
    assert [pair[:2] for pair in pairs(names=[["1", "2", "3"]])] == [("1", "2"), ("1", "3")]


def test_who_was_told_apart_from_the_first_is_laid_beside_the_next():
    assert [pair[:2] for pair in pairs(names=[["1", "2", "3"]], apart=[("1", "3")])] == [("1", "2"), ("2", "3")]
    every = [("1", "2"), ("1", "3"), ("2", "3")]
    assert pairs(names=[["1", "2", "3"]], apart=every) == []


def test_a_phone_of_many_is_their_offices():
    shared = [str(n) for n in range(OF_AN_OFFICE)]
    assert pairs(phones=[shared]) == []
    assert len(pairs(phones=[shared[1:]])) == OF_AN_OFFICE - 2


def test_the_questions_grow_with_the_group_and_not_with_its_square():
    assert len(pairs(names=[[str(n) for n in range(20_000)]])) == 19_999
