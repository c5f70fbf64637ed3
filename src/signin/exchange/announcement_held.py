"""The sentences in which somebody holds a meeting, a meeting is held, or people are invited to one."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from signin.exchange.announcement_text import Reading, Span
from signin.exchange.announcement_words import MEETING


class Way(Enum):
    """How a sentence speaks of the meeting."""

    HOLDS = auto()
    IS_HELD = auto()
    INVITES = auto()
    THERE_IS = auto()


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence about the meeting: its verb, and where the meeting is named."""

    way: Way
    sentence: Span
    verb: int
    """Where the verb begins, with the little words before it: whoever holds the meeting stands before."""
    meeting: int | None


_LEAD = re.compile(
    r"(?:[,\s]|ທີ່|ໄດ້|ຈະ|ຈ[ຶືິ]່ງ|ມີແຜນ(?:ການ)?|ກຳນົດ|ຮ່ວມ(?:ກັນ)?|ພ້ອມ(?:ກັນ)?|ສືບຕໍ່|ຕົກລົງ|ກໍ່?|ໃຫ້|ຖືກ|ແມ່ນ|ຍັງ|ຂໍ|ໃຄ່|ຖືເປັນກຽດ|ດ້ວຍຄວາມ(?:ເຄົາລົບ|ນັບຖື)"
    r"|ມີຄວາມ(?:ຍິນດີ|ເປັນກຽດ|ປະສົງ)|ຮຽນ|ຢາກ|ມີຈຸດປະສົງ|ມີກຽດ|ແຈ້ງ|ເພື່ອ|ແລະ|will|has|have|had|is|was|were|to|the|honou?r|pleased|pleasure"
    r"|of|cordially|be|respectfully)+$",
    re.IGNORECASE,
)
_LEAD_LENGTH = 90
_FAR = 600
"""Letters between the name of a meeting and the verb that says it is held, at most."""
_TO_MEETING = 140
"""Letters between the invitation and what it is to: ຂໍເຊີນ ທ່ານ … ເຂົ້າຮ່ວມ."""

_HOLD = re.compile(
    rf"(?P<verb>ຈັດ(?:ຕັ້ງ)?|ເປີດ|ດຳເນີນ|ໄຂ)\s?(?:ຂ[ຶື]້ນ\s)?(?:ໃຫ້ມີ|ການດຳເນີນ)?\s?[\"“«]?(?P<meeting>{MEETING})"
    rf"|(?P<latin>(?<![a-z])(?:organi[sz]e[sd]?|h[eo]lds?|hosts?(?:ed)?|convene[sd]?))\s"
    rf"(?:an?|the|its)?\s?(?P<english>[^.,\n]{{0,60}}?{MEETING})",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:ຈັດ|ເປີດ|ໄຂ|ດຳເນີນ)\s?ຂ[ຶື]້ນ|(?:ໄດ້|ຈະ)\s?(?:ຈັດ|ດຳເນີນ|ໄຂ)(?=\s?(?:ໃນ|ທີ່|ຢູ່|ວັນ|ເວລາ))"
    r"|(?<=will be )held|(?<=was )held|(?<=is )held",
    re.IGNORECASE,
)
_INVITE = re.compile(r"(?<!ໜັງສື)(?<!ໃບ)(?<!ບັດ)(?<!ຖືກ)ເຊີນ|(?<![a-z])invites?(?![a-z])", re.IGNORECASE)
_PARTS = re.compile(r"(?<!\.)\.(?!\.)|\n\n")
"""What an invitation does not run on over; a line of dots is to be filled in."""
_THERE_IS = re.compile(
    rf"(?:(?:ໄດ້|ຈະ)\s?(?:ມີ|ເຂົ້າຮ່ວມ|ສຳເລັດ)\s?(?:ການ)?|ເປັນປະທານ\s?(?:ໃນ|ເປີດ)?\s?)(?P<meeting>{MEETING})"
)
_MEETING = re.compile(MEETING, re.IGNORECASE)
_NOMINAL = re.compile(r"(?:(?<!ຫ້ອງ)(?<!ອົງ)(?<!ມະ)ການ|ກ່າວ|ຄຳ|ວິທີ|ພິທີ|ຫ້ອງ)\s?$")
"""Before the verb: the holding of a meeting, the words that open it."""


def held(read: Reading) -> list[Held]:
    """Find those sentences, in their order; of several verbs in one place, the first kind named here."""
    meetings = [found.start() for found in _MEETING.finditer(read.text)]
    found = [*_holding(read), *_inviting(read, meetings), *_being_held(read, meetings), *_being(read)]
    return sorted(found, key=lambda one: (one.sentence, one.way.value, one.verb))


def _holding(read: Reading) -> Iterator[Held]:
    for found in _HOLD.finditer(read.text):
        verb = _with_lead(read.text, found.start())
        if not _NOMINAL.search(read.text[max(0, found.start() - 10) : found.start()]):
            meeting = found.start("english") if found["latin"] else found.start("meeting")
            yield Held(Way.HOLDS, read.sentence_at(found.start()), verb, meeting)


def _inviting(read: Reading, meetings: list[int]) -> Iterator[Held]:
    for found in _INVITE.finditer(read.text):
        place = bisect(meetings, found.end() - 1)
        meeting = meetings[place] if place < len(meetings) else len(read.text)
        near = meeting < len(read.text) and meeting - found.end() <= _TO_MEETING
        if near and not _PARTS.search(read.text, found.end(), meeting):
            verb = _with_lead(read.text, found.start())
            yield Held(Way.INVITES, read.sentence_at(found.start()), verb, meeting)


def _being_held(read: Reading, meetings: list[int]) -> Iterator[Held]:
    for found in _HELD.finditer(read.text):
        sentence = read.sentence_at(found.start())
        verb = _with_lead(read.text, found.start())
        place = bisect(meetings, max(sentence[0], verb - _FAR) - 1)
        named = meetings[place] if place < len(meetings) and meetings[place] < verb else None
        yield Held(Way.IS_HELD, sentence, verb, named)


def _being(read: Reading) -> Iterator[Held]:
    for found in _THERE_IS.finditer(read.text):
        yield Held(Way.THERE_IS, read.sentence_at(found.start()), found.start(), found.start("meeting"))


def _with_lead(text: str, verb: int) -> int:
    """Go back over what stands before a verb (ຈຶ່ງໄດ້, ຂໍຖືເປັນກຽດ) to where its subject ends."""
    begin = max(0, verb - _LEAD_LENGTH)
    found = _LEAD.search(text[begin:verb])
    return begin + found.start() if found else verb
