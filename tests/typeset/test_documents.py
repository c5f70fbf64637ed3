"""The file as a whole: the same bytes for the same drawing, whole or not at all, and what it says about itself."""

from __future__ import annotations

import io
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from signin.typeset import A4, A4_LANDSCAPE, Document, MissingGlyph, NotWritten, mm
from signin.typeset.qr import modules
from typeset.reading import (
    MADE_AT,
    check_with_qpdf,
    contents,
    copied_by_pdfium,
    copied_by_poppler,
    glyphs_of,
    paper,
    picture,
    streams,
)

CODE = "ABCDEFGHIJKLMNOP23"


def sample(document):
    document.text(50, 60, "ກອງປະຊຸມ ICT <b>", size=20)
    document.text(50, 100, "ກອງປະຊຸມ ICT", size=20, bold=True, colour="#b00020", align="left")
    document.rectangle(40, 120, 200, 80, fill="#ffeecc", stroke="#aa0000", radius=12, dash=(4, 2))
    document.line(40, 220, 240, 220, width=2)
    document.path([("M", 40, 240), ("C", 60, 260, 80, 260, 100, 240), ("L", 70, 300), ("Z",)], fill="#336699")
    with document.clip(300, 120, 40, 40):
        document.rectangle(290, 110, 100, 100, fill="#00aa00")
    document.qr(300, 200, 80, CODE)


def test_the_same_drawing_and_date_give_the_same_bytes(monkeypatch):
    first = paper(sample)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert paper(sample) == first


def test_another_drawing_has_another_identity():
    identity = re.compile(rb"/ID\s*\[<(\w+)>")
    one, other = paper(sample), paper(lambda document: document.text(50, 60, "ຂ", size=9))
    assert identity.search(one)[1] != identity.search(other)[1]


def test_title_author_language_and_date_are_told():
    file = io.BytesIO()
    zone = timezone(timedelta(hours=7))
    with Document(file, title="ໃບຢັ້ງຢືນ", author="ຫ້ອງວ່າການ", made_at=datetime(2024, 6, 12, 8, 30, tzinfo=zone)):
        pass
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        told = document.get_metadata_dict()
        assert len(document) == 1
    assert told["Title"] == "ໃບຢັ້ງຢືນ"
    assert told["Author"] == "ຫ້ອງວ່າການ"
    assert told["CreationDate"] == "D:20240612083000+07'00'"
    assert b"/Lang (lo-LA)" in file.getvalue()


def test_no_font_is_there_but_what_was_drawn():
    data = paper(lambda document: document.text(50, 60, "ກອງປະຊຸມ", size=20))
    assert b"Helvetica" not in data
    assert set(re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", data)) == {b"PhetsarathOT"}
    assert len(data) < 12_000


def test_pages_have_their_sizes_in_points():
    file = io.BytesIO()
    with Document(file, title="ກ", made_at=MADE_AT) as document:
        document.new_page()
        document.page = A4_LANDSCAPE
        document.new_page()
        assert document.page_number == 2
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        assert pdf[0].get_size() == pytest.approx(A4, abs=0.01)
        assert pdf[1].get_size() == pytest.approx(A4_LANDSCAPE, abs=0.01)
    assert 210 * mm == pytest.approx(595.2756, abs=0.001)


def test_drawing_before_the_first_page_is_a_mistake_of_the_program():
    with (
        pytest.raises(RuntimeError, match="new_page"),
        Document(io.BytesIO(), title="", made_at=MADE_AT) as paper_,
    ):
        paper_.text(1, 1, "ກ", size=9)


def test_a_failed_document_leaves_nothing_and_harms_nothing(tmp_path: Path):
    path = tmp_path / "list.pdf"
    path.write_bytes(b"the older one")

    def failing():
        with Document(path, title="ກ", made_at=MADE_AT) as document:
            document.new_page()
            document.text(10, 10, "漢", size=9)

    with pytest.raises(MissingGlyph):
        failing()
    assert path.read_bytes() == b"the older one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_document_takes_the_place_of_an_older_one(tmp_path: Path):
    path = tmp_path / "ບັນຊີ.pdf"
    path.write_bytes(b"the older one")
    with Document(str(path), title="ກ", made_at=MADE_AT) as document:
        document.new_page()
        sample(document)
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert list(tmp_path.iterdir()) == [path]
    check_with_qpdf(path.read_bytes(), tmp_path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path):
    taken = tmp_path / "folder.pdf"
    taken.mkdir()
    (taken / "x").write_text("x")

    def failing(path):
        with Document(path, title="ກ", made_at=MADE_AT):
            pass

    for path in (taken, tmp_path / "missing" / "list.pdf"):
        with pytest.raises(NotWritten) as failure:
            failing(path)
        assert failure.value.values["path"] == path
        assert failure.value.exit_code == 7
    assert list(tmp_path.iterdir()) == [taken]


def test_art_is_stored_once_and_drawn_often():
    def draw(document):
        for number in range(4):
            document.art("ກອບ badge 1", lambda: frame(document), x=number * 120, y=50)
        document.text(20, 400, "ຢູ່ນອກ", size=12)

    def frame(document):
        document.rectangle(10, 10, 100, 60, stroke="#0000ff")
        document.art("inner", lambda: document.text(20, 30, "ກອງປະຊຸມ", size=12, colour="#aa0000"))

    data = paper(draw)
    assert sum(b"ActualText" in stream for stream in streams(data)) == 2
    copied = " ".join(copied_by_pdfium(data))
    assert copied.count("ກອງປະຊຸມ") == 4
    assert " ".join(copied_by_poppler(data)).count("ກອງປະຊຸມ") == 4
    image = picture(data, dpi=72)
    blue = [x for x in range(image.width) if image.getpixel((x, 60)) < 200]
    assert {10, 130, 250, 370} <= {x + step for x in blue for step in (-1, 0, 1)}


def test_art_that_fails_leaves_the_page_open():
    def draw(document):
        with pytest.raises(MissingGlyph):
            document.art("broken", lambda: document.text(0, 10, "漢", size=9))
        document.text(20, 40, "ດີ", size=12)

    assert copied_by_pdfium(paper(draw)) == ["ດີ"]


@pytest.mark.parametrize("side_mm", [8, 16])
def test_a_badge_code_is_read_back(side_mm):
    symbol = side_mm * mm * 29 / 21
    data = paper(lambda document: document.qr(50, 50, symbol, CODE))
    (found,) = zxingcpp.read_barcodes(picture(data, dpi=300))
    assert found.text == CODE
    assert len(modules(CODE)) == 21


def test_any_code_is_readable_under_the_fixed_mask():
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    codes = [("".join(alphabet[(n * 7 + k * k * (n + 3)) % 32] for k in range(18))) for n in range(60)]
    codes += ["A" * 18, "7" * 18, "AZ" * 9]

    def draw(document):
        for number, code in enumerate(codes):
            document.qr(20 + number % 8 * 68, 20 + number // 8 * 68, 50, code)

    found = zxingcpp.read_barcodes(picture(paper(draw), dpi=150))
    assert sorted(one.text for one in found) == sorted(codes)


@pytest.mark.parametrize(("level", "version", "size"), [("M", 1, 21), ("H", 1, 25), ("M", 5, 37), ("L", 1, 21)])
def test_level_and_least_version_are_kept(level, version, size):
    assert len(modules(CODE, level, version)) == size


def test_a_code_is_one_path_in_the_page():
    content = contents(paper(sample))[0].decode()
    ((rectangles,),) = [re.findall(r"cm (.*? re) f", content)]
    assert rectangles.count(" re") < 21 * 11


def test_text_is_put_where_it_is_said():
    def draw(document):
        for number, align in enumerate(("left", "centre", "right"), start=1):
            assert document.text(200, number * 40, "ກາງ", size=12, align=align) == pytest.approx(WIDE)
        assert document.text(200, 200, "", size=12) == 0

    left, centre, right = glyphs_of(paper(draw))
    assert left[0].x == pytest.approx(200)
    assert centre[0].x == pytest.approx(200 - WIDE / 2, abs=0.001)
    assert right[0].x == pytest.approx(200 - WIDE, abs=0.001)
    assert left[0].y == pytest.approx(297 * mm - 40, abs=0.001)


WIDE = (1282 + 713 + 762) / 2048 * 12
