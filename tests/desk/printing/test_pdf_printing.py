"""A PDF through a real printer engine, read back: sizes, codes, copies, and a stop in the middle."""

import pytest

from desk.printing.reading import codes, sheets
from signin.domain.print_run import Paper


@pytest.fixture
def printing(qapp):
    from signin.desk.printing import pdf_printing

    return pdf_printing


@pytest.mark.parametrize(
    ("which", "how", "size"),
    [
        (Paper.BADGES, {}, (210, 297)),
        (Paper.BADGES, {"size": (100.0, 62.0)}, (100, 62)),
        (Paper.BADGES, {"size": (62.0, 100.0)}, (62, 100)),
        (Paper.SIGN_IN, {}, (210, 297)),
        (Paper.CERTIFICATES, {}, (297, 210)),
    ],
)
def test_a_sheet_has_the_size_of_the_page(printing, printer, paper, which, how, size):
    _, path = paper(which, **how)
    out = printer()
    count = printing.print_pdf(path, out)
    assert sheets(out.path) == [size] * count


def test_what_is_printed_stands_where_the_page_has_it(printing, printer, paper):
    from PIL import ImageChops

    from typeset.reading import picture

    _, path = paper(Paper.CERTIFICATES)
    out = printer()
    printing.print_pdf(path, out, range(1))
    drawn, printed = (picture(file.read_bytes(), page=0, dpi=100).convert("L") for file in (path, out.path))
    off = ImageChops.difference(drawn, printed.resize(drawn.size)).point(lambda grey: 255 * (grey > 128))
    assert sum(off.histogram()[255:]) < 0.002 * drawn.width * drawn.height


def test_codes_of_printed_badges_open_the_door(printing, printer, paper, labels, code):
    _, sheet = paper(Paper.BADGES)
    out = printer()
    printing.print_pdf(sheet, out)
    assert codes(out.path) == [sorted(map(code, (1, 2, 3)))]
    small = printer("labels.pdf", dpi=300)
    printing.print_pdf(labels[1], small)
    assert codes(small.path, 300) == [[code(1)], [code(2)], [code(3)]]


def test_copies_are_made_page_by_page_where_the_printer_makes_none(printing, printer, labels, code):
    out = printer()
    out.setCopyCount(2)
    heard = []
    assert printing.print_pdf(labels[1], out, tell=heard.append) == 3
    assert codes(out.path) == [[code(number)] for number in (1, 1, 2, 2, 3, 3)]
    assert heard == [0, 1, 2]


def test_a_printer_that_stops_tells_the_first_page_that_did_not_come_out(printing, printer, labels, code):
    heard, jammed = [], printer(jams_at=2)
    with pytest.raises(printing.PrintingStopped) as told:
        printing.print_pdf(labels[1], jammed, tell=heard.append)
    assert told.value.values == {"page": 3, "pages": 3}
    assert heard == [0, 1]
    rest = printer("rest.pdf")
    printing.print_pdf(labels[1], rest, range(told.value.values["page"] - 1, 3))
    assert codes(jammed.path) + codes(rest.path) == [[code(1)], [code(2)], [code(3)]]


def test_a_printer_that_cannot_begin_stops_at_the_first(printing, printer, labels, qtlog):
    out = printer("missing/folder/out.pdf")
    with qtlog.disabled(), pytest.raises(printing.PrintingStopped) as told:
        printing.print_pdf(labels[1], out)
    assert told.value.values["page"] == 1


def test_no_pages_are_no_work(printing, printer, labels):
    assert printing.print_pdf(labels[1], printer(), range(0)) == 0


def test_the_pages_that_the_dialog_was_told_are_those_printed(printing, printer, qapp):
    from PySide6.QtPrintSupport import QPrinter

    out = printer()
    assert printing.pages_wanted(out, range(9)) == range(9)
    out.setPrintRange(QPrinter.PrintRange.PageRange)
    out.setFromTo(3, 5)
    assert printing.pages_wanted(out, range(9)) == range(2, 5)
    assert printing.pages_wanted(out, range(4, 9)) == range(4, 5)


def test_without_printers_one_is_told_to_connect_it_or_save(printing, monkeypatch):
    assert printing.printers() == []
    for name in ("", "Epson"):
        with pytest.raises(printing.NoPrinter, match="save as PDF"):
            printing.printer_named(name)
