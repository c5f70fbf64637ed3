"""Which sheet of a file is the roster, and which row of it the head: as somebody chose, else the best."""

from __future__ import annotations

from collections.abc import Sequence

from signin.exchange import heads, old_fonts
from signin.exchange.choices import AS_IT_IS, Choices
from signin.exchange.failures import FileEmpty, LegacyFontText, SheetMissing, SheetsHidden
from signin.exchange.heads import Head
from signin.exchange.tables import Sheet


def the_sheet(
    sheets: Sequence[Sheet], file: str, choices: Choices = AS_IT_IS
) -> tuple[Sheet, Head | None, list[str]]:
    """Give the sheet to read, its head with the meanings chosen (None without any), and other sheets' names."""
    every = _candidates(sheets, file, choices.sheet)
    chosen = _readable(every)
    unread = [own.name for own in every if own not in chosen]
    found = [(head, own) for own in chosen if (head := heads.find(own)) is not None]
    if found:
        head, best = max(found, key=lambda item: (item[0].score, len(item[1].rows)))
    else:
        head, best = None, max(chosen, key=lambda own: len(own.rows))
    if choices.header_row is not None:
        head = heads.at(best, choices.header_row)
    if head is not None and choices.meanings:
        head = heads.with_meanings(head, dict(choices.meanings))
    return best, head, [own.name for _, own in found if own is not best] + unread


def _readable(every: list[Sheet]) -> list[Sheet]:
    """Leave out sheets in a Lao font from before Unicode; where there is no other, raise LegacyFontText."""
    readable, refused = [], None
    for own in every:
        try:
            old_fonts.refuse(own)
        except LegacyFontText as failure:
            refused = failure
        else:
            readable.append(own)
    if refused is not None and not any(own.rows for own in readable):
        raise refused
    return readable


def _candidates(sheets: Sequence[Sheet], file: str, named: str | None) -> list[Sheet]:
    if named is not None:
        chosen = [sheet for sheet in sheets if sheet.name == named]
        if not chosen:
            raise SheetMissing(sheet=named, sheets=", ".join(sheet.name for sheet in sheets))
    else:
        chosen = [sheet for sheet in sheets if sheet.visible]
        hidden = [sheet.name for sheet in sheets if not sheet.visible and sheet.rows]
        if hidden and not any(sheet.rows for sheet in chosen):
            raise SheetsHidden(file=file, sheets=", ".join(hidden))
    if not any(sheet.rows for sheet in chosen):
        raise FileEmpty(file=file)
    return chosen
