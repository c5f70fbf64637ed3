"""What a column of a roster can hold."""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    PREFIX = "prefix"
    NAME = "name"
    SURNAME = "surname"
    SEX = "sex"
    FEMALE = "female"
    MALE = "male"
    POSITION = "position"
    ORGANISATION = "organisation"
    PROVINCE = "province"
    PHONE = "phone"
    EMAIL = "email"
    CATEGORY = "category"
    NOTE = "note"
    ATTENTION = "attention"
    IGNORED = "ignored"


REPEATABLE = frozenset({Meaning.NAME, Meaning.SURNAME, Meaning.PHONE, Meaning.IGNORED})
"""What several columns can hold side by side: their texts are joined, or not read at all."""
