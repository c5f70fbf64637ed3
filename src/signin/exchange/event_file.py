"""The event file: a meeting, its sessions and its certificate, written as TOML."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import Literal

from signin.domain.attendee import Category
from signin.domain.event import (
    DAY_ENDS,
    DAY_STARTS,
    OPENS_BEFORE,
    CertificateTerms,
    Chair,
    Event,
    Letterhead,
    Mode,
    Rule,
    Session,
    half_days,
)
from signin.exchange.delimited import decoded
from signin.exchange.failures import EncodingUnknown, FileMissing, FileUnreadable
from signin.exchange.keys import KeyRefused, Keys
from signin.words import Failure, mark, say

_LARGEST = 1_000_000
_LONGEST = 366
_WIDTH = re.compile(r"(?:0?[1-9])?d?")
_REGISTER_FIELDS = frozenset({"number", "year", "yy"})


class EventFileNotToml(Failure):
    """The file is not TOML; the parser says where."""

    text = mark("The event file {file} cannot be read: {reason}. Correct it and try again.")


def read_event(path: Path, *, event_id: str) -> tuple[Event, tuple[Session, ...]]:
    """Read an event and its sessions; without any [[session]], the half-days of its days and hours.

    Keys of the event: title, organiser, venue, starts_on, ends_on; starts_at, ends_at, host, language,
    chairs, [letterhead], [certificate], [[session]]. Times are the meeting's wall clock, so one with an
    offset is refused. Failures: FileMissing, FileUnreadable, EventFileNotToml, KeyRefused (names the key).
    """
    keys = Keys(_parsed(Path(path)))
    event = _event(keys, event_id)
    sessions = tuple(_session(each, event) for each in keys.tables("session"))
    keys.close()
    _check_sessions(keys, event, sessions)
    return event, sessions or half_days(event)


def _parsed(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > _LARGEST:
            raise FileUnreadable(file=path.name)
        return tomllib.loads(decoded(path.read_bytes(), path))
    except FileNotFoundError:
        raise FileMissing(file=path.name) from None
    except OSError:
        raise FileUnreadable(file=path.name) from None
    except EncodingUnknown:
        raise EventFileNotToml(file=path.name, reason=say("save it as UTF-8")) from None
    except RecursionError:
        raise EventFileNotToml(file=path.name, reason=say("its brackets are nested too deeply")) from None
    except tomllib.TOMLDecodeError as broken:
        raise EventFileNotToml(file=path.name, reason=str(broken)) from None


def _event(keys: Keys, event_id: str) -> Event:
    starts_on, ends_on = keys.day("starts_on"), keys.day("ends_on")
    starts_at, ends_at = keys.hour("starts_at", DAY_STARTS), keys.hour("ends_at", DAY_ENDS)
    if not 0 <= (ends_on - starts_on).days < _LONGEST:
        raise KeyRefused(key="ends_on", reason=say("it must be on or after starts_on, within a year"))
    if starts_on == ends_on and ends_at <= starts_at:
        raise KeyRefused(key="ends_at", reason=say("it must be later than the start"))
    return Event(
        id=event_id,
        title=keys.text("title", needed=True),
        organiser=keys.text("organiser", needed=True),
        venue=keys.text("venue", needed=True),
        starts_on=starts_on,
        ends_on=ends_on,
        starts_at=starts_at,
        ends_at=ends_at,
        host=keys.text("host"),
        chairs=tuple(map(_chair, keys.tables("chairs"))),
        letterhead=_letterhead(keys.table("letterhead")),
        certificate=_certificate(keys.table("certificate")),
        language=_language(keys),
    )


def _language(keys: Keys) -> Literal["lo", "en"]:
    return "en" if keys.choice("language", ("lo", "en"), "lo") == "en" else "lo"


def _chair(keys: Keys) -> Chair:
    chair = Chair(name=keys.text("name", needed=True), prefix=keys.text("prefix"), position=keys.text("position"))
    keys.close()
    return chair


def _letterhead(keys: Keys) -> Letterhead:
    head = Letterhead(offices=keys.texts("offices"), number=keys.text("number"), place=keys.text("place"))
    keys.close()
    return head


def _certificate(keys: Keys) -> CertificateTerms:
    rule = Rule(keys.choice("rule", tuple(rule.value for rule in Rule), Rule.COUNT.value))
    usual = CertificateTerms()
    value = keys.fraction("value", usual.value)
    sessions = keys.texts("sessions")
    if value <= 0 or (rule is Rule.SHARE and value > 1) or (rule is Rule.COUNT and value.denominator != 1):
        raise KeyRefused(
            key=f"{keys.place}value",
            reason=say("a count of sessions from 1, a share above 0 and up to 1, or hours above 0"),
        )
    if (rule is Rule.NAMED) != bool(sessions):
        raise KeyRefused(key=f"{keys.place}sessions", reason=say("only the rule “named” takes it, and needs it"))
    terms = CertificateTerms(
        rule=rule,
        value=value,
        sessions=sessions,
        title=keys.text("title"),
        wording=keys.text("wording"),
        signatory=keys.text("signatory"),
        signatory_position=keys.text("signatory_position"),
        place=keys.text("place"),
        register=_register(keys, usual.register),
    )
    keys.close()
    return terms


def _register(keys: Keys, usual: str) -> str:
    """Take the pattern of register numbers: {number}, which must stand there, {year} and {yy}."""
    pattern = keys.text("register") or usual
    if not _is_register(pattern):
        raise KeyRefused(key=f"{keys.place}register", reason=say("write for example “{example}”", example=usual))
    return pattern


def _is_register(pattern: str) -> bool:
    """Whether a pattern names only its fields, with at most nine digits, and can be filled in."""
    try:
        parts = [part for part in Formatter().parse(pattern) if part[1] is not None]
        names = {name for _, name, _, _ in parts}
        plain = all(_WIDTH.fullmatch(spec or "") and not way for _, _, spec, way in parts)
        if not (plain and "number" in names and _REGISTER_FIELDS.issuperset(names)):
            return False
        CertificateTerms(register=pattern).register_text(1, 2024)
    except ValueError:
        return False
    return True


def _session(keys: Keys, event: Event) -> Session:
    day = keys.day("date", event.starts_on if event.starts_on == event.ends_on else None, also="day")
    starts_at, ends_at = keys.moment("starts_at", day), keys.moment("ends_at", day)
    if ends_at <= starts_at:
        raise KeyRefused(key=f"{keys.place}ends_at", reason=say("it must be later than the start"))
    opens_at = keys.moment("opens_at", day, starts_at - OPENS_BEFORE)
    closes_at = keys.moment("closes_at", day, ends_at)
    if not opens_at < closes_at:
        raise KeyRefused(key=f"{keys.place}closes_at", reason=say("it must be later than opens_at"))
    if not event.starts_on <= starts_at.date() <= ends_at.date() <= event.ends_on:
        raise KeyRefused(key=f"{keys.place}starts_at", reason=say("the session must be on the days of the event"))
    session = Session(
        event_id=event.id,
        key=keys.text("id", needed=True),
        title=keys.text("title"),
        room=keys.text("room") or event.venue,
        starts_at=starts_at,
        ends_at=ends_at,
        opens_at=opens_at,
        closes_at=closes_at,
        mode=Mode(keys.choice("mode", tuple(mode.value for mode in Mode), Mode.ARRIVAL.value)),
        categories=frozenset(map(Category, keys.choices("categories", tuple(each.value for each in Category)))),
        people=frozenset(keys.numbers("people")),
    )
    keys.close()
    return session


def _check_sessions(keys: Keys, event: Event, sessions: tuple[Session, ...]) -> None:
    known: set[str] = set()
    for session in sessions:
        if session.key in known:
            raise KeyRefused(key=f"{keys.place}session.id", reason=say("“{said}” stands twice", said=session.key))
        known.add(session.key)
    known = known or {session.key for session in half_days(event)}
    missing = [key for key in event.certificate.sessions if key not in known]
    if missing:
        raise KeyRefused(key="certificate.sessions", reason=say("there is no session “{said}”", said=missing[0]))
