"""How a written name parts into prefix and name, and which sex the prefix proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from signin.lao import honorifics
from signin.lao.normalize import canonical

ProposedSex = Literal["male", "female"] | None

_LEAST_NAME = 2
"""Letters that must remain for a joined prefix to be offered."""


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name in its parts.

    `prefix` keeps the spelling as written ("ທ່ານ ນ."). `sex` is what the prefix proposes, None where it
    says nothing; a person decides. `joined` is the other reading of a prefix that may have been written
    together with the name ("ນາງສຸກ"): to be offered, never assumed.
    """

    prefix: str
    name: str
    sex: ProposedSex = None
    joined: Name | None = None


def split(text: str) -> Name:
    """Part a written name into its prefix and the rest; without a prefix, all of it is the name."""
    text = canonical(text)
    start, sex = _after_prefixes(text)
    prefix, name = text[:start].rstrip(), text[start:]
    return Name(prefix, name, sex, _joined(prefix, name, sex))


def _after_prefixes(text: str) -> tuple[int, ProposedSex]:
    """Find where the name begins; the first prefix that tells the sex tells it."""
    start, sex = 0, None
    while found := honorifics.LEADING.match(text, start):
        sex = sex or _sex_of(found.lastgroup)
        start = found.end()
    return start, sex


def _sex_of(group: str | None) -> ProposedSex:
    if group == "male":
        return "male"
    return "female" if group == "female" else None


def _joined(prefix: str, name: str, sex: ProposedSex) -> Name | None:
    found = honorifics.JOINED.match(name)
    if found is None:
        return None
    rest = name[found.end() :].lstrip()
    if len(rest) < _LEAST_NAME or rest[0] in honorifics.NEVER_FIRST:
        return None
    whole = f"{prefix} {found[0]}" if prefix else found[0]
    return Name(whole, rest, sex or _sex_of(found.lastgroup))
