"""Who did what to whose place: with every change, to be read back, and not to be edited unseen."""

import random
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from signin.domain.record import Subject, Verb
from signin.domain.verdict import Admitted
from signin.exchange.roster import Reading, RosterLine
from signin.services.admit import Door
from signin.services.corrections import Correction, correct
from signin.services.desk import Desk
from signin.services.failures import AlreadyCancelled
from signin.services.import_seal import SEAL
from signin.services.records import first_bad, history
from signin.services.register import Particulars, cancel, reissue, restore, substitute, walk_in
from signin.services.rosters import import_roster
from signin.services.tallies import check
from signin.store import Store
from signin.store import records as rows

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)
DOOR = Door(event_id="e1", session_key="day1-am", now=NOW)


def told(desk, attendee_id=None):
    with desk.store.read() as tx:
        return history(tx, "e1", attendee_id)


def bad(desk):
    with desk.store.read() as tx:
        return first_bad(tx)


@pytest.fixture
def busy(meeting, other_desk):
    """Everything that is recorded has been done, at two desks."""
    cancel(meeting, "e1", "1", NOW, reason=" ໂທມາ ແຈ້ງ ")
    restore(other_desk, "e1", "1", LATER)
    substitute(meeting, "e1", "2", Particulars(name="ນາງ ມາ ແທນ"), LATER)
    reissue(meeting, "e1", "3", LATER)
    walk_in(other_desk, Particulars(name="ທ້າວ ມາ ເພີ່ມ", phone="020 1"), DOOR)
    correct(meeting, "e1", "3", Correction(phone="020 2"), LATER)
    return meeting


def test_a_cancelled_and_restored_place_tells_who_when_and_why(busy):
    first, second = told(busy, "a1")
    assert (first.verb, first.desk, first.at, first.reason) == (Verb.CANCELLED, "ໂຕະ 1", NOW, "ໂທມາ ແຈ້ງ")
    assert first.fields == {"state": ("expected", "cancelled")}
    assert (second.verb, second.desk, second.fields) == (
        Verb.RESTORED,
        "ໂຕະ 2",
        {"state": ("cancelled", "expected")},
    )


def test_a_substitute_is_told_with_both_people(busy):
    assert [one.verb for one in told(busy, "a2")] == [Verb.REPLACED]
    (came,) = [one for one in told(busy) if one.verb is Verb.SUBSTITUTED]
    assert came.fields["name"] == ("", "ມາ ແທນ")
    assert came.fields["stands_for"] == ("", "2")


def test_a_walk_in_a_new_code_and_a_correction_are_told(busy):
    verbs = [one.verb for one in told(busy)]
    assert sorted(verbs) == [
        *(Verb.CANCELLED, Verb.CORRECTED, Verb.REISSUED, Verb.REPLACED),
        *(Verb.RESTORED, Verb.SUBSTITUTED, Verb.WALKED_IN),
    ]
    (walked,) = [one for one in told(busy) if one.verb is Verb.WALKED_IN]
    assert walked.fields["phone"] == ("", "020 1")
    assert [(one.verb, one.fields) for one in told(busy, "a3")] == [
        (Verb.REISSUED, {}),
        (Verb.CORRECTED, {"phone": ("", "020 2")}),
    ]


def test_an_import_is_one_record_with_its_counts(meeting):
    line = RosterLine(row=2, name="ໃໝ່ ຄົນ")
    read = Reading(sheet="ບັນຊີ", header_row=1, columns=(), people=(line,), skipped=0, notices=())
    import_roster(meeting, "e1", read, NOW)
    (one,) = told(meeting)
    assert (one.verb, one.subject, one.reason) == (Verb.IMPORTED, Subject.ROSTER, "ບັນຊີ")
    counts = {name: pair for name, pair in one.fields.items() if name != SEAL and not name.startswith("last_")}
    assert counts == {"people": ("", "1"), "added": ("", "1"), "changed": ("", "0"), "missing": ("", "3")}


def test_scans_are_their_own_record(meeting, scanned):
    assert isinstance(scanned(1).verdict, Admitted)
    assert told(meeting) == []


def test_what_was_refused_leaves_no_record(meeting):
    cancel(meeting, "e1", "1", NOW)
    with pytest.raises(AlreadyCancelled):
        cancel(meeting, "e1", "1", LATER)
    assert len(told(meeting)) == 1


def test_the_record_of_an_honest_morning_is_whole(busy):
    assert bad(busy) is None
    assert all(not finding.problems for finding in check(busy))


BY_HAND = [
    "UPDATE record SET reason = 'ບໍ່ມີ' WHERE id = ?",
    'UPDATE record SET fields = \'{"state": ["expected", "expected"]}\' WHERE id = ?',
    "UPDATE record SET fields = 'no json' WHERE id = ?",
    "UPDATE record SET fields = '[1]' WHERE id = ?",
    "UPDATE record SET at = '2024-06-12 09:00:00.000000' WHERE id = ?",
    "UPDATE record SET at = 'noon' WHERE id = ?",
    "UPDATE record SET verb = 'praised' WHERE id = ?",
    "UPDATE record SET reason = x'ff' WHERE id = ?",
    "UPDATE record SET desk = 'ໂຕະ 7' WHERE id = ?",
    "UPDATE record SET sequence = 70 WHERE id = ?",
]


@pytest.mark.parametrize("statement", BY_HAND)
@pytest.mark.parametrize("nth", range(3))
def test_a_row_edited_by_hand_is_named_by_the_check(busy, statement, nth):
    own = [one for one in told(busy) if one.desk == "ໂຕະ 1"]
    edited = own[nth].id
    with closing(sqlite3.connect(busy.store.path)) as database, database:
        database.execute(statement, (edited,))
    found = [str(problem) for finding in check(busy) if finding.name == "records" for problem in finding.problems]
    assert found == [f"Record “{edited}” was edited by hand, or one before it was taken out."]


def test_a_row_taken_out_is_seen_by_the_row_after_it(busy):
    own = [one for one in told(busy) if one.desk == "ໂຕະ 1"]
    with closing(sqlite3.connect(busy.store.path)) as database, database:
        database.execute("DELETE FROM record WHERE id = ?", (own[1].id,))
    assert bad(busy) == own[2].id


def test_the_chain_goes_on_after_the_program_was_closed(busy):
    busy.store.close()
    with Store(busy.store.path) as store:
        again = Desk(store, "ໂຕະ 1", random.Random(9).randbytes)
        cancel(again, "e1", "3", LATER)
        assert bad(again) is None
        assert told(again, "a3")[-1].verb is Verb.CANCELLED


@pytest.mark.parametrize("statement", [one for one in BY_HAND if "desk" not in one])
def test_the_desk_goes_on_recording_after_a_row_was_edited(busy, statement):
    last = [one for one in told(busy) if one.desk == "ໂຕະ 1"][-1].id
    with closing(sqlite3.connect(busy.store.path)) as database, database:
        database.execute(statement, (last,))
    cancel(busy, "e1", "3", LATER)
    assert Verb.CANCELLED in {one.verb for one in told(busy, "a3")}
    assert bad(busy) == last


def test_the_chain_cannot_fork(busy):
    from dataclasses import replace

    from signin.store.failures import ValueTaken

    last = [one for one in told(busy) if one.desk == "ໂຕະ 1"][-1]
    with pytest.raises(ValueTaken), busy.store.write() as tx:
        rows.add(tx, replace(last, id="x", sequence=99))
