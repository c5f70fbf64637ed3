"""What worker threads tell is heard in the window's thread, by plain functions too."""

import threading

from signin.desk.camera.code_reader import CodeReader
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.store.failures import StoreFull


def name():
    return threading.current_thread().name


def test_progress_is_heard_in_the_windows_thread(qtbot):
    heard = []

    def work(progress):
        for done in range(3):
            progress.at(done, 3)

    background = Background(work, lambda _: heard.append(name()), lambda _: None)
    background.moved.connect(lambda _done, _total: heard.append(name()))
    with qtbot.waitSignal(background.finished):
        background.start()
    assert set(heard) == {"MainThread"}
    assert len(heard) == 4


def test_that_something_is_not_saved_is_heard_in_the_windows_thread(desk, qtbot, monkeypatch):
    monkeypatch.setattr("signin.desk.work.store_worker.AGAIN_SECONDS", 0.01)
    worker, heard, tries = StoreWorker(desk), [], []
    worker.not_saved.connect(lambda _: heard.append(name()))
    worker.settled.connect(lambda _: heard.append(name()))

    def full_once(_desk):
        tries.append(1)
        if len(tries) == 1:
            raise StoreFull

    worker.do(full_once, lambda _: heard.append(name()), keep_trying=True)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert set(heard) == {"MainThread"}
    worker.stop()


def test_codes_of_pictures_are_heard_in_the_windows_thread(qtbot):
    from PIL import Image

    heard, reader = [], CodeReader()
    reader.looked.connect(lambda: heard.append(name()))
    reader.read(Image.new("L", (20, 20), 200))
    qtbot.waitUntil(lambda: heard == ["MainThread"])
    reader.stop()
