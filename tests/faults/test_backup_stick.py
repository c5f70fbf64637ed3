"""A stick for backups that is full or pulled out: said plainly, and what was on it is still good."""

from datetime import datetime, timedelta

import pytest

from signin.services.desk import Desk
from signin.services.safekeeping import check_folder, keep_copy, keep_elsewhere
from signin.store import Store, backup
from signin.store.backup_folder import CopyNotMade, FolderFull, FolderGone

NOW = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def desk(store_file):
    with Store(store_file) as store:
        yield Desk(store, "ໂຕະ 1", bytes)


def test_a_full_stick_is_refused_when_it_is_chosen_and_said_when_it_fills_later(desk, small_disk):
    folder, _ = small_disk
    with pytest.raises(FolderFull, match="too little room"):
        check_folder(desk, folder)
    good = keep_elsewhere(keep_copy(desk, NOW), folder, desk.name)
    (folder / "films").write_bytes(bytes(700_000))
    later = keep_copy(desk, NOW + timedelta(minutes=30))
    with pytest.raises(CopyNotMade, match="No space left"):
        keep_elsewhere(later, folder, desk.name)
    assert backup.is_good(good)
    assert {one.name for one in folder.iterdir()} == {good.name, "films"}


def test_a_stick_pulled_out_and_put_in_again_still_has_the_old_backup(desk, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    good = keep_elsewhere(keep_copy(desk, NOW), stick, desk.name)
    drawer = stick.rename(tmp_path / "drawer")
    later = keep_copy(desk, NOW + timedelta(minutes=30))
    with pytest.raises(FolderGone, match="still good"):
        keep_elsewhere(later, stick, desk.name)
    drawer.rename(stick)
    assert backup.is_good(good)
    assert backup.is_good(keep_elsewhere(later, stick, desk.name))
