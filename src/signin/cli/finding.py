"""The command that finds people, as the search field of the window does."""

from __future__ import annotations

import click

from signin.cli import as_json
from signin.cli.commands import Command, Option
from signin.cli.output import show, show_table
from signin.cli.state import current
from signin.domain.attendee import State
from signin.words import mark, say

_STATES = {State.CANCELLED: say("Cancelled"), State.REPLACED: say("Replaced")}


@click.command(
    cls=Command, help=mark("Find people by number, name in Lao or Latin letters, phone or organisation.")
)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit",
    cls=Option,
    type=click.IntRange(min=1),
    default=20,
    help=mark("How many people are shown at most; 20 if left out."),
)
def find(query: tuple[str, ...], limit: int) -> None:
    """Find people."""
    from signin.services.search import Rank, Search

    state, typed = current(), " ".join(query)
    with state.desk() as desk:
        event_id = state.event_id(desk)
        hits = Search(desk, event_id).find(typed, limit)
    found = [as_json.attendee(hit.attendee, rank=hit.rank.name.lower().replace("_", "-")) for hit in hits]
    answer = {"event": event_id, "query": typed, "hits": found}
    if not hits:
        show(answer, say("Nobody on the roster is like “{typed}”.", typed=typed))
        return
    if not state.json and hits[0].rank is Rank.NEAR:  # only where nobody is met better
        click.echo(state.say(say("Nobody is spelt so; perhaps:")))
    people = [hit.attendee for hit in hits]
    show_table(
        answer,
        [say("No."), say("Name"), say("Organisation"), say("Phone"), say("State")],
        [
            [str(one.number), one.full_name, one.organisation, one.phone, state.say(_STATES.get(one.state, ""))]
            for one in people
        ],
    )
