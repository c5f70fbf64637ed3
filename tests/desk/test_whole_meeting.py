"""A whole meeting through the window: from the announcement that is pasted to the next province's event."""

import os
import time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from desk.printing.reading import codes
from desk.scanner.typing import open_and_focus, pause, scan_keys, strike
from signin.domain.attendee import Sex
from signin.domain.print_run import Paper
from signin.exchange.meanings import Meaning
from signin.services import meetings
from signin.services.desk import Desk
from signin.store import Store, attendees, presences
from typeset.reading import copied_by_pdfium, copied_by_poppler

ANNOUNCEMENT = (
    "ແຈ້ງການ\n"
    "ກົມແຜນການ ຈະຈັດກອງປະຊຸມທົບທວນແຜນການ ໃນວັນທີ 12-13 ມິຖຸນາ 2024 ເວລາ 08:30 ໂມງ ຫາ 16:00 ໂມງ "
    "ທີ່ຫ້ອງປະຊຸມໃຫຍ່ ພາຍໃຕ້ການເປັນປະທານຂອງ ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ ຫົວໜ້າກົມແຜນການ. "
    "ຄາດວ່າຈະມີຜູ້ເຂົ້າຮ່ວມບໍ່ຕ່ຳກວ່າ 37 ຄົນ."
)
LONG = 15_000


@pytest.fixture
def office(tmp_path, clock, qtbot):
    """The program on a new store, where a first event is to be made."""
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True)
    store = tmp_path / "signin.db"
    made = Program(made_window(settings), settings, store=store, clock=clock, seconds=time.monotonic)
    made.begin()
    open_and_focus(made.window)
    yield made
    made.end()
    made.window.hide()
    made.window.deleteLater()
    made.deleteLater()
    pause(1)


@pytest.fixture
def meeting_day(office, tmp_path, press, qtbot, clock, resources):
    store = Store(tmp_path / "signin.db")
    yield Day(office, store, tmp_path, press, qtbot, clock, resources / "sample" / "conference-roster.xlsx")
    store.close()


def test_a_whole_meeting(meeting_day):
    day = meeting_day
    day.make_the_event_of_the_announcement()
    day.import_the_roster(positions_are_notes=True)
    people = day.people()
    assert (len(people), sum(person.sex is Sex.FEMALE for person in people)) == (37, 10)
    assert not any(person.position for person in people)
    day.take_the_import_back()
    assert day.people() == []
    day.import_the_roster()
    day.go_on_to_the_roster()
    people = day.people()
    assert len(people) == 37
    assert people[0].position

    printed = day.badges()
    assert len(printed) == 37
    assert set(day.check_in(printed[:12])) == {"Admitted"}
    came = [person for person in people if person.id in day.came()]
    assert len(came) == 12
    for copied in day.list_of_participants():
        assert all(person.name in copied for person in came)
    assert day.certificates() == 12

    first = day.event_id
    day.hold_it_again("ກອງປະຊຸມທົບທວນແຜນການ ແຂວງບໍລິຄຳໄຊ", "15/7/2024")
    assert day.event_id != first
    assert day.people() == []
    assert day.sessions() == ["15.07 08:30", "15.07 13:30", "16.07 08:30", "16.07 13:30"]


class Day:
    """What an office does through the window, and what is in the store then, as another program reads it."""

    def __init__(self, program, store, folder, press, qtbot, clock, roster):
        self.program, self.store, self.folder = program, store, folder
        self.press, self.qtbot, self.clock, self.roster = press, qtbot, clock, roster

    # What is there

    @property
    def event_id(self):
        return self.program.reception.meeting.id

    def people(self):
        with self.store.read() as tx:
            return attendees.everyone(tx, self.event_id)

    def came(self):
        with self.store.read() as tx:
            return {stay.attendee_id for stay in presences.of_event(tx, self.event_id)}

    def sessions(self):
        _, sessions = meetings.one(Desk(self.store, "ອື່ນ", os.urandom), self.event_id)
        return [f"{one.starts_at:%d.%m %H:%M}" for one in sessions]

    def wait(self, so):
        self.qtbot.waitUntil(so, timeout=LONG)

    def page(self, name):
        """The page that is shown, once it is this one."""
        self.wait(lambda: type(self.program.window.screens.currentWidget()).__name__ == name)
        return self.program.window.screens.currentWidget()

    def click(self, button):
        self.wait(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    # Before the meeting

    def make_the_event_of_the_announcement(self):
        self.press("Ctrl+N")
        form = self.page("NewEventPage")
        self.press("Ctrl+Shift+V")
        QApplication.clipboard().setText(ANNOUNCEMENT)
        self.press("Ctrl+V")
        self.wait(lambda: not form.announcement._wait.isActive())
        self.press("Ctrl+Return")
        assert form.form.fields["title"].text() == "ກອງປະຊຸມທົບທວນແຜນການ"
        self.press("Ctrl+Return")
        self.page("ReceptionScreen")

    def import_the_roster(self, *, positions_are_notes=False):
        self.press("Ctrl+3")
        self.click(self.page("RosterPage").first_import)
        page = self.page("ImportPage")
        page.open_file(self.roster)
        self.wait(lambda: not page.reader.is_busy and page.face.read.reading is not None)
        if positions_are_notes:
            boxes = page.face.read.columns.boxes
            box = next(box for box in boxes.values() if box.value is Meaning.POSITION)
            while box.value is not Meaning.NOTE:  # with the arrow keys, meaning by meaning
                box.setFocus()
                self.press("Down")
                self.wait(lambda: not page.reader.is_busy)
        self.press("Ctrl+Return")
        self.wait(page.face.take.isVisible)
        self.press("Ctrl+Return")
        self.wait(page.face.leave.isVisible)

    def take_the_import_back(self):
        bar = self.page("ImportPage").face.done.bar
        self.click(bar.begin)
        self.click(bar.sure)
        self.wait(lambda: not self.people())

    def go_on_to_the_roster(self):
        self.press("Ctrl+Return")
        self.page("RosterPage")

    # At the door

    def badges(self):
        """Save everybody's badges; give what a scanner reads on them."""
        return [code for sheet in codes(self.saved(Paper.BADGES, "badges.pdf")) for code in sheet]

    def check_in(self, printed):
        """Scan badges with a PC whose keyboard is Lao; give the verdicts."""
        reception, answers = self.program.reception, []
        self.press("Ctrl+1")
        self.page("ReceptionScreen")
        self.wait(lambda: reception.board is not None and len(reception.index) == 37)
        reception.answered.connect(answers.append)
        for count, code in enumerate(printed, start=1):
            strike(scan_keys(code, "lao", "enter"))
            self.wait(lambda count=count: len(answers) == count)
            self.clock.wait(seconds=5)
        return [type(answer.verdict).__name__ for answer in answers]

    # After the meeting

    def list_of_participants(self):
        """Save the list; give its text as two programs copy it."""
        data = self.saved(Paper.PARTICIPANTS, "list.pdf").read_bytes()
        return ["\n".join(copied(data)) for copied in (copied_by_poppler, copied_by_pdfium)]

    def certificates(self):
        """Save the certificates; give how many they are."""
        with pypdfium2.PdfDocument(self.saved(Paper.CERTIFICATES, "certificates.pdf")) as document:
            return len(document)

    def saved(self, paper, name):
        """Choose a paper with the mouse and save it through the dialog; give the file."""
        self.press("Ctrl+4")
        page = self.page("DocumentsPage")
        self.click(page.order_card.paper.segments[paper])
        self.wait(lambda: page._complete and page._made.gathered.order.paper is paper and page.save.isEnabled())
        self.press("Ctrl+S")
        dialog = page.findChild(QFileDialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(self.folder / name))
        self.press("Return")
        self.wait((self.folder / name).exists)
        self.wait(lambda: not page._busy_sending)
        open_and_focus(self.program.window)
        return self.folder / name

    def hold_it_again(self, title, first_day):
        before, screen = self.event_id, self.program.screen
        self.press("Ctrl+6")
        page = self.page("EventDetailsPage")
        self.click(page.again)
        page.again_panel.title.set_text(title)
        page.again_panel.first_day.set_text(first_day)
        page.again_panel.first_day.edit.setFocus()
        self.press("Return")
        self.wait(page.go.isVisible)
        assert (self.event_id, self.program.screen) == (before, screen)  # who comes late is let in still
        self.click(page.go)
        self.wait(lambda: self.event_id != before)
