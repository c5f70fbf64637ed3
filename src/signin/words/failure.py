"""The root of everything that can go wrong and be told to a person."""

from __future__ import annotations

from typing import ClassVar

from signin.words.message import Message


class Failure(Exception):
    """Something a person must be told, with what to do next.

    One subclass for each failure. `text` is its English sentence with `{named}` places, marked for
    translation; the values are given by keyword. `exit_code` is what the command line ends with:
    2 usage, 3 the file or value was refused, 4 not found, 5 conflict, 6 store, 7 document.
    """

    text: ClassVar[str]
    exit_code: ClassVar[int] = 3

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message)

    @property
    def message(self) -> Message:
        """The sentence and its values, to be rendered in the language where it is shown."""
        return Message(self.text, self.values)
