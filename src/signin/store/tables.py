"""The tables. Constraints do the guarding: what must be unique is unique here, whoever writes."""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Time,
    UniqueConstraint,
    text,
)
from sqlalchemy import event as events

metadata = MetaData()


def _words(name: str) -> Column[str]:
    """Make a column of text that may be empty and is never NULL."""
    return Column(name, String, nullable=False, default="")


event = Table(
    "event",
    metadata,
    Column("id", String, primary_key=True),
    _words("title"),
    _words("organiser"),
    _words("venue"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time, nullable=False),
    _words("host"),
    _words("language"),
    Column("chairs", JSON, nullable=False),
    Column("letterhead", JSON, nullable=False),
    Column("certificate", JSON, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("event_id", ForeignKey("event.id"), primary_key=True),
    Column("key", String, primary_key=True),
    _words("title"),
    _words("room"),
    Column("starts_at", DateTime, nullable=False),
    Column("ends_at", DateTime, nullable=False),
    Column("opens_at", DateTime, nullable=False),
    Column("closes_at", DateTime, nullable=False),
    Column("mode", String, nullable=False),
    Column("categories", JSON, nullable=False),
    Column("people", JSON, nullable=False),
)

attendee = Table(
    "attendee",
    metadata,
    Column("id", String, primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    Column("number", Integer, nullable=False),
    _words("prefix"),
    _words("name"),
    Column("sex", String, nullable=False),
    Column("sex_source", String),
    _words("position"),
    _words("organisation"),
    _words("province"),
    _words("phone"),
    _words("email"),
    Column("category", String, nullable=False),
    _words("note"),
    _words("attention"),
    Column("state", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("replaces", ForeignKey("attendee.id"), unique=True),
    Column("stands_for", Integer),
    _words("sort_key"),
    _words("fold"),
    UniqueConstraint("event_id", "number"),
    Index("attendee_by_name", "event_id", "sort_key"),
    Index("attendee_by_fold", "event_id", "fold"),
)

attendee_change = Table(
    "attendee_change",
    metadata,
    # Counts up: what came after a number that was seen is new.
    Column("nth", Integer, primary_key=True),
    Column("attendee_id", String, nullable=False),
)
for verb, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
    # Whoever writes, this program or another, the change is noted.
    note = DDL(  # type: ignore[no-untyped-call]
        f"CREATE TRIGGER attendee_{verb.lower()} AFTER {verb} ON attendee "  # noqa: S608 - constants
        f"BEGIN INSERT INTO attendee_change (attendee_id) VALUES ({row}.id); END"
    )
    events.listen(metadata, "after_create", note.execute_if(dialect="sqlite"))

code = Table(
    "code",
    metadata,
    Column("code", String, primary_key=True),
    Column("attendee_id", ForeignKey("attendee.id"), nullable=False),
    Column("issued_at", DateTime, nullable=False),
    Column("replaced_at", DateTime),
    Index("code_of_attendee", "attendee_id"),
    # One person holds one code that opens the door.
    Index("one_live_code", "attendee_id", unique=True, sqlite_where=text("replaced_at IS NULL")),
)

scan = Table(
    "scan",
    metadata,
    Column("id", String, primary_key=True),
    Column("event_id", String, nullable=False),
    Column("session_key", String, nullable=False),
    Column("desk", String, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("clock", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("source", String, nullable=False),
    Column("direction", String, nullable=False),
    _words("raw"),
    Column("code", String),
    Column("attendee_id", ForeignKey("attendee.id")),
    _words("verdict"),
    Column("detail", JSON, nullable=False),
    Column("forced", Boolean, nullable=False),
    # A row is taken back at most once; taking the taking-back back names the VOID row.
    Column("reference", ForeignKey("scan.id"), unique=True),
    ForeignKeyConstraint(["event_id", "session_key"], ["session.event_id", "session.key"]),
    UniqueConstraint("desk", "sequence"),
    Index("scan_in_order", "clock"),
    Index("scan_at_desk", "desk", "at"),
    Index("scan_of_attendee", "attendee_id", "event_id", "session_key"),
    # The event last: all of an event are read by their clocks, and never by this.
    Index("scan_of_session", "session_key", "event_id", "kind"),
)

presence = Table(
    "presence",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("session_key", String, primary_key=True),
    Column("attendee_id", ForeignKey("attendee.id"), primary_key=True),
    Column("nth", Integer, primary_key=True),
    Column("arrived_at", DateTime, nullable=False),
    _words("desk"),
    Column("left_at", DateTime),
    ForeignKeyConstraint(["event_id", "session_key"], ["session.event_id", "session.key"]),
    # Nobody is inside a session twice.
    Index(
        "one_open_stay",
        "event_id",
        "session_key",
        "attendee_id",
        unique=True,
        sqlite_where=text("left_at IS NULL"),
    ),
    Index("presence_of_attendee", "attendee_id", "event_id"),
)

certificate = Table(
    "certificate",
    metadata,
    Column("event_id", ForeignKey("event.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("attendee_id", ForeignKey("attendee.id"), nullable=False),
    Column("register", String, nullable=False),
    Column("issued_at", DateTime, nullable=False),
    UniqueConstraint("event_id", "attendee_id"),
    UniqueConstraint("event_id", "register"),
    Index("certificate_of_attendee", "attendee_id"),
)

record = Table(
    "record",
    metadata,
    Column("id", String, primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    Column("desk", String, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("subject", String, nullable=False),
    Column("subject_id", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("fields", JSON, nullable=False),
    _words("reason"),
    # A record is taken back at most once, as a scan is.
    Column("reference", ForeignKey("record.id"), unique=True),
    # What follows a record is one record: the chain cannot fork.
    Column("previous", String, nullable=False, unique=True),
    Column("hash", String, nullable=False),
    UniqueConstraint("desk", "sequence"),
    Index("record_of_event", "event_id", "at"),
    Index("record_of_subject", "subject_id"),
)

print_run = Table(
    "print_run",
    metadata,
    Column("id", String, primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    _words("desk"),
    _words("who"),
    Column("at", DateTime, nullable=False),
    Column("paper", String, nullable=False),
    Column("session_key", String),
    _words("target"),
    Column("to_file", Boolean, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("again", Boolean, nullable=False),
    Column("continues", ForeignKey("print_run.id")),
    Index("print_run_of_event", "event_id", "at"),
)

print_person = Table(
    "print_person",
    metadata,
    Column("run_id", ForeignKey("print_run.id"), primary_key=True),
    Column("nth", Integer, primary_key=True),
    Column("attendee_id", ForeignKey("attendee.id"), nullable=False),
    Column("page", Integer, nullable=False),
    Column("copy", Boolean, nullable=False),
    Index("print_of_attendee", "attendee_id"),
)

print_page = Table(
    "print_page",
    metadata,
    Column("run_id", ForeignKey("print_run.id"), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
)

merge = Table(
    "merge",
    metadata,
    # Counts up: the last one is taken back first.
    Column("nth", Integer, primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    Column("attendee_id", ForeignKey("attendee.id"), nullable=False, unique=True),
    Column("kept_id", ForeignKey("attendee.id"), nullable=False),
    Column("state", String, nullable=False),
    Column("clock", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("record_id", ForeignKey("record.id"), nullable=False),
    Column("replaces", ForeignKey("attendee.id")),
    Column("sessions", JSON, nullable=False),
    Index("merge_of_event", "event_id"),
    Index("merge_into", "kept_id"),
    Index("merge_replaces", "replaces"),
)

told_apart = Table(
    "told_apart",
    metadata,
    Column("first_id", ForeignKey("attendee.id"), primary_key=True),
    Column("second_id", ForeignKey("attendee.id"), primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    Column("record_id", ForeignKey("record.id"), nullable=False),
    Index("told_apart_of_event", "event_id"),
    Index("told_apart_from", "second_id"),
)
