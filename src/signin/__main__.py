"""The way in: without a command the window, with one the command line."""

from __future__ import annotations

import multiprocessing
import sys

from signin.cli import fail, run
from signin.cli.state import State
from signin.words import Failure, mark


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
    multiprocessing.freeze_support()  # workbooks are read in a child process; a packed program needs this word
    asked = run(sys.argv[1:])
    sys.exit(_open_window(asked) if isinstance(asked, State) else asked)


def _open_window(state: State) -> int:
    """Open the window, if this computer can show one."""
    try:
        from signin.desk.app import open_window
    except ImportError as error:
        return fail(state, WindowMissing(reason=str(error)))
    try:
        return open_window(state.store, state.event, state.language)
    except Failure as failure:
        return fail(state, failure)


if __name__ == "__main__":
    main()
