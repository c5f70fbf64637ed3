"""A badge at the door: saved, or printed by the printer chosen, on a label of its size; the log knows it."""

from datetime import datetime

import pytest

from desk.printing.reading import codes, sheets
from signin.exchange.settings_file import Settings
from signin.services import print_log
from signin.services.register import cancel
from signin.words import render

NOW = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def badge(qtbot, worker, tmp_path, people):
    """Print somebody's badge and give what was told: badge(number, settings, folder)."""
    from signin.desk.printing.badge_printer import BadgePrinter

    def printed(number, settings=None, folder=None):
        settings, folder = settings or Settings(), folder or tmp_path / "out"
        badges = BadgePrinter(worker, lambda: settings, lambda: NOW, folder)
        told = []
        badges.print_for(people[number - 1], told.append, told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=5000)
        qtbot.waitUntil(lambda: not worker.waiting, timeout=5000)
        return told[0]

    return printed


def test_without_a_printer_the_badge_is_saved_and_the_log_knows_the_file(badge, meeting, tmp_path, code):
    told = badge(1)
    (path,) = (tmp_path / "out").iterdir()
    assert str(path) in render(told, "en")
    assert codes(path) == [[code(1)]]
    (run,) = print_log.history(meeting, "e1")
    assert (run.to_file, run.target, run.people, run.left) == (True, str(path), 1, range(1, 1))


def test_a_label_printer_gets_its_own_size(badge, meeting, printer, monkeypatch, code):
    from signin.desk.printing import badge_printer

    label = printer("label.pdf", dpi=300)
    monkeypatch.setattr(badge_printer, "printer_named", lambda name: {"Brother": label}[name])
    told = badge(2, Settings(badge_printer="Brother", badge_page=(86.0, 54.0)))
    assert "printed" in render(told, "en")
    assert sheets(label.path) == [(86, 54)]
    assert codes(label.path, 300) == [[code(2)]]
    (run,) = print_log.history(meeting, "e1")
    assert (run.to_file, run.target) == (False, "Brother")


def test_a_printer_that_is_gone_is_told_and_not_logged(badge, meeting):
    from signin.desk.printing.pdf_printing import NoPrinter

    assert isinstance(badge(1, Settings(badge_printer="Brother")), NoPrinter)
    assert print_log.history(meeting, "e1") == []


def test_a_folder_that_cannot_be_written_is_told(badge, tmp_path):
    (tmp_path / "file").write_text("")
    told = badge(1, folder=tmp_path / "file")
    assert "could not be" in render(told.message, "en") or "cannot" in render(told.message, "en")


def test_whoever_is_not_expected_gets_none(badge, meeting):
    from signin.services.failures import NoBadgeForAbsent

    cancel(meeting, "e1", "3", NOW)
    assert isinstance(badge(3), NoBadgeForAbsent)


def test_while_the_store_is_busy_the_note_is_tried_again_and_made_once(badge, meeting, monkeypatch):
    from signin.store.failures import StoreBusy

    def late(real):
        busy = [StoreBusy()]

        def tried(*told):
            if busy:
                raise busy.pop()
            return real(*told)

        return tried

    for name in ("begin", "came_out"):
        monkeypatch.setattr(print_log, name, late(getattr(print_log, name)))
    assert "saved" in render(badge(1), "en")
    (run,) = print_log.history(meeting, "e1")
    assert run.left == range(1, 1)


def test_a_note_that_cannot_be_made_is_told(worker, people, tmp_path, qtbot, monkeypatch):
    from signin.desk.printing.badge_printer import BadgePrinter
    from signin.services.failures import PersonNotFound

    def gone(*_):
        raise PersonNotFound(person="1")

    monkeypatch.setattr(print_log, "begin", gone)
    told, failed = [], []
    badges = BadgePrinter(worker, Settings, lambda: NOW, tmp_path / "out")
    badges.print_for(people[0], told.append, failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=5000)
    assert isinstance(failed[0], PersonNotFound)
