"""Which action of the reception screen opens what: one place where keys, words and panels meet."""

from __future__ import annotations

from collections.abc import Callable

from signin.desk.look.panel import Panel
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception import face
from signin.desk.reception.actions import Action
from signin.desk.reception.camera_panel import CameraPanel
from signin.desk.reception.correct_panel import CorrectPanel
from signin.desk.reception.delegation_panel import DelegationPanel
from signin.desk.reception.help_panel import HelpPanel
from signin.desk.reception.lost_badge_panel import LostBadgePanel
from signin.desk.reception.missing_panel import MissingPanel
from signin.desk.reception.paper_panel import PaperPanel
from signin.desk.reception.screen import ReceptionScreen
from signin.desk.reception.session_panel import SessionPanel
from signin.desk.reception.substitute_panel import SubstitutePanel
from signin.desk.reception.walk_in_panel import WalkInPanel
from signin.domain.attendee import Attendee
from signin.words import mark, say


class Wiring:
    """Gives a reception screen its actions."""

    def __init__(self, screen: ReceptionScreen, badges: BadgePrinter) -> None:
        self._screen, self._badges = screen, badges
        self.actions = (
            Action(say("Walk-in"), "walk-in", "F2", self._walk_in, shown=True),
            Action(say("Substitute"), "substitute", "F3", self._with_person(SubstitutePanel), shown=True),
            Action(say("Correct"), "correct", "F4", self._with_person(CorrectPanel), shown=True),
            Action(say("Lost badge"), "badge", "F9", self._with_person(LostBadgePanel), shown=True),
            Action(say("Who is missing"), "missing", "F5", self._plain(MissingPanel)),
            Action(say("Change session"), "session", "F6", self._plain(SessionPanel)),
            Action(say("Arriving or leaving"), "leave", "F7", screen.reception.place.turn),
            Action(say("Let in all the same"), "attention", "F8", screen.reception.force),
            Action(say("A delegation has arrived"), "delegation", "F10", self._plain(DelegationPanel)),
            Action(say("Numbers from a paper list"), "paper", "F11", self._plain(PaperPanel)),
            Action(say("Camera or picture"), "camera", "F12", self._plain(CameraPanel)),
            Action(say("Undo the last scan"), "undo", "Ctrl+Z", screen.reception.undo),
            Action(say("Redo"), "redo", "Ctrl+Y", screen.reception.redo),
            Action(say("All actions"), "help", "F1", self._help, shown=True),
        )
        screen.set_actions(self.actions)
        screen.session_bar.change_asked.connect(self._plain(SessionPanel))
        screen.counts.asked.connect(self._plain(MissingPanel))

    def _walk_in(self) -> None:
        screen = self._screen
        typed = "" if screen.hits.isVisible() else screen.search.text()
        screen.open_panel(WalkInPanel(screen.voice, screen.look, screen.reception, self._badges, typed))

    def _help(self) -> None:
        screen = self._screen
        screen.open_panel(HelpPanel(screen.voice, screen.look, self.actions))

    def _plain(self, kind: Callable[..., Panel]) -> Callable[[], None]:
        """Open a panel that is about the whole session."""
        screen = self._screen
        return lambda: screen.open_panel(kind(screen.voice, screen.look, screen.reception))

    def _with_person(self, kind: Callable[..., Panel]) -> Callable[[], None]:
        """Open a panel about whoever is selected or stands at the desk."""

        def opened() -> None:
            screen = self._screen
            who: Attendee | None = screen.person
            if who is None:
                screen.verdict.show_face(face.told(say(mark("Find the person first, then press the key again."))))
                screen.search.setFocus()
                return
            screen.open_panel(kind(screen.voice, screen.look, screen.reception, self._badges, who))
            screen.search.clear()

        return opened
