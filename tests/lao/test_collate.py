"""The order of names, against ICU, which is the oracle here and not a dependency."""

from __future__ import annotations

import random
import re
import sqlite3
from functools import cmp_to_key
from itertools import pairwise

import icu
import pytest

from signin.lao.collate import sort_key
from signin.lao.normalize import canonical


@pytest.fixture(scope="module")
def compare():
    return icu.Collator.createInstance(icu.Locale("lo")).compare


@pytest.fixture(scope="module")
def lao_words(word_list):
    """The words of Lao letters alone. ICU reads ຫນ and ຫມ with a leading vowel otherwise than ໜ and ໝ; we
    store one spelling, so canonical words are compared."""
    return sorted({word for word in word_list if all("ກ" <= letter <= "ໝ" for letter in word)})


def test_the_whole_word_list_is_in_the_order_of_icu(lao_words, compare):
    """Neighbours agree in both orders, equal ones too, so every pair does: an order is transitive."""
    ordered = sorted(lao_words, key=sort_key)
    assert len(ordered) > 21_000
    disagreeing = [
        (one, other)
        for one, other in pairwise(ordered)
        if compare(one, other) != (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
    ]
    assert disagreeing == []


def test_where_icu_orders_a_raw_spelling_otherwise_is_known_and_why(lao_words, raw_spellings, compare):
    """ICU reads the list as it is typed, we read it canonical. Every pair that they order otherwise holds a
    spelling that we do not store, and these are of four kinds."""
    assert sorted(lao_words, key=sort_key) == sorted(lao_words, key=cmp_to_key(compare))
    assert set(map(canonical, raw_spellings)) <= set(lao_words)
    kinds = {
        "ຫນ ຫມ after a leading vowel: ICU takes ເຫມ for ຫເມ, and ເໝ for ໝເ": "[ເແໂໃໄ]ຫ[ນມ]",
        "ຫນ ຫມ: ICU puts them before ໜ ໝ, we make them one": "ຫ[ນມ]",
        "ເເ: two letters for ICU": "ເເ",
        "marks out of order, twice, or ໍ and າ apart: other letters for ICU": "[ັິ-ົ່-ໍ]{2}|ຳ[່-໋]|ໍ[່-໋]?າ",
    }
    counts = dict.fromkeys(kinds, 0)
    for word in raw_spellings:
        kind = next(kind for kind, pattern in kinds.items() if re.search(pattern, word))
        counts[kind] += 1
        assert sort_key(word) == sort_key(canonical(word))
    assert list(counts.values()) == [93, 484, 1, 23]


def test_random_pairs_agree_with_icu(lao_words, compare):
    chance = random.Random(2024)
    for _ in range(5_000):
        one, other = chance.choice(lao_words), chance.choice(lao_words)
        sign = (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
        assert compare(one, other) == sign, (one, other)


def test_names_of_several_words_are_in_the_order_of_icu(lao_words, compare):
    chance = random.Random(12)
    names = [" ".join(chance.sample(lao_words, 2)) for _ in range(2_000)]
    assert sorted(names, key=sort_key) == sorted(sorted(names), key=cmp_to_key(compare))


def test_letters_of_pali_and_khmu_stand_where_icu_has_them(compare):
    letters = "ໆໞກຂຄຆງຈຉສຊຌຎໟຍຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩຫຬອຮຯ"
    assert sorted(letters, key=sort_key) == sorted(letters, key=cmp_to_key(compare)) == list(letters)


@pytest.mark.parametrize(
    "ordered",
    [
        ["ພະແນກ", "ພະແນກ 5", "ພະແນກ 05 ກ", "ພະແນກ 10", "ພະແນກ ໑໒", "ພະແນກ 100"],
        ["9", "10", "ກ", "ໜູ", "Anna", "éa", "Eb", "Ωmega"],
        ["ກາ", "ກ່າ", "ກ້າ", "ກ໊າ", "ກ໋າ", "ກາງ", "ກ່າງ"],
        ["ຫຍ້າ", "ໜູ", "ໝາ", "ຫວານ", "ເຫວ"],
        ["ສຸກ", "ສຸກ ສະຫວັນ", "ສຸກກ", "ສຸກສະຫວັນ"],
        ["rene", "René", "renf"],
        ["", "–", "ກ"],
    ],
)
def test_offices_order(ordered):
    shuffled = random.Random(3).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


def test_numbers_of_one_value_and_letters_of_either_case_are_equal():
    assert sort_key("ຕສ 05") == sort_key("ຕສ ໕")
    assert sort_key("ANNA") == sort_key("anna")
    assert sort_key("0") == sort_key("000")


def test_sqlite_orders_the_keys_alike(lao_words):
    chance = random.Random(7)
    names = [*chance.sample(lao_words, 500), "Anna", "ພະແນກ 10", "ພະແນກ 9", "😀"]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE person (name TEXT, key TEXT)")
        connection.executemany("INSERT INTO person VALUES (?, ?)", [(name, sort_key(name)) for name in names])
        found = [name for (name,) in connection.execute("SELECT name FROM person ORDER BY key, rowid")]
    connection.close()
    assert found == sorted(names, key=sort_key)
