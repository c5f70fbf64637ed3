"""A paper as the organiser orders it: gathered from the store in one reading, then drawn without it.

Looking at a paper changes nothing: a certificate shows the register number that it would get; `issue` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from signin.documents.badges import A_SHEET, BadgeEntry, write_badges
from signin.documents.certificates import CertificateEntry, write_certificates
from signin.documents.participants import Kind, ListRow, write_participants
from signin.documents.wording import Tell, unheard
from signin.domain.attendee import Attendee, Sex
from signin.domain.event import Event, Session
from signin.domain.print_run import Paper, Place
from signin.domain.tally import Count
from signin.lao.collate import sort_key
from signin.services import find, papers
from signin.services.desk import Desk
from signin.services.papers import Printed
from signin.store import Transaction, attendees, events, first_rows, print_log

FIRST = 60
"""People on a first page and a little more, so that the columns are about as wide as in the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which paper, and for whom: everybody it concerns, or fewer.

    `session_key` is a session's or None for the whole event, `organisation` one organisation's people, `only` ids
    of people (None: of everybody), `unprinted` whoever has none yet. `size` is a label's, in millimetres,
    for badges. `came` tells whether the list of participants is of those who came or of everybody expected; None
    is as it comes: everybody until somebody has come to the event, of a session always those who came.
    """

    event_id: str
    paper: Paper
    session_key: str | None = None
    organisation: str = ""
    only: tuple[str, ...] | None = None
    unprinted: bool = False
    size: tuple[float, float] | None = None
    came: bool | None = None

    def concerns(self, person: Attendee) -> bool:
        """Whether a person is among those chosen."""
        chosen = self.only is None or person.id in self.only
        return chosen and (not self.organisation or person.organisation == self.organisation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything a paper says, away from the store. `before` tells when papers of these people came out last.

    Of a paper that is not `whole` only the beginning is here, to be seen while the rest is read.
    """

    order: Order
    event: Event
    badges: tuple[BadgeEntry, ...] = ()
    certificates: tuple[CertificateEntry, ...] = ()
    rows: tuple[ListRow, ...] = ()
    session: Session | None = None
    kind: Kind = "event"
    total: Count = field(default_factory=Count)
    before: Mapping[str, datetime] = field(default_factory=dict)
    whole: bool = True

    @property
    def people(self) -> list[Attendee]:
        """Who is on the paper, in its order."""
        entries: tuple[BadgeEntry | CertificateEntry | ListRow, ...]
        entries = (*self.badges, *self.certificates, *self.rows)
        return [one.attendee for one in entries]

    @property
    def paper(self) -> Paper:
        """Which paper it is: of a list, also whether it is of everybody expected."""
        return Paper.EXPECTED if self.kind == "expected" else self.order.paper

    @property
    def copies(self) -> int:
        """How many of these people had this paper before."""
        return len(self.before)

    @property
    def places(self) -> list[Place]:
        """On which page each person's badge or certificate is; empty for lists."""
        a_page = A_SHEET if self.badges and self.order.size is None else 1
        people = self.people if self.order.paper.personal else []
        return [Place(one.id, nth // a_page, one.id in self.before) for nth, one in enumerate(people)]

    def write(self, out: Path, made_at: datetime, tell: Tell = unheard) -> Printed:
        """Draw the paper into a file. Raises DocumentFailure."""
        match self.order.paper:
            case Paper.BADGES:
                pages = write_badges(
                    out, self.event, self.badges, made_at=made_at, page=self.order.size, tell=tell
                )
            case Paper.CERTIFICATES:
                pages = write_certificates(out, self.event, self.certificates, made_at=made_at, tell=tell)
            case _:
                pages = self._write_list(out, made_at, tell)
        return Printed(out, pages, len(self.people))

    def _write_list(self, out: Path, made_at: datetime, tell: Tell) -> int:
        return write_participants(
            out,
            self.event,
            self.rows,
            session=self.session,
            kind=self.kind,
            total=self.total,
            made_at=made_at,
            tell=tell,
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen from: the sessions, the organisations, the people on the roster; whether anybody came."""

    sessions: tuple[Session, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[Attendee, ...] = ()
    anybody_came: bool = False


def choices(desk: Desk, event_id: str) -> Choices:
    """Read whom papers of an event can be for."""
    with desk.store.read() as tx:
        people = attendees.everyone(tx, event_id)
        named = sorted({person.organisation for person in people if person.organisation}, key=sort_key)
        sessions, came = events.sessions_of(tx, event_id), _anybody_came(tx, event_id)
        return Choices(tuple(sessions), tuple(named), tuple(people), came)


def gather(desk: Desk, order: Order) -> Gathered:
    """Read what a paper says. Raises SessionNotFound."""
    with desk.store.read() as tx:
        return _gathered(tx, order)


def gather_first(desk: Desk, order: Order) -> Gathered:
    """Read what the first page of a list says, however long the list is; other papers are read whole."""
    if order.paper.personal:
        return gather(desk, order)
    with desk.store.read() as tx:
        return _list_begun(tx, order)


def issue(desk: Desk, order: Order, now: datetime, only: tuple[str, ...] | None = None) -> Gathered:
    """Read what a paper says, and give whoever has no register number yet the next one; it stays theirs.

    `only` are the ids of those who were seen on it, be they none: whoever has earned one since is left for the
    next time.
    """
    if order.paper is not Paper.CERTIFICATES:
        return gather(desk, order)
    with desk.store.write() as tx:
        gathered = _gathered(tx, replace(order, only=order.only if only is None else only))
        papers.registered(tx, gathered.event, gathered.people, now)
        return replace(gathered, order=order)


def _gathered(tx: Transaction, order: Order) -> Gathered:
    match order.paper:
        case Paper.BADGES:
            return _badges(tx, order)
        case Paper.CERTIFICATES:
            return _certificates(tx, order)
        case Paper.SIGN_IN:
            return _expected(tx, order, "sign-in")
        case _:
            return _participants(tx, order)


def _badges(tx: Transaction, order: Order) -> Gathered:
    event, people = papers.event_and_people(tx, order.event_id, order.session_key)
    people, before = _chosen(tx, order, people)
    held = attendees.live_codes(tx, event.id)
    entries = tuple(BadgeEntry(person, held[person.id]) for person in people)
    return Gathered(order=order, event=event, badges=entries, before=before)


def _certificates(tx: Transaction, order: Order) -> Gathered:
    event, tally = papers.event_and_tally(tx, order.event_id)
    earned = list(tally.eligible)
    if order.session_key is not None:
        one = papers.session_tally(tx, tally, event.id, order.session_key)
        there = {person.id for person in one.attended}
        earned = [person for person in earned if person.id in there]
    people, before = _chosen(tx, order, earned)
    given, fresh = papers.planned(tx, event, people)
    registers = given | {person: register for person, (_, register) in fresh.items()}
    entries = (papers.certificate_entry(person, registers[person.id], tally) for person in people)
    marked = tuple(replace(one, copy=one.attendee.id in before) for one in entries)
    return Gathered(order=order, event=event, certificates=marked, before=before)


def _chosen(
    tx: Transaction, order: Order, people: Iterable[Attendee]
) -> tuple[list[Attendee], dict[str, datetime]]:
    """Give those of the people whom the order means, and when papers of theirs came out before."""
    printed = print_log.came_out(tx, order.event_id, order.paper)
    chosen = [one for one in people if order.concerns(one) and not (order.unprinted and one.id in printed)]
    return chosen, {one.id: printed[one.id] for one in chosen if one.id in printed}


def _expected(tx: Transaction, order: Order, kind: Kind) -> Gathered:
    """Give everybody who is to come, on the sign-in sheet or on a list."""
    event, people = papers.event_and_people(tx, order.event_id, order.session_key)
    people = [person for person in people if order.concerns(person)]
    women = sum(person.sex is Sex.FEMALE for person in people)
    return Gathered(
        order=order,
        event=event,
        rows=tuple(ListRow(person) for person in people),
        session=_session(tx, order),
        kind=kind,
        total=Count(expected=len(people), women_expected=women),
    )


def _participants(tx: Transaction, order: Order) -> Gathered:
    """Give who came, or everybody who is expected."""
    if not _is_of_those_who_came(tx, order):
        return _expected(tx, order, "expected")
    event, tally = papers.event_and_tally(tx, order.event_id)
    if order.session_key is not None:
        rows = papers.session_rows(papers.session_tally(tx, tally, event.id, order.session_key))
    else:
        rows = [ListRow(person) for person in attendees.everyone(tx, event.id) if person.id in tally.arrived]
    rows = [row for row in rows if order.concerns(row.attendee)]
    women = sum(row.attendee.sex is Sex.FEMALE for row in rows)
    return Gathered(
        order=order,
        event=event,
        rows=tuple(rows),
        session=_session(tx, order),
        kind="session" if order.session_key is not None else "event",
        total=Count(arrived=len(rows), women=women),
    )


def _list_begun(tx: Transaction, order: Order) -> Gathered:
    """Give the beginning of a list; its counts stand on the last page and are not known yet."""
    event, session = find.event(tx, order.event_id), _session(tx, order)
    kind: Kind
    if order.paper is not Paper.SIGN_IN and _is_of_those_who_came(tx, order):
        kind, people = ("session" if session else "event"), _came(tx, event, session)
    else:
        kind = "sign-in" if order.paper is Paper.SIGN_IN else "expected"
        people = (ListRow(one) for one in first_rows.expected(tx, event.id) if not session or session.expects(one))
    rows = tuple(_first(people, order))
    return Gathered(order=order, event=event, rows=rows, session=session, kind=kind, whole=False)


def _is_of_those_who_came(tx: Transaction, order: Order) -> bool:
    """Whether the list of participants is of those who came; where nothing is said, once there are any."""
    if order.paper is Paper.EXPECTED:
        return False
    if order.came is not None:
        return order.came
    return order.session_key is not None or _anybody_came(tx, order.event_id)


def _anybody_came(tx: Transaction, event_id: str) -> bool:
    """Whether anybody came to an event."""
    return next(first_rows.arrived(tx, event_id), None) is not None


def _came(tx: Transaction, event: Event, session: Session | None) -> Iterable[ListRow]:
    if session is None:
        return (ListRow(person) for person in first_rows.arrived(tx, event.id))
    return (ListRow(person, arrived_at=at) for person, at in first_rows.in_session(tx, event.id, session.key))


def _first(rows: Iterable[ListRow], order: Order) -> list[ListRow]:
    return list(islice((row for row in rows if order.concerns(row.attendee)), FIRST))


def _session(tx: Transaction, order: Order) -> Session | None:
    return None if order.session_key is None else find.session(tx, order.event_id, order.session_key)
