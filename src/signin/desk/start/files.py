"""Files that are handed to the window: chosen in a dialog, or dropped on it; and papers that are shown outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from signin.desk.look.voice import Voice
from signin.desk.start.dialog_words import file_dialog
from signin.exchange.tables import TEXT_SUFFIXES, WORKBOOK_SUFFIXES
from signin.words import say

SUFFIXES = sorted(WORKBOOK_SUFFIXES) + sorted(TEXT_SUFFIXES)

_SHARE = 0.7
"""How much of the page the dialog covers, each way."""
_LABELS = {
    QFileDialog.DialogLabel.Accept: say("Open"),
    QFileDialog.DialogLabel.Reject: say("Cancel"),
    QFileDialog.DialogLabel.LookIn: say("Folder"),
    QFileDialog.DialogLabel.FileName: say("File"),
    QFileDialog.DialogLabel.FileType: say("Kind"),
}


def dropped_roster(mime: QMimeData) -> Path | None:
    """Give the one file that is dropped, when a roster can be in it."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None


def choose_roster(voice: Voice, parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Open a dialog to choose a roster file; `then` is called with it. Qt's own dialog: the same everywhere."""
    dialog = file_dialog(voice, parent, say("Open a roster"), documents() or Path.home())
    dialog.resize(QSize(parent.width(), parent.height()) * _SHARE)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    dialog.setNameFilter(voice.text(say("Rosters ({patterns})", patterns=patterns)))
    for part, word in _LABELS.items():
        dialog.setLabelText(part, voice.text(word))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def show_outside(path: Path) -> None:
    """Show a paper in whatever the PC shows papers with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def documents() -> Path | None:
    """Give the user's folder of documents, if there is one."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else None
