"""Goes through the organiser's side as a clerk does, from page to page, and names each screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from visiting import Door, Visit

from signin.assets import RESOURCES
from signin.desk.event_pages import Inner, Place
from signin.desk.organiser.documents.page import DocumentsPage
from signin.desk.organiser.event.announcement_page import AnnouncementPage
from signin.desk.organiser.importing.face import PLAN
from signin.desk.organiser.importing.page import ImportPage
from signin.desk.organiser.roster.page import RosterPage
from signin.desk.start.new_event_page import NewEventPage
from signin.domain.pin import kept

ROSTER = RESOURCES / "sample" / "conference-roster.xlsx"
ANNOUNCEMENT = (
    "ແຈ້ງການ\n"
    "ກົມແຜນການ ຈະຈັດກອງປະຊຸມທົບທວນແຜນການ ໃນວັນທີ 12-13 ມິຖຸນາ 2027 ເວລາ 08:30 ໂມງ ຫາ 16:00 ໂມງ ທີ່ຫ້ອງປະຊຸມໃຫຍ່ "
    "ພາຍໃຕ້ການເປັນປະທານຂອງ ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ ຫົວໜ້າກົມແຜນການ. ຄາດວ່າຈະມີຜູ້ເຂົ້າຮ່ວມບໍ່ຕ່ຳກວ່າ 50 ຄົນ."
)
_PLAIN: tuple[Place | Inner, ...] = ("duplicates", "sessions", "statistics", "details", "records")
_LONGEST_MS = 15_000
_STEP_MS, _READING_MS = 100, 600


def organiser_screens(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show every page of the organiser's side."""
    yield from roster_screens(door)
    yield from import_screens(door)
    for name in _PLAIN:
        go(door, name)
        yield name, door
    yield from document_screens(door)
    yield from announcement_screens(door)
    yield from gate_screen(door)


def go(door: Door, place: Place | Inner) -> QWidget:
    """Go to a page of the event."""
    if place in door.program.places.of_event:
        door.program.show_of_event(place)
    else:
        door.program.pages.of_event.show(place, door.reception.meeting.id)
    door.settle()
    page = door.window.screens.currentWidget()
    assert page is not None
    return page


def roster_screens(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show the roster, and a person's card beside it."""
    page = go(door, "roster")
    assert isinstance(page, RosterPage)
    yield "roster", door
    page.card_button.click()
    yield "card", door


def import_screens(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show an import, step by step."""
    page = go(door, "import")
    assert isinstance(page, ImportPage)
    yield "import-file", door
    read(page, ROSTER)
    yield "import-read", door
    page.go_on()
    wait(lambda: page.face.step == PLAN)
    yield "import-plan", door


def read(page: ImportPage, path: Path) -> None:
    """Read a roster to the end."""
    page.open_file(path)
    wait(lambda: not page.reader.is_busy and page.face.read.reading is not None)


def document_screens(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show the papers, and the print log."""
    page = go(door, "documents")
    assert isinstance(page, DocumentsPage)
    wait(lambda: page.save.isEnabled() and page.pages.has_drawn(0))
    yield "documents", door


def announcement_screens(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show what is read out of an announcement."""
    door.program.pages.new_event()
    form = door.window.screens.currentWidget()
    assert isinstance(form, NewEventPage)
    form.paste.click()
    assert isinstance(form.announcement, AnnouncementPage)
    form.announcement.text.edit.setPlainText(ANNOUNCEMENT)
    QTest.qWait(_READING_MS)
    yield "announcement", door
    form.announcement.text.edit.setPlainText("")
    form.announcement.go_back()


def gate_screen(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show what stands before the organiser's side when a PIN is set."""
    door.program.kept.keep(pin=kept("0000", bytes(16)))
    door.program.gatekeeper.lock.lock()
    door.program.show_of_event("roster")
    yield "gate", door
    door.program.show_door()
    door.program.kept.keep(pin="")


def wait(so: object) -> None:
    """Wait until something is so."""
    assert callable(so)
    for _ in range(_LONGEST_MS // _STEP_MS):
        if so():
            return
        QTest.qWait(_STEP_MS)
        QGuiApplication.processEvents()
    raise TimeoutError
