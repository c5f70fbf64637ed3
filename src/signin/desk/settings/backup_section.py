"""The folder in which copies of the store are kept too: chosen, tried at once, and a copy made now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from shiboken6 import isValid

from signin.desk.keeping import Copies
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.settings.path_line import PathLine
from signin.desk.settings.section import Section
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.domain.verdict import Tone
from signin.exchange.settings_file import Settings
from signin.lao.numbers import format_moment
from signin.services.safekeeping import KeptCopy, check_folder, newest_beside, newest_elsewhere
from signin.store.backup_folder import FolderCheck
from signin.words import Failure, Message, say

_ABOUT = say(
    "Copies of everything are made beside the store, a minute after the door is opened and then each half hour. "
    "A second copy on a stick or another disk helps when this disk fails."
)
_SHARE = 0.7


class BackupSection(Section):
    """A folder is taken only when copies can be kept there. Otherwise it says why, and the one before stays."""

    icon_name = "saved"

    def __init__(
        self,
        voice: Voice,
        look: Look,
        settings: Settings,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("Backups"), parent)
        self._reader, self._settings = reader, settings
        self.dialog: QFileDialog | None = None
        self.copies = Copies(reader, clock, lambda: self._settings.backup_folder, self)
        self.say(_ABOUT)
        self.folder = PathLine(voice, look, say("Folder for a second copy"))
        self.choose = ActionButton(voice, look, say("Choose a folder"), "folder")
        self.none = ActionButton(voice, look, say("No second copy"), "close", kind="quiet")
        self.now = ActionButton(voice, look, say("Make a copy now"), "saved", kind="primary")
        self.notice, self.beside, self.elsewhere = Notice(voice, look), LaoLabel(), LaoLabel()
        self._arrange()
        self._connect()
        self.follow(settings)

    def _arrange(self) -> None:
        ways = QHBoxLayout()
        for button in (self.choose, self.none, self.now):
            ways.addWidget(button)
        ways.addStretch()
        self.body.addWidget(self.folder)
        self.body.addLayout(ways)
        for widget in (self.notice, self.beside, self.elsewhere):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.none.clicked.connect(lambda: self._take("", None))
        self.now.clicked.connect(self._make)
        self.copies.failed.connect(self._not_made)
        self.copies.not_put.connect(self._not_made)
        self.copies.made.connect(self._made)
        self.copies.put.connect(self._put)

    def showEvent(self, event: QShowEvent) -> None:
        """Look what copies there are."""
        super().showEvent(event)
        self._look()

    def follow(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        self._settings = settings
        self.folder.show_path(settings.backup_folder)
        self.none.setEnabled(bool(settings.backup_folder))

    # A folder is chosen

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self.voice.text(say("Choose a folder")), self._settings.backup_folder)
        dialog.resize(QSize(self.window().width(), self.window().height()) * _SHARE)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        for part, word in _LABELS.items():
            dialog.setLabelText(part, self.voice.text(word))
        dialog.fileSelected.connect(self.try_folder)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def try_folder(self, folder: str) -> None:
        """Try whether copies can be kept in a folder, beside the window; take it when they can."""
        self._be(busy=True)
        desk = self._reader.desk
        self._beside(
            lambda: check_folder(desk, Path(folder)), lambda found: self._take(folder, found), self._not_made
        )

    def _take(self, folder: str, found: FolderCheck | None) -> None:
        self._be(busy=False)
        self.changed.emit({"backup_folder": folder})
        if found is None:
            self.notice.tell(None)
        elif found.same_disk:
            self.notice.tell(
                say(
                    "Copies go there from now on. But it is the disk of the store itself: "
                    "a stick or another disk is safer."
                ),
                Tone.LOOK,
            )
        else:
            self.notice.tell(
                say("Copies go there from now on. {free} MB are free.", free=found.free >> 20), Tone.GO
            )
        self._look()

    # A copy is made

    def _make(self) -> None:
        self._be(busy=True)
        self.notice.tell(None)
        self.copies.make()

    def _made(self, path: Path) -> None:
        if not self._settings.backup_folder:
            self._put(path)

    def _put(self, path: Path) -> None:
        self._be(busy=False)
        self.notice.tell(say("A copy was made and read back: “{path}”.", path=str(path)), Tone.GO)
        self._look()

    def _not_made(self, failure: Failure) -> None:
        self._be(busy=False)
        self.notice.tell(failure.message, Tone.STOP)
        self._look()

    def _be(self, *, busy: bool) -> None:
        for button in (self.choose, self.now):
            button.setEnabled(not busy)

    # What copies there are

    def _look(self) -> None:
        desk, folder = self._reader.desk, self._settings.backup_folder

        def find() -> tuple[KeptCopy | None, KeptCopy | None]:
            return newest_beside(desk), newest_elsewhere(Path(folder), desk.name) if folder else None

        self._beside(find, self._tell, lambda _: None)

    def _tell(self, found: tuple[KeptCopy | None, KeptCopy | None]) -> None:
        beside, elsewhere = found
        self.voice.tell(self.beside, self.beside.setText, _told(say("Beside the store"), beside))
        self.voice.tell(self.elsewhere, self.elsewhere.setText, _told(say("In the folder"), elsewhere))
        self.elsewhere.setVisible(bool(self._settings.backup_folder))

    def _beside(
        self, work: Callable[[], object], then: Callable[..., None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Do something that a slow stick may hold up; whoever left does not hear of it."""

        def heard(tell: Callable[..., None]) -> Callable[..., None]:
            return lambda what: tell(what) if isValid(self) else None

        background = Background(lambda _: work(), heard(then), heard(otherwise), self._reader)
        background.finished.connect(background.deleteLater)
        background.start()


_LABELS = {
    QFileDialog.DialogLabel.Accept: say("Choose"),
    QFileDialog.DialogLabel.Reject: say("Cancel"),
    QFileDialog.DialogLabel.LookIn: say("Folder"),
    QFileDialog.DialogLabel.FileName: say("Folder"),
}


def _told(where: Message, copy: KeptCopy | None) -> Message:
    if copy is None:
        return say("{where}: no copy yet.", where=where)
    megabytes = f"{copy.size / (1 << 20):.1f}"
    return say(
        "{where}: newest copy {when}, {megabytes} MB.",
        where=where,
        when=format_moment(copy.at),
        megabytes=megabytes,
    )
