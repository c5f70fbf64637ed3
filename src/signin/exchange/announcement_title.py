"""What the meeting is called: under a heading, at the head of the text, or in the sentence that it is held in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signin.exchange.announcement_held import Held, Way
from signin.exchange.announcement_labels import Headed, Heading, values
from signin.exchange.announcement_text import Found, Reading, first
from signin.exchange.announcement_words import GOES_ON, MEETING, ORGANISATION, ROOM, clause_end

_MEETING = re.compile(MEETING, re.IGNORECASE)
_ONLY = re.compile(rf"(?:{MEETING}|ຄັ້ງ|ນີ້|ນັ້ນ|ດັ່ງກ່າວ|ໃນ|\s)+", re.IGNORECASE)
_DAY = re.compile(r"[,\s(]*(?:ໃນ|ລະຫວ່າງ|ຄັ້ງ|ທີ່ຈັດຂຶ້ນ)*\s?(?:ວັນທີ|ວັນ(?=ຈັນ|ອັງຄານ|ພຸດ|ພະ|ສຸກ|ເສົາ|ອາທິດ)|ລະຫວ່າງວັນ)")
_HOUR = re.compile(r"[,\s(]+(?:ຕັ້ງແຕ່|ໃນ)?\s?ເວລາ\s?:?\s?[\d໐-໙]")
_AT_ROOM = re.compile(rf"[,\s]*(?:ຢູ່\s?(?:ທີ່)?|ທີ່)\s?{ROOM}")
_SENTENCE = re.compile(r"ເປັນປະທານ|(?:ໄດ້|ຈະ)(?:ຈັດ|ໄຂ|ເປີດ|ດຳເນີນ)|ຂໍ(?:ຖືເປັນ|ແຈ້ງ|ເຊີນ)|ເຊີນ(?!ປະຊຸມ|ເຂົ້າຮ່ວມ)")
_HEAD_OF_STATE = re.compile(r"ສາທາລະນະລັດ|ສັນຕິພາບ|ເລກທີ|Lao People|Peace")
_GOES_ON_BELOW = re.compile(
    r"(?:ແລະ|ຂອງ|ໃຫ້|ກ່ຽວກັບ|ວ່າດ້ວຍ|ຄັ້ງທີ|ປະຈຳ|ລະຫວ່າງ|ສຳລັບ|ຫຼື|ຫົວຂໍ້|ໃນຫົວຂໍ້|ພາຍໃຕ້ຫົວຂໍ້|ດ້ານ|ໄລຍະ|ສົກ|ປີ|of |on |for |and |“|\()"
)
_STARTS_ANEW = re.compile(rf"(?:ທີ່|ຢູ່|ທ່ານ|ມີ|ໃນ|ເວລາ|ວັນ|ພ້ອມ|ຊຶ່ງ|ເຊິ່ງ|ຊື່ງ|ໂດຍ|ເພື່ອ|ພາຍໃຕ້|ຈຶ່ງ|ດັ່ງນັ້ນ|{ORGANISATION})")
_LINES, _LONGEST = 14, 400


def title(read: Reading, headed: list[Headed], held: list[Held]) -> Found[str] | None:
    """Find the title, in the text's own words; None where no meeting is named by more than its kind."""
    return first(
        [
            first(read.phrase(*span) for span in values(headed, Heading.TITLE)),
            first(_from_meeting(read, *span) for span in values(headed, Heading.SUBJECT)),
            _headline(read, headed),
            first(_running(read, one) for one in held[:_LINES]),
            first(read.phrase(*span) for span in values(headed, Heading.SUBJECT)),
        ]
    )


def _from_meeting(read: Reading, start: int, end: int) -> Found[str] | None:
    """Give the meeting that a line names, with all that follows but the day and the room."""
    named = _MEETING.search(read.text, start, end)
    if named is None or end - named.start() > _LONGEST:
        return None
    stops = [
        found.start() for stop in (_DAY, _AT_ROOM, _HOUR) if (found := stop.search(read.text, named.end(), end))
    ]
    return _named(read, named.start(), min([end, *stops]))


def _named(read: Reading, start: int, end: int) -> Found[str] | None:
    """Give the phrase, unless it only says that there is a meeting."""
    start, end = read.trimmed(start, end)
    return None if start >= end or _ONLY.fullmatch(read.text, start, end) else read.phrase(start, end)


def _headline(read: Reading, headed: list[Headed]) -> Found[str] | None:
    """Give the meeting named by one of the first lines that is no sentence; two where the second goes on."""
    taken = {one.start for one in headed}
    for start, end in read.lines[:_LINES]:
        if start in taken:
            return None
        line = read.text[start : min(end, start + 2 * _LONGEST)]
        if len(line) > _LONGEST or _is_sentence(line) or read.sentence_at(start)[1] < end:
            return None
        if not _HEAD_OF_STATE.match(line) and _MEETING.search(line):
            found = _from_meeting(read, start, _with_next(read, end, taken))
            if found is not None:
                return found
    return None


def _is_sentence(line: str) -> bool:
    return bool(_SENTENCE.search(line)) or line.rstrip().endswith(".")


def _with_next(read: Reading, end: int, taken: set[int]) -> int:
    start = end + 1
    if not (read.text.startswith("\n", end) and _GOES_ON_BELOW.match(read.text, start)) or start in taken:
        return end
    line = read.line_at(start)
    return line[1] if line[1] - line[0] <= _LONGEST // 2 and not _is_sentence(read.text[slice(*line)]) else end


def _running(read: Reading, one: Held) -> Found[str] | None:
    """Give the meeting that a sentence names, up to where it goes on about days, places and people."""
    if one.meeting is None:
        return None
    named_before = one.way is Way.IS_HELD and one.meeting < one.verb
    limit = one.verb if named_before else read.sentence_at(one.meeting)[1]
    end = _title_end(read.text, one.meeting, min(limit, one.meeting + _LONGEST))
    return _named(read, one.meeting, end)


def _title_end(text: str, start: int, limit: int) -> int:
    stops = [clause_end(text, start, limit)]
    stops += [found.start() for stop in (_DAY, _AT_ROOM) if (found := stop.search(text, start, limit))]
    end = min(stops)
    return min((comma for comma in _commas(text, start, end)), default=end)


def _commas(text: str, start: int, end: int) -> Iterator[int]:
    """Go through the commas after which something else begins."""
    for comma in re.finditer(r",\s?", text[start:end]):
        if _STARTS_ANEW.match(text, start + comma.end()) and not GOES_ON.search(
            text[start : start + comma.start()]
        ):
            yield start + comma.start()
