from datetime import datetime

import pytest

from signin.domain.attendee import Category, Origin, Sex, SexSource, State
from signin.domain.scan import Source
from signin.domain.verdict import Admitted, NotOpen
from signin.services.admit import Door
from signin.services.failures import (
    AlreadyCancelled,
    AlreadyReplaced,
    NameMissing,
    NoCodeForAbsent,
    NotCancelled,
    PersonNotFound,
    SessionNotFound,
)
from signin.services.register import Particulars, cancel, namesakes, reissue, restore, substitute, walk_in
from signin.store import attendees, scans

NOW = datetime(2024, 6, 12, 8, 24)
DOOR = Door(event_id="e1", session_key="day1-am", now=NOW)


def test_a_walk_in_gets_a_number_a_code_and_is_checked_in(meeting):
    told = Particulars(name="ທ່ານ ນ. ແສງດາວ ຄຳມະນີ", organisation=" ຫ້ອງການ ", phone="020 1", position="ພະນັກງານ")
    registered, answer = walk_in(meeting, told, DOOR)
    person = registered.attendee
    assert (person.number, person.prefix, person.name) == (4, "ທ່ານ ນ.", "ແສງດາວ ຄຳມະນີ")
    assert (person.sex, person.sex_source) == (Sex.FEMALE, SexSource.PROPOSED)
    assert (person.organisation, person.origin) == ("ຫ້ອງການ", Origin.WALK_IN)
    assert answer.verdict == Admitted(person)
    assert answer.scan.source is Source.WALK_IN
    with meeting.store.read() as tx:
        assert attendees.by_code(tx, registered.code).attendee == person


def test_a_stated_sex_is_stated_and_an_unknown_one_unknown(meeting):
    stated, _ = walk_in(meeting, Particulars(name="ສົມ ສີ", sex=Sex.MALE), DOOR)
    unknown, _ = walk_in(meeting, Particulars(name="ສົມໃຈ ສີ"), DOOR)
    unsaid, _ = walk_in(meeting, Particulars(name="ນາງ ສົມພອນ ສີ", sex=Sex.UNKNOWN), DOOR)
    assert (unsaid.attendee.sex, unsaid.attendee.sex_source) == (Sex.UNKNOWN, None)
    given, _ = walk_in(meeting, Particulars(name="ສົມຈິດ ສີ", prefix="ນາງ"), DOOR)
    assert (stated.attendee.sex, stated.attendee.sex_source) == (Sex.MALE, SexSource.STATED)
    assert (unknown.attendee.sex, unknown.attendee.sex_source) == (Sex.UNKNOWN, None)
    assert (given.attendee.sex, given.attendee.prefix) == (Sex.FEMALE, "ນາງ")


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "ທ່ານ "])
def test_a_person_without_a_name_is_refused_and_nothing_is_stored(meeting, name):
    with pytest.raises(NameMissing):
        walk_in(meeting, Particulars(name=name, prefix="ທ່ານ"), DOOR)
    with meeting.store.read() as tx:
        assert attendees.highest_number(tx, "e1") == 3


def test_a_walk_in_to_no_session_leaves_no_person(meeting):
    with pytest.raises(SessionNotFound):
        walk_in(meeting, Particulars(name="ສົມ ສີ"), Door(event_id="e1", session_key="lunch", now=NOW))
    with meeting.store.read() as tx:
        assert attendees.highest_number(tx, "e1") == 3
        assert scans.of_event(tx, "e1") == []


def test_a_walk_in_before_the_doors_open_is_on_the_roster_and_told_when(meeting):
    early = Door(event_id="e1", session_key="day1-am", now=datetime(2024, 6, 12, 6))
    registered, answer = walk_in(meeting, Particulars(name="ສົມ ສີ"), early)
    assert isinstance(answer.verdict, NotOpen)
    assert registered.attendee.state is State.EXPECTED


def test_a_substitute_takes_the_place_and_brings_the_own_name(meeting, people):
    registered = substitute(meeting, "e1", "1", Particulars(name="ທ້າວ ມາ ແທນ", position="ວິຊາການ"), NOW)
    person = registered.attendee
    assert (person.organisation, person.category) == (people[0].organisation, people[0].category)
    assert (person.position, person.number, person.sex) == ("ວິຊາການ", 4, Sex.MALE)
    assert (person.replaces, person.stands_for, person.origin) == ("a1", 1, Origin.SUBSTITUTE)
    with meeting.store.read() as tx:
        assert attendees.get(tx, "a1").state is State.REPLACED


def test_a_substitute_may_come_from_elsewhere(meeting):
    told = Particulars(name="ສົມ ສີ", organisation="ອື່ນ", province="ຄຳມ່ວນ", category=Category.GUEST)
    person = substitute(meeting, "e1", "1", told, NOW).attendee
    assert (person.organisation, person.province, person.category) == ("ອື່ນ", "ຄຳມ່ວນ", Category.GUEST)


def test_the_substitute_of_a_substitute_stands_for_the_invited_number(meeting):
    first = substitute(meeting, "e1", "1", Particulars(name="ກ ກ"), NOW).attendee
    second = substitute(meeting, "e1", str(first.number), Particulars(name="ຂ ຂ"), NOW).attendee
    assert second.stands_for == 1


def test_a_place_is_taken_once_and_the_message_says_by_whom(meeting):
    substitute(meeting, "e1", "1", Particulars(name="ທ່ານ ກ ກ"), NOW)
    with pytest.raises(AlreadyReplaced, match="ທ່ານ ກ ກ"):
        substitute(meeting, "e1", "1", Particulars(name="ທ່ານ ຂ ຂ"), NOW)
    with pytest.raises(AlreadyReplaced):
        cancel(meeting, "e1", "1", NOW)


def test_a_cancelled_place_can_be_restored(meeting):
    assert cancel(meeting, "e1", "1", NOW).state is State.CANCELLED
    with pytest.raises(AlreadyCancelled):
        cancel(meeting, "e1", "1", NOW)
    assert restore(meeting, "e1", "1", NOW).state is State.EXPECTED
    with pytest.raises(NotCancelled):
        restore(meeting, "e1", "1", NOW)


def test_a_new_code_is_for_those_who_are_expected(meeting, code):
    registered = reissue(meeting, "e1", code(2), NOW)
    assert registered.code != code(2)
    cancel(meeting, "e1", "1", NOW)
    with pytest.raises(NoCodeForAbsent):
        reissue(meeting, "e1", "1", NOW)
    with pytest.raises(PersonNotFound):
        reissue(meeting, "e1", "77", NOW)


def test_a_code_of_another_events_person_names_nobody_here(meeting, event, code):
    from dataclasses import replace

    from signin.store import events

    with meeting.store.write() as tx:
        events.add(tx, replace(event, id="e2"), [])
    with pytest.raises(PersonNotFound):
        reissue(meeting, "e2", code(1), NOW)


def test_namesakes_are_found_whatever_their_prefix(meeting):
    first, _ = walk_in(meeting, Particulars(name="ທ້າວ ວັນໄຊ ອິນທະວົງ"), DOOR)
    with meeting.store.read() as tx:
        assert [one.number for one in namesakes(tx, first.attendee)] == [1]
