"""Commands about the roster: a file in, a file out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from signin.cli import as_json
from signin.cli.commands import Group, Option, at_option
from signin.cli.output import show, working
from signin.cli.state import current, wall_clock
from signin.exchange.meanings import Meaning
from signin.words import Message, mark, render, say

if TYPE_CHECKING:
    from signin.store.import_runs import ImportRun

_LETTERS = 26


class ColumnMeaning(click.ParamType[tuple[int, Meaning]]):
    """A column by its number from 1 or its letter, and what it holds: 3=phone, C=phone."""

    name = "column"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, Meaning]:  # noqa: ANN401 - click's own signature
        """Read a column and its meaning. Fails as a usage error."""
        if isinstance(value, tuple):
            return value
        column, _, meaning = str(value).partition("=")
        index = _column_index(column.strip().upper())
        if index is None or meaning.strip() not in set(Meaning):
            known = ", ".join(Meaning)
            wrong = say("Write a column as 3=phone; there are: {known}.", known=known)
            self.fail(render(wrong, current().language), param, ctx)
        return index, Meaning(meaning.strip())


def _column_index(column: str) -> int | None:
    if column.isascii() and column.isdigit() and int(column) > 0:
        return int(column) - 1
    if column.isascii() and column.isalpha() and len(column) <= 3:  # noqa: PLR2004 - no workbook has more
        index = 0
        for letter in column:
            index = index * _LETTERS + ord(letter) - ord("A") + 1
        return index - 1
    return None


@click.group(cls=Group, help=mark("Import the roster from a workbook or a text file; export it."))
def roster() -> None:
    """Gather the commands about the roster."""


@roster.command(
    "import", help=mark("Import a roster: xlsx, xls, ods or csv. All or nothing; again, it adds nobody.")
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", cls=Option, is_flag=True, help=mark("Only say what would happen."))
@click.option("--sheet", cls=Option, metavar="NAME", help=mark("The sheet to read, where there are several."))
@click.option(
    "--head-row",
    cls=Option,
    type=click.IntRange(min=0),
    metavar="ROW",
    help=mark("The row that is the head, counted from 1; 0 where the list has none."),
)
@click.option(
    "--column",
    "columns",
    cls=Option,
    type=ColumnMeaning(),
    multiple=True,
    metavar="COLUMN=MEANING",
    help=mark("What a column holds, such as 3=phone or C=phone; ignored is nothing."),
)
@click.option(
    "--hidden",
    cls=Option,
    type=click.Choice(("take", "skip")),
    default="take",
    help=mark("Whether hidden rows are taken."),
)
@click.option(
    "--put-zeros",
    cls=Option,
    is_flag=True,
    help=mark("Put the leading 0 back to phone numbers that have lost it."),
)
@at_option
def import_file(
    file: Path,
    *,
    dry_run: bool,
    sheet: str | None,
    head_row: int | None,
    columns: tuple[tuple[int, Meaning], ...],
    hidden: str,
    put_zeros: bool,
    at: datetime | None,
) -> None:
    """Import a roster file, or say what that would do."""
    from signin.exchange.choices import Choices
    from signin.exchange.roster import read_roster
    from signin.services import glyphs, handed, rosters

    state = current()
    choices = Choices(sheet=sheet, header_row=head_row, meanings=columns, take_hidden=hidden == "take")
    with state.desk() as desk, working(say("Reading {file} …", file=file.name)):
        event_id, reading = state.event_id(desk), glyphs.looked_through(read_roster(file, choices))
        if put_zeros:
            reading = handed.with_zeros(reading)
        if dry_run:
            plan, codes = rosters.preview(desk, event_id, reading, wall_clock(at)), {}
        else:
            imported = rosters.import_roster(desk, event_id, reading, wall_clock(at))
            plan, codes = imported.plan, imported.codes
    answer = as_json.plan(event_id, reading.sheet, reading.header_row, reading.skipped, plan, codes, state.say)
    show(answer, *_told(answer, dry_run=dry_run))


def _told(answer: as_json.Json, *, dry_run: bool) -> list[Message | str]:
    counts = {name: answer[name] for name in ("read", "added", "changed", "unchanged", "skipped", "missing")}
    done = (
        say(
            "Would do: {read} read, {added} new, {changed} changed, {unchanged} the same, {skipped} skipped.",
            **counts,
        )
        if dry_run
        else say(
            "Done: {read} read, {added} new, {changed} changed, {unchanged} the same, {skipped} skipped.", **counts
        )
    )
    missing = (
        [say("On the roster but not in this file: {missing}. They stay.", **counts)] if counts["missing"] else []
    )
    changes = [f"  {one['number']}: {one['field']}: {one['old']} → {one['new']}" for one in answer["changes"]]
    notices = [f"  {one['text']}" for one in answer["notices"]]
    return [done, *missing, *changes, *notices]


@roster.command("imports", help=mark("List the imports of an event, the latest first."))
def list_imports() -> None:
    """List the imports of an event."""
    from signin.services import importing

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        runs = importing.imports(desk, event_id)
    answer = {"event": event_id, "imports": [as_json.import_run(run) for run in runs]}
    show(answer, *([_run_line(run) for run in runs] or [say("Nothing was imported into this event yet.")]))


def _run_line(run: ImportRun) -> Message:
    facts = {name: getattr(run, name) for name in ("id", "file", "people", "women", "added", "changed")}
    at = run.at.isoformat(" ", "minutes")
    if run.taken_back_at is None:
        return say(
            "{id}  {at}  “{file}”: {people} people ({women} women), {added} new, {changed} changed", at=at, **facts
        )
    return say("{id}  {at}  “{file}”: {people} people ({women} women), taken back", at=at, **facts)


@roster.command("take-back", help=mark("Take back an import, the last one if none is named. All or nothing."))
@click.argument("import_id", required=False)
@at_option
def take_back(import_id: str | None, *, at: datetime | None) -> None:
    """Take an import back."""
    from signin.services import importing

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        run_id = import_id or importing.last_standing(desk, event_id).id
        done = importing.take_back(desk, run_id, wall_clock(at))
    show(
        {"event": event_id, "import": run_id, "removed": done.removed, "restored": done.restored},
        say(
            "The import was taken back. Removed: {removed}; as they were before: {restored}.",
            removed=done.removed,
            restored=done.restored,
        ),
    )


@roster.command("export", help=mark("Write the roster to a workbook (xlsx) or a text file (csv)."))
@click.argument("file", type=click.Path(path_type=Path))
def export_file(file: Path) -> None:
    """Write the roster to a file."""
    from signin.services import rosters

    state = current()
    with state.desk() as desk, working(say("Writing {file} …", file=file.name)):
        event_id = state.event_id(desk)
        count = rosters.export_roster(desk, event_id, file, state.language)
    show(
        {"event": event_id, "file": str(file), "attendees": count},
        say("People in “{file}”: {count}.", count=count, file=str(file)),
    )
