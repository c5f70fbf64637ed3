"""The colour and the word by which a badge tells what somebody comes as."""

from __future__ import annotations

from signin.domain.attendee import Category
from signin.typeset import Colour
from signin.words import mark

COLOURS: dict[Category, Colour] = {
    Category.CHAIR: "#8c1d2c",
    Category.GUEST: "#8a5a00",
    Category.PARTICIPANT: "#1d4f91",
    Category.RESOURCE_PERSON: "#6a3a94",
    Category.ORGANISER: "#0b6650",
    Category.PRESS: "#46505e",
}
"""White letters stand on each with a contrast of at least 5.5:1 (WCAG 2.2, criterion 1.4.3, asks for 4.5:1)."""

WORDS: dict[Category, str] = {
    Category.CHAIR: mark("Chair"),
    Category.GUEST: mark("Guest"),
    Category.PARTICIPANT: mark("Participant"),
    Category.RESOURCE_PERSON: mark("Resource person"),
    Category.ORGANISER: mark("Organising committee"),
    Category.PRESS: mark("Press"),
}
