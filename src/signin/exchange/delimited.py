"""Delimited text: which letters, which delimiter, and the rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from signin.exchange.failures import EncodingUnknown, FileDamaged, FileEmpty, QuoteUnclosed, TableTooLarge
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
    lines = list(io.StringIO(text[said.end() :] if said else text, newline=""))
    for number, cells in enumerate(_records(lines, delimiter, path, 2 if said else 1), start=2 if said else 1):
        if any(cells):
            rows.append(Row(number, tuple(map(_unescaped, cells))))
        if len(rows) > limits.rows:
            raise TableTooLarge(file=path.name)
    return Sheet(path.stem, visible=True, rows=tuple(rows))


def _records(lines: list[str], delimiter: str, path: Path, number: int) -> Iterator[list[str]]:
    """Give the cells of each row, of which the first has this number; refuse a quote that swallows other rows."""
    reader, start = csv.reader(lines, delimiter=delimiter), 0
    try:
        for cells in reader:
            end = reader.line_num
            if (end - start > 1 or end == len(lines)) and _is_unclosed(lines[start:end], delimiter):
                raise QuoteUnclosed(file=path.name, row=number)
            yield cells
            number, start = number + 1, end
    except csv.Error:
        if reader.line_num - start > 1:  # so much in one cell that no reader takes it
            raise QuoteUnclosed(file=path.name, row=number) from None
        raise FileDamaged(file=path.name) from None


def _is_unclosed(lines: list[str], delimiter: str) -> bool:
    """Whether a quote that opens in the lines of a row stays open, or closes only where another row's opens."""
    if len(list(csv.reader([*lines, "next row"], delimiter=delimiter))) == 1:
        return True
    try:
        return len(lines) > 1 and not list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True


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
