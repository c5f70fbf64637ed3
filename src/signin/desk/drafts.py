"""Pages that were left with something typed and not saved: kept behind the window, and shown again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeGuard

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.main_window import MainWindow
from signin.desk.start.page import Page
from signin.domain.verdict import Tone
from signin.words import say


class Drafts:
    """Knows which page stands at which place of the program; one page is shown at a time."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._shown: tuple[Hashable, QWidget] | None = None
        self._kept: dict[Hashable, Page] = {}

    def again(self, place: Hashable) -> bool:
        """Show what was left unsaved at a place; tell whether there was anything."""
        if self._shown is not None and self._shown[0] == place and _is_draft(self._shown[1]):
            self._window.show_screen(self._shown[1])
            return True
        page = self._kept.pop(place, None)
        if page is None:
            return False
        self.show(page, place)
        if page.unsaved():
            page.notice.tell(say("What was typed here before is not saved yet."), Tone.LOOK)
        return True

    def show(self, page: QWidget, place: Hashable) -> None:
        """Show a page at its place; the one before goes, unless something on it would be lost."""
        before, self._shown = self._shown, (place, page)
        self._window.show_screen(page)
        self._leave(before)

    def leave(self) -> None:
        """Let go of the page, for the door is shown."""
        before, self._shown = self._shown, None
        self._leave(before)

    def unsaved(self) -> list[Page]:
        """Give the pages with something on them that is not saved, the one that is shown among them."""
        shown = [self._shown[1]] if self._shown is not None else []
        return [page for page in (*self._kept.values(), *shown) if _is_there(page) and page.unsaved()]

    def _leave(self, before: tuple[Hashable, QWidget] | None) -> None:
        if before is None:
            return
        place, page = before
        if _is_draft(page):
            if (older := self._kept.get(place)) is not None:
                self._window.drop_screen(older)
            self._kept[place] = page
        else:
            self._window.drop_screen(page)


def _is_there(page: QWidget) -> TypeGuard[Page]:
    return isinstance(page, Page) and isValid(page)


def _is_draft(page: QWidget) -> TypeGuard[Page]:
    return _is_there(page) and page.draft()
