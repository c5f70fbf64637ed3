"""The organiser's papers through the window: chosen, seen, printed, saved, stopped and gone on with."""

from datetime import datetime

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from desk.printing.reading import codes, sheets
from signin.desk.organiser.documents.paper_words import ORDERED
from signin.domain.print_run import Paper
from signin.services import print_log
from signin.services.admit import Door, admit
from signin.services.print_log import Target
from signin.services.register import Particulars, walk_in
from signin.store import certificates
from typeset.reading import copied_by_pdfium

NOW = datetime(2024, 6, 12, 8, 24)


def shown(page):
    """The texts of the pages as they will be printed, "" where there is none."""
    with pypdfium2.PdfDocument(page._made.path) as document:
        return "\n".join(document[nth].get_textpage().get_text_range() for nth in range(len(document)))


@pytest.fixture
def choose(page, click, qtbot, settled):
    """Choose a paper with the mouse and wait until it is made."""

    def chosen(paper):
        click(page.order_card.paper.segments[paper])
        qtbot.waitUntil(lambda: page._made is not None and page._made.gathered.order.paper is paper)
        settled()

    return chosen


def begun(meeting, page):
    """Begin a run of the paper that is seen, as another sitting did."""
    paper = page._made.gathered
    return print_log.begin(meeting, paper, Target(name="Epson", pages=range(3)), NOW)


def said(page):
    return page.notice.text()


def test_the_pages_are_seen_before_anything_is_printed(page, settled, logged, people):
    settled()
    assert page.pages.has_drawn(0)
    assert page.told.text() == "People: 3"
    assert page.turned.text() == "Page 1/3"
    assert people[0].name in shown(page)
    assert logged() == []


@pytest.mark.parametrize("paper", ORDERED)
def test_each_paper_can_be_chosen_and_seen(came, page, settled, choose, paper, people):
    settled()
    choose(paper)
    assert people[2].name in shown(page)


def test_arrows_choose_a_paper_and_a_session(came, page, settled, press, qtbot):
    settled()
    page.order_card.paper.segments[Paper.BADGES].setFocus()
    press("Right", "Right")
    qtbot.waitUntil(lambda: page._made.gathered.kind == "event")
    settled()
    page.order_card.sessions.setFocus()
    press("Down")
    qtbot.waitUntil(lambda: page._made.gathered.order.session_key == "day1-am")
    settled()
    assert "08:25" in shown(page)


def test_one_person_is_found_by_name_or_number(page, settled, click, press, write, qtbot, people):
    settled()
    click(page.order_card.whom.segments["one"])
    qtbot.waitUntil(lambda: page._made is None)
    assert not page.print.isEnabled()
    assert page.told.text() == "Write whose papers they are."
    page.order_card.person.edit.setFocus()
    write("2")
    settled()
    assert page.told.text() == "People: 1"
    assert people[1].name in shown(page)
    write("99")
    qtbot.waitUntil(lambda: page.order_card.person.complaint is not None)
    assert not page.save.isEnabled()


def test_an_organisations_people_get_theirs_alone(page, settled, click, qtbot, people):
    settled()
    click(page.order_card.whom.segments["organisation"])
    page.order_card.organisation.set_text("ພະແນກພາຍໃນ")
    settled()
    assert page.told.text() == "People: 2"
    assert people[0].name not in shown(page)
    page.order_card.organisation.set_text("ບໍ່ມີ")
    qtbot.waitUntil(lambda: page.order_card.organisation.complaint is not None)


def test_labels_and_sheets_have_their_own_size(page, settled, click, qtbot, printer_of, press, logged):
    settled()
    assert sheets(page._made.path) == [(100, 62)] * 3
    click(page.order_card.sheet.segments[None])
    qtbot.waitUntil(lambda: page._made.gathered.order.size is None)
    settled()
    out = printer_of()
    press("Ctrl+P")
    qtbot.waitUntil(lambda: bool(logged()) and not logged()[0].left)
    assert sheets(out.path) == [(210, 297)]


def test_badges_are_printed_noted_and_then_copies(page, settled, press, qtbot, printer_of, code, logged):
    settled()
    out = printer_of(copies=2)
    press("Ctrl+P")
    qtbot.waitUntil(lambda: "Pages: 3." in said(page), timeout=8000)
    settled()
    assert codes(out.path) == [[code(number)] for number in (1, 1, 2, 2, 3, 3)]
    (run,) = logged()
    assert (run.target, run.people, run.copies, run.again, run.left, run.desk) == (
        "Epson",
        3,
        2,
        False,
        range(3, 3),
        "ໂຕະ 1",
    )
    assert page.told.text() == "People: 3. Copies, for those who had theirs before: 3."
    assert "Pages: 3." in said(page)


def test_who_has_none_yet_is_whoever_came_since(page, settled, click, press, qtbot, printer_of, meeting, clock):
    settled()
    printer_of()
    press("Ctrl+P")
    qtbot.waitUntil(lambda: "Printed" in said(page), timeout=8000)
    settled()
    door = Door(event_id="e1", session_key="day1-am", now=clock())
    walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາ"), door)
    click(page.order_card.whom.segments["unprinted"])
    qtbot.waitUntil(lambda: page.told.text() == "People: 1", timeout=8000)
    assert "ໃໝ່ ມາ" in shown(page)


def test_a_file_that_was_only_looked_at_is_taken_back_and_put_back(
    page, settled, click, press, qtbot, tmp_path, logged
):
    settled()
    page._save(tmp_path / "badges.pdf")
    qtbot.waitUntil(lambda: "Saved" in said(page), timeout=8000)
    assert "rinted" not in said(page)
    settled()
    assert page._made.gathered.copies == 3
    assert not page.deny.isVisible()
    click(page.view.segments["log"])
    assert page.deny.text() == "It did not come out"
    click(page.deny)
    qtbot.waitUntil(lambda: "Counted as without it now: 3" in said(page), timeout=8000)
    settled()
    assert logged()[0].denied
    assert page._made.gathered.copies == 0
    assert page.log.model().index(0, 6).data() == "Taken back: it did not come out"
    assert page.deny.text() == "It came out after all"
    page.log.setFocus()
    press("Del")
    qtbot.waitUntil(lambda: "Put back" in said(page), timeout=8000)
    settled()
    assert not logged()[0].denied
    assert page._made.gathered.copies == 3


def test_of_an_earlier_run_that_is_taken_back_the_choice_stays(
    page, settled, press, qtbot, printer_of, click, logged
):
    settled()
    for _ in range(2):
        printer_of()
        press("Ctrl+P")
        qtbot.waitUntil(lambda: "Printed" in said(page), timeout=8000)
        settled()
    click(page.view.segments["log"])
    page.log.setFocus()
    press("Down", "Del")
    qtbot.waitUntil(lambda: page.log.run.denied, timeout=8000)
    settled()
    assert [run.denied for run in logged()] == [False, True]
    assert page.log.currentIndex().row() == 1


def test_a_list_is_of_everybody_until_somebody_came_and_can_be_told_otherwise(
    page, settled, choose, click, qtbot, meeting, code
):
    settled()
    card = page.order_card
    choose(Paper.SIGN_IN)
    sheet = shown(page)
    assert not card.listed.isVisible()
    choose(Paper.PARTICIPANTS)
    assert card.listed.value is False
    assert shown(page) != sheet
    assert page._made.gathered.kind == "expected"
    click(card.listed.segments[True])
    settled()
    assert page._made.gathered.kind == "event"
    assert not page._made.gathered.people
    click(card.listed.segments[False])
    settled()
    admit(meeting, code(1), Door(event_id="e1", session_key="day1-am", now=NOW))
    page.refresh()
    settled()
    assert page._made.gathered.kind == "expected"


def test_a_list_can_be_of_one_organisation(came, page, settled, choose, click, qtbot, people):
    settled()
    choose(Paper.PARTICIPANTS)
    assert page.order_card.listed.value is True
    click(page.order_card.offices.segments[True])
    page.order_card.organisation.set_text("ພະແນກພາຍໃນ")
    settled()
    assert {one.organisation for one in page._made.gathered.people} == {"ພະແນກພາຍໃນ"}
    assert people[0].name not in shown(page)


def test_a_certificate_gets_its_number_when_it_is_sent_and_is_marked_when_it_comes_again(
    came, page, settled, choose, press, qtbot, printer_of, meeting
):
    settled()
    choose(Paper.CERTIFICATES)
    with meeting.store.read() as tx:
        assert certificates.of_event(tx, "e1") == {}
    assert "ສຳເນົາ" not in shown(page)
    out = printer_of()
    with qtbot.waitSignal(page.changed):
        press("Ctrl+P")
    settled()
    assert sheets(out.path) == [(297, 210)] * 3
    with meeting.store.read() as tx:
        assert set(certificates.of_event(tx, "e1")) == {"a1", "a2", "a3"}
    assert shown(page).count("ສຳເນົາ") == 3


def test_numbers_that_another_desk_took_meanwhile_are_not_printed_twice(
    came, page, settled, choose, press, qtbot, printer_of, meeting, other_desk, monkeypatch
):
    from signin.desk.printing import print_job
    from signin.services.paper_orders import Order, issue

    settled()
    choose(Paper.CERTIFICATES)
    issue(other_desk, Order(event_id="e1", paper=Paper.CERTIFICATES, only=("a3",)), NOW)
    printed, real = [], print_job.print_pdf

    def print_pdf(path, *more):
        printed.append("\n".join(copied_by_pdfium(path.read_bytes())))
        return real(path, *more)

    monkeypatch.setattr(print_job, "print_pdf", print_pdf)
    printer_of()
    press("Ctrl+P")
    qtbot.waitUntil(lambda: "Printed" in said(page), timeout=8000)
    settled()
    with meeting.store.read() as tx:
        given = certificates.of_event(tx, "e1")
    assert given["a3"] == "001/2024"
    places = [printed[0].index(given[person]) for person in ("a1", "a2", "a3")]
    assert places == sorted(places)


def test_a_jam_is_told_and_the_rest_goes_on_at_the_first_page_that_did_not_come_out(
    page, settled, press, click, qtbot, printer_of, code, logged
):
    settled()
    jammed = printer_of("jammed.pdf", jams_at=1)
    press("Ctrl+P")
    qtbot.waitUntil(page.go_on.isVisible, timeout=8000)
    assert "stopped at page 2 of 3" in said(page)
    assert logged()[0].left == range(1, 3)
    rest = printer_of("rest.pdf")
    click(page.go_on)
    qtbot.waitUntil(lambda: "Pages: 2." in said(page), timeout=8000)
    settled()
    assert rest.asked == [range(1, 3)]
    assert codes(jammed.path) + codes(rest.path) == [[code(1)], [code(2)], [code(3)]]
    assert logged()[0].continues == logged()[1].id
    assert not page.go_on.isVisible()


def test_what_stopped_yesterday_goes_on_from_the_log(
    page, settled, press, click, qtbot, printer_of, code, meeting
):
    settled()
    run = print_log.begin(
        meeting, page._made.gathered, Target(name="Epson", pages=range(3)), page.sending._clock()
    )
    print_log.came_out(meeting, run.id, [0], run.at)
    page.refresh()
    settled()
    click(page.view.segments["log"])
    qtbot.waitUntil(lambda: page.log.stopped is not None)
    assert page.log.model().index(0, 6).data() == "Stopped at page 2"
    page.log.setFocus()
    press("Return")
    qtbot.waitUntil(lambda: page.told.text() == "People: 2", timeout=8000)
    settled()
    assert "rest from page 2" in said(page)
    out = printer_of()
    press("Return")
    qtbot.waitUntil(lambda: "Pages: 2." in said(page), timeout=8000)
    settled()
    assert codes(out.path) == [[code(2)], [code(3)]]
    assert [page.log.model().index(row, 6).data() for row in (0, 1)] == [
        "The rest came out",
        "Stopped at page 2, went on",
    ]


def test_another_sheet_leaves_the_rest_the_rest(page, settled, click, qtbot, meeting):
    settled()
    run = print_log.begin(
        meeting, page._made.gathered, Target(name="Epson", pages=range(3)), page.sending._clock()
    )
    page.refresh()
    settled()
    click(page.view.segments["log"])
    qtbot.waitUntil(lambda: page.log.stopped is not None)
    print_log.came_out(meeting, run.id, [0, 1], run.at)
    click(page.go_on)
    qtbot.waitUntil(lambda: page.told.text() == "People: 1", timeout=8000)
    settled()
    click(page.order_card.sheet.segments[None])
    qtbot.waitUntil(lambda: page._made.gathered.order.size is None)
    settled()
    assert page.told.text() == "People: 1"


def test_without_a_printer_the_file_is_offered(page, settled, press):
    settled()
    press("Ctrl+P")
    assert "Connect one, or save the paper as PDF" in said(page)
    assert page.save.hasFocus()


def test_a_paper_is_saved_under_a_safe_name_over_nothing_that_is_there(
    page, settled, press, write, qtbot, tmp_path, logged, code
):
    from PySide6.QtWidgets import QFileDialog, QLineEdit

    settled()
    (tmp_path / "ບັດ.pdf").write_bytes(b"somebody's")
    press("Ctrl+S")
    dialog = page.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name.text() == "Badges ກອງປະຊຸມທົດລອງ.pdf"
    name.setText(str(tmp_path / "ບັດ.pdf"))
    press("Return")
    qtbot.waitUntil(lambda: "Saved" in said(page), timeout=8000)
    settled()
    assert (tmp_path / "ບັດ.pdf").read_bytes() == b"somebody's"
    assert codes(tmp_path / "ບັດ (2).pdf") == [[code(1)], [code(2)], [code(3)]]
    (run,) = logged()
    assert (run.to_file, run.target, run.left) == (True, str(tmp_path / "ບັດ (2).pdf"), range(3, 3))
    assert list(tmp_path.glob(".signin-*")) == []


def test_a_folder_that_cannot_be_written_is_told_and_not_logged(page, settled, qtbot, tmp_path, logged):
    settled()
    page._save(tmp_path / "gone" / "x.pdf")
    qtbot.waitUntil(lambda: "Choose another folder" in said(page), timeout=8000)
    assert logged() == []
    assert page.save.isEnabled()


def test_stopping_keeps_what_came_out(page, settled, press, click, qtbot, printer_of, logged, monkeypatch):
    settled()
    slow = printer_of()
    real = type(slow).newPage

    def new_page(self):
        page.sending.stop()
        return real(self)

    monkeypatch.setattr(type(slow), "newPage", new_page)
    press("Ctrl+P")
    qtbot.waitUntil(page.go_on.isVisible, timeout=8000)
    assert said(page).startswith("Stopped. What came out")
    assert logged()[0].out == {0, 1}


def test_what_is_on_its_way_comes_out_when_the_page_has_gone(
    page, settled, press, qtbot, printer_of, logged, monkeypatch, code
):
    from threading import Event

    settled()
    slow, gone = printer_of(), Event()
    real = type(slow).newPage

    def new_page(self):
        gone.wait(5)
        return real(self)

    monkeypatch.setattr(type(slow), "newPage", new_page)
    press("Ctrl+P")
    qtbot.waitUntil(lambda: bool(logged()) and bool(logged()[0].out), timeout=8000)
    page.close()
    page.deleteLater()
    qtbot.wait(50)
    gone.set()
    qtbot.waitUntil(lambda: not logged()[0].left, timeout=8000)
    assert codes(slow.path) == [[code(1)], [code(2)], [code(3)]]


def test_a_long_paper_can_be_stopped_and_chosen_again(page, settled, qtbot, meeting, attendee, choose, click):
    from signin.store import attendees

    settled()
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(number) for number in range(10, 3000)])
    begun = []
    page.maker.begun.connect(begun.append)
    click(page.order_card.paper.segments[Paper.SIGN_IN])
    qtbot.waitUntil(lambda: bool(begun), timeout=8000)
    assert page.pages.has_drawn(0)
    assert page.told.text().startswith("The first pages")
    assert not page.print.isEnabled()
    click(page.cancel)
    qtbot.waitUntil(lambda: "Stopped" in said(page), timeout=8000)
    assert not page.print.isEnabled()
    click(page.order_card.offices.segments[True])
    page.order_card.organisation.set_text("ພະແນກພາຍໃນ")
    settled()
    assert page.told.text() == "People: 2"


def test_pages_are_turned_by_keys_and_drawn_as_they_come_into_sight(page, settled, press, qtbot):
    settled()
    page.pages.setFocus()
    press("PgDown")
    assert page.turned.text() == "Page 2/3"
    press("End")
    assert page.pages.page == 2
    qtbot.waitUntil(lambda: page.pages.has_drawn(2))
    press("PgUp", "Home")
    assert page.turned.text() == "Page 1/3"
    press("Down")


def test_nobody_is_said_to_be_nobody(page, settled, choose):
    settled()
    choose(Paper.CERTIFICATES)
    assert page.told.text() == "Nobody is to get this paper. Choose others."
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()


def test_the_log_speaks_the_language_of_the_window(page, settled, press, qtbot, printer_of, voice, click):
    settled()
    printer_of()
    press("Ctrl+P")
    qtbot.waitUntil(lambda: "Printed" in said(page), timeout=8000)
    settled()
    click(page.view.segments["log"])
    voice.speak("lo")
    cells = [page.log.model().index(0, column).data() for column in range(7)]
    assert cells[0] == "12/6/2024 08:24"
    assert cells[1:4] == ["ບັດຜູ້ເຂົ້າຮ່ວມ", "3", "3/3"]
    assert cells[6] == "ພິມອອກແລ້ວ"
    assert page.log.stopped is None


def dots(page):
    """How many dots of the screen the page in sight is wide, and those of its picture."""
    box = page.pages._box(page.pages.page)
    return round(box.width() * page.pages.devicePixelRatioF()), page.pages.picture.width()


def fine(page):
    return lambda: dots(page)[0] == dots(page)[1] and page.pages._is_fine(0)


def test_pages_are_drawn_dot_for_dot_however_closely_they_are_seen(page, settled, choose, press, qtbot):
    settled()
    choose(Paper.PARTICIPANTS)
    qtbot.waitUntil(fine(page))
    wide = dots(page)[0]
    page.pages.setFocus()
    for key, zoom in (("Ctrl++", 1.25), ("Ctrl+=", 1.5), ("Ctrl+-", 1.25)):
        press(key)
        assert page.pages.zoom == zoom
        qtbot.waitUntil(fine(page))
        assert abs(dots(page)[0] - zoom * wide) <= 2
    assert page.pages.horizontalScrollBar().maximum() > 0
    press("Ctrl+0")
    assert page.pages.zoom == 1.0
    assert page.pages.horizontalScrollBar().maximum() == 0
    qtbot.waitUntil(fine(page))
    assert dots(page)[0] == wide


def test_zooming_by_mouse_keeps_what_is_under_it(page, settled, choose, click, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    settled()
    choose(Paper.PARTICIPANTS)
    view, at = page.pages, QPointF(300, 200)

    def under():
        box = view._box(0)
        return (at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height()

    before = under()
    wheel = QWheelEvent(
        at, QPointF(view.viewport().mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    for _ in range(12):
        QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == 4.0
    assert not page.zoom.larger.isEnabled()
    assert under() == pytest.approx(before, abs=0.01)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert view.zoom == 1.0
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert view.zoom == 2.0
    click(page.zoom.usual)
    click(page.zoom.smaller)
    assert view.zoom == 0.75


def test_every_head_of_the_log_has_room(page, settled, voice, click, qtbot):
    from signin.desk.letters import drawing

    settled()
    voice.speak("lo")
    click(page.view.segments["log"])
    table = page.log
    assert sum(table.columnWidth(one) for one in range(7)) <= table.viewport().width()
    for column in range(7):
        head = table.model().headerData(column, Qt.Orientation.Horizontal)
        word = drawing.lay(head, table.horizontalHeader().font(), 1 << 20, most=1).width
        assert word + 8 <= table.columnWidth(column), head


def test_no_choice_of_papers_makes_the_window_higher(page, settled, choose, click):
    settled()
    high = page.height()
    for paper in (Paper.PARTICIPANTS, Paper.BADGES, Paper.SIGN_IN, Paper.CERTIFICATES, Paper.BADGES):
        choose(paper)
        assert page.height() == high
