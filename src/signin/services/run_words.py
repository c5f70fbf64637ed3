"""How a run of the print log is named in the record, and what was said of it later."""

from __future__ import annotations

from collections.abc import Mapping

from signin.domain.print_run import Paper
from signin.domain.record import Record
from signin.words import Message, mark, say

PAPERS: Mapping[Paper, str] = {
    Paper.BADGES: mark("Badges"),
    Paper.SIGN_IN: mark("Sign-in sheet"),
    Paper.EXPECTED: mark("List of those expected"),
    Paper.PARTICIPANTS: mark("List of participants"),
    Paper.CERTIFICATES: mark("Certificates"),
}
"""What each paper is called."""


def not_out(record: Record, _: str) -> Message:
    """Say that a run did not come out after all."""
    return say("{paper}: it did not come out", paper=_run(record))


def out_after_all(record: Record, _: str) -> Message:
    """Say that a run did come out, though somebody had said that it did not."""
    return say("{paper}: it came out after all", paper=_run(record))


def _run(record: Record) -> Message:
    """Name a run as far as its record tells; a paper that nobody knows is called as it is stored."""
    stored, people, target = (record.fields.get(name, ("–", ""))[0] for name in ("paper", "people", "target"))
    paper = say(PAPERS[Paper(stored)]) if stored in set(Paper) else say("{text}", text=stored)
    return say("{paper}, people {people}, “{target}”", paper=paper, people=people, target=target)
