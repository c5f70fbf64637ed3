"""One page each of what an event's papers will look like, before anybody is on them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from signin.documents.certificates import CertificateEntry, write_certificates
from signin.documents.letterhead import draw_letterhead
from signin.documents.wording import language_tag
from signin.domain.attendee import Attendee
from signin.domain.event import Event
from signin.typeset import Document, mm

_LEFT, _ACROSS, _TOP = 15.0, 184.0, 13.0
_HEAD = (210 * mm, 78 * mm)
"""As much of an A4 page as a letterhead takes."""
_NOBODY = "........................................"
_INSIDE = timedelta(hours=6)


def write_head(path: Path, event: Event, now: datetime) -> None:
    """Write the head of the event's papers as they are signed today. Raises DocumentFailure."""
    tag = language_tag(event)
    with Document(path, title=event.title, made_at=now, language=tag, page=_HEAD) as document:
        document.new_page()
        draw_letterhead(document, event, now.date(), left=_LEFT, top=_TOP, across=_ACROSS)


def write_certificate(path: Path, event: Event, now: datetime) -> None:
    """Write a certificate that names nobody yet. Raises DocumentFailure."""
    entry = CertificateEntry(
        attendee=Attendee(id="", event_id=event.id, number=1, name=_NOBODY),
        register=event.certificate.register_text(1, event.ends_on.year),
        sessions_attended=2,
        time_inside=_INSIDE,
    )
    write_certificates(path, event, [entry], made_at=now)
