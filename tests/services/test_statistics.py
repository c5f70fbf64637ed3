"""The figures of the statistics are those of the door and of the command line."""

import csv
import json
import random
from datetime import datetime, timedelta
from io import StringIO

import openpyxl
import pytest

from signin import cli
from signin.domain.attendee import Category, Origin, Sex, State
from signin.domain.breakdown import Figures
from signin.services.board import load_board
from signin.services.failures import SessionNotFound
from signin.services.register import Particulars, cancel, substitute, walk_in
from signin.services.statistics import (
    VIEWS,
    View,
    numbers_of,
    span_words,
    statistics_of,
    table_of,
    write_statistics,
)
from signin.store import attendees
from signin.words import render

MORNING = datetime(2024, 6, 12, 8, 2)


@pytest.fixture
def crowd(meeting, attendee, scanned):
    """A meeting of which some came, in two sessions, with a walk-in, a substitute and somebody cancelled."""
    from conftest import code_of
    from signin.services.admit import Door

    chance = random.Random(5)
    more = [
        attendee(
            nth,
            organisation=chance.choice(["ພະແນກການເງິນ", "ພະແນກພາຍໃນ", ""]),
            province=chance.choice(["ຄຳມ່ວນ", "ສະຫວັນນະເຂດ", ""]),
            category=chance.choice(list(Category)),
            sex=chance.choice(list(Sex)),
        )
        for nth in range(4, 40)
    ]
    with meeting.store.write() as tx:
        attendees.add_many(tx, more)
        attendees.issue_codes(tx, {one.id: code_of(one.number) for one in more}, MORNING)
    cancel(meeting, "e1", "7", MORNING)
    substitute(meeting, "e1", "8", Particulars(name="ນາງ ສົມຈິດ ໄຊຍະວົງ"), MORNING)
    walk_in(meeting, Particulars(name="ທ້າວ ຄຳຫຼ້າ"), Door(event_id="e1", session_key="day1-am", now=MORNING))
    for minute, number in enumerate(range(9, 30)):
        scanned(number, MORNING + timedelta(minutes=minute))
    for number in range(20, 35):
        scanned(number, datetime(2024, 6, 13, 8, 31), session="day2-am")
    return meeting


def total_of(found, view):
    rows = [numbers_of(row.figures) for row in found.rows[view]]
    return tuple(map(sum, zip(*rows, strict=True)))


@pytest.mark.parametrize("session", [None, "day1-am", "day2-am", "day2-pm"])
def test_every_view_adds_up_to_the_total(crowd, session):
    found = statistics_of(crowd, "e1", session)
    for view in (View.ORGANISATION, View.PROVINCE, View.CATEGORY, View.SEX):
        assert total_of(found, view) == numbers_of(found.total)
    assert sum(span.arrived for span in found.spans) == found.total.count.arrived
    assert sum(span.women for span in found.spans) == found.total.count.women
    assert sum(span.unknown for span in found.spans) == found.total.unknown


@pytest.mark.parametrize("session", ["day1-am", "day2-am"])
def test_a_session_counts_as_the_door_does(crowd, session):
    found, board = statistics_of(crowd, "e1", session), load_board(crowd, "e1", session)
    count, counts = found.total.count, board.counts
    assert (count.expected, count.arrived, count.women_expected, count.women) == (
        *(counts.expected, counts.arrived, counts.women_expected, counts.women),
    )
    there = {name: one for name, one in board.by_organisation.items() if one.expected or one.arrived}
    assert {str(row.label): row.figures.count for row in found.rows[View.ORGANISATION]} == {
        name or "Without an organisation": one for name, one in there.items()
    }
    categories = [one for one in counts.by_category.values() if one.expected or one.arrived]
    assert [row.figures.count for row in found.rows[View.CATEGORY]] == categories


def test_the_figures_are_those_of_the_command_line(crowd, capsys):
    assert cli.run(["--store", str(crowd.store.path), "--json", "tally"]) == 0
    told = json.loads(capsys.readouterr().out)
    found = statistics_of(crowd, "e1")
    names = ("expected", "arrived", "women", "women_expected")
    assert {name: getattr(found.total.count, name) for name in names} == {name: told[name] for name in names}
    for view, key in ((View.PROVINCE, "by_province"), (View.CATEGORY, "by_category")):
        got = sorted([getattr(row.figures.count, name) for name in names] for row in found.rows[view])
        assert got == sorted([one[name] for name in names] for one in told[key].values())
    sessions = [[getattr(row.figures.count, name) for name in names] for row in found.rows[View.SESSIONS]]
    assert sessions == [[one[name] for name in names] for one in told["sessions"]]


def test_of_a_place_only_who_holds_it_is_expected(crowd):
    before = statistics_of(crowd, "e1").total.count.expected
    assert (
        before == 39 - 1 + 1
    )  # everybody but who was cancelled, and the walk-in; the substitute for the replaced
    with crowd.store.read() as tx:
        people = attendees.everyone(tx, "e1")
    assert {one.origin for one in people} == set(Origin)
    assert sum(one.state is State.EXPECTED for one in people) == before


def test_the_largest_stand_first_and_those_without_a_name_last(crowd):
    rows = statistics_of(crowd, "e1").rows[View.ORGANISATION]
    assert str(rows[-1].label) == "Without an organisation"
    sizes = [row.figures.count.expected for row in rows[:-1]]
    assert sizes == sorted(sizes, reverse=True)


def test_an_event_to_which_nobody_came_yet_has_no_spans(meeting):
    found = statistics_of(meeting, "e1")
    assert found.spans == ()
    assert numbers_of(found.total) == (3, 0, 1, 0, 1, 0)
    assert table_of(found, View.ARRIVALS)[1][-1][1] == (0, 0, 0, 0)


def test_an_unknown_session_is_refused(meeting):
    with pytest.raises(SessionNotFound):
        statistics_of(meeting, "e1", "day9-am")


def test_spans_are_written_with_their_days_where_there_are_several(crowd):
    found = statistics_of(crowd, "e1")
    assert str(table_of(found, View.ARRIVALS)[1][0][0]) == "12/6 08:00-09:00"
    one = statistics_of(crowd, "e1", "day1-am")
    assert str(table_of(one, View.ARRIVALS)[1][0][0]) == "08:00-08:05"
    assert span_words(one.spans[0], 1440, with_day=True) == "12/6"


@pytest.mark.parametrize("view", list(View))
def test_each_view_is_written_with_its_total(crowd, tmp_path, view):
    found = statistics_of(crowd, "e1", "day1-am")
    write_statistics(found, view, tmp_path / "n.csv", "en")
    text = (tmp_path / "n.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert rows[0][0] == VIEWS[view]
    assert rows[-1] == ["ກອງປະຊຸມທົດລອງ · day 1, morning"]
    if view is not View.SESSIONS:
        assert rows[-3][0] == "Total"
        assert str(found.total.count.arrived) in rows[-3]


def test_a_workbook_holds_numbers(crowd, tmp_path):
    found = statistics_of(crowd, "e1")
    write_statistics(found, View.SEX, tmp_path / "n.xlsx", "lo")
    sheet = openpyxl.load_workbook(tmp_path / "n.xlsx").active
    assert sheet["A1"].value == render(VIEWS[View.SEX], "lo") != VIEWS[View.SEX]
    assert sheet["B5"].value == found.total.count.expected
    assert isinstance(found.total, Figures)
