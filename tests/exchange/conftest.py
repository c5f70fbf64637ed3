"""Workbooks as offices send them, made by real writers."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlwt

HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ", "ໝາຍເຫດ"]


def write_xlsx(path, rows, *, merges=(), hide=(), sheets=()):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ລາຍຊື່"
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    for number in hide:
        sheet.row_dimensions[number].hidden = True
    for title, state, more in sheets:
        other = book.create_sheet(title)
        other.sheet_state = state
        for row in more:
            other.append(row)
    book.save(path)
    return path


def write_xls(path, rows, *, font=None):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    style = xlwt.easyxf(f"font: name {font}") if font else xlwt.Style.default_style
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(at, column, cell, style)
    book.save(str(path))
    return path


@pytest.fixture
def xlsx(tmp_path):
    """Make a workbook: xlsx(rows, merges=("A1:G1",), hide=(3,)) gives its path."""
    return lambda rows, name="list.xlsx", **how: write_xlsx(tmp_path / name, rows, **how)


@pytest.fixture
def xls(tmp_path):
    return lambda rows, name="list.xls", **how: write_xls(tmp_path / name, rows, **how)


@pytest.fixture
def text_file(tmp_path):
    def made(content, name="list.csv", encoding="utf-8"):
        path = Path(tmp_path / name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return made
