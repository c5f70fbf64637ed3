"""An event in figures: by what people are, session against session, and arrivals over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from signin.documents.categories import WORDS as CATEGORIES
from signin.domain.attendee import Attendee, Category, Sex
from signin.domain.breakdown import Figures, Shares, Span, arrivals, broken_down, figures, shares_of
from signin.domain.event import Event, Session
from signin.domain.presence import Presence
from signin.exchange.table_file import Sheet, write_table
from signin.lao.collate import sort_key
from signin.lao.numbers import format_time
from signin.services import find
from signin.services.desk import Desk
from signin.services.history_words import plain
from signin.services.session_names import session_words
from signin.store import attendees, events, presences
from signin.words import Language, Message, mark, render, say


class View(StrEnum):
    """What figures are told by."""

    ARRIVALS = "arrivals"
    SESSIONS = "sessions"
    ORGANISATION = "organisation"
    PROVINCE = "province"
    CATEGORY = "category"
    SEX = "sex"


VIEWS: Mapping[View, str] = {
    View.ARRIVALS: mark("Arrivals over time"),
    View.SESSIONS: mark("Session against session"),
    View.ORGANISATION: mark("By organisation"),
    View.PROVINCE: mark("By province"),
    View.CATEGORY: mark("By category"),
    View.SEX: mark("By sex"),
}
"""What each view is called."""
COLUMNS = (
    *(mark("Expected"), mark("Arrived"), mark("Women expected"), mark("Women arrived")),
    *(mark("Sex not known, expected"), mark("Sex not known, arrived")),
)
"""Heads of the figures of a row, in their order."""
TIME_COLUMNS = (mark("Arrived"), mark("Women arrived"), mark("Sex not known, arrived"), mark("So far"))
"""Heads of the figures of a span of time."""
_SEXES: Mapping[str, str] = {
    Sex.FEMALE.value: mark("Women"),
    Sex.MALE.value: mark("Men"),
    Sex.UNKNOWN.value: mark("Sex not known"),
}
_WIDE, _NARROW = 48, 14


@dataclass(frozen=True, slots=True)
class Row:
    """A line of figures and what it is called."""

    label: Message
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The figures of an event, or of one of its sessions; those of sessions are always of all of them.

    `total` is what every view but that of the sessions adds up to. `minutes` is the length of a span.
    """

    event: Event
    sessions: tuple[Session, ...]
    session: Session | None
    total: Figures
    rows: Mapping[View, tuple[Row, ...]]
    minutes: int
    spans: tuple[Span, ...]

    def session_name(self, session: Session | None) -> Message:
        """Name a session, or all of them."""
        if session is None:
            return say("The whole event")
        return session_words(self.event, session, session.key)


def statistics_of(desk: Desk, event_id: str, session_key: str | None = None) -> Statistics:
    """Count an event as `domain.tally` does, whole or as one of its sessions.

    It is read in several looks: where readers hold up writers, no scan waits for all of it.

    Raises EventNotFound, SessionNotFound.
    """
    with desk.store.read() as tx:
        event = find.event(tx, event_id)
        session = None if session_key is None else find.session(tx, event.id, session_key)
        sessions = events.sessions_of(tx, event.id)
    with desk.store.read() as tx:
        people = attendees.everyone(tx, event.id)
    stays = [stay for one in sessions for stay in _stays(desk, one)]
    here = {one.key: _arrived(stays, one.key) for one in sessions}
    due, arrived = _whom(people, session, here)
    shares = shares_of(due, arrived)
    minutes, spans = arrivals(due, _first(stays, session))
    return Statistics(
        event=event,
        sessions=tuple(sessions),
        session=session,
        total=figures(shares),
        rows=_rows(shares)
        | {View.SESSIONS: tuple(_session_row(event, one, people, here[one.key]) for one in sessions)},
        minutes=minutes,
        spans=spans,
    )


def _stays(desk: Desk, session: Session) -> list[Presence]:
    with desk.store.read() as tx:
        return presences.of_session(tx, session.event_id, session.key)


def _arrived(stays: Sequence[Presence], key: str) -> frozenset[str]:
    return frozenset(stay.attendee_id for stay in stays if stay.session_key == key)


def _whom(
    people: Sequence[Attendee], session: Session | None, here: Mapping[str, frozenset[str]]
) -> tuple[list[Attendee], frozenset[str]]:
    """Give who is counted, and who of them arrived."""
    if session is None:
        return list(people), frozenset().union(*here.values())
    return _due(people, session, here[session.key]), here[session.key]


def _due(people: Sequence[Attendee], session: Session, here: frozenset[str]) -> list[Attendee]:
    return [person for person in people if session.expects(person) or person.id in here]


def _first(stays: Sequence[Presence], session: Session | None) -> dict[str, datetime]:
    first: dict[str, datetime] = {}
    for stay in stays:
        if session is None or stay.session_key == session.key:
            first[stay.attendee_id] = min(stay.arrived_at, first.get(stay.attendee_id, stay.arrived_at))
    return first


def _session_row(event: Event, session: Session, people: Sequence[Attendee], here: frozenset[str]) -> Row:
    return Row(session_words(event, session, session.key), figures(shares_of(_due(people, session, here), here)))


def _rows(shares: Shares) -> dict[View, tuple[Row, ...]]:
    organisations = broken_down(shares, lambda share: share.organisation)
    provinces = broken_down(shares, lambda share: share.province)
    categories = broken_down(shares, lambda share: share.category)
    sexes = broken_down(shares, lambda share: share.sex)
    return {
        View.ORGANISATION: _by_size(organisations, say("Without an organisation")),
        View.PROVINCE: _by_size(provinces, say("Without a province")),
        View.CATEGORY: tuple(
            Row(say(CATEGORIES[one]), categories[one.value]) for one in Category if one.value in categories
        ),
        View.SEX: tuple(Row(say(word), sexes[one]) for one, word in _SEXES.items() if one in sexes),
    }


def _by_size(groups: Mapping[str, Figures], nameless: Message) -> tuple[Row, ...]:
    """Put the largest first, those of the same size in the order of their names, those without a name last."""

    def place(name: str) -> tuple[bool, int, tuple[str, str]]:
        return not name, -groups[name].count.expected, (sort_key(name), name)

    return tuple(Row(plain(name) if name else nameless, groups[name]) for name in sorted(groups, key=place))


# As tables


def numbers_of(one: Figures) -> tuple[int, ...]:
    """Give a row's figures in the order of `COLUMNS`."""
    count = one.count
    return (
        *(count.expected, count.arrived, count.women_expected, count.women),
        *(one.unknown_expected, one.unknown),
    )


def span_words(span: Span, minutes: int, *, with_day: bool) -> str:
    """Write when a span begins and ends."""
    begins, day = span.begins, f"{span.begins.day}/{span.begins.month}"
    if minutes >= _DAY:
        return day
    ends = (begins.hour * 60 + begins.minute + minutes) % _DAY
    hours = f"{format_time(begins.time())}-{ends // 60:02}:{ends % 60:02}"
    return f"{day} {hours}" if with_day else hours


_DAY = 24 * 60


def table_of(found: Statistics, view: View) -> tuple[tuple[str, ...], list[tuple[Message, tuple[int, ...]]]]:
    """Give a view as a table: the heads of its figures, and its rows with the total last, where there is one."""
    if view is View.ARRIVALS:
        return TIME_COLUMNS, _span_rows(found)
    rows = [(row.label, numbers_of(row.figures)) for row in found.rows[view]]
    if view is not View.SESSIONS:
        rows.append((say("Total"), numbers_of(found.total)))
    return COLUMNS, rows


def _span_rows(found: Statistics) -> list[tuple[Message, tuple[int, ...]]]:
    spans, days = found.spans, {span.begins.date() for span in found.spans}
    rows = [
        (
            plain(span_words(span, found.minutes, with_day=len(days) > 1)),
            (span.arrived, span.women, span.unknown, span.so_far),
        )
        for span in spans
    ]
    count = found.total.count
    return [*rows, (say("Total"), (count.arrived, count.women, found.total.unknown, count.arrived))]


def write_statistics(found: Statistics, view: View, path: Path, language: Language) -> None:
    """Write a view's numbers as .xlsx or .csv. Raises what `write_table` raises."""
    heads, rows = table_of(found, view)
    name = render(say(VIEWS[view]), language)
    head = [name, *(render(say(word), language) for word in heads)]
    lines: list[list[str | int]] = [[render(label, language), *numbers] for label, numbers in rows]
    about = [found.event.title, render(found.session_name(found.session), language)]
    sheet = Sheet(render(say("Statistics"), language), head, [_WIDE, *([_NARROW] * len(heads))])
    write_table(path, sheet, [*lines, [], [" · ".join(about)]], language)
