"""The settings' parts by keyboard and by mouse; printers, words of the office, support."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk.scanner.typing import pause
from signin import __version__
from signin.lao import lexicon
from signin.services.failures import NotToBeReplaced
from signin.store.failures import StoreFull


@pytest.fixture(autouse=True)
def _own():
    yield
    lexicon.use_own(())


def current(page):
    return page.list.number


def test_arrow_keys_go_through_the_parts_and_round_the_ends(page, press):
    assert current(page) == 0
    for number in (*range(1, 7), 0):
        press("Down")
        assert current(page) == number == page.stack.currentIndex()
        assert page.list.buttons[number].hasFocus()
    press("Up")
    assert current(page) == 6


def test_the_page_keys_go_on_from_inside_a_part(page, press):
    page.desk.name.edit.setFocus()
    press("Ctrl+PgDown")
    assert current(page) == 1
    press("Ctrl+PgUp")
    assert current(page) == 0


def test_tab_goes_from_the_list_into_the_part(page, press):
    press("Tab")
    assert page.desk.isAncestorOf(QGuiApplication.focusObject())


def test_a_scan_in_another_part_is_answered_as_everywhere(page, scan, program, stored):
    scan(1)
    assert stored() == [(1, "Admitted", "qr")]


def test_printers_are_chosen_and_kept(program, qtbot, kept, press, monkeypatch):
    from signin.desk.printing import pdf_printing

    monkeypatch.setattr(pdf_printing, "printers", lambda: ["Epson", "Brother"])
    press("Ctrl+,", "Down", "Down")
    page = program.window.screens.currentWidget()
    qtbot.mouseClick(page.printers.printer.segments["Brother"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.printers.paper.segments[86.0, 54.0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.printers.documents.segments["Epson"], Qt.MouseButton.LeftButton)
    found = kept()
    assert (found.badge_printer, found.badge_page, found.document_printer) == ("Brother", (86.0, 54.0), "Epson")


def test_a_printer_and_a_size_that_are_kept_stand_there_even_if_they_are_no_usual_ones(program, press):
    program.kept.keep(badge_printer="Gone", badge_page=(62.0, 29.5), document_printer="Gone too")
    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    assert page.printers.printer.value == "Gone"
    assert page.printers.documents.value == "Gone too"
    assert page.printers.paper.segments[62.0, 29.5].text() == "62×29.5 mm"


def test_the_printer_of_the_settings_is_proposed_for_documents(program, press):
    program.kept.keep(document_printer="Epson")
    press("Ctrl+4")
    assert program.window.screens.currentWidget()._printer == "Epson"


def test_words_of_the_office_are_added_and_removed_by_keyboard_alone(part, press, write, kept):
    words = part("words")
    words.field.edit.setFocus()
    for word in ("ວັງວຽງ", "ກາສີ"):
        write(word)
        press("Return")
    assert kept().office_words == ("ວັງວຽງ", "ກາສີ")
    assert [words.list.item(row).text() for row in range(2)] == ["ກາສີ", "ວັງວຽງ"]
    assert words.list.currentItem().text() == "ກາສີ"
    words.list.setFocus()
    press("Down", "Delete")
    assert kept().office_words == ("ກາສີ",)
    press("Delete")
    assert kept().office_words == ()
    assert not words.remove.isEnabled()


def test_words_by_mouse_and_none_twice(part, write, qtbot, kept):
    words = part("words")
    words.field.edit.setFocus()
    qtbot.mouseClick(words.add, Qt.MouseButton.LeftButton)
    assert words.field.complaint is not None
    for _ in range(2):
        words.field.edit.setText("ວັງວຽງ")
        qtbot.mouseClick(words.add, Qt.MouseButton.LeftButton)
    assert kept().office_words == ("ວັງວຽງ",)
    qtbot.mouseClick(words.remove, Qt.MouseButton.LeftButton)
    assert kept().office_words == ()


def test_a_word_of_the_office_is_whole_on_the_screen_and_on_paper_at_once(part, press, program, qtbot):
    from signin.desk.letters.label import LaoLabel
    from signin.typeset.breaking import longest_word
    from signin.typeset.style import Style

    word, text = "ກອງປະຊຸມສະມາດແລນ", "ຢູ່ ກອງປະຊຸມສະມາດແລນ"
    whole = LaoLabel(word, program.window, most_lines=1)
    label = LaoLabel(text, program.window)
    label.resize(whole.sizeHint().width() + 8, 300)
    style = Style()
    room = longest_word(word, style)
    before = label.block().lines
    assert before[0] != "ຢູ່"
    words = part("words")
    words.field.edit.setText(word)
    words.field.edit.setFocus()
    press("Return")
    assert label.block().lines == ("ຢູ່", word)
    assert label.minimumSizeHint().width() > label.width() - 20
    assert longest_word(word, style) > room


def test_where_things_are_can_be_copied(part, program, qtbot):
    support = part("support")
    qtbot.mouseClick(support.store.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(program.reader.desk.store.path)
    qtbot.mouseClick(support.file.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().endswith("settings.toml")


@pytest.fixture
def told(part, qtbot):
    """Copy for support and give what was copied."""

    def copied():
        support = part("support")
        qtbot.mouseClick(support.copy, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(support.copy.isEnabled, timeout=5000)
        return QGuiApplication.clipboard().text()

    return copied


def test_what_is_copied_for_support_tells_all_that_is_needed_and_names_nobody(told, people, program):
    text = told()
    assert f"signin {__version__}, 2024-06-12 08:24:00" in text
    assert "Store: sound" in text
    assert "attendee 3" in text
    assert "signin.db" in text
    assert "Last failure: none" in text
    assert not any(person.name in text for person in people)
    assert program.kept.settings.desk not in text


def test_the_last_failure_is_told_by_its_kind_and_sentence_without_its_values(told, program):
    failures = [StoreFull(path="x"), NotToBeReplaced(file="ວັນໄຊ.xlsx")]
    for failure in failures:

        def fail(_desk, failure=failure):
            raise failure

        program.reader.do(fail, print, lambda _: None)
    pause(200)
    text = told()
    assert "2024-06-12 08:24:00 NotToBeReplaced: " in text
    assert "{file}" in text
    assert "ວັນໄຊ" not in text


def test_a_fault_of_ours_is_told_by_its_kind_only(told, program):
    program.reader.do(lambda _: int("ວັນໄຊ"), print, lambda _: None)
    pause(200)
    text = told()
    assert "Unexpected (ValueError)" in text
    assert "ວັນໄຊ" not in text


def test_the_users_own_folder_is_not_named(told, program, monkeypatch):
    from pathlib import Path

    monkeypatch.setattr(Path, "home", lambda: program.reader.desk.store.path.parent)
    assert "Store file: ~" in told()
    assert str(program.reader.desk.store.path.parent) not in QGuiApplication.clipboard().text()


def test_a_store_that_cannot_be_checked_is_told_too(told, program, monkeypatch):
    from signin.services import support

    def full(_):
        raise StoreFull(path="x")

    monkeypatch.setattr("signin.desk.settings.support_section.condition", full)
    assert support.condition
    assert "Store: not checked, StoreFull" in told()


def test_settings_that_cannot_be_saved_are_told_on_the_page(page, press, monkeypatch, tmp_path):
    from signin import bootstrap

    (tmp_path / "file").write_text("")
    monkeypatch.setattr(bootstrap, "settings_path", lambda: tmp_path / "file" / "settings.toml")
    press("Ctrl+M")
    assert page.notice.message is not None
    assert page.notice.copy_button.isVisible()
