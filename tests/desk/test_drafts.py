"""What is typed on a page and not saved is there again, whichever way the page was left."""

import pytest


def page_of(program):
    return program.window.screens.currentWidget()


@pytest.fixture
def details(program, press, qtbot):
    """The event's page, with another title typed that is not saved."""
    press("Ctrl+6")
    page = page_of(program)
    qtbot.waitUntil(lambda: page._event is not None)
    title = page.form.fields["title"].edit
    title.setFocus()
    title.selectAll()
    return page


def test_an_edit_of_the_event_outlives_the_rail_and_is_said_to_be_unsaved(program, details, press, write, qtbot):
    write("abc")
    press("Ctrl+1")
    assert page_of(program) is program.screen
    press("Ctrl+6")
    assert page_of(program) is details
    assert details.form.fields["title"].text() == "abc"
    assert details.notice.isVisible()
    press("Ctrl+4", "Ctrl+,", "Ctrl+6")
    assert page_of(program) is details
    assert details.form.fields["title"].text() == "abc"
    details.save.click()
    qtbot.waitUntil(lambda: not details.unsaved())
    press("Ctrl+1", "Ctrl+6")
    assert page_of(program) is not details


def test_going_where_one_is_loses_nothing(program, details, press, write):
    write("abc")
    press("Ctrl+6")
    assert page_of(program) is details
    assert details.form.fields["title"].text() == "abc"


def test_what_is_not_understood_is_kept_too(program, details, press, write):
    details.form.fields["starts_at"].edit.setFocus()
    details.form.fields["starts_at"].edit.selectAll()
    write("zz")
    press("Ctrl+1", "Ctrl+6")
    assert page_of(program) is details


def test_a_page_without_an_edit_is_made_anew(program, details, press):
    press("Ctrl+1", "Ctrl+6")
    assert page_of(program) is not details


def test_closing_asks_for_an_edit_that_is_not_saved_also_behind_another_page(program, details, press, write):
    from signin.desk import closing

    write("abc")
    press("Ctrl+1")
    titles = [page.title for page in program.pages.drafts.unsaved()]
    (told,) = closing.reasons(0, [], titles, None)
    assert "ກອງປະຊຸມ" in program.voice.text(told)


def test_a_new_event_that_was_begun_is_gone_on_with(program, press, write, qtbot):
    press("Ctrl+2")
    page_of(program).new_wanted.emit()
    page = page_of(program)
    write("abc")
    press("Ctrl+1", "Ctrl+2")
    page_of(program).new_wanted.emit()
    assert page_of(program) is page
    assert page.form.fields["title"].text() == "abc"
    press("Esc")
    page_of(program).new_wanted.emit()
    assert page_of(program) is page


def test_an_announcement_that_was_pasted_is_there_again(program, press, qtbot):
    press("Ctrl+2")
    page_of(program).new_wanted.emit()
    page = page_of(program)
    press("Ctrl+Shift+V")
    page.announcement.text.edit.setPlainText("ກອງປະຊຸມ")
    press("Ctrl+1", "Ctrl+2")
    page_of(program).new_wanted.emit()
    assert page_of(program) is page
    assert page.announcement.isVisible()
    assert page.announcement.text.text() == "ກອງປະຊຸມ"


def test_for_whom_a_paper_was_to_be_is_still_written_there(program, press, write, qtbot):
    press("Ctrl+4")
    page = page_of(program)
    page.order_card.person.set_text("1")
    press("Ctrl+1", "Ctrl+4")
    assert page_of(program) is page
    assert program.pages.drafts.unsaved() == []


def test_the_desks_name_is_saved_by_leaving_the_settings(program, press, write, qtbot):
    from PySide6.QtWidgets import QLineEdit

    press("Ctrl+,")
    named = program.voice.text("Name of this desk")
    edit = next(one for one in page_of(program).findChildren(QLineEdit) if one.accessibleName() == named)
    edit.setFocus()
    edit.selectAll()
    write("abc")
    press("Ctrl+1")
    assert program.kept.settings.desk == "abc"
