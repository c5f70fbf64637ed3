"""What was printed: one run for each paper on its way to a printer or into a file; pages that came out stay so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Paper(StrEnum):
    """The papers there are. A list of participants is of those who came, or of everybody expected."""

    BADGES = "badges"
    PARTICIPANTS = "participants"
    EXPECTED = "expected"
    SIGN_IN = "sign-in"
    CERTIFICATES = "certificates"

    @property
    def personal(self) -> bool:
        """Whether each person gets one: then it is known whose came out."""
        return self in (Paper.BADGES, Paper.CERTIFICATES)


@dataclass(frozen=True, slots=True)
class Place:
    """On which page (from 0) a person's paper is, and whether the same was printed before."""

    attendee_id: str
    page: int
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRun:
    """One run. Pages count from 0; those from `first` to `last` were asked for, those in `out` came out.

    `target` is a printer's name, or the file's where it went `to_file`; `who` is the account on the computer.
    `again` tells that the same was printed before: of badges and certificates, for at least one person.
    `continues` names the run that stopped and of which this prints the rest. `denied`: somebody said later that it
    did not come out; then nobody has theirs by it.
    """

    id: str
    event_id: str
    desk: str
    who: str
    at: datetime
    paper: Paper
    session_key: str | None
    target: str
    to_file: bool
    copies: int
    first: int
    last: int
    people: int
    again: bool
    continues: str | None = None
    out: frozenset[int] = frozenset()
    denied: bool = False

    @property
    def left(self) -> range:
        """The pages from the first that did not come out on; empty once all did."""
        missing = (page for page in range(self.first, self.last + 1) if page not in self.out)
        return range(next(missing, self.last + 1), self.last + 1)
