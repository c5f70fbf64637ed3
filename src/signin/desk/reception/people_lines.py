"""People and organisations as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from signin.desk.look.voice import Voice
from signin.desk.reception.lines import Line
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee, Category, Sex
from signin.domain.tally import Count
from signin.words import say

NO_ORGANISATION = say("Without an organisation")


def person_line(voice: Voice, who: Attendee) -> Line:
    """Give a person with the phone to call; women are marked, for they are counted."""
    woman = who.sex is Sex.FEMALE
    under = (voice.text(say("Female")) if woman else "", voice.text(say("Number {number}", number=who.number)))
    return Line(
        key=who.id,
        title=who.full_name,
        under=" · ".join(filter(None, (*under, who.position))),
        right=who.phone,
        icon="women" if woman else "",
    )


def heading(voice: Voice, organisation: str, people: Iterable[Attendee]) -> Line:
    """Give the heading of an organisation's people, with how many they are and how many of them are women."""
    everybody = list(people)
    women = sum(one.sex is Sex.FEMALE for one in everybody)
    told = say("{count} people, women {women}", count=len(everybody), women=women)
    return Line(title=organisation or voice.text(NO_ORGANISATION), under=voice.text(told))


def organisation_lines(voice: Voice, counts: Mapping[str, Count]) -> list[Line]:
    """Give how many of each organisation have arrived. The key is the organisation after a sign, never empty."""
    return [
        count_line(voice, f"={name}", name or voice.text(NO_ORGANISATION), count) for name, count in counts.items()
    ]


def category_lines(voice: Voice, counts: Mapping[str, Count]) -> list[Line]:
    """Give how many of each category have arrived."""
    return [
        count_line(voice, f"={name}", voice.text(say(WORDS[Category(name)])), count)
        for name, count in counts.items()
    ]


def count_line(voice: Voice, key: str, title: str, count: Count) -> Line:
    """Give one line of a table: arrived of expected, and women among both."""
    women = say("Women {women} of {expected}", women=count.women, expected=count.women_expected)
    return Line(
        key=key,
        title=title,
        under=voice.text(women),
        right=f"{count.arrived} / {count.expected}",
        icon="women",
    )
