"""A store that is moved, deleted or replaced while it is open: written back there, never green elsewhere."""

import os
import shutil
import sqlite3
import sys

import pytest

from signin.services.admit import admit
from signin.services.desk import Desk
from signin.store import Store, backup, own_name, scans
from signin.store.failures import StoreBusy, StoreMoved, StoreUnreachable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")


def verdicts(path):
    with Store(path) as store, store.read() as tx:
        return [one.verdict for one in scans.of_event(tx, "e1")]


@pytest.fixture
def open_desk(store_file):
    with Store(store_file) as store:
        yield Desk(store, "ໂຕະ 1", os.urandom)


@pytest.mark.parametrize("away", ["deleted", "renamed", "folder renamed", "folder deleted"])
def test_a_scan_goes_to_a_file_that_has_its_name_and_nothing_before_is_lost(open_desk, store_file, door, away):
    admit(open_desk, "first", door())
    if away == "deleted":
        store_file.unlink()
    elif away == "renamed":
        store_file.rename(store_file.with_name("other.db"))
    elif away == "folder renamed":
        store_file.parent.rename(store_file.parent.with_name("moved"))
    else:
        shutil.rmtree(store_file.parent)
    admit(open_desk, "second", door())
    admit(open_desk, "third", door())
    assert verdicts(store_file) == ["Unreadable"] * 3
    assert open_desk.store.times_written_back == 1
    assert not list(store_file.parent.glob("*.part"))


def test_another_file_in_its_place_is_never_written_over(open_desk, store_file, door):
    admit(open_desk, "first", door())
    store_file.rename(store_file.with_name("other.db"))
    store_file.write_bytes(b"somebody's")
    with pytest.raises(StoreMoved):
        admit(open_desk, "second", door())
    assert store_file.read_bytes() == b"somebody's"
    store_file.unlink()
    admit(open_desk, "second", door())
    assert verdicts(store_file) == ["Unreadable"] * 2


def test_another_store_in_its_place_keeps_its_journal_and_is_not_read_beside(open_desk, store_file, door):
    """SQLite would take its journal for ours, and play it into what we hold."""
    store_file.rename(store_file.with_name("other.db"))
    with Store(store_file):
        pass
    journal = store_file.with_name("signin.db-journal")
    journal.write_bytes(b"the other's journal")
    with pytest.raises(StoreMoved):
        verdicts_of(open_desk)
    with pytest.raises(StoreMoved):
        admit(open_desk, "second", door())
    assert journal.read_bytes() == b"the other's journal"
    journal.unlink()
    store_file.unlink()
    admit(open_desk, "second", door())
    assert verdicts(store_file) == ["Unreadable"]


def verdicts_of(desk):
    with desk.store.read() as tx:
        return [one.verdict for one in scans.of_event(tx, "e1")]


def test_what_was_stored_is_read_while_no_file_has_the_name(open_desk, store_file, door):
    admit(open_desk, "first", door())
    store_file.unlink()
    assert verdicts_of(open_desk) == ["Unreadable"]


def test_a_second_connection_follows_the_first_and_nobody_else(open_desk, store_file, door):
    with Store(store_file) as follower, Store(store_file) as alone:
        follower.follow(open_desk.store)
        store_file.unlink()
        admit(open_desk, "first", door())
        assert verdicts_of(Desk(follower, "ໂຕະ 1", os.urandom)) == ["Unreadable"]
        with pytest.raises(StoreMoved):
            verdicts_of(Desk(alone, "ໂຕະ 1", os.urandom))


def test_a_store_that_is_put_back_under_its_name_goes_on(open_desk, store_file, door):
    other = store_file.with_name("other.db")
    store_file.rename(other)
    store_file.write_bytes(b"somebody's")
    with pytest.raises(StoreMoved):
        admit(open_desk, "first", door())
    other.replace(store_file)
    admit(open_desk, "first", door())
    assert verdicts(store_file) == ["Unreadable"]
    assert open_desk.store.times_written_back == 0


def test_a_file_taken_away_in_the_middle_of_a_write_is_not_saved(open_desk, store_file, door):
    with pytest.raises(StoreMoved), open_desk.store.write():
        store_file.unlink()
    admit(open_desk, "after", door())
    assert verdicts(store_file) == ["Unreadable"]


def test_a_journal_of_the_file_that_was_taken_away_is_not_played_into_the_new_one(open_desk, store_file, door):
    store_file.unlink()
    store_file.with_name("signin.db-journal").write_bytes(b"an old journal")
    admit(open_desk, "first", door())
    assert verdicts(store_file) == ["Unreadable"]
    assert list(store_file.parent.glob("signin.db.damaged-1-journal"))


def test_a_disk_that_knows_no_links_is_written_to_by_renaming(open_desk, store_file, door, monkeypatch):
    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    store_file.unlink()
    admit(open_desk, "first", door())
    assert verdicts(store_file) == ["Unreadable"]


@pytest.fixture
def held_once_back(monkeypatch):
    """Another program that holds the file from the moment in which it is written back."""
    others, real = [], own_name.write_back

    def write_back(connection, path):
        written = real(connection, path)
        others.append(sqlite3.connect(path, isolation_level=None))
        others[-1].execute("BEGIN EXCLUSIVE")
        return written

    monkeypatch.setattr(own_name, "write_back", write_back)
    yield others
    for other in others:
        other.close()


@pytest.fixture
def impatient_desk(store_file):
    with Store(store_file, busy_seconds=0.05) as store:
        yield Desk(store, "ໂຕະ 1", os.urandom)


def test_a_file_written_back_that_cannot_be_opened_at_once_is_opened_once_it_can(
    impatient_desk, store_file, door, held_once_back
):
    admit(impatient_desk, "first", door())
    store_file.unlink()
    for _ in range(2):
        with pytest.raises(StoreBusy):
            admit(impatient_desk, "second", door())
    with pytest.raises(StoreBusy):
        verdicts_of(impatient_desk)
    held_once_back[0].close()
    assert verdicts_of(impatient_desk) == ["Unreadable"]
    admit(impatient_desk, "second", door())
    assert verdicts(store_file) == ["Unreadable"] * 2
    assert impatient_desk.store.times_written_back == 1


def test_a_file_written_back_and_taken_away_before_it_was_opened_is_written_back_again(
    impatient_desk, store_file, door, held_once_back
):
    admit(impatient_desk, "first", door())
    store_file.unlink()
    with pytest.raises(StoreBusy):
        admit(impatient_desk, "second", door())
    store_file.unlink()
    with pytest.raises(StoreBusy):
        admit(impatient_desk, "second", door())
    held_once_back[-1].close()
    admit(impatient_desk, "second", door())
    assert verdicts(store_file) == ["Unreadable"] * 2


@pytest.mark.parametrize("other", [None, "other.db"])
def test_a_file_taken_away_the_moment_before_it_is_opened_again_is_not_let_go_of(
    open_desk, store_file, door, monkeypatch, other
):
    admit(open_desk, "first", door())
    store_file.unlink()
    real = Store._choose_journal
    if other:
        with Store(store_file.with_name(other)):
            pass

    def taken_away_before(store):
        if other:
            store_file.with_name(other).replace(store_file)
        else:
            store_file.unlink()
        real(store)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_choose_journal", taken_away_before)
        with pytest.raises(StoreMoved if other else StoreUnreachable):
            admit(open_desk, "second", door())
    store_file.unlink(missing_ok=not other)
    admit(open_desk, "second", door())
    assert verdicts(store_file) == ["Unreadable"] * 2


def test_a_backup_of_a_store_that_is_not_there_makes_no_empty_one(store_file):
    store_file.unlink()
    with pytest.raises(Exception, match="cannot be opened"):
        backup.copy(store_file, store_file.with_name("copy"))
    assert not store_file.exists()
