import pytest
from PySide6.QtWidgets import QApplication

from signin.desk.organiser.event.announcement_page import AnnouncementPage
from signin.desk.start.new_event_page import NewEventPage
from signin.services.new_event import Form

TEXT = (
    "ແຈ້ງການ 😀 ສະບັບໃໝ່.\n"
    "ກົມແຜນການ ຈະຈັດກອງປະຊຸມທົບທວນແຜນການ ໃນວັນທີ 12-13 ມິຖຸນາ 2027 ເວລາ 08:30 ໂມງ ຫາ 16:00 ໂມງ "
    "ທີ່ຫ້ອງປະຊຸມໃຫຍ່ ພາຍໃຕ້ການເປັນປະທານຂອງ ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ ຫົວໜ້າກົມແຜນການ. "
    "ຄາດວ່າຈະມີຜູ້ເຂົ້າຮ່ວມບໍ່ຕ່ຳກວ່າ 50 ຄົນ."
)
WITHOUT_YEAR = "ກອງປະຊຸມປຶກສາຫາລື ຈະຈັດຂຶ້ນໃນວັນທີ 28 ກຸມພາ - 1 ມີນາ ນີ້ ທີ່ໂຮງແຮມພູວຽງ."


@pytest.fixture
def page(voice, look, clock, shown):
    made = shown(AnnouncementPage(voice, look, clock))
    made.said = []
    made.taken.connect(made.said.append)
    made.back.connect(lambda: made.said.append("back"))
    return made


@pytest.fixture
def paste(qtbot, press):
    """Paste a text where the focus is, and wait until it is read: paste(page, text)."""

    def pasted(page, text):
        QApplication.clipboard().setText(text)
        press("Ctrl+V")
        qtbot.waitUntil(lambda: not page._wait.isActive())

    return pasted


def test_what_was_read_stands_beside_the_text(page, paste):
    paste(page, TEXT)
    fields = {name: field.text() for name, field in page.fields.fields.items()}
    assert fields["title"] == "ກອງປະຊຸມທົບທວນແຜນການ"
    assert (fields["first_day"], fields["last_day"]) == ("12 June 2027", "13 June 2027")
    assert (fields["starts_at"], fields["ends_at"]) == ("08:30", "16:00")
    assert page.fields.chairs.text() == "ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ, ຫົວໜ້າກົມແຜນການ"
    assert page.fields.also.text() == "People expected: at least 50"


def test_the_words_of_the_field_that_has_the_focus_are_marked_in_the_text(page, paste, press):
    paste(page, TEXT)
    assert page.text.marked() == []
    press("Tab")
    assert page.fields.fields["title"].edit.hasFocus()
    assert page.text.marked() == ["ກອງປະຊຸມທົບທວນແຜນການ"]
    press("Tab", "Tab", "Tab")
    assert page.text.marked() == ["12-13 ມິຖຸນາ 2027"]
    page.text.edit.setFocus()
    assert page.text.marked() == []


def test_what_the_text_does_not_tell_is_empty_and_says_so(page, paste, press):
    paste(page, WITHOUT_YEAR)
    ends = page.fields.fields["ends_at"]
    assert (ends.text(), ends.edit.placeholderText()) == ("", "Not in the text")
    ends.setFocus()
    assert page.text.marked() == []


def test_a_day_without_a_year_asks_for_it_and_is_not_taken_before(page, paste, press, write):
    paste(page, WITHOUT_YEAR)
    day = page.fields.fields["first_day"]
    assert day.text() == "28 February"
    assert str(day.complaint) == "The text tells no year. Write it, such as “28 February 2026”."
    press("Ctrl+Return")
    assert page.said == []
    assert day.edit.hasFocus()
    press("End")
    write(" 2027")
    press("Ctrl+Return")
    (form,) = page.said
    assert (form.first_day, form.last_day) == ("28 February 2027", "1 March")


def test_what_was_typed_over_stays_when_the_text_is_read_again(page, paste, press, write, voice):
    paste(page, TEXT)
    press("Tab", "Ctrl+A")
    write("ກອງປະຊຸມ 2")
    page.text.edit.setFocus()
    press("Ctrl+End")
    paste(page, " ແລະ ອື່ນໆ.")
    voice.speak("lo")
    assert page.fields.fields["title"].text() == "ກອງປະຊຸມ 2"
    assert page.fields.fields["first_day"].text() == "12 ມິຖຸນາ 2027"


def test_a_text_without_a_meeting_says_so_and_no_text_takes_nothing(page, paste, press):
    assert not page.take.isEnabled()
    paste(page, "ສະບາຍດີ")
    assert str(page.notice.message) == "No fact of a meeting was found in this text."
    press("Ctrl+A")
    paste(page, TEXT)
    assert page.notice.message is None


def test_the_mouse_alone_pastes_and_takes(page, click, qtbot):
    QApplication.clipboard().setText(TEXT)
    click(page.text.paste)
    click(page.take)
    assert page.said[0].title == "ກອງປະຊຸມທົບທວນແຜນການ"


def test_an_announcement_fills_the_new_event_and_leaves_what_it_does_not_tell(
    voice, look, workers, clock, shown, press, paste
):
    page = shown(NewEventPage(voice, look, workers[0], clock))
    page.form.set_form(Form(host="ແຂວງ", title="ເກົ່າ"))
    press("Ctrl+Shift+V")
    assert page.announcement.text.edit.hasFocus()
    assert not page.make.isVisible()
    paste(page.announcement, TEXT)
    press("Ctrl+Return")
    assert page.make.isVisible()
    assert not page.announcement.isVisible()
    form = page.form.form()
    assert (form.title, form.host, form.starts_at) == ("ກອງປະຊຸມທົບທວນແຜນການ", "ແຂວງ", "08:30")
    assert form.chairs == "ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ, ຫົວໜ້າກົມແຜນການ"
    assert len(page.sessions.lines()) == 4


def test_esc_goes_back_to_the_form_and_the_text_is_still_there(voice, look, workers, clock, shown, press, paste):
    page = shown(NewEventPage(voice, look, workers[0], clock))
    page.form.set_form(before := Form(title="ເກົ່າ"))
    press("Ctrl+Shift+V")
    paste(page.announcement, TEXT)
    press("Esc")
    assert page.form.form() == before
    assert page.form.fields["title"].edit.hasFocus()
    page.resize(1280, 800)
    press("Ctrl+Shift+V")
    assert page.announcement.text.text() == TEXT
    assert page.announcement.size() == page.size()
