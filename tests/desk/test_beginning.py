"""From nothing to the first paint: one window a store, the theme at a glance, Python's own imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from signin import bootstrap

HELD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from signin.desk.single_instance import SingleInstance
application = QCoreApplication(sys.argv[:1])
place = SingleInstance(Path(sys.argv[1]))
assert place.claim()
if listens := sys.argv[2:] == ["listens"]:
    place.called.connect(lambda: print("called", flush=True))
    place.listen()
print("held", flush=True)
application.exec() if listens else sys.stdin.read()
"""


def _holding(*arguments):
    """Another program that holds the place of a store; it never comes so far as to hear a knock."""
    command = [sys.executable, "-c", HELD, *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


@pytest.fixture
def holder(tmp_path):
    """Another window that holds the place, and hears nothing."""
    yield from _holding(tmp_path / "signin.db")


@pytest.fixture
def listener(tmp_path):
    """Another window that holds the place, and hears who knocks."""
    yield from _holding(tmp_path / "signin.db", "listens")


@pytest.fixture
def place(qapp, tmp_path):
    from signin.desk.single_instance import SingleInstance

    made = SingleInstance(tmp_path / "signin.db")
    yield made
    made.let_go()


@pytest.fixture
def second(qapp, tmp_path):
    from signin.desk.single_instance import SingleInstance

    made = SingleInstance(tmp_path / "signin.db")
    yield made
    made.let_go()


def test_a_second_start_knocks_and_the_first_is_called(listener, second):
    assert not second.claim()
    assert listener.stdout.readline() == "called\n"


def test_a_window_that_stands_still_is_not_waited_for_for_ever(listener, second, monkeypatch):
    from signin.desk import single_instance

    monkeypatch.setattr(single_instance, "_ANSWERING_MS", 200)
    os.kill(listener.pid, signal.SIGSTOP)
    try:
        assert second.claim()
    finally:
        os.kill(listener.pid, signal.SIGCONT)


def test_the_place_is_free_again_once_it_is_let_go(place, second):
    assert place.claim()
    place.let_go()
    assert second.claim()


def test_another_stores_place_is_another(place, tmp_path):
    from signin.desk.single_instance import SingleInstance

    assert place.claim()
    other = SingleInstance(tmp_path / "other.db")
    assert other.claim()
    other.let_go()


def test_a_store_that_is_reached_another_way_is_the_same_store(listener, tmp_path):
    from signin.desk.single_instance import SingleInstance

    (tmp_path / "signin.db").touch()
    (tmp_path / "inside").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "inside" / "link.db").symlink_to(tmp_path / "signin.db")
    for way in ("inside/../signin.db", "link/signin.db", "inside/link.db"):
        other = SingleInstance(tmp_path / way)
        assert not other.claim(), way


def test_a_store_behind_a_link_to_itself_is_no_fault(tmp_path, qapp):
    from signin.desk.single_instance import SingleInstance

    (tmp_path / "round").symlink_to(tmp_path / "round")
    made = SingleInstance(tmp_path / "round")
    assert made.claim()
    made.let_go()


def test_who_was_killed_holds_no_place(holder, place):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert place.claim()


def test_who_holds_the_place_and_hears_nothing_is_not_waited_for_for_ever(holder, place, monkeypatch):
    from signin.desk import single_instance

    monkeypatch.setattr(single_instance, "_LOADING_S", 0.1)
    assert place.claim()


@pytest.mark.parametrize(
    ("written", "dark"), [('theme = "dark"\n', True), ('theme = "light"\n', False), ("", False)]
)
def test_the_theme_is_known_before_settings_are_read(written, dark):
    path = bootstrap.settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"sounds = false\n{written}", encoding="utf-8")
    assert bootstrap.is_dark() is dark


def test_what_the_program_writes_is_known_at_a_glance():
    from signin.exchange.settings_file import Settings

    assert not bootstrap.is_dark()
    bootstrap.save_settings(Settings(desk="ໂຕະ 1", theme="dark"), ["desk", "theme"])
    assert bootstrap.is_dark()


def test_settings_that_are_a_pipe_are_not_waited_for():
    path = bootstrap.settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    assert not bootstrap.is_dark()
    settings, trouble = bootstrap.settings_or_usual()
    assert settings.first_start_done
    assert "settings.toml" in str(trouble.message)


def test_settings_that_are_no_text_are_light():
    path = bootstrap.settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xfe\x00theme")
    assert not bootstrap.is_dark()


def test_qt_leaves_imports_as_they_were():
    script = (
        "import builtins; plain = builtins.__import__\n"
        "from signin.desk.plain_imports import load_qt; load_qt()\n"
        "import sys; assert 'PySide6.QtWidgets' in sys.modules\n"
        "assert builtins.__import__ is plain"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
