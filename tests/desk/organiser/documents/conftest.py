"""The organiser's papers of the small meeting, in a window of the least size."""

from datetime import datetime, timedelta

import pytest

from desk.hands import click, look, voice, workers
from signin.services import print_log
from signin.services.admit import Door, admit

__all__ = ["click", "look", "voice", "workers"]

NOW = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def came(meeting, code):
    for number in (1, 2, 3):
        door = Door(event_id="e1", session_key="day1-am", now=NOW + timedelta(minutes=number))
        admit(meeting, code(number), door)


@pytest.fixture
def page(qtbot, voice, look, workers, clock):
    """The page, shown, with the badges of everybody made."""
    from shiboken6 import isValid

    from signin.desk.organiser.documents.page import DocumentsPage

    made = DocumentsPage(voice, look, *workers, "e1", clock, label=(100.0, 62.0))
    made.resize(1176, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(made.print.isEnabled, timeout=5000)
    yield made
    if isValid(made):
        made.close()
        made.deleteLater()


@pytest.fixture
def settled(qtbot, page, workers):
    """Wait until a paper is made and everything is noted."""

    def still():
        """Whether a paper is made, and everything is noted and drawn."""
        waiting = page._wait.isActive() or any(one.waiting for one in workers)
        made = page._complete and not page._busy_sending
        return made and not waiting and page.pages.has_drawn(0)

    def wait():
        qtbot.waitUntil(still, timeout=8000)

    wait()
    return wait


@pytest.fixture
def logged(meeting):
    return lambda: print_log.history(meeting, "e1")


@pytest.fixture
def printer_of(monkeypatch, tmp_path):
    """Let the dialog choose a printer that prints into a file: printer_of("out.pdf", jams_at=2, copies=1)."""
    from PySide6.QtPrintSupport import QPrinter

    from signin.desk.organiser.documents import page as page_module

    class FilePrinter(QPrinter):
        def __init__(self, name, jams_at):
            super().__init__(QPrinter.PrinterMode.HighResolution)
            self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.setResolution(200)
            self.path, self.sheets, self.jams_at = tmp_path / name, 1, jams_at
            self.setOutputFileName(str(self.path))

        def outputFileName(self):  # noqa: N802 - Qt's; as of a real printer
            return ""

        def printerName(self):  # noqa: N802 - Qt's
            return "Epson"

        def newPage(self):  # noqa: N802 - Qt's
            if self.sheets == self.jams_at:
                return False
            self.sheets += 1
            return super().newPage()

    def choose(name="out.pdf", jams_at=None, copies=1):
        printer = FilePrinter(name, jams_at)
        printer.setCopyCount(copies)
        printer.asked = []

        def ask(_parent, _size, pages, then, *, proposed=""):
            printer.asked.append(pages)
            printer.proposed = proposed
            then(printer)

        monkeypatch.setattr(page_module, "ask_printer", ask)
        return printer

    return choose
