"""Which action of the reception screen opens what: one place where keys, words and panels meet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from signin.desk.look.panel import Panel
from signin.desk.reception import face
from signin.desk.reception.actions import Action
from signin.desk.reception.answers import VerbPanel
from signin.desk.reception.drafts import Drafts, Place
from signin.desk.reception.screen import ReceptionScreen
from signin.desk.reception.search_field import digits_in
from signin.domain.attendee import Attendee
from signin.services.register import Particulars
from signin.words import Message, say

if TYPE_CHECKING:
    from signin.desk.printing.badge_printer import BadgePrinter


class Wiring:
    """Gives a reception screen its actions; `badges` is asked for a printer when a panel wants one."""

    def __init__(self, screen: ReceptionScreen, badges: Callable[[], BadgePrinter]) -> None:
        self._screen, self._badges = screen, badges
        self._drafts = Drafts()
        self._place: Place | None = None
        self._titles: dict[Place, Message] = {}
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
        """Open a walk-in, with what was typed in the search for its name."""
        screen = self._screen
        typed = screen.search.text().strip()
        if screen.hits.isVisible() or digits_in(typed):
            typed = ""
        name = Particulars(name=typed) if typed else None
        self._open("WalkInPanel", screen.reception, self._badges(), typed=name)

    def _help(self) -> None:
        self._open("HelpPanel", self.actions)

    def _plain(self, kind: str) -> Callable[[], None]:
        """Open a panel that is about the whole session."""
        return lambda: self._open(kind, self._screen.reception)

    def _with_person(self, kind: str) -> Callable[[], None]:
        """Open a panel about whoever is selected or stands at the desk."""

        def opened() -> None:
            screen = self._screen
            who: Attendee | None = screen.person
            if who is None:
                screen.verdict.show_face(face.nothing(say("Find the person first, then press the key again.")))
                screen.search.setFocus()
                return
            self._open(kind, screen.reception, self._badges(), who, about=who)
            screen.search.clear()

        return opened

    def _open(
        self, kind: str, *given: object, about: Attendee | None = None, typed: Particulars | None = None
    ) -> None:
        """Open a panel with what was typed in the search, or else with what was left unfinished in it.

        To one that stands open only the focus goes back.
        """
        screen, place = self._screen, (kind, about.id if about else "")
        if screen.panel is not None and place == self._place:
            screen.panel.start()
            return
        panel, self._place = _kind(kind)(screen.voice, screen.look, *given), place
        if not isinstance(panel, VerbPanel):
            screen.open_panel(panel, about)
            return
        draft = self._fill(panel, place, typed)
        panel.keep = partial(self._drafts.keep, place)
        self._titles[place] = panel.about_what
        screen.open_panel(panel, about)
        if draft is not None:
            panel.offer_anew(partial(self._open_anew, kind, *given, about=about))

    def _fill(self, panel: VerbPanel, place: Place, typed: Particulars | None) -> object | None:
        """Write down what is known already; give what was left unfinished, if it is that."""
        if typed is not None:
            panel.resume(typed)
            self._screen.search.clear()  # it is in the panel now, and would be offered once more
            return None
        if (draft := self._drafts.take(place)) is not None:
            panel.resume(draft)
        return draft

    def unfinished(self) -> list[Message]:
        """Give the titles of the panels in which something is typed that is not done, open or left."""
        panel, places = self._screen.panel, self._drafts.places
        if isinstance(panel, VerbPanel) and not panel.is_under_way and panel.draft() is not None and self._place:
            places.append(self._place)
        return [self._titles[place] for place in places]

    def _open_anew(self, kind: str, *given: object, about: Attendee | None) -> None:
        """Open a panel of the same kind with nothing in it; what was left unfinished is dropped."""
        if isinstance(panel := self._screen.panel, VerbPanel):
            panel.keep = None
        self._screen.close_panel()
        self._open(kind, *given, about=about)


def _kind(name: str) -> Callable[..., Panel]:
    """Give a kind of panel; the first time, all of them are loaded, if they are not yet."""
    from signin.desk.reception import panels

    kind: Callable[..., Panel] = getattr(panels, name)
    return kind
