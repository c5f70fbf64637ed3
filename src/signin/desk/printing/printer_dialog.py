"""The system's own dialog for a printer: which one, how many copies, both sides, which pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from signin.desk.printing.pdf_printing import NoPrinter, printers, take_size


def ask_printer(
    parent: QWidget,
    size: tuple[float, float],
    pages: range,
    then: Callable[[QPrinter], None],
    *,
    proposed: str = "",
) -> QPrintDialog:
    """Open the dialog for pages (from 0) of a size in points; `then` gets the printer. Raises NoPrinter.

    The printer `proposed` is chosen at first where it is there, the computer's usual one otherwise.
    """
    names = printers()
    if not names:
        raise NoPrinter(printer="")
    wanted = QPrinterInfo.printerInfo(proposed if proposed in names else names[0])
    printer = QPrinter(wanted, QPrinter.PrinterMode.HighResolution)
    take_size(printer, size)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(pages.start + 1, pages.stop)
    dialog.setFromTo(pages.start + 1, pages.stop)
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)

    def done(result: int) -> None:
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            then(printer)

    dialog.finished.connect(done)
    QDialog.open(dialog)
    return dialog
