"""Which action of the reception screen opens what: one place where keys, words and panels meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from signin.desk.look.panel import Panel
from signin.desk.reception import face
from signin.desk.reception.actions import Action
from signin.desk.reception.screen import ReceptionScreen
from signin.desk.reception.search_field import number_in
from signin.domain.attendee import Attendee
from signin.services.register import Particulars
from signin.words import say

if TYPE_CHECKING:
    from signin.desk.printing.badge_printer import BadgePrinter


class Wiring:
    """Gives a reception screen its actions; `badges` is asked for a printer when a panel wants one."""

    def __init__(self, screen: ReceptionScreen, badges: Callable[[], BadgePrinter]) -> None:
        self._screen, self._badges = screen, badges
        self._walk_in_panel: Panel | None = None
        self._draft: Particulars | None = None
        self.actions = (
            Action(say("Walk-in"), "walk-in", "F2", self._walk_in, shown=True),
            Action(say("Substitute"), "substitute", "F3", self._with_person("SubstitutePanel"), shown=True),
            Action(say("Correct"), "correct", "F4", self._with_person("CorrectPanel"), shown=True),
            Action(say("Lost badge"), "badge", "F9", self._with_person("LostBadgePanel"), shown=True),
            Action(say("Who is missing"), "missing", "F5", self._plain("MissingPanel")),
            Action(say("Change session"), "session", "F6", self._plain("SessionPanel")),
            Action(say("Arriving or leaving"), "leave", "F7", screen.reception.place.turn),
            Action(say("Let in all the same"), "attention", "F8", screen.reception.force),
            Action(say("A delegation has arrived"), "delegation", "F10", self._plain("DelegationPanel")),
            Action(say("Numbers from a paper list"), "paper", "F11", self._plain("PaperPanel")),
            Action(say("Camera or picture"), "camera", "F12", self._plain("CameraPanel")),
            Action(say("Undo the last scan"), "undo", "Ctrl+Z", screen.reception.taking_back.undo),
            Action(say("Redo"), "redo", "Ctrl+Y", screen.reception.taking_back.redo),
            Action(say("All actions"), "help", "F1", self._help, shown=True),
        )
        screen.set_actions(self.actions)
        screen.session_bar.change_asked.connect(self._plain("SessionPanel"))
        screen.counts.asked.connect(self._plain("MissingPanel"))

    def _walk_in(self) -> None:
        """Open a walk-in, with what was typed in the search, or with what was left unfinished the last time."""
        screen = self._screen
        if screen.panel is not None and screen.panel is self._walk_in_panel:
            screen.panel.start()  # what was typed there stays
            return
        typed = screen.search.text()
        if screen.hits.isVisible() or number_in(typed) is not None:
            typed = ""
        panel: Any = _kind("WalkInPanel")(screen.voice, screen.look, screen.reception, self._badges(), typed)
        if self._draft is not None and not typed:
            panel.resume(self._draft)
        self._walk_in_panel = panel
        panel.left.connect(self._keep_draft)
        screen.open_panel(panel)

    def _keep_draft(self, draft: Particulars | None) -> None:
        """Keep what was typed when a walk-in is closed without being added."""
        self._draft = draft

    def _help(self) -> None:
        screen = self._screen
        screen.open_panel(_kind("HelpPanel")(screen.voice, screen.look, self.actions))

    def _plain(self, kind: str) -> Callable[[], None]:
        """Open a panel that is about the whole session."""
        screen = self._screen
        return lambda: screen.open_panel(_kind(kind)(screen.voice, screen.look, screen.reception))

    def _with_person(self, kind: str) -> Callable[[], None]:
        """Open a panel about whoever is selected or stands at the desk."""

        def opened() -> None:
            screen = self._screen
            who: Attendee | None = screen.person
            if who is None:
                screen.verdict.show_face(face.nothing(say("Find the person first, then press the key again.")))
                screen.search.setFocus()
                return
            screen.open_panel(_kind(kind)(screen.voice, screen.look, screen.reception, self._badges(), who), who)
            screen.search.clear()

        return opened


def _kind(name: str) -> Callable[..., Panel]:
    """Give a kind of panel; the first time, all of them are loaded, if they are not yet."""
    from signin.desk.reception import panels

    kind: Callable[..., Panel] = getattr(panels, name)
    return kind
