"""What Qt's own file dialog says, in the language of the window: heads, places and the tips of its buttons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QFileDialog, QWidget

from signin.desk.look.voice import Voice
from signin.words import Message, say

_WORDS: dict[str, Message] = {
    "Name": say("Name"),
    "Size": say("Size"),
    "Type": say("Kind"),
    "Kind": say("Kind"),
    "Date Modified": say("Changed on"),
    "Computer": say("This PC"),
    "My Computer": say("This PC"),
    "Drive": say("Drive"),
    "Folder": say("Folder"),
    "File Folder": say("Folder"),
    "Back": say("Back"),
    "Forward": say("Forward"),
    "Parent Directory": say("One folder up"),
    "Create New Folder": say("New folder"),
    "&New Folder": say("New folder"),
    "New Folder": say("New folder"),
    "List View": say("As a list"),
    "Detail View": say("With size and day"),
    "&Rename": say("Rename"),
    "&Delete": say("Delete"),
    "Show &hidden files": say("Hidden files too"),
}
"""By what Qt calls them."""
_FILE_OF_KIND = "%1 File"
_CONTEXTS = frozenset(
    ["QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider", "QFileIconProvider", "QSidebar"]
)


class DialogWords(QTranslator):
    """Answers Qt's own look-ups, and only those of the file dialog."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to look up."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Give a word in the window's language; where it is not ours, what Qt says: "" would be shown as such."""
        if context not in _CONTEXTS:
            return source
        if source == _FILE_OF_KIND:
            return self._voice.text(say("File {kind}", kind="%1"))
        return self._voice.text(_WORDS[source]) if source in _WORDS else source


def file_dialog(voice: Voice, parent: QWidget, title: Message, folder: Path) -> QFileDialog:
    """Make Qt's own file dialog, the same everywhere, that speaks the window's language as long as it is there."""
    words = DialogWords(voice)
    QCoreApplication.installTranslator(words)
    dialog = QFileDialog(parent, voice.text(title), str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words.setParent(dialog)  # and goes with it
    return dialog
