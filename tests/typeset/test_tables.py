"""Tables: heads repeat, rows stay whole, groups stay with their rows, and pages are counted beforehand."""

from __future__ import annotations

import io
import re

import pytest

from signin.typeset import Column, Document, Group, RowTooTall, Style, Table, draw_table
from typeset.reading import MADE_AT, copied_by_pdfium, copied_by_poppler

HEADS = ("ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຕຳແໜ່ງ")
TABLE = Table(
    columns=(
        Column(40, HEADS[0], "centre"),
        Column(150, HEADS[1], breaks="spaces"),
        Column(120, HEADS[2]),
    ),
    head_fill="#dde7f0",
    group_fill="#eeeeee",
)


def rows(count):
    return [[str(n), f"ທ່ານ ບຸນທະວີ ສຸກສະຫວັດ {n}", "ຮອງຫົວໜ້າພະແນກບໍລິຫານ ແລະ ສັງລວມ"] for n in range(1, count + 1)]


def drawn(table, its_rows, first=300, rest=400, after=0.0):
    file = io.BytesIO()
    with Document(file, title="ບັນຊີ", made_at=MADE_AT, page=(400, 500)) as document:
        laid = table.lay(its_rows, first=first, rest=rest, after=after)
        document.new_page()
        bottom = draw_table(
            document,
            laid,
            40,
            first_top=150,
            rest_top=50,
            furniture=lambda page, of: document.text(200, 480, f"ໜ້າ {page}/{of}", size=9, align="centre"),
        )
    return laid, bottom, file.getvalue()


def test_heads_and_page_numbers_stand_on_every_page():
    laid, _, data = drawn(TABLE, rows(40))
    copied = copied_by_pdfium(data)
    count = len(laid.pages)
    assert count > 2
    assert sum(HEADS[0] in line for line in copied) == count
    assert [f"ໜ້າ {page}/{count}" in copied for page in range(1, count + 1)] == [True] * count


def test_rows_are_all_there_once_and_in_order():
    _, _, data = drawn(TABLE, rows(40))
    text = "\n".join(copied_by_poppler(data, "-raw"))
    places = [re.search(rf"ສຸກສະຫວັດ {n}\b", text).start() for n in range(1, 41)]
    assert places == sorted(places)


def test_rows_do_not_split_and_pages_are_never_overfull():
    laid, bottom, _ = drawn(TABLE, rows(40))
    heights = [sum(row.height for row in page) + laid.head.height for page in laid.pages]
    assert heights[0] <= 300
    assert all(height <= 400 for height in heights[1:])
    assert sum(len(page) for page in laid.pages) == 40
    assert bottom == pytest.approx(50 + heights[-1])
    for page, following in zip(laid.pages, laid.pages[1:], strict=False):
        room = 300 if page is laid.pages[0] else 400
        assert sum(row.height for row in (*page, following[0])) + laid.head.height > room


def test_cells_that_wrap_make_their_row_higher():
    short, long = TABLE.lay([["1", "ກ", "ຂ"], rows(1)[0]], first=300, rest=300).pages[0]
    assert short.height == pytest.approx(11 * 1.6 + 4)
    assert long.height == pytest.approx(2 * 11 * 1.6 + 4)


def test_rows_to_sign_in_are_high_enough():
    table = Table(columns=TABLE.columns, least_height=30)
    assert {row.height for row in table.lay([["1", "", ""]] * 3, first=300, rest=300).pages[0]} == {30}


def test_a_group_row_stays_with_its_first_row():
    for count in range(1, 12):
        its_rows = [*rows(count), Group("ພາກສ່ວນ: ຫ້ອງວ່າການ"), *rows(3)]
        laid = TABLE.lay(its_rows, first=260, rest=260)
        assert not any(page[-1].spans for page in laid.pages)


def test_a_closing_line_keeps_its_room_and_company():
    for count in range(5, 25):
        laid = TABLE.lay(rows(count), first=300, rest=300, after=100)
        assert laid.pages[-1]
        assert sum(row.height for row in laid.pages[-1]) + laid.head.height + 100 <= 300


def test_nobody_is_a_table_with_a_head_alone():
    laid, bottom, data = drawn(TABLE, [])
    assert laid.pages == ((),)
    assert bottom == pytest.approx(150 + laid.head.height)
    assert "ລ/ດ" in "".join(copied_by_pdfium(data))


def test_a_table_without_heads_has_no_head_row():
    laid, _, _ = drawn(Table(columns=(Column(100), Column(100)), rule=0), [["ກ", "ຂ"]])
    assert laid.head is None


def test_a_row_that_does_not_fit_the_first_page_begins_on_the_second():
    laid = TABLE.lay(rows(2), first=30, rest=300)
    assert laid.pages[0] == ()
    assert len(laid.pages[1]) == 2


def test_a_row_higher_than_a_page_is_reported():
    monster = ["1", "ບຸນ", "ວຽກບໍລິຫານ " * 200]
    with pytest.raises(RowTooTall) as failure:
        TABLE.lay([*rows(2), monster], first=300, rest=300)
    assert failure.value.values["row"] == 3
    assert failure.value.exit_code == 7


def test_a_row_with_a_cell_too_many_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="zip"):
        TABLE.lay([["1", "2", "3", "4"]], first=300, rest=300)


def test_head_style_and_body_style_are_the_callers():
    table = Table(columns=TABLE.columns, style=Style(size=14), head_style=Style(size=9))
    laid = table.lay([["1", "ກ", "ຂ"]], first=300, rest=300)
    assert laid.head.height == pytest.approx(9 * 1.6 + 4)
    assert laid.pages[0][0].height == pytest.approx(14 * 1.6 + 4)
