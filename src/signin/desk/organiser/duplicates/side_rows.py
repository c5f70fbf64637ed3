"""Two people as rows of a table: who stays, their facts, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from signin.desk.organiser.duplicates.duplicate_words import NOTHING, came_to, cell, plain
from signin.desk.organiser.duplicates.side_by_side import Row
from signin.services.comparing import FIELDS, Comparison, Fact, Side, facts_of
from signin.services.history_words import field_words
from signin.services.merging import Done
from signin.words import Language, Message, say

STAYS = "stays"
"""The row in which is chosen who stays."""


def heads(laid: Comparison, stays: int) -> tuple[Message, ...]:
    """Give the heads of the columns."""
    return (plain(""), *(_head(side, stays=nth == stays) for nth, side in enumerate(laid.sides)))


def _head(side: Side, *, stays: bool) -> Message:
    number = side.person.number
    return say("No. {number}, stays", number=number) if stays else say("No. {number}, goes along", number=number)


def rows_to_choose(laid: Comparison, stays: int, picked: Mapping[str, int], language: Language) -> list[Row]:
    """Give all rows to choose in; `picked` are the sides that somebody has chosen, by field."""
    first, second = laid.sides
    who = Row(STAYS, say("Who stays"), (_number(first), _number(second)), stays, differs=True)
    chosen = {fact.field: picked.get(fact.field, fact.proposed) for fact in laid.facts(stays) if fact.differs}
    return [who, *_rows(laid.facts(stays), chosen), *_hanging(laid, language)]


def rows_to_see(laid: Comparison, language: Language) -> list[Row]:
    """Give the rows of two who are two: nothing is to be chosen."""
    return [*_rows(laid.facts(0), {}), *_hanging(laid, language)]


def rows_of_merge(done: Done) -> list[Row]:
    """Give the rows of a merge: the one who stayed as known now, the other as known then."""
    fields = [field for field in FIELDS if field != "state"]
    return _rows(facts_of((done.kept, done.other), 0, fields), {})


def heads_to_see(first: int, second: int) -> tuple[Message, ...]:
    """Give the heads of columns in which nothing is chosen."""
    return plain(""), say("No. {number}", number=first), say("No. {number}", number=second)


def _rows(facts: Iterable[Fact], chosen: Mapping[str, int]) -> list[Row]:
    """Give the rows of facts, those left out that both lack."""
    told = [fact for fact in facts if any(fact.texts)]
    return [
        Row(
            fact.field,
            field_words(fact.field, {}),
            (cell(fact, 0), cell(fact, 1)),
            chosen.get(fact.field),
            differs=fact.differs,
        )
        for fact in told
    ]


def _hanging(laid: Comparison, language: Language) -> list[Row]:
    """Give the rows of what hangs on them."""
    first, second = laid.sides
    return [
        Row("scans", say("Scans"), (plain(str(first.scans)), plain(str(second.scans)))),
        Row("came", say("Came to"), (came_to(first, language), came_to(second, language))),
        Row("registers", say("Register number"), (_registers(first), _registers(second))),
    ]


def _number(side: Side) -> Message:
    return say("No. {number}", number=side.person.number)


def _registers(side: Side) -> Message:
    return plain(", ".join(side.registers) or NOTHING)
