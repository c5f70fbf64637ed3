"""Correcting a person at the desk: the right texts, a record, and the way back."""

from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import Category, Sex, SexSource
from signin.domain.record import Verb
from signin.services.corrections import Correction, correct, correct_noted, undo_correction
from signin.services.failures import (
    AlreadyUndone,
    ChangedSince,
    NameMissing,
    NotACorrection,
    PersonNotFound,
    RecordNotFound,
)
from signin.services.records import first_bad, history
from signin.services.register import cancel
from signin.store import attendees

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def mend(meeting):
    """Correct person 1: mend(name=…)."""
    return lambda named="a1", **changes: correct(meeting, "e1", named, Correction(**changes), NOW)


def known(desk, attendee_id="a1"):
    with desk.store.read() as tx:
        return attendees.get(tx, attendee_id)


def record(desk, attendee_id="a1"):
    with desk.store.read() as tx:
        return history(tx, "e1", attendee_id)[-1]


@pytest.mark.parametrize("named", ["a1", "1", "໑"])
def test_a_person_is_corrected_by_number_code_or_id(meeting, mend, code, named):
    mend(named, phone=" 020 \u200b5550 ")
    assert known(meeting).phone == "020 5550"
    assert mend(code(1), phone="1").phone == "1"


def test_every_fact_can_be_corrected_and_all_else_stays(meeting, mend, people, code):
    facts = {
        "position": "ກ",
        "organisation": "ຂ",
        "province": "ຄ",
        "phone": "1",
        "email": "a@b.la",
        "note": "ງ",
        "attention": "ຈ",
        "category": Category.GUEST,
    }
    corrected = mend(**facts)
    assert {field: getattr(corrected, field) for field in facts} == facts
    assert (corrected.id, corrected.number, corrected.name) == ("a1", 1, people[0].name)
    assert corrected == known(meeting)
    with meeting.store.read() as tx:
        assert attendees.live_code(tx, "a1") == code(1)


def test_who_when_which_field_before_and_after_are_recorded(meeting, mend):
    mend(phone="2", position="ວິຊາການ")
    told = record(meeting)
    assert (told.verb, told.desk, told.at) == (Verb.CORRECTED, "ໂຕະ 1", NOW)
    assert told.fields == {"phone": ("2055500001", "2"), "position": ("", "ວິຊາການ")}


def test_the_reason_is_recorded_when_there_is_one(meeting):
    correct(meeting, "e1", "1", Correction(phone="2"), NOW, reason=" ພິມຜິດ ")
    assert record(meeting).reason == "ພິມຜິດ"


def test_a_correction_that_changes_nothing_leaves_no_record(meeting, mend, people):
    assert mend(phone="2055500001", name=people[0].name) == people[0]
    with meeting.store.read() as tx:
        assert history(tx, "e1") == []


def test_a_name_may_carry_its_prefix_or_keep_the_one_that_was(mend):
    assert mend(name="ຫຼ້າ ໃໝ່").full_name == "ທ່ານ ຫຼ້າ ໃໝ່"
    assert mend(name="ນາງ ຫຼ້າ ໃໝ່").full_name == "ນາງ ຫຼ້າ ໃໝ່"
    assert mend(name="ນາງ ຫຼ້າ ໃໝ່", prefix="ດຣ.").full_name == "ດຣ. ຫຼ້າ ໃໝ່"
    assert mend(prefix="").full_name == "ຫຼ້າ ໃໝ່"


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "ທ່ານ ນ."])
def test_a_name_cannot_be_taken_away(meeting, mend, people, name):
    with pytest.raises(NameMissing):
        mend(name=name, phone="1")
    assert known(meeting) == people[0]


def test_a_sex_that_is_said_is_stated(mend):
    said = mend(sex=Sex.FEMALE)
    assert (said.sex, said.sex_source) == (Sex.FEMALE, SexSource.STATED)
    assert mend(prefix="ທ້າວ").sex is Sex.FEMALE
    unknown = mend(sex=Sex.UNKNOWN)
    assert (unknown.sex, unknown.sex_source) == (Sex.UNKNOWN, None)


def test_a_sex_that_a_prefix_proposed_goes_with_the_prefix(mend):
    woman = mend(prefix="ນາງ")
    assert (woman.sex, woman.sex_source) == (Sex.FEMALE, SexSource.PROPOSED)
    assert mend(prefix="ທ້າວ").sex is Sex.MALE
    nobody_knows = mend(prefix="ທ່ານ")
    assert (nobody_knows.sex, nobody_knows.sex_source) == (Sex.UNKNOWN, None)


def test_nobody_is_corrected_who_is_not_there(mend):
    with pytest.raises(PersonNotFound):
        mend("nobody", phone="1")


def test_a_correction_is_taken_back_and_put_back_as_new_records(meeting, mend, people):
    changed = mend(name="ນາງ ຫຼ້າ ໃໝ່", category=Category.GUEST, phone="")
    undone = undo_correction(meeting, record(meeting).id, LATER)
    assert undone.person == people[0] == known(meeting)
    assert undone.record == record(meeting).id
    assert undo_correction(meeting, undone.record, LATER).person == changed
    with meeting.store.read() as tx:
        told = history(tx, "e1", "a1")
        assert [one.reference for one in told] == [None, told[0].id, told[1].id]
        assert first_bad(tx) is None


def test_a_stated_sex_comes_back_as_stated(meeting, people):
    correct(meeting, "e1", "2", Correction(sex=Sex.UNKNOWN), NOW)
    assert undo_correction(meeting, record(meeting, "a2").id, LATER).person == people[1]


def test_a_correction_is_taken_back_once(meeting, mend):
    mend(phone="2")
    first = record(meeting).id
    undo_correction(meeting, first, LATER)
    mend(phone="2")
    with pytest.raises(AlreadyUndone):
        undo_correction(meeting, first, LATER)


def test_a_later_correction_of_the_same_fact_stands_in_the_way(meeting, mend):
    mend(phone="2", position="ກ")
    first = record(meeting).id
    mend(phone="")
    with pytest.raises(ChangedSince):
        undo_correction(meeting, first, LATER)
    assert known(meeting).position == "ກ"


def test_a_later_correction_of_another_fact_stays(meeting, mend):
    mend(phone="2")
    first = record(meeting).id
    mend(position="ກ")
    undone = undo_correction(meeting, first, LATER).person
    assert (undone.phone, undone.position) == ("2055500001", "ກ")


def test_only_corrections_are_taken_back_here(meeting):
    cancel(meeting, "e1", "1", NOW)
    with pytest.raises(NotACorrection):
        undo_correction(meeting, record(meeting).id, LATER)
    with pytest.raises(RecordNotFound):
        undo_correction(meeting, "nothing", LATER)


def test_a_correction_gives_its_record_and_one_that_changes_nothing_gives_none(meeting, people):
    noted = correct_noted(meeting, "e1", "1", Correction(position="ຫົວໜ້າ"), NOW)
    assert (noted.person, noted.record) == (known(meeting), record(meeting).id)
    again = correct_noted(meeting, "e1", "1", Correction(position="ຫົວໜ້າ"), LATER)
    assert (again.person, again.record) == (known(meeting), None)
