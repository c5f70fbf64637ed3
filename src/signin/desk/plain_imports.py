"""Qt is loaded without its hook on imports.

PySide6 reads the source of every module that is imported after it, to see whether the module uses the switch
`__feature__`. Nothing here does, and reading a thousand files takes a tenth of a second of the start (measured
with PySide6 6.11).
"""

from __future__ import annotations

import builtins
import importlib


def load_qt() -> None:
    """Load Qt's widgets and leave Python's own import in place. Raises ImportError."""
    plain = builtins.__import__
    try:
        importlib.import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__ = plain
