"""Rows of lists and tables: Lao broken and shortened at words, and no mark cut."""

from __future__ import annotations

import pytest
from PIL import ImageOps
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QHelpEvent, QIcon, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QTableView, QToolTip

from desk.drawn import differ, ink, inked, picture
from signin.desk.letters import fonts
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.label import LaoLabel

OFFICES = ["ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ ຫ້ອງວ່າການແຂວງ", "ປື້ ຫື້ ຟຶ໊ ນ້ຳ ຫຼຸ ຖຼູ ຫຼູ", "ຫຼຸດ ໝື່ນ ງິ້ວ"]
NAMES = ["ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີສະຫວັດ", "ທ້າວ ປື້ ຫຼຸ"]
EDGE = 20
FACES = [("screen", False), ("screen", True), ("paper", False), ("paper", True)]


class Roomy(LaoDelegate):
    """Gives rows more height than they ask for."""

    def sizeHint(self, option, index):  # noqa: N802 - Qt's
        return super().sizeHint(option, index) + QSize(0, 2 * EDGE)


@pytest.fixture
def view(qtbot):
    """Show texts in a view: view(kind, texts, delegate, width)."""

    def made(kind, texts, delegate, width=200, font=None):
        shown = kind()
        model = QStandardItemModel(shown)
        for text in texts:
            model.appendRow(QStandardItem(text))
        shown.setModel(model)
        shown.setFont(font or fonts.font(12))
        shown.setItemDelegate(delegate)
        delegate.setParent(shown)
        shown.resize(width + 20, 900)
        if isinstance(shown, QTableView):
            shown.setColumnWidth(0, width)
            shown.resizeRowsToContents()
            shown.setShowGrid(False)
        qtbot.addWidget(shown)
        kept.append(shown)
        shown.show()
        return shown

    kept = []
    return made


def rows(view, ratio=1):
    """Give the picture of each row."""
    whole = picture(view.viewport(), ratio=ratio)
    found = []
    for number in range(view.model().rowCount()):
        place = view.visualRect(view.model().index(number, 0))
        found.append(whole.crop([ratio * side for side in (0, place.top(), place.width(), place.bottom() + 1)]))
    return found


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize(("family", "bold"), FACES)
@pytest.mark.parametrize("kind", [QListView, QTableView])
def test_no_mark_of_a_row_is_cut(view, kind, family, bold, ratio):
    font = fonts.font(14, bold=bold, family=family)
    for most in (1, 3):
        close = rows(view(kind, OFFICES, LaoDelegate(most_lines=most), font=font), ratio)
        roomy = rows(view(kind, OFFICES, Roomy(most_lines=most), font=font), ratio)
        for one, other in zip(close, roomy, strict=True):
            assert ink(one) > 0
            assert differ(one, ImageOps.crop(other, (0, EDGE * ratio, 0, EDGE * ratio))) < 64
            assert ink(other) == ink(ImageOps.crop(other, (0, EDGE * ratio, 0, EDGE * ratio)))


@pytest.mark.parametrize("kind", [QListView, QTableView])
def test_rows_show_the_lines_that_a_label_would(view, kind, qtbot):
    shown = view(kind, OFFICES, LaoDelegate(most_lines=4))
    place = shown.visualRect(shown.model().index(0, 0))
    label = LaoLabel(OFFICES[0])
    qtbot.addWidget(label)
    label.resize(place.width() - 6, place.height())
    label.setFont(shown.font())
    assert len(label.block().lines) == 2
    assert inked(rows(shown)[0]).size == inked(picture(label)).size


def test_a_long_text_is_shortened_at_a_word(view, qtbot):
    shown = view(QTableView, [OFFICES[0], "ກະຊວງເຕັກໂນໂລຊີ ແລະ…"], LaoDelegate())
    one, other = rows(shown)
    assert one.tobytes() == other.tobytes()


def test_a_name_is_shortened_at_a_space(view):
    shown = view(QTableView, [NAMES[0], "ທ່ານ ນ. ວັນນະພາ…"], LaoDelegate(breaks="spaces"))
    one, other = rows(shown)
    assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("most", [1, 4])
def test_a_row_asks_for_no_more_width_than_there_is(view, most):
    shown = view(QListView, OFFICES, LaoDelegate(most_lines=most))
    assert shown.horizontalScrollBar().maximum() == 0


def test_a_row_asks_for_as_much_width_as_it_needs(view):
    shown = view(QTableView, OFFICES[:1], LaoDelegate(), width=500)
    whole = inked(rows(shown)[0])
    shown.resizeColumnToContents(0)
    assert differ(inked(rows(shown)[0]), whole) == 0
    shown.setColumnWidth(0, shown.columnWidth(0) - 8)
    assert inked(rows(shown)[0]).width < whole.width


def test_another_width_lays_rows_out_anew(view):
    shown = view(QTableView, OFFICES, LaoDelegate(most_lines=5))
    high = shown.rowHeight(0)
    shown.setColumnWidth(0, 500)
    shown.resizeRowsToContents()
    assert shown.rowHeight(0) < high
    assert inked(rows(shown)[0]).width > 250


def test_markup_in_a_row_is_shown_as_typed(view):
    shown = view(QListView, ["<b>ກ</b>&amp;", "ກ"], LaoDelegate())
    typed, plain = rows(shown)
    assert inked(typed).width > 3 * inked(plain).width


def test_icons_boxes_and_selection_are_drawn_as_ever(view):
    shown = view(QListView, ["ກອງປະຊຸມ"] * 3, LaoDelegate())
    red = QPixmap(20, 20)
    red.fill(Qt.GlobalColor.black)
    shown.model().item(1).setIcon(QIcon(red))
    shown.model().item(2).setCheckable(True)
    shown.model().item(2).setCheckState(Qt.CheckState.Checked)
    plain, icon, box = rows(shown)
    assert inked(icon).width > inked(plain).width + 20
    assert inked(box).width > inked(plain).width + 12
    shown.setCurrentIndex(shown.model().index(0, 0))
    assert differ(rows(shown)[0], plain) > 64


def test_the_text_of_a_selected_row_has_the_selections_colour(view):
    shown = view(QListView, ["ກອງປະຊຸມ"], LaoDelegate())
    shown.setStyleSheet("QListView { selection-background-color: #000000; selection-color: #ffffff }")
    shown.setCurrentIndex(shown.model().index(0, 0))
    histogram = rows(shown)[0].histogram()
    assert histogram[0] > 1000
    assert sum(histogram[240:]) > 20


def test_the_whole_of_a_shortened_row_is_in_its_tooltip(view, qtbot):
    shown = view(QTableView, ["ຫຼຸດ", OFFICES[0]], LaoDelegate())
    point(shown, 1)
    assert "ຫ້ອງວ່າການ" in QToolTip.text()
    point(shown, 0)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    point(shown, 0)
    assert not QToolTip.isVisible()
    shown.model().item(0).setToolTip("<b>ບອກ")
    point(shown, 0)
    assert "&lt;b&gt;ບອກ" in QToolTip.text()
    QToolTip.hideText()


def point(view, row):
    place = view.visualRect(view.model().index(row, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(place), view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)


def test_a_list_looks_as_it_did(view, golden):
    shown = view(QListView, [*OFFICES, *NAMES], LaoDelegate(most_lines=2), width=260)
    shown.setFixedHeight(260)
    golden("list", shown)
