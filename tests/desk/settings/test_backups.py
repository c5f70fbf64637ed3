"""The folder for second copies: chosen, tried at once, copied into; a stick pulled out is said quietly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from signin.domain.verdict import Tone
from signin.store import backup


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "ແຟລັດໄດຣ"
    folder.mkdir()
    return folder


@pytest.fixture
def backups(part):
    return part("backups")


@pytest.fixture
def chosen(backups, qtbot):
    """Choose a folder in the dialog, as a hand does."""

    def choose(folder):
        qtbot.mouseClick(backups.choose, Qt.MouseButton.LeftButton)
        dialog = backups.dialog
        qtbot.waitUntil(dialog.isVisible)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(folder))
        QFileDialog.accept(dialog)
        qtbot.waitUntil(lambda: backups.choose.isEnabled() and backups.notice.message is not None, timeout=5000)

    return choose


def test_a_folder_is_tried_and_kept_and_the_same_disk_is_said(backups, chosen, stick, kept):
    chosen(stick)
    assert kept().backup_folder == str(stick)
    assert backups.folder.line.text() == str(stick)
    assert backups.notice._tone is Tone.LOOK


def test_a_folder_on_another_disk_is_better(backups, stick, kept, monkeypatch, qtbot):
    from signin.desk.settings import backup_section
    from signin.store.backup_folder import FolderCheck

    monkeypatch.setattr(
        backup_section, "check_folder", lambda *_: FolderCheck(stick, 5 << 20, 1 << 20, same_disk=False)
    )
    backups.try_folder(str(stick))
    qtbot.waitUntil(lambda: backups.notice.message is not None, timeout=5000)
    assert backups.notice._tone is Tone.GO
    assert "5 MB" in backups.notice.text()


def test_a_folder_that_will_not_do_is_refused_and_the_one_before_stays(backups, stick, kept, qtbot):
    backups.try_folder(str(stick))
    qtbot.waitUntil(lambda: kept().backup_folder == str(stick), timeout=5000)
    backups.try_folder(str(stick / "none"))
    qtbot.waitUntil(lambda: backups.notice._tone is Tone.STOP, timeout=5000)
    assert kept().backup_folder == str(stick)
    assert backups.notice.copy_button.isVisible()


def test_a_copy_is_made_now_beside_the_store_and_in_the_folder(program, backups, chosen, stick, qtbot):
    chosen(stick)
    qtbot.mouseClick(backups.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: backups.notice._tone is Tone.GO, timeout=5000)
    (copy,) = stick.iterdir()
    assert backup.is_good(copy)
    assert copy.name == "signin-ໂຕະ 1.20240612-0824.backup"
    qtbot.waitUntil(lambda: "12/6/2024 08:24" in backups.elsewhere.text(), timeout=5000)
    assert "12/6/2024 08:24" in backups.beside.text()


def test_without_a_folder_the_copy_beside_the_store_is_made(program, backups, qtbot):
    qtbot.mouseClick(backups.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: backups.notice._tone is Tone.GO and backups.notice.isVisible(), timeout=5000)
    assert backup.newest_good(program.reader.desk.store.path) is not None
    assert not backups.elsewhere.isVisible()


def test_no_second_copy_any_more(backups, chosen, stick, kept, qtbot):
    chosen(stick)
    qtbot.mouseClick(backups.none, Qt.MouseButton.LeftButton)
    assert kept().backup_folder == ""
    assert not backups.none.isEnabled()


def test_a_stick_pulled_out_is_said_once_above_the_screens_and_taken_back_when_it_is_there_again(
    program, stick, qtbot, clock
):
    program.kept.keep(backup_folder=str(stick))
    keeping, warning = program.keeping, program.window.warning
    said = []
    keeping.copies.put.connect(said.append)
    keeping.copies.not_put.connect(said.append)

    def keep():
        clock.wait(1800)
        said.clear()
        keeping.keep()
        qtbot.waitUntil(lambda: bool(said), timeout=5000)

    keep()
    assert warning.message is None
    (good,) = stick.iterdir()
    away = stick.rename(stick.with_name("away"))
    keep()
    assert warning.message is not None
    assert warning._tone is Tone.LOOK
    warning.tell(None)
    keep()
    assert warning.message is None
    assert backup.is_good(away / good.name)
    away.rename(stick)
    keep()
    assert len(list(stick.iterdir())) == 2


def test_what_was_said_of_a_stick_is_taken_back(program, stick, qtbot, clock):
    program.kept.keep(backup_folder=str(stick / "none"))
    said = []
    program.keeping.copies.not_put.connect(said.append)
    program.keeping.copies.put.connect(said.append)
    program.keeping.keep()
    qtbot.waitUntil(lambda: len(said) == 1, timeout=5000)
    assert program.window.warning.isVisible()
    program.kept.keep(backup_folder=str(stick))
    clock.wait(1800)
    program.keeping.keep()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=5000)
    assert program.window.warning.message is None
