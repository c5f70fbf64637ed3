"""The main job, end to end, on a real conference: its facts, its people's roster, two days at the door.

The facts (title, days, hours, place, chairs, presenter) are those of a conference that was held on 12 and
13 June 2024; the people of the roster, and everything that happens at the door, are invented.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from signin.assets import RESOURCES
from signin.domain import codes, ids
from signin.domain.event import CertificateTerms, Chair, Event, Letterhead, Mode, Rule, Session, half_days
from signin.domain.scan import Direction
from signin.domain.tally import Tally
from signin.domain.verdict import name_of
from signin.exchange.pictures import read_codes, render_pages
from signin.exchange.roster import read_roster
from signin.services import find, meetings, papers, register, rosters
from signin.services.admit import Door, admit
from signin.services.desk import Desk
from signin.services.tallies import tally_of
from signin.words import Message, say

SAMPLE = RESOURCES / "sample"
PRINTED_AT = datetime(2024, 6, 11, 15, 0)
CLOSED_AT = datetime(2024, 6, 13, 16, 30)
READ_AT_DPI = 200  # a badge's module is then 6 pixels

CANCELLED, REPLACED, LOST_BADGE = 29, 14, 22
SUBSTITUTE = register.Particulars(name="ທ່ານ ນ. ດາວວອນ ສີປະເສີດ", position="ວິຊາການ", phone="020 5550 0101")
WALK_INS = (
    register.Particulars(
        name="ທ້າວ ຄຳສອນ ແສງຈັນ", organisation="ພະແນກຖະແຫຼງຂ່າວ ວັດທະນະທຳ ແລະ ທ່ອງທ່ຽວ", position="ວິຊາການ"
    ),
    register.Particulars(
        name="ນາງ ມາລີ ວົງສະຫວັນ", organisation="ພະແນກການເງິນ", position="ວິຊາການ", phone="020 5550 0102"
    ),
)
ABSENT = {"day1-am": {9}, "day1-pm": {9}, "day2-am": {9, 16, 24}, "day2-pm": {9, 11, 16, 24, 30}}
LATE = {"day1-am": {3: 25, 19: 48}, "day2-am": {7: 35}}
LEFT_EARLY, LEFT_AND_BACK = (12, 27), 5
BARCODE, HALF_A_SCAN = "8851234567890", 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What happened: the counts, how often each verdict was given, and where the papers lie."""

    event_id: str
    printed: int
    read_back: int
    verdicts: Mapping[str, int]
    tally: Tally
    papers: tuple[papers.Printed, ...]


@dataclass(slots=True)
class _Door:
    """The people at the door with their badges, and two desks in turn."""

    desks: tuple[Desk, Desk]
    event_id: str
    badges: dict[int, str]
    verdicts: Counter[str] = field(default_factory=Counter)

    def scan(
        self, who: int | str, session: Session, at: datetime, *, out: bool = False, forced: bool = False
    ) -> None:
        """Hold a badge, or anything else, under the scanner."""
        raw = self.badges[who] if isinstance(who, int) else who
        direction = Direction.OUT if out else Direction.IN
        door = Door(event_id=self.event_id, session_key=session.key, now=at, direction=direction, forced=forced)
        self.verdicts[name_of(admit(self.desks[at.minute % 2], raw, door).verdict)] += 1


def demonstrate(desk: Desk, folder: Path, tell: Callable[[Message], None]) -> Demonstration:
    """Play the conference into an empty store, and print its papers into a folder."""
    event, sessions = sample_event(desk)
    meetings.create(desk, event, sessions)
    reading = read_roster(SAMPLE / "conference-roster.xlsx")
    imported = rosters.import_roster(desk, event.id, reading, PRINTED_AT)
    tell(say("Roster: {count} people read.", count=len(imported.plan.added)))
    badges = papers.print_badges(desk, event.id, folder / "badges.pdf", PRINTED_AT)
    door = _Door((desk, replace(desk, name=f"{desk.name} B")), event.id, _read_back(desk, event.id, badges.path))
    printed, read_back = badges.people, len(door.badges)
    tell(say("Badges: {printed} printed, {read} codes read back from the pages.", printed=printed, read=read_back))
    _change_places(desk, event.id)
    later = _first_morning(door, desk, sessions[0], folder)
    _first_afternoon(door, sessions[1])
    _second_day(door, desk, sessions[2:], event.id)
    with desk.store.read() as tx:
        counted = tally_of(tx, event)
    lists = [
        papers.print_participants(desk, event.id, folder / "participants.pdf", CLOSED_AT),
        papers.print_certificates(desk, event.id, folder / "certificates.pdf", CLOSED_AT),
    ]
    return Demonstration(
        event_id=event.id,
        printed=printed,
        read_back=read_back,
        verdicts=dict(door.verdicts),
        tally=counted,
        papers=(badges, later, *lists),
    )


def sample_event(desk: Desk) -> tuple[Event, list[Session]]:
    """Make the event from the conference's facts; the first afternoon is scanned in and out."""
    facts: dict[str, Any] = json.loads((SAMPLE / "conference.json").read_text(encoding="utf-8"))
    office, ministry = facts["organiser"].split(", ", 1)
    first = facts["chairs"][0]
    starts_on = date.fromisoformat(facts["starts_on"])
    event = Event(
        id=ids.short(datetime.combine(starts_on, time()), desk.random),
        title=facts["title"],
        organiser=facts["organiser"],
        venue=facts["venue"],
        starts_on=starts_on,
        ends_on=date.fromisoformat(facts["ends_on"]),
        starts_at=time.fromisoformat(facts["starts_at"]),
        ends_at=datetime.fromisoformat(facts["closed_at"]).time(),
        chairs=tuple(Chair(**chair) for chair in facts["chairs"]),
        letterhead=Letterhead(offices=(ministry, office), place="ແຂວງວຽງຈັນ"),
        certificate=CertificateTerms(
            rule=Rule.SHARE,
            value=Fraction(3, 4),
            signatory=f"{first['prefix']} {first['name']}",
            signatory_position=first["position"],
            place="ແຂວງວຽງຈັນ",
            register="{number:03}/ສບລ.{yy}",
        ),
    )
    made = half_days(event)
    return event, [replace(one, mode=Mode.IN_OUT) if one.key == "day1-pm" else one for one in made]


def _read_back(desk: Desk, event_id: str, pdf: Path) -> dict[int, str]:
    """Read the codes out of printed badge pages; give them by roster number."""
    seen = [code for page in render_pages(pdf, READ_AT_DPI) for code in read_codes(page)]
    with desk.store.read() as tx:
        return {find.person(tx, event_id, code).number: code for code in seen}


def _change_places(desk: Desk, event_id: str) -> None:
    """One person sends word of not coming, and another sends somebody else."""
    register.cancel(desk, event_id, str(CANCELLED), PRINTED_AT)
    register.substitute(desk, event_id, str(REPLACED), SUBSTITUTE, PRINTED_AT + timedelta(hours=1))


def _first_morning(door: _Door, desk: Desk, session: Session, folder: Path) -> papers.Printed:
    """Play the crowd, a badge too early, late comers, wrong codes, two walk-ins, and badges for whoever is new."""
    early = session.opens_at - timedelta(minutes=20)
    door.scan(34, session, early)
    door.scan(34, session, early + timedelta(minutes=1), forced=True)
    _crowd(door, session, sorted(set(door.badges) - {34}))
    half = door.badges[1][:HALF_A_SCAN]
    for minutes, what in ((3, BARCODE), (4, half), (5, codes.new(desk.random)), (6, half)):
        door.scan(what, session, session.opens_at + timedelta(minutes=minutes))
    at = session.starts_at - timedelta(minutes=2)
    added = []
    for nth, told in enumerate(WALK_INS):
        entry = Door(event_id=door.event_id, session_key=session.key, now=at + timedelta(minutes=nth))
        registered, answer = register.walk_in(desk, told, entry)
        door.verdicts[name_of(answer.verdict)] += 1
        added.append(str(registered.attendee.number))
    with desk.store.read() as tx:
        place = find.person(tx, door.event_id, str(REPLACED))
        added.append(str(find.holder_of_place(tx, place).number))
    later = papers.print_badges(desk, door.event_id, folder / "badges-later.pdf", at, named=added)
    door.badges |= _read_back(desk, door.event_id, later.path)
    door.scan(max(door.badges) - 2, session, at + timedelta(minutes=5))
    return later


def _first_afternoon(door: _Door, session: Session) -> None:
    """In and out: some leave early, one comes back, the others stay to the end."""
    _crowd(door, session, sorted(door.badges))
    for number in LEFT_EARLY:
        door.scan(number, session, session.starts_at + timedelta(minutes=75, seconds=number))
    for number in LEFT_EARLY:
        door.scan(number, session, session.starts_at + timedelta(minutes=80, seconds=number), out=True)
    door.scan(LEFT_AND_BACK, session, session.starts_at + timedelta(minutes=60), out=True)
    door.scan(LEFT_AND_BACK, session, session.starts_at + timedelta(minutes=90))
    for nth, number in enumerate(
        sorted(set(door.badges) - {CANCELLED, REPLACED, *LEFT_EARLY} - ABSENT[session.key])
    ):
        door.scan(number, session, session.ends_at - timedelta(minutes=5) + timedelta(seconds=5 * nth), out=True)


def _second_day(door: _Door, desk: Desk, sessions: list[Session], event_id: str) -> None:
    """Play a lost badge that gets a new code and whose old one is tried; some do not come back."""
    old = door.badges[LOST_BADGE]
    new = register.reissue(desk, event_id, str(LOST_BADGE), sessions[0].opens_at)
    door.badges[LOST_BADGE] = new.code
    door.scan(old, sessions[0], sessions[0].opens_at + timedelta(minutes=1))
    for session in sessions:
        _crowd(door, session, sorted(set(door.badges) - {CANCELLED, REPLACED}))
    last = sessions[-1]
    door.scan(1, last, last.closes_at + timedelta(minutes=10))


def _crowd(door: _Door, session: Session, numbers: list[int]) -> None:
    """Everybody comes in the half hour before the start, three scan twice, the late ones come late."""
    begins = session.starts_at - timedelta(minutes=30)
    for nth, number in enumerate(one for one in numbers if one not in ABSENT[session.key]):
        late = LATE.get(session.key, {}).get(number)
        at = begins + timedelta(seconds=40 * nth) if late is None else session.starts_at + timedelta(minutes=late)
        door.scan(number, session, at)
        if number % 12 == 1:
            door.scan(number, session, at + timedelta(seconds=1))
            door.scan(number, session, at + timedelta(minutes=2))
