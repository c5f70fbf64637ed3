"""A record that somebody edited: the check names it, whatever was done to it."""

import json
import sqlite3
from contextlib import closing

import pytest

DEEDS = (("cancel", "1"), ("cancel", "1", "--restore"), ("reissue", "2"), ("cancel", "3"))


@pytest.fixture
def ids(store_file, run_here):
    """Four things were done to people; the ids of their records in order."""
    for deed in DEEDS:
        assert run_here(*deed, "--store", store_file)[0] == 0
    with closing(sqlite3.connect(store_file)) as database:
        return [row[0] for row in database.execute("SELECT id FROM record ORDER BY sequence")]


def checked(run_here, store_file):
    code, out, _ = run_here("check", "--store", store_file, "--json")
    found = {one["name"]: one["problems"] for one in json.loads(out)["checks"]}
    return code, found["records"]


def test_an_untouched_record_is_sound(ids, store_file, run_here):
    assert len(ids) == len(DEEDS)
    assert checked(run_here, store_file) == (0, [])


@pytest.mark.parametrize("nth", range(len(DEEDS)))
@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE record SET desk = 'ຄົນອື່ນ' WHERE id = ?",
        "UPDATE record SET at = '2024-06-12 07:00:00.000000' WHERE id = ?",
        'UPDATE record SET fields = \'{"state": ["", "x"]}\' WHERE id = ?',
        "UPDATE record SET fields = x'00ff' WHERE id = ?",
        "UPDATE record SET verb = '' WHERE id = ?",
        "UPDATE record SET previous = '' WHERE id = ?",
        "UPDATE record SET hash = '' WHERE id = ?",
    ],
)
def test_the_first_row_edited_by_hand_is_named(ids, store_file, run_here, edit, nth):
    with closing(sqlite3.connect(store_file)) as database, database:
        database.execute(edit, (ids[nth],))
    code, problems = checked(run_here, store_file)
    assert code == 6
    assert [ids[nth] in problem for problem in problems] == [True]


@pytest.mark.parametrize("nth", range(len(DEEDS) - 1))
def test_a_row_taken_out_is_told_by_the_one_after_it(ids, store_file, run_here, nth):
    with closing(sqlite3.connect(store_file)) as database, database:
        database.execute("DELETE FROM record WHERE id = ?", (ids[nth],))
    code, problems = checked(run_here, store_file)
    assert (code, [ids[nth + 1] in problem for problem in problems]) == (6, [True])
