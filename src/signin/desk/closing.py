"""The one question at the end: something is under way or not saved; and ending what is under way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from signin.desk.look.voice import Voice
from signin.desk.work.background import Background
from signin.words import Message, say

ENDING_MS = 10_000
"""So long at most the window waits for work that was told to end."""


def under_way(*roots: QObject | None) -> list[Background]:
    """Give the long work under way that must not be cut off, of all that these own: each says what it is."""
    found = [work for root in roots if root is not None for work in root.findChildren(Background)]
    return [work for work in dict.fromkeys(found) if work.what is not None and work.is_under_way]


def reasons(
    waiting: int, works: Iterable[Background], unsaved: Iterable[Message], trouble: Message | None
) -> list[Message]:
    """Say what stands against closing now, each once; `unsaved` are the titles of pages and panels."""
    told = [work.what for work in works if work.what is not None]
    told += [say("“{page}” has changes that are not saved.", page=title) for title in unsaved]
    if waiting:
        told.append(say("Entries that are not on disk yet: {count}.", count=waiting))
    if trouble is not None:
        told.append(trouble)
    return [one for nth, one in enumerate(told) if one not in told[:nth]]


def may_close(voice: Voice, window: QWidget, told: Sequence[Message]) -> bool:
    """Ask once whether the window may close; nothing stands against it when nothing is told."""
    if not told:
        return True
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(voice.text(say("Not everything is done")))
    box.setText("\n".join(voice.text(one) for one in told))
    stay = box.addButton(voice.text(say("Wait")), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(voice.text(say("Close all the same")), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave


def end(works: Iterable[Background]) -> None:
    """Ask work to end at its next step, and let the window run until it has."""
    still = [work for work in works if work.is_under_way]
    loop = QEventLoop()
    QTimer.singleShot(ENDING_MS, loop, loop.quit)
    for work in still:
        work.finished.connect(lambda: None if any(one.is_under_way for one in still) else loop.quit())
        work.stop()
    if still:
        loop.exec()
