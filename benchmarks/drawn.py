"""What a paper of ours draws, page by page, so that peers can draw the very same; and how to begin afresh."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from unittest.mock import patch

from signin.lao import segment
from signin.typeset import Document, breaking, operators, paragraph, qr, shaping
from signin.typeset.pen import BLACK


@dataclass(slots=True)
class Text:
    """One line of text: its left end and baseline in points from the top left corner."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    colour: str


@dataclass(slots=True)
class Code:
    """A QR code with `quiet` modules around it, its top left corner and its side with them."""

    x: float
    y: float
    side: float
    data: str
    quiet: int


@dataclass(slots=True)
class Page:
    """What is drawn on a page: lines of text, paths of M and L steps, codes; `arts` it uses."""

    size: tuple[float, float]
    texts: list[Text] = field(default_factory=list)
    rules: list[list[tuple[str, float, float]]] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    arts: list[str] = field(default_factory=list)


class Recording:
    """Pages, and arts by name, of a paper that is drawn while this lasts; curved ornaments are left out."""

    def __init__(self, write: Callable[[], object]) -> None:
        self.pages: list[Page] = []
        self.arts: dict[str, Page] = {}
        self._now: list[Page] = []
        names = ("new_page", "text", "path", "qr", "art")
        real = {name: getattr(Document, name) for name in names}
        with ExitStack() as stack:
            for name in names:
                stack.enter_context(patch.object(Document, name, self._listening(name, real[name])))
            write()

    def _listening(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def heard(document: Document, *given: object, **named: object) -> object:
            if name == "art":
                return self._art(document, real, *given, **named)
            told = real(document, *given, **named)
            getattr(self, f"_{name}")(document, told, *given, **named)
            return told

        return heard

    def _art(self, document: Document, real: Callable[..., object], name: str, draw, x=0.0, y=0.0) -> object:
        page = self._now[-1]
        page.arts.append(name)
        self._now.append(self.arts.setdefault(name, Page(document.page)))
        try:
            return real(document, name, draw, x, y)
        finally:
            self._now.pop()

    def _new_page(self, document: Document, _told: object) -> None:
        self._now = [Page(document.page)]
        self.pages += self._now

    def _text(self, _document, told, x, y, text, *, size, bold=False, align="left", colour=BLACK, **_) -> None:
        if text:
            left = x - told * {"left": 0, "centre": 0.5, "right": 1}[align]
            self._now[-1].texts.append(Text(left, y, text, size, bold, colour))

    def _path(self, _document, _told, steps, **_) -> None:
        if all(step[0] in "ML" for step in steps):
            self._now[-1].rules.append(steps)

    def _qr(self, _document, _told, x, y, side, data, *, quiet=4, **_) -> None:
        self._now[-1].codes.append(Code(x, y, side, data, quiet))


def dark_runs(data: str) -> list[tuple[int, int, int]]:
    """Give the runs of dark modules of a code: column, row and length; what every side draws."""
    rows = enumerate(qr.modules(data, "M", 1))
    return [(start, y, end - start) for y, row in rows for start, end in qr.dark_runs(row)]


def begin_afresh() -> None:
    """Forget what earlier rounds have set, as in a program that has just started; matrices of codes are kept.

    What the measurement itself holds is hidden from the search for cycles, so that nobody is charged for it.
    """
    for kept in (
        shaping.shape,
        operators.line,
        operators.number,
        breaking._cut,  # noqa: SLF001 -- caches have no other handle
        breaking._longest,  # noqa: SLF001
        paragraph.__globals__["_set"],
        segment._breakable,  # noqa: SLF001
        qr.rectangles,
    ):
        kept.cache_clear()
    gc.collect()
    gc.freeze()
