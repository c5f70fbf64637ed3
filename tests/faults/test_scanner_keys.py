"""Whatever a scanner types, in whatever layout: one scan, at once; the field with the focus is as it was."""

import os
import random
import time

import pytest

from signin.domain import codes

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

CODE = codes.new(random.Random(11).randbytes)
OTHER = codes.new(random.Random(12).randbytes)


@pytest.fixture
def typing():
    from desk.scanner import typing

    return typing


@pytest.fixture
def strike(typing, qtbot):
    """Send keys to a text field in which something was typed, and see that nothing happens to it."""
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit("ວັນ")
    qtbot.addWidget(field)
    typing.open_and_focus(field)

    def send(events):
        typing.strike(events)
        assert field.text() == "ວັນ"
        assert field.hasFocus()

    return send


@pytest.fixture
def heard(qapp, strike):
    """What the ear told."""
    from signin.desk.scanner.ear import Ear

    ear, told = Ear(time.monotonic), []
    ear.scanned.connect(told.append)
    yield told
    ear.stop()


@pytest.mark.parametrize("caps", [False, True], ids=["", "caps"])
@pytest.mark.parametrize("layout", ["us", "lao", "thai", "fr"])
def test_keyboard_layout_and_caps_lock_change_nothing(typing, strike, heard, layout, caps):
    strike(typing.scan_keys(CODE, layout, caps=caps))
    assert heard == [CODE]


def test_without_enter_silence_ends_a_scan(typing, strike, heard, qtbot):
    strike(typing.scan_keys(CODE, end="none"))
    assert heard == []
    qtbot.waitUntil(lambda: heard == [CODE], timeout=1000)


def test_double_and_joined_scans_are_told_one_by_one(typing, strike, heard):
    strike([*typing.scan_keys(CODE), *typing.scan_keys(CODE), *typing.scan_keys(OTHER)])
    assert heard == [CODE, CODE, OTHER]


@pytest.mark.parametrize("length", [3, 9, 17])
def test_a_piece_of_a_scan_is_told(typing, strike, heard, length):
    strike(typing.scan_keys(CODE[-length:], "lao"))
    assert heard == [CODE[-length:]]


def control_key(typing, sign):
    """A control character as some scanners type it: with Ctrl."""
    return typing.stroke(ord(sign) + 64, sign, typing.CONTROL)


def test_four_kilobytes_with_control_characters_are_one_scan(typing, strike, heard, qtbot):
    dice = random.Random(13)
    keys = list(typing.scan_keys("GARBAGE", end="none"))
    for nth in range(4096):
        sign = chr(dice.choice([*range(1, 27), *range(32, 127), *range(0xE01, 0xE2F), 0x1F600]))
        keys += control_key(typing, sign) if ord(sign) < 32 else typing.character_keys(sign, "lao", coded=nth % 2)
    keys += typing.end_keys("enter")
    for nth, key in enumerate(keys, start=1):
        key.setTimestamp(nth)  # as real keys do, they tell their own time: a busy machine changes nothing
    strike(keys)
    (text,) = heard
    assert text.startswith("GARBAGE")
    assert len(text) == 4096
    strike(typing.scan_keys(CODE))
    assert heard[1:] == [CODE]


def test_garbage_takes_no_longer_a_key_the_more_there_was():
    from signin.desk.scanner.burst import Burst, Key, Kind

    def took(count):
        burst, keys = Burst(), [Key(Kind.CHARACTER, "A", "A")] * count
        began = time.perf_counter()
        for nth, key in enumerate(keys):
            burst.press(key, nth * 0.001)
        burst.silence(count)
        return time.perf_counter() - began

    ratio = min(took(4_096) for _ in range(10)) / min(took(256) for _ in range(30))
    assert ratio < 64  # 16 where each key costs the same, 256 where it costs more the more there were
