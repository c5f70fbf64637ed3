"""What was kept of an import is sealed in its record: edited by hand, it is named, and never written back."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain import record as sealing
from signin.domain.record import Verb
from signin.exchange.people import RosterLine
from signin.exchange.roster import Reading
from signin.services import importing, rosters, tallies
from signin.services.corrections import Correction, correct
from signin.services.import_seal import SEAL
from signin.services.record_check import check_record
from signin.store import attendees
from signin.store import records as record_store

NOW = datetime(2024, 6, 11, 16, 0)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def run(meeting, people):
    """An import that gave the first person another phone and added somebody."""
    facts = ({"name": people[0].name, "number": 1, "phone": "020 55512345"}, {"name": "ຄຳ ແພງ", "number": 4})
    lines = tuple(RosterLine(row=row, **told) for row, told in enumerate(facts, 2))
    read = Reading(sheet="ບັນຊີ", header_row=1, columns=(), people=lines, skipped=0, notices=(), file="/usb/a.xlsx")
    return rosters.import_roster(meeting, "e1", read, NOW).run_id


@pytest.fixture
def by_hand(meeting):
    """Edit the store by hand: by_hand(SQL, value …)."""

    def edit(statement, *values):
        with meeting.store.write() as tx:
            tx.exec_driver_sql("PRAGMA defer_foreign_keys = on")
            tx.exec_driver_sql(statement, values)

    return edit


@pytest.fixture
def resealed(meeting, run, by_hand):
    """Write the import's record anew, with its hash, as an import from before there were seals has it."""

    def write(*, seal):
        with meeting.store.read() as tx:
            record = record_store.get(tx, run)
        fields = {name: pair for name, pair in record.fields.items() if name != SEAL or seal}
        again = sealing.sealed(replace(record, fields=fields), record.previous)
        values = (json.dumps({name: list(pair) for name, pair in fields.items()}), again.hash, run)
        by_hand("UPDATE record SET fields = ?, hash = ? WHERE id = ?", *values)

    return write


def said(meeting):
    return str(check_record(meeting, lambda *_: None).message)


def test_an_import_that_nobody_edited_is_whole_before_and_after_it_is_taken_back(meeting, run):
    assert importing.last_standing(meeting, "e1").sealed
    assert said(meeting).startswith("All 1 records are whole")
    importing.take_back(meeting, run, LATER)
    found = check_record(meeting, lambda *_: None)
    assert (found.is_whole, found.count, found.unsealed) == (True, 2, 0)


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE import_person SET fields = ? WHERE mark IS NULL", '{"phone": ["020 99999999", "020 55512345"]}'),
        ("UPDATE import_person SET fields = ? WHERE mark IS NULL", '{"phone": "x"}'),
        ("UPDATE import_person SET fields = ? WHERE mark IS NULL", "7"),
        ("UPDATE import_person SET fields = ? WHERE mark IS NULL", "{"),
        ("UPDATE import_person SET mark = ? WHERE mark IS NOT NULL", 7),
        ("UPDATE import_person SET mark = ? WHERE mark IS NOT NULL", b"7"),
        ("DELETE FROM import_person WHERE mark IS ?", None),
        ("INSERT INTO import_person SELECT id, 'a2', ?, NULL FROM import_run", 7),
        ("UPDATE import_run SET added = ?", 9),
        ("UPDATE import_run SET file = ?", "/usb/b.xlsx"),
        ("UPDATE import_run SET at = ?", "2024-06-11 17:00:00.000000"),
    ],
)
def test_whatever_is_edited_of_an_import_is_named_and_nothing_is_taken_back(
    meeting, run, by_hand, statement, value
):
    by_hand(statement, value)
    assert f"11/6/2024 16:00, desk “ໂຕະ 1” (“ກອງປະຊຸມທົດລອງ”, import {run})" in said(meeting)
    with pytest.raises(importing.ImportEdited):
        importing.hanging_on(meeting, run)
    with pytest.raises(importing.ImportEdited) as told:
        importing.take_back(meeting, run, LATER)
    assert told.value.exit_code == 5
    with meeting.store.read() as tx:
        assert attendees.by_number(tx, "e1", 1).phone == "020 55512345"
    (finding,) = [one for one in tallies.check(meeting) if one.name == "records"]
    assert [str(one) for one in finding.problems] == [f"What was kept of import “{run}” was edited by hand."]


def test_an_import_whose_log_was_taken_out_is_named(meeting, run, by_hand):
    by_hand("DELETE FROM import_person")
    by_hand("DELETE FROM import_run")
    found = check_record(meeting, lambda *_: None)
    assert (found.is_whole, found.edited.id) == (False, run)


@pytest.mark.parametrize("change", ["fields = '{}'", "fields = 'x'"])
def test_a_seal_taken_out_of_its_record_helps_nobody(meeting, run, by_hand, change):
    by_hand(f"UPDATE record SET {change}")
    assert said(meeting).startswith("A record was edited by hand")
    with pytest.raises(importing.ImportEdited):
        importing.take_back(meeting, run, LATER)


def test_a_run_slipped_in_under_another_record_is_none(meeting, people, by_hand):
    correct(meeting, "e1", "1", Correction(note="ຜັກ"), NOW)
    with meeting.store.read() as tx:
        (record,) = record_store.of_event(tx, "e1")
    assert record.verb is Verb.CORRECTED
    by_hand(
        "INSERT INTO import_run SELECT id, event_id, desk, at, 'x', 'x', 1, 0, 0, 1 FROM record WHERE id = ?",
        record.id,
    )
    with pytest.raises(importing.ImportEdited):
        importing.take_back(meeting, record.id, LATER)


def test_an_import_from_before_there_were_seals_is_told_and_can_be_taken_back(meeting, run, resealed, people):
    resealed(seal=False)
    assert not importing.last_standing(meeting, "e1").sealed
    assert said(meeting).endswith("Older imports without a seal: 1. What they did can be edited unseen.")
    assert importing.take_back(meeting, run, LATER).restored == 1
    with meeting.store.read() as tx:
        assert attendees.everyone(tx, "e1") == people


def test_of_the_first_imports_nothing_was_kept_and_nothing_is_told(meeting, run, resealed, by_hand):
    resealed(seal=False)
    by_hand("DELETE FROM import_person")
    by_hand("DELETE FROM import_run")
    assert said(meeting).startswith("All 1 records are whole")
    assert check_record(meeting, lambda *_: None).unsealed == 0
