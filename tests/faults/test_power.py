"""Whatever stops the machine, a scan that was answered is there afterwards."""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from signin.domain.presence import replay
from signin.services import tallies
from signin.services.desk import Desk
from signin.store import Store, attendees, health, presences, scans

# A desk that scans without end, and says a scan's id only when admit() has given its answer.
SCANNING = """
import os, sys
from datetime import datetime, timedelta
from pathlib import Path
from signin.domain.scan import Direction
from signin.services.admit import Door, admit
from signin.services.desk import Desk
from signin.store import Store
at = datetime(2024, 6, 12, 8, 0) + timedelta(minutes=int(sys.argv[2]))
codes = sys.argv[3:]
with Store(Path(sys.argv[1])) as store:
    desk = Desk(store, "ໂຕະ 1", os.urandom)
    os.write(1, b"ready\\n")
    for n in range(100_000):
        at += timedelta(milliseconds=1500)
        way = Direction.OUT if n // len(codes) % 2 else Direction.IN
        door = Door(event_id="e1", session_key="day1-am", now=at, direction=way, forced=True)
        answer = admit(desk, codes[n % len(codes)], door)
        os.write(1, answer.scan.id.encode() + b"\\n")
"""


@pytest.fixture
def scanning(store_file, environ, code):
    def start(nth, **more):
        command = [sys.executable, "-c", SCANNING, str(store_file), str(nth), *map(code, (1, 2, 3))]
        return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, **more)

    return start


def test_a_desk_killed_at_any_instant_loses_no_answered_scan(scanning, store_file):
    instants = random.Random(20240612)
    acknowledged, began, kills = set(), time.monotonic(), 0
    while kills < 14 and time.monotonic() - began < 5:
        child = scanning(kills)
        assert child.stdout.readline() == b"ready\n"
        time.sleep(instants.uniform(0, 0.06))
        child.kill()
        told, _ = child.communicate()
        # A line without its end was cut off in the middle of saying it.
        acknowledged |= {line.decode().strip() for line in told.splitlines(keepends=True) if line.endswith(b"\n")}
        kills += 1
        opening = time.monotonic()
        with Store(store_file) as store, store.read() as tx:
            kept = {scan.id for scan in scans.of_event(tx, "e1")}
            assert time.monotonic() - opening < 2
            assert health.damage(tx) == []
            assert health.gaps(tx) == []
        assert acknowledged <= kept
    assert kills >= 3
    assert len(acknowledged) > kills
    with Store(store_file) as store:
        desk = Desk(store, "ໂຕະ 1", random.Random(1).randbytes)
        with store.read() as tx:
            assert set(presences.of_event(tx, "e1")) == set(replay(scans.of_event(tx, "e1")))
        assert not tallies.rebuild(desk, "e1")


def test_the_disk_has_a_scan_before_its_answer_is_given(scanning, tmp_path):
    """What a test can see of a power cut: between two answers, the file and then its journal were synced.

    That nothing is lost then was measured with these pragmas in simulated power cuts; this is not one.
    """
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not here to watch the calls")
    log = tmp_path / "calls"
    child = scanning(0)
    try:
        assert child.stdout.readline() == b"ready\n"
        calls = "trace=fsync,fdatasync,write,pwrite64,ftruncate"
        watching = subprocess.Popen(
            [strace, "-f", "-y", "-e", calls, "-o", str(log), "-p", str(child.pid)], stderr=subprocess.PIPE
        )
        if b"attached" not in watching.stderr.readline():
            pytest.skip("this machine lets nobody watch a process")
        for _ in range(60):
            child.stdout.readline()
        watching.terminate()
        watching.communicate()
    finally:
        child.kill()
        child.communicate()
    between = re.split(r"write\(1<[^\n]*", log.read_text())[1:-1]
    assert len(between) > 10
    for calls in between:
        named = re.findall(r"(fsync|fdatasync|pwrite64|ftruncate)\(\d+<([^>]*)>", calls)
        writes = [n for n, (call, path) in enumerate(named) if call == "pwrite64" and path.endswith(".db")]
        syncs = [n for n, (call, path) in enumerate(named) if "sync" in call and path.endswith(".db")]
        journal = [n for n, (call, path) in enumerate(named) if "sync" in call and path.endswith("-journal")]
        if not writes:  # the same code within two seconds, or WAL
            assert "-wal" in calls or not named
            continue
        assert min(journal) < min(writes), "the way back was not on disk before the file was touched"
        assert max(syncs) > max(writes), "the answer was given before the file was on disk"
        last = [n for n, (call, path) in enumerate(named) if call == "ftruncate" and path.endswith("-journal")]
        assert max(journal) > max(last), "the journal's end was not on disk"


def test_a_journal_that_was_left_behind_is_played_back(store_file, tmp_path, people):
    """A store as a power cut leaves it in the middle of COMMIT: pages changed, the journal still there."""
    cut = tmp_path / "cut.db"
    with closing(sqlite3.connect(store_file, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN IMMEDIATE")
        # More than the cache holds, so that SQLite writes pages out before the end.
        database.execute("UPDATE attendee SET note = hex(zeroblob(20000)), name = 'half'")
        for tail in ("", "-journal"):
            shutil.copy(store_file.with_name(store_file.name + tail), cut.with_name(cut.name + tail))
        database.execute("ROLLBACK")
    assert cut.read_bytes() != store_file.read_bytes()
    with Store(cut) as store, store.read() as tx:
        assert attendees.everyone(tx, "e1") == people
        assert health.damage(tx) == []
    assert not (tmp_path / "cut.db-journal").exists() or not (tmp_path / "cut.db-journal").stat().st_size
