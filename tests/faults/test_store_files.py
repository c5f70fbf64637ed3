"""Files that are no sound store: told apart, never touched when they are somebody's, never deleted."""

import json
import os
import random
import shutil
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from sqlalchemy import text

from signin.store import Store, attendees, backup, engine, events, health, migrations, rescue
from signin.store.failures import Failure, StoreDamaged, StoreFailure

COMMANDS = [
    ("event", "list"),
    ("session", "list"),
    ("tally",),
    ("check",),
    ("scan", "X", "--session", "day1-am"),
    ("cancel", "1"),
]


def hurt(content, kind, chance):
    """Give a store's bytes as accidents leave them."""
    hurt = bytearray(content)
    if kind == "cut":
        return bytes(hurt[: chance.randrange(1, len(hurt))])
    if kind == "noise":
        return chance.randbytes(len(hurt))
    if kind == "noise under a sound head":
        return bytes(hurt[:100]) + chance.randbytes(len(hurt) - 100)
    if kind == "a page lost":
        page = chance.randrange(len(hurt) // 4096)
        hurt[page * 4096 : page * 4096 + 4096] = bytes(4096)
        return bytes(hurt)
    for _ in range(3):
        at = chance.randrange(len(hurt) // 512) * 512
        hurt[at : at + 512] = chance.randbytes(512)
    return bytes(hurt)


@pytest.mark.parametrize("kind", ["cut", "noise", "noise under a sound head", "a page lost", "sectors lost"])
def test_a_damaged_store_that_somebody_named_is_answered_plainly_and_stays(store_file, run_here, tmp_path, kind):
    content, chance = store_file.read_bytes(), random.Random(kind)
    path = tmp_path / "hurt.db"
    for nth in range(8):
        broken = hurt(content, kind, chance)
        path.write_bytes(broken)
        code, out, err = run_here(*COMMANDS[nth % len(COMMANDS)], "--store", path, "--json")
        assert code in {0, 4, 6}, err
        assert isinstance(json.loads(out), dict)
        assert path.exists()
        assert not list(tmp_path.glob("hurt.db.damaged-*"))
        if kind in {"cut", "noise", "noise under a sound head"}:
            assert code == 6
            assert path.read_bytes() == broken


def test_letters_that_are_no_utf8_are_damage_and_no_surprise(store_file):
    with closing(sqlite3.connect(store_file)) as database:
        database.execute("UPDATE attendee SET note = CAST(x'ff41' AS TEXT) WHERE number = 2")
        database.commit()
    with Store(store_file) as store, store.read() as tx:
        assert attendees.by_number(tx, "e1", 1)
    with Store(store_file) as store, pytest.raises(StoreDamaged), store.read() as tx:
        attendees.everyone(tx, "e1")


@pytest.fixture
def own(tmp_path, store_file):
    """The program's own store, with two backups beside it, of which the newer is damaged."""
    path = tmp_path / "data" / "signin" / "signin.db"
    path.parent.mkdir(parents=True)
    shutil.copy(store_file, path)
    good, bad = backup.beside(path, "good"), backup.beside(path, "bad")
    os.utime(good, (1, 1))
    bad.write_bytes(b"SQLite format 3\0" + b"\xff" * 3000)
    return path, good


@pytest.mark.parametrize("content", [b"noise" * 1000, b"SQLite format 3\0" + b"\xff" * 5000, b"PK", b""])
def test_the_own_damaged_store_is_moved_aside_and_the_newest_good_backup_is_named(own, run_here, content):
    path, good = own
    path.write_bytes(content)
    path.with_name("signin.db-journal").write_bytes(b"journal")
    code, out, _ = run_here("event", "list", "--json")
    error = json.loads(out)["error"]
    assert (code, error["name"]) == (6, "StoreMovedAside")
    assert str(good) in error["text"]
    aside = path.with_name("signin.db.damaged-1")
    assert aside.read_bytes() == content
    assert aside.with_name(aside.name + "-journal").exists() or not path.with_name("signin.db-journal").exists()
    assert str(aside) in error["text"]
    # As the message says: copy the backup there, and everything is back.
    shutil.copy(good, path)
    assert len(json.loads(run_here("event", "list", "--json")[1])["events"]) == 1


def test_the_own_damaged_store_in_a_closed_folder_is_left_and_said(own, signin, as_common_user):
    path, _ = own
    path.write_bytes(b"noise" * 1000)
    path.parent.chmod(0o555)
    done = signin("event", "list", "--json", before=as_common_user)
    path.parent.chmod(0o755)
    assert (done.code, done.json["error"]["name"]) == (6, "StoreDamaged")
    assert path.read_bytes() == b"noise" * 1000


def test_a_named_store_with_backups_beside_it_is_ours_and_moved_aside_too(store_file, run_here):
    good = backup.beside(store_file, "good")
    store_file.write_bytes(b"")
    code, out, _ = run_here("event", "list", "--store", store_file, "--json")
    error = json.loads(out)["error"]
    assert (code, error["name"], str(good) in error["text"]) == (6, "StoreMovedAside", True)
    assert store_file.with_name("signin.db.damaged-1").exists()
    # Asked again, it is told again, and nothing is begun over it.
    code, out, _ = run_here("event", "list", "--store", store_file, "--json")
    assert (code, json.loads(out)["error"]["name"]) == (6, "StoreGone")
    assert str(good) in json.loads(out)["error"]["text"]
    assert not store_file.exists()


def test_the_own_damaged_store_without_a_backup_is_moved_aside_and_none_is_promised(own, run_here):
    path, _ = own
    for copy in path.parent.glob("*.backup"):
        copy.unlink()
    path.write_bytes(b"noise" * 1000)
    code, out, _ = run_here("event", "list", "--json")
    assert (code, json.loads(out)["error"]["name"]) == (6, "StoreLost")
    assert path.with_name("signin.db.damaged-1").read_bytes() == b"noise" * 1000


def test_the_own_empty_store_without_a_backup_is_moved_aside_and_begun_anew_with_a_word(own, run_here):
    path, _ = own
    for copy in path.parent.glob("*.backup"):
        copy.unlink()
    path.write_bytes(b"")
    os.utime(path, (1, 1))
    code, _, err = run_here("event", "list")
    assert (code, "moved to" in err) == (0, True)
    assert path.with_name("signin.db.damaged-1").read_bytes() == b""
    assert health_of(path) == []


def test_an_empty_store_that_was_made_this_instant_is_simply_begun(own, run_here):
    path, _ = own
    for copy in path.parent.glob("*.backup"):
        copy.unlink()
    path.write_bytes(b"")
    code, _, err = run_here("event", "list")
    assert (code, err) == (0, "")
    assert not list(path.parent.glob("*.damaged-*"))


def test_an_empty_file_that_another_program_is_filling_is_no_damage(tmp_path):
    path = tmp_path / "signin.db"
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE t (n)")
        timer = threading.Timer(0.3, other.execute, ["COMMIT"])
        timer.start()
        assert not rescue.is_empty(path)
        timer.join()


def test_a_journal_left_behind_is_not_played_into_the_backup_that_is_brought_back(store_file):
    good = backup.beside(store_file, "good")
    store_file.unlink()
    store_file.with_name("signin.db-journal").write_bytes(b"an old journal")
    rescue.bring_back(good, store_file)
    assert health_of(store_file) == []
    assert store_file.with_name("signin.db.damaged-1-journal").read_bytes() == b"an old journal"


def test_a_backup_that_is_no_good_is_not_brought_back(store_file, tmp_path):
    (tmp_path / "bad").write_bytes(b"noise" * 1000)
    before = store_file.read_bytes()
    with pytest.raises(StoreDamaged):
        rescue.bring_back(tmp_path / "bad", store_file)
    assert store_file.read_bytes() == before


def health_of(path):
    with Store(path) as store, store.read() as tx:
        return health.damage(tx)


def test_an_empty_file_that_somebody_named_becomes_a_store(tmp_path, run_here):
    (tmp_path / "empty.db").touch()
    assert run_here("event", "list", "--store", tmp_path / "empty.db")[0] == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_a_newer_store_is_refused_byte_for_byte_untouched(store_file, run_here, command):
    with closing(sqlite3.connect(store_file)) as database:
        database.execute("UPDATE schema_version SET version = 1000")
        database.commit()
    before = {path.name: path.read_bytes() for path in store_file.parent.iterdir() if path.is_file()}
    code, out, err = run_here(*command, "--store", store_file, "--json")
    assert (code, json.loads(out)["error"]["name"]) == (6, "StoreNewer")
    assert ("newer" in err, "Update signin" in err) == (True, True)
    assert {path.name: path.read_bytes() for path in store_file.parent.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("statements", [1, 3])
def test_a_migration_killed_in_the_middle_is_all_or_nothing(store_file, monkeypatch, people, statements):
    def killed(tx):
        for nth in range(statements):
            tx.execute(text(f"CREATE TABLE half_{nth} (n INTEGER)"))
        tx.execute(text("UPDATE attendee SET name = 'half'"))
        # As the disk is at the instant of the kill.
        for tail in ("", "-journal"):
            there = store_file.with_name(store_file.name + tail)
            if there.exists():
                shutil.copy(there, there.with_name("killed.db" + tail))
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr(migrations.run, "__defaults__", ((*migrations.STEPS, killed),))
    with pytest.raises(KeyboardInterrupt):
        Store(store_file)
    monkeypatch.undo()
    (copy,) = store_file.parent.glob("*.backup")
    assert backup.is_good(copy)
    for path in (store_file, store_file.with_name("killed.db"), copy):
        with Store(path) as store, store.read() as tx:
            assert attendees.everyone(tx, "e1") == people
            assert health.damage(tx) == []


@pytest.mark.parametrize(
    "name", ["what?mode=memory.db", "a#b.db", "100%20.db", ":memory:", "file:x.db", "ກອງ ປະຊຸມ.db", "-x.db", "'.db"]
)
def test_a_file_of_any_name_is_the_file_that_is_opened(tmp_path, monkeypatch, event, name):
    monkeypatch.chdir(tmp_path)
    from pathlib import Path

    with Store(Path(name)) as store, store.write() as tx:
        events.add(tx, event, [])
    with Store(tmp_path / name) as store, store.read() as tx:
        assert events.everyone(tx) == [event]
    assert {path.name for path in tmp_path.iterdir()} <= {name, f"{name}-journal", f"{name}-wal", f"{name}-shm"}


def test_a_store_that_another_program_holds_is_waited_for_and_then_not_saved(store_file, run_here, monkeypatch):
    assert engine.BUSY_SECONDS == Store.__init__.__kwdefaults__["busy_seconds"] == 5
    monkeypatch.setitem(Store.__init__.__kwdefaults__, "busy_seconds", 0.5)
    with closing(sqlite3.connect(store_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        code, out, _ = run_here("scan", "X", "--session", "day1-am", "--store", store_file, "--json")
        waited = time.monotonic() - began
    error = json.loads(out)["error"]
    assert (code, error["name"]) == (6, "StoreBusy")
    assert error["text"].startswith("Not saved")
    assert waited > 0.4


def test_a_store_that_is_let_go_in_time_is_written_after_all(store_file, door):
    from signin.services.admit import admit
    from signin.services.desk import Desk

    held = sqlite3.connect(store_file, isolation_level=None, check_same_thread=False)
    with Store(store_file) as store, closing(held):
        held.execute("BEGIN EXCLUSIVE")
        timer = threading.Timer(0.3, held.execute, ["ROLLBACK"])
        timer.start()
        assert admit(Desk(store, "ໂຕະ 1", os.urandom), "X", door()).scan
        timer.join()


@pytest.mark.parametrize("out", ["signin.db", ".", "pipe"])
@pytest.mark.parametrize("command", ["badges", "participants", "sign-in", "certificates"])
def test_a_paper_never_takes_the_place_of_the_store(store_file, run_here, monkeypatch, command, out):
    monkeypatch.chdir(store_file.parent)
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe")
    elif out == "pipe":
        pytest.skip("this system has no such files")
    before = store_file.read_bytes()
    code, told, _ = run_here("print", command, "--out", out, "--store", store_file, "--json")
    assert (code, json.loads(told)["error"]["name"]) == (7, "NotToBeReplaced")
    assert store_file.read_bytes() == before


def test_every_failure_of_the_store_ends_in_its_own_code():
    kinds = {StoreFailure, *StoreFailure.__subclasses__()}
    assert {kind.exit_code for kind in kinds} == {5, 6}
    assert all(issubclass(kind, Failure) for kind in kinds)
