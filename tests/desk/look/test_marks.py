"""No mark is cut: the ink of the highest and lowest stacks, in every widget of the kit, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desk.look.seeing import bounds, changed, ink, picture
from signin.desk.letters.drawing import Block
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.chip import Chip
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.notice import Notice
from signin.desk.look.panel import Panel
from signin.desk.look.tokens import TYPE
from signin.words import say

STACKS = "ຫຼື້ ປື້ ຝຶ໊ ໝື໋ ຢູ່ ກຼຸ ຣຼູ ຖຼຸ ຢັ້ນ້ຳ"
WORD = say(STACKS)
widths = pytest.mark.parametrize("width", [1280, 2560])


@pytest.fixture
def word_drawn(monkeypatch):
    """Give where the word of a widget is drawn: what is missing in its picture when no text is."""

    def found(widget):
        QApplication.processEvents()
        whole = picture(widget)
        with monkeypatch.context() as patch:
            patch.setattr(Block, "draw", lambda *_: None)
            return bounds(changed(picture(widget), whole, 1.3))

    return found


def _same_size(found, font):
    expected = ink(STACKS, font, "white", "black")
    return abs(found.height() - expected.height()) <= 1 and abs(found.width() - expected.width()) <= 2


@widths
@pytest.mark.parametrize("kind", ["plain", "primary", "quiet", "stop"])
def test_buttons_cut_no_mark(voice, look, shown, word_drawn, kind, width):
    look.grow(width)
    button = shown(ActionButton(voice, look, WORD, "walk-in", kind=kind))
    assert _same_size(word_drawn(button), button.word_font())


@widths
def test_upright_buttons_cut_no_mark(voice, look, shown, word_drawn, width):
    look.grow(width)
    button = shown(ActionButton(voice, look, WORD, "walk-in", upright=True))
    assert _same_size(word_drawn(button), button.word_font())


@widths
def test_titles_cut_no_mark(voice, look, shown, word_drawn, width):
    look.grow(width)
    for titled in (Card(voice, look, WORD), Panel(voice, look, WORD)):
        label = titled.title_label
        shown(titled, size=(1500, 400))
        assert _same_size(word_drawn(label), label.font())


@widths
def test_chips_cut_no_mark(voice, look, shown, word_drawn, width):
    look.grow(width)
    chip = shown(Chip(voice, look, STACKS, "go"))
    assert _same_size(word_drawn(chip), chip.word_font())


@widths
@pytest.mark.parametrize("value", [None, 1])
def test_choices_cut_no_mark(voice, look, shown, word_drawn, value, width):
    look.grow(width)
    choice = shown(Choice(voice, look, say("Sex"), [(1, WORD), (2, say("Phone"))], value=value), size=(1500, 200))
    assert _same_size(word_drawn(choice.segments[1]), look.font(TYPE.body, bold=value == 1))


@widths
def test_complaints_cut_no_mark(voice, look, shown, word_drawn, width):
    look.grow(width)
    notice = Notice(voice, look)
    shown(notice, size=(1500, 200))
    notice.tell(WORD)
    assert _same_size(word_drawn(notice), notice.font())


@widths
@pytest.mark.parametrize("bad", [False, True])
def test_lines_to_type_into_cut_no_mark(voice, look, shown, bad, width):
    look.grow(width)
    field = shown(Field(voice, look, say("Phone")), size=(1200, 300))
    if bad:
        field.complain(say("Phone"))
    field.edit.clearFocus()
    field.edit.blockSignals(True)
    blank = picture(field.edit)
    field.set_text(STACKS)
    found = bounds(changed(blank, picture(field.edit), 1.3))
    assert _same_size(found, field.edit.font())
