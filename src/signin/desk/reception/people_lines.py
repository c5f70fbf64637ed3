"""People and organisations as lines of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from signin.desk.look.voice import Voice
from signin.desk.reception.hits import standing
from signin.desk.reception.lines import Line
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee, Category, Sex
from signin.domain.tally import Count
from signin.lao.normalize import fold
from signin.lao.romanize import fold_latin, spellings
from signin.services.board import Board
from signin.words import say

NO_ORGANISATION = say("Without an organisation")


def whose(who: Attendee) -> str:
    """Give a person in one line: number, name, and the organisation where there is one."""
    return f"{who.number} · {', '.join(filter(None, (who.full_name, who.organisation)))}"


def narrowed(lines: Sequence[Line], typed: str) -> list[Line]:
    """Give the lines in whose title stands what is typed, in Lao or in Latin letters."""
    sought, latin = fold(typed), _closed_up(fold_latin(typed))
    return [line for line in lines if sought in fold(line.title) or (latin and _is_spelt(line.title, latin))]


def _is_spelt(title: str, latin: str) -> bool:
    return any(latin in _closed_up(spelling) for spelling in spellings(title))


def _closed_up(text: str) -> str:
    """Leave out the spaces: in Lao there are none between words."""
    return text.replace(" ", "")


def missing_line(voice: Voice, who: Attendee) -> Line:
    """Give a person with the phone to call, in one row; women are marked, for they are counted."""
    return replace(_named(voice, who), right=who.phone)


def member_line(voice: Voice, who: Attendee) -> Line:
    """Give a person among others of the same organisation."""
    line = _named(voice, who)
    told = (line.spoken, voice.text(say("Number {number}", number=who.number)), who.position)
    return replace(line, spoken="", under=" · ".join(filter(None, told)))


def found_line(voice: Voice, board: Board | None, who: Attendee) -> Line:
    """Give a person with number and organisation, and how it stands with the person now."""
    tone, told = standing(who, board.presence_of(who.id) if board else None)
    title = f"{who.number} · {who.full_name}"
    return Line(key=who.id, title=title, under=who.organisation, right=voice.text(told), tone=tone)


def _named(voice: Voice, who: Attendee) -> Line:
    woman = who.sex is Sex.FEMALE
    spoken = voice.text(say("Female")) if woman else ""
    return Line(key=who.id, title=who.full_name, icon="women" if woman else "", spoken=spoken)


def heading(voice: Voice, organisation: str, people: int) -> Line:
    """Give the heading of an organisation's people, with how many they are."""
    return Line(title=organisation or voice.text(NO_ORGANISATION), right=str(people))


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
