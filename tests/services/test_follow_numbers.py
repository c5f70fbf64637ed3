from dataclasses import replace
from datetime import datetime

import pytest

from signin.domain.attendee import State
from signin.domain.record import Subject, Verb
from signin.services.follow_numbers import follow_numbers
from signin.services.records import history
from signin.services.register import Particulars, substitute
from signin.store import attendees, events

NOW = datetime(2024, 6, 12, 8)


@pytest.fixture
def sessions(sessions):
    first, *rest = sessions
    return (replace(first, people=frozenset({1, 2})), *rest)


@pytest.fixture
def renumber(meeting):
    """Give people other numbers, as an import does: renumber({1: 3, 3: 1})."""

    def moved(numbers):
        with meeting.store.write() as tx:
            there = [one for one in attendees.everyone(tx, "e1") if one.number in numbers]
            attendees.change_many(tx, [replace(one, number=numbers[one.number]) for one in there])
            follow_numbers(meeting, tx, "e1", numbers, NOW)

    return moved


@pytest.fixture
def told(meeting):
    def fields():
        with meeting.store.read() as tx:
            return [
                (one.verb, one.subject, one.fields) for one in history(tx, "e1") if one.subject is Subject.EVENT
            ]

    return fields


def expected(meeting):
    with meeting.store.read() as tx:
        session = events.session_of(tx, "e1", "day1-am")
        return [one.id for one in attendees.everyone(tx, "e1") if session.expects(one)]


def test_a_session_for_named_people_still_expects_the_same_people_after_their_numbers_moved(
    meeting, renumber, told
):
    before = expected(meeting)
    renumber({1: 5, 2: 1, 3: 2})
    assert sorted(expected(meeting)) == sorted(before) == ["a1", "a2"]
    assert told() == [(Verb.CHANGED, Subject.EVENT, {"session day1-am people": ("1-2", "1, 5")})]


def test_numbers_that_are_swapped_change_nothing_for_a_session_that_names_both(meeting, renumber, told):
    renumber({1: 2, 2: 1})
    assert sorted(expected(meeting)) == ["a1", "a2"]
    assert told() == []


def test_a_substitute_stands_for_the_same_person_also_after_two_replacements(meeting, renumber, told):
    first = substitute(meeting, "e1", "1", Particulars(name="ຄຳ ໜຶ່ງ"), NOW).attendee
    second = substitute(meeting, "e1", first.id, Particulars(name="ຄຳ ສອງ"), NOW).attendee
    renumber({1: 9})
    with meeting.store.read() as tx:
        assert [attendees.get(tx, one.id).stands_for for one in (first, second)] == [9, 9]
        assert attendees.get(tx, second.id).state is State.EXPECTED
    assert second.id in expected(meeting)
    ((_, _, fields),) = told()
    assert fields[f"stands_for {second.id}"] == ("1", "9")


def test_where_no_number_moves_nothing_is_read_or_recorded(renumber, told):
    renumber({})
    renumber({1: 1})
    assert told() == []


def test_an_import_that_puts_somebody_in_front_moves_the_sessions_people_along(meeting, tmp_path):
    from openpyxl import Workbook

    from signin.exchange.roster import read_roster
    from signin.services.rosters import import_roster

    book = Workbook()
    sheet = book.active
    for row in (
        ("ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ພາກສ່ວນ"),
        (1, "ທ່ານ ໃໝ່ ມາກ່ອນ", "ກົມ ຂ"),
        (2, "ທ່ານ ວັນໄຊ ອິນທະວົງ", "ພະແນກການເງິນ"),
        (3, "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "ພະແນກພາຍໃນ"),
        (4, "ທ້າວ ບຸນມີ ຂຽວມະນີ", "ພະແນກພາຍໃນ"),
    ):
        sheet.append(row)
    path = tmp_path / "new.xlsx"
    book.save(path)
    before = expected(meeting)
    import_roster(meeting, "e1", read_roster(path), NOW)
    assert expected(meeting) == before == ["a1", "a2"]
    with meeting.store.read() as tx:
        assert events.session_of(tx, "e1", "day1-am").people == {2, 3}


def test_a_substitute_for_somebody_whose_number_stays_is_left_alone(meeting, renumber, told):
    taker = substitute(meeting, "e1", "1", Particulars(name="ຄຳ ໜຶ່ງ"), NOW).attendee
    renumber({3: 9})
    with meeting.store.read() as tx:
        assert attendees.get(tx, taker.id).stands_for == 1
    assert told() == []
