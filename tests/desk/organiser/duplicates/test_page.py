from PySide6.QtWidgets import QApplication

from signin.desk.organiser.duplicates.page import DuplicatesPage
from signin.services import corrections
from signin.services.duplicates import likely_pairs
from signin.services.merging import merge, merges_done
from signin.store import attendees

from .conftest import NOW


def lines(page):
    return [page.list.lines.line(row)[1] for row in range(page.list.lines.rowCount())]


def sides(page):
    """Whose stands, by row: {"phone": 0}; only of what differs."""
    return {row.key: row.chosen for row in page.sides.sides.rows if row.chosen is not None}


def roster(meeting):
    with meeting.store.read() as tx:
        return {person.number: person for person in attendees.everyone(tx, "e1")}


def row_of(page, key):
    return next(nth for nth, row in enumerate(page.sides.sides.rows) if row.key == key)


def cell(page, key, column):
    return page.sides.visualRect(page.sides.sides.index(row_of(page, key), column)).center()


def test_pairs_are_listed_with_why_and_the_first_stands_side_by_side(page):
    assert lines(page) == ["No. 1 and No. 4 · same name", "No. 2 and No. 5 · same phone"]
    assert page.count.text() == "Pairs who may be the same: 2"
    assert sides(page) == {"stays": 0, "prefix": 0, "organisation": 0, "phone": 0, "email": 1}
    model = page.sides.sides
    assert [model.headerData(n, page.sides.horizontalHeader().orientation()) for n in range(3)] == [
        "",
        "No. 1, stays",
        "No. 4, goes along",
    ]
    assert [row.key for row in model.rows if row.differs] == ["stays", "prefix", "organisation", "phone", "email"]


def test_by_keys_alone_two_people_become_one_and_two_again(page, press, meeting):
    press("Return")
    assert QApplication.focusWidget() is page.sides
    press("Down", "Down", "Down", "Down")
    assert page.sides.currentIndex().row() == row_of(page, "organisation")
    press("Right")
    assert sides(page)["organisation"] == 1
    press("Down", "Space", "Space", "Space")
    assert page.sides.sides.rows[page.sides.currentIndex().row()].key == "phone"
    assert sides(page)["phone"] == 1
    before = roster(meeting)
    press("F2")
    kept = roster(meeting)[1]
    assert 4 not in roster(meeting)
    assert (kept.organisation, kept.phone, kept.email) == ("ພະແນກຄັງ", "2077700004", "v@mof.la")
    assert page.notice.text().startswith("Merged: ")
    assert lines(page) == ["No. 2 and No. 5 · same phone"]
    assert page.said == ["changed"]
    press("Ctrl+Z")
    assert roster(meeting) == before
    assert page.said == ["changed", "changed"]
    assert not page.undo.isEnabled()
    for redo in ("Ctrl+Y", "Ctrl+Shift+Z"):
        press(redo)
        assert 4 not in roster(meeting)
        assert (roster(meeting)[1], page.notice.text()) == (kept, "Done again.")
        press("Ctrl+Z")
        assert roster(meeting) == before


def test_all_that_was_done_is_taken_back_one_by_one(page, press, meeting):
    before = roster(meeting)
    press("F3", "F2")
    assert lines(page) == []
    press("Ctrl+Z", "Ctrl+Z")
    assert (roster(meeting), len(lines(page))) == (before, 2)


def test_who_stays_can_be_the_other_and_what_is_proposed_follows(page, press, meeting):
    press("Return", "Right")
    assert sides(page) == {"stays": 1, "prefix": 0, "organisation": 1, "phone": 1, "email": 1}
    press("F2")
    kept = roster(meeting)[4]
    assert (kept.prefix, kept.phone) == ("ທ່ານ", "2077700004")
    assert 1 not in roster(meeting)


def test_by_the_mouse_alone(page, click, meeting):
    click(page.sides.viewport(), cell(page, "phone", 2))
    assert sides(page)["phone"] == 1
    click(page.sides.viewport(), cell(page, "phone", 0))
    click(page.sides.viewport(), cell(page, "name", 2))
    assert sides(page)["phone"] == 1
    click(page.merge)
    assert roster(meeting)[1].phone == "2077700004"
    click(page.undo)
    assert 4 in roster(meeting)


def test_two_people_are_asked_about_no_more_until_it_is_taken_back(page, press, click, meeting):
    press("F3")
    assert lines(page) == ["No. 2 and No. 5 · same phone"]
    assert likely_pairs(meeting, "e1").count == 1
    press("Ctrl+Z")
    assert lines(page)[0] == "No. 1 and No. 4 · same name"
    press("F3")
    click(page.which.segments["apart"])
    assert lines(page) == ["No. 1 is not No. 4 · 12 June 2024 09:00"]
    assert page.sides.isVisible()
    assert sides(page) == {}
    assert not page.merge.isVisible()
    press("Ctrl+Z")
    assert lines(page) == []
    assert page.nobody.text() == "No two people were told apart yet."
    click(page.which.segments["ask"])
    assert len(lines(page)) == 2


def test_what_was_merged_before_is_listed_and_taken_back_from_the_last(page, click, press, meeting):
    merge(meeting, "e1", "a1", "a4", NOW)
    merge(meeting, "e1", "a1", "a3", NOW)
    page.refresh()
    click(page.which.segments["done"])
    page.list.setFocus()
    assert lines(page) == ["No. 3 is No. 1 · 12 June 2024 09:00", "No. 4 is No. 1 · 12 June 2024 09:00"]
    assert page.undo.isEnabled()
    assert "Undo" in page.hint.text()
    press("Down")
    assert not page.undo.isEnabled()
    assert "take that one back first" in page.hint.text()
    press("Up", "Ctrl+Z")
    assert [done.other.number for done in merges_done(meeting, "e1")] == [4]
    press("Ctrl+Z")
    assert merges_done(meeting, "e1") == ()
    assert page.nobody.text() == "Nobody was merged yet."
    assert len(roster(meeting)) == 5


def test_what_another_desk_has_done_meanwhile_is_said_and_shown(page, press, meeting):
    corrections.correct(meeting, "e1", "4", corrections.Correction(position="ຫົວໜ້າ"), NOW)
    press("F2")
    assert page.notice.text() == ("ວັນໄຊ ອິນທະວົງ was changed at another desk or page since. Look at the two again.")
    assert sides(page)["position"] == 1
    merge(meeting, "e1", "a1", "a4", NOW)
    press("F2")
    assert "was merged with" in page.notice.text()
    assert lines(page) == ["No. 2 and No. 5 · same phone"]


def test_without_anybody_alike_it_says_so(page, press, meeting):
    press("F3", "F3")
    assert page.nobody.text() == "Nobody is on the roster twice: no two people have the same name or phone."
    assert not page.merge.isEnabled()
    assert not page.apart.isEnabled()
    press("F2")
    assert len(roster(meeting)) == 5


def test_esc_goes_back(page, press):
    press("Esc")
    assert page.said == ["back"]


def test_in_lao_all_is_lao_and_what_was_chosen_stays(page, press, voice):
    press("Return", "Right")
    voice.speak("lo")
    press("Down")
    assert lines(page)[0] == "ເລກທີ 1 ແລະ 4 · ຊື່ດຽວກັນ"
    assert page.merge.text() == "ລວມເປັນຄົນດຽວ"
    assert sides(page)["stays"] == 1


def test_screen_readers_hear_whose_stands(page):
    from PySide6.QtCore import Qt

    model = page.sides.sides
    row = row_of(page, "phone")
    said = [model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole) for column in (1, 2)]
    assert said == ["2055500001, chosen", "2077700004"]
    named = (page.list, page.sides, page.merge, page.apart, page.undo, page.which.segments["ask"])
    assert all(widget.accessibleName() or widget.text() for widget in named)


def test_an_answer_that_comes_after_the_page_has_gone_harms_nobody(voice, look, workers, clock, qtbot, settled):
    page = DuplicatesPage(voice, look, *workers, "e1", clock)
    page.show()
    page.close()
    page.deleteLater()
    settled()
    assert not any(worker.waiting for worker in workers)


def test_of_very_many_the_first_are_shown_and_all_are_counted(page, press, meeting, attendee):
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(n, name=f"ຄົນ ສອງເທື່ອ {n // 2}") for n in range(1000, 1500)])
    page.refresh()
    press("Up")
    assert page.list.lines.rowCount() == 200
    assert page.count.text() == "The first 200 of 252 pairs. More come when these are done."
