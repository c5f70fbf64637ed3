"""Pages of a PDF as pictures, and the codes that are read out of pictures."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image, UnidentifiedImageError

from signin.exchange.failures import FileMissing, FileUnreadable
from signin.words import Failure, mark

LARGEST = 64_000_000
"""Pixels. An A4 page at 600 dots an inch has 35 million; a 144-megapixel picture asks for 430 MB."""

_POINTS_AN_INCH = 72
_ONE_AT_A_TIME = RLock()
"""PDFium may be called from any thread, but never from two at once (pypdfium2, "Thread-safety")."""
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


class PictureRefused(Failure):
    """Too large, or no picture at all; the file's header tells."""

    text = mark("The picture {file} is broken or too large. Choose a PNG or JPEG of at most 64 megapixels.")


class PagesUnreadable(Failure):
    """The PDF cannot be opened or drawn."""

    text = mark("The pages of {file} cannot be drawn. Print the papers again.")
    exit_code = 7


@contextmanager
def _document(pdf_path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF. Raises FileMissing, PagesUnreadable."""
    try:
        with _ONE_AT_A_TIME:
            document = pypdfium2.PdfDocument(pdf_path)
    except FileNotFoundError:
        raise FileMissing(file=pdf_path.name) from None
    except pypdfium2.PdfiumError:
        raise PagesUnreadable(file=pdf_path.name) from None
    try:
        yield document
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def render_pages(pdf_path: Path, dpi: int) -> Iterator[Image.Image]:
    """Draw the pages of a PDF one by one, in grey, at `dpi` dots an inch."""
    with _document(pdf_path) as document:
        for nth in range(len(document)):
            yield _drawn(document, nth, dpi, pdf_path, grey=True)


def render_page(pdf_path: Path, nth: int, dpi: float) -> Image.Image:
    """Draw one page of a PDF, counted from 0, in colour (RGB) at `dpi` dots an inch."""
    with _document(pdf_path) as document:
        return _drawn(document, nth, dpi, pdf_path, grey=False)


def page_sizes(pdf_path: Path) -> list[tuple[float, float]]:
    """Give the width and height of each page of a PDF, in points."""
    with _document(pdf_path) as document, _ONE_AT_A_TIME:
        return [document.get_page_size(nth) for nth in range(len(document))]


def _drawn(document: pypdfium2.PdfDocument, nth: int, dpi: float, pdf_path: Path, *, grey: bool) -> Image.Image:
    with _ONE_AT_A_TIME:
        page = document[nth]
        try:
            width, height = page.get_size()
            if width * height * (dpi / _POINTS_AN_INCH) ** 2 > LARGEST:
                raise PagesUnreadable(file=pdf_path.name)
            picture: Image.Image = page.render(scale=dpi / _POINTS_AN_INCH, grayscale=grey).to_pil()
            return picture if grey else picture.convert("RGB")
        finally:
            page.close()


def open_picture(path: Path) -> Image.Image:
    """Open a picture after its header has told its size; the pixels are decoded here, once."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(path)
        if picture.width * picture.height > LARGEST:
            picture.close()
            raise PictureRefused(file=path.name)
        picture.load()
    except FileNotFoundError:
        raise FileMissing(file=path.name) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, UnidentifiedImageError):
        raise PictureRefused(file=path.name) from None
    except PermissionError:
        raise FileUnreadable(file=path.name) from None
    except (OSError, SyntaxError, ValueError):  # what the decoders raise on cut or altered files
        raise PictureRefused(file=path.name) from None
    return picture


def read_codes(image: Image.Image) -> list[str]:
    """Read every QR code of a picture, from the top down and from the left."""
    found = zxingcpp.read_barcodes(image, formats=_QR, text_mode=zxingcpp.TextMode.Plain)
    placed = sorted(found, key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return [code.text for code in placed]
