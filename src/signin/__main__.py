"""The way in: the command line. No arguments will open the desk; until it stands, they print the help."""

from __future__ import annotations

import multiprocessing
import sys

from signin.cli import run


def main() -> None:
    """Run the command line with the arguments of this process and end with its exit code."""
    multiprocessing.freeze_support()  # workbooks are read in a child process; a packed program needs this word
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
