"""How a row of the scan log is said in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from signin.domain.scan import Kind, Source
from signin.services.history_words import Detail, plain
from signin.store.history_scans import ScanRow
from signin.words import Message, mark, say

VERDICTS: Mapping[str, str] = {
    "Admitted": mark("Checked in: {session}"),
    "AdmittedBack": mark("Came back: {session}"),
    "Left": mark("Went out: {session}"),
    "AlreadyIn": mark("Scanned again, was in already: {session}"),
    "NotInside": mark("Scanned out, but was not inside: {session}"),
    "NotExpected": mark("Not let in, not for this session: {session}"),
    "NotOpen": mark("Not let in, not open yet: {session}"),
    "Closed": mark("Not let in, closed: {session}"),
    "Cancelled": mark("Not let in, place cancelled: {session}"),
    "Replaced": mark("Not let in, badge or place replaced: {session}"),
    "OtherEvent": mark("Not let in, badge of another event: {session}"),
    "UnknownCode": mark("Not let in, unknown code: {session}"),
    "Unreadable": mark("Could not be read: {session}"),
}
"""The sentence of each verdict."""
SOURCES: Mapping[Source, str] = {
    Source.QR: mark("Badge scanned"),
    Source.SEARCH: mark("Found by search"),
    Source.NUMBER: mark("By number"),
    Source.PAPER: mark("From a paper list"),
    Source.WALK_IN: mark("Walk-in"),
}
_FORCED = mark("Let in anyway: {session}")
_TAKEN_BACK = mark("Taken back – {what}")
_PUT_BACK = mark("Put back: {session}")


def scan_words(row: ScanRow, session: Message) -> Message:
    """Say a row of the scan log, told the name of its session."""
    if row.kind == Kind.SCAN.value:
        return _verdict(row.verdict, session, forced=row.forced)
    if row.taken_kind == Kind.VOID.value:
        return say(_PUT_BACK, session=session)
    return say(_TAKEN_BACK, what=_verdict(row.taken_verdict or "", session, forced=row.forced))


def _verdict(name: str, session: Message, *, forced: bool) -> Message:
    text = _FORCED if forced and name == "Admitted" else VERDICTS[name]
    return Message(text, {"session": session})


def scan_details(row: ScanRow) -> tuple[Detail, ...]:
    """Say how somebody was named to the desk, and what was read."""
    if row.kind != Kind.SCAN.value:
        return ()
    how = Detail(say("How"), plain(""), say(SOURCES[Source(row.source)]))
    return (how, Detail(say("What was read"), plain(""), plain(row.raw)))
