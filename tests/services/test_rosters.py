from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange.notices import Notice
from signin.exchange.roster import Reading, RosterLine
from signin.services.admit import Door
from signin.services.corrections import Correction, correct
from signin.services.failures import NoSuchNumber
from signin.services.register import Particulars, add, cancel, substitute, walk_in
from signin.services.rosters import PlanChanged, export_roster, import_roster, preview
from signin.services.tallies import check, rebuild
from signin.store import attendees, events, presences
from signin.words import render, say

NOW = datetime(2024, 6, 11, 15, 0)


def line(number, name, **facts):
    usual = {
        "row": number or 1,
        "number": number,
        "prefix": "",
        "name": name,
        "sex": Sex.UNKNOWN,
        "sex_source": None,
        "position": "",
        "organisation": "",
        "province": "",
        "phone": "",
        "email": "",
        "category": None,
        "note": "",
        "attention": "",
    }
    return RosterLine(**(usual | facts))


def reading(*lines, notices=()):
    return Reading(sheet="s", header_row=1, columns=(), people=lines, skipped=0, notices=notices)


def as_line(person, **facts):
    told = {"prefix": person.prefix, "organisation": person.organisation, "phone": person.phone}
    return line(
        person.number, person.name, **(told | {"sex": person.sex, "sex_source": person.sex_source} | facts)
    )


@pytest.fixture
def lines(people):
    return [as_line(person) for person in people]


def test_the_same_people_again_change_nothing(meeting, lines, code):
    done = import_roster(meeting, "e1", reading(*lines), NOW)
    assert (done.plan.added, done.plan.changed, done.plan.unchanged, done.plan.missing) == ((), (), 3, ())
    assert done.codes == {f"a{n}": code(n) for n in (1, 2, 3)}


def test_new_people_get_codes_and_those_not_in_the_file_stay_and_are_named(meeting, lines, people):
    done = import_roster(meeting, "e1", reading(lines[0], line(8, "ໃໝ່ ຄົນ")), NOW)
    added = done.plan.added[0]
    assert (added.number, added.name, added.category) == (8, "ໃໝ່ ຄົນ", Category.PARTICIPANT)
    assert len(done.codes[added.id]) == 18
    assert done.plan.missing == tuple(people[1:])


def test_a_preview_is_what_the_import_then_does_and_writes_nothing(meeting, lines):
    changed = reading(replace(lines[0], position="ໃໝ່"), line(9, "ຄົນ ໃໝ່"))
    planned = preview(meeting, "e1", changed, NOW)
    with meeting.store.read() as tx:
        assert attendees.highest_number(tx, "e1") == 3
    done = import_roster(meeting, "e1", changed, NOW).plan
    assert (done.changes, len(done.added), done.missing) == (planned.changes, 1, planned.missing)


def test_every_changed_field_is_told_with_old_and_new(meeting, lines):
    new = replace(
        lines[0], position="ຮອງ", phone="999", sex=Sex.MALE, sex_source=SexSource.PROPOSED, category=Category.CHAIR
    )
    plan = import_roster(meeting, "e1", reading(new), NOW).plan
    assert {(one.field, one.old, one.new) for one in plan.changes} == {
        ("position", "", "ຮອງ"),
        ("phone", "2055500001", "999"),
        ("sex", "unknown", "male"),
        ("sex_source", "", "proposed"),
        ("category", "participant", "chair"),
    }


def test_an_empty_cell_never_wipes_what_is_known(meeting, lines, people):
    plan = import_roster(meeting, "e1", reading(replace(lines[0], phone="", prefix="")), NOW).plan
    assert plan.people == (people[0],)


def test_a_proposed_sex_never_replaces_a_stated_one(meeting, lines, people):
    proposed = replace(lines[1], sex=Sex.MALE, sex_source=SexSource.PROPOSED)
    assert import_roster(meeting, "e1", reading(proposed), NOW).plan.people == (people[1],)
    stated = replace(lines[1], sex=Sex.MALE, sex_source=SexSource.STATED)
    assert import_roster(meeting, "e1", reading(stated), NOW).plan.people[0].sex is Sex.MALE


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"name": "ຊື່ໃໝ່ ໝົດ"}, "number and phone"),
        ({"number": 30}, "name and organisation"),
        ({"number": 30, "organisation": "ອື່ນ"}, "name and phone"),
        ({"organisation": "ອື່ນ", "phone": "1"}, "number and name"),
        ({"name": "ວັນໄຊ ອິນທະວົງສີ", "phone": "1"}, "number, organisation and nearly the name"),
        ({"number": None, "organisation": "", "phone": "020 5550 0001"}, "the name, and nothing against it"),
        ({"number": 50, "organisation": "", "phone": ""}, "only one is called so here and there"),
    ],
)
def test_a_corrected_line_is_the_same_person(meeting, lines, people, facts, why):
    plan = import_roster(meeting, "e1", reading(replace(lines[0], **facts), *lines[1:]), NOW).plan
    assert plan.people[0].id == people[0].id, why
    assert plan.added == ()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"name": "ຄົນ ອື່ນ", "phone": "1"}, "only the number and organisation agree"),
        ({"number": None, "organisation": "ອື່ນ", "phone": ""}, "a namesake elsewhere"),
        ({"number": None, "organisation": "", "phone": "020 9999 9999"}, "a namesake with another phone"),
    ],
)
def test_somebody_else_stays_somebody_else(meeting, lines, people, facts, why):
    plan = import_roster(meeting, "e1", reading(replace(lines[0], **facts), *lines[1:]), NOW).plan
    assert len(plan.added) == 1, why
    assert plan.missing == (people[0],)


def test_a_phone_put_right_in_lao_digits_is_the_one_that_a_file_has(meeting, people):
    correct(meeting, "e1", "1", Correction(phone="໐໒໐ ໕໕໕໑໒໓໔໕"), NOW)
    sent = line(9, people[0].name, organisation="ຫ້ອງວ່າການແຂວງ", phone="020 55512345")
    assert preview(meeting, "e1", reading(sent), NOW).added == ()


SIMILAR = ["ວັນໄຊ ອິນທະວົງ", "ບຸນມີ ສີສຸກ", "ບຸນມາ ສີສຸກ", "ບຸນມີ ສີສຸກດີ", "ຄຳແພງ ສີສຸກ"]


@pytest.fixture
def numbered(desk, event, sessions):
    """A roster of numbers, names and positions only."""
    with desk.store.write() as tx:
        events.add(tx, event, sessions)
    return import_roster(desk, "e1", reading(*bare(SIMILAR)), NOW).plan.people


def bare(names):
    return [line(number, name, position="ວິຊາການ") for number, name in enumerate(names, start=1)]


def test_somebody_put_in_between_moves_the_numbers_after_and_nobody_is_doubled(desk, numbered):
    longer = bare([*SIMILAR[:1], "ບຸນມີ ສີສຸດ", *SIMILAR[1:]])
    done = import_roster(desk, "e1", reading(*longer), NOW)
    assert ([one.name for one in done.plan.added], done.plan.missing) == (["ບຸນມີ ສີສຸດ"], ())
    assert [one.id for one in done.plan.people if one not in done.plan.added] == [one.id for one in numbered]
    assert [(one.field, one.old, one.new) for one in done.plan.changes] == [
        ("number", str(number), str(number + 1)) for number in range(2, 6)
    ]
    with desk.store.read() as tx:
        assert [one.name for one in attendees.everyone(tx, "e1")] == [one.name for one in longer]
    again = import_roster(desk, "e1", reading(*bare(SIMILAR)), NOW).plan
    assert ([one.number for one in again.people], [one.number for one in again.missing]) == ([1, 6, 3, 4, 5], [2])
    assert [notice.kind for notice in again.notices] == ["number-taken"]


@pytest.mark.parametrize("twice", ["here", "in the file"])
def test_a_namesake_with_another_number_stays_somebody_else(desk, event, sessions, twice):
    once, double = bare(["ວັນໄຊ ອິນທະວົງ"]), bare(["ຄົນ ໜຶ່ງ", "ວັນໄຊ ອິນທະວົງ", "ວັນໄຊ ອິນທະວົງ"])
    first, second = (double, once) if twice == "here" else (once, double)
    with desk.store.write() as tx:
        events.add(tx, event, sessions)
    import_roster(desk, "e1", reading(*first), NOW)
    assert len(import_roster(desk, "e1", reading(*second), NOW).plan.added) == len(second)


def test_an_e_mail_and_the_number_are_enough(meeting, lines, people):
    import_roster(meeting, "e1", reading(replace(lines[0], email="a@example.la")), NOW)
    other = replace(lines[0], name="ຄົນ ອື່ນ", phone="", organisation="ອື່ນ", email="A@example.la")
    assert import_roster(meeting, "e1", reading(other), NOW).plan.people[0].id == people[0].id


def test_two_namesakes_in_the_file_are_two_people(desk, meeting, people):
    twins = [line(None, "ວັນໄຊ ອິນທະວົງ", organisation="ກ"), line(None, "ວັນໄຊ ອິນທະວົງ", organisation="ຂ")]
    first = import_roster(meeting, "e1", reading(*twins), NOW).plan
    assert len(first.added) == 2
    again = import_roster(meeting, "e1", reading(*twins), NOW).plan
    assert (again.added, again.unchanged) == ((), 2)


def test_numbers_are_the_files_then_the_own_then_the_next_free(meeting, lines):
    moved = [
        replace(lines[1], number=1),
        replace(lines[0], number=2),
        line(2, "ໃໝ່ ຄົນ"),
        replace(lines[2], number=None),
    ]
    plan = import_roster(meeting, "e1", reading(*moved), NOW).plan
    assert [person.number for person in plan.people] == [1, 2, 4, 3]
    assert [(notice.kind, notice.row) for notice in plan.notices] == [("number-taken", 2)]


def test_a_walk_ins_number_is_not_taken_away(meeting, lines):
    door = Door(event_id="e1", session_key="day1-am", now=NOW)
    walked, _ = walk_in(meeting, Particulars(name="ມາ ເພີ່ມ"), door)
    plan = import_roster(meeting, "e1", reading(*lines, line(4, "ໃໝ່ ຄົນ"), line(0, "ສູນ ຄົນ")), NOW).plan
    assert walked.attendee.number == 4
    assert [person.number for person in plan.added] == [5, 6]


def test_states_stay_as_they_are(meeting, lines):
    cancel(meeting, "e1", "1", NOW)
    substitute(meeting, "e1", "2", Particulars(name="ມາ ແທນ"), NOW)
    plan = import_roster(meeting, "e1", reading(*lines), NOW).plan
    assert [person.state for person in plan.people] == ["cancelled", "replaced", "expected"]
    assert plan.unchanged == 3


def test_the_readers_notices_come_first(meeting, lines):
    told = Notice(row=None, kind="sex-proposed", message=say("Number {number}", number=1))
    plan = preview(meeting, "e1", reading(*lines, line(1, "ໃໝ່ ຄົນ"), notices=(told,)), NOW)
    assert [notice.kind for notice in plan.notices] == ["sex-proposed", "number-taken"]


def test_an_export_tells_the_first_arrival(meeting, scanned, tmp_path):
    import openpyxl

    scanned(1)
    scanned(1, NOW + timedelta(days=1, hours=20), session="day2-am", forced=True)
    assert export_roster(meeting, "e1", tmp_path / "r.xlsx", "en") == 3
    rows = [
        list(row) for row in openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0].iter_rows(values_only=True)
    ]
    assert any("2024-06-12 08:24" in str(cell) for row in rows for cell in row)


def test_a_presence_that_was_tampered_with_is_found_and_derived_again(meeting, scanned):
    scanned(1)
    with meeting.store.read() as tx:
        before = presences.of_event(tx, "e1")
    with meeting.store.write() as tx:
        presences.replace_of_event(tx, "e1", [])
    assert [finding.name for finding in check(meeting) if finding.problems] == ["presence"]
    assert rebuild(meeting, "e1")
    with meeting.store.read() as tx:
        assert presences.of_event(tx, "e1") == before
    assert not rebuild(meeting, "e1")


def test_what_another_desk_corrected_after_the_plan_was_seen_is_not_written_over(meeting, lines):
    seen = preview(meeting, "e1", reading(*lines), NOW)
    assert not seen.changes
    correct(meeting, "e1", "1", Correction(phone="2099999999"), NOW)
    with pytest.raises(PlanChanged):
        import_roster(meeting, "e1", reading(*lines), NOW, seen=seen.digest)
    now = preview(meeting, "e1", reading(*lines), NOW)
    assert [(one.number, one.field, one.old) for one in now.changes] == [(1, "phone", "2099999999")]
    assert import_roster(meeting, "e1", reading(*lines), NOW, seen=now.digest).plan.changes == now.changes


def test_who_came_meanwhile_and_is_not_in_the_file_holds_no_import_up(meeting, lines):
    more = reading(*lines, line(0, "ໃໝ່ ຄົນ"))
    seen = preview(meeting, "e1", more, NOW)
    add(meeting, "e1", Particulars(name="ນາງ ມາ ກ່ອນ"), NOW)
    assert import_roster(meeting, "e1", more, NOW, seen=seen.digest).plan.added[0].name == "ໃໝ່ ຄົນ"


@pytest.mark.parametrize("number", [2**63, 10**9, -5])
def test_a_number_that_cannot_be_one_is_told_and_another_given(meeting, lines, number):
    plan = import_roster(meeting, "e1", reading(line(number, "ໃໝ່ ຄົນ")), NOW).plan
    assert [person.number for person in plan.added] == [4]
    (told,) = (notice.message for notice in plan.notices)
    assert render(told, "en") == f"Row {number}: {number} cannot be a number on the roster; ໃໝ່ ຄົນ gets 4."


@pytest.mark.parametrize("number", [0, -1, 2**63])
def test_nobody_is_given_a_number_by_hand_that_cannot_be_one(meeting, number):
    with pytest.raises(NoSuchNumber):
        add(meeting, "e1", Particulars(name="ນາງ ມາ ກ່ອນ"), NOW, number=number)
