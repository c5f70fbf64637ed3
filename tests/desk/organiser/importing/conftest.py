"""The import page of the small meeting, in a window of the least size, with sticks that a test plugs in."""

from datetime import datetime

import openpyxl
import pytest

from desk.hands import look, press, voice, workers

__all__ = ["look", "press", "voice", "workers"]

NOW = datetime(2024, 6, 11, 16, 0)
HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ"]


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def sticks():
    """The sticks plugged in: a test adds (name, folder)."""
    return []


@pytest.fixture
def make_page(qtbot, voice, look, workers, clock, sticks):
    from shiboken6 import isValid

    from signin.desk.organiser.importing.page import ImportPage

    made = []

    def shown(event_id="e1", size=(1168, 720)):
        page = ImportPage(voice, look, *workers, event_id, clock, sticks=lambda: list(sticks), folders=list)
        made.append(page)
        page.said = []
        page.imported.connect(page.said.append)
        page.changed.connect(lambda: page.said.append("changed"))
        page.back.connect(lambda: page.said.append("back"))
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield shown
    for page in made:
        if not isValid(page):
            continue
        qtbot.waitUntil(lambda page=page: not page.face.file.is_looking)
        work = page.reader.work
        page.reader.stop()
        if work is not None:
            work.wait()
        page.hide()
        page.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def page(make_page):
    return make_page()


@pytest.fixture
def settled(qtbot, workers):
    """Wait until everything that was asked for was answered: settled(page)."""

    def wait(page):
        qtbot.waitUntil(
            lambda: not page.reader.is_busy and page._watched is None and not any(one.waiting for one in workers),
            timeout=10_000,
        )
        return page

    return wait


@pytest.fixture
def read(settled):
    """Read a file to the end: read(page, path)."""

    def opened(page, path):
        page.open_file(path)
        return settled(page)

    return opened


@pytest.fixture
def book(tmp_path):
    """Write a workbook: book(row, …, sheets=…, hide=…, name=…) gives its path."""

    def made(*rows, sheets=(), hide=(), name="list.xlsx"):
        whole = openpyxl.Workbook()
        for row in rows:
            whole.active.append(row)
        for number in hide:
            whole.active.row_dimensions[number].hidden = True
        for title, more in sheets:
            other = whole.create_sheet(title)
            for row in more:
                other.append(row)
        whole.save(tmp_path / name)
        return tmp_path / name

    return made


@pytest.fixture
def roster_file(resources):
    return resources / "sample" / "conference-roster.xlsx"


@pytest.fixture
def everybody(meeting):
    from signin.store import attendees

    def read(event_id="e1"):
        with meeting.store.read() as tx:
            return attendees.everyone(tx, event_id)

    return read
