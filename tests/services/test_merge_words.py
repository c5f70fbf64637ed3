from datetime import datetime

import pytest

from signin.services import history
from signin.services.admit import Door, admit
from signin.services.duplicates import ask_again, tell_apart
from signin.services.merging import merge, separate
from signin.words import render

NOW = datetime(2024, 6, 12, 9, 0)


@pytest.fixture
def of(meeting):
    """The sentences about a person, the earliest first."""
    return lambda who: [render(one.message, "en") for one in history.of_person(meeting, "e1", who)]


def test_the_history_of_who_stayed_is_that_of_both(meeting, of, code):
    admit(meeting, code(3), Door(event_id="e1", session_key="day1-am", now=NOW))
    alone = of("a3")
    assert len(alone) == 2  # the code and the scan
    merge(meeting, "e1", "a1", "a3", NOW)
    both = of("a1")
    assert set(alone) <= set(both)
    assert of("a3") == both
    assert [line for line in both if line.startswith("Merged")] == [
        "Merged with 3 ທ້າວ ບຸນມີ ຂຽວມະນີ: they are the same person",
        "Merged with 1 ທ່ານ ວັນໄຊ ອິນທະວົງ: they are the same person",
    ]
    separate(meeting, "a3", NOW.replace(hour=10))
    assert of("a3")[-1] == "Parted again from 1 ທ່ານ ວັນໄຊ ອິນທະວົງ: they are two people"
    assert of("a1")[-1] == "Parted again from 3 ທ້າວ ບຸນມີ ຂຽວມະນີ: they are two people"


def test_that_two_are_two_is_said_and_that_it_was_taken_back(meeting, of):
    tell_apart(meeting, "e1", "a1", "a3", NOW)
    ask_again(meeting, "e1", "a1", "a3", NOW)
    assert of("a3")[-2:] == [
        "Said to be another person than 1 ທ່ານ ວັນໄຊ ອິນທະວົງ",
        "Taken back – they are another person than 1 ທ່ານ ວັນໄຊ ອິນທະວົງ",
    ]
