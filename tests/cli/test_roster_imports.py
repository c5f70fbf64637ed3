"""The command line chooses what a file means, lists the imports, and takes one back."""

import openpyxl
import pytest

from cli.conftest import EVENT

SAMPLE_PEOPLE = 37


@pytest.fixture
def book(tmp_path):
    def made(*rows, hide=()):
        whole = openpyxl.Workbook()
        for row in rows:
            whole.active.append(row)
        for number in hide:
            whole.active.row_dimensions[number].hidden = True
        whole.save(tmp_path / "list.xlsx")
        return tmp_path / "list.xlsx"

    return made


def names(answer):
    return [one["name"] for one in answer["attendees"]]


def test_a_list_without_a_head_is_read_by_columns_that_are_named(conference, book):
    path = book(["ບຸນມີ ສີສຸລາດ", "ບັນຊີ", 2055512345])
    assert conference("roster", "import", path, "--dry-run")[0] == 3
    columns = ("--column", "1=name", "--column", "B=organisation", "--column", "3=phone")
    answer = conference.ok("roster", "import", path, "--dry-run", "--head-row", "0", *columns)
    (person,) = answer["attendees"]
    assert (person["name"], person["organisation"], person["phone"]) == ("ບຸນມີ ສີສຸລາດ", "ບັນຊີ", "2055512345")


def test_another_row_is_the_head(conference, book):
    path = book(["ລ/ດ", "ຊື່"], [1, "ກ ຂ"], ["ລ/ດ", "ຊື່", "ໜ້າທີ່"], [1, "ຄ ງ", "ປະທານ"])
    assert names(conference.ok("roster", "import", path, "--dry-run", "--head-row", "3")) == ["ຄ ງ"]


def test_hidden_rows_can_be_skipped(conference, book):
    path = book(["ລ/ດ", "ຊື່"], [1, "ກ ຂ"], [2, "ຄ ງ"], hide=(3,))
    assert names(conference.ok("roster", "import", path, "--dry-run")) == ["ກ ຂ", "ຄ ງ"]
    assert names(conference.ok("roster", "import", path, "--dry-run", "--hidden", "skip")) == ["ກ ຂ"]


@pytest.mark.parametrize("said", ["phone", "3=telephone", "0=phone", "AAAA=phone", "ກ=phone", "3"])
def test_a_column_that_means_nothing_is_refused_with_the_meanings_there_are(conference, book, said):
    path = book(["ລ/ດ", "ຊື່"], [1, "ກ ຂ"])
    code, answer = conference("--language", "en", "roster", "import", path, "--column", said)
    assert code == 2
    assert "Write a column as 3=phone" in answer["error"]["text"]
    assert "organisation" in answer["error"]["text"]


def test_the_last_import_is_taken_back_and_can_be_made_again(conference, book):
    path = book(["ລ/ດ", "ຊື່", "ເພດ"], [40, "ກ ຂ", "ຍ"])
    conference.ok("roster", "import", path)
    first, before = conference.ok("roster", "imports")["imports"]
    assert (first["people"], first["women"], first["added"], first["changed"]) == (1, 1, 1, 0)
    assert (first["file"], first["taken_back_at"], before["people"]) == (str(path), None, SAMPLE_PEOPLE)
    back = conference.ok("roster", "take-back", "--at", "2024-06-12T07:00")
    assert (back["import"], back["removed"], back["restored"]) == (first["id"], 1, 0)
    assert conference.ok("roster", "imports")["imports"][0]["taken_back_at"] == "2024-06-12T07:00:00"
    assert conference("roster", "take-back", first["id"])[0] == 5
    assert conference.ok("roster", "import", path)["added"] == 1


def test_an_import_that_something_hangs_on_is_not_taken_back(conference, book):
    (run,) = conference.ok("roster", "imports")["imports"]
    codes = [
        one["code"] for one in conference.ok("roster", "import", book(["ລ/ດ", "ຊື່"], [40, "ກ ຂ"]))["attendees"]
    ]
    conference.ok("scan", codes[0], "--session", "open", "--at", "2024-06-12T08:24")
    code, answer = conference("--language", "en", "roster", "take-back")
    assert code == 5
    assert "ກ ຂ (No. 40): scans: 1" in answer["error"]["text"]
    assert conference("roster", "take-back", "nothing")[0] == 4
    assert run["taken_back_at"] is None


def test_imports_are_told_in_words(conference, capsys):
    def told(*arguments):
        return conference.raw("--store", conference.store, "--language", "en", *arguments)[1]

    assert "37 people (10 women), 37 new, 0 changed" in told("roster", "imports")
    assert "Removed: 37" in told("roster", "take-back")
    assert "37 people (10 women), taken back" in told("roster", "imports")
    assert told("roster", "take-back") == ""


def test_nothing_imported_is_said(signin):
    (signin.folder / "event.toml").write_text(EVENT, encoding="utf-8")
    signin.ok("event", "create", signin.folder / "event.toml")
    code, out, _ = signin.raw("--store", signin.store, "--language", "en", "roster", "imports")
    assert (code, out.strip()) == (0, "Nothing was imported into this event yet.")
