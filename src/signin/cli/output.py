"""Answers on a terminal: words for people, one JSON object for scripts, progress only where somebody looks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from signin.cli.as_json import Json
from signin.cli.state import current
from signin.domain.verdict import Tone
from signin.words import Message, say

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {Tone.GO: "bold white on green", Tone.LOOK: "bold black on orange1", Tone.STOP: "bold white on red"}


def show(answer: Json, *lines: Message | str) -> None:
    """Print the JSON object, or the lines in the chosen language."""
    state = current()
    if state.json:
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    for line in lines:
        click.echo(state.say(line) if isinstance(line, Message) else line)


def show_toned(answer: Json, tone: Tone, word: Message, *lines: Message | str) -> None:
    """Print a verdict: a word in its colour, then the lines."""
    state = current()
    if not state.json:
        _console().print(f" {state.say(word)} ", style=_STYLES[tone], highlight=False, markup=False)
    show(answer, *lines)


def show_table(answer: Json, heads: list[Message], rows: list[list[str]]) -> None:
    """Print rows under heads."""
    state = current()
    if state.json or not rows:
        show(answer, say("There is nothing here yet."))
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(*map(state.say, heads), box=box.SIMPLE_HEAD)
    for row in rows:
        table.add_row(*map(Text, row))
    _console().print(table)


def _console() -> Console:
    from rich.console import Console

    return Console(file=sys.stdout)


@contextmanager
def working(doing: Message) -> Iterator[None]:
    """Show that long work goes on, at a terminal only."""
    if not sys.stderr.isatty() or current().json:
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        progress.add_task(current().say(doing), total=None)
        yield
