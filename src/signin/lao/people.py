"""Where the names of people stand in a running text: after an honorific, in one or two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signin.lao import honorifics

_LETTER = "[\u0e81-\u0ebd\u0ec0-\u0ec5\u0ec8-\u0ece\u0edc-\u0edf]"
_LONGEST = 24
"""Letters in one part of a name, marks counted; what is longer is no name but a phrase."""
_SHORTEST = 2
_MOST_PARTS = 2

_ADDRESS = "ພະນະທ່ານ|ທ່ານ|ສະຫາຍ|ທ້າວ"
_MAY_BEGIN = re.compile(rf"(?<![\d.])(?<!\d\s)(?:(?<!{_LETTER})(?={_LETTER})|(?=(?:{_ADDRESS})\s))")
"""At the start of a word; inside a run of letters only for what is unmistakable (ໂດຍທ່ານ …). 43 ທ່ານ are counted."""
_PART = re.compile(f"{_LETTER}{{{_SHORTEST},{_LONGEST}}}(?!{_LETTER})")
_LONGEST_SHORT = 3
"""Letters of an honorific that may end in a full stop (ນ. ດຣ. ຮສ.); after a longer one it ends the sentence."""


def parts(text: str) -> list[tuple[int, int]]:
    """Find the parts of names: text[start:end] of each, such as ວັນນະພາ and ພົມມະທັນສີ after ທ່ານ ນ."""
    found = (span for begin in _MAY_BEGIN.finditer(text) for span in _name_at(text, begin.start()))
    return list(dict.fromkeys(found))


def _name_at(text: str, begin: int) -> Iterator[tuple[int, int]]:
    start = begin
    while (found := honorifics.LEADING.match(text, start)) and not _ends_a_sentence(found[0]):
        start = found.end()
    for _ in range(_MOST_PARTS if start > begin else 0):
        part = _PART.match(text, start)
        if part is None:
            return
        yield part.span()
        start = part.end() + text.startswith(" ", part.end())
        if start == part.end():
            return


def _ends_a_sentence(honorific: str) -> bool:
    before, stop, _ = honorific.partition(".")
    return bool(stop) and len(before) > _LONGEST_SHORT
