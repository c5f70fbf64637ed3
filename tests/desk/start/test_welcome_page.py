import pytest
from PySide6.QtCore import Qt

from signin.desk.start.welcome_page import WelcomePage
from signin.exchange.settings_file import Settings


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def page(voice, look, shown, chosen):
    voice.speak("lo")
    made = shown(WelcomePage(voice, look, Settings()))
    made.chosen.connect(chosen.append)
    return made


def test_enter_alone_takes_lao_and_the_name_that_is_proposed(page, press, chosen):
    press("Return")
    assert chosen == [Settings(desk="ໂຕະ 1", language="lo")]


def test_an_arrow_switches_the_page_to_english_at_once_and_the_proposed_name_with_it(page, press, voice, chosen):
    assert page.go_on.text() == "ໄປຕໍ່"
    press("Right")
    assert (voice.language, page.go_on.text(), page.desk.text()) == ("en", "Go on", "Desk 1")
    press("Tab", "Tab", "Return")
    assert chosen == [Settings(desk="Desk 1", language="en")]


def test_the_mouse_alone_does_it(page, qtbot, chosen):
    qtbot.mouseClick(page.languages.segments["en"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert chosen == [Settings(desk="Desk 1", language="en")]


def test_a_name_that_was_typed_stays_when_the_language_changes(page, press, write, qtbot, chosen):
    press("Tab", "Ctrl+A")
    write("ປະຕູໃຫຍ່")
    qtbot.mouseClick(page.languages.segments["en"], Qt.MouseButton.LeftButton)
    assert page.desk.text() == "ປະຕູໃຫຍ່"
    press("Return")
    assert chosen[0].desk == "ປະຕູໃຫຍ່"


def test_without_a_name_the_field_says_what_to_do_and_nothing_goes_on(page, press, write, chosen):
    press("Tab", "Ctrl+A")
    write(" ")
    press("Return")
    assert chosen == []
    assert str(page.desk.complaint) == "Write a name for this desk, such as “Desk 1”."
    assert page.desk.edit.hasFocus()
    write("3")
    assert page.desk.complaint is None


def test_languages_are_called_by_their_own_names_whatever_is_spoken(page, voice):
    for language in ("lo", "en"):
        voice.speak(language)
        assert [one.text() for one in page.languages.segments.values()] == ["ລາວ", "English"]


def test_other_settings_are_kept(voice, look, shown, press, chosen):
    page = shown(WelcomePage(voice, look, Settings(desk="ໂຕະ 7", office_words=("ສບລ",))))
    page.chosen.connect(chosen.append)
    press("Return")
    assert chosen == [Settings(desk="ໂຕະ 7", language="en", office_words=("ສບລ",))]
