"""Pictures that somebody chose: none holds the window, and each is answered, whatever it is."""

import threading

import pytest
from PIL import Image


class Slow:
    """A reader of codes that begins and waits until the gate is opened; then it gives the answers one by one."""

    def __init__(self):
        self.began, self.answers, self.gate = [], [], threading.Event()

    def __call__(self, _):
        self.began.append(threading.current_thread().name)
        self.gate.wait(2)
        answer = self.answers.pop(0) if self.answers else []
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def slow(monkeypatch):
    from signin.desk.camera import code_reader

    slowly = Slow()
    monkeypatch.setattr(code_reader, "read_codes", slowly)
    yield slowly
    slowly.gate.set()


@pytest.fixture
def choose(camera, tmp_path):
    """Choose a picture file, as the dialog gives it: choose("a.png"), choose("b.tif", picture)."""

    def chosen(name, picture=None):
        (picture or Image.new("L", (8, 8))).save(tmp_path / name)
        camera.read_file(tmp_path / name)

    return chosen


@pytest.fixture
def ended(camera, qtbot):
    """Wait until the reader has gone with its thread."""
    from shiboken6 import isValid

    reader, thread = camera.reader, camera.reader._thread

    def gone():
        qtbot.waitUntil(lambda: not isValid(reader))
        return not thread.is_alive()

    return gone


def test_a_picture_that_takes_long_to_open_does_not_hold_the_window(
    choose, slow, monkeypatch, stored, code, qtbot
):
    from signin.desk.reception import camera_panel

    opening = Slow()
    opening.answers = [Image.new("L", (8, 8))]
    monkeypatch.setattr(camera_panel, "open_picture", opening)
    slow.answers = [[code(2)]]
    slow.gate.set()
    choose("large.png")
    qtbot.waitUntil(lambda: opening.began == ["camera"])
    assert stored() == []
    opening.gate.set()
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "qr")])


def test_closing_waits_neither_for_the_picture_in_hand_nor_for_those_after_it(
    camera, choose, slow, ended, stored, code, qtbot
):
    slow.answers, thread = [[code(2)], [code(3)]], camera.reader._thread
    choose("a.png")
    choose("b.png")
    qtbot.waitUntil(lambda: slow.began == ["camera"])
    camera.close_panel()
    assert thread.is_alive()
    slow.gate.set()
    assert ended()
    assert slow.began == ["camera"]
    assert stored() == []


def test_another_panel_in_its_place_ends_the_reading_too(
    camera, choose, screen, press, slow, ended, stored, code, qtbot
):
    slow.answers = [[code(2)]]
    choose("a.png")
    qtbot.waitUntil(lambda: slow.began == ["camera"])
    press("F2")
    assert screen.panel is not camera
    slow.gate.set()
    assert ended()
    assert stored() == []


def test_after_the_end_no_picture_is_kept(camera, choose, ended):
    reader = camera.reader
    reader.stop()
    assert ended()
    choose("a.png")
    assert reader._pictures.empty()


def test_what_is_chosen_while_another_is_read_is_answered_too(camera, choose, slow, stored, code, tmp_path, qtbot):
    told, notice = [], camera._notice.tell
    camera._notice.tell = lambda message: (told.append(message), notice(message))
    slow.answers = [[], [], [code(2)]]
    choose("a.png")
    qtbot.waitUntil(lambda: slow.began == ["camera"])
    (tmp_path / "broken.png").write_bytes(b"no picture")
    camera.read_file(tmp_path / "broken.png")
    choose("b.png")
    choose("c.png")
    assert not any(told)
    slow.gate.set()
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "qr")])
    first, second, third = filter(None, told)
    assert "no code" in str(first)
    assert "broken.png" in str(second)
    assert "no code" in str(third)


def test_after_a_picture_without_a_code_in_lab_colours_the_next_is_read(camera, choose, badge, stored, qtbot):
    choose("empty.tif", Image.new("LAB", (60, 60)))
    qtbot.waitUntil(lambda: "no code" in str(camera._notice.message))
    choose("badge.png", badge)
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "qr")])


@pytest.mark.parametrize("fault", [TypeError("no such mode"), MemoryError("no such mode")])
def test_a_picture_that_breaks_the_reader_is_answered_and_the_next_is_read(
    camera, choose, slow, stored, code, qtbot, caplog, fault
):
    slow.gate.set()
    slow.answers = [fault, [code(2)]]
    choose("a.png")
    qtbot.waitUntil(lambda: "no code" in str(camera._notice.message))
    assert "no such mode" in caplog.text
    choose("b.png")
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "qr")])
