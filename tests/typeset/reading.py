"""How papers are drawn for a test and read back: glyph by glyph, as text, and as pictures."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from signin.typeset import Document

MADE_AT = datetime(2024, 6, 12, 8, 30)
_TOKEN = re.compile(rb"/[^\s/<>\[\]()]+|<<|>>|<[0-9A-Fa-f]*>|\[|\]|[^\s/<>\[\]()]+")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_WIDTHS = re.compile(rb"/BaseFont /[A-Z]{6}\+(\S+)(?:(?!endobj).)*?/W \[(.*?\])\]", re.DOTALL)
_WIDTH = re.compile(rb"(\d+)\[([\d.]+)\]")


@dataclass(frozen=True)
class DrawnGlyph:
    """A glyph where a viewer puts it, in points from the page's left bottom corner."""

    font: str
    glyph: int
    x: float
    y: float


def paper(draw: Callable[[Document], object], **options) -> bytes:
    """Draw one page and give the file."""
    file = io.BytesIO()
    with Document(file, title="ທົດສອບ", made_at=MADE_AT, **options) as document:
        document.new_page()
        draw(document)
    return file.getvalue()


def streams(data: bytes) -> list[bytes]:
    return [zlib.decompress(found[1]) for found in _STREAM.finditer(data)]


def contents(data: bytes) -> list[bytes]:
    """Give the streams of operators that set text."""
    return [stream for stream in streams(data) if b" Tm " in stream]


def glyphs_of(data: bytes) -> list[list[DrawnGlyph]]:
    """Interpret the text operators of the first stream as PDF 32000-1, 9.4 says: the glyphs of each BT … ET."""
    widths = {
        font.decode(): {int(glyph): float(width) for glyph, width in _WIDTH.findall(block)}
        for font, block in _WIDTHS.findall(data)
    }
    return list(_interpreted(contents(data)[0], widths))


def _interpreted(content: bytes, widths: dict[str, dict[int, float]]) -> Iterator[list[DrawnGlyph]]:
    operands: list[str] = []
    font, size, rise, x, y = "", 0.0, 0.0, 0.0, 0.0
    drawn: list[DrawnGlyph] = []
    for token in (token.decode() for token in _TOKEN.findall(content)):
        match token:
            case "BT":
                drawn = []
            case "ET":
                yield drawn
            case "Tm":
                x, y = float(operands[-2]), float(operands[-1])
            case "Tf":
                font, size = operands[-2][1:], float(operands[-1])
            case "Ts":
                rise = float(operands[-1])
            case "TJ":
                for glyph, steps in _shown(operands[operands.index("[") + 1 : -1], widths[font]):
                    if glyph is not None:
                        drawn.append(DrawnGlyph(font, glyph, x, y + rise))
                    x += steps * size / 1000
            case _:
                operands.append(token)
                continue
        operands = []


def _shown(array: list[str], widths: dict[int, float]) -> Iterator[tuple[int | None, float]]:
    """Read what TJ shows: glyphs and the steps the pen takes, in thousandths of an em."""
    for piece in array:
        if piece.startswith("<"):
            for place in range(1, len(piece) - 1, 4):
                glyph = int(piece[place : place + 4], 16)
                yield glyph, widths[glyph]
        else:
            yield None, -float(piece)


def copied_by_pdfium(data: bytes) -> list[str]:
    """Give the lines that PDFium copies, all pages in order."""
    with pypdfium2.PdfDocument(data) as document:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    return [line for text in texts for line in text.replace("\r\n", "\n").split("\n") if line]


def copied_by_poppler(data: bytes, *options: str) -> list[str]:
    """Give the lines that poppler copies, in the order they were drawn."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed (package poppler-utils)")
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
    return [line for line in done.stdout.decode().replace("\f", "").split("\n") if line]


def check_with_qpdf(data: bytes, folder: Path) -> None:
    """Fail unless qpdf finds nothing to say about the file."""
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed (package qpdf)")
    path = folder / "paper.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


def picture(data: bytes, *, page: int = 0, dpi: float = 100) -> Image.Image:
    """Render a page as PDFium shows it, in sixteen greys, so that goldens stay small."""
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=dpi / 72, grayscale=True)
        image = bitmap.to_pil().convert("L").point(lambda grey: grey // 17 * 17)
        bitmap.close()
        sheet.close()
    return image
