"""What most tests start from: a small invented meeting, in memory and in a real store."""

from __future__ import annotations

import itertools
import random
from datetime import date, datetime
from pathlib import Path

import pytest

from signin.domain.attendee import Attendee, Sex, SexSource
from signin.domain.event import Event, half_days
from signin.services.desk import Desk
from signin.store import Store, attendees, events

MORNING = datetime(2024, 6, 12, 8, 24)
_homes = itertools.count()


@pytest.fixture(autouse=True)
def _home(tmp_path_factory, monkeypatch):
    """Keep this computer's own store and settings out of the tests, and each test's out of the others."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def event():
    return Event(
        id="e1",
        title="ກອງປະຊຸມທົດລອງ",
        organiser="ຫ້ອງການທົດລອງ",
        venue="ຫ້ອງປະຊຸມໃຫຍ່",
        starts_on=date(2024, 6, 12),
        ends_on=date(2024, 6, 13),
    )


@pytest.fixture
def sessions(event):
    return half_days(event)


def make_attendee(number, **facts):
    usual = {"id": f"a{number}", "event_id": "e1", "name": f"ຄົນທີ {number}"}
    return Attendee(number=number, **(usual | facts))


@pytest.fixture
def attendee():
    """Make an invented person: attendee(number, name=…)."""
    return make_attendee


@pytest.fixture
def people():
    return [
        make_attendee(1, prefix="ທ່ານ", name="ວັນໄຊ ອິນທະວົງ", organisation="ພະແນກການເງິນ", phone="2055500001"),
        make_attendee(
            2,
            prefix="ທ່ານ ນ.",
            name="ພອນທິບ ເຈົ້າໄຊ",
            organisation="ພະແນກພາຍໃນ",
            sex=Sex.FEMALE,
            sex_source=SexSource.STATED,
            attention="ຂໍພົບປະທານກ່ອນ",
        ),
        make_attendee(3, prefix="ທ້າວ", name="ບຸນມີ ຂຽວມະນີ", organisation="ພະແນກພາຍໃນ", sex=Sex.MALE),
    ]


def code_of(number):
    """Give the code of the person with this number: a real one, the same in every run."""
    from signin.domain import codes

    return codes.new(random.Random(number).randbytes)


@pytest.fixture
def code():
    return code_of


@pytest.fixture
def desk(tmp_path):
    """An empty store with a desk on it; randomness is the same in every run."""
    with Store(tmp_path / "signin.db") as store:
        yield Desk(store, "ໂຕະ 1", random.Random(7).randbytes)


@pytest.fixture
def other_desk(desk):
    return Desk(desk.store, "ໂຕະ 2", random.Random(8).randbytes)


@pytest.fixture
def meeting(desk, event, sessions, people):
    """The desk with the meeting, its sessions and three people in its store."""
    with desk.store.write() as tx:
        events.add(tx, event, sessions)
        attendees.add_many(tx, people)
        attendees.issue_codes(tx, {person.id: code_of(person.number) for person in people}, MORNING)
    return desk


@pytest.fixture
def resources():
    return Path(__file__).parent.parent / "resources"
