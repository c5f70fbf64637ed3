"""Announcements in the ways that Lao offices write them, each with exactly what it tells and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from exchange.announced import TOLD
from signin.exchange.announcement import Announcement, read_announcement

FOLDER = Path(__file__).parent.parent / "data" / "announcements"


def told(read: Announcement) -> dict[str, object]:
    """Write down what was read, a day without its year as --06-12."""
    facts = {
        "title": read.title and read.title.value,
        "starts_on": read.starts_on and day(read.starts_on.value),
        "ends_on": read.ends_on and day(read.ends_on.value),
        "starts_at": read.starts_at and f"{read.starts_at.value:%H:%M}",
        "ends_at": read.ends_at and f"{read.ends_at.value:%H:%M}",
        "venue": read.venue and read.venue.value,
        "organiser": read.organiser and read.organiser.value,
        "chairs": [(one.value.prefix, one.value.name, one.value.position) for one in read.chairs],
        "expected": read.expected and (read.expected.value, "at least" if read.expected_is_minimum else ""),
        "women": read.women and read.women.value,
        "topics": [one.value for one in read.topics],
    }
    return {name: fact for name, fact in facts.items() if fact}


def day(one):
    return f"{one.year or '-'}-{one.month:02}-{one.day:02}"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_an_announcement_gives_what_it_tells_and_nothing_else(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert told(read_announcement(text)) == TOLD[name]


def test_each_fact_comes_with_its_own_words():
    text = (FOLDER / "01-news-two-days.txt").read_text(encoding="utf-8")
    read = read_announcement(text)
    facts = [read.starts_on, read.starts_at, read.ends_at, read.venue, read.organiser, read.expected, read.women]
    assert [text[one.start : one.end] for one in facts] == [one.words for one in facts]
    assert [one.words for one in facts] == [
        *("18 ຫາ 19 ກຸມພາ 2025", "8:30 ໂມງ", "16 ໂມງ 30 ນາທີ", "ສະໂມສອນແຂວງຄຳມ່ວນ", "ພະແນກພາຍໃນ, ແຂວງຄຳມ່ວນ"),
        *("64 ທ່ານ", "ຍິງ 28 ທ່ານ"),
    ]
    assert read.chairs[0].words == "ທ່ານ ດຣ. ບຸນເພັງ ສຸລິຍະວົງ, ຮອງເຈົ້າແຂວງຄຳມ່ວນ"


def test_words_are_those_of_the_text_as_it_was_typed():
    text = (FOLDER / "19-zero-width-spaces.txt").read_text(encoding="utf-8")
    venue = read_announcement(text).venue
    assert venue.words == text[venue.start : venue.end]
    assert "\u200b" in venue.words
    assert "\u200b" not in venue.value


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("37 ກວ່າທ່ານ", (37, "at least")),
        ("ຫຼາຍກວ່າ 100 ທ່ານ", (100, "at least")),
        ("ຫລາຍກວ່າ 100 ຄົນ", (100, "at least")),
        ("ບໍ່ຕ່ຳກວ່າ 50 ຄົນ", (50, "at least")),
        ("ບໍ່ໜ້ອຍກວ່າ ໕໐ ຄົນ", (50, "at least")),
        ("ຢ່າງໜ້ອຍ 30 ທ່ານ", (30, "at least")),
        ("50 ທ່ານຂຶ້ນໄປ", (50, "at least")),
        ("40-50 ທ່ານ", (40, "at least")),
        ("ປະມານ 60 ທ່ານ", (60, "")),
        ("ບໍ່ເກີນ 60 ທ່ານ", (60, "")),
        ("57 (ຫ້າສິບເຈັດ) ທ່ານ", (57, "")),
        ("1,250 ຄົນ", (1250, "")),
        ("ພາກສ່ວນລະ 2 ທ່ານ", None),
        ("ຍິງ 12 ທ່ານ", None),
        ("ຢ່າງຫຼວງຫຼາຍ", None),
    ],
)
def test_numbers_are_read_with_the_word_that_bounds_them(said, expected):
    text = f"ໃນວັນທີ 5 ມີນາ 2025 ກົມແຜນການ ໄດ້ຈັດກອງປະຊຸມແຜນການ ໂດຍມີຜູ້ເຂົ້າຮ່ວມ {said}."
    assert told(read_announcement(text)).get("expected") == expected


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("ໃນວັນທີ 30 ມິຖຸນາ - 2 ກໍລະກົດ 2025", "2025-06-30", "2025-07-02"),
        ("ໃນວັນທີ 30 ທັນວາ - 2 ມັງກອນ 2026", "2025-12-30", "2026-01-02"),
        ("ໃນວັນທີ 12 ມິຖຸນາ", "--06-12", "--06-12"),
        ("ວັນທີ 12/6", "--06-12", "--06-12"),
        ("ໃນວັນທີ 12-13/06/2567", "2024-06-12", "2024-06-13"),
        ("ໃນວັນທີ 12, 13 ແລະ 14 ມິຖຸນາ 2024", "2024-06-12", "2024-06-14"),
        ("ໃນວັນທີ 12 ແລະ 15 ມິຖຸນາ 2024", "2024-06-12", "2024-06-15"),
        ("ແຕ່ວັນທີ 12 ມິຖຸນາ 2024", "2024-06-12", None),
        ("ໃນວັນທີ 12 ມິຖຸນາ 2024 ເປັນເວລາ 3 ວັນ", "2024-06-12", None),
        ("ໃນທ້າຍເດືອນມິຖຸນາ 2024", None, None),
    ],
)
def test_days_are_read_as_they_are_told(said, first, last):
    facts = told(read_announcement(f"ກອງປະຊຸມແຜນການ ຈະຈັດຂຶ້ນ {said} ຢູ່ຫ້ອງປະຊຸມໃຫຍ່."))
    assert (facts.get("starts_on"), facts.get("ends_on")) == (first, last)


@pytest.mark.parametrize(
    "line",
    [
        "ນະຄອນຫຼວງວຽງຈັນ, ວັນທີ 3 ມິຖຸນາ 2024",
        "ເລກທີ 12/ກຜ    ວັນທີ: 03/06/2024",
        "ເລກທີ 12/ກຜ\nວັນທີ 3 ມິຖຸນາ 2024",
        "28/06/2024",
        "ກົມຈັດກອງປະຊຸມແຜນການ ຕາມແຈ້ງການ ລົງວັນທີ 3 ມິຖຸນາ 2024",
        "ກົມຈັດກອງປະຊຸມແຜນການ ຜູ້ສະໝັກແຈ້ງຊື່ກ່ອນວັນທີ 3 ມິຖຸນາ 2024",
        "ອີງຕາມ ດຳລັດ ສະບັບເລກທີ 112, ລົງວັນທີ 15 ມັງກອນ 2024",
        "ກະລຸນາຕອບກ່ອນວັນທີ 5 ມິຖຸນາ 2024",
        "ກະລຸນາຕອບພາຍໃນວັນທີ 5 ມິຖຸນາ 2024",
    ],
)
def test_other_days_are_not_the_meetings(line):
    text = f"ກອງປະຊຸມແຜນການປະຈຳປີ\n\n{line}\n\nກອງປະຊຸມແຜນການປະຈຳປີ ຈະຈັດຂຶ້ນ ຢູ່ຫ້ອງປະຊຸມໃຫຍ່."
    assert read_announcement(text).starts_on is None
    assert read_announcement(f"{text}\nວັນທີ: 20 ມິຖຸນາ 2024").starts_on.value.day == 20


@pytest.mark.parametrize(
    ("before", "venue", "organiser"),
    [
        ("ທີ່ຫ້ອງປະຊຸມໃຫຍ່, ກົມແຜນການ", "ຫ້ອງປະຊຸມໃຫຍ່", "ກົມແຜນການ"),
        ("ທີ່ຫ້ອງປະຊຸມໃຫຍ່ກະຊວງທົດລອງ ກົມແຜນການ", "ຫ້ອງປະຊຸມໃຫຍ່ກະຊວງທົດລອງ", "ກົມແຜນການ"),
        ("ທີ່ຫ້ອງປະຊຸມ ກະຊວງທົດລອງ, ກົມແຜນການ", "ຫ້ອງປະຊຸມ ກະຊວງທົດລອງ", "ກົມແຜນການ"),
        ("ທີ່ຫ້ອງປະຊຸມຂອງ ກະຊວງທົດລອງ", "ຫ້ອງປະຊຸມຂອງ ກະຊວງທົດລອງ", None),
        ("ທີ່ໂຮງແຮມພູວຽງ, ເມືອງໄຊ, ກົມແຜນການ ແລະ ການລົງທຶນ", "ໂຮງແຮມພູວຽງ, ເມືອງໄຊ", "ກົມແຜນການ ແລະ ການລົງທຶນ"),
        ("ກົມແຜນການ ຮ່ວມກັບ UNDP", None, "ກົມແຜນການ ຮ່ວມກັບ UNDP"),
    ],
)
def test_a_place_and_the_office_after_it_are_told_apart(before, venue, organiser):
    facts = told(read_announcement(f"ໃນວັນທີ 5 ມີນາ 2025, {before} ໄດ້ຈັດກອງປະຊຸມສະຫຼຸບແຜນການ."))
    assert (facts.get("venue"), facts.get("organiser")) == (venue, organiser)
