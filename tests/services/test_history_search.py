"""What is looked for among all that happened is found as people read it, however it is stored."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from signin.domain.print_run import Paper
from signin.services import events_again, history, print_log
from signin.services.corrections import Correction, correct
from signin.services.history import Filter
from signin.services.paper_orders import Order, gather
from signin.services.print_log import Target
from signin.store import certificates
from signin.words import render

MORNING = datetime(2024, 6, 12, 8, 24)


def later(minutes):
    return MORNING + timedelta(minutes=minutes)


@pytest.fixture
def told(meeting):
    """The sentences about an event, the latest first: told(text=…)."""

    def lines(**only):
        page = history.of_event(meeting, "e1", most=100, only=Filter(**only))
        return [render(one.line.message, "en") for one in page.lines]

    return lines


@pytest.mark.parametrize(
    "broken", ["fields = 'none'", "at = 'yesterday'", "at = at || '+07:00'", "at = ''", "at = x'00'"]
)
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_row_that_was_edited_leaves_the_others_in_their_order(meeting, scanned, told, broken, nth):
    for minute in (1, 3, 5):
        correct(meeting, "e1", "1", Correction(note=f"ທີ {minute}"), later(minute))
        scanned(minute // 2 + 1, later(minute + 1))
    before = told()
    with meeting.store.write() as tx:
        tx.exec_driver_sql(f"UPDATE record SET {broken} WHERE sequence = {nth}")
    del before[7 - 2 * nth]
    assert told() == before


def test_desks_and_days_of_those_who_only_printed_are_offered(meeting, other_desk):
    gathered = gather(meeting, Order(event_id="e1", paper=Paper.BADGES))
    print_log.begin(other_desk, gathered, Target(name="Epson", pages=range(1)), datetime(2024, 6, 11, 15))
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {"a1": (1, "001/2024")}, datetime(2024, 6, 14, 9))
    assert history.known(meeting, "e1") == history.Known(("ໂຕະ 2",), (date(2024, 6, 11), date(2024, 6, 14)))


def test_letters_are_found_where_people_read_them_and_not_in_how_they_are_stored(meeting, event, told):
    correct(meeting, "e1", "3", Correction(note="ຄົນຂັບລົດ", email="ea@x.la"), later(1))
    events_again.change_event(meeting, replace(event, venue="ຫ້ອງ 2"), later(2))
    both = ["Email: – → ea@x.la; Note: – → ຄົນຂັບລົດ"]
    assert [told(text=one) for one in ("u0e", "99", "note", '"')] == [[]] * 4
    assert told(text="ea") == told(text="EA") == told(text="ຂັບ") == both
    copy = events_again.clone_event(meeting, "e1", date(2024, 7, 1), "ໃໝ່", later(3))
    assert history.of_event(meeting, copy.id, most=9, only=Filter(text="e1")).lines == ()


def test_what_is_typed_in_another_order_or_spelling_is_found_and_old_rows_too(meeting, scanned, told):
    correct(meeting, "e1", "3", Correction(note="ໜ້ອຍ ຄຳ"), later(1))
    with meeting.store.write() as tx:
        tx.exec_driver_sql(r"""UPDATE record SET fields = '{"note": ["", "\u0edc\u0ec9\u0ead\u0e8d"]}'""")
    scanned("ຫນ້ອຍ", later(2))
    assert len(told(text="ຫນ້ອຍ")) == 2
    assert len(told(text=" ໜ້ອຍ\u200b ")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "none",
        "[1]",
        '{"note": 1}',
        '{"note": [1, 2]}',
        "null",
        r'{"note": ["\ud800", ""], "x": "ກ"}',
        "[" * 100_000,
    ],
)
def test_rows_that_are_no_records_any_more_hold_nothing_and_stop_no_search(meeting, told, fields):
    correct(meeting, "e1", "1", Correction(note="ກ"), later(1))
    correct(meeting, "e1", "1", Correction(note="ຂ"), later(2))
    with meeting.store.write() as tx:
        tx.exec_driver_sql("UPDATE record SET fields = ? WHERE sequence = 2", (fields,))
    assert told(text="ກ") == ["Note: – → ກ"]
