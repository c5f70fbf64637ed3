"""An import is taken back whole while nothing hangs on it; else it is said who and what does."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain import record as sealing
from signin.domain.attendee import Sex
from signin.domain.record import Verb
from signin.exchange.people import RosterLine
from signin.exchange.roster import Reading
from signin.services import importing, records, register, rosters
from signin.services.corrections import Correction, correct, correct_noted, undo_correction
from signin.services.merging import merge, separate
from signin.store import attendees, certificates, events, import_runs, print_log
from signin.store import records as record_store
from signin.words import render

NOW = datetime(2024, 6, 11, 16, 0)
LATER = NOW + timedelta(hours=1)


def reading(*lines, file="/usb/list.xlsx"):
    made = tuple(RosterLine(row=row, **facts) for row, facts in enumerate(lines, 2))
    return Reading(sheet="ບັນຊີ", header_row=1, columns=(), people=made, skipped=0, notices=(), file=file)


NEW = {"name": "ສົມພອນ ແກ້ວມະນີ", "number": 4, "sex": Sex.FEMALE}


@pytest.fixture
def everybody(meeting):
    def read():
        with meeting.store.read() as tx:
            return attendees.everyone(tx, "e1")

    return read


@pytest.fixture
def changed_line(people):
    """The first person's line with another position."""
    first = people[0]
    return {"name": first.name, "number": first.number, "organisation": first.organisation, "position": "ຮອງຫົວໜ້າ"}


@pytest.fixture
def imported(meeting, changed_line):
    """Import one new person and one with another position; give the run's id."""

    def done(*lines, now=NOW):
        return rosters.import_roster(meeting, "e1", reading(*(lines or (NEW, changed_line))), now).run_id

    return done


def named(everybody, name):
    return next(person for person in everybody() if person.name == name)


def kinds(meeting, run):
    return [(one.person.number, one.kind, one.count) for one in importing.hanging_on(meeting, run)]


def test_an_import_is_taken_back_whole_and_can_be_made_again(meeting, imported, everybody):
    before = everybody()
    run = imported()
    assert (len(everybody()), everybody()[0].position) == (4, "ຮອງຫົວໜ້າ")
    done = importing.take_back(meeting, run, LATER)
    assert (done.removed, done.restored, everybody()) == (1, 1, before)
    with meeting.store.read() as tx:
        assert len(attendees.live_codes(tx, "e1")) == 3
    again = imported(now=LATER)
    assert len(everybody()) == 4
    assert [one.id for one in importing.imports(meeting, "e1")] == [again, run]


def test_a_run_tells_what_it_did_and_when_it_was_taken_back(meeting, imported):
    run = imported()
    told = importing.last_standing(meeting, "e1")
    assert (told.id, told.file, told.sheet) == (run, "/usb/list.xlsx", "ບັນຊີ")
    assert (told.people, told.women, told.added, told.changed, told.at) == (2, 1, 1, 1, NOW)
    importing.take_back(meeting, run, LATER)
    assert importing.imports(meeting, "e1")[0].taken_back_at == LATER
    with pytest.raises(importing.NothingImported):
        importing.last_standing(meeting, "e1")


def test_files_are_offered_again_the_last_first_each_once(meeting):
    for minute, file in enumerate(("/usb/a.xlsx", "/usb/b.xlsx", "/usb/a.xlsx", "")):
        rosters.import_roster(meeting, "e1", reading(NEW, file=file), NOW + timedelta(minutes=minute))
    assert importing.recent_files(meeting) == ["/usb/a.xlsx", "/usb/b.xlsx"]


def test_taking_back_is_recorded_once_with_its_reference_and_the_chain_holds(meeting, imported):
    run = imported()
    importing.take_back(meeting, run, LATER)
    with meeting.store.read() as tx:
        last = records.history(tx, "e1")[-1]
        assert (last.verb, last.reference, last.reason) == (Verb.IMPORT_TAKEN_BACK, run, "ບັນຊີ")
        assert last.fields["added"] == ("1", "")
        assert sealing.first_bad(record_store.in_order(tx)) is None
    with pytest.raises(importing.ImportTakenBack):
        importing.take_back(meeting, run, LATER)
    with pytest.raises(importing.ImportTakenBack):
        importing.hanging_on(meeting, run)


def test_there_is_no_such_import(meeting):
    with pytest.raises(importing.ImportNotFound) as told:
        importing.take_back(meeting, "x", NOW)
    assert told.value.exit_code == 4


def test_a_scan_of_somebody_added_keeps_the_import(meeting, imported, everybody, scanned):
    run = imported()
    person = named(everybody, NEW["name"])
    with meeting.store.read() as tx:
        code = attendees.live_code(tx, person.id)
    scanned(code)
    scanned(code, datetime(2024, 6, 12, 8, 30))
    assert kinds(meeting, run) == [(4, "scan", 2)]
    with pytest.raises(importing.ImportInUse) as told:
        importing.take_back(meeting, run, LATER)
    assert render(told.value.message, "en") == (
        "This import cannot be taken back: ສົມພອນ ແກ້ວມະນີ (No. 4): scans: 2. "
        "Put single people right on the roster instead."
    )
    assert len(everybody()) == 4


def test_a_scan_before_the_import_of_somebody_changed_is_no_hindrance_and_one_after_is(
    meeting, imported, scanned, code, everybody
):
    at = scanned(code(1)) and datetime(2024, 6, 12, 8, 24)
    assert importing.take_back(meeting, imported(now=at + timedelta(hours=1)), LATER).restored == 1
    run = imported(now=at + timedelta(hours=2))
    scanned(code(1), at=at + timedelta(hours=3))
    assert kinds(meeting, run) == [(1, "scan", 1)]


def test_a_certificate_keeps_the_import(meeting, imported, everybody):
    run = imported()
    person = named(everybody, NEW["name"])
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {person.id: (1, "001/ກຊ")}, LATER)
    assert kinds(meeting, run) == [(4, "certificate", 1)]


def test_a_paper_that_came_out_keeps_the_import(meeting, imported, everybody, people, print_run_of):
    run = imported()
    print_run_of(people[0].id, out=False)
    assert kinds(meeting, run) == []
    print_run_of(people[0].id, out=True, page=2)
    assert kinds(meeting, run) == []
    print_run_of(people[0].id, out=True)
    assert kinds(meeting, run) == [(1, "print", 1)]


@pytest.fixture
def print_run_of(meeting):
    """Print a badge of one person: print_run_of(id, out=True) says whether page 1 came out."""
    from signin.domain.print_run import Paper, PrintRun
    from signin.store.print_log import Place

    def printed(person, *, out, page=1):
        run = PrintRun(
            id=f"p{out}{page}",
            event_id="e1",
            desk="ໂຕະ 1",
            who="",
            at=LATER,
            paper=Paper.BADGES,
            session_key=None,
            target="badges.pdf",
            to_file=True,
            copies=1,
            first=1,
            last=2,
            people=1,
            again=False,
            continues=None,
        )
        with meeting.store.write() as tx:
            print_log.add(tx, run, [Place(person, page, copy=False)])
            if out:
                print_log.add_pages(tx, run.id, [1], LATER)

    return printed


def test_an_edit_keeps_the_import_until_it_is_undone(meeting, imported):
    run = imported()
    phone = correct_noted(meeting, "e1", "4", Correction(phone="020 1"), LATER)
    position = correct_noted(meeting, "e1", "1", Correction(position="ຫົວໜ້າ"), LATER)
    assert kinds(meeting, run) == [(1, "edit", 1), (4, "edit", 1)]
    for noted in (phone, position):
        undo_correction(meeting, noted.record, LATER)
    assert kinds(meeting, run) == []


def test_an_edit_of_another_field_of_somebody_changed_stays(meeting, imported, everybody):
    run = imported()
    correct(meeting, "e1", "1", Correction(note="ຜັກ"), LATER)
    importing.take_back(meeting, run, LATER)
    assert (everybody()[0].position, everybody()[0].note) != ("ຮອງຫົວໜ້າ", "")
    assert everybody()[0].note == "ຜັກ"


def test_a_new_code_and_a_substitute_keep_the_import(meeting, imported):
    run = imported()
    register.reissue(meeting, "e1", "4", LATER)
    assert kinds(meeting, run) == [(4, "code", 1)]
    register.substitute(meeting, "e1", "4", register.Particulars(name="ຄຳ ແພງ"), LATER, reason="ປ່ວຍ")
    assert kinds(meeting, run) == [(4, "code", 1), (4, "edit", 1), (4, "other", 1)]


def test_a_session_that_names_the_number_keeps_the_import(meeting, imported, sessions):
    run = imported()
    with meeting.store.write() as tx:
        events.change_session(tx, replace(sessions[0], people=frozenset({4})))
    assert kinds(meeting, run) == [(4, "session", 1)]


def test_a_former_number_that_is_anothers_now_keeps_the_import(meeting, imported, people):
    moved = {"name": people[0].name, "number": 9, "organisation": people[0].organisation}
    run = imported(moved)
    register.add(meeting, "e1", register.Particulars(name="ຄຳ ແພງ"), LATER, number=people[0].number)
    assert kinds(meeting, run) == [(9, "number", 1)]


def test_numbers_go_back_with_the_sessions_that_name_them(meeting, imported, people, sessions, everybody):
    with meeting.store.write() as tx:
        events.change_session(tx, replace(sessions[0], people=frozenset({1})))
    before = everybody()
    lines = [
        {"name": person.name, "number": number, "organisation": person.organisation}
        for person, number in ((people[0], 2), (people[1], 1))
    ]
    run = imported(*lines)
    importing.take_back(meeting, run, LATER)
    with meeting.store.read() as tx:
        assert events.sessions_of(tx, "e1")[0].people == {1}
    assert everybody() == before


def test_two_imports_are_taken_back_the_last_first(meeting, imported, everybody):
    before = everybody()
    first = imported(NEW)
    second = imported(NEW | {"phone": "020 5"}, now=LATER)
    assert kinds(meeting, first) == [(4, "edit", 1)]
    importing.take_back(meeting, second, LATER)
    importing.take_back(meeting, first, LATER)
    assert everybody() == before


def test_of_many_only_the_first_are_named(meeting, imported, everybody):
    run = imported(*({"name": f"ຄົນ {nth}", "number": 10 + nth} for nth in range(5)))
    for nth in range(5):
        correct(meeting, "e1", str(10 + nth), Correction(note="x"), LATER)
    message = str(importing.told(importing.hanging_on(meeting, run)))
    assert message.endswith("ຄົນ 2 (No. 12): changed again since; and 2 more")


def test_whoever_watches_an_import_can_stop_it_and_nothing_is_left(meeting, everybody):
    seen = []

    def watch(done, of):
        seen.append((done, of))
        if done >= 1000:
            raise importing.ImportTakenBack

    lines = [{"name": f"ຄົນ {nth}", "number": 10 + nth} for nth in range(1200)]
    with pytest.raises(importing.ImportTakenBack):
        rosters.import_roster(meeting, "e1", reading(*lines), NOW, watch=watch)
    assert seen == [(0, 1200), (0, 1200), (0, 1200), (1000, 1200)]
    assert len(everybody()) == 3
    assert importing.imports(meeting, "e1") == []


def test_what_came_after_an_import_by_a_clock_that_was_set_back_keeps_it(meeting, imported, people, scanned):
    run = imported(now=LATER)
    scanned(1, at=NOW)
    assert kinds(meeting, run) == [(1, "scan", 1)]


def test_what_was_there_before_an_import_by_a_clock_that_ran_ahead_does_not(meeting, imported, people, scanned):
    scanned(1, at=LATER + timedelta(days=1))
    assert kinds(meeting, imported(now=NOW)) == []


def test_an_import_of_an_earlier_version_goes_by_the_clock_on_the_wall(meeting, imported, scanned, monkeypatch):
    monkeypatch.setattr(import_runs, "last_rows", lambda _tx: {})
    run = imported()
    scanned(1, at=LATER)
    assert kinds(meeting, run) == [(1, "scan", 1)]


def test_a_print_order_of_which_nothing_came_out_yet_is_named(meeting, imported, everybody, print_run_of):
    run = imported()
    print_run_of(named(everybody, NEW["name"]).id, out=False)
    assert kinds(meeting, run) == [(4, "order", 1)]
    with pytest.raises(importing.ImportInUse) as told:
        importing.take_back(meeting, run, LATER)
    assert "Pages on their way to a printer: 1" in render(told.value.message, "en")


def test_somebody_changed_who_was_merged_since_keeps_the_import(meeting, imported):
    run = imported()
    merge(meeting, "e1", "a2", "a1", LATER)
    assert kinds(meeting, run) == [(1, "other", 1)]
    separate(meeting, "a1", LATER)
    assert kinds(meeting, run) == []
