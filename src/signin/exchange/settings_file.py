"""A desk's settings: one small TOML file, read as a frozen value."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from signin.exchange.keys import Keys
from signin.words import LANGUAGES, Failure, Language, mark, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What this desk goes by. An empty name means the computer's; `office_words` are never broken in a line."""

    desk: str = ""
    language: Language = "lo"
    office_words: tuple[str, ...] = ()


class SettingsUnreadable(Failure):
    """The file is no TOML, or cannot be read."""

    text = mark(
        "The settings in “{path}” cannot be read: {reason}. Correct the file, or delete it for the usual ones."
    )


def read_settings(path: Path) -> Settings:
    """Read settings; a missing file gives the usual ones. Raises SettingsUnreadable or KeyRefused."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsUnreadable(path=str(path), reason=str(error)) from error
    keys = Keys(table, file=say("the settings “{path}”", path=str(path)))
    said = keys.choice("language", LANGUAGES, "lo")
    settings = Settings(
        desk=keys.text("desk"),
        language=next(language for language in LANGUAGES if language == said),
        office_words=keys.texts("office_words"),
    )
    keys.close()
    return settings
