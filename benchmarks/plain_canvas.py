"""The papers that we draw, on ReportLab's own canvas: without shaping, or with every line shaped once and kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drawn import Code, Page, Recording, Text, dark_runs
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeStr
from reportlab.pdfgen.canvas import Canvas

from signin.assets import FONTS
from signin.typeset.qr import modules, rectangles

FILES = {"Lao": "Phetsarath_OT.ttf", "LaoBold": "Phetsarath-Bold.ttf", "Latin": "NotoSansLao-Bold.ttf"}


def register_fonts() -> None:
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, FONTS / file, shapable=True))


def write_plain(path: Path, recording: Recording) -> None:
    """Draw the same strings and rules, without shaping."""
    canvas = Canvas(str(path))
    for page in recording.pages:
        canvas.setPageSize(page.size)
        for text in page.texts:
            canvas.setFont(font(text), text.size)
            canvas.drawString(text.x, page.size[1] - text.y, text.text)
        _draw_rules(canvas, page)
        canvas.showPage()
    canvas.save()


def write_shaped(path: Path, recording: Recording, *, strings: bool = False) -> None:
    """Draw the same strings shaped, each shaped once; arts as forms; codes as one path of rectangles each.

    With `strings`, codes are put past the canvas's methods into its stream, as one string like ours.
    """
    canvas = Canvas(str(path))
    for name, art in recording.arts.items():
        canvas.beginForm(name, 0, 0, *art.size)
        _draw_shaped(canvas, art, strings=strings)
        canvas.endForm()
    for page in recording.pages:
        canvas.setPageSize(page.size)
        for name in page.arts:
            canvas.doForm(name)
        _draw_shaped(canvas, page, strings=strings)
        canvas.showPage()
    canvas.save()


def _draw_shaped(canvas: Canvas, page: Page, *, strings: bool) -> None:
    for text in page.texts:
        drawn = canvas.beginText(text.x, page.size[1] - text.y)
        drawn.setFillColor(text.colour)
        drawn.setFont(font(text), text.size)
        drawn.textOut(shaped(text.text, font(text), text.size))
        canvas.drawText(drawn)
    _draw_rules(canvas, page)
    for code in page.codes:
        _draw_code(canvas, page, code, strings=strings)


def _draw_rules(canvas: Canvas, page: Page) -> None:
    for rule in page.rules:
        path = canvas.beginPath()
        for kind, x, y in rule:
            (path.moveTo if kind == "M" else path.lineTo)(x, page.size[1] - y)
        canvas.drawPath(path)


def _draw_code(canvas: Canvas, page: Page, code: Code, *, strings: bool) -> None:
    module = code.side / (len(modules(code.data, "M", 1)) + 2 * code.quiet)
    canvas.saveState()
    canvas.translate(code.x + code.quiet * module, page.size[1] - code.y - code.quiet * module)
    canvas.scale(module, -module)
    canvas.setFillColor("#000000")
    if strings:
        canvas._code.append(f"{rectangles(code.data, 'M', 1)[1]} f")  # noqa: SLF001 -- what somebody in a hurry would do
    else:
        path = canvas.beginPath()
        for column, row, length in dark_runs(code.data):
            path.rect(column, row, length, 1)
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def font(text: Text) -> str:
    return "LaoBold" if text.bold else "Lao"


@cache
def shaped(text: str, name: str, size: float) -> ShapedStr:
    return shapeStr(text, name, size, force=True)
