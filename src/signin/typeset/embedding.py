"""How a face goes into the file: a subset, its widths, and what its glyphs say.

Type0 over CIDFontType2 with Identity-H (PDF 32000-1:2008, 9.7.4): glyph ids are the codes, so the subset
keeps them.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
)

from signin.typeset.fonts import Face
from signin.typeset.glyph_texts import glyph_texts
from signin.typeset.operators import font_name, number

_NOT_FOR_PAPER = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "kern", "name", "post")
_SYMBOLIC = 4
_STEM = 80
_EFFORT = 5
"""Of zlib, 1 to 9: a page in two thirds of the time of 6, and one per cent larger."""
_IN_A_BLOCK = 100
"""bfchar entries; the CMap specification allows no more in a block."""


def embed(document: PDFDocument, used: Mapping[Face, Collection[int]]) -> None:
    """Add the faces to the document's one font dictionary, with the glyphs that were drawn."""
    fonts: PDFDictionary = document.idToObject[BasicFonts]  # type: ignore[assignment]  # known by that name
    for face in sorted(used, key=font_name):
        fonts[font_name(face)] = _reference(document, _font(document, face, sorted({0, *used[face]})))


def packed(content: bytes, **entries: object) -> PDFStream:
    """Make a compressed stream; binary, without the text coding that ReportLab adds by default."""
    return PDFStream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), zlib.compress(content, _EFFORT))


def _font(document: PDFDocument, face: Face, glyphs: list[int]) -> PDFObject:
    data = _subset(face, glyphs)
    name = PDFName(f"{_tag(data)}+{face.name}")
    to_unicode = packed(_to_unicode(glyph_texts(face.path), glyphs))
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([_reference(document, _cid_font(document, face, glyphs, name, data))]),
            "ToUnicode": _reference(document, to_unicode),
        }
    )


def _reference(document: PDFDocument, thing: PDFObject) -> PDFObject:
    return document.Reference(thing)  # type: ignore[no-untyped-call, no-any-return]  # ReportLab is untyped here


def _cid_font(document: PDFDocument, face: Face, glyphs: list[int], name: str, data: bytes) -> PDFObject:
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "CIDToGIDMap": PDFName("Identity"),
            "DW": 0,
            "W": f"[{' '.join(f'{glyph}[{face.widths[glyph]:.4f}]' for glyph in glyphs)}]",
            "FontDescriptor": _reference(document, _descriptor(document, face, name, data)),
        }
    )


def _descriptor(document: PDFDocument, face: Face, name: str, data: bytes) -> PDFObject:
    box = struct.unpack_from(">4h", data, _table(data, b"head") + 36)
    scaled = " ".join(number(edge * 1000 / face.units) for edge in box)
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC,
            "FontBBox": f"[{scaled}]",
            "ItalicAngle": 0,
            "Ascent": number(face.ascent),
            "Descent": number(face.descent),
            "CapHeight": number(face.ascent),
            "StemV": _STEM,
            "FontFile2": _reference(document, packed(data, Length1=len(data))),
        }
    )


def _subset(face: Face, glyphs: Iterable[int]) -> bytes:
    """Keep the outlines of these glyphs under their own ids, and nothing that paper does not need."""
    wish = hb.SubsetInput()
    wish.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wish.glyph_set.update(glyphs)
    wish.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _NOT_FOR_PAPER)
    return bytes(wish.subset(face.shaper.face).blob.data)


def _table(data: bytes, tag: bytes) -> int:
    """Find where a table of a TrueType file begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    for entry in range(12, 12 + 16 * count, 16):
        if data[entry : entry + 4] == tag:
            return int(struct.unpack_from(">L", data, entry + 8)[0])
    raise KeyError(tag)


def _tag(data: bytes) -> str:
    """Give the six capital letters that mark a subset, from what is in it, so that they never change by chance."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(texts: Mapping[int, str], glyphs: Iterable[int]) -> bytes:
    entries = [
        f"<{glyph:04X}> <{texts[glyph].encode('utf-16-be').hex().upper()}>" for glyph in glyphs if glyph in texts
    ]
    return "\n".join(_cmap_lines(entries)).encode("ascii")


def _cmap_lines(entries: list[str]) -> Iterator[str]:
    """Write a ToUnicode CMap (PDF 32000-1:2008, 9.10.3)."""
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    yield "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    for start in range(0, len(entries), _IN_A_BLOCK):
        block = entries[start : start + _IN_A_BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"
