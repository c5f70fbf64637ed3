"""The screen stays on where that can be asked for, and nothing happens elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from signin.desk.look.awake import Awake

linux = pytest.mark.skipif(sys.platform != "linux", reason="the session bus is of Linux")


@pytest.fixture
def bus(monkeypatch):
    """Start a session bus of our own; `bus()` gives what a monitor on it heard."""
    if not shutil.which("dbus-daemon") or not shutil.which("dbus-monitor"):
        pytest.skip("no dbus-daemon here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    address = daemon.stdout.readline().decode().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    ear = subprocess.Popen(["dbus-monitor", "--address", address], stdout=subprocess.PIPE, text=True)
    for line in ear.stdout:
        if "NameLost" in line:
            break

    def heard(until):
        lines = []
        for line in ear.stdout:
            lines.append(line)
            if until in line:
                break
        return "".join(lines)

    yield heard
    for process in (ear, daemon):
        process.kill()
        process.communicate()


@linux
def test_the_desktop_is_asked_and_released(bus, qapp):
    awake = Awake()
    awake.keep("reception")
    assert awake.kept
    assert "member=Inhibit" in bus("member=Inhibit")
    assert "reception" in bus("reception")
    awake.let_go()
    assert not awake.kept
    assert "NameOwnerChanged" in bus("NameOwnerChanged")


@linux
@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_bus_nothing_happens(qapp, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere/at/all")
    monkeypatch.delenv("DISPLAY", raising=False)
    awake = Awake()
    awake.keep()
    assert not awake.kept
    awake.let_go()


def test_elsewhere_nothing_happens(qapp, monkeypatch):
    monkeypatch.setattr("signin.desk.look.awake.sys.platform", "elsewhere")
    awake = Awake()
    awake.keep()
    awake.let_go()
    assert not awake.kept
