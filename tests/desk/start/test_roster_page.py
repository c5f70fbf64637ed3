from datetime import date
from threading import Event as Gate

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from signin.desk.start.roster_page import RosterPage
from signin.exchange.failures import ReadingCancelled
from signin.services import beginning, handed, meetings, rosters
from signin.services.new_event import Form, read_form
from signin.store import attendees
from signin.store.failures import StoreFull


@pytest.fixture
def page(voice, look, worker, clock, shown):
    made = shown(RosterPage(voice, look, worker, clock))
    made.said = []
    made.imported.connect(made.said.append)
    made.back.connect(lambda: made.said.append("back"))
    yield made
    work = made._work
    made.stop_reading()
    if work is not None:
        work.wait()


@pytest.fixture
def read(page, qtbot, worker):
    """Read a file to the end: read(path)."""

    def opened(path):
        page.open_file(path)
        qtbot.waitUntil(lambda: page._work is None and not worker.waiting)
        return page

    return opened


@pytest.fixture
def book(tmp_path):
    def made(*rows, sheets=()):
        whole = openpyxl.Workbook()
        for row in rows:
            whole.active.append(row)
        for title, more in sheets:
            other = whole.create_sheet(title)
            for row in more:
                other.append(row)
        whole.save(tmp_path / "list.xlsx")
        return tmp_path / "list.xlsx"

    return made


def cells(page, column):
    people = page.view.table.people
    return [people.index(row, column).data() for row in range(people.rowCount())]


def add_event(desk, reading=None):
    form = Form(title="ກອງປະຊຸມເກົ່າ", organiser="ຫ້ອງການ", venue="ຫ້ອງ", first_day="1/2/2026")
    draft = read_form(form, date(2026, 1, 1))
    if reading is None:
        return beginning.make_event(desk, draft)
    return beginning.import_as_new(desk, draft, reading, page_time())[0]


def page_time():
    from datetime import datetime

    return datetime(2026, 1, 1, 8, 0)


def test_the_organisers_roster_is_imported_as_a_new_event_by_the_keyboard_alone(
    page, read, press, write, qtbot, desk, roster_file
):
    read(roster_file)
    press("Return")
    press("Tab")
    write("ສູນບໍລິຫານລັດດິຈິຕອນ")
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: len(page.said) == 1)
    event, sessions = meetings.one(desk, page.said[0])
    assert event.title == "ກອງປະຊຸມເຜີຍແຜ່ ວຽກການບໍລິຫານ ແລະ ບໍລິການລັດດິຈິຕອນ"
    assert (event.days, len(sessions)) == ((date(2024, 6, 12), date(2024, 6, 13)), 4)
    with desk.store.read() as tx:
        assert len(attendees.everyone(tx, event.id)) == len(attendees.live_codes(tx, event.id)) == 37


def test_what_was_understood_is_shown(read, roster_file):
    page = read(roster_file)
    assert page.view.counts.text() == "37 people, 10 of them women"
    assert page.view.where.text() == (
        "“conference-roster.xlsx”, sheet “ລາຍຊື່”, the head is row 7; 0 rows were left out."
    )
    assert cells(page, 2)[:2] == ["ພູວົງ ສີບຸນເຮືອງ", "ອຸ່ນເຮືອນ ວົງພະຈັນ"]
    assert page.view.table.people.rowCount() == 20
    assert [notice.text() for notice in page.view.notices] == [
        "3 rows were read as names of groups. Rows 8, 29, 43.",
        "4 people: the category is only proposed. Rows 44–47.",
    ]


def test_what_was_not_read_is_told_before_anything_is_imported(read, book):
    page = read(book(["ຊື່", "ພາກສ່ວນ", "ອາຫານ"], ["ກ ຂ", "=B9", "ເຈ"]))
    columns, formulas = (notice.text() for notice in page.view.notices)
    assert columns == "Columns not read: ອາຫານ. Give them a known head, or leave them out."
    assert formulas.startswith("1 rows hold a formula")


def test_a_sex_that_the_prefix_only_proposes_has_a_question_mark(read, book, voice):
    page = read(book(["ຊື່", "ເບີໂທ"], ["ນາງ ກ ຂ", "1"], ["ທ່ານ ຄ ງ", "2"], ["ທ້າວ ຈ ສ", "3"]))
    assert cells(page, 3) == ["Female ?", "", "Male ?"]
    voice.speak("lo")
    assert cells(page, 3) == ["ຍິງ ?", "", "ຊາຍ ?"]
    assert "ເພດ" in page.view.notices[0].text()


def test_lost_zeros_are_put_back_only_when_somebody_says_so(read, roster_file, qtbot):
    page = read(roster_file)
    assert cells(page, 6)[0] == "2071843934"
    qtbot.mouseClick(page.view.zeros.segments[True], Qt.MouseButton.LeftButton)
    assert cells(page, 6)[0] == "02071843934"
    qtbot.mouseClick(page.view.zeros.segments[False], Qt.MouseButton.LeftButton)
    assert page.view.reading.people[0].phone == "2071843934"


def test_another_sheet_of_the_file_can_be_chosen(read, book, qtbot):
    page = read(book(["ລ/ດ", "ຊື່"], [1, "ກ ຂ"], sheets=[("{ຂ}", [["ຊື່", "ເບີໂທ"], ["ນາງ ຄ ງ", "1"]])]))
    assert cells(page, 2) == ["ກ ຂ"]
    qtbot.mouseClick(page.view.sheets.segments["{ຂ}"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cells(page, 2) == ["ຄ ງ"])


def no_workbook(folder):
    path = folder / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return path


def empty(folder):
    path = folder / "empty.xlsx"
    path.touch()
    return path


def no_head(folder):
    path = folder / "letter.csv"
    path.write_text("ຮຽນ ທ່ານ,\nຂໍເຊີນ,\n", encoding="utf-8")
    return path


def nameless(folder):
    path = folder / "list.csv"
    path.write_text("ລ/ດ,ຊື່,ຕຳແໜ່ງ\n1,ກ ຂ,\n2,,ວິຊາການ\n", encoding="utf-8")
    return path


def locked(folder):
    """Stand a folder where the file is: it opens for nobody, not even for root."""
    path = folder / "locked.xlsx"
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (no_workbook, "The file photo.xlsx is not a table."),
        (empty, "The file empty.xlsx is empty."),
        (no_head, "No head row was found in the first 20 rows of letter.csv."),
        (nameless, "Row 3: no name. Fill it in and import again."),
        (locked, "The file locked.xlsx cannot be opened."),
        (lambda folder: folder / "gone.xlsx", "There is no file gone.xlsx."),
    ],
)
def test_a_file_that_is_refused_is_told_in_place_and_another_can_be_chosen(
    page, read, tmp_path, make, said, roster_file, drop
):
    read(make(tmp_path))
    assert page.refused.text().startswith(said)
    assert page.refused.isVisible()
    assert page.other.hasFocus()
    assert drop(page, roster_file)


def test_the_window_lives_while_a_file_is_read_and_esc_stops_the_reading(
    page, press, qtbot, monkeypatch, roster_file
):
    gate, ended = Gate(), Gate()

    def slow(path, *, cancelled):
        while not cancelled():
            gate.wait(0.01)
        ended.set()
        raise ReadingCancelled(file=path.name)

    monkeypatch.setattr(handed, "read_file", slow)
    page.open_file(roster_file)
    assert page.bar.isVisible()
    assert page.stop.hasFocus()
    press("Escape")
    assert (page.told.text(), page.bar.isHidden()) == ("Stopped. Nothing was changed.", True)
    qtbot.waitUntil(ended.is_set)
    assert page.said == []


def test_a_file_that_is_read_to_its_end_after_another_was_opened_is_not_shown(
    page, read, book, qtbot, roster_file, monkeypatch
):
    gate, ended, straight = Gate(), Gate(), handed.read_file

    def late(path, **how):
        if path == roster_file:
            gate.wait(5)
            ended.set()
            return straight(path)
        return straight(path, **how)

    monkeypatch.setattr(handed, "read_file", late)
    page.open_file(roster_file)
    first = page._work
    read(book(["ລ/ດ", "ຊື່"], [1, "ກ ຂ"]))
    with qtbot.waitSignal(first.finished):
        gate.set()
    assert ended.is_set()
    assert cells(page, 2) == ["ກ ຂ"]


def test_a_page_that_goes_away_while_a_file_is_read_harms_nobody(
    voice, look, worker, clock, qtbot, monkeypatch, roster_file
):
    gate = Gate()

    def slow(path, *, cancelled):
        gate.wait(5)
        raise ReadingCancelled(file=path.name)

    monkeypatch.setattr(handed, "read_file", slow)
    page = RosterPage(voice, look, worker, clock)
    page.show()
    page.open_file(roster_file)
    work = page._work
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    with qtbot.waitSignal(work.finished):
        gate.set()


def test_into_an_event_that_is_there_the_plan_is_told_before(page, read, press, qtbot, worker, desk, roster_file):
    held = add_event(desk, handed.read_file(roster_file).reading)
    read(roster_file)
    press("Return", "Right")
    qtbot.waitUntil(lambda: not worker.waiting)
    assert page.event_view.plan.text() == "0 new, 0 changed, 37 the same; 0 not in the file stay."
    press("Tab", "Return", "Return")
    qtbot.waitUntil(lambda: page.said == [held])
    with desk.store.read() as tx:
        assert len(attendees.everyone(tx, held)) == 37


def test_what_is_wrong_with_the_new_event_is_said_at_its_field_and_nothing_is_imported(
    page, read, press, desk, roster_file
):
    read(roster_file)
    press("Return", "Ctrl+Return")
    assert str(page.event_view.form.fields["organiser"].complaint) == "Write who holds the event."
    assert beginning.events_there(desk) == []


def test_an_import_that_fails_leaves_nothing_and_everything_typed(
    page, read, press, qtbot, desk, roster_file, monkeypatch
):
    read(roster_file)
    press("Return")
    page.event_view.form.fields["organiser"].set_text("ຫ້ອງການ")
    typed = page.event_view.form.form()

    def full(*_):
        raise StoreFull

    monkeypatch.setattr(rosters, "import_into", full)
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: page.notice.message is not None)
    assert beginning.events_there(desk) == []
    assert (page.event_view.form.form(), page.take.isEnabled(), page.said) == (typed, True, [])


def test_the_same_new_event_again_is_told_at_its_title(page, read, press, qtbot, desk, roster_file, worker):
    add_event(desk)
    read(roster_file)
    press("Return")
    for name, text in {"title": "ກອງປະຊຸມເກົ່າ", "organiser": "ກ", "first_day": "1/2/2026", "last_day": ""}.items():
        page.event_view.form.fields[name].set_text(text)
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: page.take.isEnabled() and not worker.waiting)
    assert "is in the store already" in str(page.event_view.form.fields["title"].complaint)


def test_esc_goes_a_step_back_then_leaves(page, read, press, roster_file):
    read(roster_file)
    press("Return", "Escape")
    assert page.steps.currentWidget() is page.view
    press("Escape")
    assert page.said == ["back"]


def test_a_file_is_chosen_in_a_dialog(page, press, qtbot, roster_file, worker):
    press("Ctrl+O")
    qtbot.waitUntil(page.dialog.isVisible)
    page.dialog.findChild(QLineEdit).setText(str(roster_file))
    page.dialog.accept()
    qtbot.waitUntil(lambda: page._work is None and not worker.waiting)
    assert page.view.counts.text() == "37 people, 10 of them women"


def test_only_one_roster_can_be_dropped(page, drop, tmp_path):
    assert not drop(page, tmp_path / "photo.png")


def test_everything_that_takes_the_focus_has_a_name(read, roster_file):
    page = read(roster_file)
    widgets = (page.other, page.stop, page.forward, page.take, page.view.table, page.bar, page.event_view.list)
    assert all(widget.accessibleName() for widget in widgets)
    assert all(one.text() for one in page.event_view.which.segments.values())
