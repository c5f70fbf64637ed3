"""Commands that look at the whole: the counts, and whether the store is sound."""

from __future__ import annotations

import click

from signin.cli import as_json
from signin.cli.commands import Command
from signin.cli.output import show
from signin.cli.state import current
from signin.words import Message, mark, say

_UNSOUND = 6


@click.command(
    cls=Command, help=mark("Count who was expected and who came, women among them, session by session.")
)
def tally() -> None:
    """Count the event."""
    from signin.services import find, tallies

    state = current()
    with state.desk() as desk, desk.store.read() as tx:
        event = find.event(tx, state.event)
        counted = tallies.tally_of(tx, event)
    total = counted.total
    lines: list[Message | str] = [
        say("Expected {expected}, arrived {arrived}, women {women}.", **_numbers(total)),
        say(
            "Walk-ins {walk_ins}, substitutes {substitutes}.",
            walk_ins=counted.walk_ins,
            substitutes=counted.substitutes,
        ),
    ]
    for one in counted.sessions:
        told = say("Expected {expected}, arrived {arrived}, women {women}.", **_numbers(one.count))
        lines.append(f"  {one.session.key}: {state.say(told)}")
    lines.append(say("Certificates earned: {count}.", count=len(counted.eligible)))
    show(as_json.tally(event.id, counted), *lines)


def _numbers(count: object) -> dict[str, object]:
    return {name: getattr(count, name) for name in ("expected", "arrived", "women")}


@click.command(cls=Command, help=mark("Check the store: the file, presence against the scans, every code."))
def check() -> int:
    """Check the store."""
    from signin.services import tallies

    state = current()
    with state.desk() as desk:
        findings = tallies.check(desk)
    problems = [state.say(problem) for finding in findings for problem in finding.problems]
    answer = {
        "ok": not problems,
        "checks": [
            {"name": one.name, "ok": not one.problems, "problems": [state.say(each) for each in one.problems]}
            for one in findings
        ],
    }
    show(answer, *problems, *([] if problems else [say("Everything is sound.")]))
    return _UNSOUND if problems else 0
