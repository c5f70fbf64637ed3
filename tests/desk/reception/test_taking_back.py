"""Undo and redo, through the whole window: rows are added, nothing is edited."""

from signin.domain.verdict import Admitted, AlreadyIn


def arrived(program):
    return program.reception.board.counts.arrived


def test_the_last_scan_is_taken_back_and_put_back_again_and_again(program, scan, press, clock, qtbot, verdict):
    scan(1)
    clock.wait()
    scan(3)
    qtbot.waitUntil(lambda: arrived(program) == 2)
    for left in (1, 0):
        clock.wait()
        press("Ctrl+Z")
        qtbot.waitUntil(lambda left=left: arrived(program) == left)
    clock.wait()
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: str(verdict().told) == "There is nothing to undo.")
    for back, key in ((1, "Ctrl+Y"), (2, "Ctrl+Shift+Z")):
        clock.wait()
        press(key)
        qtbot.waitUntil(lambda back=back: arrived(program) == back)
    clock.wait()
    assert isinstance(scan(1).verdict, AlreadyIn)


def test_any_scan_of_the_list_is_taken_back(program, scan, screen, press, clock, qtbot, stored):
    scan(1)
    clock.wait()
    scan(2)
    clock.wait()
    scan(3)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 3)
    screen.recent.list.setFocus()
    screen.recent.list.setCurrentIndex(screen.recent.scans.index(1))
    clock.wait()
    press("Delete")
    qtbot.waitUntil(lambda: arrived(program) == 2)
    qtbot.waitUntil(lambda: screen.recent.scans.scan(1).void)
    assert [row[0] for row in stored()] == [1, 2, 3, 2]
    clock.wait()
    assert isinstance(scan(2).verdict, Admitted)


def test_a_scan_is_taken_back_with_the_mouse(program, scan, screen, clock, qtbot):
    from PySide6.QtCore import Qt

    scan(1)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 1)
    clock.wait()
    place = screen.recent.list.visualRect(screen.recent.scans.index(0)).center()
    qtbot.mouseClick(screen.recent.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(screen.recent._selected, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: arrived(program) == 0)
