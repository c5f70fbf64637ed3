"""The record is looked through with progress, and the first bad row is named so that people know which it is."""

from datetime import datetime, timedelta

import pytest

from signin.services import record_check
from signin.services.corrections import Correction, correct
from signin.services.record_check import check_record

MORNING = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def corrected(meeting):
    for nth in range(3):
        correct(meeting, "e1", "1", Correction(note=f"ທີ {nth}"), MORNING + timedelta(minutes=nth))
    return meeting


def edit(desk, change):
    with desk.store.write() as tx:
        tx.exec_driver_sql(f"UPDATE record SET {change} WHERE sequence = 2")


def test_whole_records_are_counted_and_progress_is_told(corrected, monkeypatch):
    monkeypatch.setattr(record_check, "STEP", 2)
    told = []
    found = check_record(corrected, lambda *at: told.append(at))
    assert told == [(0, 3), (2, 3), (3, 3)]
    assert str(found.message) == "All 3 records are whole: none was edited by hand, none was taken out."


def test_a_record_edited_by_hand_is_named_by_time_desk_and_person(corrected):
    edit(corrected, "reason = 'x'")
    said = str(check_record(corrected, lambda *_: None).message)
    assert "12/6/2024 08:25, desk “ໂຕະ 1”, about ທ່ານ ວັນໄຊ ອິນທະວົງ (“ກອງປະຊຸມທົດລອງ”, record" in said


def test_a_time_that_is_none_any_more_is_named_as_it_stands(corrected):
    edit(corrected, "at = 'yesterday'")
    assert "taken out: yesterday, desk" in str(check_record(corrected, lambda *_: None).message)


def test_a_record_about_the_event_says_so(corrected):
    edit(corrected, "subject_id = 'e1'")
    assert "about the event" in str(check_record(corrected, lambda *_: None).message)


def test_the_check_can_be_stopped(corrected):
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_record(corrected, stop)
    assert check_record(corrected, lambda *_: None).count == 3


def test_the_chains_of_several_desks_are_read_on_from_step_to_step(corrected, other_desk, monkeypatch):
    monkeypatch.setattr(record_check, "STEP", 2)
    for nth in range(3):
        correct(other_desk, "e1", "2", Correction(note=f"ທີ {nth}"), MORNING + timedelta(minutes=nth))
    found = check_record(corrected, lambda *_: None)
    assert (found.count, found.bad) == (6, None)


def test_nobody_waits_for_the_whole_check(corrected, monkeypatch):
    monkeypatch.setattr(record_check, "STEP", 1)
    from signin.store import Store

    with Store(corrected.store.path, busy_seconds=0.05) as other:

        def write(*_):
            with other.write() as tx:
                tx.exec_driver_sql("UPDATE attendee SET note = 'x' WHERE id = 'a3'")

        assert check_record(corrected, write).count == 3
