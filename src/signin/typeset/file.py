"""The PDF file under the canvas: ReportLab's document, made reproducible, put in its place whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from reportlab.pdfbase import pdfdoc

from signin.typeset.embedding import embed, packed
from signin.typeset.failures import NotWritten
from signin.typeset.fonts import Face
from signin.typeset.operators import Line
from signin.typeset.pen import Pen

_VERSION = (1, 7)
_PRODUCER = "signin"


class PaperFile:
    """Pages, arts and fonts on their way into one file."""

    def __init__(self, *, title: str, author: str, language: str, made_at: datetime) -> None:
        self._document = cast("Any", pdfdoc.PDFDocument(invariant=1, pdfVersion=_VERSION, lang=language))
        # The document's own start hangs on an environment variable; its identity must hang on what is in it.
        self._document.signature = hashlib.md5(usedforsecurity=False)
        self._document.updateSignature(f"{made_at.isoformat()}{language}".encode())
        self._document.setDateFormatter(lambda *_: f"D:{made_at:%Y%m%d%H%M%S}{_offset(made_at)}")
        self._document.setTitle(title)
        self._document.setAuthor(author)
        self._document.setSubject("")
        self._document.setCreator(_PRODUCER)
        self._document.setProducer(_PRODUCER)
        self._document.Catalog.Outlines = None
        self._document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        self._glyphs: dict[Face, set[int]] = {}

    def use(self, line: Line) -> None:
        """Remember the glyphs of a line for the subset."""
        for face, glyphs in zip(line.faces, line.glyphs, strict=True):
            if glyphs:
                self._glyphs.setdefault(face, set()).update(glyphs)

    def add_page(self, pen: Pen) -> None:
        """Finish a page."""
        page: Any = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = pen.size
        page.Contents = self._packed(pen)
        page.Resources = _resources(pen)
        self._document.addPage(page)

    def add_art(self, name: str, pen: Pen) -> None:
        """Finish an art, drawn as on a page of its own."""
        form = pdfdoc.PDFFormXObject(0, 0, *pen.size)
        form.Contents = self._packed(pen)
        form.Resources = _resources(pen)
        self._document.addForm(_internal(name), form)

    def has_art(self, name: str) -> bool:
        """Whether the art has been drawn."""
        return bool(self._document.hasForm(_internal(name)))

    def art_name(self, name: str) -> str:
        """Give the name by which operators call the art."""
        return str(pdfdoc.xObjectName(_internal(name)))

    def _packed(self, pen: Pen) -> pdfdoc.PDFStream:
        content = "\n".join([*pen.operators, ""]).encode("ascii")
        self._document.updateSignature(content)
        return packed(content)

    def data(self) -> bytes:
        """Give the whole file."""
        embed(self._document, self._glyphs)
        self._document.info.digest(self._document.signature)
        return bytes(self._document.format())

    def write(self, to: Path | BinaryIO) -> None:
        """Write into an open file, or to a path by way of a temporary file beside it; raises NotWritten."""
        data = self.data()
        if not isinstance(to, Path):
            to.write(data)
            return
        try:
            _replace(to, data)
        except OSError as error:
            raise NotWritten(path=to, reason=error.strerror or error) from error


def _resources(pen: Pen) -> pdfdoc.PDFObject:
    """Give what operators may name: the document's fonts, and the arts that are used."""
    resources: Any = pdfdoc.PDFResourceDictionary()
    resources.basicFonts()
    resources.XObject = {name: pdfdoc.PDFObjectReference(name) for name in sorted(pen.arts)}
    return cast("pdfdoc.PDFObject", resources)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _internal(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):x}_", name)


def _offset(made_at: datetime) -> str:
    """Write the zone as PDF wants it, or nothing for a wall clock without one."""
    zone = f"{made_at:%z}"
    return f"{zone[:3]}'{zone[3:5]}'" if zone else ""
