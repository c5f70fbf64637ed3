"""Closing in the middle of work asks once, says what is under way, and ends it cleanly."""

import threading

import pytest


@pytest.fixture
def asked(qtbot):
    """Answer the question at the end: asked(leave=True) gives a list that gets each question's words."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    timer = QTimer()
    yield_to = []

    def answer(*, leave):
        def look():
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                yield_to.append(box.text())
                role = QMessageBox.ButtonRole.DestructiveRole if leave else QMessageBox.ButtonRole.RejectRole
                next(one for one in box.buttons() if box.buttonRole(one) is role).click()

        timer.timeout.connect(look)
        timer.start(10)
        return yield_to

    yield answer
    timer.stop()


@pytest.fixture
def work(program, qtbot):
    """Begin long work that says what it is; it ends at its next step once it was told to: work(what)."""
    from signin.desk.work.background import Background

    began, ends = [], threading.Event()

    def long(progress):
        while not ends.wait(0.01):
            progress.at(1, 2)

    def begin(what):
        made = Background(long, lambda _: None, lambda _: None, program, what=what)
        made.start()
        began.append(made)
        return made

    yield begin
    ends.set()
    qtbot.waitUntil(lambda: not any(one.is_under_way for one in began))


def test_what_is_typed_in_a_panel_at_the_door_is_asked_about_open_or_left(program, asked, press, write):
    program.voice.speak("en")
    press("F11")
    write("1, 2")
    press("F2")
    write("abc")
    told = asked(leave=False)
    assert not program.window.close()
    (question,) = told
    assert question.count("changes that are not saved") == 2
    assert "Walk-in" in question
    assert "paper list" in question
    assert program.screen.panel.name.text() == "abc"


def test_with_nothing_under_way_the_window_closes_without_a_word(program, asked):
    told = asked(leave=False)
    assert program.window.close()
    assert told == []


def test_each_kind_of_work_is_named_once_and_no_keeps_the_window_and_the_work(program, asked, work):
    from signin.words import say

    first, second = work(say("A badge is being made.")), work(say("A badge is being made."))
    third, silent = work(say("A paper is being saved.")), work(None)
    told = asked(leave=False)
    assert not program.window.close()
    assert program.window.isVisible()
    words = [program.voice.text(text) for text in ("A badge is being made.", "A paper is being saved.")]
    assert told == ["\n".join(words)]
    assert all(one.is_under_way for one in (first, second, third, silent))


def test_yes_ends_the_work_at_its_next_step_before_the_window_goes(program, asked, work):
    from signin.words import say

    under_way = work(say("A paper is being saved."))
    told = asked(leave=True)
    assert program.window.close()
    assert len(told) == 1
    assert not under_way.is_under_way


def test_a_badge_on_its_way_is_asked_for(program, screen, scan, press, asked, qtbot, monkeypatch):
    from signin.services.paper_orders import Gathered

    gate, kept = threading.Event(), Gathered.write

    def slow(self, *arguments):
        gate.wait(5)
        return kept(self, *arguments)

    monkeypatch.setattr(Gathered, "write", slow)
    answer = scan(1)
    heard = []
    program.door.badges.print_for(answer.attendee, heard.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(program.door.badges._at_work))
    told = asked(leave=False)
    assert not program.window.close()
    assert program.voice.text("A badge is being made.") in told[0]
    gate.set()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert program.window.close()


def test_what_is_not_on_disk_and_what_stands_in_the_way_are_told_together(program, asked, qtbot):
    from signin.store.failures import StoreMoved

    gate = threading.Event()
    program.watching.trouble = StoreMoved(path="x").message
    program.writer.do(lambda _: gate.wait(5), lambda _: None)
    told = asked(leave=False)
    assert not program.window.close()
    assert "1" in told[0].splitlines()[0]
    assert program.voice.text(program.watching.trouble) == told[0].splitlines()[1]
    gate.set()
    program.watching.trouble = None
    assert program.window.close()
