"""Asking where a table or a picture is to be saved: under a safe name, over nothing that is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from signin.desk.look.voice import Voice
from signin.desk.start.dialog_words import file_dialog
from signin.desk.start.files import documents
from signin.exchange.safe_names import safe_file_name
from signin.words import Message, say

TABLES: Mapping[str, Message] = {".xlsx": say("Excel workbook (*.xlsx)"), ".csv": say("Text table (*.csv)")}
PICTURES: Mapping[str, Message] = {".png": say("Picture (*.png)")}
_SHARE = 0.7
"""How much of the page the dialog covers, each way."""
_LABELS = {
    QFileDialog.DialogLabel.Accept: say("Save"),
    QFileDialog.DialogLabel.Reject: say("Cancel"),
    QFileDialog.DialogLabel.LookIn: say("Folder"),
    QFileDialog.DialogLabel.FileName: say("File"),
    QFileDialog.DialogLabel.FileType: say("Kind"),
}


def ask_place(
    voice: Voice, parent: QWidget, title: str, kinds: Mapping[str, Message], then: Callable[[Path], None]
) -> QFileDialog:
    """Open a dialog to choose folder, name and kind; `then` gets a path that is safe and not taken."""
    folder = documents() or Path.home()
    usual = next(iter(kinds))
    filters = {voice.text(word): suffix for suffix, word in kinds.items()}
    dialog = file_dialog(voice, parent, say("Save"), folder)
    dialog.resize(QSize(parent.width(), parent.height()) * _SHARE)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(usual.removeprefix("."))
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name].removeprefix(".")))
    dialog.selectFile(safe_file_name(title, usual, folder).stem)
    for part, word in _LABELS.items():
        dialog.setLabelText(part, voice.text(word))
    dialog.fileSelected.connect(lambda chosen: then(_free(Path(chosen), kinds)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _free(chosen: Path, kinds: Mapping[str, Message]) -> Path:
    """Give a safe path that is not taken, as near to the name as can be; of a kind that can be written."""
    suffix = chosen.suffix.lower()
    if suffix in kinds:
        return safe_file_name(chosen.stem, suffix, chosen.parent)
    return safe_file_name(chosen.name, next(iter(kinds)), chosen.parent)
