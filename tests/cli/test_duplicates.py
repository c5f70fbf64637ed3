"""People who are on the roster twice, from a terminal."""

from __future__ import annotations

import pytest


@pytest.fixture
def twice(conference):
    """The number of a walk-in who has the name of number 1."""
    first = conference.ok("find", "1")["hits"][0]
    walked = conference.ok("walk-in", "--name", first["name"], "--session", "open")
    return walked["attendee"]["number"]


def pairs(conference):
    return [
        (pair["first"]["number"], pair["second"]["number"], pair["alike"])
        for pair in conference.ok("roster", "duplicates")["pairs"]
    ]


def test_who_has_the_same_name_is_shown_merged_and_parted_again(conference, twice):
    assert (1, twice, ["name"]) in pairs(conference)
    answer = conference.ok("roster", "merge", "1", str(twice), "--reason", "ຄົນດຽວກັນ")
    assert answer["attendee"]["number"] == 1
    assert (1, twice, ["name"]) not in pairs(conference)
    assert conference.ok("roster", "separate", str(twice))["other"]["number"] == twice
    assert (1, twice, ["name"]) in pairs(conference)
    assert conference("roster", "separate", str(twice))[0] == 4
    assert conference("roster", "merge", "1", "1")[0] != 0


def test_the_limit_is_of_what_is_shown_and_not_of_what_is_counted(conference, twice):
    every = conference.ok("roster", "duplicates")
    few = conference.ok("roster", "duplicates", "--limit", "1")
    assert few["count"] == every["count"]
    assert len(few["pairs"]) == 1


def test_it_is_said_in_words_too(conference, twice):
    words = ["--store", conference.store, "--language", "en"]
    _, out, _ = conference.raw(*words, "roster", "duplicates")
    assert f"= {twice} " in out
    _, out, _ = conference.raw(*words, "roster", "merge", "1", str(twice))
    assert "stays as No. 1" in out
    _, out, _ = conference.raw(*words, "roster", "separate", str(twice))
    assert out.strip() == f"No. 1 and No. {twice} are two people again."
