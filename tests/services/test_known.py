"""What the roster knows: offered while typing, and asked before somebody is added twice."""

from dataclasses import replace

import pytest

from signin.services.known import Known, known_texts, likely_same, likely_the_same
from signin.store import attendees, events


def test_the_most_frequent_texts_are_offered_first_and_empty_ones_never(meeting):
    told = known_texts(meeting, "e1")
    assert told.organisations == ("ພະແນກພາຍໃນ", "ພະແນກການເງິນ")
    assert told.positions == ()
    assert told.prefixes == ("ທ່ານ", "ທ່ານ ນ.", "ທ້າວ")


def test_other_events_texts_are_not_offered(meeting, event):
    assert known_texts(meeting, "e2") == Known()


@pytest.mark.parametrize(
    ("name", "phone", "numbers"),
    [
        ("ທ້າວ ວັນໄຊ ອິນທະວົງ", "", [1]),
        ("ວັນໄຊ\u200bອິນທະວົງ", "", [1]),
        ("ວັນໄຊ", "", []),
        ("", "020 5550-0001", [1]),
        ("ຄົນ ອື່ນ", "+856 20 5550 0001", [1]),
        ("ຄົນ ອື່ນ", "໐໒໐ ໕໕໕໐ ໐໐໐໑", [1]),
        ("ບຸນມີ ຂຽວມະນີ", "2055500001", [1, 3]),
        ("", "0001", []),
        ("", "20 5550 0009", []),
        ("%", "%%%%%%%%", []),
    ],
)
def test_who_may_be_the_one_at_the_desk(meeting, name, phone, numbers):
    assert [one.number for one in likely_the_same(meeting, "e1", name, phone)] == numbers


def test_a_phone_is_found_however_it_was_grouped_and_only_in_this_event(meeting, people, event):
    with meeting.store.write() as tx:
        attendees.change(tx, replace(people[1], phone="(+856) 20-5550.0001"))
        events.add(tx, replace(event, id="e2"), [])
        attendees.add_many(tx, [replace(people[2], id="b3", event_id="e2", phone="2055500001")])
        assert [one.id for one in likely_same(tx, "e1", "", "55500001")] == ["a1", "a2"]
