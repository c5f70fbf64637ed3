from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signin.desk.start.new_event_page import NewEventPage
from signin.domain.event import Chair, Mode
from signin.services import meetings
from signin.services.new_event import Form
from signin.store.failures import StoreFull


@pytest.fixture
def page(voice, look, worker, clock, shown):
    made = shown(NewEventPage(voice, look, worker, clock))
    made.said = []
    made.made.connect(made.said.append)
    made.back.connect(lambda: made.said.append("back"))
    return made


def fill(press, write, *texts):
    """Type one text after the other, Enter between them."""
    for text in texts:
        press("Ctrl+A")
        write(text)
        press("Return")


def test_an_event_is_made_by_the_keyboard_alone(page, press, write, qtbot, desk):
    fill(press, write, "ກອງປະຊຸມ", "ຫ້ອງການ", "ຫ້ອງປະຊຸມ", "໑໒/໖/໒໐໒໗", "13 ມິຖຸນາ 2027", "8", "ບ່າຍ 3 ໂມງ", "ເຈົ້າພາບ")
    press("Right", "Return")
    write("ທ່ານ ວັນໄຊ ອິນທະວົງ, ຫົວໜ້າ\nນາງ ມະນີ ແກ້ວ")
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: len(page.said) == 1)
    event, sessions = meetings.one(desk, page.said[0])
    assert (event.title, event.host, event.days) == ("ກອງປະຊຸມ", "ເຈົ້າພາບ", (date(2027, 6, 12), date(2027, 6, 13)))
    assert event.chairs == (
        Chair(prefix="ທ່ານ", name="ວັນໄຊ ອິນທະວົງ", position="ຫົວໜ້າ"),
        Chair(prefix="ນາງ", name="ມະນີ ແກ້ວ"),
    )
    assert [session.mode for session in sessions] == [Mode.IN_OUT] * 4
    assert page.form.form() == Form()


def test_days_are_said_back_in_full_words_while_they_are_typed(page, voice):
    page.form.fields["first_day"].setFocus()
    page.form.fields["first_day"].set_text("12/6/2567")
    assert page.form.days["first_day"].text() == "Wednesday 12 June 2024"
    voice.speak("lo")
    assert page.form.days["first_day"].text() == "ວັນພຸດ 12 ມິຖຸນາ 2024"
    page.form.fields["first_day"].set_text("12/")
    assert page.form.days["first_day"].text() == ""


def test_sessions_are_shown_as_soon_as_days_and_hours_are_there(page):
    assert page.sessions.lines() == []
    page.form.set_form(Form(first_day="12-13/6/2024", ends_at="11:00"))
    assert [line.splitlines()[1] for line in page.sessions.lines()] == [
        "08:30-12:00",
        "13:30-16:00",
        "08:30-11:00",
    ]


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(page, press, qtbot):
    typed = Form(title="ກອງປະຊຸມ", venue="ຫ້ອງ", first_day="31/2/2026", ends_at="?", chairs=", ຫົວໜ້າ")
    page.form.set_form(typed)
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    told = {name: str(field.complaint) for name, field in page.form.fields.items() if field.complaint}
    assert told == {
        "organiser": "Write who holds the event.",
        "first_day": "Write the day, such as 24/11/2026.",
        "ends_at": "Write the hour, such as 08:30.",
    }
    assert str(page.form.chairs.complaint).startswith("Line 1: no name.")
    assert page.form.fields["organiser"].edit.hasFocus()
    assert page.form.form() == typed
    page.form.chairs.set_text("")
    assert page.form.chairs.complaint is None


def test_a_field_that_is_left_with_something_wrong_says_so_at_once_and_an_empty_one_does_not(page, press, write):
    press("Tab", "Tab", "Tab")
    write("31/2/2026")
    press("Tab")
    fields = page.form.fields
    assert fields["first_day"].complaint is not None
    assert fields["title"].complaint is None
    assert page.form.days["first_day"].isHidden()


def test_the_same_event_again_is_told_at_its_title(page, press, qtbot):
    facts = Form(title="ກອງປະຊຸມ", organiser="ຫ້ອງການ", venue="ຫ້ອງ", first_day="12/6/2026")
    for _ in range(2):
        page.form.set_form(facts)
        press("Ctrl+Return")
        qtbot.waitUntil(page.make.isEnabled)
    assert "is in the store already" in str(page.form.fields["title"].complaint)
    assert page.form.form() == facts


def test_a_full_disk_is_told_and_the_form_stays(page, press, qtbot, monkeypatch):
    facts = Form(title="ກອງປະຊຸມ", organiser="ຫ້ອງການ", venue="ຫ້ອງ", first_day="12/6/2026")
    page.form.set_form(facts)

    def full(*_):
        raise StoreFull

    monkeypatch.setattr("signin.services.meetings.create", full)
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: page.notice.message is not None)
    assert (page.said, page.form.form(), page.make.isEnabled()) == ([], facts, True)


def test_esc_goes_back_and_leaves_what_is_typed(page, press, write):
    write("ກອງ")
    press("Escape")
    assert page.said == ["back"]
    assert page.form.form().title == "ກອງ"


def test_tab_comes_to_every_field_in_the_order_they_are_read(page, press):
    order = []
    for _ in range(10):
        order.append(QApplication.focusWidget())
        press("Tab")
    fields = [field.edit for field in page.form.fields.values()]
    assert order == [*fields, page.form.in_out.segments[False], page.form.chairs.edit]
    assert QApplication.focusWidget() is page.paste
    press("Tab")
    assert QApplication.focusWidget() is page.make
    assert all(widget.accessibleName() or widget.text() for widget in order)
