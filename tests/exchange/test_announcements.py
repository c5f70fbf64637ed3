"""Announcements in the ways that Lao offices write them, each with exactly what it tells and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from signin.exchange.announcement import Announcement, read_announcement

FOLDER = Path(__file__).parent.parent / "data" / "announcements"

TOLD = {
    "01-news-two-days": {
        "title": "ສຳມະນາການນຳໃຊ້ລະບົບເອກະສານເອເລັກໂຕຣນິກ ໃຫ້ຫ້ອງການ 7 ເມືອງ",
        "starts_on": "2025-02-18",
        "ends_on": "2025-02-19",
        "starts_at": "08:30",
        "ends_at": "16:30",
        "venue": "ສະໂມສອນແຂວງຄຳມ່ວນ",
        "organiser": "ພະແນກພາຍໃນ, ແຂວງຄຳມ່ວນ",
        "chairs": [
            ("ທ່ານ ດຣ.", "ບຸນເພັງ ສຸລິຍະວົງ", "ຮອງເຈົ້າແຂວງຄຳມ່ວນ"),
        ],
        "expected": (64, ""),
        "women": 28,
    },
    "02-invitation-numbered": {
        "title": "ກອງປະຊຸມທົບທວນແຜນການ 5 ປີ ຄັ້ງທີ 2",
        "starts_on": "2025-05-29",
        "ends_on": "2025-06-02",
        "starts_at": "08:30",
        "ends_at": "16:00",
        "venue": "ຫ້ອງປະຊຸມໃຫຍ່ ຊັ້ນ 3, ອາຄານ ກ, ກະຊວງທົດລອງ",
        "organiser": "ກົມແຜນການ",
        "chairs": [
            ("ທ່ານ", "ຄຳຫຼ້າ ພົມມະຈັກ", "ຫົວໜ້າກົມແຜນການ"),
        ],
        "expected": (85, ""),
        "topics": [
            "ສະຫຼຸບການຈັດຕັ້ງປະຕິບັດ ປີ 2024",
            "ທິດທາງແຜນການ ປີ 2026",
            "ການແບ່ງງົບປະມານ ແລະ ບຸກຄະລາກອນ",
        ],
    },
    "03-lao-digits-buddhist": {
        "title": "ຝຶກອົບຮົມວຽກງານສາລະບັນ",
        "starts_on": "2024-06-12",
        "ends_on": "2024-06-13",
        "starts_at": "08:30",
        "venue": "ຫ້ອງຮຽນ ໒ ໂຮງຮຽນການເມືອງແຂວງ",
        "organiser": "ໂຮງຮຽນການເມືອງແຂວງ",
        "expected": (40, ""),
        "women": 15,
    },
    "04-no-year": {
        "title": "ກອງປະຊຸມປຶກສາຫາລືການຄຸ້ມຄອງຕະຫຼາດ",
        "starts_on": "--02-28",
        "ends_on": "--03-01",
        "starts_at": "13:30",
        "venue": "ໂຮງແຮມພູວຽງ, ນະຄອນໄກສອນ",
        "organiser": "ຫ້ອງການອຸດສາຫະກຳ ແລະ ການຄ້ານະຄອນ",
        "chairs": [
            ("ທ່ານ ນາງ", "ສຸດາວັນ ແກ້ວພິລາ", "ຫົວໜ້າຫ້ອງການອຸດສາຫະກຳ ແລະ ການຄ້າ"),
        ],
        "expected": (50, "at least"),
    },
    "05-co-chairs-ranks": {
        "title": "ພິທີສະຫຼຸບຂະບວນການແຂ່ງຂັນຮັກຊາດ ປະຈຳປີ 2025",
        "starts_on": "2026-03-05",
        "ends_on": "2026-03-05",
        "venue": "ສະໂມສອນກອງບັນຊາການທະຫານແຂວງ",
        "chairs": [
            ("ທ່ານ ພົນຈັດຕະວາ", "ສີທອນ ວິໄລສັກ", "ຫົວໜ້າກອງບັນຊາການ"),
            ("ທ່ານ ພັນເອກ", "ຈັນທະລາ ໂພໄຊ", "ຮອງຫົວໜ້າການເມືອງ"),
            ("ທ່ານ ຮສ. ປອ.", "ມະນີວອນ ອິນທະວົງ", "ຮອງເຈົ້າແຂວງ"),
        ],
        "expected": (150, "at least"),
    },
    "06-chair-before-verb": {
        "title": "ກອງປະຊຸມເຜີຍແຜ່ກົດໝາຍວ່າດ້ວຍເອກະສານ",
        "starts_on": "2025-11-12",
        "ends_on": "2025-11-12",
        "venue": "ຫໍປະຊຸມແຫ່ງຊາດ",
        "organiser": "ກະຊວງທົດລອງ",
        "chairs": [
            ("ທ່ານ", "ສົມພົງ ດາລາວົງ", "ລັດຖະມົນຕີກະຊວງທົດລອງ"),
            ("ທ່ານ ນ.", "ອໍລະດີ ສຸກສະຫວັນ", "ຮອງປະທານສະພາ"),
        ],
        "expected": (120, ""),
        "women": 51,
    },
    "07-poster": {
        "title": "ເວທີແລກປ່ຽນບົດຮຽນ ກ່ຽວກັບການບໍລິການປະຕູດຽວ",
        "starts_on": "2025-10-17",
        "ends_on": "2025-10-17",
        "starts_at": "08:30",
        "ends_at": "11:30",
        "venue": "ຫ້ອງປະຊຸມຊັ້ນ 2 ຫໍການຄ້າ ແລະ ອຸດສາຫະກຳ",
    },
    "08-bilingual": {
        "title": "ກອງປະຊຸມຄະນະຊີ້ນຳໂຄງການນ້ຳສະອາດຊົນນະບົດ ຄັ້ງທີ 3",
        "starts_on": "2025-07-09",
        "ends_on": "2025-07-09",
        "starts_at": "09:00",
        "ends_at": "12:00",
        "venue": "ໂຮງແຮມແມ່ນ້ຳ, ຫ້ອງດອກຈຳປາ / Riverside Hotel, Champa Room",
        "organiser": "ກົມນ້ຳສະອາດ ຮ່ວມກັບ UNICEF",
        "chairs": [
            ("ທ່ານ ປທ.", "ວິໄລພອນ ແສງອາລຸນ", "ຫົວໜ້າກົມນ້ຳສະອາດ"),
        ],
        "expected": (35, ""),
        "women": 17,
        "topics": [
            "ລາຍງານຄວາມຄືບໜ້າ / Progress report",
            "ແຜນປີ 2026 / Plan for 2026",
        ],
    },
    "09-request-letter-running": {
        "title": "ກອງປະຊຸມກະກຽມເປີດສົກຮຽນໃໝ່",
        "starts_on": "2025-08-20",
        "ends_on": "2025-08-22",
        "starts_at": "08:00",
        "venue": "ຫ້ອງປະຊຸມໂຮງຮຽນມັດທະຍົມສົມບູນ",
        "organiser": "ຫ້ອງການສຶກສາທິການ ແລະ ກິລາເມືອງ",
        "topics": [
            "ການຂຶ້ນທະບຽນນັກຮຽນ",
            "ການແຈກຢາຍປຶ້ມແບບຮຽນ",
            "ການສ້ອມແປງຫ້ອງຮຽນ",
        ],
    },
    "10-training-course": {
        "title": 'ຊຸດຝຶກອົບຮົມ "ການບັນຊີລັດ ຂັ້ນພື້ນຖານ"',
        "starts_on": "2025-12-30",
        "ends_on": "2026-01-02",
        "starts_at": "13:30",
        "ends_at": "16:00",
        "venue": "ສູນຝຶກອົບຮົມການເງິນ, ບ້ານທົ່ງ, ເມືອງໄຊ",
        "organiser": "ພະແນກການເງິນ",
        "topics": [
            "ຫຼັກການບັນຊີ",
            "ການປິດບັນຊີທ້າຍປີ (ພາກປະຕິບັດ, ພາກທິດສະດີ)",
            "ການລາຍງານ",
            "ການກວດສອບ",
        ],
    },
    "11-hosted-several-days": {
        "title": "ງານວາງສະແດງຜະລິດຕະພັນ ອົດ໋ອບ ພາກເໜືອ ປະຈຳປີ 2025",
        "starts_on": "2025-11-03",
        "venue": "ເດີ່ນກິລາແຂວງອຸດົມໄຊ",
        "organiser": "ກົມສົ່ງເສີມວິສາຫະກິດ ຮ່ວມກັບ ສະຫະພັນແມ່ຍິງແຂວງ",
        "expected": (1200, "at least"),
    },
    "12-report-with-list": {
        "title": "ກອງປະຊຸມວິຊາການປ່າໄມ້ ຄັ້ງທີ 4",
        "starts_on": "2025-09-03",
        "ends_on": "2025-09-04",
        "starts_at": "09:00",
        "ends_at": "15:00",
        "venue": "ຫ້ອງປະຊຸມ ກົມປ່າໄມ້",
        "organiser": "ກົມປ່າໄມ້",
        "chairs": [
            ("ທ່ານ", "ຈິດຕະກອນ ພູທອງ", "ຜູ້ອຳນວຍການສະຖາບັນຄົ້ນຄວ້າ"),
        ],
        "expected": (57, ""),
        "women": 43,
        "topics": [
            "ແຜນທີ່ປ່າສະຫງວນ",
            "ລະບົບຕິດຕາມໄຟປ່າ",
            "ກອງທຶນປ່າໄມ້",
        ],
    },
    "13-nothing-told": {},
    "14-news-of-training": {
        "title": "ຝຶກອົບຮົມການຄຸ້ມຄອງຄວາມສ່ຽງ ໃຫ້ພະນັກງານທະນາຄານທຸລະກິດ",
        "starts_on": "2025-10-13",
        "ends_on": "2025-10-17",
        "venue": "ສະຖາບັນການທະນາຄານ, ບ້ານໜອງບອນ, ນະຄອນຫຼວງວຽງຈັນ",
        "organiser": "ສະຖາບັນການທະນາຄານ",
        "chairs": [
            ("ທ່ານ ດຣ", "ວັນເພັງ ຫຼວງອາໄພ", "ຮອງຜູ້ວ່າການທະນາຄານແຫ່ງ ສປປ ລາວ"),
        ],
        "expected": (48, ""),
        "women": 30,
        "topics": [
            "ການຄຸ້ມຄອງຄວາມສ່ຽງດ້ານສິນເຊື່ອ",
        ],
    },
    "15-notice-with-numbers": {
        "title": "ຝຶກອົບຮົມຜູ້ໄກ່ເກ່ຍຂັ້ນບ້ານ",
        "starts_on": "2026-03-23",
        "ends_on": "2026-03-27",
        "starts_at": "08:00",
        "venue": "ສູນຝຶກອົບຮົມວຽກງານຍຸຕິທຳ ບ້ານໂນນສະຫວ່າງ ເມືອງໄຊທານີ",
        "organiser": "ສູນຝຶກອົບຮົມວຽກງານຍຸຕິທຳ",
        "expected": (54, ""),
        "topics": [
            "ກົດໝາຍວ່າດ້ວຍການໄກ່ເກ່ຍ",
            "ເຕັກນິກການໄກ່ເກ່ຍ",
            "ການບັນທຶກ",
        ],
    },
    "16-ceremony-buddhist-year": {
        "title": "ພິທີເປີດງານບຸນທາດຫຼວງ ປະຈຳປີ 2568",
        "starts_on": "2025-11-03",
        "ends_on": "2025-11-03",
        "starts_at": "18:30",
        "venue": "ເດີ່ນທາດຫຼວງ, ນະຄອນຫຼວງວຽງຈັນ",
        "chairs": [
            ("ພະນະທ່ານ", "ສຸພາວັນ ໄຊຍະສິດ", "ເຈົ້າຄອງນະຄອນຫຼວງວຽງຈັນ"),
            ("ພະນະທ່ານ ນາງ", "ບົວຄຳ ອິນທະລາດ", "ລັດຖະມົນຕີກະຊວງວັດທະນະທຳ"),
        ],
    },
    "17-joined-prefix": {
        "title": "ກອງປະຊຸມປຶກສາຫາລືການຮ່ວມມືກັບພາກທຸລະກິດ",
        "starts_on": "2026-02-04",
        "ends_on": "2026-02-04",
        "ends_at": "11:30",
        "venue": "ຫ້ອງປະຊຸມໃຫຍ່ກະຊວງສຶກສາທິການ ແລະ ກິລາ",
        "organiser": "ກົມອາຊີວະສຶກສາ",
        "chairs": [
            ("ທ່ານນາງ", "ສົມສີ ແກ້ວມະນີ", "ຫົວໜ້າກົມອາຊີວະສຶກສາ"),
        ],
        "expected": (70, ""),
        "women": 22,
    },
    "18-card-without-year": {
        "title": "ກອງປະຊຸມໃຫຍ່ສະມາຊິກພັກ ຄັ້ງທີ IX",
        "starts_on": "--11-15",
        "ends_on": "--11-15",
        "starts_at": "08:30",
        "venue": "ສະໂມສອນໃຫຍ່ ກະຊວງທົດລອງ",
        "organiser": "ກະຊວງທົດລອງ",
    },
    "19-zero-width-spaces": {
        "title": "ກອງປະຊຸມສະຫຼຸບວຽກງານ ປະຈຳປີ 2025 ແລະ ກຳນົດທິດທາງປີ 2026 ຂອງພະແນກພາຍໃນແຂວງຫລວງນ້ຳທາ",
        "starts_on": "2025-12-26",
        "ends_on": "2025-12-26",
        "venue": "ຫ້ອງປະຊຸມຫ້ອງວ່າການແຂວງ",
        "chairs": [
            ("ທ່ານ", "ຄຳປານ ສີວົງໄຊ", "ຮອງເຈົ້າແຂວງ"),
        ],
        "expected": (33, ""),
        "women": 11,
    },
    "20-morning-and-afternoon": {
        "title": "ກອງປະຊຸມປະສານງານລະຫວ່າງແຂວງ ຄັ້ງທີ 7",
        "starts_on": "2026-04-09",
        "ends_on": "2026-04-11",
        "starts_at": "08:30",
        "ends_at": "16:00",
        "venue": "ຫ້ອງວ່າການແຂວງເຊກອງ",
        "chairs": [
            ("ທ່ານ", "ເພັດສະໄໝ ຄຳພິລາ", "ເຈົ້າແຂວງເຊກອງ"),
            ("ທ່ານ", "ສີຫາເດດ ວົງໄຊ", "ເຈົ້າແຂວງອັດຕະປື"),
        ],
        "expected": (200, "at least"),
    },
    "21-heads-and-programme": {
        "title": "ກອງປະຊຸມກົມ ຄັ້ງທີ 12",
        "starts_on": "2025-11-06",
        "ends_on": "2025-11-06",
        "starts_at": "08:00",
        "ends_at": "16:00",
        "venue": "ຫ້ອງປະຊຸມ ຊັ້ນ 5",
        "chairs": [
            ("ທ່ານ", "ກິດສະໜາ ວິລະວົງ", "ຫົວໜ້າກົມ"),
            ("ທ່ານ ນາງ", "ແພງສີ ບຸບຜາ", "ຮອງຫົວໜ້າກົມ"),
        ],
        "expected": (60, ""),
        "women": 25,
        "topics": [
            "ລົງທະບຽນ",
            "ກ່າວເປີດ",
        ],
    },
    "22-day-not-fixed": {
        "title": "ກອງປະຊຸມວິທະຍາສາດ ປະຈຳປີ 2026",
        "organiser": "ຄະນະວິທະຍາສາດທຳມະຊາດ ມະຫາວິທະຍາໄລແຫ່ງຊາດ",
    },
}


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
        "28/06/2024",
        "ອີງຕາມ ດຳລັດ ສະບັບເລກທີ 112, ລົງວັນທີ 15 ມັງກອນ 2024",
        "ກະລຸນາຕອບກ່ອນວັນທີ 5 ມິຖຸນາ 2024",
        "ກະລຸນາຕອບພາຍໃນວັນທີ 5 ມິຖຸນາ 2024",
    ],
)
def test_other_days_are_not_the_meetings(line):
    text = f"ກອງປະຊຸມແຜນການປະຈຳປີ\n\n{line}\n\nກອງປະຊຸມແຜນການປະຈຳປີ ຈະຈັດຂຶ້ນ ຢູ່ຫ້ອງປະຊຸມໃຫຍ່."
    assert read_announcement(text).starts_on is None
    assert read_announcement(f"{text}\nວັນທີ: 20 ມິຖຸນາ 2024").starts_on.value.day == 20
