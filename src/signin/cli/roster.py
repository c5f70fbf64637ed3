"""Commands about the roster: a file in, a file out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from signin.cli import as_json
from signin.cli.commands import Group, Option, at_option
from signin.cli.output import show, working
from signin.cli.state import current, wall_clock
from signin.words import Message, mark, say


@click.group(cls=Group, help=mark("Import the roster from a workbook or a text file; export it."))
def roster() -> None:
    """Gather the commands about the roster."""


@roster.command("import", help=mark("Import a roster: xlsx, xls or csv. All or nothing; again, it adds nobody."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", cls=Option, is_flag=True, help=mark("Only say what would happen."))
@click.option("--sheet", cls=Option, metavar="NAME", help=mark("The sheet to read, where there are several."))
@click.option(
    "--put-zeros",
    cls=Option,
    is_flag=True,
    help=mark("Put the leading 0 back to phone numbers that have lost it."),
)
@at_option
def import_file(file: Path, *, dry_run: bool, sheet: str | None, put_zeros: bool, at: datetime | None) -> None:
    """Import a roster file, or say what that would do."""
    from signin.exchange.choices import Choices
    from signin.exchange.roster import read_roster
    from signin.services import glyphs, handed, rosters

    state = current()
    with state.desk() as desk, working(say("Reading {file} …", file=file.name)):
        event_id, reading = state.event_id(desk), glyphs.looked_through(read_roster(file, Choices(sheet=sheet)))
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
        [say("{missing} on the roster are not in this file; they stay.", **counts)] if counts["missing"] else []
    )
    changes = [f"  {one['number']}: {one['field']}: {one['old']} → {one['new']}" for one in answer["changes"]]
    notices = [f"  {one['text']}" for one in answer["notices"]]
    return [done, *missing, *changes, *notices]


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
        say("{count} people are in “{file}”.", count=count, file=str(file)),
    )
