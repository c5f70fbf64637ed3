"""The same papers on ReportLab's own canvas: a list without shaping, certificates with shaped lines kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeStr
from reportlab.pdfgen.canvas import Canvas

from signin.assets import FONTS
from signin.documents.certificates import CertificateEntry
from signin.documents.participants import ListRow
from signin.domain.event import Event

A4, LANDSCAPE = (595.28, 841.89), (841.89, 595.28)
COLUMNS = (43, 70, 200, 224, 306, 415, 480, 552)


def register_fonts() -> None:
    for name, file in (("Lao", "Phetsarath_OT.ttf"), ("LaoBold", "Phetsarath-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file, shapable=True))


def write_list(path: Path, rows: Sequence[ListRow], a_page: int) -> None:
    """Draw the rows' strings and rules, so many rows a page, with a head and a page number."""
    canvas = Canvas(str(path), pagesize=A4)
    pages = range(0, len(rows), a_page)
    for page, start in enumerate(pages, 1):
        some = rows[start : start + a_page]
        canvas.setFont("LaoBold", 9.5)
        for x, head in zip(
            COLUMNS, ("ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ", "ລາຍເຊັນ"), strict=False
        ):
            canvas.drawString(x + 3, 800, head)
        canvas.setFont("Lao", 10)
        for nth, row in enumerate(some):
            for x, cell in zip(COLUMNS, _cells(row), strict=False):
                canvas.drawString(x + 3, 780 - nth * 20, cell)
        canvas.grid(COLUMNS, [794 - nth * 20 for nth in range(len(some) + 1)])
        canvas.drawCentredString(298, 25, f"ໜ້າ {page}/{len(pages)}")
        canvas.showPage()
    canvas.save()


def _cells(row: ListRow) -> Iterator[str]:
    who = row.attendee
    yield from (str(who.number), who.full_name, "×" if who.sex == "female" else "")
    yield from (who.position, who.organisation, who.phone)


def write_certificates(path: Path, event: Event, entries: Sequence[CertificateEntry]) -> None:
    """Draw certificates: what is common as one form, what is not as shaped lines, each shaped once."""
    canvas = Canvas(str(path), pagesize=LANDSCAPE)
    canvas.beginForm("common")
    canvas.rect(30, 30, LANDSCAPE[0] - 60, LANDSCAPE[1] - 60)
    _centred(canvas, "ໃບຢັ້ງຢືນ", 400, "LaoBold", 42)
    _centred(canvas, "ຢັ້ງຢືນວ່າ", 350, "Lao", 13)
    canvas.endForm()
    for entry in entries:
        who = entry.attendee
        canvas.doForm("common")
        _centred(canvas, who.full_name, 310, "LaoBold", 34)
        _centred(canvas, f"{who.position}, {who.organisation}", 270, "Lao", 15)
        _centred(canvas, f"ໄດ້ເຂົ້າຮ່ວມ {event.title}", 240, "Lao", 15)
        _centred(canvas, f"ຈຳນວນ {entry.sessions_attended} ພາກ", 220, "Lao", 15)
        _centred(canvas, entry.register, 60, "Lao", 12)
        canvas.showPage()
    canvas.save()


@cache
def _shaped(text: str, font: str, size: float) -> tuple[ShapedStr, float]:
    """Shape a line once; its width without shaping is near enough to centre it, and costs no less."""
    return shapeStr(text, font, size, force=True), pdfmetrics.stringWidth(text, font, size)


def _centred(canvas: Canvas, text: str, y: float, font: str, size: float) -> None:
    shaped, across = _shaped(text, font, size)
    drawn = canvas.beginText(LANDSCAPE[0] / 2 - across / 2, y)
    drawn.setFont(font, size)
    drawn.textOut(shaped)
    canvas.drawText(drawn)
