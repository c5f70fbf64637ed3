"""What a key is on a US keyboard, by its place: a scanner types by places, and the PC's layout must not matter."""

from __future__ import annotations

import sys

LINUX_OFFSET = 8
"""X11 and Wayland count keys from 8: evdev's number, which is set 1's for the main block, plus 8."""

_EXTENDED = 0x100
"""The bit that Windows sets for the keys that came with the larger keyboard."""
_ROWS = {
    0x02: ("1234567890-=", "!@#$%^&*()_+"),
    0x10: ("qwertyuiop[]", "QWERTYUIOP{}"),
    0x1E: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    0x2B: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
    0x39: (" ", " "),
    0x56: ("<", ">"),
}
_KEYPAD = {0x37: "*", 0x47: "789-456+1230."}
_KEYPAD_SLASH_LINUX = 0x62
_KEYPAD_SLASH_WINDOWS = 0x35 | _EXTENDED


def _table() -> dict[int, tuple[str, str]]:
    """Give what each key makes, without and with Shift."""
    places: dict[int, tuple[str, str]] = {}
    for start, (plain, shifted) in _ROWS.items():
        places |= {start + nth: pair for nth, pair in enumerate(zip(plain, shifted, strict=True))}
    for start, row in _KEYPAD.items():
        places |= {start + nth: (sign, sign) for nth, sign in enumerate(row)}
    return places


_CHARACTERS = _table()
_OF_LINUX = {code + LINUX_OFFSET: pair for code, pair in (_CHARACTERS | {_KEYPAD_SLASH_LINUX: ("/", "/")}).items()}
_OF_WINDOWS = _CHARACTERS | {_KEYPAD_SLASH_WINDOWS: ("/", "/")}


def character(scan_code: int, *, shift: bool, platform: str = sys.platform) -> str:
    """Give what a US keyboard makes of a key, or "" for a key that makes no character or is not known.

    `scan_code` is Qt's native one: on Windows that of scan code set 1, with 0x100 for extended keys; elsewhere
    evdev's plus 8; 0 where nobody told (virtual keyboards). Caps Lock is not asked: a scanner does not know of it.
    """
    places = _OF_WINDOWS if platform == "win32" else _OF_LINUX
    pair = places.get(scan_code)
    return pair[shift] if pair else ""
