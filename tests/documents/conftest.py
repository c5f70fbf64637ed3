"""An invented meeting on paper: its people, its papers, and how their pictures are compared."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from pictures import same_picture
from signin.documents.badges import BadgeEntry, write_badges
from signin.documents.certificates import CertificateEntry, write_certificates
from signin.documents.participants import ListRow, write_participants
from signin.domain.attendee import Attendee, Category, Sex
from signin.domain.event import CertificateTerms, Event, Letterhead, half_days
from signin.domain.tally import Count

MADE_AT = datetime(2024, 6, 1, 8, 0)
FIRST = ("ພອນສະຫວັນ", "ຄຳຫຼ້າ", "ບຸນເລື່ອນ", "ສີໄພ", "ມະນີຈັນ", "ວຽງສະໄໝ", "ແກ້ວມະນີ", "ອຸ່ນເຮືອນ", "ໝື່ນ")
LAST = ("ຈັນທະວົງ", "ສີລິວັນ", "ພົນເສນາ", "ແສງດາລາ", "ຫຼວງໂຄດ", "ຂຽວມະນີ", "ໄຊຍະສອນ")
OFFICES = ("ພະແນກເຕັກໂນໂລຊີ ແລະ ການສື່ສານ ແຂວງບໍລິຄຳໄຊ", "ສູນບໍລິຫານລັດດິຈິຕອນ", "ຫ້ອງວ່າການແຂວງວຽງຈັນ")
POSITIONS = ("ຫົວໜ້າພະແນກ", "ຮອງຫົວໜ້າພະແນກ", "ວິຊາການ")


@pytest.fixture
def event():
    return Event(
        id="e1",
        title="ກອງປະຊຸມທົດລອງລະບົບລົງທະບຽນ ແລະ ຝຶກອົບຮົມການນຳໃຊ້",
        organiser="ສູນທົດລອງ, ກະຊວງທົດລອງ",
        venue="ຫ້ອງປະຊຸມໃຫຍ່",
        starts_on=date(2024, 6, 12),
        ends_on=date(2024, 6, 13),
        letterhead=Letterhead(place="ແຂວງວຽງຈັນ"),
        certificate=CertificateTerms(signatory="ປອ. ສົມໝາຍ ຈັນທະວົງ", signatory_position="ຫົວໜ້າສູນທົດລອງ"),
    )


@pytest.fixture
def english():
    return Event(
        id="e2",
        title="Workshop on Registration",
        organiser="Centre of Trials, Ministry of Trials",
        venue="the Great Hall",
        starts_on=date(2024, 6, 30),
        ends_on=date(2024, 7, 1),
        language="en",
    )


def _somebody(number):
    woman = number % 3 == 1
    return Attendee(
        id=f"a{number}",
        event_id="e1",
        number=number,
        prefix="ທ່ານ ນ." if woman else "ທ່ານ",
        name=f"{FIRST[number % 9]} {LAST[number % 7]}",
        sex=Sex.FEMALE if woman else Sex.MALE,
        position=POSITIONS[number % 3],
        organisation=OFFICES[number // 3 % 3],
        phone=f"020 5550 {number:04}" if number % 4 else "",
        category=list(Category)[number % 6],
    )


@pytest.fixture
def somebody():
    """Make a person: somebody(number)."""
    return _somebody


@pytest.fixture
def people():
    return [_somebody(number) for number in range(1, 38)]


@pytest.fixture
def badges(tmp_path, event, code):
    """Print badges of people: badges(people) gives the file's bytes and the number of pages."""

    def printed(people, of=event, page=None):
        path = tmp_path / "badges.pdf"
        entries = [BadgeEntry(person, code(person.number)) for person in people]
        pages = write_badges(path, of, entries, made_at=MADE_AT, page=page)
        return path.read_bytes(), pages

    return printed


@pytest.fixture
def certificates(tmp_path, event):
    """Print certificates of people: certificates(people) gives the file's bytes and the number of pages."""

    def printed(people, of=event, inside=timedelta(hours=9, minutes=30), code=""):
        path = tmp_path / "certificates.pdf"
        entries = [CertificateEntry(person, f"{person.number:03}/2024", 3, inside, code) for person in people]
        pages = write_certificates(path, of, entries, made_at=MADE_AT)
        return path.read_bytes(), pages

    return printed


@pytest.fixture
def participants(tmp_path, event):
    """Print a list of people: participants(people, kind) gives the file's bytes and the number of pages."""

    def printed(people, kind, of=event, session=None):
        path = tmp_path / "participants.pdf"
        session = session or (half_days(of)[0] if kind == "session" else None)
        rows = [ListRow(one, MADE_AT.replace(minute=one.number % 60)) for one in people]
        women = sum(one.sex is Sex.FEMALE for one in people)
        total = Count(expected=len(people), arrived=len(people), women_expected=women, women=women)
        pages = write_participants(path, of, rows, session=session, kind=kind, total=total, made_at=MADE_AT)
        return path.read_bytes(), pages

    return printed


@pytest.fixture
def golden():
    """Compare a picture with its golden one: golden(name, image); pages are large, so fewer pixels may move."""
    return lambda name, image: same_picture(f"documents/{name}", image, moved=0.0005)
