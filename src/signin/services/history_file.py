"""The history of an event written into a file, line by line, as somebody asked to see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from signin.exchange.table_file import Sheet, write_table
from signin.services import find
from signin.services.desk import Desk
from signin.services.history import Filter, everything
from signin.services.history_lines import KINDS, EventLine
from signin.words import Language, mark, render, say

_HEAD = (
    *(mark("When"), mark("Desk"), mark("Kind"), mark("What happened")),
    *(mark("Number"), mark("Name"), mark("Why")),
)
_WIDTHS = (18, 14, 20, 60, 8, 32, 40)


def write_history(
    desk: Desk, event_id: str, path: Path, only: Filter, language: Language, tell: Callable[[int, int], None]
) -> int:
    """Write the lines asked for, the latest first, as .xlsx or .csv; give how many they are.

    `tell(done, 0)` hears how far it is and may raise to stop; nothing is there then. Raises NotToBeReplaced and
    what `write_table` raises.
    """
    desk.refuse_to_replace(path)
    with desk.store.read() as tx:
        find.event(tx, event_id)
    count = 0

    def lines() -> Iterator[list[str | int]]:
        nonlocal count
        for page in everything(desk, event_id, only):
            tell(count, 0)
            count += len(page)
            yield from (_line(one, language) for one in page)

    name = render(say("History"), language)
    write_table(path, Sheet(name, [render(word, language) for word in _HEAD], _WIDTHS), lines(), language)
    return count


def _line(one: EventLine, language: Language) -> list[str | int]:
    line, who = one.line, one.who
    return [
        f"{line.at:%Y-%m-%d %H:%M:%S}",
        line.desk,
        render(say(KINDS[line.kind]), language),
        render(line.message, language),
        who.number if who else "",
        who.name if who else "",
        line.reason,
    ]
