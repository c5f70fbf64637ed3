"""Texts that look the same are stored the same, and found whichever way they were typed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.lao.letters import CONSONANTS, MARKS, TONES
from signin.lao.normalize import canonical, fold, fold_tones

BOUND = settings(max_examples=200, deadline=None)

SAME = [
    ("ນໍາ", "ນຳ"),
    ("ນໍ້າ", "ນ້ຳ"),
    ("ນ້ໍາ", "ນ້ຳ"),
    ("ນຳ້", "ນ້ຳ"),
    ("ນໍຳ", "ນຳ"),
    ("ຄໍາພອນ", "ຄຳພອນ"),
    ("ຫຼໍ່າ", "ຫຼ່ຳ"),
    ("ເເກ້ວ", "ແກ້ວ"),
    ("ຫນູ", "ໜູ"),
    ("ຫມາຍ", "ໝາຍ"),
    ("ທ່ິບ", "ທິ່ບ"),
    ("ຄູ່່", "ຄູ່"),
    ("ພຶຶ່", "ພຶ່"),
    ("ກຸ່", "ກຸ່"),
    ("ຫ່ຼວງ", "ຫຼ່ວງ"),
    ("ກິີ", "ກິີ"),
    ("ກາ່", "ກາ່"),
    ("\u200bສຸກ\u200b \u00a0ສະ\u00adຫວັນ\ufeff", "ສຸກ ສະຫວັນ"),
    ("ສຸກ\t\r\nສະຫວັນ  ", "ສຸກ ສະຫວັນ"),
    ("\u202eສຸກ\u202c\x00", "ສຸກ"),
    ("\ud800ສຸກ", "ສຸກ"),
    ("e\u0301", "é"),
    ("ຫຼວງ ຫລວງ", "ຫຼວງ ຫລວງ"),
    ("ນ້ຳ ໃຈ 😀", "ນ້ຳ ໃຈ 😀"),
    ("ັ່\u0e38", "ັ\u0e38່"),
    ("", ""),
]


@pytest.mark.parametrize(("typed_text", "stored"), SAME)
def test_what_looks_the_same_is_stored_the_same(typed_text, stored):
    assert canonical(typed_text) == stored


def test_canonical_is_idempotent_whatever_is_typed(typed):
    @BOUND
    @given(typed)
    def check(text):
        once = canonical(text)
        assert canonical(once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert once == once.strip()

    check()


def test_canonical_is_idempotent_on_any_text():
    @BOUND
    @given(st.text(max_size=20))
    def check(text):
        assert canonical(canonical(text)) == canonical(text)

    check()


def test_marks_typed_in_any_order_are_stored_in_one(clusters):
    """Shuffle the marks of every consonant of a random text, and type one of them twice."""

    @BOUND
    @given(clusters, st.randoms(use_true_random=False))
    def check(text, luck):
        def shuffled(run):
            return "".join(luck.sample(run[0], len(run[0]))) + luck.choice(run[0])

        typed_badly = re.sub(f"[{MARKS}]+", shuffled, text)
        assert canonical(typed_badly) == canonical(text)
        assert canonical(canonical(typed_badly)) == canonical(typed_badly)

    check()


def test_sara_am_is_stored_in_one_way_however_it_is_typed(clusters):
    @BOUND
    @given(clusters, st.sampled_from(CONSONANTS), st.sampled_from(["", *TONES]), clusters)
    def check(before, consonant, tone, after):
        spellings = {f"{tone}ຳ", f"ຳ{tone}", f"\u0ecd{tone}າ", f"{tone}\u0ecdາ", f"{tone}\u0ecdຳ"}
        stored = {canonical(f"{before}{consonant}{spelling}{after}") for spelling in spellings}
        assert len(stored) == 1
        assert f"{tone}ຳ" in stored.pop()

    check()


def test_canonical_leaves_well_typed_lao_alone(clusters):
    @BOUND
    @given(clusters)
    def check(text):
        spelled = text.replace("ຫນ", "ໜ").replace("ຫມ", "ໝ").replace("ເເ", "ແ")
        assert canonical(text) == spelled

    check()


def test_canonical_adds_nothing_and_loses_no_letter(typed):
    @BOUND
    @given(typed)
    def check(text):
        mended = canonical(text)
        letters = [letter for letter in text if letter in "ກຂຄງຈສຊຍດຕຖທບປຜຝພຟຢຣລວອຮໄໃໂ໐໙"]
        assert [letter for letter in mended if letter in "ກຂຄງຈສຊຍດຕຖທບປຜຝພຟຢຣລວອຮໄໃໂ໐໙"] == letters
        assert {letter for letter in mended if letter in MARKS} <= set(text)

    check()


MEET = [
    ("ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີ", "ວັນນະພາ ພົມມະທັນສີ"),
    ("ທ່ານ ປອ ທະວີສັກ", "ທະວີສັກ"),
    ("ຮສ. ປອ. ຄຳ", "ຄໍາ"),
    ("ພຣະ", "ພະ"),
    ("ທ່ານ ພຣະຄູ", "ທ່ານພະຄູ"[4:]),
    ("ຈັນທຣາ", "ຈັນທາ"),
    ("ສຸກຣາ", "ສຸກລາ"),
    ("ກຣຸງ", "ກລຸງ"),
    ("ຫຼ້າ", "ຫລ້າ"),
    ("ໃຈ", "ໄຈ"),
    ("ວຽງຈັນ", "ວຍງຈັນ"),
    ("ເມັຍ", "ເມຍ"),
    ("ບົວໄລ", "ບົ່ວໄລ"),
    ("ໂທ ໐໒໐-໕໕", "ໂທ 02055"),
    ("ສຸກ-ສະຫວັນ", "ສຸກສະຫວັນ"),
    ("Ａｎｎａ", "anna"),
    ("Mr. Bounmy", "bounmy"),
    ("ສຸກ\u200bສະຫວັນ", "ສຸກສະຫວັນ"),
    ("ໜູ", "ຫນູ"),
    ("ສປປ ລາວຯ", "ສປປລາວ"),
]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_spellings_of_one_name_meet_when_folded(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ນາງສຸກ", "ສຸກ"),
        ("ວັນ", "ວານ"),
        ("ສີ", "ສິ"),
        ("ບຸນ", "ພຸນ"),
        ("ທ່ານ", ""),
        ("ນ.", ""),
        ("ທອງ", "ອງ"),
        ("Hon", "n"),
        ("Maj Vang", "Vang"),
        ("ຈຳປາ", "ຈັນປາ"),
    ],
)
def test_different_names_stay_apart_when_folded(one, other):
    assert fold(one) != fold(other)


def test_tones_are_kept_for_ranking():
    assert fold_tones("ນາງ ແກ້ວ") == "ແກ້ວ"
    assert fold_tones("ແກ່ວ") != fold_tones("ແກ້ວ")
    assert fold("ແກ່ວ") == fold("ແກ້ວ") == fold("ແກວ")


def test_folding_does_not_depend_on_how_it_was_typed(typed):
    @BOUND
    @given(typed)
    def check(text):
        assert fold(canonical(text)) == fold(text)

    check()


def test_the_first_letter_typed_finds_a_name_with_ho_no():
    assert fold("ໜູພອນ").startswith(fold("ຫ"))
