"""What columns, left out rows and fields are called on screen."""

from __future__ import annotations

from signin.exchange.meanings import Meaning
from signin.words import mark

MEANINGS: dict[Meaning, str] = {
    Meaning.IGNORED: mark("Nothing"),
    Meaning.NUMBER: mark("Number"),
    Meaning.PREFIX: mark("Prefix"),
    Meaning.NAME: mark("Name"),
    Meaning.SURNAME: mark("Surname"),
    Meaning.SEX: mark("Sex"),
    Meaning.FEMALE: mark("Tick for women"),
    Meaning.MALE: mark("Tick for men"),
    Meaning.POSITION: mark("Position"),
    Meaning.ORGANISATION: mark("Organisation"),
    Meaning.PROVINCE: mark("Province"),
    Meaning.PHONE: mark("Phone"),
    Meaning.EMAIL: mark("Email"),
    Meaning.CATEGORY: mark("Category"),
    Meaning.NOTE: mark("Note"),
    Meaning.ATTENTION: mark("Attention"),
}
WHY_LEFT_OUT: dict[str, str] = {
    "repeat": mark("Stands above already"),
    "prepared": mark("Prepared, nobody in it"),
    "total": mark("A total"),
    "after-total": mark("Below the total"),
    "head": mark("The head again"),
    "group": mark("Name of a group"),
    "hidden": mark("Hidden in the file"),
}
FIELDS: dict[str, str] = {
    "number": mark("Number"),
    "prefix": mark("Prefix"),
    "name": mark("Name"),
    "position": mark("Position"),
    "organisation": mark("Organisation"),
    "province": mark("Province"),
    "phone": mark("Phone"),
    "email": mark("Email"),
    "note": mark("Note"),
    "attention": mark("Attention"),
    "sex": mark("Sex"),
    "sex_source": mark("Source of the sex"),
    "category": mark("Category"),
}
VALUES: dict[str, str] = {
    "male": mark("Male"),
    "female": mark("Female"),
    "unknown": mark("not known"),
    "stated": mark("stated"),
    "proposed": mark("only proposed"),
    "chair": mark("chair"),
    "guest": mark("guest"),
    "participant": mark("participant"),
    "resource-person": mark("resource person"),
    "organiser": mark("organiser"),
    "press": mark("press"),
}
"""What stands in the fields sex, sex_source and category."""
SPOKEN = frozenset({"sex", "sex_source", "category"})
