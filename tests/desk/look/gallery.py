"""Every widget of the kit in every state on one sheet; run it with a folder, and it writes the pictures there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.chip import Chip
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.panel import Panel
from signin.desk.look.tokens import DARK, LIGHT, Theme
from signin.desk.look.voice import Voice
from signin.domain.verdict import Tone
from signin.words import Language, say

STATES = ("normal", "hover", "focus", "disabled", "error")
KINDS = ("plain", "primary", "quiet", "stop", "rail")
OFFICES = (
    "ຫ້ອງວ່າການແຂວງວຽງຈັນ",
    "ພະແນກເຕັກໂນໂລຊີ ແລະ ການສື່ສານ ແຂວງໄຊສົມບູນ",
    "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ",
    "ສູນບໍລິຫານລັດດິຈິຕອນ",
)
SEXES = (("m", say("Male")), ("f", say("Female")), ("", say("not known")))
STACKS = "ຫຼື້ ຢູ່ກຼຸງ ຊື້ປຶ໊ ໝູ່"
_GAP = 16


class Sheet:
    """A theme and a language, in which samples are made and seen."""

    def __init__(self, theme: Theme, language: Language, width: int = 1280) -> None:
        self.voice, self.look, self.width = Voice(language), Look(), width
        self.look.wear(theme)
        self.look.grow(width)

    def seen(self, widget: QWidget, state: str = "normal", ground: str = "surface") -> QPixmap:
        """Give a picture of a widget on its ground, after the keyboard or the mouse came to it."""
        stage = self._stage = QWidget()
        stage.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stage.setStyleSheet(f"#stage {{ background: {getattr(self.look.theme, ground)}; }}")
        stage.setObjectName("stage")
        row = QHBoxLayout(stage)
        row.setContentsMargins(4, 4, 4, 4)
        row.addWidget(widget)
        stage.resize(stage.sizeHint())
        stage.show()
        stage.resize(stage.sizeHint())
        stage.activateWindow()
        QApplication.processEvents()
        target = widget.focusProxy() or widget
        if state == "focus":
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif QApplication.focusWidget():
            QApplication.focusWidget().clearFocus()
        QTest.mouseMove(*((target,) if state == "hover" else (stage, QPoint(1, 1))))
        if state == "disabled":
            widget.setEnabled(False)
        QApplication.processEvents()
        return stage.grab()

    def rows(self) -> Iterator[list[QPixmap]]:
        """Give the rows of the sheet: one a widget, one state after the other."""
        voice, look = self.voice, self.look
        for kind in KINDS:
            ground = "rail" if kind == "rail" else "surface"
            buttons = [
                ActionButton(voice, look, say("Walk-in"), "walk-in", shown_key="F2", kind=kind) for _ in STATES
            ]
            row = [self.seen(button, state, ground) for button, state in zip(buttons, STATES[:4], strict=False)]
            if kind == "rail":
                tall = [
                    ActionButton(voice, look, say("Roster"), "roster", kind=kind, upright=True) for _ in STATES
                ]
                row += [self.seen(button, state, ground) for button, state in zip(tall, STATES[:4], strict=False)]
            yield row
        yield [self.seen(self._field(state), state) for state in STATES[:3]]
        yield [self.seen(self._field(state), state) for state in STATES[3:]]
        for state in STATES[:4]:
            one = Choice(voice, look, say("Sex"), SEXES, value="f", show_label=state == "normal")
            none = Choice(voice, look, say("Sex"), SEXES, show_label=state == "normal")
            yield [self.seen(one, state), self.seen(none, state)]
        kinds = ("plain", "accent", "go", "look", "stop")
        yield [self.seen(Chip(voice, look, say("Saved"), kind)) for kind in kinds]
        yield [self.seen(self._notices())]

    def _field(self, state: str) -> Field:
        field = Field(
            self.voice, self.look, say("Name"), placeholder=say("Type a name, number, organisation or phone …")
        )
        field.setFixedWidth(self.look.px(250))
        if state != "normal":
            field.set_text(STACKS)
        if state == "error":
            field.complain(say("Only a part arrived: hold the badge still and scan again."))
        return field

    def _notices(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        for tone in Tone:
            notice = Notice(self.voice, self.look, tone)
            notice.tell(say("Only a part arrived: hold the badge still and scan again."))
            column.addWidget(notice)
        for size in ("small", "body", "strong", "title", "heading"):
            label = LaoLabel(f"{STACKS} ຜູ້ເຂົ້າຮ່ວມ 12:30", most_lines=1)
            dress(label, type=size)
            column.addWidget(label)
        return whole

    def panel(self) -> QPixmap:
        """Give a picture of a panel at work beside a card, its list of known offices open."""
        voice, look = self.voice, self.look
        whole = QWidget()
        column = QVBoxLayout(whole)
        card = Card(voice, look, say("Roster"))
        card.header.addWidget(ActionButton(voice, look, say("Undo"), "undo", shown_key="Ctrl+Z", kind="quiet"))
        card.body.addWidget(LaoLabel("ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ"))
        panel = Panel(voice, look, say("Walk-in"), accept=say("Saved"))
        office = Field(voice, look, say("Organisation"), completions=OFFICES)
        panel.body.addWidget(Field(voice, look, say("Name")))
        panel.body.addWidget(Choice(voice, look, say("Sex"), SEXES))
        panel.body.addWidget(office)
        panel.body.addWidget(Field(voice, look, say("Phone")))
        panel.body.addWidget(Field(voice, look, say("Position")))
        panel.body.addStretch()
        panel.complain(say("Only a part arrived: hold the badge still and scan again."))
        column.addWidget(card)
        column.addWidget(panel, 1)
        whole.setFixedSize(look.px(420), look.px(700))
        self.seen(whole, ground="ground")
        office.setFocus()
        office.edit.setText("ເຕັກ")
        office.edit.textEdited.emit("ເຕັກ")
        QApplication.processEvents()
        return whole.window().grab()

    def picture(self) -> QImage:
        """Lay all rows out, the panel at their right."""
        rows, panel = list(self.rows()), self.panel()
        left = max(sum(each.width() + _GAP for each in row) for row in rows)
        high = max(sum(max(each.height() for each in row) + _GAP for row in rows), panel.height())
        picture = QImage(left + panel.width() + 2 * _GAP, high + _GAP, QImage.Format.Format_RGB32)
        picture.fill(QColor(self.look.theme.ground))
        painter, top = QPainter(picture), _GAP
        painter.drawPixmap(QPoint(left + _GAP, _GAP), panel)
        for row in rows:
            at = _GAP
            for each in row:
                painter.drawPixmap(QPoint(at, top), each)
                at += each.width() + _GAP
            top += max(each.height() for each in row) + _GAP
        painter.end()
        return picture


def main() -> None:
    application = QApplication([])
    for theme, language, width in (
        (LIGHT, "lo", 1280),
        (LIGHT, "en", 1280),
        (DARK, "lo", 1280),
        (DARK, "en", 1280),
        (LIGHT, "lo", 1920),
    ):
        target = Path(sys.argv[1]) / f"kit-{theme.name}-{language}-{width}.png"
        Sheet(theme, language, width).picture().save(str(target))
        print(target)
    del application


if __name__ == "__main__":
    main()
