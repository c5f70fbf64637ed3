"""What papers and runs of the print log are called on screen."""

from __future__ import annotations

from signin.domain.print_run import Paper, PrintRun
from signin.words import Message, mark, say

PAPERS: dict[Paper, str] = {
    Paper.BADGES: mark("Badges"),
    Paper.SIGN_IN: mark("Sign-in sheet"),
    Paper.EXPECTED: mark("List of those expected"),
    Paper.PARTICIPANTS: mark("List of participants"),
    Paper.CERTIFICATES: mark("Certificates"),
}
"""Name of each paper."""
ORDERED = (Paper.BADGES, Paper.SIGN_IN, Paper.PARTICIPANTS, Paper.CERTIFICATES)
"""What can be chosen, in the order it is needed at a meeting; of a list, who is on it is chosen after that."""


def paper_name(paper: Paper) -> Message:
    """Name a paper."""
    return Message(PAPERS[paper], {})


def outcome(run: PrintRun, *, went_on: bool) -> Message:
    """Say what became of a run."""
    if run.denied:
        return say("Taken back: it did not come out")
    if run.left and not went_on:
        return say("Stopped at page {page}", page=run.left.start + 1)
    if run.left:
        return say("Stopped at page {page}, went on", page=run.left.start + 1)
    if run.continues is not None:
        return say("The rest came out")
    if run.again:
        return say("Again: copies") if run.paper.personal else say("Again")
    return say("Came out")


def pages_of(run: PrintRun) -> str:
    """Write how many of the pages asked for came out."""
    return f"{len(run.out)}/{run.last - run.first + 1}"
