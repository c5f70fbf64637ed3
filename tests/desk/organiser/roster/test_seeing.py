"""The organiser's roster through the window: searched, narrowed, sorted, and kept right while others change it."""

import random
from datetime import datetime

import pytest

from signin.domain.attendee import Category, Origin, Sex, State
from signin.lao.collate import sort_key
from signin.services import register
from signin.services.admit import Door, admit
from signin.services.merging import merge
from signin.services.register import Particulars
from signin.services.roster_table import Column, Trait
from signin.store import attendees

NOW = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def shown(page):
    from desk.organiser.roster.opening import shown

    return lambda: shown(page)


@pytest.fixture
def people(people, attendee):
    """The three of the small meeting, and three more."""
    return [
        *people,
        attendee(4, name="ໝັ້ນ ໄຊ", sex=Sex.FEMALE, phone="020 9", category=Category.GUEST, province="ວຽງຈັນ"),
        attendee(5, name="ກ້ອນ ແກ້ວ", origin=Origin.WALK_IN, organisation="ພະແນກການເງິນ"),
        attendee(6, name="ເພັດ ຫວັນ", sex=Sex.FEMALE, state=State.CANCELLED),
    ]


def come(desk, code, *numbers):
    for number in numbers:
        admit(desk, code(number), Door(event_id="e1", session_key="day1-am", now=NOW))


def test_everybody_is_shown_with_what_is_known(page, shown):
    from desk.organiser.roster.opening import text

    assert shown() == [1, 2, 3, 4, 5, 6]
    facts = [text(page, 3, column) for column in Column]
    assert facts == ["4", "ໝັ້ນ ໄຊ", "Female", "", "", "ວຽງຈັນ", "020 9", "Guest", "Expected"]
    assert text(page, 0, Column.NAME) == "ທ່ານ ວັນໄຊ ອິນທະວົງ"
    assert page.bar.told.text() == "6 of 6 shown · women 3"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ພອນ", [2]), ("vanxay", [1]), ("3", [3]), ("5550000", [1]), ("ພາຍໃນ", [2, 3]), ("ໝັ້ນ ໄຊ", [4]), ("ກອນ", [5])],
)
def test_what_is_typed_is_searched_as_at_the_door(page, shown, press, write, typed, found):
    press("Ctrl+F")
    if typed.isascii():
        write(typed)
    else:
        page.bar.line.edit.setText(typed)
    assert shown() == found
    press("Esc")
    assert shown() == [1, 2, 3, 4, 5, 6]
    assert page.bar.line.text() == ""


def test_a_letter_typed_in_the_table_is_searched(page, shown, write, press):
    page.table.setFocus()
    write("bounmy")
    assert page.bar.line.text() == "bounmy"
    assert shown() == [3]
    press("Down")
    assert page.table.hasFocus()


def test_chips_are_all_asked_for(page, shown, click, meeting, code, qtbot):
    click(page.bar.traits[Trait.WOMEN])
    assert shown() == [2, 4, 6]
    assert page.bar.told.text() == "3 of 6 shown · women 3"
    click(page.bar.traits[Trait.WITHOUT_PHONE])
    assert shown() == [2, 6]
    click(page.bar.traits[Trait.GONE])
    assert shown() == [6]
    click(page.bar.traits[Trait.WOMEN])
    click(page.bar.traits[Trait.WITHOUT_PHONE])
    click(page.bar.traits[Trait.GONE])
    click(page.bar.traits[Trait.WALK_IN])
    assert shown() == [5]
    click(page.bar.traits[Trait.WITHOUT_SEX])
    assert shown() == [5]


def test_who_arrives_at_the_door_is_seen_here(page, shown, click, meeting, code, qtbot):
    from desk.organiser.roster.opening import text

    click(page.bar.traits[Trait.ARRIVED])
    assert shown() == []
    assert "Nobody fits" in page.notice.text()
    come(meeting, code, 2)
    qtbot.waitUntil(lambda: shown() == [2], timeout=5000)
    assert text(page, 0, Column.STATE) == "Arrived"
    assert page.notice.message is None
    click(page.bar.traits[Trait.ARRIVED])
    click(page.bar.traits[Trait.MISSING])
    assert shown() == [1, 3, 4, 5]


def test_one_category_is_chosen_at_a_time_and_an_organisation_narrows_further(page, shown, click):
    click(page.bar.kinds[Category.GUEST])
    assert shown() == [4]
    click(page.bar.kinds[Category.PARTICIPANT])
    assert not page.bar.kinds[Category.GUEST].isChecked()
    page.bar.office.edit.setText("ພະແນກພາຍ")
    assert shown() == [1, 2, 3, 5, 6]  # none of the roster's yet
    page.bar.office.edit.setText("ພະແນກພາຍໃນ")
    assert shown() == [2, 3]
    click(page.bar.kinds[Category.PARTICIPANT])
    assert shown() == [2, 3]
    assert not page.bar.kinds[Category.PRESS].isVisible()


def test_the_organisation_of_whoever_is_chosen_narrows_by_a_click(page, shown, click, cell):
    cell(2, Column.NAME)
    click(page.bar.same_office)
    assert shown() == [2, 3]
    assert page.bar.office.text() == "ພະແນກພາຍໃນ"
    assert page.table.person.number == 2
    click(page.bar.same_office)
    assert shown() == [1, 2, 3, 4, 5, 6]
    cell(4, Column.NAME)  # of no organisation
    click(page.bar.same_office)
    assert not page.bar.same_office.isChecked()
    assert shown() == [1, 2, 3, 4, 5, 6]
    page.bar.office.edit.setText("ພະແນກພາຍໃນ")
    assert page.bar.same_office.isChecked()


def test_chips_are_switched_by_the_keyboard(page, shown, press):
    page.bar.traits[Trait.WOMEN].setFocus()
    press("Space")
    assert shown() == [2, 4, 6]
    press("Tab", "Space")
    assert page.bar.wanted_traits == {Trait.WOMEN, Trait.WITHOUT_SEX}
    assert shown() == []


def test_a_click_on_a_head_sorts_and_again_backwards(page, shown, qtbot):
    from PySide6.QtCore import QPoint, Qt

    head = page.table.horizontalHeader()
    middle = QPoint(head.sectionViewportPosition(1) + 30, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    names = [page.table.people.person(row).name for row in range(6)]
    assert names == sorted(names, key=sort_key) != sorted(names)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [page.table.people.person(row).name for row in range(6)] == names[::-1]


def test_alt_and_an_arrow_sort_by_the_column_of_the_cell(page, shown, cell, press):
    cell(2, Column.SEX)
    press("Alt+Down")
    assert shown() == [2, 4, 6, 3, 1, 5]
    assert page.table.person.number == 2
    press("Alt+Up")
    assert shown() == [1, 5, 3, 2, 4, 6]
    assert page.table.person.number == 2


def test_what_another_desk_changes_or_adds_appears(page, shown, elsewhere, meeting, qtbot, cell):
    cell(3, Column.PHONE)
    elsewhere("a3", phone="020 777")
    qtbot.waitUntil(lambda: cell(3, Column.PHONE) == "020 777", timeout=5000)
    register.add(meeting, "e1", Particulars(name="ນາງ ໃໝ່ ມາ"), NOW)
    qtbot.waitUntil(lambda: shown() == [1, 2, 3, 4, 5, 6, 7], timeout=5000)
    assert page.table.person.number == 3
    page.bar.line.edit.setText("ໃໝ່")
    assert shown() == [7]


def test_new_numbers_and_people_taken_out_are_read_anew(page, shown, meeting, attendee, qtbot):
    with meeting.store.write() as tx:
        one, two = attendees.get(tx, "a1"), attendees.get(tx, "a2")
        from dataclasses import replace

        attendees.change_many(tx, [replace(one, number=2), replace(two, number=1)])
        tx.connection.dbapi_connection.execute("DELETE FROM code WHERE attendee_id = 'a6'")
        tx.connection.dbapi_connection.execute("DELETE FROM attendee WHERE id = 'a6'")
    qtbot.waitUntil(lambda: shown() == [1, 2, 3, 4, 5], timeout=5000)
    assert page.table.people.person(0).id == "a2"


def test_a_cell_that_is_typed_into_stays_with_its_person_when_rows_move(page, shown, cell, press, meeting, qtbot):
    cell(5, Column.PHONE)
    press("Return")
    page.table.editor.field.edit.setText("020 55")
    before = page.table.editor.y()
    merge(meeting, "e1", "a2", "a3", NOW)
    qtbot.waitUntil(lambda: shown() == [1, 2, 4, 5, 6], timeout=5000)
    assert page.table.editor.y() < before
    assert page.table.editor.text() == "020 55"
    press("Return")
    qtbot.waitUntil(lambda: page.table.people.person(3).phone == "020 55", timeout=5000)


def test_rows_in_sight_stay_there_when_somebody_else_adds_people(page, shown, meeting, attendee, qtbot):
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(number) for number in range(10, 90)])
    qtbot.waitUntil(lambda: len(shown()) == 86, timeout=5000)
    page.table.choose(0, 1)
    page.table.verticalScrollBar().setValue(40)
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(95)])
    qtbot.waitUntil(lambda: len(shown()) == 87, timeout=5000)
    assert page.table.verticalScrollBar().value() == 40
    assert page.table.person.number == 1


def test_the_last_may_be_taken_out_while_it_is_chosen(page, shown, meeting, qtbot):
    page.table.choose(5, 1)
    merge(meeting, "e1", "a1", "a6", NOW)
    qtbot.waitUntil(lambda: shown() == [1, 2, 3, 4, 5], timeout=5000)
    assert page.table.person.number == 1


def test_who_is_merged_into_another_is_taken_out(page, shown, meeting, qtbot):
    merge(meeting, "e1", "a2", "a3", NOW)
    qtbot.waitUntil(lambda: shown() == [1, 2, 4, 5, 6], timeout=5000)


def test_the_language_changes_while_it_is_open(page, voice, cell):
    voice.speak("lo")
    assert cell(4, Column.SEX) == "ຍິງ"
    assert page.bar.told.text().startswith("ສະແດງ 6 ຈາກ 6")
    assert page.table.people.headerData(1, page.table.horizontalHeader().orientation()) == "ຊື່"
    voice.speak("en")
    assert cell(4, Column.SEX) == "Female"


def test_the_first_person_is_chosen_and_home_and_end_go_to_the_ends(page, press):
    page.table.setFocus()
    assert page.table.person.number == 1
    press("End")
    assert page.table.person.number == 6
    press("Home")
    assert page.table.person.number == 1


def test_the_buttons_want_other_pages(page, click, qtbot):
    with qtbot.waitSignal(page.import_wanted):
        click(page.import_button)
    with qtbot.waitSignal(page.duplicates_wanted):
        click(page.same_button)


def test_ten_thousand_people_are_open_searched_and_all_chosen(
    meeting, attendee, qtbot, voice, look, workers, clock
):
    from desk.organiser.roster.opening import opened, shown

    luck = random.Random(1)
    syllables = ("ວັນ", "ບຸນ", "ສົມ", "ຄຳ", "ແກ້ວ", "ພອນ", "ໄຊ")
    with meeting.store.write() as tx:
        attendees.add_many(
            tx,
            [
                attendee(number, name=f"{luck.choice(syllables)}{luck.choice(syllables)} {luck.choice(syllables)}")
                for number in range(10, 10_010)
            ],
        )
    page = opened(qtbot, voice, look, workers, clock)
    assert page.bar.told.text() == "10,006 of 10,006 shown · women 3"
    page.bar.line.edit.setText("ພອນທິບ")
    assert shown(page) == [2]
    page.bar.line.edit.setText("")
    page.table.sort_by(Column.NAME)
    page.table.selectAll()
    assert page.table.chosen_count == 10_006
    page.place_button.click()
    assert "too many" in page.notice.text()
    page.grab()
    page.close()
    page.deleteLater()


def test_an_empty_roster_says_what_to_do(desk, event, sessions, qtbot, voice, look, clock):
    from desk.organiser.roster.opening import opened
    from signin.desk.work.store_worker import StoreWorker
    from signin.services.desk import Desk
    from signin.store import Store, events

    with desk.store.write() as tx:
        events.add(tx, event, sessions)
    workers = [StoreWorker(Desk(Store(desk.store.path), desk.name, desk.random)) for _ in range(2)]
    page = opened(qtbot, voice, look, workers, clock)
    assert "Import it from Excel" in page.notice.text()
    assert page.table.person is None
    page.table.edit_cell()
    page.close()
    page.deleteLater()
    for worker in workers:
        worker.stop()


def test_an_empty_roster_offers_one_large_button_and_no_table(qtbot, voice, look, store_of_nobody, clock):
    from desk.organiser.roster.opening import opened

    page = opened(qtbot, voice, look, store_of_nobody, clock)
    wanted = []
    page.import_wanted.connect(lambda: wanted.append("import"))
    assert (page.first_import.isVisible(), page.table.isVisible(), page.import_button.isVisible()) == (
        True,
        False,
        False,
    )
    assert page.first_import.hasFocus()
    assert page.first_import.height() >= 80
    page.first_import.click()
    assert wanted == ["import"]
    register.add(store_of_nobody[0].desk, "e1", Particulars(name="ຄຳ ແພງ"), NOW)
    qtbot.waitUntil(page.table.isVisible, timeout=5000)
    assert (page.first_import.isVisible(), page.import_button.isVisible()) == (False, True)
    page.close()
    page.deleteLater()


@pytest.fixture
def store_of_nobody(meeting, workers):
    with meeting.store.write() as tx:
        for table in ("code", "attendee"):
            tx.exec_driver_sql(f"DELETE FROM {table}")
    return workers
