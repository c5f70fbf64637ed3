"""The way in: without a command the window, with one the command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from signin.words import LANGUAGES, Failure, Language, mark

if TYPE_CHECKING:
    from signin.cli.state import State


class WindowMissing(Failure):
    """A library that the window needs of the system is not there."""

    exit_code = 1
    text = mark(
        "The window needs a part of the system that is missing: {reason}. On Debian or Ubuntu: "
        "`sudo apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 "
        "libxcb-cursor0 libxkbcommon-x11-0`."
    )


def main() -> None:
    """Do what this process was started for, and end with its exit code."""
    sys.exit(_command() if sys.argv[1:] else _open_window(None))


def _command() -> int:
    """Do what the command line says; options without a command are for the window."""
    import multiprocessing

    multiprocessing.freeze_support()  # workbooks are read in a child process; a packed program needs this word
    from signin.cli import run

    asked = run(sys.argv[1:])
    return asked if isinstance(asked, int) else _open_window(asked)


def _open_window(state: State | None) -> int:
    """Open the window, if this computer can show one. Nothing said, the command line is not even loaded."""
    gc.disable()  # what is loaded for the window is no garbage to look through, and there is much of it
    try:
        from signin.desk.plain_imports import load_qt

        load_qt()
        from signin.desk.app import open_window
    except ImportError as error:
        return _fail(WindowMissing(reason=str(error)), state)
    try:
        if state is None:
            return open_window(None, None, _language_wanted())
        return open_window(state.store, state.event, state.language)
    except Failure as failure:
        return _fail(failure, state)


def _language_wanted() -> Language | None:
    """Give the language that the surroundings ask for; otherwise the settings say it."""
    asked = os.environ.get("SIGNIN_LANGUAGE")
    return next((language for language in LANGUAGES if language == asked), None)


def _fail(failure: Failure, state: State | None) -> int:
    """Say a failure as commands do."""
    from signin.cli import fail, run

    asked = state or run([])
    return asked if isinstance(asked, int) else fail(asked, failure)


if __name__ == "__main__":
    main()
