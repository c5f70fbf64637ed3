"""What is refused when two people are to be one, or two again, and what to do then."""

from __future__ import annotations

from signin.services.failures import Conflict, NotFound
from signin.words import Failure, mark


class SamePerson(Failure):
    """One person was named twice."""

    text = mark("{name} was named twice. Name two people.")


class MergedAlready(Conflict):
    """One of the two is on the roster no more, because another desk has merged them."""

    text = mark("{name} was merged with {kept} already. Look at the list again.")


class PeopleChanged(Conflict):
    """One of the two is not any more as they were shown."""

    text = mark("{name} was changed at another desk or page since. Look at the two again.")


class BothReplaced(Conflict):
    """One person would have two substitutes."""

    text = mark(
        "{first} stands for one of the two and {second} for the other, and one person has one place. "
        "Take one substitute back first, or merge the substitutes."
    )


class NotMerged(NotFound):
    """There is no such merge, or it was taken back already."""

    text = mark("This merge was taken back already.")


class LaterMergeFirst(Conflict):
    """Merges of one person are taken back from the last to the first."""

    text = mark("{name} was merged once more since. Take back that merge first.")


class ToldApartAlready(Conflict):
    """That two are two is known."""

    text = mark("{first} and {second} were told apart already.")


class NotToldApart(NotFound):
    """Nobody has said that two are two, or it was taken back already."""

    text = mark("This was taken back already.")
