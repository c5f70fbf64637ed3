"""This desk's settings: a list of their parts at the left, and the one that was chosen beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.lock.gate import Gate
from signin.desk.organiser.lock.lock import Lock
from signin.desk.scanner.ear import Ear
from signin.desk.settings.backup_section import BackupSection
from signin.desk.settings.desk_section import DeskSection
from signin.desk.settings.last_failure import LastFailure
from signin.desk.settings.pin_section import PinSection
from signin.desk.settings.printer_section import PrinterSection
from signin.desk.settings.scanner_section import ScannerSection
from signin.desk.settings.section import Section
from signin.desk.settings.section_list import SectionList
from signin.desk.settings.support_section import SupportSection
from signin.desk.settings.words_section import WordsSection
from signin.desk.start.page import Page
from signin.desk.work.store_worker import StoreWorker
from signin.exchange.settings_file import Settings
from signin.words import say


@dataclass(frozen=True, slots=True)
class Around:
    """What the settings need of the program: who hears scanners, locks, reads the store, and what the time is."""

    ear: Ear
    lock: Lock
    reader: StoreWorker
    clock: Callable[[], datetime]
    settings_file: Path
    last_failure: LastFailure


class SettingsPage(Page):
    """Emits `changed` with what was changed, by the settings' own names, at once; `paced` for the scanner.

    Backups and the PIN are the organiser's: while those are locked, the gate stands in their place.
    """

    changed = Signal(dict)
    paced = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        settings: Settings,
        printers: Sequence[str],
        around: Around,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Settings"), parent, way_back=False)
        self._around = around
        self.desk = DeskSection(voice, look, settings)
        self.printers = PrinterSection(voice, look, settings, printers)
        self.trial = ScannerSection(voice, look, around.ear)
        self.words = WordsSection(voice, look, settings)
        self.backups = BackupSection(voice, look, settings, around.reader, around.clock)
        self.pin = PinSection(voice, look, around.lock, around.settings_file)
        places = (around.reader, around.clock, around.settings_file, around.last_failure)
        self.support = SupportSection(voice, look, settings, *places)
        self.trial.scanner.paced.connect(self.paced)
        self.sections: tuple[Section, ...] = (
            self.desk,
            self.trial,
            self.printers,
            self.words,
            self.backups,
            self.pin,
            self.support,
        )
        self.list, self.stack = SectionList(voice, look), QStackedWidget()
        self._arrange()

    def _arrange(self) -> None:
        for section in self.sections:
            section.changed.connect(self.changed)
            guarded = section in (self.backups, self.pin)
            self.stack.addWidget(Guarded(section, self._around) if guarded else section)
        self.list.chosen.connect(self.stack.setCurrentIndex)
        for section in self.sections:
            self.list.add(section.title, section.icon_name)
        self._row = QHBoxLayout()
        self._row.addWidget(self.list)
        self._row.addWidget(self.stack, 1)
        self.body.addLayout(self._row, 1)
        self._row.setSpacing(self.look.px(SPACE.wide))

    def show_section(self, section: Section) -> None:
        """Show one of the parts."""
        self.list.choose(self.sections.index(section))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where nobody writes, for a scanner that is tried would write there too."""
        super().showEvent(event)
        self.list.setFocus()

    def follow(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        for section in self.sections:
            section.follow(settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next part, or the one before, by Ctrl with the page keys."""
        steps = {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1}
        combination = QKeySequence(event.keyCombination()).toString()
        if combination in steps:
            self.list.step(steps[combination])
        else:
            super().keyPressEvent(event)


class Guarded(QStackedWidget):
    """A part that is the organiser's, and the gate in its place while that is locked."""

    def __init__(self, section: Section, around: Around) -> None:
        super().__init__()
        self._lock = around.lock
        self.gate = Gate(section.voice, section.look, around.lock, around.settings_file)
        shut = QWidget()
        column = QVBoxLayout(shut)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.gate)
        column.addStretch()
        self.addWidget(shut)
        self.addWidget(section)
        around.lock.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setCurrentIndex(int(self._lock.is_open))
