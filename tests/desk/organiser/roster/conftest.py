"""The organiser's roster of the small meeting, in a window of the least size."""

import random

import pytest

from desk.hands import click, look, voice
from signin.services.corrections import Correction, correct

__all__ = ["click", "look", "voice"]


@pytest.fixture
def workers(meeting, qtbot):
    from signin.desk.work.store_worker import StoreWorker
    from signin.services.desk import Desk
    from signin.store import Store

    path = meeting.store.path
    made = [StoreWorker(Desk(Store(path), meeting.name, random.Random(9).randbytes)) for _ in ("writer", "reader")]
    yield made
    for worker in made:
        worker.stop()


@pytest.fixture
def page(qtbot, voice, look, workers, clock):
    """The page, shown, with everybody read and searchable."""
    from desk.organiser.roster.opening import opened

    made = opened(qtbot, voice, look, workers, clock)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def settled(qtbot, page, workers):
    """Wait until everything that was asked for was answered."""

    def wait():
        qtbot.waitUntil(lambda: not any(one.waiting for one in workers) and not page._card_waits.isActive())

    return wait


@pytest.fixture
def cell(page):
    """Go to a cell by person and column: cell(2, Column.PHONE); gives its text."""

    def go(number, column):
        from signin.desk.organiser.roster.people_model import COLUMNS

        table = page.table
        (row,) = [row for row in range(len(table.people.places)) if table.people.person(row).number == number]
        table.setFocus()
        table.choose(row, COLUMNS.index(column))
        return table.people.index(row, COLUMNS.index(column)).data()

    return go


@pytest.fixture
def elsewhere(other_desk, clock):
    """Correct a person at another desk: elsewhere("a1", phone="5")."""
    return lambda attendee_id, **facts: correct(other_desk, "e1", attendee_id, Correction(**facts), clock())
