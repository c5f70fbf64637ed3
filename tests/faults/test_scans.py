"""Whatever comes from a scanner or a keyboard is answered at once, stored, and stays text."""

import contextlib
import subprocess
import sys
import time
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from signin.domain.presence import replay
from signin.domain.scan import Direction
from signin.domain.verdict import UnknownCode, Unreadable, name_of
from signin.services import register, tallies
from signin.services.admit import RAW_KEPT, admit, admit_person
from signin.services.failures import PersonNotFound
from signin.store import Store, attendees, migrations, presences, scans

GARBAGE = {
    "nothing": "",
    "blanks": " \t\r\n",
    "a barcode": "8851234567890",
    "4 KB": "ກຂຄ" * 1400,
    "eight megabytes": "A" * 8_000_000,
    "control bytes": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "bytes that are no UTF-8": b"\xff\xfe\x80SG1".decode("utf-8", "surrogateescape"),
    "SQL": "'; DROP TABLE scan; --",
    "markup": "<b>ກ</b><img src='file:///etc/passwd'>",
    "format": "{0.__class__} %s %n {session}",
    "emoji": "😀👩‍👩‍👧‍👦",
    "bidi": "\u202eABC\u2066",
    "half a code": "ABCDEFGHI",
    "an address": "https://example.org/?q=" + "A" * 2000,
    "Thai keys": ";:ຢຊັຶຯ.ຟໂຖຸ",
    "another writing of A": "Ａ" * 18,
    "large when upper": "ŉ" * 64 + "ﬃ" * 64,
}


@pytest.mark.parametrize("raw", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_answered_at_once_and_stored_as_text(meeting, door, code, raw):
    admit(meeting, "first, for the statements are made once", door())
    took = []
    for nth in range(3):  # the best of three, for other programs run besides
        began = time.perf_counter()
        answer = admit(meeting, raw, door(door().now + timedelta(seconds=5 * nth)))
        took.append(time.perf_counter() - began)
        assert isinstance(answer.verdict, (UnknownCode, Unreadable))
        assert not answer.repeated
    assert min(took) < 0.1
    with meeting.store.read() as tx:
        stored = scans.get(tx, answer.scan.id)
        assert attendees.highest_number(tx, "e1") == 3
    assert stored == answer.scan
    assert len(stored.raw) <= 2 * RAW_KEPT
    encodable = raw.encode("utf-8", "ignore").decode() == raw and "\0" not in raw
    if encodable:
        assert stored.raw == raw[:RAW_KEPT]
    # One bad code breaks no later one.
    assert name_of(admit(meeting, code(1), door()).verdict) == "Admitted"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.text(st.characters(exclude_categories=()), max_size=60), out=st.booleans(), forced=st.booleans())
def test_any_text_at_all_is_answered(meeting, door, raw, out, forced):
    way = Direction.OUT if out else Direction.IN
    answer = admit(meeting, raw, door(direction=way, forced=forced))
    assert answer.attendee is None
    with meeting.store.read() as tx:
        assert scans.get(tx, answer.scan.id) is not None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(named=st.text(st.characters(exclude_categories=()), max_size=30))
@example(named="\ud800")
def test_any_text_at_all_names_a_person_or_nobody(meeting, door, named):
    with contextlib.suppress(PersonNotFound):
        assert admit_person(meeting, named, door()).attendee is not None


NAMES = [
    "'; DROP TABLE attendee; --",
    "<b>ກ</b> & <img src=x>",
    "ສົມ 😀",
    "=1+1",
    "{name}",
    "%s",
    "ກ" * 300,
    "O'Neill",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_text_for_a_walk_in_and_for_a_substitute(meeting, door, name):
    told = register.Particulars(name=name, organisation=name, position=name, phone=name, note=name)
    registered, answer = register.walk_in(meeting, told, door())
    instead = register.substitute(meeting, "e1", "3", told, door().now)
    with meeting.store.read() as tx:
        for one in (registered.attendee, instead.attendee, answer.attendee):
            stored = attendees.get(tx, one.id)
            assert (stored.name, stored.organisation, stored.note) == (name, name, name)
        assert attendees.highest_number(tx, "e1") == 5
    assert tallies.check(meeting)
    assert not any(finding.problems for finding in tallies.check(meeting))


TIMES = [
    datetime(2024, 6, 12, 8, 24),
    datetime(2024, 6, 12, 9, 0),
    datetime(2024, 6, 11, 23, 0),  # set back
    datetime(1980, 1, 1),  # an empty battery
    datetime(9000, 1, 1),  # a wrong year typed
    datetime(2024, 6, 12, 9, 1),  # and right again
]


def test_a_clock_that_is_set_back_keeps_the_order_and_never_blocks(meeting, door, code):
    given_order = []
    for nth, at in enumerate(TIMES):
        for number, way in ((1, Direction.IN), (1, Direction.OUT), (2, Direction.IN)):
            answer = admit(meeting, code(number), door(at, direction=way, forced=bool(nth % 2)))
            if not answer.repeated:
                given_order.append(answer.scan)
    with meeting.store.read() as tx:
        stored = scans.of_event(tx, "e1")
        assert stored == given_order
        assert presences.of_event(tx, "e1")
    assert [scan.clock for scan in stored] == sorted({scan.clock for scan in stored})
    assert [scan.sequence for scan in stored] == list(range(1, len(stored) + 1))
    assert not tallies.rebuild(meeting, "e1")
    with meeting.store.read() as tx:
        counted = tallies.tally_of(tx, tallies.events.get(tx, "e1"))
    assert all(took >= timedelta() for one in counted.sessions for took in one.time_inside.values())


# A desk of its own process: waits for the word, scans what it is told, and prints each verdict.
DESK = """
import os, sys
from datetime import datetime, timedelta
from pathlib import Path
from signin.domain.verdict import name_of
from signin.services.admit import Door, admit
from signin.services.desk import Desk
from signin.store import Store
path, name, same, *codes = sys.argv[1:]
at = datetime(2024, 6, 12, 8, 24)
with Store(Path(path)) as store:
    desk = Desk(store, name, os.urandom)
    print("ready", flush=True)
    sys.stdin.readline()
    for n, code in enumerate(codes):
        door = Door(event_id="e1", session_key="day1-am", now=at + timedelta(seconds=3 * n))
        answer = admit(desk, code, door)
        print(name_of(answer.verdict), getattr(answer.verdict, "desk", ""), flush=True)
"""


@pytest.fixture
def desks(store_file, environ):
    """Let processes scan at once: desks([codes of one], [codes of another] …); gives each one's verdicts."""

    def scan(*codes_of_each):
        started = [
            subprocess.Popen(
                [sys.executable, "-c", DESK, str(store_file), f"desk-{n}", "", *codes],
                env=environ,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for n, codes in enumerate(codes_of_each)
        ]
        assert all(desk.stdout.readline() == "ready\n" for desk in started)
        for desk in started:
            desk.stdin.write("go\n")
            desk.stdin.flush()
        ended = [desk.communicate(timeout=60) for desk in started]
        assert [errors for _, errors in ended] == [""] * len(started)
        return [[line.split() for line in out.splitlines()] for out, _ in ended]

    return scan


def test_the_same_person_at_two_desks_at_once_is_admitted_once(desks, store_file, code):
    both = [code(1), code(2), code(3)]
    one, two = desks(both, both)
    for first, second in zip(one, two, strict=True):
        verdicts = {first[0]: first, second[0]: second}
        assert set(verdicts) == {"Admitted", "AlreadyIn"}
        loser = "desk-0" if first[0] == "AlreadyIn" else "desk-1"
        assert verdicts["AlreadyIn"][1] != loser
    with Store(store_file) as store, store.read() as tx:
        assert len(presences.of_event(tx, "e1")) == 3


def test_four_desks_scan_at_once_and_none_is_ever_locked_out(desks, store_file, code):
    wanted = [[f"unknown!{desk}-{n}" for n in range(50)] for desk in range(4)]
    verdicts = desks(*wanted)
    assert [len(each) for each in verdicts] == [50] * 4
    assert {word for each in verdicts for word, *_ in each} == {"UnknownCode"}
    with Store(store_file) as store, store.read() as tx:
        stored = scans.of_event(tx, "e1")
        assert len({scan.clock for scan in stored}) == len(stored) == 200
        assert sorted(scan.raw for scan in stored) == sorted(raw for each in wanted for raw in each)
        assert set(presences.of_event(tx, "e1")) == set(replay(stored))


def test_a_store_opened_for_the_first_time_by_four_at_once_is_made_once(tmp_path, environ):
    making = (
        "import sys; from pathlib import Path; from signin.store import Store; Store(Path(sys.argv[1])).close()"
    )
    command = [sys.executable, "-c", making, str(tmp_path / "data" / "new.db")]
    started = [subprocess.Popen(command, env=environ, stderr=subprocess.PIPE) for _ in range(4)]
    assert [one.communicate()[1] for one in started] == [b""] * 4
    with Store(tmp_path / "data" / "new.db") as store, store.read() as tx:
        assert tx.exec_driver_sql("SELECT * FROM schema_version").fetchall() == [(1, migrations.NEWEST)]
