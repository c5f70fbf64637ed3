"""Where the meeting is held and by whom: two names that a sentence sets side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signin.exchange.announcement_held import Held, Way
from signin.exchange.announcement_labels import Headed, Heading
from signin.exchange.announcement_text import Found, Reading, Span, first
from signin.exchange.announcement_words import DETAIL, GOES_ON, ORGANISATION, PLACE, REGION, ROOM, clause_end
from signin.lao.dates import DaysFound, parse_days
from signin.lao.times import parse_times

_AT = re.compile(
    rf"(?:(?:ຢູ່|ນະ|ນ\.?)\s?ທີ່|ຢູ່|(?<=\s)ນະ\s|(?<!ສະຖານ)ທີ່)\s?(?P<place>{PLACE})|(?<![A-Za-z])(?:at|in)\s(?:the\s)?(?P<latin>(?=[A-Z]))"
)
_ROOM = re.compile(rf"{ROOM}|(?=[A-Z])")
_ROOM_LINE = re.compile(rf"(?:ຢູ່\s?)?(?:ທີ່\s?)?(?P<place>{ROOM})")
_ROOM_AFTER = re.compile(rf"[,;]\s?(?P<place>{ROOM})")
_REGION = re.compile(REGION)
_DETAIL = re.compile(DETAIL)
_OFFICE = re.compile(ORGANISATION)
_OFFICE_OR_REGION = re.compile(rf"{ORGANISATION}|{REGION}")
_PLACE = re.compile(PLACE)
_BARE = re.compile(r"(?:ທີ່\s?)?(?:ຫ້ອງ(?:ປະຊຸມ|ຮຽນ|ຝຶກອົບຮົມ)?(?:ໃຫຍ່|ນ້ອຍ)?|ສະໂມສອນ|ໂຮງແຮມ|ຫໍປະຊຸມ)\s?$")
"""A kind of room and no more: what follows a space is still its name."""
_ELSEWHERE = re.compile(r"(?:ພັກ(?:ເຊົາ|ຢູ່)?|ລົງທະບຽນ|ຕິດຕໍ່|ພົວພັນ|ສົ່ງ|ສອບຖາມ|ຮັບ|ປະຈຳ|ຢ້ຽມຢາມ)\s?(?:ໄດ້)?\s?$")
_SEGMENT = re.compile(r"[,;:\n(“\"]\s?|\s")
_SPACE = re.compile(r"\s")
_COMMA = re.compile(r"\s?[,;]\s?")
_BY = re.compile(rf"ໂດຍ\s?(?:ແມ່ນ\s)?(?P<office>{ORGANISATION})")
_HELD_BY = re.compile(rf"ຈັດ(?:ຕັ້ງ)?\s?(?:ຂ[ຶື]້ນ)?\s?ໂດຍ\s?(?:ແມ່ນ\s)?(?P<office>{ORGANISATION})")
_BY_LATIN = re.compile(r"(?:organi[sz]ed|hosted|held|convened)(?: jointly)? by (?:the )?(?P<office>[A-Z])")
_MORE_VERBS = re.compile(r"\s(?:ໄດ້|ຈະ|ມີ|ຂໍ)")
_LONGEST = 300
_NEAR = 400
_MOST = 20
"""Sentences that are looked into, at most."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where, and by whom, each where it is told."""

    venue: Found[str] | None
    organiser: Found[str] | None


def places(read: Reading, headed: list[Headed], held: list[Held], day: DaysFound | None) -> Places:
    """Find the venue and the organiser; what nothing tells is None."""
    running = next(
        (one for one in _by_sentence(read, held, day) if one.venue or one.organiser), Places(None, None)
    )
    venue = first([_headed(read, headed, Heading.VENUE), running.venue, _posted(read, day), _anywhere(read)])
    organiser = first(
        [
            _headed(read, headed, Heading.ORGANISER),
            running.organiser,
            *(_subject_of(read, one, ()) for one in held[:_MOST]),
            _by(read, held, day),
            _headed(read, headed, Heading.HOST),
        ]
    )
    return Places(venue, organiser)


def _headed(read: Reading, headed: list[Headed], kind: Heading) -> Found[str] | None:
    return first(read.phrase(*one.value) for one in headed if one.heading is kind)


def _by_sentence(read: Reading, held: list[Held], day: DaysFound | None) -> Iterator[Places]:
    """Go through the sentences that hold the meeting, the one with its day first."""
    own = read.sentence_at(day.start) if day else None
    for one in sorted(held, key=lambda each: (each.sentence != own, each.sentence, each.way.value))[:_MOST]:
        yield _told_in(read, one)


def _told_in(read: Reading, one: Held) -> Places:
    """Part the words before the verb into venue and organiser; a place that follows the verb is a venue."""
    at = _at_in(read, one.sentence)
    if at is None:
        return Places(None, _subject_of(read, one, ()))
    if at >= one.verb or one.way is not Way.HOLDS:
        return Places(
            _venue_from(read, at, one.sentence[1]), _subject_of(read, one, (at,) if at < one.verb else ())
        )
    parted = _parting(read.text, at, one.verb)
    venue_ends = parted if parted is not None else clause_end(read.text, at, one.verb)
    organiser = _office(read, parted, one.verb) if parted is not None else _subject_of(read, one, (at,))
    return Places(read.phrase(at, venue_ends), organiser)


def _at_in(read: Reading, sentence: Span) -> int | None:
    """Find where the place begins in a sentence: a room rather than an office, an office rather than a region."""
    found = [
        one
        for one in _AT.finditer(read.text, *sentence)
        if not _ELSEWHERE.search(read.text[max(sentence[0], one.start() - 20) : one.start()])
    ]
    return min((_start(one) for one in found), key=lambda at: (_weight(read.text, at), at), default=None)


def _start(found: re.Match[str]) -> int:
    return found.start("place") if found["place"] else found.start("latin")


def _weight(text: str, at: int) -> int:
    if _ROOM.match(text, at):
        return 0
    return 2 if _REGION.match(text, at) else 1


def _parting(text: str, at: int, verb: int) -> int | None:
    """Find where the organiser begins between a place and the verb: at an office after a comma, else a space."""
    if verb - at > _NEAR:
        return None
    for kind in (_COMMA, _SPACE):
        for boundary in kind.finditer(text, at, verb):
            before = text[at : boundary.start()]
            if _OFFICE.match(text, boundary.end()) and not GOES_ON.search(before) and not _BARE.fullmatch(before):
                return boundary.end()
    last = max((one.end() for one in _COMMA.finditer(text, at, verb)), default=None)
    return last if last is not None and last < verb and _OFFICE_OR_REGION.match(text, last) else None


def _office(read: Reading, start: int, verb: int) -> Found[str] | None:
    """Give the office that begins here, to the verb or to a first verb of its own."""
    more = _MORE_VERBS.search(read.text, start, verb)
    end = more.start() if more else verb
    if end - start > _LONGEST or _OFFICE.fullmatch(read.text, *read.trimmed(start, end)):
        return None  # "the office" without its name
    return read.phrase(start, end)


def _subject_of(read: Reading, one: Held, places_before: tuple[int, ...]) -> Found[str] | None:
    """Give the office that stands before the verb in its sentence, after the days, hours and place."""
    if one.way not in {Way.HOLDS, Way.INVITES}:
        return None
    start = max(one.sentence[0], one.verb - _NEAR)
    text = read.text[start : one.verb]
    days, hours = parse_days(text), parse_times(text)
    told = [each.end for each in days] + [each.end for each in hours]
    start = max(
        [start + end for end in [0, *told]] + [_after_place(read.text, at, one.verb) for at in places_before]
    )
    for begin in (start, *(segment.end() for segment in _SEGMENT.finditer(read.text, start, one.verb))):
        if _begins_office(read.text, begin, start) and (office := _office(read, begin, one.verb)):
            return office
    return None


def _after_place(text: str, at: int, verb: int) -> int:
    return min(clause_end(text, at, verb), max(at, text.find(",", at, verb)) if "," in text[at:verb] else verb)


def _begins_office(text: str, begin: int, start: int) -> bool:
    return bool(_OFFICE_OR_REGION.match(text, begin)) and not GOES_ON.search(text[max(start, begin - 20) : begin])


def _venue_from(read: Reading, at: int, end: int) -> Found[str] | None:
    """Give the place to where its clause stops; a comma goes on where more of the place follows."""
    stop = clause_end(read.text, at, end)
    for comma in _COMMA.finditer(read.text, at, stop):
        if not (_DETAIL.match(read.text, comma.end()) or _PLACE.match(read.text, comma.end())):
            stop = comma.start()
            break
    return read.phrase(at, min(stop, at + _LONGEST))


def _posted(read: Reading, day: DaysFound | None) -> Found[str] | None:
    """Give the place beside the day, or on one of the lines below it."""
    if day is None:
        return None
    sentence = read.sentence_at(day.start)
    at = _at_in(read, sentence)
    if at is not None:
        return _venue_from(read, at, sentence[1])
    after = _ROOM_AFTER.search(read.text, day.end, min(sentence[1], day.end + _NEAR))
    if after:
        return _venue_from(read, after.start("place"), sentence[1])
    below = read.below(day.start, 3)
    rooms = [(_ROOM_LINE.match(read.text, *line), line[1]) for line in below]
    return first(read.phrase(room.start("place"), end) for room, end in rooms if room)


def _anywhere(read: Reading) -> Found[str] | None:
    """Give the first room that any sentence names as a place where something is."""
    for found in _AT.finditer(read.text):
        at, sentence = _start(found), read.sentence_at(found.start())
        before = read.text[max(sentence[0], found.start() - 20) : found.start()]
        if found["place"] and _weight(read.text, at) == 0 and not _ELSEWHERE.search(before):
            return _venue_from(read, at, sentence[1])
    return None


def _by(read: Reading, held: list[Held], day: DaysFound | None) -> Found[str] | None:
    """Give the office after "held by", in a sentence about the meeting."""
    sentences = [one.sentence for one in held[:_MOST]] + ([read.sentence_at(day.start)] if day else [])
    for span in sentences:
        found = _BY.search(read.text, *span) or _BY_LATIN.search(read.text, *span)
        if found:
            return _after_by(read, found)
    found = _HELD_BY.search(read.text)
    return _after_by(read, found) if found else None


def _after_by(read: Reading, found: re.Match[str]) -> Found[str] | None:
    at = found.start("office")
    return read.phrase(at, min(at + _LONGEST, clause_end(read.text, at, read.sentence_at(at)[1])))
