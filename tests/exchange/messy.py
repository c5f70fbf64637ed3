"""Messy workbooks as offices send them, each with the people, women and notices that a careful clerk would find.

Made by real writers (openpyxl, xlwt, xlsxwriter, csv) into a folder; what no writer makes is made by hand. They
are read by the exchange and through the window alike.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.styles import Font

from signin.exchange import failures
from signin.words import Failure

HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ", "ໝາຍເຫດ"]
ONE = [1, "ທ່ານ ບຸນມີ ສີສຸລາດ", None, "ຫົວໜ້າ", "ພະແນກການເງິນ", "020 5551 2345", None]
TWO = [2, "ນາງ ມະນີວັນ ເຈົ້າໄຊ", "x", "ວິຊາການ", "ພະແນກພາຍໃນ", "020 5551 2346", None]
BOTH = ("ບຸນມີ ສີສຸລາດ", "ມະນີວັນ ເຈົ້າໄຊ")
PLAIN = [HEAD, ONE, TWO]


@dataclass(frozen=True)
class Mess:
    """A file by its name, what makes it, and what is to be found in it.

    `kinds` are the notices that must be there, all of them unless `more`; `phones` and `notes` are looked at where
    they are given. A `refusal` is the failure; `window` tells how the window is to take it where nothing is read:
    "refused" at the first step, or "asked" at the second, where something can be chosen.
    """

    says: str
    name: str
    make: Callable[[Path], object]
    names: tuple[str, ...] = BOTH
    women: int | None = None
    kinds: frozenset[str] = frozenset()
    phones: tuple[str, ...] | None = None
    notes: tuple[str, ...] | None = None
    skipped: int = 0
    refusal: type[Failure] | None = None
    window: str = "refused"


def xlsx(rows, *, merges=(), hide=(), hide_columns=(), sheets=(), font=None, epoch=None):
    def make(path):
        book = openpyxl.Workbook()
        book.epoch = epoch or book.epoch
        sheet = _filled(book.active, "ລາຍຊື່", rows, font)
        for merge in merges:
            sheet.merge_cells(merge)
        for number in hide:
            sheet.row_dimensions[number].hidden = True
        for letter in hide_columns:
            sheet.column_dimensions[letter].hidden = True
        for title, state, more in sheets:
            _filled(book.create_sheet(), title, more, None).sheet_state = state
        book.save(path)

    return make


def _filled(sheet, title, rows, font):
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cell in (cell for cells in sheet.iter_rows(min_row=2) for cell in cells if font):
        cell.font = Font(name=font)
    return sheet


def xls(rows):
    def make(path):
        book = xlwt.Workbook()
        sheet = book.add_sheet("Sheet1")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(at, column, cell)
        book.save(str(path))

    return make


def text(rows, encoding="utf-8", delimiter=","):
    def make(path):
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)

    return make


def of_bytes(content):
    return lambda path: path.write_bytes(content)


def ods(rows, *, blank=0, encrypted=False):
    """Make a spreadsheet as LibreOffice writes it; `blank` formatted rows follow."""

    def cell(value):
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, int):
            return (
                f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
                "</table:table-cell>"
            )
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'

    def make(path):
        body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        if blank:
            body += (
                f'<table:table-row table:number-rows-repeated="{blank}">'
                '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
            )
        space = "urn:oasis:names:tc:opendocument:xmlns"
        content = (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{space}:office:1.0" '
            f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0" office:version="1.2"><office:body>'
            f'<office:spreadsheet><table:table table:name="ແຜ່ນ">{body}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>"
        )
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        secret = "<manifest:encryption-data/>" if encrypted else ""
        manifest = (
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{space}:manifest:1.0">'
            "<manifest:file-entry "
            f'manifest:full-path="/" manifest:media-type="{kind}">{secret}'
            "</manifest:file-entry></manifest:manifest>"
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("mimetype", kind, zipfile.ZIP_STORED)
            packed.writestr("content.xml", content)
            packed.writestr("META-INF/manifest.xml", manifest)

    return make


def formulas(path):
    """Write formulas whose results no program has put there."""
    xlsx([HEAD, [*ONE[:4], "=A1&B1", *ONE[5:]], TWO])(path)


def a_million_blank_rows(path):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(PLAIN):
            sheet.write_row(at, 0, ["" if cell is None else cell for cell in row])
        coloured = book.add_format({"bg_color": "#eeeeee"})
        for row in (10, 500_000, 1_048_575):
            sheet.set_row(row, 20, coloured)


def bomb(path):
    """Pack a sheet that unpacks to far more than any roster."""
    xlsx(PLAIN)(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                packed.writestr(name, content)
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            start, end = parts["xl/worksheets/sheet1.xml"].split(b"</sheetData>")
            part.write(start)
            for row in range(10, 60):
                part.write(b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>' % (row, row) + b"A" * 2**20)
                part.write(b"</t></is></c></row>")
            part.write(b"</sheetData>" + end)


def document(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", "<w:document/>")


def truncated(path):
    xlsx(PLAIN)(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
LONG = "ບຸນ" * 99 + "ມີ"


def phones(*cells):
    rows = [[nth, f"ຄົນ{'ກຂຄງຈ'[nth - 1]} ສີ", None, "", "ກົມ", cell, None] for nth, cell in enumerate(cells, 1)]
    return [HEAD, *rows]


def people(count):
    return tuple(f"ຄົນ{'ກຂຄງຈ'[nth]} ສີ" for nth in range(count))


MESS = [
    Mess(
        "head in row 9 under merged titles",
        "titles.xlsx",
        xlsx(
            [["ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ"], [], ["ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ"], *[[]] * 5, *PLAIN],
            merges=("A1:G1", "A3:G3"),
        ),
        women=1,
    ),
    Mess(
        "a head of two rows",
        "two-rows.xlsx",
        xlsx(
            [
                ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ເພດ", None, "ພາກສ່ວນ"],
                [None, None, "ຊາຍ", "ຍິງ", None],
                [1, "ບຸນມີ ສີສຸລາດ", "x", None, "ກົມ"],
                [2, "ມະນີວັນ ເຈົ້າໄຊ", None, "x", "ກົມ"],
            ],
            merges=("C1:D1",),
        ),
        women=1,
    ),
    Mess(
        "groups and totals",
        "groups.xlsx",
        xlsx([HEAD, ["I. ກົມກອງ ກ"], ONE, ["II. ກົມກອງ ຂ"], TWO, ["ລວມທັງໝົດ 2 ທ່ານ, ຍິງ 1 ທ່ານ"]]),
        women=1,
        kinds=frozenset({"group-rows"}),
    ),
    Mess("the head again on each page", "pages.xlsx", xlsx([HEAD, ONE, HEAD, TWO]), women=1),
    Mess(
        "a total that is wrong",
        "total.xlsx",
        xlsx([HEAD, ONE, TWO, ["ລວມ 5 ທ່ານ"]]),
        kinds=frozenset({"total-differs"}),
    ),
    Mess("ticks for women in many shapes", "ticks.xlsx", xlsx([HEAD, ONE, [*TWO[:2], "✓", *TWO[3:]]]), women=1),
    Mess("a hidden row", "hidden-row.xlsx", xlsx(PLAIN, hide=(3,)), women=1, kinds=frozenset({"hidden-rows"})),
    Mess("a hidden column", "hidden-column.xlsx", xlsx(PLAIN, hide_columns=("F",)), women=1),
    Mess(
        "a hidden sheet beside",
        "hidden-sheet.xlsx",
        xlsx(PLAIN, sheets=[("ເກົ່າ", "hidden", [HEAD, [3, "ຜູ້ເກົ່າ ບໍ່ເອົາ"]])]),
        women=1,
    ),
    Mess(
        "several sheets",
        "sheets.xlsx",
        xlsx(PLAIN, sheets=[("ແຂກ", "visible", [["ຊື່", "ເບີໂທ"], ["ຄຳ ແພງ", "1"]])]),
        kinds=frozenset({"other-sheets"}),
    ),
    Mess(
        "phones as numbers, with a point, in E and without their zero",
        "phones.xlsx",
        xlsx(phones(2055512345.0, "2055512346.0", "2.055512347E9", "2055512348", "020 5551 2349")),
        names=people(5),
        kinds=frozenset({"phone-zero"}),
        phones=("2055512345", "2055512346", "2055512347", "2055512348", "020 5551 2349"),
    ),
    Mess(
        "two phones in a cell, with a slash and with a line end",
        "two-phones.xlsx",
        xlsx(phones("020 5551 2345/030 555 1234", "020 5551 2346\n021 312345")),
        names=people(2),
        phones=("020 5551 2345 / 030 555 1234", "020 5551 2346 / 021 312345"),
    ),
    Mess(
        "a number with more digits than a workbook keeps",
        "digits.xlsx",
        xlsx(phones(20555123450000000)),
        names=people(1),
        kinds=frozenset({"number-damaged"}),
    ),
    Mess(
        "Lao digits",
        "lao-digits.xlsx",
        xlsx([HEAD, ["໑", *ONE[1:5], "໐໒໐ ໕໕໕໑ ໒໓໔໕", None], ["໒", *TWO[1:]]]),
        women=1,
        phones=("020 5551 2345", "020 5551 2346"),
    ),
    Mess(
        "a Buddhist year stays as it was written",
        "buddhist.xlsx",
        xlsx([HEAD, [*ONE[:6], "ມາວັນທີ 12/6/2567"], TWO]),
        notes=("ມາວັນທີ 12/6/2567", ""),
    ),
    Mess(
        "dates of a workbook that counts from 1904",
        "1904.xlsx",
        xlsx([HEAD, [*ONE[:6], date(2024, 6, 12)], TWO], epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904),
        notes=("2024-06-12", ""),
    ),
    Mess("text with a byte order mark", "bom.csv", text(PLAIN, "utf-8-sig"), women=1),
    Mess("UTF-16", "utf16.csv", text(PLAIN, "utf-16"), women=1),
    Mess("semicolons", "semicolons.csv", text(PLAIN, delimiter=";"), women=1),
    Mess("tabs", "tabs.txt", text(PLAIN, delimiter="\t"), women=1),
    Mess(
        "formulas without results",
        "formulas.xlsx",
        formulas,
        kinds=frozenset({"formula-unread"}),
    ),
    Mess(
        "cells that begin like formulas",
        "signs.csv",
        text([HEAD, [*ONE[:6], "=1+1"], [*TWO[:6], "@ຫ້ອງ"], [3, "ຄຳ ແພງ", "", "+1", "-ກົມ", "", ""]]),
        names=(*BOTH, "ຄຳ ແພງ"),
        notes=("=1+1", "@ຫ້ອງ", ""),
    ),
    Mess(
        "characters in names that nobody sees",
        "unseen.csv",
        text([HEAD, [1, "ທ່ານ ບຸນ\u200bມີ ສີ\u202eສຸລາດ\x07", *ONE[2:]], TWO]),
        kinds=frozenset({"unseen-stripped"}),
    ),
    Mess(
        "markup in a name is text",
        "markup.xlsx",
        xlsx([HEAD, [1, "<b>ບຸນມີ</b> ສີ", *ONE[2:]]]),
        names=("<b>ບຸນມີ</b> ສີ",),
    ),
    Mess("a name of 300 characters", "long.xlsx", xlsx([HEAD, [1, LONG, *ONE[2:]]]), names=(LONG,)),
    Mess(
        "somebody twice, and a namesake from elsewhere",
        "twice.xlsx",
        xlsx([HEAD, ONE, TWO, [3, *ONE[1:]], [4, "ບຸນມີ ສີສຸລາດ", None, "ແພດ", "ໂຮງໝໍ", "020 9", None]]),
        names=(*BOTH, BOTH[0]),
        kinds=frozenset({"duplicate-row", "namesake"}),
        skipped=1,
    ),
    Mess("a million formatted blank rows", "blank.xlsx", a_million_blank_rows, women=1),
    Mess("an .xls", "old.xls", xls(PLAIN), women=1),
    Mess("an .ods", "libre.ods", ods(PLAIN), women=1),
    Mess("an .ods with a million blank rows", "blank.ods", ods(PLAIN, blank=1_048_000), women=1),
    # Refused
    Mess("an empty file", "empty.xlsx", of_bytes(b""), refusal=failures.FileEmpty),
    Mess("a workbook without a cell", "nothing.xlsx", xlsx([]), refusal=failures.FileEmpty),
    Mess(
        "no head",
        "no-head.xlsx",
        xlsx([ONE, TWO]),
        refusal=failures.NoHead,
        window="asked",
    ),
    Mess(
        "a row without a name",
        "nameless.xlsx",
        xlsx([HEAD, ONE, [2, None, None, "ວິຊາການ", "ກົມ", None, None]]),
        refusal=failures.RowWithoutName,
        window="asked",
    ),
    Mess(
        "an old Lao font",
        "font.xlsx",
        xlsx([["No.", "Name", "Office"], [1, "À¥ì¾©£¾Â", "¡½§¸¤"]], font="Saysettha Lao"),
        refusal=failures.LegacyFontText,
    ),
    Mess("a zip bomb", "bomb.xlsx", bomb, refusal=failures.TableTooLarge),
    Mess("a document renamed", "document.xlsx", document, refusal=failures.NotATable),
    Mess("a password", "password.xlsx", of_bytes(PASSWORD), refusal=failures.PasswordProtected),
    Mess(
        "an .ods with a password", "password.ods", ods(PLAIN, encrypted=True), refusal=failures.PasswordProtected
    ),
    Mess("half a file", "half.xlsx", truncated, refusal=failures.FileDamaged),
]
