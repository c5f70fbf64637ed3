"""The paper that everything is drawn on: points, from the top left corner, y down; a text's y is its baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, Self

from signin.typeset.file import PaperFile
from signin.typeset.fonts import Family, stack
from signin.typeset.operators import line, number
from signin.typeset.pen import BLACK, WHITE, Colour, Pen, Step
from signin.typeset.qr import Level, rectangles

mm = 72 / 25.4
"""Points in a millimetre."""
A4 = (210 * mm, 297 * mm)
A4_LANDSCAPE = (297 * mm, 210 * mm)

Align = Literal["left", "centre", "right"]
_BEFORE: dict[Align, float] = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Document:
    """A PDF being drawn, page by page; written when the `with` block ends well, and not at all otherwise.

    `to` is a path (written beside it and then moved into place, so an older file is never harmed) or a binary
    file. The same drawing with the same `made_at` gives the same bytes. Raises MissingGlyph from `text`, and
    NotWritten at the end if the file cannot be put in its place.
    """

    def __init__(
        self,
        to: Path | str | BinaryIO,
        *,
        title: str,
        made_at: datetime,
        author: str = "",
        language: str = "lo-LA",
        page: tuple[float, float] = A4,
        family: Family = "paper",
    ) -> None:
        self._to = Path(to) if isinstance(to, str) else to
        self._file = PaperFile(title=title, author=author, language=language, made_at=made_at)
        self._family: Family = family
        self._pen: Pen | None = None
        self.page = page
        """Width and height in points of the pages that `new_page` begins."""
        self.page_number = 0
        """Of the page being drawn, from 1; 0 before the first `new_page`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if kind is not None:
            return
        if self.page_number == 0:
            self.new_page()
        self._close_page()
        self._file.write(self._to)

    @property
    def family(self) -> Family:
        """The fonts that texts are set in."""
        return self._family

    def new_page(self) -> None:
        """Close the page, if there is one, and begin another; the first page is begun by it too."""
        self._close_page()
        self._pen = Pen(self.page)
        self.page_number += 1

    def _close_page(self) -> None:
        if self._pen is not None:
            self._file.add_page(self._pen)

    @property
    def _open(self) -> Pen:
        if self._pen is None:
            raise RuntimeError("new_page() begins the first page")
        return self._pen

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        bold: bool = False,
        align: Align = "left",
        colour: Colour = BLACK,
        family: Family | None = None,
        stretch: float = 0.0,
    ) -> float:
        """Set one line with its left end, middle or right end at `x` and its baseline at `y`; give its advance.

        `stretch` points are added to every space.
        """
        if not text:
            return 0.0
        its = line(text, stack(family or self._family, bold=bold), size, stretch)
        self._file.use(its)
        pen = self._open
        pen.fill(colour)
        start = x - its.advance * _BEFORE[align]
        pen.write(f"BT 1 0 0 1 {number(start)} {number(pen.height - y)} Tm {its.operators} ET")
        return its.advance

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        width: float = 0.5,
        colour: Colour = BLACK,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a straight line; `dash` gives the lengths of dashes and gaps."""
        self.path([("M", x1, y1), ("L", x2, y2)], stroke=colour, width=width, dash=dash)

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        line_width: float = 0.5,
        radius: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a rectangle from its top left corner; filled, stroked or both; `radius` rounds its corners."""
        pen = self._open
        pen.paint(pen.box(x, y, width, height, radius), fill, stroke, line_width, dash)

    def path(
        self,
        steps: list[Step],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 0.5,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",) to close."""
        pen = self._open
        pen.paint(pen.outline(steps), fill, stroke, width, dash)

    @contextmanager
    def clip(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only inside a rectangle."""
        with self._open.aside() as pen:
            pen.write(f"{pen.box(x, y, width, height)} W n")
            yield

    @contextmanager
    def scaled(self, x: float, y: float, factor: float) -> Iterator[None]:
        """Draw in another size: what is drawn at the top left corner comes to `x`, `y`, all else in proportion."""
        with self._open.aside() as pen:
            scale = f"{factor:.5f}"
            pen.write(f"{scale} 0 0 {scale} {number(x)} {number(pen.height * (1 - factor) - y)} cm")
            yield

    def art(self, name: str, draw: Callable[[], object], x: float = 0.0, y: float = 0.0) -> None:
        """Place art that repeats: `draw` draws it once with this document's own methods, every use points to it.

        It is drawn as on a page of its own, and placed with that page's top left corner at `x`, `y`.
        """
        pen = self._open
        if not self._file.has_art(name):
            self._pen = Pen(pen.size)
            try:
                draw()
                self._file.add_art(name, self._pen)
            finally:
                self._pen = pen
        pen.place(self._file.art_name(name), x, y)

    def qr(
        self, x: float, y: float, side: float, data: str, *, level: Level = "M", version: int = 1, quiet: int = 4
    ) -> None:
        """Draw a QR code, black on a white square whose top left corner is at `x`, `y`.

        `side` is that of the white square: `quiet` modules of it on every side are the quiet zone, which is
        thus included (with quiet=0 the caller keeps it free).
        """
        count, path = rectangles(data, level, version)
        module = side / (count + 2 * quiet)
        if quiet:
            self.rectangle(x, y, side, side, fill=WHITE)
        with self._open.aside() as pen:
            pen.fill(BLACK)
            left, top = x + quiet * module, pen.height - y - quiet * module
            scale = f"{module:.5f}"
            pen.write(f"{scale} 0 0 -{scale} {number(left)} {number(top)} cm {path} f")
