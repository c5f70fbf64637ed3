"""People look for Lao names in Latin letters, French ones, English ones and their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.lao.letters import CONSONANTS, LEADING_VOWELS
from signin.lao.romanize import fold_latin, spellings

BOUND = settings(max_examples=200, deadline=None)

FOUND = (Path(__file__).parent / "latin-names.txt").read_text("utf-8").splitlines()[1:]

MISSED = [
    ("bounmy", "ພູມີ"),
    ("dara", "ຕາລາ"),
    ("souk", "ສົກ"),
    ("vanna", "ວັນດາ"),
    ("kham", "ຄຸມ"),
    ("somsanith", "ສົມສະໝອນ"),
    ("phet", "ພັດ"),
    ("keo", "ກາວ"),
    ("xay", "ຊາ"),
    ("fa", "ພາ"),
    ("noy", "ນາຍ"),
    ("seng", "ສິງ"),
]


def finds(query, name):
    return any(fold_latin(query) in spelling for spelling in spellings(name))


@pytest.mark.parametrize("pair", FOUND)
def test_a_latin_spelling_finds_the_name(pair):
    assert finds(*pair.split(" "))


@pytest.mark.parametrize(("query", "name"), MISSED)
def test_another_name_is_not_found(query, name):
    assert not finds(query, name)


@pytest.mark.parametrize("pair", FOUND)
def test_most_of_what_is_typed_on_the_way_finds_it_too(pair):
    query, name = pair.split(" ")
    hits = sum(finds(query[:length], name) for length in range(1, len(query) + 1))
    assert hits >= 0.6 * len(query)


def test_honorifics_are_left_out_and_words_are_kept_apart():
    assert spellings("ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີ") == ("vanapa pomatansi",)
    assert spellings("Mr. Somchay Vongsa") == ("somcai vongsa",)


def test_spellings_are_few():
    assert len(spellings("ຫຍຸ້ຍ ສັດ ວຽງຈັນ")) <= 8
    assert spellings("") == ("",)


def test_accustomed_spellings_of_places():
    assert finds("Vientiane", "ແຂວງວຽງຈັນ")
    assert finds("Viengchan", "ແຂວງວຽງຈັນ")


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("ເຮືອນ໌", "heua"),
        ("ແກຍ", "kaey"),
        ("ໂດຍ", "doy"),
        ("ຄວາມ", "khwam"),
        ("ປະກຣິດ", "pakrit"),
        ("ເກາະ", "ko"),
        ("ແພະ", "phe"),
        ("ເຂົ້າ", "khao"),
        ("ຊັຍ", "xay"),
        ("ຫວານ", "van"),
        ("ຕົວ", "toua"),
        ("໑໒", "12"),
        ("Zoé", "zoe"),
        ("ແກືອ", "ke"),
    ],
)
def test_rarer_syllables(name, query):
    assert finds(query, name)


def test_any_lao_becomes_plain_latin():
    letters = CONSONANTS + LEADING_VOWELS + "ະັາຳິີຶືຸູົຼໍຽ່້໌ໆຯ 5a"

    @BOUND
    @given(st.text(st.sampled_from(letters), max_size=20))
    def check(text):
        for spelling in spellings(text):
            assert set(spelling) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")

    check()
