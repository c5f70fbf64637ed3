"""A paper saved as a file: where somebody wants it, under a safe name, over nothing that is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from signin.desk.look.voice import Voice
from signin.desk.start.dialog_words import file_dialog
from signin.desk.start.files import documents
from signin.exchange.safe_names import safe_file_name
from signin.words import Failure, mark, say

_SHARE = 0.7
"""How much of the page the dialog covers, each way."""
_LABELS = {
    QFileDialog.DialogLabel.Accept: say("Save"),
    QFileDialog.DialogLabel.Reject: say("Cancel"),
    QFileDialog.DialogLabel.LookIn: say("Folder"),
    QFileDialog.DialogLabel.FileName: say("File"),
    QFileDialog.DialogLabel.FileType: say("Kind"),
}


class PaperNotSaved(Failure):
    """The folder is closed, full, or gone."""

    exit_code = 7
    text = mark("The paper could not be saved in “{folder}”: {reason}. Choose another folder.")


def ask_file(voice: Voice, parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Open a dialog to choose a folder and a name; `then` gets a path that is safe and not taken."""
    folder = documents() or Path.home()
    suggested = safe_file_name(title, ".pdf", folder)
    dialog = file_dialog(voice, parent, say("Save as PDF"), folder)
    dialog.resize(QSize(parent.width(), parent.height()) * _SHARE)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.selectFile(suggested.name)
    for part, word in _LABELS.items():
        dialog.setLabelText(part, voice.text(word))
    dialog.fileSelected.connect(lambda chosen: then(free_place(Path(chosen))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def free_place(chosen: Path) -> Path:
    """Give a safe path that is not taken, in the same folder and as near to the name as can be."""
    return safe_file_name(chosen.stem, ".pdf", chosen.parent)


def save_copy(path: Path, out: Path) -> None:
    """Put a copy of a paper in its place, whole or not at all. Raises PaperNotSaved."""
    part = None
    try:
        handle, part = tempfile.mkstemp(dir=out.parent, prefix=".signin-", suffix=".part")
        with os.fdopen(handle, "wb") as file, path.open("rb") as source:
            shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())
        Path(part).chmod(0o644)
        Path(part).replace(out)
    except OSError as error:
        if part is not None:
            Path(part).unlink(missing_ok=True)
        raise PaperNotSaved(folder=str(out.parent), reason=error.strerror or str(error)) from error
