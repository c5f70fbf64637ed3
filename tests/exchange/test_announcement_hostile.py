"""Texts that are no announcements, or mean harm: they are read to the end, and every span lies in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.exchange.announcement import Announcement, Found, read_announcement

FOLDER = Path(__file__).parent.parent / "data" / "announcements"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))]
NOTHING = Announcement()
MEGABYTE = 1_000_000

PIECES = (
    *(
        "ໃນວັນທີ ",
        "12-13 ມິຖຸນາ ",
        "2024",
        "໑໒",
        "/",
        "-",
        ", ",
        ". ",
        "\n",
        " ",
        "\u200b",
        "\r\n",
        ":",
        "(",
        ")",
        "“",
        "”",
    ),
    *(
        "ເວລາ ",
        "8:30 ໂມງ ",
        "ທີ່",
        "ຫ້ອງປະຊຸມ",
        "ກະຊວງ",
        "ແລະ ",
        "ໄດ້ຈັດ",
        "ກອງປະຊຸມ",
        "ຂຶ້ນ",
        "ໂດຍ",
        "ການເປັນປະທານ",
        "ຂອງ ",
    ),
    *(
        "ທ່ານ ",
        "ນາງ",
        "ດຣ. ",
        "ກຳ",
        "ຫົວໜ້າ",
        "ມີ",
        "ຜູ້ເຂົ້າຮ່ວມ ",
        "37 ກວ່າທ່ານ",
        "ຍິງ 12",
        "ຫົວຂໍ້",
        "ຄື",
        "ເຊັ່ນ",
        "1. ",
        "ເລື່ອງ",
        "ຫນ",
    ),
    *("ສະຖານທີ່", "ປະທານ", "ເຊີນ", "ເຂົ້າຮ່ວມ", "ໍາ", "້", "ເເ", "ceremony ", "held ", "at ", "e\u0301", "\ud800"),
)


def founds(read: Announcement) -> list[Found]:
    single = (getattr(read, name) for name in read.__dataclass_fields__)
    return [
        one for each in single for one in (each if isinstance(each, tuple) else [each]) if isinstance(one, Found)
    ]


def assert_words_are_in_the_text(text: str) -> None:
    for one in founds(read_announcement(text)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.words == text[one.start : one.end]


@pytest.mark.parametrize(
    "text", ["", " \n\t\r\n", "\ufeff", "lorem ipsum 12 dolor", "😀" * 50, "\u200b" * 50, "້່ໍ" * 50]
)
def test_a_text_that_tells_nothing_gives_nothing(text):
    assert read_announcement(text) == NOTHING


@pytest.mark.parametrize(
    "piece",
    [
        *("ກາ", "a", "1", ".", "\n", "(", ", ", "ທ່ານ ", "ຍິງ 12 ທ່ານ, ", "ເປັນປະທານຂອງ ທ່ານ ກາ ຂາ, ", "ໄດ້ຈັດກອງປະຊຸມ"),
        *(
            "ໄດ້ຈັດຂຶ້ນ ທີ່ຫ້ອງ",
            "ວັນທີ: 1/1/24, ເວລາ: 8:30, ",
            "8:30-9:30 ",
            "ຫົວຂໍ້:\n1. ກ\n",
            "ເຊັ່ນ: (",
            "ເຊີນ",
            "ຫ\u200bນ ກໍາ",
        ),
    ],
)
def test_a_megabyte_of_one_thing_is_read_to_its_end(piece):
    assert_words_are_in_the_text(piece * (MEGABYTE // 4 // len(piece)))


def test_a_megabyte_of_letters_is_read_to_its_end():
    assert read_announcement("ກຂຄ" * (MEGABYTE // 3)) == NOTHING


def test_words_lie_in_every_announcement():
    for text in TEXTS:
        assert_words_are_in_the_text(text)
        assert_words_are_in_the_text(text.replace("\n", "\r\n"))
        assert_words_are_in_the_text("\u200b".join(text))


def test_words_lie_in_whatever_is_put_together():
    @settings(max_examples=300, deadline=None)
    @given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
    def check(text):
        assert_words_are_in_the_text(text)

    check()


def test_words_lie_in_announcements_that_were_torn():
    @settings(max_examples=100, deadline=None)
    @given(st.sampled_from(TEXTS), st.integers(0, 400), st.integers(0, 400), st.text(max_size=5))
    def check(text, start, length, inserted):
        assert_words_are_in_the_text(text[:start] + inserted + text[start + length :])

    check()
