"""Wrong PINs make wait, over a restart too; the organiser's side locks itself, and at once when it is told to."""

import time

import pytest

from desk.scanner.typing import pause
from signin import bootstrap
from signin.domain.pin import Deed
from signin.services import pin as pin_record
from signin.store.failures import StoreDamaged


@pytest.fixture
def seconds(program, monkeypatch):
    """Seconds that never go back, as the lock sees them: seconds.pass_by(5)."""

    class Seconds:
        now = time.monotonic() + 1

        def __call__(self):
            return self.now

        def pass_by(self, some):
            self.now += some

    made = Seconds()
    monkeypatch.setattr(program.gatekeeper.lock, "_seconds", made)
    return made


def test_the_third_wrong_pin_makes_wait_and_each_further_one_longer(program, press, give, gate, seconds, recorded):
    press("Ctrl+4")
    lock = program.gatekeeper.lock
    waits = []
    for _ in range(5):
        give("1111")
        waits.append(lock.wait)
        seconds.pass_by(lock.wait)
        pause(300)
    assert waits == [0, 0, 5, 15, 60]
    assert recorded() == ["found", *["wrong"] * 5]
    assert gate().go_on.isEnabled()


def test_while_one_waits_even_the_right_pin_opens_nothing_and_nothing_is_recorded(
    program, press, give, gate, seconds, recorded, shown
):
    press("Ctrl+4")
    for _ in range(3):
        give("1111")
    assert gate().countdown.text().count("0:05") == 1
    assert not gate().go_on.isEnabled()
    give("2580")
    assert shown() == "GatePage"
    seconds.pass_by(4)
    pause(300)
    assert "0:01" in gate().countdown.text()
    seconds.pass_by(1)
    pause(300)
    assert not gate().countdown.isVisible()
    press("Return")
    pause(400)
    assert shown() == "DocumentsPage"
    assert recorded() == ["found", *["wrong"] * 3, "opened"]


def test_the_wait_outlives_a_restart_and_a_clock_set_back(begun, program, press, give, seconds, clock):
    press("Ctrl+4")
    for _ in range(5):
        give("1111")
        seconds.pass_by(program.gatekeeper.lock.wait)
    begun.end(program)
    clock.wait(20)
    again = begun()
    assert 38 < again.gatekeeper.lock.wait <= 40
    begun.end(again)
    clock.set(7)
    back = begun()
    assert 58 < back.gatekeeper.lock.wait <= 60
    assert back.gatekeeper.lock.wrong == 5
    begun.end(back)
    clock.set(8, 40)
    assert begun().gatekeeper.lock.wait == 0


def test_a_wrong_pin_that_cannot_be_recorded_counts_and_locks_nobody_out(
    program, press, give, gate, seconds, recorded, shown, monkeypatch
):
    def damaged(*_):
        raise StoreDamaged(path="signin.db")

    press("Ctrl+4")
    lock = program.gatekeeper.lock
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(pin_record, "note", damaged)
        give("1111")
    assert ": 1." in gate().notice.text()
    assert (lock.wrong, lock.busy) == (1, False)
    give("2222")
    give("3333")
    assert lock.wait == 5
    assert recorded() == ["found", "wrong", "wrong"]
    seconds.pass_by(5)
    pause(300)
    give("2580")
    assert shown() == "DocumentsPage"
    pause(100)
    assert (lock.wrong, lock.unrecorded) == (0, 0)


def test_lock_now_locks_at_once_and_the_page_waits_as_it_was(program, press, give, shown):
    press("Ctrl+6")
    give("2580")
    page = program.window.screens.currentWidget()
    assert program.gatekeeper._button.isVisible()
    press("Ctrl+Shift+L")
    assert shown() == "GatePage"
    give("2580")
    assert program.window.screens.currentWidget() is page


def test_at_the_door_it_locks_without_a_word_and_asks_only_when_one_goes_in(program, press, give, shown):
    press("Ctrl+4")
    give("2580")
    press("Ctrl+1", "Ctrl+Shift+L")
    assert shown() == "ReceptionScreen"
    assert not program.gatekeeper.lock.is_open
    press("Ctrl+Shift+L")
    assert shown() == "GatePage"
    press("Ctrl+Shift+L")
    give("2580")
    assert shown() == "ReceptionScreen"
    assert program.gatekeeper.lock.is_open


def test_the_rail_shows_the_lock(program, press, give):
    button = program.gatekeeper._button
    assert (button.icon_name, button.isVisible()) == ("lock", True)
    press("Ctrl+4")
    give("2580")
    assert button.icon_name == "unlocked"


def test_it_locks_itself_after_a_while_without_use(program, press, give, shown):
    press("Ctrl+4")
    give("2580")
    press("Ctrl+1")
    idle = program.gatekeeper.lock._idle
    assert idle.isActive()
    assert idle.interval() == 10 * 60 * 1000
    idle.timeout.emit()
    press("Ctrl+4")
    assert shown() == "GatePage"


def test_work_inside_keeps_it_open_and_work_at_the_door_or_a_scan_does_not(
    program, press, give, write, scan, monkeypatch
):
    lock, touched = program.gatekeeper.lock, []
    press("Ctrl+6")
    give("2580")
    monkeypatch.setattr(lock, "touch", lambda: touched.append(1))
    write("a")
    assert touched
    touched.clear()
    scan(1)
    assert touched == []
    press("Ctrl+1")
    touched.clear()
    write("a")
    assert touched == []


def test_a_pin_whose_line_is_deleted_leaves_everything_open_and_is_recorded_at_the_next_start(
    begun, program, press, shown, recorded
):
    begun.end(program)
    path = bootstrap.settings_path()
    bootstrap.save_settings(program.kept.settings, ["pin"])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("pin = ") for line in lines) == 1
    path.write_text("\n".join(line for line in lines if not line.startswith("pin")), encoding="utf-8")
    again = begun(pin=bootstrap.load_settings().pin)
    assert again.gatekeeper.lock.is_open
    assert recorded() == ["found", "gone"]


def test_a_line_that_is_no_pin_opens_to_nobody(begun, press, write, recorded):
    program = begun(pin="nonsense")
    press("Ctrl+4")
    write("2580")
    press("Return")
    pause(300)
    assert not program.gatekeeper.lock.is_open
    assert recorded()[-1] == Deed.WRONG


def test_a_dialog_that_is_open_closes_when_it_locks(program, press, give, shown, qtbot):
    from PySide6.QtWidgets import QFileDialog

    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    page.show_section(page.backups)
    page.stack.currentWidget().gate.field.setFocus()
    give("2580")
    page.backups.choose.click()
    dialog = page.backups.dialog
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    program.gatekeeper.lock._idle.timeout.emit()
    assert not dialog.isVisible()
    assert not page.backups.isVisible()
