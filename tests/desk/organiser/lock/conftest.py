"""The whole program, with a PIN before the organiser's side."""

import pytest

from signin.domain import pin

PIN = "2580"
KEPT = pin.kept(PIN, b"sixteen bytes...")


@pytest.fixture
def begun(meeting, clock, qtbot):
    """Start the program at the door of the small meeting: begun(settings=…); every one is ended."""
    import time

    from desk.scanner.typing import open_and_focus, pause
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    running = []

    def begin(**settings):
        usual = {"desk": "ໂຕະ 1", "sounds": False, "first_start_done": True, "last_event": "e1", "pin": KEPT}
        wanted = Settings(**(usual | settings))
        made = Program(made_window(wanted), wanted, store=meeting.store.path, clock=clock, seconds=time.monotonic)
        running.append(made)
        made.begin()
        qtbot.waitUntil(lambda: made.screen is not None and made.reception.board is not None, timeout=5000)
        qtbot.waitUntil(lambda: len(made.reception.index) == 3 and not made.gatekeeper.lock.busy, timeout=5000)
        open_and_focus(made.window)
        return made

    def end(made):
        running.remove(made)
        made.end()
        made.window.hide()
        made.window.deleteLater()
        made.deleteLater()
        pause(1)

    begin.end = end
    yield begin
    for made in [*running]:
        end(made)


@pytest.fixture
def program(begun):
    return begun()


@pytest.fixture
def recorded(meeting):
    """What the store tells of the PIN, as another program reads it, the earliest first."""
    from signin.services import pin as pin_record

    return lambda: [row.deed.value for row in reversed(pin_record.latest(meeting, 100))]


@pytest.fixture
def shown(program):
    """The name of the screen that is shown."""
    return lambda: type(program.window.screens.currentWidget()).__name__


@pytest.fixture
def gate(program):
    """The gate that is shown."""
    return lambda: program.window.screens.currentWidget().gate


@pytest.fixture
def give(press, write, qtbot, program):
    """Type a PIN and Enter, and wait for the answer: give("2580")."""

    def given(pin, layout="us"):
        write(pin, layout)
        press("Return")
        qtbot.waitUntil(lambda: not program.gatekeeper.lock.busy, timeout=5000)

    return given
