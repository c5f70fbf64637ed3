"""A ruled table over pages: the head on each, rows that do not split, heights known before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from signin.typeset.canvas import Document
from signin.typeset.failures import RowTooTall
from signin.typeset.paragraph import Block, paragraph
from signin.typeset.pen import BLACK, Colour
from signin.typeset.style import Side, Style

_EXACT = 1e-6
_BODY = Style(size=11)
_HEAD = Style(size=11, bold=True, align="centre")
_GROUP = Style(size=11, bold=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of `width` points, padding included; its head, the side of its cells, where their lines break."""

    width: float
    head: str = ""
    align: Side = "left"
    breaks: Literal["words", "spaces"] = "words"


@dataclass(frozen=True, slots=True)
class Group:
    """A row that spans all columns and heads those that follow."""

    text: str


Row = Sequence[str] | Group


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row whose cells are set; `spans` all columns or not; height in points with padding."""

    cells: tuple[Block | None, ...]
    height: float
    spans: bool = False


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table whose rows are set and shared out to pages."""

    table: Table
    head: LaidRow | None
    pages: tuple[tuple[LaidRow, ...], ...]

    def draw_page(self, document: Document, page: int, x: float, y: float) -> float:
        """Draw the rows of a page (from 0) under the head, top left corner at `x`, `y`; give the y below."""
        rows = (*((self.head,) if self.head else ()), *self.pages[page])
        bottom = y
        for place, row in enumerate(rows):
            fill = self.table.head_fill if self.head and place == 0 else None
            fill = self.table.group_fill if row.spans else fill
            if fill:
                document.rectangle(x, bottom, self.table.width, row.height, fill=fill)
            self.table.draw_row(document, row, x, bottom)
            bottom += row.height
        self.table.draw_rules(document, rows, x, y)
        return bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How a table looks. Sizes in points; `least_height` is that of a row, for cells to be signed in by hand."""

    columns: tuple[Column, ...]
    style: Style = _BODY
    head_style: Style = _HEAD
    group_style: Style = _GROUP
    padding: float = 4.0
    least_height: float = 0.0
    rule: float = 0.5
    rule_colour: Colour = BLACK
    head_fill: Colour | None = None
    group_fill: Colour | None = None

    @property
    def width(self) -> float:
        """Of all columns."""
        return sum(column.width for column in self.columns)

    def lay(self, rows: Iterable[Row], *, first: float, rest: float, after: float = 0.0) -> LaidTable:
        """Set all rows and share them out to pages with `first` and then `rest` points for head and rows.

        `after` points stay free under the last row, for a closing line; the last row moves on with it if they
        are not there. A group row stays with the row that follows. Without rows there is one page, with the
        head alone. Raises RowTooTall for a row that is higher than a page of `rest` points.
        """
        head = self._head()
        taken = head.height if head else 0.0
        styles = self._cell_styles()
        laid = [self._lay_row(row, styles) for row in rows]
        for number, row in enumerate(laid, start=1):
            below = after if number == len(laid) else 0.0
            if taken + row.height + below > rest + _EXACT:
                raise RowTooTall(row=number, text=_text(row))
        return LaidTable(self, head, _shared_out(laid, first - taken, rest - taken, after))

    def _head(self) -> LaidRow | None:
        if not any(column.head for column in self.columns):
            return None
        styles = [self.head_style] * len(self.columns)
        return self._row([column.head for column in self.columns], styles)

    def _lay_row(self, row: Row, styles: Sequence[Style]) -> LaidRow:
        if isinstance(row, Group):
            block = paragraph(row.text, self.width - 2 * self.padding, self.group_style)
            return LaidRow((block,), block.height + self.padding, spans=True)
        return self._row(row, styles)

    def _cell_styles(self) -> list[Style]:
        return [replace(self.style, align=column.align, breaks=column.breaks) for column in self.columns]

    def _row(self, texts: Sequence[str], styles: Sequence[Style]) -> LaidRow:
        cells = tuple(
            paragraph(text, column.width - 2 * self.padding, style) if text else None
            for text, column, style in zip(texts, self.columns, styles, strict=True)
        )
        tallest = max([styles[0].line_height, *(cell.height for cell in cells if cell)])
        return LaidRow(cells, max(tallest + self.padding, self.least_height))

    def draw_row(self, document: Document, row: LaidRow, x: float, y: float) -> None:
        """Draw the cells of a row, each in the middle of the row's height."""
        for cell, left in zip(row.cells, self._lefts(x), strict=False):
            if cell:
                cell.draw(document, left + self.padding, y + (row.height - cell.height) / 2)

    def draw_rules(self, document: Document, rows: Sequence[LaidRow], x: float, y: float) -> None:
        """Draw the border and the lines between rows and columns, as one path."""
        if not self.rule or not rows:
            return
        right = x + self.width
        lines = [(x, y, right, y)]
        for spans, stretch in groupby(rows, key=lambda row: row.spans):
            top = y
            for row in stretch:
                y += row.height
                lines.append((x, y, right, y))
            edges = [x, right] if spans else [*self._lefts(x), right]
            lines += [(edge, top, edge, y) for edge in edges]
        steps = [step for x1, y1, x2, y2 in lines for step in (("M", x1, y1), ("L", x2, y2))]
        document.path(list(steps), stroke=self.rule_colour, width=self.rule)

    def _lefts(self, x: float) -> list[float]:
        lefts = [x]
        for column in self.columns[:-1]:
            lefts.append(lefts[-1] + column.width)
        return lefts


def draw_table(
    document: Document,
    laid: LaidTable,
    x: float,
    *,
    first_top: float,
    rest_top: float,
    furniture: Callable[[int, int], object],
) -> float:
    """Draw a laid table on the page that is open and on new ones after it; give the y below the last row.

    `furniture(page, pages)` draws what else is on each page (page number from 1, and how many there are) before
    the rows.
    """
    bottom = first_top
    for page in range(len(laid.pages)):
        if page:
            document.new_page()
        furniture(page + 1, len(laid.pages))
        bottom = laid.draw_page(document, page, x, rest_top if page else first_top)
    return bottom


def _shared_out(
    rows: Sequence[LaidRow], first: float, rest: float, after: float
) -> tuple[tuple[LaidRow, ...], ...]:
    """Fill the pages in turn."""
    pages: list[list[LaidRow]] = [[]]
    room = first
    for place, row in enumerate(rows):
        needed = row.height + _kept_with(rows, place, after)
        if needed > room + _EXACT and (pages[-1] or room < rest):
            pages.append([])
            room = rest
        pages[-1].append(row)
        room -= row.height
    return tuple(tuple(page) for page in pages)


def _kept_with(rows: Sequence[LaidRow], place: int, after: float) -> float:
    """Give the height that must fit below a row: the row a group heads, or what follows the table."""
    if place == len(rows) - 1:
        return after
    return rows[place + 1].height if rows[place].spans else 0.0


def _text(row: LaidRow) -> str:
    return " ".join(line.text for cell in row.cells if cell for line in cell.lines)[:80]
