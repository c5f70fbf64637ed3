"""The organiser's roster through the window: corrected in place, places changed with a reason, all undone."""

import pytest

from signin.domain.attendee import Category, Sex, SexSource, State
from signin.domain.record import Verb
from signin.services.admit import Door, admit
from signin.services.records import first_bad, history
from signin.services.roster_table import Column, Trait
from signin.store import attendees
from signin.store.failures import StoreBusy


@pytest.fixture
def known(meeting):
    """What the store knows of somebody: known("a1")."""

    def read(attendee_id):
        with meeting.store.read() as tx:
            return attendees.get(tx, attendee_id)

    return read


@pytest.fixture
def records(meeting):
    """What was recorded of somebody, with why."""

    def read(attendee_id=None):
        with meeting.store.read() as tx:
            assert first_bad(tx) is None
            return [(one.verb, one.reason) for one in history(tx, "e1", attendee_id)]

    return read


@pytest.fixture
def edit(page, cell, press, settled):
    """Type a text into a cell and press Enter, or other keys: edit(1, Column.PHONE, "020")."""

    def typed(number, column, text, *keys):
        cell(number, column)
        press("Return")
        page.table.editor.field.edit.setText(text)
        press(*(keys or ("Return",)))
        settled()

    return typed


def choose(page, *numbers):
    """Choose rows as Ctrl and the mouse do."""
    from PySide6.QtCore import QItemSelectionModel

    flags = QItemSelectionModel.SelectionFlag
    rows = [page.table.people.row_of(f"a{number}") for number in numbers]
    page.table.setFocus()
    page.table.choose(rows[0], 1)
    for row in rows[1:]:
        page.table.selectionModel().select(page.table.people.index(row, 0), flags.Select | flags.Rows)


# In the table


def test_enter_opens_a_cell_and_enter_keeps_it(page, cell, press, write, settled, known, records):
    cell(1, Column.PHONE)
    press("Return")
    write("020 777")
    press("Return")
    settled()
    assert known("a1").phone == cell(1, Column.PHONE) == "020 777"
    assert records("a1") == [(Verb.CORRECTED, "")]
    assert page.table.hasFocus()
    assert page.table.editor is None


def test_f2_and_a_double_click_open_a_cell_too(page, cell, press, qtbot):
    from PySide6.QtCore import Qt

    cell(1, Column.POSITION)
    press("F2")
    assert page.table.editor is not None
    press("Esc")
    assert page.table.editor is None
    middle = page.table.visualRect(page.table.currentIndex()).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.table.editor is not None


@pytest.mark.parametrize(
    ("column", "text", "fact", "value"),
    [
        (Column.POSITION, "ຫົວໜ້າ", "position", "ຫົວໜ້າ"),
        (Column.ORGANISATION, "ກົມ\u200bໃໝ່", "organisation", "ກົມໃໝ່"),
        (Column.PROVINCE, "ຫຼວງພະບາງ", "province", "ຫຼວງພະບາງ"),
        (Column.PHONE, "", "phone", ""),
        (Column.SEX, "f", "sex", Sex.FEMALE),
        (Column.SEX, "ຊາຍ", "sex", Sex.MALE),
        (Column.SEX, "", "sex", Sex.UNKNOWN),
        (Column.CATEGORY, "guest", "category", Category.GUEST),
        (Column.CATEGORY, "ປະທານ", "category", Category.CHAIR),
        (Column.NAME, "ນາງ ວັນໄຊ ອິນທະ", "full_name", "ນາງ ວັນໄຊ ອິນທະ"),
        (Column.NAME, "ວັນໄຊ ອິນທະ", "full_name", "ວັນໄຊ ອິນທະ"),
    ],
)
def test_every_cell_that_may_be_is_corrected(edit, known, column, text, fact, value):
    edit(1, column, text)
    assert getattr(known("a1"), fact) == value


def test_a_stated_sex_has_no_question_mark_and_a_proposed_one_has(page, edit, cell, known):
    edit(1, Column.NAME, "ນາງ ວັນໄຊ ອິນທະ")
    assert cell(1, Column.SEX) == "Female ?"
    assert known("a1").sex_source is SexSource.PROPOSED
    edit(1, Column.SEX, "Female")
    assert cell(1, Column.SEX) == "Female ?"  # what stood there was not changed
    edit(1, Column.SEX, "Male")
    assert cell(1, Column.SEX) == "Male"


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        (Column.NAME, "", "The name is empty"),
        (Column.NAME, "ນາງ", "The name is empty"),
        (Column.PHONE, "ບໍ່ມີ", "A phone number has digits"),
        (Column.SEX, "x", "Write “Female”, “Male” or “Not known”."),
        (Column.CATEGORY, "", "There is no category"),
        (Column.CATEGORY, "king", "There is no category “king”"),
    ],
)
def test_a_wrong_value_is_refused_in_place_and_stays(
    page, edit, known, records, press, people, column, text, told
):
    edit(1, column, text)
    assert told in str(page.table.editor.field.complaint)
    assert page.table.editor.text() == text
    assert page.table.editor.field.edit.hasFocus()
    assert (known("a1"), records()) == (people[0], [])
    press("Esc")
    assert page.table.editor is None


def test_tab_keeps_and_goes_on_to_the_next_cell_and_back(page, edit, known, press):
    edit(1, Column.SEX, "Female", "Tab")
    assert known("a1").sex is Sex.FEMALE
    assert page.table.column is Column.POSITION
    press("Backtab")
    assert page.table.column is Column.SEX
    press("Backtab", "Backtab")
    assert page.table.editor is None  # the number is not typed into


def test_known_organisations_are_offered_while_one_is_typed(page, cell, press, settled, known):
    cell(1, Column.ORGANISATION)
    press("Return")
    page.table.editor.field.edit.setText("")
    page.table.editor.field.edit.textEdited.emit("ພາຍ")
    press("Down", "Return")
    assert page.table.editor.text() == "ພະແນກພາຍໃນ"
    press("Return")
    settled()
    assert known("a1").organisation == "ພະແນກພາຍໃນ"


def test_edits_are_undone_and_redone_in_order(page, edit, known, press, settled, records):
    edit(1, Column.PHONE, "020 1")
    edit(1, Column.PHONE, "020 2")
    edit(2, Column.POSITION, "ຫົວໜ້າ")
    for attendee_id, phone in (("a1", "020 2"), ("a1", "020 1"), ("a1", "2055500001")):
        press("Ctrl+Z")
        settled()
        assert known(attendee_id).phone == phone
    assert known("a2").position == ""
    assert not page.undo_button.isEnabled()
    for key in ("Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y"):
        press(key)
        settled()
    assert (known("a1").phone, known("a2").position) == ("020 2", "ຫົວໜ້າ")
    assert len(records("a1")) == 6
    assert "Done again" in page.notice.text()


def test_what_somebody_else_changed_since_is_not_undone(page, edit, elsewhere, known, press, settled):
    edit(2, Column.PHONE, "020 0")
    edit(1, Column.PHONE, "020 1")
    elsewhere("a1", phone="020 9")
    press("Ctrl+Z")
    settled()
    assert "was corrected again since" in page.notice.text()
    assert known("a1").phone == "020 9"
    press("Ctrl+Z")
    settled()
    assert known("a2").phone == ""


def test_what_somebody_else_changed_while_a_cell_is_open_is_not_written_over(
    page, cell, press, elsewhere, known, settled, qtbot
):
    cell(1, Column.PHONE)
    press("Return")
    page.table.editor.field.edit.setText("020 1")
    elsewhere("a1", phone="020 9")
    qtbot.waitUntil(lambda: page.table.people.table.people[0].phone == "020 9", timeout=5000)
    press("Return")
    settled()
    assert "was corrected again since" in str(page.table.editor.field.complaint)
    assert (page.table.editor.text(), known("a1").phone) == ("020 1", "020 9")


def test_a_chip_lets_go_of_whom_it_no_longer_means(page, edit, click, known):
    click(page.bar.traits[Trait.WITHOUT_PHONE])
    edit(2, Column.PHONE, "020 3")
    assert known("a2").phone == "020 3"
    assert [page.table.people.person(row).number for row in range(len(page.table.people.places))] == [3]


# Places


def test_a_place_is_cancelled_with_a_reason_and_given_back(page, cell, press, write, settled, known, records):
    cell(1, Column.NAME)
    press("F8")
    press("Return")
    settled()
    assert "The reason is empty" in str(page.panel.reason.complaint)
    write("busy")
    press("Return")
    settled()
    assert known("a1").state is State.CANCELLED
    assert cell(1, Column.STATE) == "Cancelled"
    assert page.panel is None
    assert page.place_button.text() == "Give the place back"
    press("F8")
    write("free")
    press("Return")
    settled()
    assert known("a1").state is State.EXPECTED
    assert records("a1") == [(Verb.CANCELLED, "busy"), (Verb.RESTORED, "free")]
    press("Ctrl+Z")
    settled()
    assert known("a1").state is State.CANCELLED


def test_several_are_cancelled_at_once_and_undone_at_once(page, press, write, settled, known):
    choose(page, 1, 3)
    press("F8")
    assert page.panel.accept_button.text() == "Cancel places: 2"
    write("busy")
    press("Return")
    settled()
    assert [known(one).state for one in ("a1", "a2", "a3")] == [State.CANCELLED, State.EXPECTED, State.CANCELLED]
    press("Ctrl+Z")
    settled()
    assert {known(one).state for one in ("a1", "a3")} == {State.EXPECTED}


@pytest.mark.parametrize(
    ("fact", "fill", "field", "value"),
    [
        ("organisation", lambda panel: panel.organisation.set_text("ກົມໃໝ່"), "organisation", "ກົມໃໝ່"),
        ("category", lambda panel: panel.category.set_value(Category.PRESS), "category", Category.PRESS),
        ("sex", lambda panel: panel.sex.set_value(Sex.FEMALE), "sex", Sex.FEMALE),
    ],
)
def test_one_fact_of_several_is_set_at_once(page, press, click, settled, known, fact, fill, field, value):
    choose(page, 1, 3)
    press("F6")
    panel = page.panel
    click(panel.fact.segments[fact])
    click(panel.accept_button)
    assert any("Choose what it is to be" in one.text() for one in panel.findChildren(type(page.notice)))
    fill(panel)
    click(panel.accept_button)
    settled()
    assert {getattr(known(one), field) for one in ("a1", "a3")} == {value}
    press("Ctrl+Z")
    settled()
    assert getattr(known("a1"), field) != value


def test_a_substitute_takes_the_place_and_it_is_undone(page, cell, press, write, settled, known, records):
    cell(1, Column.NAME)
    press("F3")
    page.panel.person.name.set_text("ນາງ ແທນ ຄົນ")
    press("Return", "Return", "Return", "Return")
    page.panel.reason.setFocus()
    write("ill")
    press("Return")
    settled()
    assert known("a1").state is State.REPLACED
    assert records("a1") == [(Verb.REPLACED, "ill")]
    came = page.table.person
    assert (came.full_name, came.stands_for, came.organisation) == ("ນາງ ແທນ ຄົນ", 1, "ພະແນກການເງິນ")
    press("Ctrl+Z")
    settled()
    assert known("a1").state is State.EXPECTED
    assert known(came.id).state is State.CANCELLED
    assert [one.id for one in page.table.chosen()] == [came.id]


def test_a_substitute_without_a_name_is_refused_under_the_name(page, cell, press, click, settled):
    cell(1, Column.NAME)
    press("F3")
    page.panel.reason.set_text("ill")
    click(page.panel.accept_button)
    settled()
    assert "The name is empty" in str(page.panel.person.name.complaint)
    press("Esc")
    assert page.panel is None
    assert page.table.hasFocus()


def test_somebody_is_added_by_hand_with_the_number_proposed(page, press, click, settled, known, cell):
    page.table.setFocus()
    press("Ctrl+N")
    settled()
    assert page.panel.number.text() == "4"
    page.panel.person.name.set_text("ນາງ ໃໝ່ ມາ")
    page.panel.province.set_text("ວຽງຈັນ")
    for number, told in (("x", "Write a number"), ("1", "Number 1 is ທ່ານ ວັນໄຊ")):
        page.panel.number.set_text(number)
        click(page.panel.accept_button)
        settled()
        assert told in str(page.panel.number.complaint)
    page.panel.number.set_text("໑໐")
    click(page.panel.accept_button)
    settled()
    assert (page.table.person.number, page.table.person.sex, page.table.person.province) == (
        10,
        Sex.FEMALE,
        "ວຽງຈັນ",
    )
    assert page.bar.told.text() == "4 of 4 shown · women 2"
    press("Ctrl+Z")
    settled()
    assert cell(10, Column.STATE) == "Cancelled"


# The card


def test_the_card_tells_everything_and_what_happened_in_order(
    page, cell, press, settled, meeting, code, clock, edit, qtbot
):
    admit(meeting, code(2), Door(event_id="e1", session_key="day1-am", now=clock()))
    clock.wait(60)
    edit(2, Column.PHONE, "020 55")
    clock.wait(60)
    cell(2, Column.NAME)
    press("F4")
    qtbot.waitUntil(lambda: "Female" in page.panel.told())
    told = page.panel.told()
    for text in ("2 · ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "Female", "ພະແນກພາຍໃນ", "020 55", "Valid since", "On the roster"):
        assert text in told
    assert told.index("Code issued") < told.rindex("020 55")
    assert page.panel.attention.text() == "ຂໍພົບປະທານກ່ອນ"
    press("Down")
    settled()
    assert "3 · ທ້າວ ບຸນມີ" in page.panel.told()
    press("F4")
    assert page.panel is None


def test_note_and_attention_are_written_in_the_card_and_undone(page, cell, press, click, settled, known):
    cell(1, Column.NUMBER)
    press("Return")  # a number is not typed into: the card opens
    settled()
    page.panel.attention.set_text("ໂທຫາ")
    page.panel.note.set_text("ມາຊ້າ")
    click(page.panel.accept_button)
    settled()
    assert (known("a1").attention, known("a1").note) == ("ໂທຫາ", "ມາຊ້າ")
    page.table.setFocus()
    press("Ctrl+Z")
    settled()
    settled()
    assert (known("a1").attention, page.panel.note.text()) == ("", "")


def test_what_is_being_written_in_the_card_stays_when_somebody_else_changes_the_person(
    page, cell, press, settled, elsewhere, qtbot
):
    cell(1, Column.NUMBER)
    press("F4")
    settled()
    page.panel.note.set_text("ກຳລັງຂຽນ")
    elsewhere("a1", phone="020 9")
    qtbot.waitUntil(lambda: "020 9" in page.panel.told(), timeout=5000)
    assert page.panel.note.text() == "ກຳລັງຂຽນ"


def test_the_card_speaks_the_other_language_at_once(page, cell, press, settled, voice, qtbot):
    cell(1, Column.NUMBER)
    press("F4")
    settled()
    voice.speak("lo")
    qtbot.wait(1)
    assert "ໃຊ້ໄດ້ແຕ່" in page.panel.told()


def test_other_pages_hear_of_what_was_changed(page, edit, qtbot):
    with qtbot.waitSignal(page.changed):
        edit(1, Column.PHONE, "020 1")


def test_all_of_it_by_the_keyboard_alone(page, press, write, settled, known):
    press("Ctrl+F")
    write("bounmy")
    press("Return", "Right", "Right", "Right", "Right", "Right", "Right", "F2")
    write("020 333")
    press("Return")
    settled()
    assert known("a3").phone == "020 333"
    press("F8")
    write("away")
    press("Return")
    settled()
    assert known("a3").state is State.CANCELLED
    press("Ctrl+Z", "Ctrl+Z")
    settled()
    assert (known("a3").phone, known("a3").state) == ("", State.EXPECTED)


def test_while_the_store_is_busy_nothing_is_undone_but_it_is_as_soon_as_it_is_not(
    page, edit, known, press, settled, monkeypatch
):
    from signin.desk.organiser.roster import undoing

    def busy(*_args):
        raise StoreBusy

    edit(1, Column.PHONE, "020 1")
    with monkeypatch.context() as patched:
        patched.setattr(undoing, "take_back", busy)
        press("Ctrl+Z")
        settled()
    assert "another program" in page.notice.text()
    press("Ctrl+Z")
    settled()
    assert known("a1").phone == "2055500001"


def test_beside_the_card_number_and_name_stay_in_sight_and_all_columns_come_back(page, cell, press, settled):
    from signin.desk.organiser.roster.people_model import COLUMNS

    def hidden():
        return [column for at, column in enumerate(COLUMNS) if page.table.isColumnHidden(at)]

    cell(1, Column.PHONE)
    press("F4", "End")
    settled()
    assert hidden() == [Column.SEX, Column.PROVINCE, Column.PHONE, Column.CATEGORY]
    press(*["Right"] * 5)
    assert page.table.column is Column.STATE
    assert page.table.horizontalScrollBar().maximum() == 0
    press("F4")
    assert hidden() == []


def test_a_cell_with_too_little_room_is_read_whole_beside_the_pointer(page, cell):
    from PySide6.QtCore import Qt

    whole = cell(1, Column.ORGANISATION)
    assert page.table.currentIndex().data(Qt.ItemDataRole.ToolTipRole) == whole == "ພະແນກການເງິນ"


def test_where_the_search_finds_nobody_the_card_shows_nobody(page, cell, press, settled):
    cell(1, Column.NAME)
    press("F4")
    settled()
    assert "ວັນໄຊ" in page.panel.told()
    page.bar.type("987654")
    settled()
    assert (page.table.person, page.panel.whole) == (None, None)
    assert "ວັນໄຊ" not in page.panel.told()
    page.bar.clear()
    settled()
    assert page.panel.whole is not None
