"""What is inside an .xlsx: its parts, unpacked within limits, and what they say of hidden rows and fonts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree import ElementTree as ET

from signin.exchange import formulas, old_fonts
from signin.exchange.failures import FileDamaged, NotATable, PasswordProtected, TableTooLarge
from signin.exchange.limits import MEGABYTE, Limits

_CHUNK = MEGABYTE
_UNREAD = re.compile(
    r"docProps/|customXml/|xl/(?:media|drawings|charts|theme|pivot|externalLinks|calcChain|comments)"
)
_SHEET = re.compile(r"xl/.*sheets/[^/]*\.xml$", re.IGNORECASE)
_STYLES = "xl/styles.xml"
_FONT_NAME = re.compile(rb"""<(?:\w+:)?name\s+val=["']([^"']+)["']""")
_CONTENT = (b"<v", b"<t", b"<f", b"<is")

_NOT_A_NEAR_CELL = re.compile(rb'<c(?! r="[A-Z]\d{1,5}")')
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Z]{1,7})(\d{1,9})["'][^>]*(?<!/)>""")
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")
_STRINGS_HERE = 128 * MEGABYTE
_SHORTEST_CELL = len('<c r="A1"/>')


@dataclass(frozen=True, slots=True)
class Hidden:
    """Row numbers (from 1) and column indexes (from 0) that do not show."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Container:
    """The parts of an .xlsx that matter, by name; sheets without their long runs of blank rows."""

    parts: dict[str, bytes]
    sheets: dict[str, str]
    """The part of each sheet, by the sheet's name."""

    def repacked(self) -> io.BytesIO:
        """Make a new container of just these bytes, so that nothing unmeasured is ever unpacked again."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as made:
            for name, content in self.parts.items():
                made.writestr(name, content)
        packed.seek(0)
        return packed

    def hidden(self, sheet: str) -> Hidden:
        """Tell a sheet's hidden rows and columns."""
        xml = self.parts.get(self.sheets.get(sheet, ""), b"")
        return Hidden(_hidden_rows(xml), _hidden_columns(xml)) if b"hidden=" in xml else Hidden()

    def fonts(self) -> tuple[str, ...]:
        """Name the fonts of the workbook's styles, each once."""
        names = _FONT_NAME.findall(self.parts.get(_STYLES, b""))
        return tuple(dict.fromkeys(name.decode("utf-8", "replace") for name in names))

    def cell_fonts(self, sheet: str) -> old_fonts.CellFonts:
        """Give the cells of a sheet that are set in Lao fonts from before Unicode."""
        old = old_fonts.among(self.fonts())
        xml = self.parts.get(self.sheets.get(sheet, ""), b"")
        return old_fonts.of_cells(self.parts[_STYLES], xml, old) if old else {}

    def unanswered(self, sheet: str) -> frozenset[tuple[int, int]]:
        """Give the cells of a sheet that hold a formula without a result."""
        return formulas.unanswered(self.parts.get(self.sheets.get(sheet, ""), b""))


def size_declared(path: Path, limits: Limits) -> int:
    """Add up what the parts that matter claim to unpack to, in bytes; refuse what no roster claims."""
    with _opened(path) as packed:
        declared = sum(part.file_size for part in _wanted(packed))
    if declared > limits.unpacked:
        raise TableTooLarge(file=path.name)
    return declared


def unpack(path: Path, limits: Limits) -> Container:
    """Unpack the parts that matter, never more than `limits.kept` bytes held at once."""
    with _opened(path) as packed:
        wanted = _wanted(packed)
        parts: dict[str, bytes] = {}
        room = limits.kept
        for part in wanted:
            parts[part.filename] = _content(packed, part, room, path)
            room -= len(parts[part.filename])
    if any(b"<!DOCTYPE" in content[:4096] or b"\x00" in content[:4096] for content in parts.values()):
        raise FileDamaged(file=path.name)  # no program writes that; entities are never expanded
    try:
        return Container(parts, _sheet_parts(parts))
    except (ET.ParseError, KeyError, AttributeError):
        raise FileDamaged(file=path.name) from None


def is_harmless(container: Container) -> bool:
    """Whether reading these parts surely stays small: every cell within A1:Z99999, strings not multiplied.

    calamine holds 24 bytes for each cell of the area up to the last one, so 62 MB at most, and one copy of
    a shared string for each cell that shows it. Cells in any but the usual spelling are not looked into.
    """
    cells = 0
    for name, xml in container.parts.items():
        if _SHEET.match(name):
            body = xml[xml.find(b"<sheetData") : xml.rfind(b"</sheetData")]
            if (b":" in body and b":c" in body) or _NOT_A_NEAR_CELL.search(body):
                return False
            cells += len(body) // _SHORTEST_CELL
    strings = next((xml for name, xml in container.parts.items() if name.lower() == "xl/sharedstrings.xml"), b"")
    return _longest_within(strings, _STRINGS_HERE // (cells + 1))


def _longest_within(strings: bytes, most: int) -> bool:
    """Whether every shared string ends within `most` bytes of the one before it (striding, not counting)."""
    at = 0
    while len(strings) - at > most:
        end = strings.rfind(b"</si>", at, at + most)
        if end < 0:
            return False
        at = end + 5
    return True


def area(container: Container) -> int:
    """Give the number of cells from A1 to the last filled one, of the largest sheet."""
    largest = 0
    for name, xml in container.parts.items():
        if _SHEET.match(name):
            rows = columns = 0
            for cell in _FILLED_CELL.finditer(xml):
                rows, columns = max(rows, int(cell[2])), max(columns, old_fonts.column_index(cell[1]) + 1)
            largest = max(largest, rows * columns)
    return largest


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise FileDamaged(file=path.name) from None


def _wanted(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Choose the parts that a reading of cells needs; without a workbook among them it is no .xlsx."""
    parts = [
        part
        for part in packed.infolist()
        if part.filename.lower().endswith((".xml", ".rels")) and not _UNREAD.match(part.filename)
    ]
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise NotATable(file=Path(packed.filename or "").name)
    return parts


def _content(packed: zipfile.ZipFile, part: zipfile.ZipInfo, room: int, path: Path) -> bytes:
    if part.flag_bits & 1:
        raise PasswordProtected(file=path.name)
    try:
        with packed.open(part) as stream:
            return _without_blank_runs(stream, room, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise FileDamaged(file=path.name) from None


def _without_blank_runs(stream: IO[bytes], room: int, path: Path) -> bytes:
    """Read a part chunk by chunk; chunks of a sheet that are nothing but blank formatted rows are let go."""
    kept: list[bytes] = []
    rest = b""
    while chunk := stream.read(_CHUNK):
        rest += chunk
        cut = rest.rfind(b"<row ")
        if cut > 0:
            piece, rest = rest[:cut], rest[cut:]
            if not kept or b"</sheetData" in piece or any(sign in piece for sign in _CONTENT):
                kept.append(piece)
                room -= len(piece)
        if len(rest) > room:
            raise TableTooLarge(file=path.name)
    kept.append(rest)
    return b"".join(kept)


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Map each sheet's name to its part, as the workbook and its relations say."""
    relations = ET.fromstring(parts["xl/_rels/workbook.xml.rels"])  # noqa: S314  document types are refused
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    workbook = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314  document types are refused
    named = {}
    for sheet in workbook.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            target = targets.get(next((v for k, v in sheet.items() if k.endswith("}id")), None), "")
            named[sheet.get("name", "")] = str(PurePosixPath("/xl", target)).lstrip("/")
    return named


def _attributes(inside: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(inside))


def _hidden_rows(xml: bytes) -> frozenset[int]:
    hidden, number = set(), 0
    for row in _ROW.finditer(xml):
        said = _attributes(row[1])
        number = int(said[b"r"]) if said.get(b"r", b"").isdigit() else number + 1
        if said.get(b"hidden") in {b"1", b"true"}:
            hidden.add(number)
    return frozenset(hidden)


def _hidden_columns(xml: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for column in _COLUMN.finditer(xml):
        said = _attributes(column[1])
        if said.get(b"hidden") in {b"1", b"true"} and said[b"min"].isdigit() and said[b"max"].isdigit():
            hidden.update(range(int(said[b"min"]) - 1, min(int(said[b"max"]), 16_384)))
    return frozenset(hidden)
