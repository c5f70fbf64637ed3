from dataclasses import replace
from datetime import datetime

import pytest

from signin.domain.duplicates import Alike
from signin.domain.record import Verb
from signin.services import records
from signin.services.duplicates import ask_again, likely_pairs, tell_apart, told_apart
from signin.services.failures import EventNotFound, PersonNotFound
from signin.services.merge_failures import NotToldApart, SamePerson, ToldApartAlready
from signin.services.merging import merge
from signin.store import attendees

NOW = datetime(2024, 6, 12, 9, 0)


@pytest.fixture
def people(people, attendee):
    return [
        *people,
        attendee(4, name="ທ່ານ ວັນໄຊ  ອິນທະວົງ"),
        attendee(5, name="ສົມພອນ", phone="+856 20 55500001"),
        attendee(6, name="ບຸນມີ ຂຽວມະນີ", phone="020 77 123 456"),
        attendee(7, name="ບຸນມີ ຂຽວມະນີ", phone="2077123456"),
    ]


def found(desk):
    return [
        (pair.first.number, pair.second.number, "".join(sorted(pair.alike)))
        for pair in likely_pairs(desk, "e1").pairs
    ]


def test_who_has_the_same_name_or_phone_is_asked_about(meeting):
    assert found(meeting) == [(6, 7, "namephone"), (1, 4, "name"), (3, 6, "name"), (3, 7, "name"), (1, 5, "phone")]
    assert Alike.NAME == "name"


def test_the_first_are_shown_and_all_are_counted(meeting):
    few = likely_pairs(meeting, "e1", most=2)
    assert (len(few.pairs), few.count) == (2, 5)


def test_two_who_are_two_are_not_asked_about_again(meeting):
    tell_apart(meeting, "e1", "a4", "a1", NOW)
    assert (1, 4, "name") not in found(meeting)
    assert [(one.first.number, one.second.number, one.at) for one in told_apart(meeting, "e1")] == [(1, 4, NOW)]
    with pytest.raises(ToldApartAlready):
        tell_apart(meeting, "e1", "a1", "a4", NOW)


def test_that_two_are_two_is_recorded_with_both_and_taken_back(meeting):
    told = tell_apart(meeting, "e1", "a1", "a4", NOW)
    ask_again(meeting, "e1", "a1", "a4", NOW)
    assert (1, 4, "name") in found(meeting)
    assert told_apart(meeting, "e1") == ()
    with meeting.store.read() as tx:
        rows = records.history(tx, "e1", "a1")
        assert [(row.verb, dict(row.fields), row.reference) for row in rows] == [
            (Verb.TOLD_APART, {"other_than": ("", "4 ທ່ານ ວັນໄຊ  ອິນທະວົງ")}, None),
            (Verb.TOLD_APART, {"other_than": ("4 ທ່ານ ວັນໄຊ  ອິນທະວົງ", "")}, told.id),
        ]
        assert len(records.history(tx, "e1", "a4")) == 2
        assert records.first_bad(tx) is None
    with pytest.raises(NotToldApart):
        ask_again(meeting, "e1", "a1", "a4", NOW)


def test_a_pair_told_apart_is_left_out_once_one_of_them_was_merged(meeting):
    tell_apart(meeting, "e1", "a6", "a3", NOW)
    merge(meeting, "e1", "a6", "a7", NOW)
    assert len(told_apart(meeting, "e1")) == 1
    assert found(meeting) == [(1, 4, "name"), (1, 5, "phone")]
    merge(meeting, "e1", "a1", "a6", NOW)
    assert told_apart(meeting, "e1") == ()


def test_when_the_record_was_edited_by_hand_the_pair_is_still_known(meeting):
    from sqlalchemy import text

    tell_apart(meeting, "e1", "a1", "a4", NOW)
    with meeting.store.write() as tx:
        tx.execute(text("UPDATE record SET fields = '[]'"))
    assert [one.at for one in told_apart(meeting, "e1")] == [None]


def test_nobody_of_another_event_or_named_twice_is_compared(meeting):
    with pytest.raises(PersonNotFound):
        tell_apart(meeting, "e1", "a1", "nobody", NOW)
    with pytest.raises(SamePerson):
        tell_apart(meeting, "e1", "a1", "a1", NOW)
    with pytest.raises(EventNotFound):
        likely_pairs(meeting, "e2")


def test_without_a_name_to_search_or_a_phone_nobody_is_alike(meeting):
    with meeting.store.write() as tx:
        for number in (4, 5):
            attendees.change(tx, replace(attendees.get(tx, f"a{number}"), name="-", phone=""))
    assert [pair[:2] for pair in found(meeting)] == [(6, 7), (3, 6), (3, 7)]
