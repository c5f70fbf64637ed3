"""Long work in the window's thread goes on in slices, and the window between them."""

import pytest

from signin.desk.work import slices
from signin.desk.work.slices import Slices


@pytest.fixture
def thin(monkeypatch):
    """Each slice does one thing."""
    monkeypatch.setattr(slices, "SLICE_SECONDS", 0)


def test_what_fits_into_a_slice_is_done_at_once():
    done = []
    made = Slices()
    made.do(range(5), done.append, lambda: done.append("then"))
    assert done == [0, 1, 2, 3, 4, "then"]
    assert not made.busy


def test_the_window_goes_on_between_slices(thin, qtbot):
    from PySide6.QtCore import QTimer

    done, made = [], Slices()
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: done.append("window"))
    timer.start()
    made.do(range(20), done.append, lambda: done.append("then"))
    assert done == [0]
    qtbot.waitUntil(lambda: done[-1] == "then" or "then" in done)
    between = done[: done.index("then")]
    assert [one for one in between if one != "window"] == list(range(20))
    assert between.count("window") > 5


def test_jobs_are_done_one_after_another_also_those_asked_for_in_the_middle(thin, qtbot):
    done, made = [], Slices()
    made.do("ab", done.append, lambda: made.do("ef", done.append, lambda: None))
    made.do("cd", done.append, lambda: None)
    assert made.busy
    qtbot.waitUntil(lambda: not made.busy)
    assert "".join(done) == "abcdef"


def test_nothing_is_done_after_the_end(thin, qtbot):
    done, made = [], Slices()
    made.do(range(5), done.append, lambda: done.append("then"))
    made.stop()
    qtbot.wait(20)
    assert done == [0]
    assert not made.busy


def test_a_job_without_things_comes_to_its_end(qtbot):
    done = []
    Slices().do([], done.append, lambda: done.append("then"))
    assert done == ["then"]


def test_a_job_that_breaks_stops_nobody_behind_it(qtbot):
    def breaks(_):
        raise ValueError("broken")

    done, made = [], Slices()
    with pytest.raises(ValueError, match="broken"):
        made.do("ab", breaks, pytest.fail)
    assert not made.busy
    made.do("cd", done.append, lambda: done.append("then"))
    assert done == ["c", "d", "then"]
