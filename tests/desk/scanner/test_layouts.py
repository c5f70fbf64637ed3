import random

import pytest

from desk.scanner import typing
from signin.desk.scanner import layouts, scan_codes
from signin.desk.scanner.layouts import Layout
from signin.domain import codes

NAMES = {"lao": Layout.LAO, "thai": Layout.THAI, "fr": Layout.FRENCH}
CODES = [codes.new(random.Random(seed).randbytes) for seed in range(40)]
# Windows' Lao keyboard, Shift with A to Z; the digits without it are those of every Lao keyboard.
WINDOWS_LAO_ROW = "ັ້ ຶ້ ຯ . * , : ໊ ຣ ໋ ! ? ໆ ື້ ໜ ຽ ົ້ _ ; + ີ້ x 0 ( ິ້ ₭ ຟ ໂ ຖ ຸ ູ ຄ"
WINDOWS_LAO = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", WINDOWS_LAO_ROW.split(" "), strict=True))


@pytest.mark.parametrize(("platform", "offset"), [("linux", 8), ("win32", 0)])
def test_every_key_of_a_us_keyboard_is_known_by_its_place(platform, offset):
    for place, scan_code in enumerate(typing.EVDEV):
        for shift, row in ((False, typing.US), (True, typing.US_SHIFT)):
            assert scan_codes.character(scan_code + offset, shift=shift, platform=platform) == row[place]
    assert scan_codes.character(57 + offset, shift=False, platform=platform) == " "
    keypad = zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 83, 74, 78, 55), "7894561230.-+*", strict=True)
    for scan_code, sign in keypad:
        assert scan_codes.character(scan_code + offset, shift=False, platform=platform) == sign


def test_other_keys_have_no_character():
    assert scan_codes.character(0, shift=False) == ""
    assert scan_codes.character(0x135, shift=False, platform="win32") == "/"
    assert scan_codes.character(0x62 + 8, shift=False, platform="linux") == "/"
    for enter_arrow_f1 in (0x1C, 0x147, 0x3B):
        assert scan_codes.character(enter_arrow_f1, shift=False, platform="win32") == ""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("layout", NAMES)
def test_a_garbled_code_is_read_back_from_its_text(code, layout):
    raw = typing.raw_text(code, layout)
    assert layouts.read_back(raw, NAMES[layout]) == code
    assert layouts.meant(raw, raw) == code


@pytest.mark.parametrize("code", CODES)
def test_a_code_garbled_by_windows_lao_keyboard_is_read_back(code):
    raw = "".join(WINDOWS_LAO[letter] for letter in code)
    assert layouts.meant(raw, raw) == code


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("layout", NAMES)
def test_letters_typed_small_are_read_back(code, layout):
    raw = typing.raw_text(code.lower(), layout)
    assert layouts.meant(raw, raw).upper() == code


def test_places_are_trusted_before_the_text():
    assert layouts.meant("HALF", "ກຂ") == "HALF"
    assert layouts.meant("", "") == ""


def test_a_whole_code_in_the_text_is_believed_where_places_are_odd():
    for code in CODES:
        assert layouts.meant("Q" * 18, code.lower()) == code.lower()


def test_half_a_garbled_code_is_read_back_by_its_writing():
    for name in ("lao", "thai"):
        raw = typing.raw_text("ABCDEF", name)
        assert layouts.meant(raw, raw) == "ABCDEF"
    assert layouts.meant("QBCDEF", "QBCDEF") == "QBCDEF"


def test_long_texts_are_left_alone():
    assert layouts.meant("ກ" * 4096, "ກ" * 4096) == "ກ" * 4096


def test_the_layout_that_garbled_a_text_is_named():
    code = CODES[0]
    for name, layout in NAMES.items():
        assert layouts.garbled_by(typing.raw_text(code, name), code) is layout
    assert layouts.garbled_by(code, code) is Layout.US
    assert layouts.garbled_by(code.lower(), code) is Layout.US
    assert layouts.garbled_by("ກ1", code) is Layout.LAO
    assert layouts.garbled_by("?", code) is None
