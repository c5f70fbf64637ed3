"""How the roster's page is opened for a test."""

from PySide6.QtWidgets import QApplication

from signin.desk.organiser.roster.page import RosterPage


def opened(qtbot, voice, look, workers, clock, size=(1168, 720)):
    made = RosterPage(voice, look, *workers, "e1", clock)
    made.resize(*size)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made.is_ready, timeout=30000)
    QApplication.processEvents()
    return made


def shown(page):
    """The numbers of those shown, in order."""
    return [page.table.people.person(row).number for row in range(len(page.table.people.places))]


def text(page, row, column):
    """What stands in a cell."""
    from signin.desk.organiser.roster.people_model import COLUMNS

    return page.table.people.index(row, COLUMNS.index(column)).data()
