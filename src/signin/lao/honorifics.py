"""The words that stand before a Lao name, and which sex they propose.

Titles of address, academic titles, ranks of the army and the police, titles of monks, and the Latin ones
that stand in rosters typed in English. An entry is canonical and has no full stop: it is an honorific
only before a full stop or a space, so that a name which begins like one is left alone.
"""

from __future__ import annotations

import re

from signin.lao.letters import MARKS, REPETITION, TRAILING_VOWELS

MALE = (
    *("ທ້າວ", "ທ", "ທ້າວພະຍາ", "ພໍ່ເຖົ້າ"),
    *("ພະ", "ພຣະ", "ພະອາຈານ", "ພຣະອາຈານ", "ພະອາຈານໃຫຍ່", "ພຣະອາຈານໃຫຍ່", "ພະມະຫາ", "ພຣະມະຫາ"),
    *("ພະຄູ", "ພຣະຄູ", "ພະສົງ", "ສາມະເນນ", "ຄູບາ", "ຫຼວງພໍ່", "ຫຼວງປູ່"),
    *("mr", "mister"),
)
FEMALE = ("ນາງ", "ນ", "ນາງສາວ", "ນສ", "ແມ່ເຖົ້າ", "ແມ່ຂາວ", "mrs", "ms", "miss", "mme", "madame")
NEUTRAL = (
    *("ທ່ານ", "ພະນະທ່ານ", "ພະນະ", "ສະຫາຍ", "ສະຫ", "ໝໍ", "ທ່ານໝໍ", "ນາຍແພດ", "ນາຍຄູ", "ຄູ", "ທ່ານຄູ"),
    *("ດຣ", "ດອກເຕີ", "ປອ", "ປທ", "ປຕ", "ຮສ", "ສຈ", "ຜສ", "ຮສປອ", "ສຈປອ", "ອຈ", "ຊຈ"),
    *("ອາຈານ", "ສາດສະດາຈານ", "ສາສະດາຈານ", "ຮອງສາດສະດາຈານ", "ຮອງສາສະດາຈານ", "ຜູ້ຊ່ວຍສາດສະດາຈານ"),
    *("ພົນເອກ", "ພົນໂທ", "ພົນຕີ", "ພົນຈັດຕະວາ", "ພົນ", "ພັນເອກ", "ພັນໂທ", "ພັນຕີ"),
    *("ຮ້ອຍເອກ", "ຮ້ອຍໂທ", "ຮ້ອຍຕີ", "ວ່າທີຮ້ອຍຕີ", "ສິບເອກ", "ສິບໂທ", "ສິບຕີ", "ນາຍພົນ"),
    *("ພອ", "ພທ", "ພຕ", "ຮອ", "ຮທ", "ຮຕ"),
    *("dr", "prof", "professor", "assoc", "asst", "phd", "h.e", "he", "hon", "gen", "col", "maj", "capt", "lt"),
)

# These two and the two-letter Lao ranks are abbreviations; "he" and "hon" are words unless a stop follows.
_ONLY_BEFORE_STOP = frozenset({"he", "hon", "gen", "col", "maj", "capt", "lt", "phd", "assoc", "asst"})


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(
        re.escape(word) + (r"(?=\.)" if word in _ONLY_BEFORE_STOP else "")
        for word in sorted(words, key=len, reverse=True)
    )


LEADING = re.compile(
    rf"(?:(?P<male>{_alternatives(MALE)})|(?P<female>{_alternatives(FEMALE)})|(?:{_alternatives(NEUTRAL)}))"
    r"(?:\.\s*|\s+)(?=[^\s.])",
    re.IGNORECASE,
)
"""One honorific at the start with its full stop or space, when something follows it."""

JOINED = re.compile(r"(?P<female>ນາງສາວ|ນາງ)|(?P<male>ທ້າວ)|ພະນະທ່ານ|ທ່ານ|ສະຫາຍ|ດຣ")
"""A prefix that may have been written together with the name; a name may also begin so (ນາງສຸກ)."""

NEVER_FIRST = frozenset(MARKS + TRAILING_VOWELS + REPETITION)
"""What no name begins with: where the rest begins so, the prefix was part of the name."""


def dropped(text: str) -> str:
    """Drop every honorific at the start of a canonical text, but never the whole text."""
    while found := LEADING.match(text):
        text = text[found.end() :]
    return text
