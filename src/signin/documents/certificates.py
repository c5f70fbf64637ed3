"""Certificates of attendance, for those who came: one a page, landscape."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from signin.documents.ornament import NAVY, draw_divider, draw_frame
from signin.documents.placing import put, put_below_another
from signin.documents.whose import about
from signin.documents.wording import (
    COUNTRY,
    MOTTO,
    Tell,
    days,
    language_tag,
    offices,
    place_and_date,
    said,
    unheard,
)
from signin.domain.attendee import Attendee
from signin.domain.event import Event
from signin.lao.numbers import format_number
from signin.typeset import A4_LANDSCAPE, Colour, Document, DocumentFailure, Style, mm
from signin.words import mark

_MANY = mark("Certificates of attendance")
_MIDDLE = 297 / 2
_TEXT = (34.0, 229.0)
"""Left and width of the text in millimetres."""
_SIGNED = (174.0, 92.0)
"""Left and width of the signature, at the right."""
_CODE = 22.0
"""Side of the code in millimetres, its quiet zone with it: a code of 135 characters has modules of half a one."""
_QUIET_ZONE = 2
"""Modules: the paper around it is white."""
_INK: Colour = "#17202c"
_QUIET: Colour = "#566170"
_NAME: Colour = "#8a5f12"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")  # any text: Lao vowel marks are no word characters


class UnknownPlaceholder(DocumentFailure):
    """The organiser's wording names something that no certificate knows."""

    text = mark("The wording of the certificate names “{name}”. It may name {known}. Correct it and print again.")


@dataclass(frozen=True, slots=True)
class CertificateEntry:
    """Somebody who has earned a certificate, its register number, and what was attended.

    `code` is what its QR code says, for whoever wants to check it; without one no code is printed. A `copy` is
    marked as one.
    """

    attendee: Attendee
    register: str
    sessions_attended: int
    time_inside: timedelta
    code: str = ""
    copy: bool = False


def write_certificates(
    path: Path,
    event: Event,
    entries: Sequence[CertificateEntry],
    *,
    made_at: datetime,
    tell: Tell = unheard,
) -> int:
    """Print the certificates in the order given; give the number of pages, 1 with a notice if there are none.

    The wording is `event.certificate.wording`, with {event}, {dates}, {venue}, {sessions} (how many) and {hours}
    filled in, or the usual one. Raises DocumentFailure: UnknownPlaceholder, DoesNotFit, MissingGlyph, NotWritten.
    """
    title, tag = f"{said(event, _MANY)} – {event.title}", language_tag(event)
    with Document(
        path, title=title, made_at=made_at, author=event.organiser, language=tag, page=A4_LANDSCAPE
    ) as document:
        for nth, entry in enumerate(entries):
            tell(nth, len(entries))
            document.new_page()
            document.art("certificate", partial(_draw_common, document, event))
            with about(entry.attendee):
                _draw_entry(document, event, entry)
        if not entries:
            document.new_page()
            _draw_nobody(document, event)
        return document.page_number


def _draw_nobody(document: Document, event: Event) -> None:
    left, across = _TEXT
    put(document, event.title, (left, 60, across, 34), Style(size=16, align="centre", colour=_QUIET), least=6)
    notice = said(event, mark("Nobody has earned a certificate yet."))
    put(document, notice, (left, 96, across, 20), Style(size=20, align="centre", colour=_INK), least=8)


def _draw_common(document: Document, event: Event) -> None:
    """Draw what is the same on all: frame, head, title, place and date, signatory."""
    draw_frame(document)
    _draw_head(document, event)
    left, across = _TEXT
    title = event.certificate.title or said(event, mark("Certificate of attendance"))
    put(
        document, title, (left, 61.5, across, 24), Style(size=42, bold=True, align="centre", colour=NAVY), least=14
    )
    certify = said(event, mark("This is to certify that"))
    put(document, certify, (left, 84.5, across, 8), Style(size=13, align="centre", colour=_QUIET), least=8)
    draw_divider(document, _MIDDLE * mm, 112.4 * mm, 70 * mm)
    _draw_signature(document, event)


def _draw_head(document: Document, event: Event) -> None:
    left, across = _TEXT
    country = Style(size=13.5, bold=True, align="centre", colour=_INK)
    put(document, said(event, COUNTRY), (left, 21.6, across, 8), country, least=8)
    put(
        document,
        said(event, MOTTO),
        (left, 28.8, across, 8),
        Style(size=12.5, align="centre", colour=_INK),
        least=8,
    )
    draw_divider(document, _MIDDLE * mm, 39.3 * mm, 30 * mm)
    style = Style(size=13, align="centre", colour=NAVY)
    put_below_another(document, offices(event), (left, 42, across, 19.5), style, least=6)


def _draw_signature(document: Document, event: Event) -> None:
    """Say where and when, and who signs; between them there is room for the stamp."""
    terms = event.certificate
    left, across = _SIGNED
    where = place_and_date(event, terms.place or event.letterhead.place, event.ends_on)
    put(document, where, (left, 151.5, across, 7), Style(size=12.5, align="centre", colour=_INK), least=6)
    position = Style(size=12.5, bold=True, align="centre", colour=_INK)
    put(document, terms.signatory_position, (left, 158, across, 8), position, least=5)
    middle = (left + across / 2) * mm
    document.line(middle - 33 * mm, 183 * mm, middle + 33 * mm, 183 * mm, width=0.5, colour=_QUIET, dash=(0.8, 2))
    put(document, terms.signatory, (left, 184, across, 7), Style(size=12.5, align="centre", colour=_INK), least=6)


def _draw_entry(document: Document, event: Event, entry: CertificateEntry) -> None:
    left, across = _TEXT
    who = entry.attendee
    name = Style(size=34, bold=True, align="centre", colour=_NAME, breaks="spaces")
    put(document, who.full_name, (left, 91.5, across, 19.5), name, least=8)
    role = ", ".join(part for part in (who.position, who.organisation) if part)
    body = Style(size=14, align="centre", colour=_INK)
    put_below_another(document, [role, _wording(event, entry)], (left, 114.4, across, 33), body, least=6, gap=1.2)
    register = said(event, mark("Register number {register}"), register=entry.register)
    put(document, register, (left, 184, 90, 7), Style(size=11, colour=_QUIET), least=6)
    if entry.copy:
        copy = Style(size=12, bold=True, align="right", colour=_QUIET)
        put(document, said(event, mark("COPY")), (left + across - 50, 21.6, 50, 8), copy, least=6)
    if entry.code:
        document.qr(left * mm, (184 - _CODE) * mm, _CODE * mm, entry.code, quiet=_QUIET_ZONE)


def _wording(event: Event, entry: CertificateEntry) -> str:
    """Fill in the organiser's wording, or say the usual one; values are texts and are not looked into."""
    values: dict[str, str] = {
        "event": event.title,
        "dates": days(event),
        "venue": event.venue,
        "sessions": str(entry.sessions_attended),
        "hours": _hours(event, entry.time_inside),
    }
    if event.certificate.wording:
        return _PLACEHOLDER.sub(lambda found: _value(found[1], values), event.certificate.wording)
    usual = mark("has taken part in {event}, {dates}, at {venue} (sessions attended: {sessions})")
    return said(event, usual, **values)


def _value(name: str, values: Mapping[str, str]) -> str:
    if name in values:
        return values[name]
    raise UnknownPlaceholder(name=f"{{{name}}}", known=" ".join(f"{{{known}}}" for known in values))


def _hours(event: Event, inside: timedelta) -> str:
    """Write hours to the tenth, without a needless zero."""
    tenths = round(Decimal(int(inside.total_seconds())) / 3600, 1)
    whole = tenths == tenths.to_integral_value()
    return format_number(tenths.quantize(Decimal(1)) if whole else tenths, event.language)
