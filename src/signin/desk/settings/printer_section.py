"""The printers: for badges at the door and on which paper, and the one that is proposed for documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signin.desk.look.choice import Choice
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.settings.section import Section
from signin.exchange.settings_file import Page, Settings
from signin.words import say

_SIZES: dict[Page | None, str] = {None: "A4", (86.0, 54.0): "86×54 mm", (100.0, 70.0): "100×70 mm"}
"""A sheet of badges, the size of a bank card (ISO/IEC 7810 ID-1, rounded), and a common label."""


class PrinterSection(Section):
    """What is chosen holds at once. A printer of the settings that is not there now stands among the others."""

    icon_name = "printer"

    def __init__(
        self,
        voice: Voice,
        look: Look,
        settings: Settings,
        printers: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Printers"), parent)
        names = [name for name in printers if name]
        self.printer = Choice(
            voice,
            look,
            say("Printer for badges at the door"),
            [
                ("", say("None: save as PDF"), "document"),
                *((name, say("{name}", name=name), "printer") for name in _with(names, settings.badge_printer)),
            ],
            value=settings.badge_printer,
        )
        sizes = dict(_SIZES)
        if settings.badge_page not in sizes and settings.badge_page is not None:
            width, height = settings.badge_page
            sizes[settings.badge_page] = f"{width:g}×{height:g} mm"
        self.paper = Choice(
            voice,
            look,
            say("Paper for badges at the door"),
            [(size, say("{size}", size=words)) for size, words in sizes.items()],
            value=settings.badge_page,
        )
        self.documents = Choice(
            voice,
            look,
            say("Printer that is proposed for documents"),
            [
                ("", say("The computer's usual one"), "printer"),
                *((name, say("{name}", name=name), "printer") for name in _with(names, settings.document_printer)),
            ],
            value=settings.document_printer,
        )
        self._settings = (
            (self.printer, "badge_printer"),
            (self.paper, "badge_page"),
            (self.documents, _DOCUMENTS),
        )
        for choice, setting in self._settings:
            choice.chosen.connect(lambda value, setting=setting: self.changed.emit({setting: value}))
            self.body.addWidget(choice)
        if not names:
            self.say(say("This computer has no printer. Papers can be saved as PDF and printed elsewhere."))

    def follow(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        for choice, setting in self._settings:
            choice.set_value(getattr(settings, setting))


_DOCUMENTS = "document_printer"


def _with(names: Sequence[str], kept: str) -> list[str]:
    return [*names, *([kept] if kept and kept not in names else [])]
