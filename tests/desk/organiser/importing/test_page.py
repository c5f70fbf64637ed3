"""A clerk imports a roster through the window: with keys, with the mouse, back and forth, and back again."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event as Gate

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from desk.organiser.importing.conftest import HEAD
from signin.desk.organiser.importing.face import DONE, FILE, PLAN, READ
from signin.exchange.choices import Choices
from signin.exchange.meanings import Meaning
from signin.exchange.roster import read_roster
from signin.services import beginning, handed, importing, meetings, merging, rosters
from signin.services.corrections import Correction, correct
from signin.services.handed import abbreviated
from signin.services.new_event import Form, read_form
from signin.store import attendees
from signin.store.failures import StoreFull

ONE = [1, "ທ່ານ ບຸນມີ ສີສຸລາດ", "ຫົວໜ້າ", "ພະແນກການເງິນ", "020 5551 2345"]
TWO = [2, "ນາງ ມະນີວັນ ເຈົ້າໄຊ", "ວິຊາການ", "ພະແນກພາຍໃນ", "020 5551 2346"]


def step(page):
    return page.face.step


def names(page):
    people = page.face.read.table.people
    return [people.index(row, 2).data() for row in range(people.rowCount())]


def choose(qtbot, box, value):
    """Choose in a box with the keyboard: it has the focus, arrows move, and Enter takes."""
    box.setFocus()
    for _ in range(100):
        if box.value == value:
            return
        at, wanted = box.currentIndex(), [box._values[nth] for nth in range(box.count())].index(value)
        qtbot.keyClick(box, Qt.Key.Key_Down if wanted > at else Qt.Key.Key_Up)
    raise AssertionError(value)


def segment(qtbot, choice, value):
    qtbot.mouseClick(choice.segments[value], Qt.MouseButton.LeftButton)


def click(qtbot, button):
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(page, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(100, 100).toPoint(), *how)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(100, 100), *how))
    return enter.isAccepted()


# The whole way


def test_into_an_event_that_is_there_by_the_keyboard_alone(page, read, press, settled, everybody, book):
    read(page, book(HEAD, ONE, TWO))
    assert (step(page), page.face.read.counts.text()) == (READ, "People: 2, women 1")
    press("Return")
    settled(page)
    assert (step(page), page.face.take.text()) == (PLAN, "Import people: 2")
    press("Return")
    settled(page)
    assert step(page) == DONE
    assert page.face.done.done.text() == "People imported: 2, women 1."
    assert len(everybody()) == 5
    press("Return")
    assert page.said == ["changed", "e1"]


def test_what_another_desk_corrected_meanwhile_is_shown_before_it_is_written_over(
    page, read, press, settled, everybody, meeting, book
):
    person = everybody()[0]
    read(page, book(HEAD, [1, person.full_name, "ຫົວໜ້າ", person.organisation, "020 5551 2345"]))
    press("Return")
    settled(page)
    correct(meeting, "e1", "1", Correction(position="ຮອງຫົວໜ້າ"), page._clock())
    press("Return")
    settled(page)
    assert step(page) == PLAN
    assert "changed at another desk" in page.notice.text()
    assert everybody()[0].position == "ຮອງຫົວໜ້າ"
    settled(page)
    press("Return")
    settled(page)
    assert step(page) == DONE
    assert everybody()[0].position == "ຫົວໜ້າ"


def test_into_a_new_event_by_the_keyboard_alone(make_page, read, press, settled, roster_file, meeting, qtbot):
    page = make_page(None)
    read(page, roster_file)
    press("Return")
    settled(page)
    assert page.face.everybody.text() == "Everybody is new there: people 37, women 10."
    page.face.event.form.fields["organiser"].edit.setFocus()
    qtbot.keyClicks(page.face.event.form.fields["organiser"].edit, "Office")
    press("Ctrl+Return")
    settled(page)
    press("Return")
    _, new = page.said
    event, sessions = meetings.one(meeting, new)
    assert event.title == "ກອງປະຊຸມເຜີຍແຜ່ ວຽກການບໍລິຫານ ແລະ ບໍລິການລັດດິຈິຕອນ"
    assert (event.days, len(sessions)) == ((date(2024, 6, 12), date(2024, 6, 13)), 4)
    with meeting.store.read() as tx:
        assert len(attendees.everyone(tx, new)) == len(attendees.live_codes(tx, new)) == 37


def test_into_an_event_that_is_chosen_by_the_mouse_alone(make_page, read, settled, roster_file, everybody, qtbot):
    page = make_page(None)
    read(page, roster_file)
    click(qtbot, page.face.forward)
    settled(page)
    segment(qtbot, page.face.event.which, True)
    settled(page)
    assert page.face.plan.told.text().startswith("36 new, 1 changed, 0 the same")
    click(qtbot, page.face.take)
    settled(page)
    click(qtbot, page.face.leave)
    assert page.said == ["changed", "e1"]
    assert len(everybody()) == 39


def test_the_plan_tells_each_field_and_counts_women(page, read, press, settled, book, people, qtbot):
    lines = [[one.number, one.full_name, "ຮອງ", one.organisation, one.phone or None] for one in people[:2]]
    read(page, book(HEAD, *lines, [9, "ນາງ ຄຳ ແພງ", "ວິຊາການ", "ກົມ", None]))
    press("Return")
    settled(page)
    lists = page.face.plan.lists
    assert [segment.text() for segment in lists.choice.segments.values()] == [
        "New: 1 (women 1)",
        "Changed: 2 (women 1)",
        "Not in the file: 1 (women 0)",
    ]
    segment(qtbot, lists.choice, "changed")
    assert lists.table.texts()[0] == ["1", people[0].full_name, "Position", "–", "ຮອງ"]


def test_a_line_about_somebody_who_was_joined_with_another_is_told_before(
    page, read, press, settled, book, meeting, everybody, qtbot
):
    path = book(HEAD, [10, *ONE[1:]], [11, "ທ່ານ ບຸນມີ ສີສຸລາດ", "ແພດ", "ໂຮງໝໍ", "020 9"])
    read(page, path)
    for _ in range(2):
        press("Ctrl+Return")
        settled(page)
    first, twice = (person.id for person in everybody()[-2:])
    merging.merge(meeting, "e1", first, twice, page._clock())
    press("Escape")
    read(page, path)
    press("Ctrl+Return")
    settled(page)
    segment(qtbot, page.face.plan.lists.choice, "told")
    assert any("was merged with" in row[1] for row in page.face.plan.lists.table.texts())


# The file


def test_a_file_is_dropped(page, settled, book, tmp_path):
    assert not drop(page, tmp_path / "photo.png")
    assert drop(page, book(HEAD, ONE))
    settled(page)
    assert names(page) == ["ບຸນມີ ສີສຸລາດ"]


def test_a_file_is_chosen_in_a_dialog(page, press, qtbot, settled, roster_file):
    press("Ctrl+O")
    qtbot.waitUntil(page.dialog.isVisible)
    page.dialog.findChild(QLineEdit).setText(str(roster_file))
    page.dialog.accept()
    settled(page)
    assert page.face.read.counts.text() == "People: 37, women 10"


def test_a_file_on_a_stick_is_found_and_taken_by_enter(make_page, sticks, tmp_path, book, qtbot, press, settled):
    inside = tmp_path / "KINGSTON" / "ບັນຊີ"
    inside.mkdir(parents=True)
    shutil.copy(book(HEAD, ONE), inside / "list.xlsx")
    (inside / "~$list.xlsx").touch()
    (inside / "photo.png").touch()
    sticks.append(("KINGSTON", tmp_path / "KINGSTON"))
    sticks.append(("GONE", tmp_path / "nothing"))
    page = make_page()
    qtbot.waitUntil(lambda: page.face.file.list.rows.rowCount() == 1)
    assert page.face.file.list.texts()[0][:2] == ["list.xlsx", "USB: KINGSTON"]
    page.face.file.list.setFocus()
    press("Return")
    settled(page)
    assert names(page) == ["ບຸນມີ ສີສຸລາດ"]


def test_a_file_that_was_imported_before_is_offered_again(make_page, read, press, settled, book, qtbot):
    first = make_page()
    path = book(HEAD, ONE)
    read(first, path)
    press("Return")
    settled(first)
    press("Return")
    settled(first)
    press("Escape")
    settled(first)
    there = [["list.xlsx", str(path.parent), "", "imported before"]]
    qtbot.waitUntil(lambda: first.face.file.list.texts() == there)


def test_a_share_that_does_not_answer_holds_nobody_up(make_page, settled, tmp_path, monkeypatch, qtbot):
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "c.xlsx"]
    for path in files[:2]:
        path.touch()
    answers = Gate()
    is_file = Path.is_file

    def slow(path):
        if path in files:
            answers.wait(5)
        if path == files[1]:
            raise PermissionError
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", slow)
    step = settled(make_page()).face.file
    qtbot.waitUntil(lambda: not step.is_looking)
    step.show_before([str(path) for path in files])
    assert (step.is_looking, step.list.texts()) == (True, [])
    answers.set()
    qtbot.waitUntil(lambda: not step.is_looking)
    assert [row[0] for row in step.list.texts()] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file bad.xlsx is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file bad.xlsx is not a table."),
        (None, "There is no file bad.xlsx."),
    ],
)
def test_a_file_that_is_refused_is_told_in_place_and_can_be_copied(page, read, tmp_path, content, said, qtbot):
    path = tmp_path / "bad.xlsx"
    if content is not None:
        path.write_bytes(content)
    read(page, path)
    refused = page.face.file.refused
    assert (step(page), refused.text().startswith(said)) == (FILE, True)
    assert page.face.choose.hasFocus()
    qtbot.mouseClick(refused.copy_button, Qt.MouseButton.LeftButton)
    assert said in QApplication.clipboard().text()


def test_the_window_lives_while_a_file_is_read_and_esc_stops_the_reading(
    page, press, qtbot, monkeypatch, roster_file
):
    gate, ended = Gate(), Gate()

    def slow(path, *, cancelled):
        while not cancelled():
            gate.wait(0.01)
        ended.set()
        raise StoreFull(path=str(path))

    monkeypatch.setattr(handed, "read_file", slow)
    page.open_file(roster_file)
    assert page.face.file.bar.isVisible()
    assert page.face.stop.hasFocus()
    press("Escape")
    assert page.face.file.told.text() == "Stopped. Nothing was changed."
    assert page.face.file.bar.isHidden()
    qtbot.waitUntil(ended.is_set)
    assert page.said == []


def test_a_file_that_is_read_to_its_end_after_another_was_dropped_is_not_shown(
    page, settled, book, qtbot, roster_file, monkeypatch
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
    first = page.reader.work
    assert drop(page, book(HEAD, ONE))
    settled(page)
    with qtbot.waitSignal(first.finished):
        gate.set()
    assert ended.is_set()
    assert names(page) == ["ບຸນມີ ສີສຸລາດ"]


def test_of_two_choices_made_quickly_the_last_counts(page, read, settled, book, qtbot):
    read(page, book(HEAD, ONE, ["ລ/ດ", "ຊື່", "ໜ້າທີ່"], [1, "ຄ ງ", "ປະທານ"]))
    page.face.read.chosen.emit(Choices(header_row=3))
    page.face.read.chosen.emit(Choices(header_row=1))
    assert page.face.bar.isVisible()
    assert not page.face.forward.isEnabled()
    settled(page)
    assert page.face.bar.isHidden()
    assert page.face.read.reading.header_row == 1
    assert page.face.read.head.value == 1


def test_nothing_is_read_while_something_is_imported(many, press, settled, book, monkeypatch, everybody):
    gate, add_many = Gate(), attendees.add_many

    def slow(tx, people):
        add_many(tx, people)
        gate.wait(5)

    monkeypatch.setattr(attendees, "add_many", slow)
    press("Ctrl+Return")
    assert drop(many, book(HEAD, ONE, name="other.xlsx"))
    assert step(many) == PLAN
    press("Alt+Right")
    gate.set()
    settled(many)
    assert (step(many), len(everybody())) == (DONE, 1593)


def test_a_file_that_goes_away_between_the_steps_is_imported_all_the_same(
    page, read, press, settled, book, everybody
):
    path = book(HEAD, ONE)
    read(page, path)
    path.unlink()
    press("F5")
    settled(page)
    assert page.notice.text().startswith("There is no file list.xlsx.")
    assert (step(page), names(page)) == (READ, ["ບຸນມີ ສີສຸລາດ"])
    press("Ctrl+Return")
    settled(page)
    press("Ctrl+Return")
    settled(page)
    assert len(everybody()) == 4


def test_a_file_that_was_put_right_is_read_again_with_what_was_chosen(page, read, press, settled, book, qtbot):
    read(page, book(["ຊື່", "ອາຫານ", "ເບີ"], ["ກ ຂ", "ກົມ"]))
    choose(qtbot, page.face.read.columns.boxes[1], Meaning.ORGANISATION)
    settled(page)
    book(["ຊື່", "ອາຫານ", "ເບີ"], ["ກ ຂ", "ກົມ"], ["ຄ ງ", "ສູນ"])
    press("F5")
    settled(page)
    assert [line.organisation for line in page.face.read.reading.people] == ["ກົມ", "ສູນ"]


# What was understood


def test_a_column_gets_another_meaning_by_keys_and_everything_follows(page, read, settled, book, qtbot):
    read(page, book(["ຊື່", "ອາຫານ", "ເບີໂທ"], ["ກ ຂ", "ກົມ", "020 1"]))
    read_view = page.face.read
    assert read_view.columns.boxes[1].value is Meaning.IGNORED
    assert [notice.message is not None for notice in read_view.notices] == [True]
    choose(qtbot, read_view.columns.boxes[1], Meaning.ORGANISATION)
    settled(page)
    assert read_view.reading.people[0].organisation == "ກົມ"
    assert read_view.notices == []
    assert read_view.columns.boxes[1].hasFocus()


def test_a_meaning_that_was_given_moves_to_the_column_that_gets_it_next(page, read, settled, book, qtbot):
    read(page, book(["ຊື່", "x", "y", "ເບີ"], ["ກ ຂ", "ກົມ", "ສູນ", "1"]))
    boxes = page.face.read.columns.boxes
    for column in (1, 2):
        choose(qtbot, boxes[column], Meaning.ORGANISATION)
        settled(page)
    assert [boxes[column].value for column in (1, 2)] == [Meaning.IGNORED, Meaning.ORGANISATION]
    assert page.face.read.reading.people[0].organisation == "ສູນ"


def test_without_a_name_nothing_can_be_imported_until_a_column_is_named(page, read, settled, book, qtbot, press):
    read(page, book(["ບຸນມີ ສີສຸລາດ", "ບັນຊີ"], ["ມະນີວັນ ເຈົ້າໄຊ", "ຄັງ"]))
    view = page.face.read
    assert (step(page), page.face.forward.isEnabled(), view.head.hasFocus()) == (READ, False, True)
    assert view.refused.text().startswith("No head row was found")
    assert view.hint.text() == "Or choose the head row here, and say what each column holds."
    press("Ctrl+Return", "Alt+Right")
    assert step(page) == READ
    choose(qtbot, view.columns.boxes[0], Meaning.NAME)
    settled(page)
    assert names(page) == ["ບຸນມີ ສີສຸລາດ", "ມະນີວັນ ເຈົ້າໄຊ"]
    assert view.refused.message is None
    assert page.face.forward.isEnabled()


def test_another_row_is_the_head(page, read, settled, book, qtbot):
    read(page, book(HEAD, ONE, ["ລ/ດ", "ຊື່", "ໜ້າທີ່"], [1, "ຄ ງ", "ປະທານ"]))
    choose(qtbot, page.face.read.head, 3)
    settled(page)
    assert (page.face.read.reading.header_row, names(page)) == (3, ["ຄ ງ"])


def test_another_sheet_is_chosen(page, read, settled, book, qtbot):
    read(page, book(HEAD, ONE, sheets=[("{ຂ}", [["ຊື່", "ເບີໂທ"], ["ນາງ ຄ ງ", "1"]])]))
    segment(qtbot, page.face.read.sheets, "{ຂ}")
    settled(page)
    assert names(page) == ["ຄ ງ"]


def test_hidden_rows_are_asked_about(page, read, settled, book, qtbot):
    read(page, book(HEAD, ONE, TWO, hide=(3,)))
    view = page.face.read
    assert view.hidden.label.text() == "Rows hidden in the file: 1"
    assert len(names(page)) == 2
    segment(qtbot, view.hidden, False)
    settled(page)
    assert names(page) == ["ບຸນມີ ສີສຸລາດ"]
    segment(qtbot, view.lists.choice, "left")
    assert view.lists.table.texts() == [
        ["3", "Hidden in the file", "2 · ນາງ ມະນີວັນ ເຈົ້າໄຊ · ວິຊາການ · ພະແນກພາຍໃນ · 020 5551 2346"]
    ]
    segment(qtbot, view.hidden, True)
    settled(page)
    assert len(names(page)) == 2


def test_lost_zeros_are_put_back_only_when_somebody_says_so(page, read, roster_file, qtbot):
    read(page, roster_file)
    assert page.face.read.reading.people[0].phone == "2071843934"
    segment(qtbot, page.face.read.zeros, True)
    assert page.face.read.reading.people[0].phone == "02071843934"
    segment(qtbot, page.face.read.zeros, False)
    assert page.face.read.reading.people[0].phone == "2071843934"


def test_abbreviated_prefixes_are_written_in_full_only_when_somebody_says_so(page, read, book, qtbot, settled):
    lines = ("ນ. ມະນີວັນ ເຈົ້າໄຊ", "ທ. ບຸນມີ ສີສຸລາດ", "ນ. ສ. ດາວ ແສງ")
    read(page, book(HEAD, *([nth, name, "", "ກົມ", f"020 5551 234{nth}"] for nth, name in enumerate(lines, 1))))
    view = page.face.read
    assert view.full.label.text() == "Prefixes that are abbreviated: 1"
    assert [line.prefix for line in view.reading.people] == ["ນ.", "ທ.", "ນ."]
    segment(qtbot, view.lists.choice, "prefixes")
    assert [row[:3] for row in view.lists.table.texts()] == [
        ["ນ.", "ນາງ", "2"],
        ["ທ.", "not known: looks like ທ້າວ", "1"],
    ]
    segment(qtbot, view.full, True)
    assert [line.prefix for line in view.reading.people] == ["ນາງ", "ທ.", "ນ."]
    segment(qtbot, view.full, False)
    assert [line.prefix for line in view.reading.people] == ["ນ.", "ທ.", "ນ."]
    read(page, book(HEAD, ONE, name="other.xlsx"))
    assert (view.full, abbreviated(None)) == (None, 0)


def test_sexes_that_are_proposed_prefixes_and_rows_left_out_can_be_listed(page, read, book, qtbot, voice):
    read(page, book(HEAD, [*ONE[:1], "ທ້າວ ບຸນມີ ສີສຸລາດ", *ONE[2:]], TWO, TWO, ["ລວມ 2 ທ່ານ"]))
    lists = page.face.read.lists
    told = {key: one.text() for key, one in lists.choice.segments.items()}
    assert told == {
        "people": "First 2 of 2",
        "sexes": "Sex proposed: 2",
        "prefixes": "Prefixes: 2",
        "left": "Left out: 2",
    }
    segment(qtbot, lists.choice, "sexes")
    assert lists.table.texts()[1] == ["3", "ນາງ", "ມະນີວັນ ເຈົ້າໄຊ", "Female"]
    segment(qtbot, lists.choice, "left")
    assert [row[1] for row in lists.table.texts()] == ["Stands above already", "A total"]
    voice.speak("lo")
    assert lists.table.texts()[1][1] == "ແຖວລວມ"


# Back and forth


def test_walking_back_and_forth_keeps_what_was_chosen(page, read, press, settled, book, qtbot):
    read(page, book(["ຊື່", "ອາຫານ", "ເບີໂທ"], ["ກ ຂ", "ກົມ", 2055512345], hide=()))
    view = page.face.read
    choose(qtbot, view.columns.boxes[1], Meaning.ORGANISATION)
    settled(page)
    segment(qtbot, view.zeros, True)
    before = view.reading
    press("Ctrl+Return")
    settled(page)
    press("Alt+Left", "Escape")
    assert step(page) == FILE
    press("Alt+Right")
    assert (step(page), view.reading, view.zeros.value) == (READ, before, True)
    click(qtbot, page.face.strip.buttons[PLAN])
    settled(page)
    assert (step(page), page.face.plan.lists.table.texts()[0][1:]) == (PLAN, ["ກ ຂ", "", "ກົມ"])
    press("Escape", "Escape", "Escape")
    assert page.said == ["back"]


def test_walking_back_to_the_file_tells_which_one_is_read_and_offers_to_go_on(
    page, read, press, book, tmp_path, settled
):
    read(page, book(HEAD, ONE))
    press("Alt+Left")
    said = "“list.xlsx” is read. Go on with it, or choose another file."
    assert (page.face.file.told.text(), page.face.file.bar.isVisible()) == (said, False)
    assert page.face.forward.hasFocus()
    (tmp_path / "broken.xlsx").write_bytes(b"")
    read(page, tmp_path / "broken.xlsx")
    assert (page.face.file.told.text(), page.face.file.refused.isVisible()) == (said, True)
    press("Return")
    assert (step(page), names(page)) == (READ, ["ບຸນມີ ສີສຸລາດ"])
    press("Alt+Left")
    assert page.face.file.refused.isHidden()


def test_a_file_that_was_read_is_kept_when_the_page_is_left_and_what_was_chosen_is_not_lost(
    page, read, settled, book, qtbot
):
    assert not page.draft()
    read(page, book(["ຊື່", "ອາຫານ", "ເບີໂທ"], ["ກ ຂ", "ກົມ", "1"]))
    assert (page.draft(), page.unsaved()) == (True, False)
    choose(qtbot, page.face.read.columns.boxes[1], Meaning.ORGANISATION)
    settled(page)
    assert page.unsaved()
    page.hide()
    page.show()
    assert page.face.read.reading.people[0].organisation == "ກົມ"
    for button in (page.face.forward, page.face.take):
        click(qtbot, button)
        settled(page)
    assert (page.draft(), page.unsaved()) == (False, False)


def test_steps_ahead_cannot_be_gone_to(page, read, book, qtbot):
    assert [button.isEnabled() for button in page.face.strip.buttons] == [True, False, False]
    read(page, book(["ກ", "ຂ"], ["ຄ", "ງ"]))
    assert [button.isEnabled() for button in page.face.strip.buttons] == [True, True, False]


# Importing, stopping, failing


@pytest.fixture
def many(page, read, book, press, settled):
    """A page before the import of many."""
    read(page, book(HEAD, *([nth, f"ຄົນ {nth} ສີ", "", "ກົມ", ""] for nth in range(10, 1600))))
    press("Ctrl+Return")
    return settled(page)


def test_an_import_is_stopped_in_the_middle_and_leaves_nothing(
    many, press, settled, monkeypatch, everybody, meeting
):
    gate, add_many = Gate(), attendees.add_many

    def slow(tx, people):
        add_many(tx, people)
        gate.wait(5)

    monkeypatch.setattr(attendees, "add_many", slow)
    press("Ctrl+Return")
    assert many.face.stop.isVisible()
    assert many.face.stop.hasFocus()
    press("Escape")
    gate.set()
    settled(many)
    assert many.notice.text() == "Stopped. Nothing was changed."
    assert (len(everybody()), importing.imports(meeting, "e1")) == (3, [])
    assert (step(many), many.said, many.face.take.isEnabled()) == (PLAN, [], True)


def test_an_import_tells_how_far_it_is(many, press, settled, monkeypatch, qtbot, everybody):
    gate, add_many = Gate(), attendees.add_many

    def slow(tx, people):
        add_many(tx, people)
        gate.wait(5)

    monkeypatch.setattr(attendees, "add_many", slow)
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: many.face.bar.maximum() == 1590)
    gate.set()
    settled(many)
    assert many.face.bar.isHidden()
    assert len(everybody()) == 1593


def test_an_import_that_fails_leaves_nothing_and_everything_typed(
    make_page, read, press, settled, roster_file, meeting, monkeypatch
):
    page = make_page(None)
    read(page, roster_file)
    press("Return")
    settled(page)
    page.face.event.form.fields["organiser"].set_text("ຫ້ອງການ")
    typed = page.face.event.form.form()

    def full(*_, **__):
        raise StoreFull(path="x")

    monkeypatch.setattr(rosters, "import_into", full)
    press("Ctrl+Return")
    settled(page)
    assert page.notice.message is not None
    assert len(beginning.events_there(meeting)) == 1
    assert (page.face.event.form.form(), page.face.take.isEnabled(), page.said) == (typed, True, [])


def test_what_is_wrong_with_the_new_event_is_said_at_its_field(
    make_page, read, press, settled, roster_file, meeting
):
    page = make_page(None)
    read(page, roster_file)
    press("Return")
    settled(page)
    press("Ctrl+Return")
    assert str(page.face.event.form.fields["organiser"].complaint) == "Write who holds the event."
    assert len(beginning.events_there(meeting)) == 1


def test_the_same_new_event_again_is_told_at_its_title(make_page, read, press, settled, roster_file, meeting):
    form = Form(title="ກອງປະຊຸມເກົ່າ", organiser="ຫ້ອງການ", venue="ຫ້ອງ", first_day="1/2/2026")
    beginning.make_event(meeting, read_form(form, date(2026, 1, 1)))
    page = make_page(None)
    read(page, roster_file)
    press("Return")
    settled(page)
    page.face.event.form.set_form(form)
    press("Ctrl+Return")
    settled(page)
    assert "is in the store already" in str(page.face.event.form.fields["title"].complaint)


def test_a_page_that_goes_away_while_a_file_is_read_harms_nobody(make_page, qtbot, monkeypatch, roster_file):
    gate = Gate()

    def slow(path, *, cancelled):
        gate.wait(5)
        raise StoreFull(path=str(path))

    page = make_page()
    qtbot.waitUntil(lambda: not page.face.file.is_looking)
    monkeypatch.setattr(handed, "read_file", slow)
    page.open_file(roster_file)
    work = page.reader.work
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    with qtbot.waitSignal(work.finished):
        gate.set()


# Taking back


@pytest.fixture
def imported(page, read, press, settled, book):
    """A page right after one new person and one changed one were imported."""
    read(page, book(HEAD, ONE, [2, "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "ຮອງ", "ພະແນກພາຍໃນ", None]))
    press("Return")
    settled(page)
    press("Return")
    return settled(page)


def test_an_import_is_taken_back_at_once_by_keys(imported, press, settled, everybody, people, qtbot):
    assert len(everybody()) == 4
    imported.face.done.bar.begin.setFocus()
    press("Return")
    settled(imported)
    bar = imported.face.done.bar
    assert bar.asked.text() == "People taken off the roster with their codes: 1; as they were before: 1."
    assert bar.leave.hasFocus()
    press("Shift+Tab", "Return")
    settled(imported)
    assert everybody() == people
    assert step(imported) == FILE
    assert imported.face.file.told.text() == ("The import was taken back. Removed: 1; as they were before: 1.")
    assert imported.face.file.runs.table.texts()[0][-1].startswith("taken back")
    assert not imported.face.file.runs.bar.begin.isEnabled()


def test_the_import_that_is_offered_to_be_taken_back_is_the_one_just_made(
    page, read, press, settled, book, meeting, monkeypatch
):
    inside, other = rosters.import_roster, read_roster(book(HEAD, TWO, name="other.xlsx"))

    def with_another_desk(desk, event_id, reading, now, **watch):
        done = inside(desk, event_id, reading, now, **watch)
        inside(meeting, event_id, other, now + timedelta(minutes=1))
        return done

    monkeypatch.setattr(rosters, "import_roster", with_another_desk)
    read(page, book(HEAD, ONE))
    press("Return")
    settled(page)
    press("Return")
    settled(page)
    assert page.face.leave.text() == "On to the roster"
    runs = importing.imports(meeting, "e1")
    assert len(runs) == 2
    assert (page.face.done.bar._run.id, page.face.done.bar._run.file) == (runs[1].id, runs[1].file)


def test_that_an_old_import_is_not_sealed_is_told_before_it_is_taken_back(imported, settled, qtbot):
    bar = imported.face.done.bar
    bar.show_run(replace(bar._run, sealed=False))
    click(qtbot, bar.begin)
    settled(imported)
    assert bar.asked.text().endswith(
        "It is not sealed: whether what was kept of it was edited since, nobody can tell."
    )
    assert bar.sure.isVisible()


def test_an_import_that_was_edited_by_hand_is_refused_at_the_first_press(
    imported, settled, meeting, qtbot, everybody
):
    with meeting.store.write() as tx:
        tx.exec_driver_sql("UPDATE import_run SET added = 7")
    bar = imported.face.done.bar
    click(qtbot, bar.begin)
    settled(imported)
    assert bar.refused.text().startswith("What was kept of this import was edited by hand")
    assert (bar.sure.isVisible(), len(everybody())) == (False, 4)


def test_an_import_is_taken_back_later_from_the_list(imported, make_page, settled, everybody, people, qtbot):
    later = make_page()
    settled(later)
    runs = later.face.file.runs
    assert runs.table.texts() == [["11/6/2024 16:00", "list.xlsx", "2 (women 1)", "1", "1", "stands"]]
    runs.table.setFocus()
    qtbot.keyClick(runs.table, Qt.Key.Key_Return)
    settled(later)
    assert later.face.file.list_card.isHidden()
    click(qtbot, runs.bar.leave)
    assert later.face.file.list_card.isVisible()
    assert len(everybody()) == 4
    click(qtbot, runs.bar.begin)
    settled(later)
    click(qtbot, runs.bar.sure)
    settled(later)
    assert everybody() == people
    assert later.said == ["changed"]


def test_what_hangs_on_an_import_is_listed_and_nothing_is_taken_back(imported, settled, meeting, everybody, qtbot):
    correct(meeting, "e1", "2", Correction(position="ຫົວໜ້າ"), imported._clock())
    bar = imported.face.done.bar
    click(qtbot, bar.begin)
    settled(imported)
    assert bar.refused.text().startswith("It cannot be taken back: something hangs on 1 people already.")
    assert bar.hanging.texts() == [["2", "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "changed again since"]]
