"""Labels: whole words, whole marks, and what goes in comes out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QVBoxLayout, QWidget

from desk.drawn import differ, ink, inked, picture, with_surroundings
from signin.desk.letters import fonts
from signin.desk.letters.label import LaoLabel
from signin.lao.normalize import canonical
from signin.lao.segment import ZERO_WIDTH_SPACE, words
from typeset.specimens import LAO_LINES, REPORT

OFFICE = "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ, ຫ້ອງວ່າການແຂວງ"
NAME = "ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີສະຫວັດ"
HIGHEST_AND_LOWEST = "\n".join(map(canonical, ["ຫື້ ປື້ ຟຶ໊ ໝື໋ ຝີ້ ກຼື້ ນ້ຳ ປົ້ ຢັ້", *LAO_LINES[::4], "ຫຼຸ ຫຼູ ຖຼູ ຣຼຸ ງູ ຢຸ ຝຼຸ"]))
FACES = [("screen", False), ("screen", True), ("paper", False), ("paper", True)]


@pytest.fixture
def label(qtbot):
    """Make a label: label(text, width, …)."""
    kept = []  # a widget without a name would be gone at once

    def made(text, width=None, **options):
        widget = LaoLabel(text, **options)
        qtbot.addWidget(widget)
        kept.append(widget)
        if width:
            widget.resize(width, max(widget.heightForWidth(width), widget.minimumSizeHint().height()))
        return widget

    return made


def lines(label):
    return label.block().lines


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("size", [9, 12, 31])
@pytest.mark.parametrize(("family", "bold"), FACES)
def test_no_mark_is_cut_at_any_edge(label, family, bold, size, ratio):
    widget = label(HIGHEST_AND_LOWEST)
    widget.setFont(fonts.font(size, bold=bold, family=family))
    widget.resize(420, widget.heightForWidth(420))
    around = with_surroundings(widget, 20, ratio=ratio)
    inside = (20 * ratio, 20 * ratio, around.width - 20 * ratio, around.height - 20 * ratio)
    assert ink(around.crop(inside)) == ink(around)
    assert differ(around.crop(inside), picture(widget, ratio=ratio)) < 64


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_one_line_has_room_for_its_marks_wherever_it_stands(label, family, bold):
    for text in ("ຫື້ຫຼຸ", "ປື້ປຼູ", "ນໍ້າ ໜຶ້ ກຼຸ", "ຟ້ຳ ຖຼູ"):
        widget = label(text, most_lines=1)
        widget.setFont(fonts.font(15, bold=bold, family=family))
        widget.resize(widget.sizeHint())
        for side in (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignVCenter):
            for across in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter):
                widget.setAlignment(side | across)
                assert ink(picture(widget)) == ink(with_surroundings(widget, 20)) > 0, (text, side, across)


def test_lines_break_at_words(label):
    widget = label(REPORT[0], 260)
    assert len(lines(widget)) > 3
    whole = words(REPORT[0])
    ends, place = set(), 0
    for word in whole:
        place += len(word)
        ends.add(len(REPORT[0][:place].replace(" ", "")))
    place = 0
    for line in lines(widget):
        place += len(line.replace(" ", ""))
        assert place in ends
    assert "".join(lines(widget)).replace(" ", "") == REPORT[0].replace(" ", "")


def test_names_break_only_at_their_spaces(label):
    widget = label(NAME, 150, breaks="spaces")
    assert " ".join(lines(widget)) == NAME
    assert len(lines(widget)) > 1
    widget.resize(60, 200)
    assert lines(widget)[0] == "ທ່ານ ນ."
    assert lines(widget)[-1].startswith("ພົມ")
    assert lines(widget)[-1].endswith("…")


def test_what_has_no_room_is_left_out_from_a_word_on(label):
    widget = label(OFFICE, 150, most_lines=1)
    assert lines(widget) == ("ກະຊວງເຕັກໂນໂລຊີ…",)
    assert widget.is_elided()
    widget.resize(700, 40)
    assert lines(widget) == (OFFICE,)
    assert not widget.is_elided()


def test_a_label_that_is_too_low_shows_the_lines_it_holds(label):
    widget = label(OFFICE, 150)
    full = lines(widget)
    widget.resize(150, widget.heightForWidth(150) - 1)
    assert lines(widget)[:-1] == full[:-2]
    assert lines(widget)[-1].endswith("…")


def test_line_feeds_begin_new_lines_but_in_the_last(label):
    assert lines(label("ຫ້ອງ\nການ", 300)) == ("ຫ້ອງ", "ການ")
    assert lines(label("ຫ້ອງ\nການ", 300, most_lines=1)) == ("ຫ້ອງ ການ",)


def test_markup_is_shown_as_typed(label):
    typed, plain = label("<b>ກອງ</b> &amp; &ປະຊຸມ", 400), label("ກອງ", 400)
    assert lines(typed) == ("<b>ກອງ</b> &amp; &ປະຊຸມ",)
    assert inked(picture(typed)).width > 2 * inked(picture(plain)).width


def test_another_width_lays_the_text_out_anew(label, qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    widget = LaoLabel(OFFICE)
    layout = QVBoxLayout(around)
    layout.addWidget(widget)
    layout.addStretch()
    around.resize(500, 300)
    around.show()
    assert (len(lines(widget)), widget.height()) == (1, widget.heightForWidth(widget.width()))
    around.resize(160, 300)
    qtbot.waitUntil(lambda: widget.height() == widget.heightForWidth(widget.width()))
    assert len(lines(widget)) > 2
    assert not widget.is_elided()


def test_another_text_and_another_font_lay_it_out_anew(label):
    widget = label("ກອງປະຊຸມ", 200)
    low = widget.heightForWidth(200)
    widget.setText(OFFICE)
    assert widget.heightForWidth(200) > low
    small = widget.heightForWidth(200)
    widget.setFont(fonts.font(24))
    assert widget.heightForWidth(200) > 2 * small


def test_a_style_sheets_padding_and_colours_hold(label, qapp):
    widget = label(OFFICE)
    bare = widget.sizeHint()
    widget.setStyleSheet("padding: 6px 30px; border: 2px solid black; background: #404040; color: #ffffff")
    widget.ensurePolished()
    assert widget.sizeHint().width() == bare.width() + 64
    assert widget.sizeHint().height() == bare.height() + 16
    widget.resize(widget.sizeHint())
    assert not widget.is_elided()
    assert picture(widget).getpixel((10, 5)) == 0x40
    assert picture(widget).getextrema() == (0, 255)


def test_letters_fit_their_box(label):
    sizes = []
    for width, height in ((900, 300), (500, 160), (300, 120), (120, 60)):
        widget = label(OFFICE, fit=(10, 60))
        widget.resize(width, height)
        block = widget.block()
        sizes.append(block.hand.em)
        assert block.width <= width
        assert block.height <= height
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4
    assert sizes[-1] == fonts_pixels(10)
    assert widget.is_elided()
    widget.setText("ປື້")
    widget.resize(900, 900)
    assert widget.block().hand.em == fonts_pixels(60)


def fonts_pixels(points):
    from PySide6.QtGui import QFontInfo

    return QFontInfo(fonts.font(points)).pixelSize()


def test_letters_that_fit_keep_their_marks(label):
    widget = label("ປື້ ຫຼຸ ໝື້ ຖຼູ", fit=(10, 80))
    for size in ((200, 90), (420, 70), (90, 240)):
        widget.resize(*size)
        assert ink(picture(widget)) == ink(with_surroundings(widget, 40)) > 0


def test_copied_text_has_no_zero_width_spaces(label, qtbot):
    widget = label(f"ກອງ{ZERO_WIDTH_SPACE}ປະຊຸມ\n{OFFICE}", 150)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"ກອງປະຊຸມ\n{OFFICE}"


def test_the_focus_is_seen(label, qtbot):
    widget = label(OFFICE, 300)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.show()
    without = picture(widget)
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is widget or widget.setFocus() is not None or widget.hasFocus()
    )
    assert picture(widget).tobytes() != without.tobytes()


def test_a_screen_reader_is_told_the_text(label):
    told = QAccessible.queryAccessibleInterface(label(f"<b>{OFFICE}", 100, most_lines=1))
    assert told.text(QAccessible.Text.Name) == f"<b>{OFFICE}"


def test_the_tooltip_of_a_shortened_label_shows_the_whole(label, qtbot):
    widget = label(OFFICE, 150, most_lines=1)
    widget.show()
    point(widget)
    assert QToolTip.isVisible()
    assert "ຫ້ອງວ່າການ" in QToolTip.text()
    widget.resize(700, 40)
    point(widget)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def point(widget):
    place = QPoint(5, 5)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def test_a_label_without_words_or_room_is_no_fault(label):
    for text in ("", "\n", "   ", "ກ", "a\nb\nc"):
        for options in ({}, {"most_lines": 1}, {"breaks": "spaces"}, {"fit": (8, 20)}):
            widget = label(text, **options)
            for size in ((0, 0), (1, 1), (3, 200)):
                widget.resize(*size)
                picture(widget) if widget.width() and widget.height() else widget.block()


def test_a_label_looks_as_it_did(label, golden):
    widget = label("ປື້ມ ລົງທະບຽນ ຂອງ ກະຊວງ ເຕັກໂນໂລຊີ ແລະ ສື່ສານ: ຫຼຸດ ຖຼູ ຟ້ຳ ໜຶ້ <b> 12 ມິຖຸນາ 2024 ICT", 260)
    golden("label", widget)


def test_qt_itself_still_does_not_break_lao_at_words(qtbot):
    """If this fails, labels may become simpler."""
    widget = QLabel("ຄວາມໝາຍກອງປະຊຸມຫ້ອງວ່າການ", wordWrap=True)
    qtbot.addWidget(widget)
    assert widget.heightForWidth(110) < 3 * widget.fontMetrics().height()
