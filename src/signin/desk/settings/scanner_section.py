"""The scanner is tried: what arrives is shown, and nobody is checked in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.scanner.ear import Ear
from signin.desk.scanner.test_page import ScannerPage
from signin.desk.settings.section import Section
from signin.words import say


class ScannerSection(Section):
    """While it is shown, scans go to the trial."""

    icon_name = "search"

    def __init__(self, voice: Voice, look: Look, ear: Ear, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Try the scanner"), parent)
        self.scanner = ScannerPage(voice, look, ear)
        self.say(say("Scan any badge now: this page shows what arrives, and checks nobody in."))
        self.body.addWidget(self.scanner)
