"""How the cells of one row become one person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange import cells
from signin.exchange.heads import Head
from signin.exchange.meanings import Meaning
from signin.exchange.notices import Gathering
from signin.exchange.provinces import named_in
from signin.exchange.tables import Cell
from signin.lao import names
from signin.lao.numbers import to_latin_digits
from signin.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """A person as the file says; texts are canonical. `row` is the file's row, from 1.

    `number` is None where the file gives none or one that stands already; `category` None where it says
    nothing. `sex_source` is None while the sex is unknown.
    """

    row: int
    number: int | None = None
    prefix: str = ""
    name: str
    sex: Sex = Sex.UNKNOWN
    sex_source: SexSource | None = None
    position: str = ""
    organisation: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    category: Category | None = None
    note: str = ""
    attention: str = ""


_BETWEEN_TWO = re.compile(r"\s*[/;,|&]\s*|\sແລະ\s")
_COUNTED = re.compile(r"\d{1,4}\s*[.)]\s*(?=\D)")
_STANDS_FOR_A_NAME = "ກ"
_RESOURCE = "ວິທະຍາກອນ"
_PROPOSED_SEX = {"male": Sex.MALE, "female": Sex.FEMALE}


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes people of rows under one head. `ticked`: the columns of ticks in which there is any tick."""

    head: Head
    ticked: frozenset[Meaning]
    gathering: Gathering

    def person(self, row: int, raw: Mapping[int, Cell], texts: Mapping[int, str], group: str) -> RosterLine | None:
        """Read a row as a person; None where it has no name."""
        written = _COUNTED.sub("", " ".join(self._all(texts, Meaning.NAME, Meaning.SURNAME)), count=1)
        own = _with_prefix(self._one(texts, Meaning.PREFIX), names.split(written))
        if not own.name:
            return None
        sex, source = self._sex(row, texts, own)
        organisation = self._one(texts, Meaning.ORGANISATION) or group
        self._look_at_names(row, raw, own)
        return RosterLine(
            row=row,
            number=self._number(row, raw),
            prefix=own.prefix,
            name=own.name,
            sex=sex,
            sex_source=source,
            position=self._one(texts, Meaning.POSITION),
            organisation=organisation,
            province=self._one(texts, Meaning.PROVINCE) or named_in(organisation),
            phone=self._phone(row, raw),
            email=self._one(texts, Meaning.EMAIL).replace(" ", ""),
            category=self._category(row, texts),
            note=self._one(texts, Meaning.NOTE),
            attention=self._one(texts, Meaning.ATTENTION),
        )

    def _all(self, texts: Mapping[int, str], *meanings: Meaning) -> list[str]:
        columns = chain.from_iterable(map(self.head.columns, meanings))
        return [texts[column] for column in columns if column in texts]

    def _one(self, texts: Mapping[int, str], meaning: Meaning) -> str:
        for column in self.head.columns(meaning):
            if column in texts:
                return texts[column]
        return ""

    def _number(self, row: int, raw: Mapping[int, Cell]) -> int | None:
        cell = next((raw[column] for column in self.head.columns(Meaning.NUMBER) if column in raw), "")
        number = cells.whole_number(cell)
        if number is None and cell != "":
            self.gathering.note("number-unread", row)
        return number

    def _phone(self, row: int, raw: Mapping[int, Cell]) -> str:
        phones = [cells.phone(raw[column]) for column in self.head.columns(Meaning.PHONE) if column in raw]
        for kind, found in (
            ("phone-zero", any(phone.lacks_zero for phone in phones)),
            ("number-damaged", any(phone.damaged for phone in phones)),
        ):
            if found:
                self.gathering.note(kind, row)
        return " / ".join(dict.fromkeys(phone.text for phone in phones if phone.text))

    def _category(self, row: int, texts: Mapping[int, str]) -> Category | None:
        said = self._one(texts, Meaning.CATEGORY)
        if said:
            category = cells.category(said)
            if category is None:
                self.gathering.note("category-unread", row)
            return category
        if self._one(texts, Meaning.POSITION) == _RESOURCE:
            self.gathering.note("category-proposed", row)
            return Category.RESOURCE_PERSON
        return None

    def _look_at_names(self, row: int, raw: Mapping[int, Cell], own: names.Name) -> None:
        columns = chain.from_iterable(map(self.head.columns, (Meaning.PREFIX, Meaning.NAME, Meaning.SURNAME)))
        if any(cells.is_unseen_text(raw[column]) for column in columns if column in raw):
            self.gathering.note("unseen-stripped", row)
        if own.joined is not None:
            self.gathering.note("prefix-joined", row)
        if _may_be_two(own.name):
            self.gathering.note("two-in-cell", row)

    def _sex(self, row: int, texts: Mapping[int, str], own: names.Name) -> tuple[Sex, SexSource | None]:
        """Take what the office states; else what the prefix proposes; tell where the two disagree."""
        proposed = _PROPOSED_SEX.get(own.sex or "", Sex.UNKNOWN)
        stated, source = self._stated(row, texts)
        if stated is Sex.UNKNOWN and self.ticked:
            stated, source = self._unticked()
            if Sex.UNKNOWN not in {stated, proposed} and proposed is not stated:
                self._conflict(row, own)
                return proposed, SexSource.PROPOSED
        elif stated is not Sex.UNKNOWN and proposed not in {Sex.UNKNOWN, stated}:
            self._conflict(row, own)
        if stated is not Sex.UNKNOWN:
            return stated, source
        if proposed is Sex.UNKNOWN:
            return Sex.UNKNOWN, None
        self.gathering.note("sex-proposed", row)
        return proposed, SexSource.PROPOSED

    def _stated(self, row: int, texts: Mapping[int, str]) -> tuple[Sex, SexSource | None]:
        said = self._one(texts, Meaning.SEX)
        if said:
            sex, source = cells.sex(said)
            if sex is Sex.UNKNOWN:
                self.gathering.note("sex-unread", row)
            return sex, source
        for meaning, sex in TICK_COLUMNS.items():
            said = self._one(texts, meaning)
            match cells.tick(said, sex):
                case "ticked":
                    return sex, SexSource.STATED
                case "other":
                    self.gathering.note("sex-unread", row)
                case "blank":
                    pass
        return Sex.UNKNOWN, None

    def _unticked(self) -> tuple[Sex, SexSource | None]:
        """Tell what a row without a tick says: with one column used, the other sex; with both, nothing."""
        if len(self.ticked) > 1:
            return Sex.UNKNOWN, None
        return (Sex.MALE if Meaning.FEMALE in self.ticked else Sex.FEMALE), SexSource.STATED

    def _conflict(self, row: int, own: names.Name) -> None:
        self.gathering.tell(
            "sex-conflict",
            row,
            say(
                "Row {row}: {name}: the sex and the prefix {prefix} disagree.",
                row=row,
                name=own.name,
                prefix=own.prefix,
            ),
        )


def _may_be_two(name: str) -> bool:
    """Whether a cell may name two people: what follows has a prefix, or every part has a surname."""
    parts = [part for part in _BETWEEN_TWO.split(name) if part]
    some = any(names.split(part).prefix for part in parts[1:])
    return some or (len(parts) > 1 and all(" " in part for part in parts))


TICK_COLUMNS = {Meaning.FEMALE: Sex.FEMALE, Meaning.MALE: Sex.MALE}


def _with_prefix(prefix: str, own: names.Name) -> names.Name:
    """Join a column of prefixes with the name; a prefix that stands in both is written once."""
    if not prefix or not own.name:
        return own
    alone = names.split(f"{prefix} {_STANDS_FOR_A_NAME}")
    if _bare(own.prefix).endswith(_bare(prefix)):
        whole = own.prefix
    elif _bare(prefix).endswith(_bare(own.prefix)):
        whole = prefix
    else:
        whole = f"{prefix} {own.prefix}"
    return names.Name(whole, own.name, alone.sex or own.sex, None)


def _bare(prefix: str) -> str:
    return to_latin_digits(prefix).replace(".", "").replace(" ", "").casefold()
