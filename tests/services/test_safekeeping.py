from datetime import datetime, timedelta

import pytest

from signin.services.safekeeping import KEPT, keep_copy
from signin.store import Store, backup, events
from signin.store.failures import StoreFailure

NOW = datetime(2024, 6, 12, 8, 24)


def test_a_copy_holds_what_the_store_holds_and_is_the_one_that_is_offered(meeting):
    copy = keep_copy(meeting, NOW)
    assert copy.name == "signin.db.20240612-0824.backup"
    assert backup.newest_good(meeting.store.path) == copy
    with Store(copy) as kept, kept.read() as tx:
        assert [one.id for one in events.everyone(tx)] == ["e1"]


def test_only_the_newest_copies_are_kept_and_no_other_backup_goes(meeting):
    other = backup.beside(meeting.store.path, "before-3")
    copies = [keep_copy(meeting, NOW + timedelta(minutes=30 * nth)) for nth in range(KEPT + 3)]
    assert [one.exists() for one in copies] == [False] * 3 + [True] * KEPT
    assert other.exists()


def test_a_minute_is_copied_once(meeting):
    before = keep_copy(meeting, NOW).stat()
    assert keep_copy(meeting, NOW).stat().st_ino == before.st_ino


def test_a_copy_that_cannot_be_made_leaves_those_before(meeting, monkeypatch):
    good = keep_copy(meeting, NOW)
    monkeypatch.setattr(backup, "is_good", lambda _: False)
    with pytest.raises(StoreFailure):
        keep_copy(meeting, NOW + timedelta(minutes=1))
    assert good.exists()
    assert len(list(good.parent.glob("*.backup*"))) == 1
