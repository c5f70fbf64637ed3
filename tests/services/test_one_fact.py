"""A sex and from what it is known are one fact: whatever is taken back, they stay together."""

from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import Sex, SexSource
from signin.exchange.roster import Reading, RosterLine
from signin.services import importing, records, rosters
from signin.services.corrections import Correction, correct, undo_correction
from signin.services.failures import ChangedSince
from signin.services.history_words import changes_words, details_of
from signin.services.merging import merge, separate
from signin.store import attendees
from signin.words import render

NOW = datetime(2024, 6, 12, 9, 0)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def people(people, attendee):
    """Four people: of the first the prefix proposes what the fourth's office said."""
    first = attendee(1, name="ວັນໄຊ ອິນທະວົງ", sex=Sex.MALE, sex_source=SexSource.PROPOSED)
    fourth = attendee(4, name="ວັນໄຊ ອິນທະວົງ", sex=Sex.MALE, sex_source=SexSource.STATED)
    return [first, *people[1:], fourth]


def sex(desk):
    with desk.store.read() as tx:
        first = attendees.get(tx, "a1")
    return first.sex, first.sex_source


def last(desk):
    with desk.store.read() as tx:
        return records.history(tx, "e1", "a1")[-1]


def test_a_sex_that_was_stated_since_stays_stated_when_a_merge_is_taken_back(meeting):
    merge(meeting, "e1", "a1", "a4", NOW)
    assert sex(meeting) == (Sex.MALE, SexSource.STATED)
    correct(meeting, "e1", "1", Correction(sex=Sex.FEMALE), LATER)
    separate(meeting, "a4", LATER)
    assert sex(meeting) == (Sex.FEMALE, SexSource.STATED)


def test_a_sex_that_nobody_touched_is_as_before(meeting):
    merge(meeting, "e1", "a1", "a4", NOW)
    separate(meeting, "a4", LATER)
    assert sex(meeting) == (Sex.MALE, SexSource.PROPOSED)


def test_a_correction_of_a_sex_corrected_since_is_not_undone(meeting):
    correct(meeting, "e1", "1", Correction(sex=Sex.MALE), NOW)
    record = last(meeting)
    correct(meeting, "e1", "1", Correction(sex=Sex.FEMALE), LATER)
    with pytest.raises(ChangedSince):
        undo_correction(meeting, record.id, LATER)
    assert sex(meeting) == (Sex.FEMALE, SexSource.STATED)


def test_an_import_that_stated_a_sex_corrected_since_is_not_taken_back(meeting):
    line = RosterLine(
        row=2,
        number=1,
        name="ວັນໄຊ ອິນທະວົງ",
        organisation=_organisation(meeting),
        sex=Sex.MALE,
        sex_source=SexSource.STATED,
    )
    reading = Reading(sheet="ບັນຊີ", header_row=1, columns=(), people=(line,), skipped=0, notices=())
    run = rosters.import_roster(meeting, "e1", reading, NOW).run_id
    correct(meeting, "e1", "1", Correction(sex=Sex.FEMALE), LATER)
    assert [one.kind for one in importing.hanging_on(meeting, run)] == ["edit"]


def _organisation(desk):
    with desk.store.read() as tx:
        return attendees.get(tx, "a1").organisation


def test_what_of_the_two_stayed_is_not_told_as_a_change(meeting):
    correct(meeting, "e1", "1", Correction(sex=Sex.MALE), NOW)
    fields = last(meeting).fields
    assert fields == {"sex": ("male", "male"), "sex_source": ("proposed", "stated")}
    assert len(details_of(fields)) == 1
    assert render(changes_words(fields), "en") == "Sex known from: Proposed by the prefix → Said by the office"
