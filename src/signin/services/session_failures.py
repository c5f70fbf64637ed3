"""What may not be done to a session because of the people who are named by it or have been at it."""

from __future__ import annotations

from signin.services.failures import Conflict, SessionInUse
from signin.words import mark


class NobodyLeft(Conflict):
    """Everybody whom a session was for has left the roster; without names it would be for everybody."""

    text = mark("“{session}” was for people who are not on the roster any more. Nothing was changed.")


class SessionAttended(SessionInUse):
    """The hours of a session are to be changed at which people have been."""

    text = mark(
        "“{session}” was attended, people: {count}. Their time inside is counted by its hours. "
        "Change them all the same?"
    )
