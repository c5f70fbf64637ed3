"""Another program changes many people while the door is open: they come in slices, and scans go on meanwhile."""

import pytest

MANY = 400


@pytest.fixture
def imported(program, meeting, attendee, monkeypatch):
    """Let another program add many people; each slice takes in one: imported() begins it."""
    from signin.desk.work import slices
    from signin.store import attendees

    def begin():
        monkeypatch.setattr(slices, "SLICE_SECONDS", 0)
        with meeting.store.write() as tx:
            attendees.add_many(tx, [attendee(number, organisation="ພະແນກໃໝ່") for number in range(10, 10 + MANY)])
        program.reception.tick()

    return begin


def test_all_of_them_come_and_are_told_once(program, imported, qtbot):
    reception, told = program.reception, []
    imported()
    qtbot.waitUntil(lambda: reception.sight._slices.busy, timeout=5000)
    reception.people_changed.connect(lambda: told.append(len(reception.board.people)))
    qtbot.waitUntil(lambda: len(reception.index) == MANY + 3, timeout=10_000)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] == MANY + 3
    assert reception.board.counts.expected == MANY + 3
    assert reception.index.find("409")[0].attendee.number == 409


def test_a_scan_in_the_middle_is_answered_and_counted_in_the_end(program, imported, scan, qtbot):
    reception = program.reception
    imported()
    qtbot.waitUntil(lambda: reception.sight._slices.busy, timeout=5000)
    answer = scan(1)
    assert answer.attendee.number == 1
    qtbot.waitUntil(lambda: not reception.sight._slices.busy, timeout=10_000)
    qtbot.waitUntil(lambda: reception.board.counts.arrived == 1, timeout=5000)
    assert len(reception.board.people) == MANY + 3


def test_people_taken_off_the_roster_elsewhere_are_forgotten(program, meeting, qtbot):
    from sqlalchemy import text

    with meeting.store.write() as tx:
        tx.execute(text("DELETE FROM code WHERE attendee_id = 'a3'"))
        tx.execute(text("DELETE FROM attendee WHERE id = 'a3'"))
    program.reception.tick()
    qtbot.waitUntil(lambda: len(program.reception.index) == 2, timeout=5000)
    assert "a3" not in program.reception.board.people


def test_who_is_missing_is_shown_once_all_lines_are_made(program, screen, imported, press, qtbot):
    press("F5")
    panel = screen.panel
    before = panel.people.list.lines
    imported()
    qtbot.waitUntil(lambda: panel._rows_to_make.busy, timeout=10_000)
    assert panel.people.list.lines == before
    qtbot.waitUntil(lambda: len(panel.people.list.lines) > MANY, timeout=10_000)
    assert str(MANY + 3) in panel.summary.text()


def test_a_long_list_is_shown_later_and_never_over_a_short_one(program, screen, press, qtbot, monkeypatch):
    from signin.desk.reception import missing_panel

    press("F5")
    panel = screen.panel
    monkeypatch.setattr(missing_panel, "_LONG", 2)
    whole = panel.people.list.lines
    panel.people.filter.set_text("zzqx")
    qtbot.waitUntil(lambda: panel.people.list.lines == ())
    panel.people.filter.set_text("")
    qtbot.waitUntil(lambda: panel.people.list.lines == whole)
    panel.refresh()
    panel.people.filter.set_text("zzqx")
    qtbot.wait(20)
    assert panel.people.list.lines == ()
