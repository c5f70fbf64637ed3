"""A disk that is full, a folder that cannot be written: said plainly, nothing half-written, and on it goes."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta

import pytest

from signin.services import papers, rosters
from signin.services.admit import admit
from signin.services.desk import Desk
from signin.store import Store, attendees, events, health, scans
from signin.store.failures import StoreFull
from signin.words import Failure

LONG = "X" * 3000


@pytest.fixture
def full(small_disk, store_file):
    """A desk whose disk is full of scans: its folder, and a way to make the disk larger."""
    folder, resize = small_disk
    assert resize(512)
    path = folder / "signin.db"
    shutil.copy(store_file, path)
    with Store(path) as store:
        yield Desk(store, "ໂຕະ 1", os.urandom), folder, resize


def fill(desk, door):
    """Scan until the disk is full; give the scans that were answered."""
    at, answered = door().now, []
    for n in range(1000):
        at += timedelta(seconds=3)
        try:
            answered.append(admit(desk, f"{LONG}{n}", door(at)).scan)
        except StoreFull:
            return answered
    pytest.fail("the disk never filled")


def test_a_full_disk_says_not_saved_keeps_what_was_saved_and_goes_on_when_there_is_room(full, door):
    desk, _, resize = full
    answered = fill(desk, door)
    assert len(answered) > 3
    for _ in range(3):
        with pytest.raises(StoreFull, match="Not saved"):
            admit(desk, LONG, door())
    with desk.store.read() as tx:
        assert scans.of_event(tx, "e1") == answered
        assert health.damage(tx) == []
        assert health.gaps(tx) == []
    assert resize(1024)
    again = admit(desk, "AGAIN", door()).scan
    with desk.store.read() as tx:
        assert {scan.id for scan in scans.of_event(tx, "e1")} == {scan.id for scan in (*answered, again)}


def test_an_import_too_large_for_the_disk_adds_nobody(full, attendee):
    """SQLite writes pages out before the end of a large transaction and rolls back by itself when it cannot."""
    desk, _, _ = full
    crowd = [attendee(number, name="ກ" * 300) for number in range(10, 3000)]
    with desk.store.write() as tx:
        tx.exec_driver_sql("PRAGMA cache_spill = 10")
    with desk.store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 10")
    with pytest.raises(StoreFull), desk.store.write() as tx:
        attendees.add_many(tx, crowd)
    with desk.store.read() as tx:
        assert attendees.highest_number(tx, "e1") == 3
        assert health.damage(tx) == []


@pytest.mark.parametrize("name", ["badges.pdf", "participants.pdf", "certificates.pdf", "list.xlsx", "list.csv"])
def test_a_paper_that_finds_no_room_leaves_the_older_one_and_no_half(full, door, name):
    desk, folder, resize = full
    out = folder / name
    out.write_bytes(b"the older paper")
    admit(desk, LONG, door())
    fill(desk, door)
    (folder / "more").write_bytes(b"")
    with (folder / "more").open("wb", buffering=0) as filler:
        try:
            while filler.write(b"x" * 4096):
                pass
        except OSError:
            pass
    there = sorted(path.name for path in folder.iterdir())
    with pytest.raises(Failure) as told:
        write(desk, out, door().now)
    assert told.value.exit_code in {6, 7}
    assert out.read_bytes() == b"the older paper"
    assert sorted(path.name for path in folder.iterdir()) == there
    assert resize(2048)
    write(desk, out, door().now)
    assert out.stat().st_size > 100
    assert out.read_bytes() != b"the older paper"


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_a_roster_that_finds_no_room_says_that_the_disk_is_full(small_disk, signin, store_file, name):
    folder, _ = small_disk
    (folder / name).write_bytes(b"the older list")
    with (folder / "more").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"x" * 4096):
            pass
    done = signin("roster", "export", folder / name, "--store", store_file)
    assert (done.code, done.err.decode()) == (
        7,
        f"{name} could not be written: the disk is full. Make room, or choose another folder.\n",
    )
    assert (folder / name).read_bytes() == b"the older list"


def write(desk, out, now):
    if out.suffix != ".pdf":
        rosters.export_roster(desk, "e1", out, "lo")
    else:
        getattr(papers, f"print_{out.stem}")(desk, "e1", out, now)


def test_the_command_line_tells_a_full_disk_as_exit_code_six(full, door, run_here):
    desk, folder, _ = full
    fill(desk, door)
    desk.store.close()
    scan = ("scan", LONG, "--session", "day1-am", "--store", folder / "signin.db", "--json")
    code, out, _ = run_here(*scan)
    assert (code, json.loads(out)["error"]["name"]) == (6, "StoreFull")
    assert run_here("check", "--store", folder / "signin.db")[0] == 0


def test_a_new_store_on_a_full_disk_can_be_made_when_there_is_room(small_disk):
    folder, resize = small_disk
    assert resize(16)
    with pytest.raises(StoreFull):
        Store(folder / "new.db")
    assert resize(1024)
    with Store(folder / "new.db") as store, store.read() as tx:
        assert events.everyone(tx) == []


def test_a_file_that_may_not_grow_says_so_and_stays_sound(signin, store_file):
    """A limit on the size of files, as quotas are; it needs no rights."""
    if (shell := shutil.which("sh")) is None:
        pytest.skip("no shell to set a limit with")
    before = [shell, "-c", 'ulimit -f 4; exec "$0" "$@"']
    scan = ("scan", LONG, "--session", "day1-am", "--store", store_file, "--json")
    done = signin(*scan, before=before)
    assert (done.code, done.json["error"]["exit_code"]) == (6, 6)
    assert signin(*scan).code == 0
    assert signin("check", "--store", store_file).code == 0


@pytest.fixture
def closed(tmp_path, store_file, event_file, as_common_user):
    """A folder with a store and a paper in it that cannot be written."""
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copy(store_file, folder / "signin.db")
    (folder / "older.pdf").write_bytes(b"older")
    shutil.copy(event_file, folder / "event.toml")
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


MANY = """
import json, sys
from signin.cli import run
sys.stdout.flush()
for command in json.loads(sys.argv[1]):
    print("", run(command), flush=True)
"""
IN_A_CLOSED_FOLDER = [
    (("event", "list"), 0),
    (("scan", "X", "--session", "day1-am"), 6),
    (("walk-in", "--name", "ນາງ ໃໝ່", "--session", "day1-am"), 6),
    (("print", "badges", "--out", "new.pdf"), 7),
    (("print", "badges", "--out", "older.pdf"), 7),
    (("roster", "export", "new.xlsx"), 7),
    (("event", "create", "event.toml", "--store", "new.db"), 6),
    (("event", "create", "event.toml", "--store", "folder/new.db"), 6),
    (("demo", "--out", "demo"), 7),
]


def test_a_folder_that_cannot_be_written_is_read_and_said_plainly(closed, environ, as_common_user):
    commands = [
        [*command, *([] if "--store" in command or command[0] == "demo" else ["--store", "signin.db"])]
        for command, _ in IN_A_CLOSED_FOLDER
    ]
    before = sorted((path.name, path.read_bytes()) for path in closed.iterdir())
    python = [*as_common_user, sys.executable, "-c", MANY, json.dumps(commands)]
    done = subprocess.run(python, env=environ, cwd=closed, capture_output=True, text=True, check=True)
    codes = [int(line) for line in done.stdout.splitlines() if line[:1] == " " and line[1:].isdigit()]
    assert codes == [code for _, code in IN_A_CLOSED_FOLDER], done.stderr
    assert "unexpected" not in done.stderr
    assert done.stderr.count("another") >= 5
    assert sorted((path.name, path.read_bytes()) for path in closed.iterdir()) == before


@pytest.mark.parametrize(("mode", "code"), [(0o444, 6), (0o000, 6)])
def test_a_file_that_cannot_be_written_is_said_plainly(store_file, signin, as_common_user, mode, code):
    before = store_file.read_bytes()
    store_file.chmod(mode)
    done = signin("scan", "X", "--session", "day1-am", "--store", store_file, "--json", before=as_common_user)
    store_file.chmod(0o644)
    assert (done.code, done.json["error"]["exit_code"]) == (code, code)
    assert "Not saved" in done.json["error"]["text"]
    assert store_file.read_bytes() == before


def test_an_own_folder_that_cannot_be_written_is_said_plainly(closed, signin, as_common_user):
    create = ("event", "create", str(closed / "event.toml"), "--json")
    done = signin(*create, env={"XDG_DATA_HOME": str(closed)}, before=as_common_user)
    assert done.code == 6
    assert str(closed) in done.json["error"]["text"]
