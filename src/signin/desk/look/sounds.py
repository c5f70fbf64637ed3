"""A short sound for each tone. Without a way to make sounds, only that is said; the desk works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from signin.assets import RESOURCES
from signin.domain.verdict import Tone

FOLDER = RESOURCES / "sounds"
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))
"""Programs that play a wav file on Linux, the likeliest first."""
_LONGEST = 3.0
"""Seconds after which a player that does not end is ended."""
_LISTEN = 0.02


class Sounds(QObject):
    """Plays sounds behind the window's back: `play` only leaves a note, and a thread of its own does the rest.

    A sound that comes while another sounds takes its place. `available` is False where nothing can play, or once
    everything that could has failed; `changed` tells of that, and of `on`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, on: bool = True, folder: Path = FOLDER) -> None:
        super().__init__(parent)
        self._on, self._folder = on, folder
        self._ways = _ways()
        self._wanted: SimpleQueue[Tone | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._start()

    @property
    def available(self) -> bool:
        """Whether there is a way to make sounds."""
        return bool(self._ways)

    @property
    def on(self) -> bool:
        """Whether sounds are wanted."""
        return self._on

    def turn(self, *, on: bool) -> None:
        """Turn sounds on or off; on also tries again what failed before."""
        self._on = on
        if on and not self._ways:
            self._ways = _ways()
        self._start()
        self.changed.emit()

    def play(self, tone: Tone) -> None:
        """Play the sound of a tone, now; does not wait and never fails."""
        if self._on and self._ways and self._thread is not None:
            self._wanted.put(tone)

    def close(self) -> None:
        """Let the sound at hand end, and play no more."""
        self._on = False
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join(_LONGEST)
            self._thread = None

    def _start(self) -> None:
        """Start the thread before the first sound, for that takes longer than leaving a note."""
        if self._on and self._ways and self._thread is None:
            self._thread = Thread(target=self._work, name="sounds", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        """Play what is wanted, always the newest; in the thread of sounds."""
        tone = self._wanted.get()
        while tone is not None:
            tone = self._newest(tone)
            tone = self._played(tone) if tone else None

    def _newest(self, tone: Tone | None) -> Tone | None:
        while not self._wanted.empty():
            tone = self._wanted.get()
        return tone

    def _played(self, tone: Tone) -> Tone | None:
        """Play a sound and give what is wanted next; for a way that fails the next one steps in, for good."""
        path = self._folder / f"{tone.value}.wav"
        while self._ways:
            try:
                return self._ways[0](path, self._wanted)
            except (OSError, RuntimeError):
                self._ways = self._ways[1:]
        self.changed.emit()
        return self._wanted.get()


Way = Callable[[Path, "SimpleQueue[Tone | None]"], Tone | None]
"""Plays a file and gives what is wanted next, as soon as something is. Raises OSError or RuntimeError."""


def _ways() -> tuple[Way, ...]:
    if sys.platform == "win32":
        return (_on_windows,)
    found = ((shutil.which(name), options) for name, *options in PLAYERS)
    return tuple(_by_program([path, *options]) for path, options in found if path and sys.platform == "linux")


def _on_windows(path: Path, wanted: SimpleQueue[Tone | None]) -> Tone | None:
    """Let Windows play; it plays on by itself, and a new sound ends the last."""
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    return wanted.get()


def _by_program(command: list[str]) -> Way:
    def way(path: Path, wanted: SimpleQueue[Tone | None]) -> Tone | None:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603 - one of PLAYERS, and a file of ours
            [*command, os.fspath(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        return _until_wanted(process, wanted)

    return way


def _until_wanted(process: subprocess.Popen[bytes], wanted: SimpleQueue[Tone | None]) -> Tone | None:
    """Wait for the player or for the next sound, whichever comes first; leave no process behind."""
    left = round(_LONGEST / _LISTEN)
    while process.poll() is None and left:
        left -= 1
        try:
            tone = wanted.get(timeout=_LISTEN)
        except Empty:
            continue
        if tone is None:
            process.wait(_LONGEST)
        else:
            _end(process)
        return tone
    if process.poll() is None:
        _end(process)
    elif process.returncode:
        raise OSError(process.returncode, process.args)
    return wanted.get()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
