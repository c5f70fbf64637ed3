"""Where fonts/ and resources/ are, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    """Find `name` inside the installed package, else beside the checkout's src/."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name


FONTS = _folder("fonts")
RESOURCES = _folder("resources")
