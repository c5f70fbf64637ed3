"""A lost badge: the new one opens the door, the old one does not, and who is in stays in."""

from signin.desk.letters.label import LaoLabel
from signin.domain.verdict import Admitted, AlreadyIn, Replaced
from signin.store import attendees
from signin.words import render, say


def test_after_enter_the_old_code_is_replaced_and_the_new_one_admits(
    screen, write, press, qtbot, printed, scan, code, meeting
):
    write("3")
    press("F9")
    assert screen.panel.accept_button.hasFocus()
    press("Return")
    qtbot.waitUntil(lambda: [one.number for one in printed] == [3])
    assert screen.panel is None
    assert isinstance(scan(code(3)).verdict, Replaced)
    with meeting.store.read() as tx:
        new = attendees.live_codes(tx, "e1")["a3"]
    assert new != code(3)
    assert isinstance(scan(new).verdict, Admitted)


def test_the_lost_badge_is_called_an_old_one_for_nobody_was_replaced(
    screen, write, press, qtbot, printed, scan, code, verdict
):
    write("3")
    press("F9")
    assert f"“{render(say('Old badge'), 'lo')}”" in " ".join(
        label.text() for label in screen.panel.findChildren(LaoLabel)
    )
    press("Return")
    qtbot.waitUntil(lambda: bool(printed))
    scan(code(3))
    assert [render(one, "en") for one in (verdict().word, verdict().told, verdict().hint)] == [
        "Old badge",
        "A new badge was issued; this one is no longer good.",
        "Ask for the new badge, or find the person by name or number.",
    ]


def test_who_is_in_stays_in(screen, press, scan, qtbot, printed, meeting, clock):
    scan(1)
    press("F9", "Return")
    qtbot.waitUntil(lambda: bool(printed))
    clock.wait()
    with meeting.store.read() as tx:
        new = attendees.live_codes(tx, "e1")["a1"]
    assert isinstance(scan(new).verdict, AlreadyIn)


def test_esc_changes_nothing(screen, write, press, code, scan, printed):
    write("3")
    press("F9", "Esc")
    assert screen.panel is None
    assert printed == []
    assert isinstance(scan(3).verdict, Admitted)


def test_somebody_cancelled_gets_no_badge_and_is_told_why(screen, write, press, qtbot, meeting, printed):
    from datetime import datetime

    from signin.services.register import cancel

    cancel(meeting, "e1", "3", datetime(2024, 6, 12, 8, 24))
    write("3")
    press("F9", "Return")
    panel = screen.panel
    qtbot.waitUntil(lambda: "ບຸນມີ" in panel._notice.text())
    assert printed == []


def test_the_badge_is_a_pdf_with_the_new_code(screen, write, press, qtbot, tmp_path, meeting, monkeypatch):
    from desk.printing.reading import codes
    from signin.desk.printing import badge_printer

    monkeypatch.setattr(badge_printer, "badge_folder", lambda: tmp_path / "badges")
    write("3")
    press("F9", "Return")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("badges/*.pdf"))) == 1)
    (path,) = tmp_path.glob("badges/*.pdf")
    with meeting.store.read() as tx:
        new = attendees.live_codes(tx, "e1")["a3"]
    assert codes(path) == [[new]]


def test_somebody_without_an_organisation_is_told_without_a_comma(
    program, screen, write, press, qtbot, meeting, attendee
):
    from signin.store import attendees

    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(9, name="ຄຳ ແສນ")])
    qtbot.waitUntil(lambda: len(program.reception.index) == 4, timeout=5000)
    write("9")
    qtbot.waitUntil(screen.hits.isVisible)
    press("F9")
    assert screen.panel.whose.text().endswith("9 · ຄຳ ແສນ")
