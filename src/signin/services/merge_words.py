"""How the record says that people were merged, parted and told apart."""

from __future__ import annotations

from collections.abc import Mapping

from signin.domain.record import Record
from signin.words import Message, mark, say

ONE_WITH, OTHER_THAN = "one_with", "other_than"
"""Beside the fields of a person: with whom they are one, or whom they are not, as number and name."""
FIELDS: Mapping[str, str] = {
    ONE_WITH: mark("The same person as number"),
    OTHER_THAN: mark("Another person than number"),
}
"""What these fields are called."""


def merged(record: Record, _: str) -> Message:
    """Say with whom somebody was merged."""
    _before, other = record.fields.get(ONE_WITH, ("", ""))
    return say("Merged with {other}: they are the same person", other=other)


def separated(record: Record, _: str) -> Message:
    """Say from whom somebody was parted."""
    other, _after = record.fields.get(ONE_WITH, ("", ""))
    return say("Parted again from {other}: they are two people", other=other)


def told_apart(record: Record, _: str) -> Message:
    """Say who somebody is not, or that it was taken back."""
    before, other = record.fields.get(OTHER_THAN, ("", ""))
    if before:
        return say("Taken back – they are another person than {other}", other=before)
    return say("Said to be another person than {other}", other=other)
