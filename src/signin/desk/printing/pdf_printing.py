"""A PDF to an installed printer: each page a picture at the printer's own resolution, in its own size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from signin.exchange.pictures import page_sizes, render_page
from signin.words import Failure, mark

_MOST_DPI = 600
"""More than a laser printer's letters need; beyond, a page of A4 is over 100 megabytes."""
_DOWN = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


class NoPrinter(Failure):
    """There is no printer, or none of this name."""

    exit_code = 7
    text = mark("There is no printer “{printer}”. Connect it, choose another in the settings, or save as PDF.")


class PrintingStopped(Failure):
    """The printer gave up in the middle."""

    exit_code = 7
    text = mark("The printer stopped at page {page} of {pages}. Look at paper and cable, then go on from there.")


def printers() -> list[str]:
    """Give the names of the installed printers, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))


def printer_named(name: str) -> QPrinter:
    """Give a printer by its name, or the usual one for an empty name. Raises NoPrinter."""
    wanted = name or QPrinterInfo.defaultPrinterName()
    if not wanted or wanted not in QPrinterInfo.availablePrinterNames():
        raise NoPrinter(printer=name)
    return QPrinter(QPrinterInfo.printerInfo(wanted), QPrinter.PrinterMode.HighResolution)


def pages_wanted(printer: QPrinter, pages: range) -> range:
    """Give those of the pages that the printer was told to print; it counts pages from 1."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return pages
    first, last = printer.fromPage() - 1, (printer.toPage() or printer.fromPage()) - 1
    return range(max(pages.start, first), min(pages.stop, last + 1))


def print_pdf(
    path: Path, printer: QPrinter, pages: range | None = None, tell: Callable[[int], object] = int
) -> int:
    """Print pages of a PDF (all, or some, from 0) and give how many; `tell` hears each page handed over.

    Where the printer makes no copies by itself, each page is handed over as often as copies were asked for.
    Raises PrintingStopped with the first page that did not come out.
    """
    sizes = page_sizes(path)
    wanted = list(pages if pages is not None else range(len(sizes)))
    if not wanted:
        return 0
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    take_size(printer, sizes[wanted[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingStopped(page=wanted[0] + 1, pages=len(sizes))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for page in wanted:
            _hand_over(painter, printer, path, page, sizes, times, fresh=page == wanted[0])
            tell(page)
    finally:
        painter.end()
    return len(wanted)


def _hand_over(
    painter: QPainter,
    printer: QPrinter,
    path: Path,
    page: int,
    sizes: list[tuple[float, float]],
    times: int,
    *,
    fresh: bool,
) -> None:
    """Print one page so many times; `fresh` tells that the sheet in the printer is the first one."""
    picture = page_image(path, page, min(printer.resolution(), _MOST_DPI))
    for nth in range(times):
        if nth or not fresh:
            take_size(printer, sizes[page])
            if not printer.newPage():
                raise PrintingStopped(page=page + 1, pages=len(sizes))
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
        if printer.printerState() in _DOWN:
            raise PrintingStopped(page=page + 1, pages=len(sizes))


def take_size(printer: QPrinter, points: tuple[float, float]) -> None:
    """Give the sheet the size of the page, on its side where that is wide; no margins, the page has its own."""
    short, long = sorted(points)
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = points[0] > points[1]
    layout = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, layout, QMarginsF(0, 0, 0, 0)))


def page_image(path: Path, page: int, dpi: float) -> QImage:
    """Draw a page (from 0) in colour at `dpi` dots an inch."""
    picture = render_page(path, page, dpi)
    image = QImage(
        picture.tobytes(), picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888
    )
    return image.copy()  # the bytes are Python's and go with this function
