"""The same file again, after people of it were merged."""

from datetime import datetime

import pytest
from sqlalchemy import text

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange.people import RosterLine
from signin.exchange.roster import Reading
from signin.services import importing, rosters
from signin.services.merging import merge, separate
from signin.store import attendees
from signin.words import render

NOW = datetime(2024, 6, 12, 9, 0)


def reading(*lines):
    made = tuple(RosterLine(row=row, **facts) for row, facts in enumerate(lines, 2))
    return Reading(sheet="ບັນຊີ", header_row=1, columns=(), people=made, skipped=0, notices=(), file="/usb/l.xlsx")


FIRST = {
    "number": 11,
    "name": "ສົມພອນ ແກ້ວມະນີ",
    "phone": "2055512345",
    "organisation": "ພະແນກການເງິນ",
    "sex": Sex.FEMALE,
    "sex_source": SexSource.PROPOSED,
}
TWICE = {
    "number": 12,
    "name": "ສົມພອນ ແກ້ວມະນີ",
    "phone": "2077712345",
    "organisation": "ພະແນກພາຍໃນ",
    "sex": Sex.FEMALE,
    "sex_source": SexSource.STATED,
    "category": Category.GUEST,
}
NEW = {"number": 12, "name": "ຄຳຫຼ້າ ພົມມະຈັນ"}


@pytest.fixture
def read(meeting):
    def everybody():
        with meeting.store.read() as tx:
            return [(one.number, one.name) for one in attendees.everyone(tx, "e1")]

    return everybody


@pytest.fixture
def imported(meeting):
    return lambda *lines: rosters.import_roster(meeting, "e1", reading(*lines), NOW)


@pytest.fixture
def merged(meeting, imported):
    """The two lines imported and merged: the first stays, with the other's phone."""
    first, twice = imported(FIRST, TWICE).plan.people
    merge(meeting, "e1", first.id, twice.id, NOW, choices={"phone": twice.id, "organisation": first.id})
    return first, twice


def test_the_same_file_again_brings_nobody_back_and_changes_nothing(meeting, merged, imported, read):
    before = read()
    plan = imported(FIRST, TWICE).plan
    assert (plan.added, plan.changes, len(plan.people)) == ((), (), 1)
    assert [render(one.message, "en") for one in plan.notices] == [
        "Row 3: ສົມພອນ ແກ້ວມະນີ was merged with ສົມພອນ ແກ້ວມະນີ (No. 11); the row is left out."
    ]
    assert read() == before


@pytest.mark.parametrize("line", [FIRST, TWICE])
def test_a_file_with_one_of_the_two_lines_is_about_the_one_person(merged, imported, read, line):
    before = read()
    plan = imported(line).plan
    assert (plan.added, plan.changes, plan.notices) == ((), (), ())
    assert read() == before


def test_what_is_new_in_either_line_is_known_of_the_one_person(merged, imported):
    stated = {"sex": Sex.MALE, "sex_source": SexSource.STATED}
    plan = imported(TWICE | {"position": "ຫົວໜ້າ", "phone": "2099900000"} | stated).plan
    assert [(one.number, one.field, one.new) for one in plan.changes] == [
        (11, "position", "ຫົວໜ້າ"),
        (11, "phone", "2099900000"),
        (11, "sex", "male"),
    ]


def test_three_lines_of_one_person_are_one(meeting, imported, read):
    people = imported(FIRST, TWICE, TWICE | {"number": 13, "phone": "2066612345"}).plan.people
    merge(meeting, "e1", people[1].id, people[2].id, NOW)
    merge(meeting, "e1", people[0].id, people[1].id, NOW)
    before = read()
    plan = imported(TWICE, TWICE | {"number": 13, "phone": "2066612345"}).plan
    assert (plan.added, plan.changes, len(plan.notices)) == ((), (), 1)
    assert read() == before


def test_nobody_new_gets_the_number_of_somebody_merged(meeting, merged, imported, read):
    plan = imported(FIRST, NEW).plan
    assert [one.number for one in plan.added] == [13]
    separate(meeting, merged[1].id, NOW)
    assert (12, "ສົມພອນ ແກ້ວມະນີ") in read()


def test_with_the_record_of_the_merge_edited_by_hand_the_other_line_still_tells_nothing_new(
    meeting, merged, imported
):
    with meeting.store.write() as tx:
        tx.execute(text("UPDATE record SET fields = '[]'"))
    assert imported(TWICE).plan.changes == ()


def test_an_import_whose_people_were_merged_stays(meeting, imported):
    done = imported(FIRST, TWICE)
    first, twice = done.plan.people
    merge(meeting, "e1", first.id, twice.id, NOW)
    with pytest.raises(importing.ImportInUse):
        importing.take_back(meeting, done.run_id, NOW)
    separate(meeting, twice.id, NOW)
    assert importing.take_back(meeting, done.run_id, NOW).removed == 2
