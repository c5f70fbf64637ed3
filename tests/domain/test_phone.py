"""A phone is told by its digits, in whatever way they were written."""

import pytest

from signin.domain.phone import numbers_in, phone_digits, phone_key


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("020 5551 2345", ("2055512345",)),
        ("020–5551–2345", ("2055512345",)),
        ("(020) 5551.2345", ("2055512345",)),
        ("ໂທ ໐໒໐ ໕໕໕໑໒໓໔໕", ("2055512345",)),
        ("๐๒๐๕๕๕๑๒๓๔๕", ("2055512345",)),
        ("+856 20 5551 2345", ("2055512345",)),
        ("00856 20 5551 2345", ("2055512345",)),
        ("8562055512345", ("2055512345",)),
        ("+66 81 234 5678", ("66812345678",)),
        ("020 5551 2345 / 030 999 8888, 020 5551 2345", ("2055512345", "309998888")),
        ("020 5551 2345 ຫຼື 021 212345", ("2055512345", "21212345")),
        ("000", ()),
        ("ບໍ່ມີ", ()),
        ("", ()),
    ],
)
def test_the_numbers_in_a_text_are_told_as_they_are_dialled_in_the_country(written, told):
    assert numbers_in(written) == told


def test_the_last_eight_digits_tell_a_number_and_all_of_a_short_one():
    assert (phone_key("+856 20 5551 2345"), phone_key("5551 2345"), phone_key("1234")) == (
        "55512345",
        "55512345",
        "1234",
    )


def test_a_number_may_be_parted_by_anything_while_it_is_typed():
    assert phone_digits("020/5551 2345") == "2055512345"
