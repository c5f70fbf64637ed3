"""The figures of a meeting of forty, in a window of the least size; keys go to what has the focus."""

from datetime import datetime, timedelta

import pytest

NOW = datetime(2024, 6, 12, 8, 24)


def later(minutes):
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def voice(qapp):
    from signin.desk.look.voice import Voice

    return Voice("en")


@pytest.fixture
def look(qapp):
    from signin.desk.look.look import Look

    made = Look()
    made.wear()
    return made


@pytest.fixture
def workers(meeting, qtbot):
    from signin.desk.work.store_worker import StoreWorker
    from signin.services.desk import Desk
    from signin.store import Store

    path = meeting.store.path
    made = [StoreWorker(Desk(Store(path), meeting.name, meeting.random)) for _ in ("writer", "reader")]
    yield made
    for worker in made:
        worker.stop()


@pytest.fixture
def crowd(meeting, attendee, code):
    """Forty people of offices and provinces; most came to the first session, some to the third."""
    import random

    from signin.domain.attendee import Category, Sex
    from signin.services.admit import Door, admit
    from signin.store import attendees

    chance = random.Random(5)
    offices = ["ພະແນກການເງິນ ແຂວງຄຳມ່ວນ", "ພະແນກພາຍໃນ", "ຫ້ອງການປົກຄອງເມືອງທ່າແຂກ", ""]
    more = [
        attendee(
            nth,
            organisation=chance.choice(offices),
            province=chance.choice(["ຄຳມ່ວນ", "ສະຫວັນນະເຂດ", ""]),
            category=chance.choice(list(Category)),
            sex=chance.choice([Sex.FEMALE, Sex.MALE, Sex.MALE, Sex.FEMALE, Sex.UNKNOWN]),
        )
        for nth in range(4, 41)
    ]
    with meeting.store.write() as tx:
        attendees.add_many(tx, more)
        attendees.issue_codes(tx, {one.id: code(one.number) for one in more}, NOW)
    for number in range(4, 34):
        minute = int(chance.gauss(20, 12))
        admit(meeting, code(number), Door(event_id="e1", session_key="day1-am", now=later(minute - 10)))
    for number in range(20, 31):
        at = later(24 * 60 + number)
        admit(meeting, code(number), Door(event_id="e1", session_key="day2-am", now=at))


@pytest.fixture
def made(qtbot, voice, look, workers, clock):
    """The page, shown, with its figures read."""
    from signin.desk.organiser.statistics.page import StatisticsPage

    page = StatisticsPage(voice, look, *workers, "e1", clock)
    qtbot.addWidget(page)
    page.resize(1168, 720)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(page.save.isEnabled, timeout=5000)
    return page


@pytest.fixture
def page(crowd, made):
    return made


@pytest.fixture
def cells(made):
    """The numbers shown: cells() gives the texts row by row."""
    model = made.table.numbers

    def texts():
        columns = range(model.columnCount())
        return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]

    return texts


@pytest.fixture
def press(qtbot):
    """Press keys on whatever has the focus: press("Tab", "Ctrl+K")."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def pressed(*names):
        for name in names:
            combination = QKeySequence(name)[0]
            target = QApplication.focusWidget()
            assert target is not None, f"nothing has the focus for {name}"
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    return pressed


@pytest.fixture
def click(qtbot):
    from PySide6.QtCore import Qt

    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
