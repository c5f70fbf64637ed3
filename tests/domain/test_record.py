"""A chain of records: whoever edits one, takes one out or slips one in is found at that place."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from signin.domain.record import Record, Subject, Verb, beginning, first_bad, hash_of, sealed

NOW = datetime(2024, 6, 12, 8, 24)


def chain(desk, count):
    rows, previous = [], beginning(desk)
    for sequence in range(1, count + 1):
        row = Record(
            id=f"{desk}-{sequence}",
            event_id="e1",
            desk=desk,
            sequence=sequence,
            at=NOW + timedelta(minutes=sequence),
            subject=Subject.ATTENDEE,
            subject_id="a1",
            verb=Verb.CORRECTED,
            fields={"phone": ("1", "ໂທ")},
        )
        rows.append(sealed(row, previous))
        previous = rows[-1].hash
    return rows


def bad(rows):
    return first_bad((row.id, row) for row in rows)


def test_whole_chains_of_several_desks_are_sound():
    assert bad([*chain("A", 4), *chain("B", 2)]) is None
    assert bad([]) is None


EDITS = {
    "at": NOW,
    "event_id": "e2",
    "subject_id": "a2",
    "subject": Subject.ROSTER,
    "verb": Verb.CANCELLED,
    "fields": {"phone": ("1", "2")},
    "reason": "x",
    "reference": "A-1",
    "sequence": 9,
    "previous": "x",
    "hash": "x",
    "desk": "C",
    "id": "x",
}


@given(st.integers(0, 3), st.sampled_from(sorted(EDITS)))
def test_the_first_row_that_was_edited_is_named(nth, field):
    rows = chain("A", 4)
    rows[nth] = replace(rows[nth], **{field: EDITS[field]})
    assert bad(rows) == rows[nth].id


@given(st.integers(0, 2))
def test_a_row_after_one_that_was_taken_out_is_named(nth):
    rows = chain("A", 4)
    assert bad(rows[:nth] + rows[nth + 1 :]) == rows[nth + 1].id


def test_a_row_edited_with_its_own_hash_made_again_breaks_the_next_one():
    rows = chain("A", 3)
    edited = replace(rows[1], reason="x")
    rows[1] = replace(edited, hash=hash_of(edited))
    assert bad(rows) == "A-3"


def test_a_row_that_is_no_record_any_more_is_named():
    rows = chain("A", 2)
    assert first_bad([("A-1", rows[0]), ("A-2", None)]) == "A-2"
