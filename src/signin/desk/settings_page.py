"""This desk's settings: its name, language, looks, sounds, the badge printer, and the scanner's trial."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.scanner.ear import Ear
from signin.desk.scanner.test_page import ScannerPage
from signin.desk.start.page import Page
from signin.exchange.settings_file import Page as PaperSize
from signin.exchange.settings_file import Settings
from signin.words import say

_SIZES: dict[PaperSize | None, str] = {None: "A4", (86.0, 54.0): "86×54 mm", (100.0, 70.0): "100×70 mm"}
"""A sheet of badges, the size of a bank card (ISO/IEC 7810 ID-1, rounded), and a common label."""


class SettingsPage(Page):
    """Emits `changed` with what was changed, by the settings' own names, at once; `paced` for the scanner."""

    changed = Signal(dict)
    paced = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        ear: Ear,
        settings: Settings,
        printers: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Settings"), parent, way_back=False)
        self._name = settings.desk
        self.name = Field(voice, look, say("Name of this desk"))
        self.name.set_text(settings.desk)
        self.name.edit.editingFinished.connect(self._take_name)
        self.language = Choice(
            voice, look, say("Language"), [("lo", say("Lao")), ("en", say("English"))], value=settings.language
        )
        self.theme = Choice(
            voice,
            look,
            say("Light or dark"),
            [("light", say("Light"), "light"), ("dark", say("Dark"), "dark")],
            value=settings.theme,
        )
        self.sounds = Choice(
            voice,
            look,
            say("Sound"),
            [(True, say("On"), "sound"), (False, say("Off"), "sound-off")],
            value=settings.sounds,
        )
        names = [name for name in printers if name] or []
        told = [
            ("", say("None: save as PDF"), "document"),
            *((name, say("{name}", name=name), "printer") for name in names),
        ]
        self.printer = Choice(
            voice, look, say("Printer for badges at the door"), told, value=settings.badge_printer
        )
        self.paper = Choice(
            voice,
            look,
            say("Paper for badges at the door"),
            [(size, say("{size}", size=words)) for size, words in _SIZES.items()],
            value=settings.badge_page,
        )
        for choice, setting in (
            (self.language, "language"),
            (self.theme, "theme"),
            (self.sounds, "sounds"),
            (self.printer, "badge_printer"),
            (self.paper, "badge_page"),
        ):
            choice.chosen.connect(lambda value, setting=setting: self.changed.emit({setting: value}))
        self.scanner = ScannerPage(voice, look, ear)
        self.scanner.paced.connect(self.paced)
        self._arrange()

    def _arrange(self) -> None:
        row, left = QHBoxLayout(), QWidget()
        cards = QVBoxLayout(left)
        cards.setContentsMargins(0, 0, 0, 0)
        desk = Card(self.voice, self.look, say("This desk"))
        looks = QHBoxLayout()
        for choice in (self.language, self.theme):
            looks.addWidget(choice, 1)
        desk.body.addWidget(self.name)
        desk.body.addLayout(looks)
        desk.body.addWidget(self.sounds)
        badges = Card(self.voice, self.look, say("Badges at the door"))
        badges.body.addWidget(self.printer)
        badges.body.addWidget(self.paper)
        trial = Card(self.voice, self.look, say("Try the scanner"))
        hint = LaoLabel()
        dress(hint, ink="quiet")
        self.voice.tell(
            hint, hint.setText, say("Scan any badge now: this page shows what arrives, and checks nobody in.")
        )
        trial.body.addWidget(hint)
        trial.body.addWidget(_scrolling(self.scanner), 1)
        cards.addWidget(desk)
        cards.addWidget(badges)
        cards.addStretch()
        row.addWidget(_scrolling(left), 1)
        row.addWidget(trial, 1)
        self.body.addLayout(row, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where nobody writes, for a scanner that is tried would write there too."""
        super().showEvent(event)
        self.language.setFocus()

    def follow(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        self.language.set_value(settings.language)
        self.theme.set_value(settings.theme)
        self.sounds.set_value(settings.sounds)
        self.printer.set_value(settings.badge_printer)
        self.paper.set_value(settings.badge_page)

    def _take_name(self) -> None:
        """Keep the name; an empty one is refused in place."""
        name = self.name.text().strip()
        self.name.complain(None if name else say("A desk needs a name."))
        if name and name != self._name:
            self._name = name
            self.changed.emit({"desk": name})


def _scrolling(inside: QWidget) -> QScrollArea:
    """Let something be seen whole where there is little room; a click on it takes the focus from a line."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
