"""How papers look, against pictures that were opened and read when they were made."""

from __future__ import annotations

import pytest

from signin.typeset import Column, Group, Style, Table, draw_table, paragraph
from typeset.reading import paper, picture
from typeset.specimens import MIXED_BOLD, REPORT, SARA_AM, STACKS_ABOVE, STACKS_BELOW, SYLLABLES

STYLES = {"regular": ("paper", False), "bold": ("paper", True), "screen": ("screen", False)}


@pytest.mark.parametrize("style", STYLES)
def test_stacks_of_marks_look_as_they_did(style, golden):
    family, bold = STYLES[style]
    texts = [STACKS_ABOVE[13][:70], STACKS_ABOVE[15][:70], STACKS_BELOW[6][:60], SARA_AM[2][:50], *SYLLABLES[:2]]

    def draw(document):
        for number, text in enumerate([*texts, *MIXED_BOLD], start=1):
            document.text(10, number * 28 - 4, text, size=14, bold=bold)

    golden(f"stacks-{style}", picture(paper(draw, page=(420, 320), family=family), dpi=100))


CLASSES = ["ກ", "ຂ", "ປ", "ຝ", "ຟ", "ຜ", "ງ", "ຍ", "ຢ", "ຮ", "ລ", "ອ", "ຫ", "ໝ"]
"""One consonant of each shape: low, looped, with a high stroke, with a tail below, wide."""


@pytest.mark.parametrize("style", STYLES)
def test_every_stack_on_every_class_of_consonant_looks_as_it_did(style, golden):
    family, bold = STYLES[style]

    def draw(document):
        for row, consonant in enumerate(CLASSES, start=1):
            texts = [
                f"{consonant}{above}{tone}{after}"
                for above, after in (
                    ("", "າ"),
                    ("ັ", ""),
                    ("ິ", ""),
                    ("ື", ""),
                    ("ົ", ""),
                    ("ຸ", ""),
                    ("ູ", ""),
                    ("ຼ", ""),
                )
                for tone in ("", "່", "້", "໊", "໋")
            ]
            texts += [f"{consonant}ຼື້", f"{consonant}ຼຸ່", f"{consonant}ໍ່", f"{consonant}ຳ", f"{consonant}້ຳ"]
            document.text(6, row * 26 - 6, " ".join(texts), size=12, bold=bold)

    golden(f"classes-{style}", picture(paper(draw, page=(850, 370), family=family), dpi=90))


def test_a_table_looks_as_it_did(golden):
    table = Table(
        columns=(Column(30, "ລ/ດ", "centre"), Column(120, "ຊື່ ແລະ ນາມສະກຸນ", breaks="spaces"), Column(110, "ຕຳແໜ່ງ")),
        head_fill="#dde7f0",
        group_fill="#f4f4f4",
    )
    rows = [
        Group("ຫ້ອງວ່າການ"),
        ["1", "ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີສະຫວັດ", "ຮອງຫົວໜ້າພະແນກບໍລິຫານ ICT"],
        ["2", "ທ່ານ ບຸນທະວີ <b>", "ວິຊາການ"],
    ]

    def draw(document):
        laid = table.lay(rows, first=300, rest=300)
        draw_table(document, laid, 10, first_top=10, rest_top=10, furniture=lambda *_: None)

    golden("table", picture(paper(draw, page=(280, 170))))


def test_a_justified_column_looks_as_it_did(golden):
    block = paragraph(REPORT[0], 230, Style(size=11, align="justified"), indent=22)
    data = paper(lambda document: block.draw(document, 10, 10), page=(250, block.height + 20))
    golden("justified", picture(data))


def test_shapes_code_and_art_look_as_they_did(golden):
    def draw(document):
        document.rectangle(10, 10, 120, 60, fill="#ffeecc", stroke="#aa0000", radius=12, dash=(4, 2))
        document.art("crest", lambda: document.text(20, 30, "ກອງປະຊຸມ", size=12, colour="#0000aa"), y=10)
        document.art("crest", list, x=130, y=10)
        document.line(10, 80, 130, 80, width=2)
        document.path([("M", 150, 60), ("C", 170, 90, 190, 90, 210, 60), ("Z",)], fill="#336699")
        document.qr(10, 90, 80, "ABCDEFGHIJKLMNOP23")
        with document.clip(110, 100, 60, 40):
            document.text(100, 130, "ສະບາຍດີ", size=30)

    golden("shapes", picture(paper(draw, page=(230, 180))))
