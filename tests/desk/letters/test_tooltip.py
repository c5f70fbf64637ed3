"""Tooltips: Lao broken at words, markup as typed, no mark cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from desk.drawn import grey, ink, inked, picture
from signin.desk.letters import fonts, tooltip
from signin.lao.segment import words
from typeset.specimens import REPORT

STACKS = ["ປື້ ຫື້ ຟຶ໊ ນ້ຳ", "ຫຼຸ ຖຼູ ຫຼູ ງຸ", "ງິ້ ຫຼຸ ພົ໊", "ງຼູ"]


@pytest.fixture
def tips(qapp):
    filtering = tooltip.LaoToolTips(qapp)
    yield
    qapp.removeEventFilter(filtering)
    filtering.deleteLater()
    QToolTip.hideText()


@pytest.fixture
def button(qtbot):
    made = QPushButton("ກົດ")
    qtbot.addWidget(made)
    made.show()
    return made


def point(widget):
    place = QPoint(5, 5)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def shown():
    tips = [one for one in QApplication.topLevelWidgets() if one.metaObject().className() == "QTipLabel"]
    return next(one for one in tips if one.isVisible())


def told():
    return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText().strip("\n")


def test_a_tooltip_breaks_at_words(tips, button):
    button.setToolTip(REPORT[0])
    point(button)
    lines = told().split("\n")
    assert len(lines) > 4
    whole = {word.strip() for word in words(REPORT[0])}
    assert all(words(line)[-1].strip() in whole and words(line)[0] in whole for line in lines)
    assert "".join(lines).replace(" ", "") == REPORT[0].replace(" ", "")


def test_markup_in_a_tooltip_is_shown_as_typed(tips, button):
    button.setToolTip("<b>ກອງ</b> &amp; <img src='x'>")
    point(button)
    assert told() == "<b>ກອງ</b> &amp; <img src='x'>"


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("text", STACKS)
@pytest.mark.parametrize("size", [12, 26])
def test_no_mark_of_a_tooltip_is_cut(tips, button, text, size, ratio):
    fonts.use_everywhere(size)
    button.setToolTip(text)
    point(button)
    tip = shown()
    tip.setStyleSheet("background: white; color: black; border: none")
    drawn = inked(picture(tip, ratio=ratio))
    free = inked(freely(text, tip.font(), ratio))
    assert drawn.width == free.width
    assert drawn.height == pytest.approx(free.height, abs=1)  # its line may begin at half a pixel
    assert ink(drawn) == pytest.approx(ink(free), rel=0.01)


def freely(text, font, ratio):
    """Draw a text where there is room on all sides."""
    image = QImage(600 * ratio, 200 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill("white")
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(100, 100), text)
    painter.end()
    return grey(image)


def test_a_widget_without_a_tooltip_shows_none(tips, button):
    point(button)
    assert not QToolTip.isVisible()


def test_a_tooltip_looks_as_it_did(tips, button, golden):
    button.setToolTip(" ".join(["ປື້ມ ລົງທະບຽນ ຂອງ ກະຊວງ ເຕັກໂນໂລຊີ ແລະ ສື່ສານ", "<b>", *STACKS]))
    point(button)
    golden("tooltip", shown())
