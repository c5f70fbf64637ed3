"""What an organiser does to the roster: to one or many, recorded, and taken back by the records."""

from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import Category, Sex, State
from signin.domain.record import Verb
from signin.services import register
from signin.services.admit import Door
from signin.services.corrections import Correction, correct
from signin.services.failures import (
    AlreadyReplaced,
    AlreadyUndone,
    ChangedSince,
    EventNotFound,
    NameMissing,
    NotACorrection,
    NotCancelled,
    NumberTaken,
    PersonNotFound,
    ReasonMissing,
    RecordNotFound,
    SubstituteCame,
)
from signin.services.merging import merge
from signin.services.records import first_bad, history
from signin.services.register import Particulars
from signin.services.roster_edits import add, cancel_many, correct_many, restore_many, substitute, take_back
from signin.services.void import void
from signin.store import attendees

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)


def known(desk, attendee_id="a1"):
    with desk.store.read() as tx:
        return attendees.get(tx, attendee_id)


def told(desk, attendee_id=None):
    with desk.store.read() as tx:
        assert first_bad(tx) is None
        return [(one.verb, one.reason) for one in history(tx, "e1", attendee_id)]


def test_many_are_corrected_at_once_and_each_has_a_record(meeting):
    done = correct_many(meeting, "e1", ["a1", "a2", "a3"], Correction(organisation="ພະແນກພາຍໃນ"), NOW)
    assert [one.id for one in done.people] == ["a1"]  # the others are of it already
    done = correct_many(meeting, "e1", ["a1", "a2"], Correction(category=Category.GUEST), NOW, reason=" ແຂກ ")
    assert {known(meeting, one).category for one in ("a1", "a2")} == {Category.GUEST}
    assert told(meeting, "a2") == [(Verb.CORRECTED, "ແຂກ")]
    assert len(done.records) == 2


def test_all_of_many_are_changed_or_none(meeting):
    with pytest.raises(PersonNotFound):
        correct_many(meeting, "e1", ["a1", "nobody"], Correction(phone="9"), NOW)
    assert known(meeting).phone == "2055500001"


def test_what_somebody_else_changed_meanwhile_is_not_written_over(meeting, other_desk):
    seen = known(meeting)
    correct(other_desk, "e1", "a1", Correction(phone="5"), NOW)
    with pytest.raises(ChangedSince):
        correct_many(meeting, "e1", ["a1"], Correction(phone="6"), NOW, seen=seen)
    assert known(meeting).phone == "5"
    correct_many(meeting, "e1", ["a1"], Correction(position="ວິຊາການ"), NOW, seen=seen)  # another field
    assert known(meeting).position == "ວິຊາການ"


def test_a_correction_is_undone_and_redone_by_its_records(meeting, people):
    done = correct_many(meeting, "e1", ["a1"], Correction(name="ນາງ ວັນໄຊ ອິນທະ", prefix="ນາງ"), NOW)
    assert known(meeting).sex is Sex.FEMALE
    undone = take_back(meeting, done.records, LATER)
    assert undone.people == (people[0],) == (known(meeting),)
    take_back(meeting, undone.records, LATER)
    assert known(meeting).name == "ວັນໄຊ ອິນທະ"
    assert [verb for verb, _ in told(meeting)] == [Verb.CORRECTED] * 3


def test_a_field_changed_again_since_is_not_undone_and_neither_are_the_others(meeting, other_desk):
    done = correct_many(meeting, "e1", ["a1", "a2"], Correction(phone="7"), NOW)
    correct(other_desk, "e1", "a2", Correction(phone="8"), NOW)
    with pytest.raises(ChangedSince):
        take_back(meeting, done.records, LATER)
    assert known(meeting).phone == "7"


def test_places_are_cancelled_with_a_reason_and_given_back(meeting):
    done = cancel_many(meeting, "e1", ["a1", "a2"], NOW, reason="ຕິດວຽກ")
    assert {known(meeting, one).state for one in ("a1", "a2")} == {State.CANCELLED}
    assert told(meeting, "a1") == [(Verb.CANCELLED, "ຕິດວຽກ")]
    assert cancel_many(meeting, "e1", ["a1"], NOW, reason="ອີກ").people == ()
    restore_many(meeting, "e1", ["a1"], NOW, reason="ມາໄດ້")
    assert told(meeting, "a1")[-1] == (Verb.RESTORED, "ມາໄດ້")
    with pytest.raises(NotCancelled):
        restore_many(meeting, "e1", ["a1"], NOW, reason="ມາໄດ້")
    with pytest.raises(ChangedSince):
        take_back(meeting, done.records, LATER)
    take_back(meeting, done.records[1:], LATER)
    assert known(meeting, "a2").state is State.EXPECTED


@pytest.mark.parametrize("verb", [cancel_many, restore_many])
def test_without_a_reason_no_place_changes(meeting, verb):
    with pytest.raises(ReasonMissing):
        verb(meeting, "e1", ["a1"], NOW, reason=" \u200b ")


def test_a_cancellation_is_undone_redone_and_not_undone_twice(meeting):
    done = cancel_many(meeting, "e1", ["a1"], NOW, reason="ຕິດວຽກ")
    undone = take_back(meeting, done.records, LATER)
    assert known(meeting).state is State.EXPECTED
    take_back(meeting, undone.records, LATER)
    assert known(meeting).state is State.CANCELLED
    with pytest.raises(AlreadyUndone):
        take_back(meeting, done.records, LATER)


def test_somebody_is_added_by_hand_with_the_next_number_or_a_free_one(meeting):
    done = add(meeting, "e1", Particulars(name="ນາງ ໃໝ່ ມາ", province="ວຽງຈັນ"), NOW)
    assert [(one.number, one.sex, one.state) for one in done.people] == [(4, Sex.FEMALE, State.EXPECTED)]
    with meeting.store.read() as tx:
        assert attendees.live_code(tx, done.people[0].id)
    assert add(meeting, "e1", Particulars(name="ທ້າວ ສອງ"), NOW, number=10).people[0].number == 10
    with pytest.raises(NumberTaken, match="ວັນໄຊ"):
        add(meeting, "e1", Particulars(name="ທ້າວ ສາມ"), NOW, number=1)
    with pytest.raises(NameMissing):
        add(meeting, "e1", Particulars(name="ນາງ"), NOW)
    with pytest.raises(EventNotFound):
        add(meeting, "e9", Particulars(name="ທ້າວ ສາມ"), NOW)
    undone = take_back(meeting, done.records, LATER)
    assert known(meeting, done.people[0].id).state is State.CANCELLED
    assert take_back(meeting, undone.records, LATER).people[0].state is State.EXPECTED


def test_a_substitute_takes_the_place_and_lets_go_of_it_again(meeting):
    done = substitute(meeting, "e1", "a1", Particulars(name="ນາງ ແທນ ຄົນ"), NOW, reason="ໄປວຽກ")
    came, replaced = done.people
    assert (came.stands_for, replaced.state) == (1, State.REPLACED)
    assert told(meeting, "a1") == [(Verb.REPLACED, "ໄປວຽກ")]
    assert told(meeting, came.id) == [(Verb.SUBSTITUTED, "ໄປວຽກ")]
    with pytest.raises(AlreadyReplaced):
        cancel_many(meeting, "e1", ["a1"], NOW, reason="ກ")
    with pytest.raises(AlreadyReplaced):
        restore_many(meeting, "e1", ["a1"], NOW, reason="ກ")
    undone = take_back(meeting, done.records, LATER)
    assert known(meeting).state is State.EXPECTED
    assert (known(meeting, came.id).state, known(meeting, came.id).replaces) == (State.CANCELLED, None)
    take_back(meeting, undone.records, LATER)
    assert known(meeting, came.id) == came
    assert known(meeting).state is State.REPLACED
    with pytest.raises(ReasonMissing):
        substitute(meeting, "e1", "a2", Particulars(name="ນາງ ແທນ ຄົນ"), NOW, reason="")


def test_another_may_have_the_place_once_a_substitute_let_go_of_it(meeting):
    done = substitute(meeting, "e1", "a1", Particulars(name="ນາງ ແທນ ຄົນ"), NOW, reason="ໄປວຽກ")
    undone = take_back(meeting, done.records, LATER)
    substitute(meeting, "e1", "a1", Particulars(name="ທ້າວ ອື່ນ"), LATER, reason="ໄປວຽກ")
    with pytest.raises(ChangedSince):
        take_back(meeting, undone.records, LATER)


def test_a_substitute_who_has_come_keeps_the_place(meeting, scanned):
    done = substitute(meeting, "e1", "a1", Particulars(name="ນາງ ແທນ ຄົນ"), NOW, reason="ໄປວຽກ")
    with meeting.store.read() as tx:
        code = attendees.live_code(tx, done.people[0].id)
    scanned(code)
    with pytest.raises(SubstituteCame):
        take_back(meeting, done.records, LATER)


def test_what_a_scan_brought_about_is_undone_without_the_scan(meeting):
    door = Door(event_id="e1", session_key="day1-am", now=NOW)
    registered, answer = register.walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາ"), door)
    void(meeting, answer.scan.id, LATER)
    with meeting.store.read() as tx:
        (record,) = [one for one in history(tx, "e1", registered.attendee.id) if one.verb is Verb.CANCELLED]
    assert take_back(meeting, [record.id], LATER).people[0].state is State.EXPECTED


def test_only_what_can_be_taken_back_is(meeting):
    register.reissue(meeting, "e1", "1", NOW)
    with meeting.store.read() as tx:
        (record,) = history(tx, "e1", "a1")
    with pytest.raises(NotACorrection):
        take_back(meeting, [record.id], LATER)
    with pytest.raises(RecordNotFound):
        take_back(meeting, ["nothing"], LATER)


def test_who_was_merged_into_another_meanwhile_is_not_changed(meeting):
    done = correct_many(meeting, "e1", ["a3"], Correction(phone="9"), NOW)
    merge(meeting, "e1", "a2", "a3", NOW)
    with pytest.raises(ChangedSince):
        correct_many(meeting, "e1", ["a3"], Correction(phone="8"), NOW)
    with pytest.raises(ChangedSince):
        take_back(meeting, done.records, LATER)
    assert known(meeting, "a2").phone in ("", "9")
