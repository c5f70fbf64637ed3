import io
import json
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "data" / "announcements"


def test_the_facts_of_an_announcement_are_one_json_object(signin):
    answer = signin.ok("event", "read", FOLDER / "08-bilingual.txt")
    assert answer == {
        "title": "ກອງປະຊຸມຄະນະຊີ້ນຳໂຄງການນ້ຳສະອາດຊົນນະບົດ ຄັ້ງທີ 3",
        "starts_on": "2025-07-09",
        "ends_on": "2025-07-09",
        "starts_at": "09:00",
        "ends_at": "12:00",
        "venue": "ໂຮງແຮມແມ່ນ້ຳ, ຫ້ອງດອກຈຳປາ / Riverside Hotel, Champa Room",
        "organiser": "ກົມນ້ຳສະອາດ ຮ່ວມກັບ UNICEF",
        "chairs": [{"prefix": "ທ່ານ ປທ.", "name": "ວິໄລພອນ ແສງອາລຸນ", "position": "ຫົວໜ້າກົມນ້ຳສະອາດ"}],
        "expected": 35,
        "expected_is_minimum": False,
        "women": 17,
        "topics": ["ລາຍງານຄວາມຄືບໜ້າ / Progress report", "ແຜນປີ 2026 / Plan for 2026"],
    }


def test_what_is_not_told_is_null(signin):
    answer = signin.ok("event", "read", FOLDER / "13-nothing-told.txt")
    assert {name for name, fact in answer.items() if fact} == set()
    assert (answer["women"], answer["chairs"], answer["expected_is_minimum"]) == (None, [], False)


def test_no_store_is_opened(signin):
    signin.ok("event", "read", FOLDER / "01-news-two-days.txt")
    assert not signin.store.exists()


def test_lines_show_the_words_that_each_fact_came_from(signin):
    _, out, _ = signin.raw("--language", "en", "event", "read", FOLDER / "04-no-year.txt")
    lines = out.splitlines()
    assert "Begins at: 13:30  ← “13:30 ໂມງ”" in lines
    assert "People expected: at least 50  ← “ບໍ່ຕ່ຳກວ່າ 50 ຄົນ”" in lines
    assert "Women: not told" in lines


def test_a_day_without_a_year_is_shown_and_its_year_asked_for(signin):
    path = FOLDER / "04-no-year.txt"
    assert signin.ok("event", "read", path)["starts_on"] is None
    _, out, _ = signin.raw("--language", "en", "event", "read", path)
    assert "First day: 28 February; of which year?  ← “28 ກຸມພາ - 1 ມີນາ”" in out
    assert "28 ກຸມພາ; ປີໃດ?" in signin.raw("event", "read", path)[1]


def test_a_piped_announcement_is_read(signin, monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO((FOLDER / "07-poster.txt").read_bytes()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert signin.ok("event", "read", "-")["starts_on"] == "2025-10-17"


@pytest.mark.parametrize(
    ("content", "name"), [(b"\x00\x01\x02" * 9, "NotPlainText"), (b"a" * 2**21, "AnnouncementTooLarge")]
)
def test_other_files_are_refused_plainly(signin, content, name):
    path = signin.folder / "other.bin"
    path.write_bytes(content)
    code, answer = signin("event", "read", path)
    assert (code, answer["error"]["name"]) == (3, name)


def test_a_missing_file_is_said(signin):
    code, out, _ = signin.raw("--json", "event", "read", signin.folder / "none.txt")
    assert (code, json.loads(out)["error"]["name"]) == (4, "FileMissing")
