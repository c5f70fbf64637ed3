"""Rosters as they come: each with the people, the women and the notices that a careful clerk would find."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
import xlsxwriter

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange import formulas
from signin.exchange.choices import Choices
from signin.exchange.roster import read_roster

HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ", "ໝາຍເຫດ"]
ONE = [1, "ທ່ານ ບຸນມີ ສີສຸລາດ", None, "ຫົວໜ້າ", "ພະແນກການເງິນ", "020 5551 2345", None]
TWO = [2, "ນາງ ມະນີວັນ ເຈົ້າໄຊ", "x", "ວິຊາການ", "ພະແນກພາຍໃນ", "020 5551 2346", None]
BOTH = ["ບຸນມີ ສີສຸລາດ", "ມະນີວັນ ເຈົ້າໄຊ"]


@dataclass
class Case:
    says: str
    rows: list
    names: list = field(default_factory=lambda: BOTH)
    women: int = 1
    kinds: set = field(default_factory=set)
    skipped: int = 0
    header: int = 1
    how: dict = field(default_factory=dict)


CASES = [
    Case("plain", [HEAD, ONE, TWO]),
    Case(
        "motto and title above the head, wide cells",
        [["ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ"], [], ["ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມກອງປະຊຸມ"], [], HEAD, ONE, TWO],
        header=5,
        how={"merges": ("A1:G1", "A3:G3")},
    ),
    Case(
        "groups give the organisation",
        [HEAD, ["I. ພະແນກແຜນການ"], [1, "ທ່ານ ບຸນມີ ສີສຸລາດ", None, "ຫົວໜ້າ"], ["II. ສູນທົດລອງ"], TWO],
        kinds={"group-rows"},
        how={"merges": ("A2:G2", "A4:G4")},
    ),
    Case("a group in the column of names", [HEAD, [None, "ກ. ຄະນະນຳ"], ONE, TWO], kinds={"group-rows"}),
    Case("a group with its numeral beside", [HEAD, ["I", "ສູນທົດລອງ"], ONE, TWO], kinds={"group-rows"}),
    Case("a total that agrees", [HEAD, ONE, TWO, [], ["ລວມທັງໝົດ 2 ທ່ານ, ຍິງ 1 ທ່ານ"]]),
    Case("a total in Lao digits", [HEAD, ONE, TWO, ["ລວມ ໒ ທ່ານ ຍິງ ໑ ທ່ານ"]]),
    Case("a total that differs", [HEAD, ONE, TWO, ["ລວມ 5 ທ່ານ, ຍິງ 1 ທ່ານ"]], kinds={"total-differs"}),
    Case(
        "a total that differs from rows of which one is a repeat",
        [HEAD, ONE, TWO, TWO, ["ລວມ 5 ທ່ານ, ຍິງ 1 ທ່ານ"]],
        skipped=1,
        kinds={"total-differs", "duplicate-row"},
    ),
    Case(
        "two people in one cell",
        [HEAD, ONE, [2, "ນາງ ມະນີວັນ ເຈົ້າໄຊ / ນາງ ດາວ", "x", "ວິຊາການ", "ພະແນກພາຍໃນ"]],
        names=["ບຸນມີ ສີສຸລາດ", "ມະນີວັນ ເຈົ້າໄຊ / ນາງ ດາວ"],
        kinds={"two-in-cell"},
    ),
    Case("counts under the columns", [HEAD, ONE, TWO, [None, "ລວມ 2", 1]]),
    Case(
        "totals of groups",
        [HEAD, ["I. ກົມກອງ ກ"], ONE, ["ລວມ 1 ທ່ານ"], ["II. ກົມກອງ ຂ"], TWO, ["ລວມ 1 ທ່ານ, ຍິງ 1"], ["ລວມທັງໝົດ 2 ທ່ານ"]],
        kinds={"group-rows"},
    ),
    Case(
        "signatures below the total",
        [HEAD, ONE, TWO, ["ລວມ 2 ທ່ານ"], [None, "ຫົວໜ້າພະແນກ", None, "ຜູ້ບັນທຶກ"], [None, "ທ່ານ ສົມສັກ ວົງໄຊ"]],
        kinds={"after-total"},
    ),
    Case("the head repeated on each page", [HEAD, ONE, HEAD, TWO]),
    Case("a row that counts the columns", [HEAD, [1, 2, 3, 4, 5, 6, 7], ONE, TWO]),
    Case("prepared lines with numbers only", [HEAD, ONE, TWO, [3], [4]], kinds={"prepared-rows"}, skipped=2),
    Case("hidden rows are read", [HEAD, ONE, TWO], kinds={"hidden-rows"}, how={"hide": (3,)}),
    Case(
        "two rows of head: name over name and surname, sex over men and women",
        [
            ["ລ/ດ", "ຊື່", None, "ເພດ", None, "ພາກສ່ວນ"],
            [None, "ຊື່", "ນາມສະກຸນ", "ຊາຍ", "ຍິງ", None],
            [1, "ທ່ານ ບຸນມີ", "ສີສຸລາດ", "x", None, "ພະແນກການເງິນ"],
            [2, "ມະນີວັນ", "ເຈົ້າໄຊ", None, "x", "ພະແນກພາຍໃນ"],
        ],
        header=2,
        how={"merges": ("A1:A2", "B1:C1", "D1:E1", "F1:F2")},
    ),
    Case(
        "English heads, sex as letters",
        [
            ["No.", "Full name", "Gender", "Position", "Organization", "WhatsApp"],
            [1, *ONE[1:2], "M"],
            [2, *TWO[1:2], "F"],
        ],
    ),
    Case(
        "prefix in a column of its own, and again in the name",
        [["ລຳດັບ", "ຄຳນຳໜ້າ", "ຊື່ ແລະ ນາມສະກຸນ"], [1, "ທ້າວ", "ບຸນມີ ສີສຸລາດ"], [2, "ນາງ", "ນາງ ມະນີວັນ ເຈົ້າໄຊ"]],
        kinds={"sex-proposed"},
    ),
    Case(
        "sex as Lao letters",
        [["ລ/ດ", "ຊື່", "ຊ/ຍ"], [1, "ບຸນມີ ສີສຸລາດ", "ຊ"], [2, "ມະນີວັນ ເຈົ້າໄຊ", "ຍ"]],
    ),
    Case(
        "an unticked woman among ticks is only proposed",
        [HEAD, ONE, TWO, [3, "ນາງ ວິພາວັນ ບຸບຜາ", None, None, "ພະແນກພາຍໃນ"]],
        names=[*BOTH, "ວິພາວັນ ບຸບຜາ"],
        women=2,
        kinds={"sex-conflict"},
    ),
    Case("a tick against the prefix wins", [HEAD, ONE, [2, "ທ້າວ ມະນີວັນ ເຈົ້າໄຊ", "✓"]], kinds={"sex-conflict"}),
    Case("no ticks at all say nothing", [HEAD, ONE, [2, "ມະນີວັນ ເຈົ້າໄຊ"]], women=0),
    Case("the same person twice", [HEAD, ONE, TWO, [3, *ONE[1:]]], kinds={"duplicate-row"}, skipped=1),
    Case(
        "two people of one name",
        [HEAD, ONE, TWO, [3, ONE[1], None, "ຄູ", "ໂຮງຮຽນບ້ານໃໝ່", "020 7777 1111"]],
        names=[*BOTH, BOTH[0]],
        kinds={"namesake"},
    ),
    Case(
        "numbers that begin again in each group",
        [HEAD, ["I. ກົມກອງ ກ"], ONE, ["II. ກົມກອງ ຂ"], [1, *TWO[1:]]],
        kinds={"group-rows", "number-repeated"},
    ),
    Case("numbers in Lao digits", [HEAD, ["໑", *ONE[1:]], ["໒.", *TWO[1:]]]),
    Case("phones as numbers", [HEAD, [*ONE[:5], 2055512345], [*TWO[:5], 2055512346.0]], kinds={"phone-zero"}),
    Case("a phone the workbook damaged", [HEAD, ONE, [*TWO[:5], 85620555123456789]], kinds={"number-damaged"}),
    Case(
        "invisible characters", [HEAD, [1, "ທ່ານ ບຸນ\u200bມີ \u202eສີສຸລາດ", *ONE[2:]], TWO], kinds={"unseen-stripped"}
    ),
    Case(
        "resource people are proposed by their position",
        [HEAD, [*ONE[:3], "ວິທະຍາກອນ", *ONE[4:]], TWO],
        kinds={"category-proposed"},
    ),
    Case(
        "a date, a time, a truth and a formula's text are text",
        [HEAD, [*ONE[:6], datetime(2024, 6, 12)], [*TWO[:6], True]],
    ),
    Case(
        "names counted in their own cell",
        [["ຊື່ ແລະ ນາມສະກຸນ"], ["1. ທ່ານ ບຸນມີ ສີສຸລາດ"], ["2. ນາງ ມະນີວັນ ເຈົ້າໄຊ"]],
        kinds={"sex-proposed"},
    ),
    Case(
        "names that begin like bodies are people",
        [HEAD[:2], [1, "ສູນທອນ ພົມມະຈັນ"], [2, "ນະຄອນ ສີດາ"]],
        names=["ສູນທອນ ພົມມະຈັນ", "ນະຄອນ ສີດາ"],
        women=0,
    ),
    Case(
        "a list that starts in column C, row 4",
        [[], [], [], [None, None, *HEAD], [None, None, *ONE], [None, None, *TWO]],
        header=4,
    ),
    Case(
        "another visible sheet",
        [HEAD, ONE, TWO],
        kinds={"other-sheets"},
        how={"sheets": [("ອື່ນ", "visible", [HEAD[:2], [1, "ຄົນອື່ນ"]])]},
    ),
    Case("a hidden sheet is not read", [HEAD, ONE, TWO], how={"sheets": [("ເກົ່າ", "hidden", [HEAD, ONE, TWO])]}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_messy_roster_is_read_as_a_clerk_reads_it(case, xlsx):
    reading = read_roster(xlsx(case.rows, **case.how))
    assert [person.name for person in reading.people] == case.names
    assert sum(person.sex is Sex.FEMALE for person in reading.people) == case.women
    assert {notice.kind for notice in reading.notices} == case.kinds
    assert (reading.skipped, reading.header_row) == (case.skipped, case.header)


@pytest.mark.parametrize("case", CASES[:1] + CASES[2:3] + CASES[5:6], ids=lambda case: case.says)
def test_old_workbooks_read_the_same(case, xls):
    reading = read_roster(xls(case.rows))
    assert [person.name for person in reading.people] == case.names


def test_the_real_conference_gives_37_people_10_of_them_women():
    from signin.assets import RESOURCES

    reading = read_roster(RESOURCES / "sample" / "conference-roster.xlsx")
    people = reading.people
    assert (len(people), reading.header_row, reading.skipped) == (37, 7, 0)
    assert [person.number for person in people] == list(range(1, 38))
    women = [person for person in people if person.sex is Sex.FEMALE]
    assert len(women) == 10
    assert {person.sex_source for person in people} == {SexSource.STATED}
    assert not any("ພະແນກ" in person.name or "ລວມ" in person.name for person in people)
    assert [person.category for person in people[-4:]] == [Category.RESOURCE_PERSON] * 4
    assert people[0].phone == "2071843934"
    assert people[2].phone == "020 2832 6311"
    assert people[0].province == "ນະຄອນຫຼວງວຽງຈັນ"
    assert people[4].province == "ວຽງຈັນ"
    assert people[36].note == "ຄະນະຈັດງານ"
    assert {notice.kind for notice in reading.notices} == {"group-rows", "phone-zero", "category-proposed"}


def test_group_fills_an_empty_organisation_and_no_other(xlsx):
    rows = [HEAD, ["I. ພະແນກແຜນການ"], [1, "ທ່ານ ບຸນມີ", None, "ຫົວໜ້າ"], [2, "ທ່ານ ວັນໄຊ", None, None, "ສູນກາງ"]]
    people = read_roster(xlsx(rows)).people
    assert [person.organisation for person in people] == ["ພະແນກແຜນການ", "ສູນກາງ"]


def test_tall_merged_cell_speaks_for_everybody_beside_it(xlsx):
    rows = [HEAD, ONE, [2, "ນາງ ມະນີວັນ", "x"], [3, "ທ້າວ ຄຳແສນ"]]
    people = read_roster(xlsx(rows, merges=("E2:E4",))).people
    assert [person.organisation for person in people] == ["ພະແນກການເງິນ"] * 3


def test_prefixes_stand_apart_from_names(xlsx):
    rows = [["ຄຳນຳໜ້າ", "ຊື່"], ["ທ່ານ", "ປອ. ທະວີສັກ ມະໂນທັມ"], ["ທ່ານ ນ.", "ວັນນະພາ"], [None, "ນາງສຸກ ດາລາ"]]
    people = read_roster(xlsx(rows)).people
    assert [(person.prefix, person.name) for person in people] == [
        ("ທ່ານ ປອ.", "ທະວີສັກ ມະໂນທັມ"),
        ("ທ່ານ ນ.", "ວັນນະພາ"),
        ("", "ນາງສຸກ ດາລາ"),
    ]
    assert people[1].sex_source is SexSource.PROPOSED
    assert people[2].sex is Sex.UNKNOWN


def test_a_named_sheet_is_read_even_if_it_is_hidden(xlsx):
    path = xlsx([HEAD, ONE], sheets=[("ເກົ່າ", "hidden", [HEAD, TWO])])
    assert [person.name for person in read_roster(path, Choices(sheet="ເກົ່າ")).people] == [BOTH[1]]


def test_columns_are_shown_with_their_heads(xlsx):
    reading = read_roster(xlsx([HEAD, ONE]))
    assert [(column.index, column.meaning.value, column.text) for column in reading.columns][:3] == [
        (0, "number", "ລ/ດ"),
        (1, "name", "ຊື່ ແລະ ນາມສະກຸນ"),
        (2, "female", "ຍິງ"),
    ]


def test_a_man_and_a_woman_of_one_name_are_two_people(xlsx):
    rows = [HEAD, [1, "ທ້າວ ຄຳ ສີດາ", None, None, "ກົມກອງ"], [2, "ນາງ ຄຳ ສີດາ", "x", None, "ກົມກອງ"]]
    reading = read_roster(xlsx(rows))
    assert [notice.kind for notice in reading.notices] == ["namesake"]
    assert len(reading.people) == 2


def test_categories_in_words_of_both_languages(xlsx):
    rows = [["ຊື່", "ປະເພດ"], ["ກ ກ", "ແຂກ"], ["ຂ ຂ", "Press"], ["ຄ ຄ", "ບໍ່ຮູ້"], ["ງ ງ", None]]
    reading = read_roster(xlsx(rows))
    assert [person.category for person in reading.people] == [Category.GUEST, Category.PRESS, None, None]
    assert [notice.kind for notice in reading.notices] == ["category-unread"]


def test_province_is_taken_only_when_exactly_one_is_named(xlsx):
    rows = [["ຊື່", "ພາກສ່ວນ"], ["ກ ກ", "ພະແນກ ແຂວງຫຼວງພະບາງ"], ["ຂ ຂ", "ແຂວງວຽງຈັນ ແລະ ແຂວງຄຳມ່ວນ"], ["ຄ ຄ", "ກົມໃຫຍ່"]]
    assert [person.province for person in read_roster(xlsx(rows)).people] == ["ຫຼວງພະບາງ", "", ""]


def test_offices_head_their_column_in_many_words(xlsx):
    for head in ("ອົງກອນ", "ຊື່ອົງກອນ", "ອົງກອນ/ບໍລິສັດ", "ສຳນັກງານ", "ໂຮງຮຽນ", "Name of organisation", "Employer"):
        reading = read_roster(xlsx([["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", head], [1, "ບຸນມີ ສີສຸລາດ", "ທະນາຄານ"]]))
        assert [person.organisation for person in reading.people] == ["ທະນາຄານ"], head
        assert reading.notices == ()


def test_columns_that_mean_nothing_here_are_told_with_their_heads_or_letters(xlsx):
    head = ["ລ/ດ", "ຊື່", "ອາຫານ", "ຫວ່າງ", "ພາກສ່ວນ", "ພາກສ່ວນ", None, "ລາຍເຊັນ"]
    rows = [head, [1, "ບຸນມີ", "ເຈ", None, "ກົມ", None, None, "x"], [2, "ມະນີ", None, None, None, "ສູນ", "ຫ້ອງ 3", "x"]]
    reading = read_roster(xlsx(rows))
    assert [(notice.row, notice.kind) for notice in reading.notices] == [(None, "columns")]
    assert reading.notices[0].message.values == {"columns": "ອາຫານ, ພາກສ່ວນ, G"}


def test_texts_beside_the_table_in_no_persons_row_are_no_columns(xlsx):
    rows = [HEAD, ["I. ພະແນກແຜນການ"], ONE, TWO, ["ລວມ 2 ທ່ານ", *[None] * 8, "ໜ້າ 1"], ["ຈົບ", *[None] * 9, "x"]]
    assert "columns" not in {notice.kind for notice in read_roster(xlsx(rows)).notices}


def test_a_column_far_to_the_right_is_told_by_two_letters(xlsx):
    reading = read_roster(xlsx([HEAD, [*ONE[:6], *[None] * 21, "?"]]))
    assert reading.notices[0].message.values == {"columns": "AB"}


def test_a_formula_without_its_result_is_told_with_its_row(xlsx):
    rows = [HEAD, ONE, [2, "ນາງ ມະນີວັນ", "x", "=D2", "=E2"], [None, "=Other!B2"]]
    reading = read_roster(xlsx(rows))
    assert [(notice.row, notice.kind) for notice in reading.notices] == [(3, "formula-unread")]
    assert reading.notices[0].message.values == {"count": 2, "rows": "3–4"}
    assert len(reading.people) == 2


def test_a_formula_with_a_result_is_read_and_nothing_is_told(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ["=1", ONE[1]])
        sheet.write_formula(1, 0, "=ROW()-1", None, 1)
        sheet.write_formula(1, 4, "=B9", None, "ກົມກອງ")
    reading = read_roster(tmp_path / "list.xlsx")
    assert [(person.number, person.organisation) for person in reading.people] == [(1, "ກົມກອງ")]
    assert reading.notices == ()


def test_a_formula_that_ended_in_an_error_is_told(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ONE[:4])
        sheet.write_formula(1, 4, "=VLOOKUP(B2,X:Y,2)", None, "#N/A")
    assert [notice.kind for notice in read_roster(tmp_path / "list.xlsx").notices] == ["formula-unread"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (b'<c r="AB7"><f>A1</f></c>', {(7, 27)}),
        (b"<x:c s='1' r='B7'><x:f>A1</x:f><x:v/></x:c>", {(7, 1)}),
        (b'<c r="B7"><f t="shared" si="0"/><v>5</v></c>', set()),
        (b'<c r="B7" t="str"><f>IF(1,"")</f><v></v></c>', set()),
        (b'<c r="B7"><v></v></c><c r="B8"><f/><v>1</v></c>', set()),
        (b"<c><f>A1</f></c>", set()),
        (b'<c r="B7"><v>5</v></c><filterColumn/>', set()),
    ],
)
def test_formulas_are_told_by_what_the_part_says(cell, told):
    assert (
        formulas.unanswered(b'<row><c r="A7"><v>1</v></c>' + cell + b'<c r="C7" t="s"><v>0</v></c></row>') == told
    )


def test_a_sheet_in_an_old_font_beside_one_that_can_be_read_is_told(xlsx):
    old = ("ເກົ່າ", "visible", [["No.", "Name"], [1, "À¥ì¾©£¾Â"]])
    reading = read_roster(xlsx([HEAD, ONE, TWO], sheets=[old]))
    assert [line.name for line in reading.people] == BOTH
    assert "ເກົ່າ" in str(reading.notices[0].message)


@pytest.mark.parametrize(
    ("written", "two"),
    [
        ("ນາງ ໝອນແກ້ວ ຈັນທະລາ / ນາງ ດາວ", True),
        ("ບຸນມີ ສີສຸລາດ ແລະ ຄຳ ແພງ", True),
        ("ບຸນມີ ສີສຸລາດ, ທ່ານ ຄຳ", True),
        ("ບຸນມີ ສີສຸລາດ", False),
        ("ບຸນມີ/ມີ ສີສຸລາດ", False),
        ("ບຸນມີ ສີສຸລາດ /", False),
        ("/", False),
    ],
)
def test_a_cell_that_may_name_two_people_is_told(tmp_path, written, two):
    path = tmp_path / "two.csv"
    path.write_text(f'ລ/ດ,ຊື່ ແລະ ນາມສະກຸນ\n1,"{written}"\n', encoding="utf-8")
    assert ("two-in-cell" in {notice.kind for notice in read_roster(path).notices}) is two


def test_a_total_that_differs_tells_how_many_of_those_read_are_left_out(tmp_path):
    path = tmp_path / "total.csv"
    lines = ("ລ/ດ,ຊື່ ແລະ ນາມສະກຸນ", "1,ນາງ ກ ຂ", "2,ທ່ານ ຄ ງ", "2,ທ່ານ ຄ ງ", "ລວມ 5 ທ່ານ ຍິງ 2 ທ່ານ")
    path.write_text("\n".join(lines), encoding="utf-8")
    told = [str(notice.message) for notice in read_roster(path).notices if notice.kind == "total-differs"]
    assert told == [
        "Row 5: the total says 5; 3 were read, 1 of them repeats that are left out.",
        "Row 5: the total says 2; 1 were read.",
    ]
