"""The one question at the end: something is not on disk yet."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from signin.desk.look.voice import Voice
from signin.words import say


def may_close(voice: Voice, window: QWidget, waiting: int) -> bool:
    """Ask once whether the window may close while so many answers of the store are still to come."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(voice.text(say("Not everything is saved")))
    box.setText(
        voice.text(say("{count} entries are not on disk yet. Wait a little, then close again.", count=waiting))
    )
    stay = box.addButton(voice.text(say("Wait")), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(voice.text(say("Close all the same")), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
