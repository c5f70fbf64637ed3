"""What is typed and whom it must find, and whom it must not; read as a table."""

from __future__ import annotations

import pytest

from conftest import make_attendee
from signin.services.search import Index, Rank

ROSTER = {
    "Vanna": (7, "ທ່ານ ນ.", "ວັນນະພາ ພົມມະທັນສີ", "ພະແນກການເງິນ", "020 5551 2345"),
    "Thavisak": (17, "ທ່ານ", "ທະວີສັກ ບຸນເຮືອງ", "ກົມແຜນການ 4", "020 2233 4455"),
    "Souk": (21, "ທ່ານ ນ.", "ສຸກສະຫວັນ ແກ້ວມະນີ", "ສູນ ຂໍ້ມູນ ຂ່າວສານ", "030 9876543"),
    "Nangsouk": (34, "", "ນາງສຸກ ໄຊຍະວົງ", "ຫ້ອງການທົດລອງ", ""),
    "Kham": (105, "ທ້າວ", "ຄຳຫຼ້າ ສີບຸນເຮືອງ", "ກະຊວງ ເຕັກໂນໂລຊີ", "021 212121"),
    "Nam": (172, "ດຣ.", "ນ້ຳຝົນ ຈັນທະລາ", "ກົມແຜນການ 4", "+856 20 7788 9900"),
    "May": (1005, "ທ່ານ", "ໃໝ່ ໜູພັນ", "ໂຮງຮຽນ", "໐໒໐ ໕໖໗໘ ໙໐໑໒"),
    "Phra": (300, "", "ພຣະເທບ ສຸກຣາ", "ວັດ ໃຫຍ່", ""),
    "Somchay": (301, "Mr.", "Somchay Vongsa", "Lao Telecom", ""),
    "Mai": (302, "ທ້າວ", "ໄມ ພູວົງ", "", ""),
    "Bounmy": (303, "ທ່ານ", "ບຸນມີ ຂຽວມະນີ", "ຫ້ອງວ່າການ", "020 55500001 / 021 414141"),
    "Viengxay": (304, "ປະທານ", "ວຽງໄຊ, ດາລາ", "ອົງການ", ""),
    "Hoy": (305, "ທ່ານ", "ໜ້ອຍ ວັຍຄຳ", "ໂຄງການ 2024", ""),
    "Vang": (306, "ທ່ານ", "ຫວັງ ແກ້ວຫວັດ", "", ""),
}

MEETS = [
    # by number, in any digits, from the first one
    ("7", "Vanna"),
    ("1", "Thavisak"),
    ("17", "Nam"),
    ("໑໗", "Thavisak"),
    ("007", "Vanna"),
    ("10", "May"),
    # by Lao name, from the first letter
    ("ວ", "Vanna"),
    ("ວັ", "Vanna"),
    ("ວັນນະພາ", "Vanna"),
    ("ພົມ", "Vanna"),
    ("ແ", "Souk"),
    ("ມະທັນ", "Vanna"),
    # words in any order, some of them, unfinished ones
    ("ພົມມະທັນສີ ວັນນະພາ", "Vanna"),
    ("ວັນ ພົມ", "Vanna"),
    ("ພ ວ", "Vanna"),
    ("ການເງິນ ວັນ", "Vanna"),
    ("ທະວີ 17", "Thavisak"),
    ("4455 ທະວີ", "Thavisak"),
    # honorifics are left out, and joined ones tried
    ("ທ່ານ ນ. ວັນນະພາ", "Vanna"),
    ("ທ້າວ ຄຳຫຼ້າ", "Kham"),
    ("ນາງວັນນະພາ", "Vanna"),
    ("ນາງສຸກ", "Nangsouk"),
    ("ສຸກ", "Nangsouk"),
    ("ນາງສຸກ", "Souk"),
    ("Mr. Somchay", "Somchay"),
    ("Dr. Namfon", "Nam"),
    ("ປະທານ ວຽງ", "Viengxay"),
    # tones, spellings of one sound, marks in any order
    ("ນຳຝົນ", "Nam"),
    ("ນ້ໍາຝົນ", "Nam"),
    ("ນໍ້າ", "Nam"),
    ("ນໍ", "Nam"),
    ("ໄໝ", "May"),
    ("ໃໝ່ ຫນູ", "May"),
    ("ຫມ", "May"),
    ("ຄຳຫລ້າ", "Kham"),
    ("ພະເທບ", "Phra"),
    ("ພຣ", "Phra"),
    ("ເເກ້ວ", "Souk"),
    ("ຂຽວ", "Bounmy"),
    ("ຂຍວ", "Bounmy"),
    ("ວັ", "Hoy"),
    ("ໜອຍ", "Hoy"),
    # spaces that are not seen, odd ones, and none
    ("ວັນ\u200bນະ\u200bພາ", "Vanna"),
    ("\ufeffວັນນະພາ\u00a0ພົມ", "Vanna"),
    ("ວັນນະພາພົມມະທັນ", "Vanna"),
    ("ວັນ ນະພາ", "Vanna"),
    ("vannaphaphom", "Vanna"),
    # in Latin letters, French, English and their own
    ("vanna", "Vanna"),
    ("v", "Vanna"),
    ("VANNAPHA", "Vanna"),
    ("thavisak", "Thavisak"),
    ("thaveesack", "Thavisak"),
    ("souk", "Souk"),
    ("so", "Souk"),
    ("suk keo", "Souk"),
    ("bounheuang", "Thavisak"),
    ("phommathansy vanna", "Vanna"),
    ("khamla", "Kham"),
    ("vang", "Vang"),
    ("keovath", "Vang"),
    ("somxai wongsa", "Somchay"),
    ("vongsa", "Somchay"),
    # by phone, however it is written, from the start, the end, the middle
    ("020 5551", "Vanna"),
    ("02055512345", "Vanna"),
    ("+856 20 5551 2345", "Vanna"),
    ("8562055512345", "Vanna"),
    ("85620555", "Vanna"),
    ("໒໐ ໕໕໕໑", "Vanna"),
    ("2345", "Vanna"),
    ("5512", "Vanna"),
    ("030", "Souk"),
    ("020-7788.9900", "Nam"),
    ("5678 9012", "May"),
    ("021 4141", "Bounmy"),
    # by organisation, from any of its words on
    ("ການເງິນ", "Vanna"),
    ("ພະແນກ", "Vanna"),
    ("ຂໍ້ມູນຂ່າວ", "Souk"),
    ("ຂ່າວສານ", "Souk"),
    ("telecom", "Somchay"),
    ("2024", "Hoy"),
    ("ກົມແຜນການ 4 ນ້ຳຝົນ", "Nam"),
    # slips, when nothing else is found
    ("ທະວສັກ", "Thavisak"),
    ("ພົມນະທັມສີ", "Vanna"),
    ("ວັນມະພາ", "Vanna"),
    ("thavisxk", "Thavisak"),
    ("somhcay", "Somchay"),
    ("ບຸມນີ", "Bounmy"),
    ("ວັນນະພາ ພົມມະທັມສີ", "Vanna"),
]

MEETS_NOT = [
    # numbers: the beginning only, and 07 is no beginning
    ("7", "Thavisak"),
    ("5", "May"),
    ("007", "Thavisak"),
    ("01", "Thavisak"),
    ("01005", "May"),
    ("17", "Souk"),
    ("1", "Vanna"),
    ("+7", "Vanna"),
    # one letter is a beginning, not inside of words
    ("ນ", "Vanna"),
    ("ກ", "Souk"),
    ("ສ", "Vanna"),
    ("n", "Vanna"),
    ("an", "Vanna"),
    # another sound
    ("ບຸນ", "Vanna"),
    ("ພູ", "Vanna"),
    ("ຄຸມ", "Kham"),
    ("ໄມ້", "Kham"),
    ("ສົກ", "Souk"),
    ("ຫວັງ", "Souk"),
    ("somsanith", "Somchay"),
    ("phet", "Phra"),
    ("dara", "Kham"),
    # every word must meet
    ("ວັນນະພາ ບຸນ", "Vanna"),
    ("ວັນນະພາ 17", "Vanna"),
    ("17 ວັນ", "Thavisak"),
    ("souk vanna", "Souk"),
    ("ທະວີ 2345", "Thavisak"),
    ("ກົມແຜນການ ວັນ", "Vanna"),
    # phones: other digits, and never guessed
    ("020 5552", "Vanna"),
    ("2346", "Vanna"),
    ("020 5551 2346", "Vanna"),
    ("030", "Thavisak"),
    ("55", "Kham"),
    ("45", "Vanna"),
    # slips are not forgiven where something was found, nor in short words, nor many of them
    ("ວັນ", "Kham"),
    ("ໄມ", "Hoy"),
    ("ບຊ", "Bounmy"),
    ("thavisak", "Souk"),
    ("thxvxsxk", "Thavisak"),
    ("ບຸກກີ", "Bounmy"),
    ("2025", "Hoy"),
    ("ວບນມະພອ", "Vanna"),
    # nothing to look for
    ("", "Vanna"),
    (" . ", "Vanna"),
    ("\u200b", "Vanna"),
    ("+", "Vanna"),
    ("0", "Vanna"),
]


def person(key):
    number, prefix, name, organisation, phone = ROSTER[key]
    return make_attendee(number, id=key, prefix=prefix, name=name, organisation=organisation, phone=phone)


@pytest.fixture(scope="module")
def index():
    return Index.of(map(person, ROSTER))


def found(index, query):
    return {hit.attendee.id: hit.rank for hit in index.find(query, limit=50)}


@pytest.mark.parametrize(("query", "key"), MEETS)
def test_a_query_finds(index, query, key):
    assert key in found(index, query)


@pytest.mark.parametrize(("query", "key"), MEETS_NOT)
def test_a_query_does_not_find(index, query, key):
    assert key not in found(index, query)


RANKS = [
    ("7", "Vanna", Rank.NUMBER),
    ("1", "Thavisak", Rank.NUMBER_PREFIX),
    ("ວັນນະພາ", "Vanna", Rank.EXACT),
    ("ວັນ ນະພາ", "Vanna", Rank.EXACT),
    ("ວັນນະ", "Vanna", Rank.PREFIX),
    ("ນຳຝົນ", "Nam", Rank.PREFIX_TONELESS),
    ("vanna", "Vanna", Rank.ROMANISED),
    ("keov", "Vang", Rank.ROMANISED),
    ("vang", "Vang", Rank.ROMANISED),
    ("2055", "Vanna", Rank.PHONE),
    ("ພະແນກ", "Vanna", Rank.ORGANISATION),
    ("ນະພາ", "Vanna", Rank.INSIDE),
    ("napha", "Vanna", Rank.INSIDE),
    ("ການເງິ", "Vanna", Rank.INSIDE),
    ("12345", "Vanna", Rank.INSIDE),
    ("55123", "Vanna", Rank.DIGITS_INSIDE),
    ("ວັນມະພາ", "Vanna", Rank.NEAR),
    ("ວັນນະພາ ພົມ", "Vanna", Rank.PREFIX),
    ("ວັນນະພາ 7", "Vanna", Rank.EXACT),
    ("ວັນນະພາ 20555", "Vanna", Rank.PHONE),
    ("ວັນນະພາ ທັນສີ", "Vanna", Rank.INSIDE),
    ("ທະວີ 1", "Thavisak", Rank.PREFIX),
]


@pytest.mark.parametrize(("query", "key", "rank"), RANKS)
def test_a_hit_has_its_rank_and_several_words_count_by_the_worst(index, query, key, rank):
    assert found(index, query)[key] is rank


def test_the_table_is_long_enough():
    assert len(MEETS) >= 60
    assert len(MEETS_NOT) >= 40
