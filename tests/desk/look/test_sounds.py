"""Sounds: short, one a tone; playing never waits, never fails, and leaves no process behind."""

from __future__ import annotations

import stat
import sys
import threading
import wave
from pathlib import Path

import pytest

from signin.assets import RESOURCES
from signin.desk.look import sounds
from signin.desk.look.sounds import Sounds
from signin.domain.verdict import Tone

linux = pytest.mark.skipif(sys.platform != "linux", reason="players of Linux")


@pytest.fixture
def players(tmp_path, monkeypatch):
    """Put programs of these names on the path, and nothing else; each notes what it plays and does as told."""
    place = tmp_path / "bin"
    place.mkdir()
    monkeypatch.setenv("PATH", str(place))

    def put(name, then="exit 0"):
        program = place / name
        program.write_text(f'#!/bin/sh\necho {name} "$@" >> "{tmp_path}/heard"\n{then}\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    before = _children()
    put.left = lambda: _children() - before
    put.heard = lambda: [
        (line.split()[0], line.split("/")[-1])
        for line in ((tmp_path / "heard").read_text().splitlines() if (tmp_path / "heard").exists() else [])
    ]
    return put


@pytest.fixture
def made(qapp):
    all_made = []

    def make(**options):
        all_made.append(Sounds(**options))
        return all_made[-1]

    yield make
    for one in all_made:
        one.close()


def _children():
    lists = Path("/proc/self/task").glob("*/children")
    return {child for children in lists for child in children.read_text().split()}


@pytest.mark.parametrize("tone", Tone)
def test_each_tone_has_a_short_sound_of_ours(tone):
    path = RESOURCES / "sounds" / f"{tone.value}.wav"
    with wave.open(str(path)) as file:
        assert file.getnframes() / file.getframerate() < 0.35
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
    assert path.stat().st_size < 20 * 1024


def test_the_sounds_are_those_the_tool_makes(tmp_path):
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("make_sounds", RESOURCES.parent / "tools" / "sounds.py")
    tool = module_from_spec(spec)
    sys.modules[spec.name] = tool
    spec.loader.exec_module(tool)
    for path in tool.write(tmp_path):
        assert path.read_bytes() == (RESOURCES / "sounds" / path.name).read_bytes()


@linux
def test_the_first_player_there_is_plays(players, made, qtbot):
    players("aplay")
    players("paplay")
    made().play(Tone.GO)
    qtbot.waitUntil(lambda: players.heard() == [("paplay", "go.wav")])


@linux
def test_a_player_that_fails_gives_way_to_the_next_for_good(players, made, qtbot):
    players("pw-play", "exit 1")
    players("aplay")
    sound = made()
    sound.play(Tone.STOP)
    qtbot.waitUntil(lambda: players.heard() == [("pw-play", "stop.wav"), ("aplay", "stop.wav")])
    sound.play(Tone.GO)
    qtbot.waitUntil(lambda: players.heard()[2:] == [("aplay", "go.wav")])
    assert sound.available


@linux
def test_when_every_player_fails_that_is_told_and_playing_goes_on_doing_nothing(players, made, qtbot):
    players("aplay", "exit 1")
    sound = made()
    assert sound.available
    with qtbot.waitSignal(sound.changed):
        sound.play(Tone.GO)
    assert not sound.available
    sound.play(Tone.GO)
    assert len(players.heard()) == 1


@linux
def test_turning_sounds_on_again_tries_again(players, made, qtbot):
    players("aplay", "exit 1")
    sound = made()
    with qtbot.waitSignal(sound.changed):
        sound.play(Tone.GO)
    players("aplay")
    sound.turn(on=True)
    assert sound.available
    sound.play(Tone.LOOK)
    qtbot.waitUntil(lambda: players.heard()[1:] == [("aplay", "look.wav")])


def test_without_a_player_there_is_no_sound_and_no_thread(players, made, monkeypatch):
    monkeypatch.setattr(sounds.sys, "platform", "linux")
    before = threading.active_count()
    sound = made()
    sound.play(Tone.GO)
    assert not sound.available
    assert threading.active_count() == before


@linux
def test_sounds_that_are_off_are_not_played(players, made, qtbot):
    players("aplay")
    sound = made(on=False)
    sound.play(Tone.GO)
    with qtbot.waitSignal(sound.changed):
        sound.turn(on=True)
    sound.play(Tone.STOP)
    qtbot.waitUntil(lambda: players.heard() == [("aplay", "stop.wav")])
    assert sound.on


@linux
def test_a_new_sound_ends_the_one_that_sounds(players, made, qtbot):
    players("aplay", "exec /bin/sleep 30")
    sound = made()
    sound.play(Tone.GO)
    qtbot.waitUntil(lambda: len(players.heard()) == 1)
    players("aplay")
    sound.play(Tone.STOP)
    qtbot.waitUntil(lambda: players.heard() == [("aplay", "go.wav"), ("aplay", "stop.wav")])
    qtbot.waitUntil(lambda: not players.left())


@linux
def test_a_player_that_hangs_is_ended_and_no_process_stays(players, made, qtbot, monkeypatch):
    monkeypatch.setattr(sounds, "_LONGEST", 0.2)
    players("aplay", "exec /bin/sleep 30")
    made().play(Tone.GO)
    qtbot.waitUntil(lambda: len(players.heard()) == 1)
    qtbot.waitUntil(lambda: not players.left())


@linux
def test_of_many_at_once_only_the_newest_need_be_heard(players, made, qtbot, monkeypatch):
    players("aplay")
    started, start = [], sounds.subprocess.Popen
    monkeypatch.setattr(
        sounds.subprocess, "Popen", lambda *args, **ways: started.append(1) or start(*args, **ways)
    )
    sound = made()
    for _ in range(200):
        sound.play(Tone.GO)
    sound.play(Tone.STOP)
    qtbot.waitUntil(lambda: players.heard()[-1:] == [("aplay", "stop.wav")])
    assert len(started) < 100
    assert sound.available


@linux
def test_closing_lets_the_thread_end(players, made, qtbot):
    players("aplay")
    sound = made()
    sound.play(Tone.GO)
    thread = sound._thread
    sound.close()
    assert not thread.is_alive()
    sound.play(Tone.GO)
    assert sound._thread is None
