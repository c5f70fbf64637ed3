"""The lines that tell what happened: what sort of thing each is, and each log's rows said as lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from signin.domain.event import Event
from signin.domain.print_run import Paper
from signin.domain.record import Verb
from signin.services.history_words import (
    Detail,
    Naming,
    changes_words,
    details_of,
    plain,
    record_words,
)
from signin.services.run_words import PAPERS
from signin.services.scan_words import scan_details, scan_words
from signin.services.session_names import SessionNames, key_words, session_words
from signin.store import Transaction, events
from signin.store.history import RecordRow, Who
from signin.store.history_papers import CameOut, GivenRow, ImportedAs, RunRow
from signin.store.history_scans import DOOR, REFUSED, TAKEN_BACK, ScanRow
from signin.words import Message, mark, say


class Kind(StrEnum):
    """What sort of thing happened."""

    DOOR = DOOR
    REFUSED = REFUSED
    TAKEN_BACK = TAKEN_BACK
    PERSON = "person"
    CODE = "code"
    PAPER = "paper"
    CERTIFICATE = "certificate"
    IMPORT = "import"
    EVENT = "event"


KINDS: Mapping[Kind, str] = {
    Kind.DOOR: mark("Check-ins"),
    Kind.REFUSED: mark("Not let in"),
    Kind.TAKEN_BACK: mark("Taken back"),
    Kind.PERSON: mark("Changes to people"),
    Kind.CODE: mark("New codes"),
    Kind.PAPER: mark("Papers"),
    Kind.CERTIFICATE: mark("Register numbers"),
    Kind.IMPORT: mark("Imports"),
    Kind.EVENT: mark("Changes to the event"),
}
"""What each kind is called."""
KIND_OF_VERB: Mapping[Verb, Kind] = {
    **dict.fromkeys(Verb, Kind.PERSON),
    Verb.REISSUED: Kind.CODE,
    Verb.IMPORTED: Kind.IMPORT,
    Verb.IMPORT_TAKEN_BACK: Kind.IMPORT,
    Verb.NOT_OUT: Kind.PAPER,
    Verb.OUT_AFTER_ALL: Kind.PAPER,
    Verb.CHANGED: Kind.EVENT,
    Verb.CLONED: Kind.EVENT,
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened: when, at which desk ("" where none is known), what, and why if somebody said."""

    at: datetime
    desk: str
    message: Message
    reason: str
    kind: Kind
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """A line, and who it is about, where it is about somebody."""

    line: HistoryLine
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A line on its way, the log it is from, and its place there; None for a row that cannot be read."""

    at: datetime
    log: str
    place: object
    line: EventLine | None


class Sayings:
    """Says the rows of one event's logs, whose sessions it knows."""

    def __init__(self, tx: Transaction, event: Event) -> None:
        self.event = event
        self._sessions = {one.key: one for one in events.sessions_of(tx, event.id)}
        self._names = SessionNames(event, self._sessions)

    def session(self, key: str) -> Message:
        """Name a session."""
        return session_words(self.event, self._sessions.get(key), key)

    def record(self, row: RecordRow) -> Told:
        """Say a record."""
        line = record_line(row, self._names)
        at = datetime.min if line is None else line.at
        return Told(at, "record", row.place, None if line is None else EventLine(line, row.who))

    def scan(self, row: ScanRow) -> Told:
        """Say a row of the scan log."""
        return Told(row.at, "scan", row.place, EventLine(self.scan_line(row), row.who))

    def scan_line(self, row: ScanRow) -> HistoryLine:
        """Say a row of the scan log to whom it is about."""
        message = scan_words(row, self.session(row.session_key))
        return HistoryLine(row.at, row.desk, message, "", Kind(row.what), scan_details(row))

    def run(self, row: RunRow) -> Told:
        """Say a run of the print log."""
        values = {"people": row.people, "out": row.out, "pages": row.pages, "target": row.target}
        paper = say(PAPERS[row.paper])
        if row.session_key is not None:
            paper = say("{paper}, {session}", paper=paper, session=self.session(row.session_key))
        text = _SAVED if row.to_file else _PRINTED
        line = HistoryLine(row.at, row.desk, Message(text, {"paper": paper, **values}), "", Kind.PAPER, _by(row))
        return Told(row.at, "run", row.place, EventLine(line))

    def given(self, row: GivenRow) -> Told:
        """Say that register numbers were given."""
        message = say("Register number {register}", register=row.first)
        if row.count > 1:
            values = {"count": row.count, "first": row.first, "last": row.last}
            message = Message(mark("Register numbers given: {count}, from {first} to {last}"), values)
        return Told(
            row.place,
            "given",
            row.place,
            EventLine(HistoryLine(row.place, "", message, "", Kind.CERTIFICATE), row.who),
        )


_SAVED = mark("{paper} saved: people {people}, pages {out} of {pages}, “{target}”")
_PRINTED = mark("{paper} printed: people {people}, pages {out} of {pages}, “{target}”")


def _by(row: RunRow) -> tuple[Detail, ...]:
    return (Detail(say("Account on the PC"), plain(""), plain(row.account)),) if row.account else ()


def record_line(row: RecordRow, naming: Naming = key_words) -> HistoryLine | None:
    """Say a record, which names sessions so; None for one that was edited so that it is none any more."""
    record = row.record
    if record is None:
        return None
    kind = KIND_OF_VERB[record.verb]
    reason = "" if record.verb in (Verb.IMPORTED, Verb.IMPORT_TAKEN_BACK, Verb.CLONED) else record.reason
    details = () if kind in (Kind.IMPORT, Kind.PAPER) else details_of(record.fields, naming)
    said = record_words(record, row.substitute, naming)
    return HistoryLine(record.at, record.desk, said, reason, kind, details)


def import_line(one: ImportedAs) -> HistoryLine:
    """Say what an import did to somebody, or taking it back."""
    details = () if one.fields is None else details_of(one.fields)
    return HistoryLine(one.at, one.desk, _import_words(one), "", Kind.IMPORT, details)


def _import_words(one: ImportedAs) -> Message:
    if one.fields is None:
        text = _ADDED_TAKEN_BACK if one.back else mark("Imported from “{sheet}”")
        return say(text, sheet=one.sheet)
    text = _CHANGES_TAKEN_BACK if one.back else mark("Import from “{sheet}” – {what}")
    return say(text, sheet=one.sheet, what=changes_words(one.fields))


_ADDED_TAKEN_BACK = mark("Import from “{sheet}” taken back")
_CHANGES_TAKEN_BACK = mark("Import from “{sheet}” taken back – {what}")


_OWN: Mapping[tuple[Paper, bool], str] = {
    (Paper.BADGES, False): mark("Badge printed"),
    (Paper.BADGES, True): mark("Badge saved as a file"),
    (Paper.CERTIFICATES, False): mark("Certificate printed"),
    (Paper.CERTIFICATES, True): mark("Certificate saved as a file"),
}


def paper_line(one: CameOut) -> HistoryLine:
    """Say that somebody's own paper came out, or was thought to."""
    paper = say(_OWN[one.paper, one.to_file])
    if one.copy:
        paper = say("{paper} again", paper=paper)
    if one.denied:
        paper = say("{paper}: it did not come out", paper=paper)
    return HistoryLine(one.at, one.desk, paper, "", Kind.PAPER)


def register_line(at: datetime, register: str) -> HistoryLine:
    """Say which register number somebody got."""
    return HistoryLine(at, "", say("Register number {register}", register=register), "", Kind.CERTIFICATE)
