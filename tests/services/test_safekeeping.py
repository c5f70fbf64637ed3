import shutil
from datetime import datetime, timedelta

import pytest

from signin.services.safekeeping import (
    HOURS,
    KEPT,
    KEPT_ELSEWHERE,
    check_folder,
    keep_copy,
    keep_elsewhere,
    newest_beside,
    newest_elsewhere,
)
from signin.store import Store, backup, backup_folder, events
from signin.store.backup_folder import CopyNotMade, FolderFull, FolderGone, FolderReadOnly
from signin.store.failures import StoreFailure

NOW = datetime(2024, 6, 12, 8, 24)


def after(minutes):
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "ສຳຮອງ [1]"
    folder.mkdir()
    return folder


def test_a_copy_holds_what_the_store_holds_and_is_the_one_that_is_offered(meeting):
    copy = keep_copy(meeting, NOW)
    assert copy.name == "signin.db.20240612-0824.backup"
    assert backup.newest_good(meeting.store.path) == copy
    with Store(copy) as kept, kept.read() as tx:
        assert [one.id for one in events.everyone(tx)] == ["e1"]


def test_the_newest_copies_are_kept_and_one_an_hour_before_and_no_other_backup_goes(meeting):
    other = backup.beside(meeting.store.path, "before-3")
    copies = [keep_copy(meeting, after(30 * nth)) for nth in range(KEPT + 4)]  # 08:24, 08:54, 09:24, …
    assert [one.exists() for one in copies] == [False, True] * 2 + [True] * KEPT
    assert other.exists()


def test_copies_older_than_a_day_of_hours_go(meeting):
    copies = [keep_copy(meeting, after(60 * nth)) for nth in range(HOURS + 3)]
    assert [one.exists() for one in copies] == [False] * 2 + [True] * (HOURS + 1)


def test_a_minute_is_copied_once(meeting):
    before = keep_copy(meeting, NOW).stat()
    assert keep_copy(meeting, NOW).stat().st_ino == before.st_ino


def test_a_copy_made_while_the_clock_is_set_back_stays(meeting):
    for nth in range(KEPT):
        keep_copy(meeting, after(30 * nth))
    assert keep_copy(meeting, after(-600)).exists()


def test_a_copy_that_cannot_be_made_leaves_those_before(meeting, monkeypatch):
    good = keep_copy(meeting, NOW)
    monkeypatch.setattr(backup, "is_good", lambda _: False)
    with pytest.raises(StoreFailure):
        keep_copy(meeting, NOW + timedelta(minutes=1))
    assert good.exists()
    assert len(list(good.parent.glob("*.backup*"))) == 1


def test_a_copy_in_another_folder_holds_what_the_store_holds_and_tells_its_desk(meeting, stick):
    put = keep_elsewhere(keep_copy(meeting, NOW), stick, "ໂຕະ 1/a")
    assert put.name == "signin-ໂຕະ 1-a.20240612-0824.backup"
    assert [one.name for one in stick.iterdir()] == [put.name]
    with Store(put) as kept, kept.read() as tx:
        assert [one.id for one in events.everyone(tx)] == ["e1"]


def test_the_newest_copies_of_each_desk_stay_in_the_other_folder(meeting, stick):
    copy = keep_copy(meeting, NOW)
    theirs = keep_elsewhere(copy, stick, "[another]")
    for nth in range(KEPT_ELSEWHERE + 2):
        late = copy.with_name(f"{meeting.store.path.name}.{after(30 * nth):%Y%m%d-%H%M}.backup")
        if late != copy:
            shutil.copy(copy, late)
        keep_elsewhere(late, stick, "[one]")
    assert len(list(stick.glob("signin-[[]one]*"))) == KEPT_ELSEWHERE
    assert theirs.exists()
    assert newest_elsewhere(stick, "[one]").at == after(30 * (KEPT_ELSEWHERE + 1))


def test_the_newest_copy_is_told_with_its_time_and_size(meeting, stick):
    assert newest_beside(meeting) is None
    copies = [keep_copy(meeting, after(nth)) for nth in (0, 30)]
    newest = newest_beside(meeting)
    assert (newest.path, newest.at, newest.size) == (copies[1], after(30), copies[1].stat().st_size)
    assert newest_elsewhere(stick, "1") is None
    assert newest_elsewhere(stick / "none", "1") is None
    (stick / "signin-1.????????-????.backup").write_text("")
    assert newest_elsewhere(stick, "1") is None


def test_a_stick_pulled_out_is_said_and_what_was_there_is_still_good(meeting, stick, monkeypatch):
    put = keep_elsewhere(keep_copy(meeting, NOW), stick, "1")
    later = keep_copy(meeting, after(30))

    def pulled_out(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "copyfileobj", pulled_out)
    with pytest.raises(CopyNotMade, match="Input/output error"):
        keep_elsewhere(later, stick, "1")
    assert [one.name for one in stick.iterdir()] == [put.name]
    assert backup.is_good(put)
    stick.rename(stick.with_name("away"))
    with pytest.raises(FolderGone, match="Put the stick in again"):
        keep_elsewhere(later, stick, "1")


def test_a_stick_pulled_out_while_it_is_written_to_is_gone(meeting, stick, monkeypatch):
    copy = keep_copy(meeting, NOW)

    def pulled_out(*_):
        stick.rename(stick.with_name("away"))
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "copyfileobj", pulled_out)
    with pytest.raises(FolderGone):
        keep_elsewhere(copy, stick, "1")


def test_a_copy_that_reads_back_otherwise_gets_no_name(meeting, stick, monkeypatch):
    copy = keep_copy(meeting, NOW)
    monkeypatch.setattr(backup, "is_good", lambda _: False)
    with pytest.raises(CopyNotMade, match="not what was to be written"):
        keep_elsewhere(copy, stick, "1")
    assert list(stick.iterdir()) == []


def test_an_old_copy_that_cannot_be_deleted_is_no_reason_to_say_there_is_none(meeting, stick, monkeypatch):
    copy = keep_copy(meeting, NOW)

    def refused(*_):
        raise PermissionError

    monkeypatch.setattr("signin.services.safekeeping._let_go", refused)
    assert keep_elsewhere(copy, stick, "1").exists()


def test_a_folder_that_will_do_is_tried_and_left_as_it_was(meeting, stick):
    found = check_folder(meeting, stick)
    assert found.same_disk
    assert found.free > found.needed > meeting.store.path.stat().st_size
    assert list(stick.iterdir()) == []


def test_a_folder_that_will_not_do_is_refused_with_the_reason(meeting, stick, monkeypatch):
    with pytest.raises(FolderGone):
        check_folder(meeting, stick / "none")
    with pytest.raises(FolderGone):
        check_folder(meeting, stick / "no\0ne")
    few = shutil.disk_usage(stick)._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: few)
    with pytest.raises(FolderFull, match=r"1 MB are free, \d MB are needed"):
        check_folder(meeting, stick)

    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(backup_folder, "_write", refused)
    with pytest.raises(FolderReadOnly, match="Permission denied"):
        check_folder(meeting, stick)
