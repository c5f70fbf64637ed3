"""The command that plays the sample conference from the roster to the certificates."""

from __future__ import annotations

from pathlib import Path

import click

from signin.cli import as_json
from signin.cli.commands import Command, Option
from signin.cli.output import show, working
from signin.cli.state import State, current
from signin.services.verdict_words import WORDS
from signin.words import Failure, Message, mark, say


class FolderUnusable(Failure):
    """The folder for the papers cannot be made or written."""

    exit_code = 7
    text = mark("The folder “{folder}” cannot be made or written. Choose another with --out.")


@click.command(
    cls=Command, help=mark("Play a real two-day conference: roster, badges, check-in, list, certificates.")
)
@click.option(
    "--out",
    cls=Option,
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help=mark("The folder for the papers."),
)
def demo(out: Path) -> None:
    """Play the conference into a store of its own, and print its papers."""
    from signin.services.demo import demonstrate

    state = current()
    fresh = _fresh_store(out, keep=state.store is not None)
    own = State(state.language, state.store or fresh)
    steps: list[Message | str] = []
    with own.desk("ໂຕະ 1", makes=True) as desk, working(say("Playing the conference …")):
        done = demonstrate(desk, out, steps.append)
    counted = done.tally
    answer = as_json.tally(done.event_id, counted) | {
        "badges_printed": done.printed,
        "codes_read_back": done.read_back,
        "verdicts": dict(done.verdicts),
        "papers": [{"file": str(one.path), "pages": one.pages, "people": one.people} for one in done.papers],
        "store": str(own.store),
    }
    verdicts = ", ".join(f"{state.say(WORDS[name])} {count}" for name, count in sorted(done.verdicts.items()))
    total = counted.total
    show(
        answer,
        *steps,
        say("At the door: {verdicts}.", verdicts=verdicts),
        say(
            "Expected {expected}, arrived {arrived}, women {women}.",
            expected=total.expected,
            arrived=total.arrived,
            women=total.women,
        ),
        say(
            "Walk-ins {walk_ins}, substitutes {substitutes}.",
            walk_ins=counted.walk_ins,
            substitutes=counted.substitutes,
        ),
        say("Certificates earned: {count}.", count=len(counted.eligible)),
        say("The papers:"),
        *(
            say(
                "“{file}”: pages {pages}, people {people}.", file=str(one.path), pages=one.pages, people=one.people
            )
            for one in done.papers
        ),
    )


def _fresh_store(out: Path, *, keep: bool) -> Path:
    """Make the folder, and give the demonstration's own file in it; unless kept, an earlier one goes."""
    path = out / "demo.db"
    try:
        out.mkdir(parents=True, exist_ok=True)
        for tail in () if keep else ("", "-journal", "-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
    except OSError as error:
        raise FolderUnusable(folder=str(out)) from error
    return path
