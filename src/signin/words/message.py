"""A message and its values, and the one way to render it."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, get_args

from signin.assets import RESOURCES

Language = Literal["lo", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Message:
    """An English text with `{named}` places, which is also the key of its translations, and the values."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Render in English, for logs and tests."""
        return render(self, "en")


def mark(text: str) -> str:
    """Mark a text for translation without rendering it: the text itself."""
    return text


def say(text: str, /, **values: object) -> Message:
    """Make a message from an English text with `{named}` places and the values for them."""
    return Message(text, values)


def render(message: Message | str, language: Language) -> str:
    """Render a message in a language; values that are messages are rendered with it."""
    if isinstance(message, str):
        return _catalogue(language).gettext(message) if message else ""
    values = {
        name: render(value, language) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    return _catalogue(language).gettext(message.text).format_map(values)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    """Open the catalogue of a language; English needs none, for the keys are English."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("signin", RESOURCES / "locale", languages=[language])
