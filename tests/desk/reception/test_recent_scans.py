"""The list of the last scans, through the whole window: what is new is seen, and what can be taken back."""

import pytest


def chosen(screen):
    """The scan that is chosen in the list, None without one."""
    index = screen.recent.list.currentIndex()
    return screen.recent.scans.scan(index.row()).scan.id if index.isValid() else None


def choose(screen, row):
    screen.recent.list.setFocus()
    screen.recent.list.setCurrentIndex(screen.recent.scans.index(row))


@pytest.fixture
def many(scan, screen, clock, qtbot):
    """So many scans that the list has to be scrolled: many(count)."""

    def scanned(count):
        for nth in range(count):
            before = screen.recent.scans.rowCount()
            clock.wait()
            scan(nth % 3 + 1)
            qtbot.waitUntil(lambda before=before: screen.recent.scans.rowCount() == before + 1, timeout=5000)

    return scanned


def test_a_new_scan_is_seen_at_the_top_and_what_was_chosen_is_chosen_no_more(program, screen, press, many, qtbot):
    many(12)
    choose(screen, 11)
    one = chosen(screen)
    press("Delete")
    qtbot.waitUntil(lambda: screen.recent.scans.scan(11).void, timeout=5000)
    assert chosen(screen) == one
    press("Ctrl+Y")
    qtbot.waitUntil(lambda: not screen.recent.scans.scan(11).void, timeout=5000)
    assert screen.recent._selected.isVisible()
    many(1)
    assert chosen(screen) is None
    assert not screen.recent._selected.isVisible()
    assert screen.recent.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize("where", ["list", "search"])
def test_esc_lets_go_of_the_scan_that_was_chosen_and_shows_the_newest(screen, press, many, where):
    many(12)
    choose(screen, 11)
    if where == "search":
        screen.search.setFocus()
    press("Esc")
    assert chosen(screen) is None
    assert not screen.recent._selected.isVisible()
    assert screen.recent.list.verticalScrollBar().value() == 0
    assert screen.search.hasFocus()


@pytest.mark.parametrize("again", [1, "8851234567890"])
def test_a_scan_that_let_nobody_in_cannot_be_taken_back(program, scan, screen, press, clock, qtbot, again):
    scan(1)
    clock.wait()
    scan(again)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 2, timeout=5000)
    said = screen.verdict.face
    choose(screen, 0)
    assert not screen.recent._selected.isEnabled()
    press("Delete")
    qtbot.wait(50)
    assert program.writer.waiting == 0
    assert screen.verdict.face == said
    assert not screen.recent.scans.scan(0).void
    choose(screen, 1)
    assert screen.recent._selected.isEnabled()
