"""What the tests of faults share: the program in a process of its own, and a store with a meeting in it."""

import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent.parent / "src"
SETPRIV = shutil.which("setpriv")

EVENT = """
title = "ກອງປະຊຸມທົດລອງ"
organiser = "ຫ້ອງການທົດລອງ"
venue = "ຫ້ອງປະຊຸມໃຫຍ່"
starts_on = 2024-06-12
ends_on = 2024-06-13
"""


class Ended:
    """How a process ended: its exit code and what it said."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
        assert b"Traceback" not in self.out + self.err, self.err.decode(errors="replace")

    @property
    def json(self):
        (line, end) = self.out.decode().split("\n")
        assert end == ""
        return json.loads(line)


def environment(folder, **more):
    usual = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "HOME": str(folder), "SIGNIN_LANGUAGE": "en"}
    # A process that may write only little must not leave half a compiled module behind.
    usual["PYTHONDONTWRITEBYTECODE"] = "1"
    return usual | {"XDG_DATA_HOME": str(folder / "data")} | more


@pytest.fixture
def environ(tmp_path):
    return environment(tmp_path)


@pytest.fixture
def signin(tmp_path):
    """Run the program in a process of its own: signin("tally", store=…, env=…); gives how it ended."""

    def run(*arguments, env=None, before=(), **more):
        command = [*before, sys.executable, "-m", "signin", *arguments]
        more = {"capture_output": True, "timeout": 30, "cwd": tmp_path} | more
        return Ended(subprocess.run(command, env=environment(tmp_path, **(env or {})), check=False, **more))

    return run


@pytest.fixture
def run_here(monkeypatch, capsys, tmp_path):
    """Run the program in this process: run_here("tally"); gives exit code, output and errors as texts."""
    from signin.cli import run

    monkeypatch.setenv("SIGNIN_LANGUAGE", "en")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def call(*arguments):
        code = run([*map(str, arguments)])
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return code, told.out, told.err

    return call


@pytest.fixture
def as_common_user():
    """What to put before a command so that folders' permissions hold, for root too."""
    if sys.platform != "linux":
        pytest.skip("permissions are set as on Linux")
    if os.geteuid():
        return []
    if SETPRIV is None:
        pytest.skip("root may write everywhere, and setpriv is not here to take that away")
    return [SETPRIV, "--bounding-set=-dac_override,-dac_read_search"]


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB of its own: small_disk(kilobytes) sets its size and gives its folder."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root on Linux can make a disk of its own")
    folder = tmp_path / "disk"
    folder.mkdir()

    def resize(kilobytes, *, again=True):
        way = ["-o", f"{'remount,' if again else ''}size={kilobytes}k"]
        mount = ["mount", "-t", "tmpfs", *way, "signin-test", str(folder)]
        return subprocess.run(mount, check=False, capture_output=True).returncode == 0

    if not resize(1024, again=False):
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield folder, resize
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def store_file(meeting):
    """A file with the meeting and its three people, let go of."""
    meeting.store.close()
    return meeting.store.path


@pytest.fixture
def event_file(tmp_path):
    path = tmp_path / "event.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path


@pytest.fixture
def door():
    """Make the first morning's door: door(now=…)."""
    from signin.services.admit import Door

    def make(now=datetime(2024, 6, 12, 8, 24), **facts):
        return Door(**({"event_id": "e1", "session_key": "day1-am", "now": now} | facts))

    return make
