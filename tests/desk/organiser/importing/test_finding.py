"""Files that may be rosters are found quickly, on sticks first, and what cannot be read harms nobody."""

import os
from pathlib import Path

import pytest

from signin.desk.organiser.importing import finding
from signin.desk.work.background import Progress, Stopped


@pytest.fixture
def find():
    """Look through sticks and folders: find(sticks, folders) gives the names found."""

    def found(sticks=(), folders=(), progress=None):
        work = finding.found_in(lambda: sticks, lambda: folders)
        return [one.path.name for one in work(progress or Progress(lambda *_: None))]

    return found


def made(folder, *names):
    for age, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return folder


def test_sticks_are_looked_through_two_levels_deep_and_folders_one(find, tmp_path):
    stick = made(tmp_path / "stick", "a.xlsx", "in/b.csv", "in/deep/c.xls", "d.png", "e.ods", "~$a.xlsx", ".f.csv")
    folder = made(tmp_path / "folder", "g.xlsx", "in/h.xlsx")
    assert find([("s", stick)], [("f", folder)]) == ["a.xlsx", "b.csv", "e.ods", "g.xlsx"]


def test_only_the_newest_are_offered_those_on_sticks_first(find, tmp_path):
    folder = made(tmp_path / "folder", *(f"{nth}.xlsx" for nth in range(20)))
    stick = made(tmp_path / "stick", "old.xlsx")
    assert find([("s", stick)], [("f", folder)]) == ["old.xlsx", *(f"{nth}.xlsx" for nth in range(11))]


def test_a_place_with_very_many_files_is_not_looked_through_to_its_end(find, tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "_LOOKED_AT", 5)
    assert len(find([], [("f", made(tmp_path / "f", *(f"{nth}.xlsx" for nth in range(9))))])) == 5


def test_a_stick_that_was_pulled_out_and_a_file_that_went_hold_nothing(find, tmp_path):
    stick = made(tmp_path / "stick", "a.xlsx")
    (stick / "gone.xlsx").symlink_to(tmp_path / "nowhere.xlsx")
    assert find([("s", tmp_path / "nothing"), ("t", stick)]) == ["a.xlsx"]


def test_looking_can_be_stopped(find, tmp_path):
    progress = Progress(lambda *_: None)
    progress.stop()
    with pytest.raises(Stopped):
        find([("s", made(tmp_path / "stick", "a.xlsx"))], progress=progress)


def test_only_drives_that_are_removable_are_sticks(qapp):
    assert all(isinstance(root, Path) for _, root in finding.sticks())
    assert finding._is_removable("/run/media/ann/KINGSTON")
    assert not finding._is_removable("/home")


def test_the_usual_places_are_folders_of_the_user(qapp):
    assert all(isinstance(folder, Path) for _, folder in finding.usual_places())
