"""Qt's own file dialog, in the language of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget

from signin.desk.organiser.documents.saving import ask_file
from signin.desk.organiser.save_dialog import TABLES, ask_place
from signin.desk.start.files import choose_roster


@pytest.mark.parametrize("which", ["save", "table", "open"])
@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_heads_of_the_file_dialog_speak_the_language(qtbot, voice, which, language):
    voice.speak(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = {
        "save": lambda: ask_file(voice, parent, "ບັດ", print),
        "table": lambda: ask_place(voice, parent, "ບັດ", TABLES, print),
        "open": lambda: choose_roster(voice, parent, print),
    }[which]()
    assert isinstance(dialog, QFileDialog)
    model = dialog.findChild(QFileSystemModel)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    wanted = {"lo": ["ຊື່", "ຂະໜາດ", "ປະເພດ", "ວັນທີປ່ຽນ"], "en": ["Name", "Size", "Kind", "Changed on"]}
    assert [str(head).strip() for head in heads] == wanted[language]
    dialog.reject()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: QCoreApplication.translate("QFileSystemModel", "Size") == "Size")


def test_what_is_not_the_dialogs_stays_as_it_is_while_one_is_open(qtbot, voice):
    from pathlib import Path

    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QWidget

    from signin.desk.start.dialog_words import file_dialog
    from signin.words import say

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(voice, parent, say("Save"), Path.home())
    assert QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+N"
    dialog.close()
