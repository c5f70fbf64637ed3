"""Commands that speak the chosen language and take the options that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from signin.cli.state import State
from signin.words import LANGUAGES, mark, render


def _spoken(context: click.Context, text: str | None) -> str:
    state = context.find_root().obj
    return render(text or "", state.language if isinstance(state, State) else "en")


class Option(click.Option):
    """An option whose help is a message."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the option's line of help in the chosen language."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, _spoken(ctx, self.help))


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep what was said; what was not said here leaves what was said before."""
    state = context.find_root().obj
    said = context.get_parameter_source(str(parameter.name)) is click.core.ParameterSource.COMMANDLINE
    if isinstance(state, State) and said:
        setattr(state, str(parameter.name), value)


class Word(click.ParamType[str]):
    """A text that UTF-8 can hold: bytes of the command line that are no letters become escapes."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002 - click's own signature
        """Give the text with whatever cannot be stored written as an escape."""
        return str(value).encode("utf-8", "backslashreplace").decode("utf-8")


_WORD = Word()
_STORE_FILE = click.Path(path_type=Path, dir_okay=False, readable=False)  # the store itself says what is wrong


def _only_words(parameters: Iterable[click.Parameter]) -> None:
    """Let every parameter that takes a text take one that can be stored and looked up."""
    for parameter in parameters:
        if parameter.type is click.STRING:
            parameter.type = _WORD


def _everywhere(*, hidden: bool) -> list[click.Parameter]:
    """Make the options that work before and after the command."""

    def option(*names: str, text: str, **facts: Any) -> Option:  # noqa: ANN401 - click's own keywords
        return Option([*names], help=text, expose_value=False, callback=_remember, hidden=hidden, **facts)

    return [
        option("--store", text=mark("The file to work on."), type=_STORE_FILE),
        option("--event", text=mark("The event, where the store holds several."), metavar="ID"),
        option("--json", text=mark("Print one JSON object."), is_flag=True),
        option("--language", text=mark("Speak Lao or English."), type=click.Choice(LANGUAGES)),
    ]


class Command(click.Command):
    """A command whose help is a message, with the options that work everywhere."""

    def __init__(self, *arguments: Any, **facts: Any) -> None:  # noqa: ANN401 - click's own keywords
        super().__init__(*arguments, **facts)
        self.params += _everywhere(hidden=True)
        _only_words(self.params)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the line that stands in the group's list."""
        return _line(self, limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the chosen language."""
        _write_help(self, ctx, formatter)


class Group(click.Group):
    """A group whose help is a message, with the options that work everywhere."""

    command_class = Command
    group_class = type

    def __init__(self, *arguments: Any, **facts: Any) -> None:  # noqa: ANN401 - click's own keywords
        top = facts.pop("top", False)
        super().__init__(*arguments, **facts)
        self.params += _everywhere(hidden=not top)
        _only_words(self.params)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the line that stands in the group's list."""
        return _line(self, limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the chosen language."""
        _write_help(self, ctx, formatter)


def _line(command: click.Command, _limit: int) -> str:
    context = click.get_current_context(silent=True)
    text = _spoken(context, command.help) if context else command.help or ""
    return text.split("\n", 1)[0]


def _write_help(command: click.Command, context: click.Context, formatter: click.HelpFormatter) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_spoken(context, command.help))


class Moment(click.ParamType[datetime]):
    """A time such as 2024-06-12T08:24; a given offset is converted to the time of this place.

    Years before 1970 and after 2999 are slips of the finger, and beyond what clocks can be compared by.
    """

    name = "time"
    years = range(1970, 3000)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 - click's own signature
        """Read a time in the form of ISO 8601. Fails as a usage error."""
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            at = None
        if at is None or at.year not in self.years:
            self.fail(_spoken(ctx, mark("Write a time as 2024-06-12T08:24.")) if ctx else value, param, ctx)
        return at


def at_option(function: Any) -> Any:  # noqa: ANN401 - a decorator of any command
    """Add --at: when it happens, so that a whole day can be replayed."""
    text = mark("When this happens, such as 2024-06-12T08:24; now if left out.")
    return click.option("--at", cls=Option, type=Moment(), help=text)(function)


def desk_option(function: Any) -> Any:  # noqa: ANN401 - a decorator of any command
    """Add --desk: which reception computer acts."""
    return click.option("--desk", cls=Option, metavar="NAME", help=mark("The name of this desk."))(function)
