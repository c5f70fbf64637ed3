"""Delimited text: which letters, which delimiter, and the rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import Path

from signin.exchange.failures import EncodingUnknown, FileDamaged, FileEmpty, TableTooLarge
from signin.exchange.limits import Limits
from signin.exchange.tables import Row, Sheet

DELIMITERS = ",;\t|"
ESCAPED = re.compile(r"'+[=+\-@\t\r]")
"""A cell that was made harmless by an apostrophe before it was written; reading takes one off."""

_SAMPLE = 40
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITER_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read(path: Path, *, limits: Limits) -> Sheet:
    """Read a text file as one sheet, named as the file."""
    text = decoded(path.read_bytes(), path)
    if not text.strip():
        raise FileEmpty(file=path.name)
    said = _DELIMITER_LINE.match(text)
    delimiter = said[1] if said else delimiter_of(text)
    rows = []
    try:
        reader = csv.reader(io.StringIO(text[said.end() :] if said else text, newline=""), delimiter=delimiter)
        for number, cells in enumerate(reader, start=2 if said else 1):
            if any(cells):
                rows.append(Row(number, tuple(map(_unescaped, cells))))
            if len(rows) > limits.rows:
                raise TableTooLarge(file=path.name)
    except csv.Error:
        raise FileDamaged(file=path.name) from None
    return Sheet(path.stem, visible=True, rows=tuple(rows))


def decoded(content: bytes, path: Path) -> str:
    """Decode by the byte order mark, else UTF-16 by its zero bytes, else strict UTF-8; never by guessing."""
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), None) or _bare_encoding(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise EncodingUnknown(file=path.name) from None


def _bare_encoding(content: bytes) -> str:
    """Tell UTF-16 without a mark: delimiters and line ends have their zero byte on one side (Lao has 0x0E)."""
    sample = content[:4096]
    little = sum(sample[1::2].count(high) for high in (0x00, 0x0E))
    big = sum(sample[0::2].count(high) for high in (0x00, 0x0E))
    if b"\x00" not in sample or max(little, big) * 3 < len(sample):
        return "utf-8"
    return "utf-16-le" if little > big else "utf-16-be"


def delimiter_of(text: str) -> str:
    """Choose the delimiter under which most of the first lines have the same number of columns."""
    lines = list(islice(io.StringIO(text, newline=""), _SAMPLE))
    return max(DELIMITERS, key=lambda delimiter: _regularity(lines, delimiter))


def _regularity(lines: list[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    except csv.Error:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (rows, width)


def _unescaped(cell: str) -> str:
    return cell[1:] if ESCAPED.match(cell) else cell
