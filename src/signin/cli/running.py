"""Running a command line to its exit code: every failure is said plainly, no traceback reaches anybody."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from signin import bootstrap
from signin.cli.state import State
from signin.words import LANGUAGES, Failure, Language, Message, say

UNEXPECTED, USAGE, INTERRUPTED = 1, 2, 130
_log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int | State:
    """Run one command and give its exit code; without a command, give what the options said, for the window.

    The codes are those of `words.Failure`.
    """
    from signin.cli.root import root

    _speak_utf8()
    state = State(language_of(arguments, "lo"), json="--json" in arguments)
    try:
        _take_settings(state, arguments)
        result = root.main(list(arguments), prog_name="signin", obj=state, standalone_mode=False)
    except Failure as failure:
        return fail(state, failure)
    except click.ClickException as error:
        return _fail_usage(state, error)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # so click and rich end when nobody reads on; the work is done
        _let_go(sys.stdout)
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: nothing may show a traceback
        return _fail_unexpected(state, error)
    return result if isinstance(result, (int, State)) else 0


def _take_settings(state: State, arguments: Sequence[str]) -> None:
    """Go by this desk's settings; that they cannot be read is for the command to say, or for the window."""
    try:
        settings = bootstrap.load_settings()
    except Failure as failure:
        state.settings_failure = failure
    else:
        state.language, state.desk_name = language_of(arguments, settings.language), settings.desk


def fail(state: State, failure: Failure) -> int:
    """Say a failure as commands do, and give its exit code."""
    return _fail(state, failure.message, type(failure).__name__, failure.exit_code)


def language_of(arguments: Sequence[str], usual: Language) -> Language:
    """Give the language that was asked for, before anything else is read, or the usual one."""
    asked = os.environ.get("SIGNIN_LANGUAGE", "")
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or next(iter(arguments[place + 1 :]), "")
    return next((language for language in LANGUAGES if language == asked), usual)


def _speak_utf8() -> None:
    """Print Lao on consoles that were set up for something else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(state: State, message: Message, name: str, exit_code: int) -> int:
    text = state.say(message)
    if state.json:
        told = {"error": {"name": name, "text": text, "exit_code": exit_code}}
        _tell(json.dumps(told, ensure_ascii=False), err=False)
    _tell(text, err=True)
    return exit_code


def _tell(text: str, *, err: bool) -> None:
    """Print; where nobody reads, or the disk under a redirected output is full, the exit code must do."""
    try:
        click.echo(text, err=err)
    except OSError:
        _let_go(sys.stderr if err else sys.stdout)


def _let_go(stream: TextIO) -> None:
    """Send the rest of an output nowhere, so that closing it at the end does not fail."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _fail_usage(state: State, error: click.ClickException) -> int:
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "signin"
    reason = error.format_message().rstrip(".")
    message = say("{reason}. `{command} --help` shows how.", reason=reason, command=path)
    return _fail(state, message, "Usage", USAGE)


def _fail_unexpected(state: State, error: Exception) -> int:
    path = bootstrap.default_store().parent / "signin-errors.log"
    told = say(
        "Something unexpected happened: {error}. The details are in “{path}”.", error=repr(error), path=str(path)
    )
    try:
        _keep(path, error)
    except OSError:
        told = say("Something unexpected happened: {error}.", error=repr(error))
    return _fail(state, told, type(error).__name__, UNEXPECTED)


def _keep(path: Path, error: Exception) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now().isoformat()}\n{''.join(traceback.format_exception(error))}\n")
