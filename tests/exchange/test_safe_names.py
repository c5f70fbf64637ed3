"""File names of titles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.exchange.safe_names import LONGEST, safe_file_name, safe_stem
from signin.lao.segment import words

LONG = "ກອງປະຊຸມເຜີຍແຜ່ວຽກການບໍລິຫານ " * 12


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ກອງປະຊຸມ 12-13 ມິຖຸນາ", "ກອງປະຊຸມ 12-13 ມິຖຸນາ.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("a:b", "a-b.pdf"),
        ("CON", "-CON.pdf"),
        ("com1.txt", "-com1.txt.pdf"),
        ("  . ", "signin.pdf"),
        ("", "signin.pdf"),
        ('a/b\\c|d?e*f<g>h"i', "a-b-c-d-e-f-g-h-i.pdf"),
        ("ບົດ\u200bລາຍງານ\u202e\n", "ບົດລາຍງານ.pdf"),
    ],
)
def test_titles_become_safe_names(tmp_path, title, name):
    assert safe_file_name(title, ".pdf", tmp_path) == tmp_path / name


def test_long_title_is_cut_between_words(tmp_path):
    title = "ບັດຜູ້ເຂົ້າຮ່ວມ ກອງປະຊຸມສະຫຼຸບວຽກງານສຶກສາຄົ້ນຄວ້າ"
    path = safe_file_name(title, ".pdf", tmp_path)
    assert path.stem == "ບັດຜູ້ເຂົ້າຮ່ວມ ກອງປະຊຸມສະຫຼຸບວຽກງານ"
    assert len(path.name.encode()) <= LONGEST
    path.write_bytes(b"")


def test_every_cut_is_between_words(tmp_path):
    for room in range(1, 60):
        path = safe_file_name(LONG, "." + "x" * room, tmp_path)
        kept = words(LONG)[: len(words(path.stem))]
        assert words(path.stem) == kept


def test_a_word_longer_than_a_name_is_cut_between_clusters(tmp_path):
    long = "ກ່" * 100
    assert safe_file_name(long, ".pdf", tmp_path).stem == "ກ່" * ((LONGEST - 4) // 6)
    assert safe_stem(long) == "ກ່" * 6
    assert safe_stem("ບັດຜູ້ເຂົ້າຮ່ວມ") == "ບັດຜູ້ເຂົ້າຮ່"


def test_taken_name_gets_a_number(tmp_path):
    for expected in ("ບັດ.pdf", "ບັດ (2).pdf", "ບັດ (3).pdf"):
        path = safe_file_name("ບັດ", ".pdf", tmp_path)
        assert path.name == expected
        path.touch()


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_title_stays_inside_the_folder_and_can_be_a_file(tmp_path_factory, title):
    folder = tmp_path_factory.mktemp("names")
    path = safe_file_name(title, ".pdf", folder)
    assert path.parent == folder
    assert len(path.name.encode()) <= LONGEST
    path.touch()
    assert path.resolve().parent == folder.resolve()
