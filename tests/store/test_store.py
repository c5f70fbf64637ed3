import os
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import partial

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from signin.domain.attendee import Category, Sex, SexSource, State
from signin.domain.event import CertificateTerms, Chair, Letterhead, Mode, Rule
from signin.store import Store, attendees, backup, certificates, engine, events, health, migrations, place, records
from signin.store.failures import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreMoved,
    StoreNewer,
    StoreNotHere,
    StoreReadOnly,
    StoreUnreachable,
    ValueTaken,
    failure_for,
)

NOW = datetime(2024, 6, 12, 8, 24, 7)


def test_an_event_and_its_sessions_come_back_as_they_went_in(desk, event, sessions):
    event = replace(
        event,
        chairs=(Chair(name="ສົມ ດີ", prefix="ທ່ານ", position="ຫົວໜ້າ"),),
        letterhead=Letterhead(offices=("ກະຊວງ", "ສູນ"), number="ເລກທີ 1", place="ວຽງຈັນ"),
        certificate=CertificateTerms(rule=Rule.SHARE, value=Fraction(2, 3), sessions=("day1-am",)),
        language="en",
    )
    sessions = [
        replace(sessions[0], mode=Mode.IN_OUT, categories=frozenset({Category.CHAIR}), people=frozenset({3})),
        *sessions[1:],
    ]
    with desk.store.write() as tx:
        events.add(tx, event, sessions)
    with desk.store.read() as tx:
        assert events.everyone(tx) == [event]
        assert events.get(tx, "e1") == event
        assert events.sessions_of(tx, "e1") == sessions
        assert events.session_of(tx, "e1", "day1-am") == sessions[0]
        assert events.session_of(tx, "e1", "none") is None
        assert events.get(tx, "none") is None


def test_an_event_without_sessions_can_be_stored(desk, event):
    with desk.store.write() as tx:
        events.add(tx, event, [])
        assert events.sessions_of(tx, "e1") == []


def test_people_come_back_as_they_went_in(meeting, people, code):
    with meeting.store.read() as tx:
        assert attendees.everyone(tx, "e1") == people
        assert attendees.get(tx, "a2") == people[1]
        assert attendees.by_number(tx, "e1", 3) == people[2]
        assert attendees.by_number(tx, "e1", 99) is None
        assert attendees.by_code(tx, code(2)) == attendees.Holder(people[1], live=True)
        assert attendees.live_codes(tx, "e1") == {f"a{n}": code(n) for n in (1, 2, 3)}


def test_changed_facts_are_found_under_the_new_name(meeting, people):
    changed = replace(people[0], name="ໃໝ່ ຊື່", sex=Sex.MALE, sex_source=SexSource.PROPOSED, state=State.CANCELLED)
    with meeting.store.write() as tx:
        attendees.change(tx, changed)
        assert attendees.with_same_name(tx, "e1", "ທ່ານ ໃໝ່ ຊື່") == [changed]


def test_numbers_can_be_swapped_and_never_shared(meeting, people):
    one, two = replace(people[0], number=2), replace(people[1], number=1)
    with meeting.store.write() as tx:
        attendees.change_many(tx, [one, two])
        assert attendees.by_number(tx, "e1", 1) == two
    with pytest.raises(ValueTaken), meeting.store.write() as tx:
        attendees.change(tx, replace(people[2], number=1))


def test_a_person_holds_one_live_code(meeting):
    with pytest.raises(ValueTaken), meeting.store.write() as tx:
        attendees.issue_codes(tx, {"a1": "A" * 18}, NOW)
    with meeting.store.write() as tx:
        attendees.retire_code(tx, "a1", NOW)
        attendees.issue_codes(tx, {"a1": "A" * 18}, NOW)
        assert attendees.live_code(tx, "a1") == "A" * 18


def test_a_register_number_is_given_once(meeting):
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {}, NOW)
        certificates.add(tx, "e1", {"a1": (1, "001/2024")}, NOW)
        assert certificates.of_event(tx, "e1") == {"a1": "001/2024"}
        assert certificates.highest(tx, "e1") == 1
    for clash in ({"a1": (2, "002/2024")}, {"a2": (1, "009/2024")}, {"a2": (2, "001/2024")}):
        with pytest.raises(ValueTaken), meeting.store.write() as tx:
            certificates.add(tx, "e1", clash, NOW)


def test_a_failed_transaction_leaves_nothing(meeting, attendee):
    with pytest.raises(ValueTaken), meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(9), attendee(1)])
    with meeting.store.read() as tx:
        assert attendees.by_number(tx, "e1", 9) is None


def test_what_was_committed_is_there_when_opened_again(meeting, people):
    meeting.store.close()
    with Store(meeting.store.path) as again, again.read() as tx:
        assert attendees.everyone(tx, "e1") == people


def test_the_journal_is_chosen_by_what_this_sqlite_can_do_safely(desk):
    mode, synchronous = engine.journal_pragmas()
    with desk.store.read() as tx:
        assert tx.execute(text("PRAGMA journal_mode")).scalar() == mode.lower()
        assert tx.execute(text("PRAGMA synchronous")).scalar() == {"FULL": 2, "EXTRA": 3}[synchronous]
        assert tx.execute(text("PRAGMA foreign_keys")).scalar() == 1


@pytest.mark.parametrize(
    ("version", "pragmas"),
    [
        ((3, 40, 1), ("TRUNCATE", "EXTRA")),
        ((3, 44, 6), ("WAL", "FULL")),
        ((3, 45, 0), ("TRUNCATE", "EXTRA")),
        ((3, 50, 7), ("WAL", "FULL")),
        ((3, 51, 2), ("TRUNCATE", "EXTRA")),
        ((3, 51, 3), ("WAL", "FULL")),
        ((4, 0, 0), ("WAL", "FULL")),
    ],
)
def test_wal_is_used_only_where_it_is_mended(version, pragmas):
    assert engine.journal_pragmas(version) == pragmas


def test_the_tables_of_today_are_those_that_the_migrations_make(desk, tmp_path):
    from sqlalchemy import create_engine

    from signin.store import import_tables, pin_table
    from signin.store.tables import metadata

    assert all((import_tables, pin_table))
    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    metadata.create_all(fresh)
    fresh.dispose()

    def shape(path):
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        return {name: " ".join(sql.split()).replace("( ", "(").replace(" )", ")") for name, sql in rows}

    migrated = shape(desk.store.path)
    assert "schema_version" in migrated
    del migrated["schema_version"]
    assert migrated == shape(tmp_path / "fresh.db")


def test_a_newer_store_is_refused_and_untouched(tmp_path):
    path = tmp_path / "newer.db"
    with Store(path) as store, store.write() as tx:
        tx.execute(text("UPDATE schema_version SET version = 99"))
    before = path.read_bytes()
    with pytest.raises(StoreNewer) as told:
        Store(path)
    assert told.value.values["found"] == 99
    assert path.read_bytes() == before


def test_an_older_store_is_copied_and_then_migrated(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    Store(path).close()
    newest = migrations.NEWEST + 1
    steps = (*migrations.STEPS, lambda tx: tx.execute(text("CREATE TABLE added (n INTEGER)")))
    monkeypatch.setattr(migrations, "NEWEST", newest)
    monkeypatch.setattr(migrations.run, "__defaults__", (steps,))
    with Store(path) as store, store.read() as tx:
        assert tx.execute(text("SELECT version FROM schema_version")).scalar() == newest
        assert tx.execute(text("SELECT count(*) FROM added")).scalar() == 0
    copies = list(tmp_path.glob("*.backup"))
    assert [copy.name for copy in copies] == [f"old.db.before-{newest}.backup"]
    assert backup.is_good(copies[0])


def test_a_store_of_the_first_day_gets_the_record_and_keeps_everything(meeting, people, tmp_path, monkeypatch):
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(meeting.store.path)) as source:
        source.execute("VACUUM INTO ?", (str(old),))
    with closing(sqlite3.connect(old)) as database, database:
        prints, merges = ("print_page", "print_person", "print_run"), ("merge", "told_apart")
        for later in ("record", *prints, *merges, "import_person", "import_run", "pin_log"):
            database.execute(f"DROP TABLE {later}")
        for later in ("presence_of_attendee", "scan_of_session", "certificate_of_attendee"):
            database.execute(f"DROP INDEX {later}")
        database.execute("UPDATE schema_version SET version = 1")
    with Store(old) as store, store.read() as tx:
        assert attendees.everyone(tx, "e1") == people
        assert records.of_event(tx, "e1") == []
    assert backup.is_good(tmp_path / f"old.db.before-{migrations.NEWEST}.backup")


def test_a_migration_that_stops_in_the_middle_changes_nothing(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    Store(path).close()

    def breaks(tx):
        tx.execute(text("CREATE TABLE half (n INTEGER)"))
        raise RuntimeError("power")

    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr(migrations.run, "__defaults__", ((*migrations.STEPS, breaks),))
    with pytest.raises(RuntimeError, match="power"):
        Store(path)
    monkeypatch.undo()
    with Store(path) as store, store.read() as tx:
        names = [row[0] for row in tx.execute(text("SELECT name FROM sqlite_master"))]
        assert "half" not in names
        assert health.damage(tx) == []
    assert len(list(tmp_path.glob("*.backup"))) == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04 a workbook", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_store_is_left_untouched(tmp_path, content):
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        Store(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_untouched(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE bookmarks (n INTEGER)")
        database.commit()
    before = path.read_bytes()
    with pytest.raises(StoreDamaged):
        Store(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    with Store(path) as store, store.read() as tx:
        assert events.everyone(tx) == []


def test_a_busy_store_says_so_after_waiting(meeting):
    with closing(sqlite3.connect(meeting.store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy):
            Store(meeting.store.path, busy_seconds=0.05)


def test_a_writer_waits_for_another_and_then_writes(meeting, attendee):
    held = threading.Event()

    def hold():
        with closing(sqlite3.connect(meeting.store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            held.set()
            threading.Event().wait(0.2)
            other.execute("COMMIT")

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(9)])
    thread.join()
    with meeting.store.read() as tx:
        assert attendees.by_number(tx, "e1", 9) is not None


def test_an_error_that_is_no_known_one_is_not_hidden(desk):
    with pytest.raises(DBAPIError), desk.store.write() as tx:
        tx.execute(text("SELECT * FROM nowhere"))
    assert failure_for(ValueError(), desk.store.path) is None


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("SQLITE_FULL", StoreFull),
        ("SQLITE_IOERR_WRITE", StoreUnreachable),
        ("SQLITE_READONLY_DBMOVED", StoreMoved),
        ("SQLITE_CONSTRAINT_UNIQUE", ValueTaken),
        ("SQLITE_MISUSE", None),
    ],
)
def test_every_result_code_has_its_sentence(tmp_path, name, failure):
    error = sqlite3.OperationalError()
    error.sqlite_errorname = name
    told = failure_for(error, tmp_path)
    assert told is None if failure is None else isinstance(told, failure)


def test_a_backup_is_whole_or_not_there(meeting, tmp_path):
    target = tmp_path / "copy.db"
    backup.copy(meeting.store.path, target)
    assert backup.is_good(target)
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(meeting.store.path.read_bytes()[:5000])
    before = target.read_bytes()
    with pytest.raises(StoreDamaged):
        backup.copy(damaged, target)
    assert target.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


def test_a_copy_is_waited_for_on_its_way_to_the_disk_only_when_the_store_is_let_go_of(
    meeting, tmp_path, monkeypatch
):
    """A scan that comes meanwhile does not wait for a slow disk."""
    heard, connect, fsync = [], sqlite3.connect, os.fsync

    class Watched(sqlite3.Connection):
        def execute(self, statement, *values):
            if statement.startswith("VACUUM"):
                heard.append(super().execute("PRAGMA synchronous").fetchone())
            return super().execute(statement, *values)

    def put_on_disk(file):
        with meeting.store.write():
            heard.append("written meanwhile")
        fsync(file)

    monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=Watched))
    monkeypatch.setattr(os, "fsync", put_on_disk)
    backup.copy(meeting.store.path, tmp_path / "copy.db")
    assert heard == [(0,), "written meanwhile"]


def test_the_newest_good_backup_is_found_past_a_damaged_one(meeting):
    path = meeting.store.path
    assert backup.newest_good(path) is None
    good, same_label = backup.beside(path, "a"), backup.beside(path, "a")
    assert good != same_label
    same_label.write_bytes(b"")
    os.utime(good, (1, 1))
    assert backup.newest_good(path) == good


def test_a_damaged_store_is_moved_with_its_journal_and_never_over_another(tmp_path):
    path = tmp_path / "signin.db"
    for content in (b"one", b"two"):
        path.write_bytes(content)
        (tmp_path / "signin.db-journal").write_bytes(content)
        backup.move_aside(path)
    assert (tmp_path / "signin.db.damaged-1").read_bytes() == b"one"
    assert (tmp_path / "signin.db.damaged-2").read_bytes() == b"two"
    assert (tmp_path / "signin.db.damaged-2-journal").read_bytes() == b"two"
    assert not backup.is_good(path)
    assert not backup.is_good(tmp_path / "signin.db.damaged-1")


MOUNTS = """/dev/sda1 / ext4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
"""


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    (tmp_path / "mounts").write_text(MOUNTS)
    for disk, flag in (("sda", "0"), ("sdb", "1")):
        (tmp_path / "block" / disk / f"{disk}1").mkdir(parents=True)
        (tmp_path / "block" / disk / "removable").write_text(f"{flag}\n")
        (tmp_path / "block" / f"{disk}1").symlink_to(tmp_path / "block" / disk / f"{disk}1")
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(place, "_BLOCKS", tmp_path / "block")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/mnt/my share/signin.db", "a network share"), ("/media/stick/a/signin.db", "a removable disk")],
)
def test_a_live_store_is_refused_on_a_share_or_a_stick(mounts, path, kind):
    from pathlib import Path

    with pytest.raises(StoreNotHere) as told:
        place.refuse_unsafe(Path(path))
    assert str(told.value.values["kind"]) == kind


def test_a_live_store_on_the_own_disk_is_welcome(mounts, monkeypatch, tmp_path):
    from pathlib import Path

    place.refuse_unsafe(Path("/home/desk/signin.db"))
    place.refuse_unsafe(Path("/media/sticker/signin.db"))
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "nothing")
    place.refuse_unsafe(Path("/media/stick/signin.db"))


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises((StoreUnreachable, StoreReadOnly)):
        Store(tmp_path / "file" / "signin.db")
    with pytest.raises((StoreUnreachable, StoreReadOnly)):
        Store(tmp_path)


def test_missing_scans_of_a_desk_are_noticed(meeting, tmp_path):
    with meeting.store.read() as tx:
        assert health.gaps(tx) == []
        assert health.broken_references(tx) == []


def test_a_damaged_page_is_noticed(meeting, tmp_path):
    meeting.store.close()
    content = bytearray(meeting.store.path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    path = tmp_path / "hurt.db"
    path.write_bytes(content)
    assert not backup.is_good(path)


def test_a_copy_of_a_store_opens_like_the_store(meeting, people, tmp_path):
    shutil.copy(meeting.store.path, tmp_path / "other.db")
    with Store(tmp_path / "other.db") as store, store.read() as tx:
        assert attendees.everyone(tx, "e1") == people


def test_times_before_any_computer_do_not_break_the_clock():
    from signin.store.scans import now_or_later

    first = now_or_later(datetime(1960, 1, 1), 0)
    assert first == 1
    later = now_or_later(NOW, first)
    assert now_or_later(NOW - timedelta(days=1), later) == later + 1
    assert later >> 16 == (NOW - datetime(1970, 1, 1)) // timedelta(milliseconds=1)
    assert date(2024, 6, 12) == NOW.date()
