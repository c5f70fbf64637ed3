"""Printed sheets read back."""

import pypdfium2
import zxingcpp

from typeset.reading import picture


def sheets(path):
    """Give each sheet's size in whole millimetres."""
    with pypdfium2.PdfDocument(path) as document:
        return [
            tuple(round(edge / 72 * 25.4) for edge in document.get_page_size(nth)) for nth in range(len(document))
        ]


def codes(path, dpi=200):
    """Give the QR codes that a scanner reads from each sheet."""
    data = path.read_bytes()
    return [
        sorted(
            one.text
            for one in zxingcpp.read_barcodes(
                picture(data, page=nth, dpi=dpi), formats=zxingcpp.BarcodeFormat.QRCode
            )
        )
        for nth in range(len(sheets(path)))
    ]
