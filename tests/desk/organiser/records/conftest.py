"""The records of the small meeting, in a window of the least size; keys go to what has the focus."""

from datetime import datetime, timedelta

import pytest

from desk.hands import click, look, press, voice, workers, write

__all__ = ["click", "look", "press", "voice", "workers", "write"]

NOW = datetime(2024, 6, 12, 8, 24)


def later(minutes):
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def happened(meeting, other_desk, code):
    """What is told: two check-ins, an unknown code, a correction and a cancellation at two desks on two days."""
    from signin.services.admit import Door, admit
    from signin.services.corrections import Correction, correct
    from signin.services.register import cancel

    def door(minutes, session="day1-am"):
        return Door(event_id="e1", session_key=session, now=later(minutes))

    admit(meeting, code(1), door(1))
    admit(meeting, "8851234567890", door(2))
    correct(other_desk, "e1", "2", Correction(phone="2099988877", note="ຄົນຂັບລົດ"), later(3), reason="ໂທມາແຈ້ງ")
    cancel(meeting, "e1", "3", later(4), reason="ຕິດວຽກ")
    admit(meeting, code(2), door(24 * 60 + 5, "day2-am"))


@pytest.fixture
def page(qtbot, voice, look, workers, clock, happened):
    from signin.desk.organiser.records.page import RecordsPage

    made = RecordsPage(voice, look, *workers, "e1", clock)
    qtbot.addWidget(made)
    made.resize(1168, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made.table.lines.rowCount() == 5, timeout=5000)
    return made


@pytest.fixture
def told(page):
    """What stands in the rows: told() gives the sentences."""
    model = page.table.lines
    return lambda: [model.index(row, 1).data() for row in range(model.rowCount())]
