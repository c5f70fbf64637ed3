"""The figures of a meeting of forty, in a window of the least size; keys go to what has the focus."""

from datetime import datetime, timedelta

import pytest

from desk.hands import click, look, press, voice, workers

__all__ = ["click", "look", "press", "voice", "workers"]

NOW = datetime(2024, 6, 12, 8, 24)


def later(minutes):
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return lambda: NOW


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
