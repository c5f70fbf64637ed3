"""The keys of a TOML table, taken one by one; what is wrong or left over is refused by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from fractions import Fraction

from signin.lao.normalize import canonical
from signin.words import Failure, Message, mark, say

EVENT_FILE = say("the event file")
_NO_OFFSET = say("times are the meeting's own clock; leave out Z and offsets")
_NO_DAY = say("a day such as 2024-06-12")
_NO_HOUR = say("a time such as 08:30")
_NO_MOMENT = say("a day and time such as 2024-06-12T08:30, or with “date” a time such as 08:30")


class KeyRefused(Failure):
    """A key is missing, unknown, or has a value that cannot be: in the event file, unless `file` says."""

    text = mark("{key} in {file}: {reason}.")

    def __init__(self, **values: object) -> None:
        super().__init__(**({"file": EVENT_FILE} | values))


class Keys:
    """One table of the file. Each method takes a key out; `close` refuses what is left.

    `place` names the table in messages: "" or, for example, "session 2: "; `file` names the file.
    """

    def __init__(self, table: dict[str, object], place: str = "", file: Message = EVENT_FILE) -> None:
        self._left = dict(table)
        self.place, self.file = place, file

    def _refuse(self, key: str, reason: Message) -> KeyRefused:
        return KeyRefused(key=self.place + key, file=self.file, reason=reason)

    def close(self) -> None:
        """Refuse the first key that nobody asked for."""
        for key in self._left:
            raise self._refuse(key, say("this key is not known"))

    def text(self, key: str, *, needed: bool = False) -> str:
        """Take a text, made canonical; a needed one must not be empty."""
        said = canonical(self.raw(key))
        if needed and not said:
            raise self._refuse(key, say("it is needed"))
        return said

    def raw(self, key: str) -> str:
        """Take a text as it stands: a folder or a printer is called what it is called."""
        value = self._left.pop(key, "")
        if not isinstance(value, str):
            raise self._refuse(key, say("a text in quotes"))
        return value

    def flag(self, key: str, *, usual: bool) -> bool:
        """Take true or false."""
        value = self._left.pop(key, usual)
        if not isinstance(value, bool):
            raise self._refuse(key, say("true or false"))
        return value

    def amounts(self, key: str, count: int) -> tuple[float, ...]:
        """Take a list of so many numbers above 0; a missing one is empty."""
        values = self._list(key)
        amounts = tuple(
            float(each)
            for each in values
            if isinstance(each, int | float) and not isinstance(each, bool) and 0 < each < float("inf")
        )
        if len(amounts) != len(values) or len(amounts) not in {0, count}:
            raise self._refuse(key, say("a list of {count} numbers above 0", count=count))
        return amounts

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, none of them empty."""
        return tuple(Keys({key: each}, self.place, self.file).text(key, needed=True) for each in self._list(key))

    def choice(self, key: str, known: Sequence[str], usual: str) -> str:
        """Take one of the words `known`."""
        said = self.text(key) or usual
        if said not in known:
            raise self._refuse(key, say("one of {known}", known=", ".join(known)))
        return said

    def choices(self, key: str, known: Sequence[str]) -> tuple[str, ...]:
        """Take a list of words, each one of `known`."""
        return tuple(Keys({key: each}, self.place, self.file).choice(key, known, "") for each in self._list(key))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Take a list of roster numbers, from 1."""
        values = self._list(key)
        numbers = tuple(each for each in values if isinstance(each, int) and each > 0 and each is not True)
        if len(numbers) != len(values):
            raise self._refuse(key, say("a list of roster numbers such as [1, 2]"))
        return numbers

    def fraction(self, key: str, usual: Fraction) -> Fraction:
        """Take a number, or a text such as "3/4"."""
        value = self._left.pop(key, usual)
        try:
            if isinstance(value, Fraction | int | str) and not isinstance(value, bool):
                return Fraction(value)
            if isinstance(value, float):
                return Fraction(str(value))
        except (ValueError, ZeroDivisionError):
            pass
        raise self._refuse(key, say('a number such as 2, 0.8 or "3/4"'))

    def day(self, key: str, usual: date | None = None, *, also: str = "") -> date:
        """Take a day; `also` is another name for the key, and where there is one, a missing day is date.min."""
        if also and key not in self._left:
            key = also if also in self._left else key
        if key not in self._left and (usual is not None or also):
            return usual or date.min
        value = self._left.pop(key, None)
        if isinstance(value, str):
            value = _read(date, value)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._refuse(key, _NO_DAY)
        return value

    def hour(self, key: str, usual: time) -> time:
        """Take a time of day."""
        value = self._left.pop(key, usual)
        if isinstance(value, str):
            value = _read(time, value)
        if not isinstance(value, time):
            raise self._refuse(key, _NO_HOUR)
        if value.tzinfo is not None:
            raise self._refuse(key, _NO_OFFSET)
        return value

    def moment(self, key: str, day: date, usual: datetime | None = None) -> datetime:
        """Take a day and time, or a time on `day` (date.min: no day is known)."""
        value = self._left.pop(key, usual)
        if isinstance(value, str):
            value = _read(datetime, value) if len(value) > len("08:30:00") else _read(time, value)
        if isinstance(value, time) and day != date.min:
            value = datetime.combine(day, value)
        if not isinstance(value, datetime):
            raise self._refuse(key, _NO_MOMENT)
        if value.tzinfo is not None:
            raise self._refuse(key, _NO_OFFSET)
        return value

    def table(self, key: str) -> Keys:
        """Take a table; a missing one is empty."""
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise self._refuse(key, say("a table"))
        return Keys(value, f"{self.place}{key}.", self.file)

    def tables(self, key: str) -> tuple[Keys, ...]:
        """Take a list of tables."""
        made = []
        for nth, each in enumerate(self._list(key), start=1):
            if not isinstance(each, dict):
                raise self._refuse(key, say("a list of tables"))
            made.append(Keys(each, f"{self.place}{key} {nth}: ", self.file))
        return tuple(made)

    def _list(self, key: str) -> list[object]:
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            raise self._refuse(key, say("a list in square brackets"))
        return value


def _read(kind: type[date | datetime | time], said: str) -> object:
    """Read ISO 8601; None where it is not."""
    try:
        return kind.fromisoformat(said.strip())
    except ValueError:
        return None
