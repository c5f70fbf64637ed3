"""Nothing is looked for in a whole table while others wait: each statement is found by an index."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from signin.services.admit import Door, admit
from signin.services.roster_rows import load_roster, roster_news, whole
from signin.store import presences, scans

NOW = datetime(2024, 6, 12, 8, 24)


def test_whatever_names_a_person_or_a_session_is_found_by_it(desk):
    with closing(sqlite3.connect(desk.store.path)) as database:
        named = database.execute(
            """
            SELECT child.name, group_concat(key."from") FROM sqlite_master AS child
            JOIN pragma_foreign_key_list(child.name) AS key
            WHERE child.type = 'table' AND key."table" IN ('attendee', 'session') GROUP BY child.name, key.id
            """
        ).fetchall()
        indices = database.execute(
            """
            SELECT child.name, group_concat(part.name) FROM sqlite_master AS child
            JOIN pragma_index_list(child.name) AS one JOIN pragma_index_info(one.name) AS part
            WHERE child.type = 'table' AND NOT one.partial GROUP BY child.name, one.name
            """
        ).fetchall()
    assert {("scan", "event_id,session_key"), ("told_apart", "second_id")} < set(named)
    for table, columns in named:
        wanted = set(columns.split(","))
        found = [set(parts.split(",")[: len(wanted)]) for name, parts in indices if name == table]
        assert wanted in found, (table, columns)


@pytest.fixture
def plans(meeting):
    """Run some work and give how SQLite goes about each of its statements: plans(work)."""

    def heard(work):
        with meeting.store.read() as tx:
            driver = tx.connection.dbapi_connection
        said = []
        driver.set_trace_callback(said.append)
        work()
        driver.set_trace_callback(None)
        told = [one for one in said if one.split()[0] in {"SELECT", "UPDATE", "DELETE"}]
        assert told
        return [(one, row[3]) for one in told for row in driver.execute(f"EXPLAIN QUERY PLAN {one}")]

    return heard


def refuse_whole_tables(plans):
    for statement, plan in plans:
        whole_table = plan.startswith("SCAN ") and plan != "SCAN CONSTANT ROW" and "scan_in_order" not in plan
        assert not whole_table, (statement, plan)
        assert not plan.endswith("(event_id=?)"), (statement, plan)


def test_news_of_the_roster_are_found_by_who_and_when(meeting, plans, code):
    seen = load_roster(meeting, "e1").seen
    admit(meeting, code(1), Door(event_id="e1", session_key="day1-am", now=NOW))
    refuse_whole_tables(plans(lambda: roster_news(meeting, "e1", seen)))


def test_a_persons_card_is_read_by_the_person(meeting, plans):
    refuse_whole_tables(plans(lambda: whole(meeting, "e1", "a1")))


def test_stays_of_a_person_come_by_session(meeting, code):
    for session, at in (("day1-pm", NOW.replace(hour=13)), ("day1-am", NOW)):
        admit(meeting, code(1), Door(event_id="e1", session_key=session, now=at))
    with meeting.store.read() as tx:
        assert [stay.session_key for stay in presences.everywhere(tx, "e1", "a1")] == ["day1-am", "day1-pm"]


def test_who_was_scanned_since_is_told_without_unknown_codes(meeting, code):
    with meeting.store.read() as tx:
        before = scans.last_clock(tx)
    for raw in (code(1), "no code"):
        admit(meeting, raw, Door(event_id="e1", session_key="day1-am", now=NOW + timedelta(minutes=1)))
    with meeting.store.read() as tx:
        assert scans.people_since(tx, "e1", before) == ["a1"]
