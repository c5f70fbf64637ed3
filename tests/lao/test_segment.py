"""Lines break between words: never inside a cluster, a loanword of offices, or a part of a person's name."""

from __future__ import annotations

import re
import time
from itertools import accumulate

import pytest
from hypothesis import given, settings

from signin.lao import lexicon, people
from signin.lao.letters import MARKS, SILENCER
from signin.lao.normalize import canonical
from signin.lao.segment import ZERO_WIDTH_SPACE, breakable, breakable_name, clusters, words

BOUND = settings(max_examples=200, deadline=None)

REPORT = (
    "ໃນວັນທີ 3-4 ກໍລະກົດ 2025, ເວລາ 08:30 ໂມງ, ທີ່ຫ້ອງປະຊຸມຫ້ອງວ່າການແຂວງບໍລິຄຳໄຊ, ສູນບໍລິຫານລັດດິຈິຕອນ ໄດ້ຈັດກອງປະຊຸມ",
    "ເຜີຍແຜ່ວຽກງານບໍລິການລັດດິຈິຕອນ ໂດຍການເປັນປະທານຂອງ ທ່ານ ນ. ຈັນທະລາ ແກ້ວພິລາ, ຮອງຫົວໜ້າສູນ.",
    "ຜູ້ເຂົ້າຮ່ວມມາຈາກພະແນກເຕັກໂນໂລຊີແລະການສື່ສານ 5 ແຂວງພາກກາງ, ມີນັກວິຊາການຕ່າງໆ ແລະ ພະນັກງານລັດຖະກອນ ທັງໝົດ 42 ທ່ານ, ຍິງ 18 ທ່ານ.",
    "ລະບົບຫ້ອງການທັນສະໄໝ (E-office), ອີເມວ, G-Share/G-Drive ແລະ ເວັບໄຊ https://example.la/ຂ່າວ",
    "ຊ່ວຍໃຫ້ວຽກງານສະດວກ, ວ່ອງໄວ ແລະ ມີປະສິດທິພາບ.",
    "ຄວາມໝາຍຂອງນໍ້າແລະຂວັນໃຈນັ້ນແມ່ນສິ່ງທີ່ປະຊາຊົນຮູ້ດີ; ເງິນ 1.234.500 ກີບ ຫຼື 5ປີ.",
)


def parts(text):
    return text.split(ZERO_WIDTH_SPACE)


def test_the_report_breaks_at_words():
    assert parts(breakable("ສູນບໍລິຫານລັດດິຈິຕອນໄດ້ຈັດກອງປະຊຸມເຜີຍແຜ່")) == [
        *("ສູນ", "ບໍລິຫານ", "ລັດດິຈິຕອນ", "ໄດ້", "ຈັດ", "ກອງປະຊຸມ", "ເຜີຍແຜ່")
    ]
    assert parts(breakable("ພະແນກເຕັກໂນໂລຊີແລະການສື່ສານແຂວງວຽງຈັນ")) == [
        *("ພະແນກ", "ເຕັກໂນໂລຊີ", "ແລະ", "ການສື່ສານ", "ແຂວງ", "ວຽງຈັນ")
    ]
    assert parts(breakable("ທີ່ຫ້ອງປະຊຸມຫ້ອງວ່າການແຂວງ")) == ["ທີ່", "ຫ້ອງປະຊຸມ", "ຫ້ອງວ່າການ", "ແຂວງ"]


@pytest.mark.parametrize("text", REPORT)
def test_nothing_but_zero_width_spaces_is_added(text):
    assert breakable(text).replace(ZERO_WIDTH_SPACE, "") == text
    assert "".join(words(text)) == "".join(clusters(text)) == text
    assert breakable(breakable(text)) == breakable(text)


@pytest.mark.parametrize("text", REPORT)
def test_no_break_at_a_space_nor_before_closing_punctuation_nor_after_opening(text):
    assert not re.search(r"\u200b[\s,.)”!?:;ໆຯ%]|[\s(“]\u200b", breakable(text))


@pytest.mark.parametrize("text", REPORT)
def test_every_break_is_at_a_word_that_begins_with_a_letter(text):
    for part in parts(breakable(text))[1:]:
        assert part[0] not in MARKS + "ະາຳຽໆຯ"


def test_a_known_trap_of_other_programs_is_not_fallen_into():
    assert parts(breakable("ຄວາມ")) == ["ຄວາມ"]
    assert parts(breakable("ນໍາໃຊ້")) == ["ນໍາໃຊ້"]
    assert parts(breakable("ບັນດາ")) == ["ບັນດາ"]
    assert clusters("ນໍ້າ") == ["ນໍ້າ"]


@pytest.mark.parametrize("word", ["ດິຈິຕອນ", "ເຕັກໂນໂລຊີ", "ອິນເຕີເນັດ", "ຄອມພິວເຕີ", "ວິທະຍາກອນ", "ບູລິມະສິດ"])
def test_loanwords_of_offices_stay_whole(word):
    assert word in words(f"ການ{word}ໃນແຂວງ")


def test_breaks_fall_only_between_clusters(clusters):
    from signin.lao.segment import clusters as cut

    @BOUND
    @given(clusters)
    def check(text):
        ends = set(accumulate(map(len, cut(text))))
        assert set(accumulate(map(len, words(text)))) <= ends
        assert "".join(cut(text)) == text

    check()


def test_whatever_is_typed_comes_back_whole(typed):
    @BOUND
    @given(typed)
    def check(text):
        text = text.replace(ZERO_WIDTH_SPACE, "")
        assert breakable(text).replace(ZERO_WIDTH_SPACE, "") == text
        assert not re.search(f"{ZERO_WIDTH_SPACE}[{MARKS}]", breakable(text))

    check()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ແກ້ວ", ["ແກ້", "ວ"]),
        ("ຄົນ", ["ຄົນ"]),
        ("ວັນນະພາ", ["ວັນ", "ນະ", "ພາ"]),
        ("ເຈົ້າ", ["ເຈົ້າ"]),
        ("ເກາະ", ["ເກາະ"]),
        ("ຕ່າງໆ", ["ຕ່າ", "ງໆ"]),
        ("ໄລນ໌", ["ໄລນ໌"]),
        ("ຫຼັກ", ["ຫຼັກ"]),
        ("5່", ["5່"]),
        ("ໄປໆະ", ["ໄປໆະ"]),
        ("ຫນູ", ["ຫນູ"]),
        ("Anna 5", ["Anna", " ", "5"]),
        ("ເ", ["ເ"]),
        ("ະ", ["ະ"]),
        ("", []),
    ],
)
def test_clusters(text, expected):
    assert clusters(text) == expected


def test_a_name_breaks_at_its_spaces_only():
    name = "ທ່ານ ນ. ຈັນທະລາ ແກ້ວພິລາວົງ"
    assert breakable_name(name) == name
    assert breakable_name("ຈັນ\u200bທະລາ") == "ຈັນທະລາ"


def test_names_in_a_sentence_stay_whole():
    text = "ໂດຍທ່ານພົມມະທັນສີໄດ້ກ່າວ"
    assert "ພົມ\u200bມະ" in breakable(text)
    assert parts(breakable(text, whole=("ພົມມະທັນສີ",))) == ["ໂດຍ", "ທ່ານ", "ພົມມະທັນສີ", "ໄດ້", "ກ່າວ"]


@pytest.mark.parametrize(
    ("text", "parts_of_names"),
    [
        ("ໂດຍ ທ່ານ ນ. ຈັນທະລາ ແກ້ວພິລາວົງ ຮອງຫົວໜ້າສູນ", ["ຈັນທະລາ", "ແກ້ວພິລາວົງ"]),
        ("ປະທານໂດຍທ່ານ ພົມມະທັນ ສີສະຫວາດ, ຫົວໜ້າພະແນກ", ["ພົມມະທັນ", "ສີສະຫວາດ"]),
        ("ທ່ານ ປອ ມະໂນທັມ ພົມມະລາ ໄດ້ກ່າວ", ["ມະໂນທັມ", "ພົມມະລາ"]),
        ("ແລະ ນາງ ສຸພາພອນ, ທ້າວ ບຸນທະວີ.", ["ສຸພາພອນ", "ບຸນທະວີ"]),
        ("ທັງໝົດ 57 ທ່ານ ຍິງ 43 ທ່ານ ໃນກອງປະຊຸມ", []),
        ("ຂອບໃຈທຸກທ່ານ. ກອງປະຊຸມ ສິ້ນສຸດລົງ", []),
        ("ຂໍເຊີນທ່ານ ເຂົ້າຮ່ວມກອງປະຊຸມສຳມະນາປະຈຳປີ", []),
        ("ບໍລິຫານ ບ້ານເມືອງ", []),
        ("Mr. Bounmy ທ່ານ X", []),
    ],
)
def test_names_after_an_honorific_stay_whole(text, parts_of_names):
    assert [text[start:end] for start, end in people.parts(text)] == parts_of_names
    found = re.split(f"[ {ZERO_WIDTH_SPACE},.]", breakable(text))
    assert set(parts_of_names) <= set(found)


def test_no_part_of_a_persons_name_is_ever_broken(clusters):
    from signin.lao.segment import clusters as cut

    @BOUND
    @given(clusters, clusters)
    def check(first, family):
        text = f"ໂດຍແມ່ນ ທ່ານ {first} {family} ໄດ້ກ່າວ"
        assert breakable(text, whole=(first, family)).count(f"{first} {family}") == 1
        if len(first) > 24 or len(family) > 24 or not cut(first)[0].strip():
            return
        assert f"{first} " in breakable(text)

    check()


@pytest.mark.parametrize("noun", ["ການຄຸ້ມຄອງ", "ຄວາມໝັ້ນໃຈ", "ຜູ້ກວດສອບ", "ນັກຄົ້ນຄວ້າ"])
def test_what_makes_a_noun_of_a_word_is_not_left_at_the_end_of_a_line(noun):
    found = parts(breakable(f"ໂດຍ{noun}ໃຫ້ດີ"))
    assert any(part.startswith(noun) for part in found)
    assert found[0] == "ໂດຍ"


def test_own_words_come_from_the_settings():
    lexicon.use_own(["ສະມາດແລນ"])
    try:
        assert "ສະມາດແລນ" in words("ການສະມາດແລນໃໝ່")
        assert "ສະມາດ\u200bແລນ" not in breakable("ການສະມາດແລນໃໝ່")
    finally:
        lexicon.use_own([])
    assert "ສະມາດແລນ" not in words("ການສະມາດແລນໃໝ່")


def test_an_office_adds_words_of_its_own():
    assert "ສະມາດແລນ" not in words("ການສະມາດແລນໃໝ່")
    assert "ສະມາດແລນ" in words("ການສະມາດແລນໃໝ່", frozenset({"ສະມາດແລນ"}))
    assert "ສະມາດ\u200bແລນ" not in breakable("ການສະມາດແລນໃໝ່", frozenset({"ສະມາດແລນ"}))


def test_what_no_word_knows_stays_together():
    assert words("ຟຶງຟຶງຟຶງ") == ["ຟຶງຟຶງຟຶງ"]
    assert words("ຂວຶຂວຶ") == ["ຂວຶຂວຶ"]
    assert words("ໄປກຄຂ") == ["ໄປກຄຂ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ໄລຍະ5ປີ", ["ໄລຍະ", "5", "ປີ"]),
        ("ພັກ-ລັດ", ["ພັກ-", "ລັດ"]),
        ("ກະຊວງ,ອົງການ", ["ກະຊວງ,", "ອົງການ"]),
        ("ສ.ປ.ປ.ລາວ", ["ສ.ປ.ປ.ລາວ"]),
        ("ລະບົບ(VC)ແລະ", ["ລະບົບ", "(VC)", "ແລະ"]),
        ("12-13/06/2024", ["12-13/06/2024"]),
        ("user01@example.la", ["user01@example.la"]),
        ("https://example.la/ຂ່າວ", ["https://example.la/ຂ່າວ"]),
        ("ຊື່/ນາມສະກຸນ", ["ຊື່/", "ນາມສະກຸນ"]),
        ("ໜ້າ“ລາວ”", ["ໜ້າ", "“ລາວ”"]),
        ("໒໐໒໔ປີ", ["໒໐໒໔", "ປີ"]),
        ("", [""]),
    ],
)
def test_numbers_foreign_words_and_punctuation(text, expected):
    assert parts(breakable(text)) == expected


def test_the_word_lists_are_read_quickly_and_once():
    lexicon._shipped.cache_clear()
    started = time.process_time()
    known = lexicon.known()
    assert time.process_time() - started < 0.5  # the promise is 0.1 s; the rest is for a busy machine
    assert lexicon.known() is known
    assert "ດິຈິຕອນ" in known
    assert not known & set("ກຂຄ")
    assert not any(SILENCER in word[:1] for word in known)


def test_the_words_shipped_are_canonical_as_they_are_read():
    assert [word for word in lexicon.known() if canonical(word) != word] == []
    assert lexicon.known(frozenset({"ຫນອງບໍ່ມີໃຜຮູ້"})) - lexicon.known() == {"ໜອງບໍ່ມີໃຜຮູ້"}


def test_the_longest_word_is_looked_for():
    assert max(len(clusters(word)) for word in lexicon.known()) <= lexicon.MOST_CLUSTERS
