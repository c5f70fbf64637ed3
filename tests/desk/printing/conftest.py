"""A printer of the tests' own: Qt's PDF engine into a file, which can run out of paper at a page of its choice."""

from datetime import datetime, timedelta

import pytest

from signin.domain.print_run import Paper
from signin.services.admit import Door, admit
from signin.services.paper_orders import Order, gather

NOW = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def printer(tmp_path, qapp):
    """Make a printer that prints into a file: printer(name, jams_at=page, dpi=…)."""
    from PySide6.QtPrintSupport import QPrinter

    class FilePrinter(QPrinter):
        def __init__(self, name="out.pdf", jams_at=None, dpi=200):
            super().__init__(QPrinter.PrinterMode.HighResolution)
            self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.setResolution(dpi)
            self.path = tmp_path / name
            self.setOutputFileName(str(self.path))
            self.sheets, self.jams_at = 1, jams_at

        def newPage(self):  # noqa: N802 - Qt's
            if self.sheets == self.jams_at:
                return False
            self.sheets += 1
            return super().newPage()

    return FilePrinter


@pytest.fixture
def came(meeting, code):
    for number in (1, 2, 3):
        door = Door(event_id="e1", session_key="day1-am", now=NOW + timedelta(minutes=number))
        admit(meeting, code(number), door)


@pytest.fixture
def paper(meeting, came, tmp_path):
    """Make a paper of the small meeting: paper(Paper.BADGES, size=…) gives what it says and its file."""

    def made(which, **how):
        gathered = gather(meeting, Order(event_id="e1", paper=which, **how))
        out = tmp_path / f"{which}-{len(list(tmp_path.iterdir()))}.pdf"
        gathered.write(out, NOW)
        return gathered, out

    return made


@pytest.fixture
def labels(paper):
    return paper(Paper.BADGES, size=(100.0, 62.0))


@pytest.fixture
def worker(meeting, qtbot):
    from signin.desk.work.store_worker import StoreWorker

    made = StoreWorker(meeting)
    yield made
    made.stop()
