from datetime import datetime

import pytest

from signin.domain.scan import Direction
from signin.services.admit import Door, admit

MORNING = datetime(2024, 6, 12, 8, 24)


@pytest.fixture
def scanned(meeting, code):
    """Scan somebody's badge: scanned(number, at=…, out=…, session=…, desk=…); gives the answer."""

    def scan(number_or_text, at=MORNING, *, out=False, session="day1-am", desk=None, forced=False):
        raw = code(number_or_text) if isinstance(number_or_text, int) else number_or_text
        door = Door(
            event_id="e1",
            session_key=session,
            now=at,
            direction=Direction.OUT if out else Direction.IN,
            forced=forced,
        )
        return admit(desk or meeting, raw, door)

    return scan
