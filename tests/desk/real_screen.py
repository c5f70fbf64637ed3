"""What the tests on a real screen use: an X server with a keyboard, keys by their places, and the program."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from desk.scanner.typing import EVDEV, LAYOUTS, OFFSET, place_of
from signin.desk.look.tokens import LIGHT

SOURCE = Path(__file__).resolve().parents[2] / "src"
SIZE = (1280, 800)
VERDICT = (925, 400)
"""A place at the verdict field's right edge, where no letter comes."""
NOTHING = "#000000"
SHIFT, SPACE, ENTER = 50, 65, 36
_PATIENCE = 30


def until(seen, what):
    """Wait until something is so; give what it is."""
    for _ in range(_PATIENCE * 50):
        if answer := seen():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"after {_PATIENCE} s still not so: {what}")


class Screen:
    """An X server without a window manager, whose picture can be read."""

    def __init__(self, number, folder):
        self.number, self._picture = number, folder / "Xvfb_screen0"

    def run(self, *command):
        environ = {**os.environ, "DISPLAY": f":{self.number}"}
        return subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout

    @contextmanager
    def typing(self, *keys, gap_ms=5):
        """Type keys while something is done, to the end: a key that is not let go types on."""
        command = ["xdotool", "key", "--delay", str(gap_ms), *map(str, keys)]
        with subprocess.Popen(command, env={**os.environ, "DISPLAY": f":{self.number}"}) as typist:
            yield
            assert typist.wait() == 0

    def type(self, *keys, gap_ms=5):
        """Type keys by their numbers: the layout makes of them what it will."""
        self.run("xdotool", "key", "--delay", str(gap_ms), *map(str, keys))

    def colour(self, x, y):
        """The colour of a point as #rrggbb, out of the X server's own memory (a picture in the form of xwd)."""
        data = self._picture.read_bytes()
        fields = struct.unpack(">25I", data[:100])
        head, row, colours = fields[0], fields[12], fields[19]
        at = head + 12 * colours + y * row + 4 * x
        blue, green, red = data[at : at + 3]
        return f"#{red:02x}{green:02x}{blue:02x}"

    def window_at(self, x, y):
        """The window that lies uppermost there."""
        self.run("xdotool", "mousemove", str(x), str(y))
        return re.search(r"WINDOW=(\d+)", self.run("xdotool", "getmouselocation", "--shell"))[1]

    def focus(self, pid, name="signin ."):
        """Give the focus to the program's window, as a window manager would; give the window.

        Its usual name comes with its words; before it is painted it is `signin` alone.
        """
        search = ("xdotool", "search", "--sync", "--onlyvisible", "--all", "--pid", str(pid), "--name", name)
        window = self.run(*search).split()[0]
        self.run("xdotool", "windowfocus", "--sync", window)
        return window


@contextmanager
def real_screen(folder, layout):
    """Start an X server with a keyboard of this layout, which stays when the last program goes (`-noreset`)."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-noreset"]
    command += ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            screen = Screen(int(server.stdout.readline()), folder)
            screen.run("setxkbmap", layout)
            assert re.search(rf"layout:\s+{layout}\n", screen.run("setxkbmap", "-query"))
            yield screen
        finally:
            server.terminate()


def scanner_keys(code):
    """The keys that a USB scanner presses for a code, and Enter."""
    return [*map(_us_key, code), ENTER]


def _us_key(letter):
    place, shift = place_of(letter)
    return _key(place, shift=shift)


def lao_keys(text):
    """The keys that a hand presses for a text on X11's Lao keyboard."""
    return [SPACE if letter == " " else _lao_key(letter) for letter in text]


def _lao_key(letter):
    plain, shifted = LAYOUTS["lao"]
    return _key(plain.index(letter)) if letter in plain else _key(shifted.index(letter), shift=True)


def _key(place, *, shift=False):
    return f"{SHIFT}+{EVDEV[place] + OFFSET}" if shift else str(EVDEV[place] + OFFSET)


class Window:
    """The program in a process of its own, as a user starts it."""

    def __init__(self, screen, folder, store):
        self.screen, self._store = screen, store
        self._environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "PYTHONPATH": str(SOURCE),
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "TMPDIR": str(folder),
            "DISPLAY": f":{screen.number}",
            "QT_QPA_PLATFORM": "xcb",
        }

    def started(self):
        """Start the program; it may be the second one."""
        return self.another("-m", "signin", "--store", str(self._store))

    @contextmanager
    def another(self, *arguments):
        """Run another Python program on the same screen, to its end here."""
        command = [sys.executable, *arguments]
        with subprocess.Popen(command, env=self._environ, stdout=subprocess.PIPE) as program:
            try:
                yield program
            finally:
                program.kill()

    @contextmanager
    def opened(self):
        """Start the program and wait for the door."""
        with self.started() as program:
            until(lambda: self.screen.colour(*VERDICT) == LIGHT.surface, "the door is open")
            self.screen.focus(program.pid)
            yield program
        until(lambda: self.screen.colour(*VERDICT) == NOTHING, "the window is gone")
