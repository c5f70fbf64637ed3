"""What is to be printed, and for whom: chosen at the left of the pages."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QItemSelectionModel, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.paper_words import ORDERED, paper_name
from signin.desk.reception.session_words import session_title
from signin.domain.attendee import Attendee
from signin.domain.event import Session
from signin.domain.print_run import Paper
from signin.exchange.settings_file import Page as Size
from signin.services.paper_orders import Choices, Order
from signin.words import Message, say

Whom = Literal["everyone", "unprinted", "organisation", "one"]
SIZES: tuple[Size, ...] = ((86.0, 54.0), (100.0, 70.0))
"""Labels offered besides the desk's own: a bank card (ISO/IEC 7810 ID-1, rounded), and a common one."""
_SESSIONS_SHOWN = 4


class SessionList(QListView):
    """The whole event, then its sessions. Emits `chosen` when another one is."""

    chosen = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._lines = voice, QStringListModel(self)
        self._sessions: tuple[Session, ...] = ()
        self.setModel(self._lines)
        self.setItemDelegate(LaoDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        voice.tell(self, self.setAccessibleName, say("For the whole event or a session"))
        voice.changed.connect(self._say)
        look.changed.connect(self.updateGeometry)
        self.show_sessions(())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Show sessions; the one that was chosen stays so while it is there."""
        before, self._sessions = self.session_key, sessions
        self._say()
        self.choose(before)

    @property
    def session_key(self) -> str | None:
        """The key of the session chosen, None for the whole event."""
        row = self.currentIndex().row()
        return self._sessions[row - 1].key if 0 < row <= len(self._sessions) else None

    def choose(self, key: str | None) -> None:
        """Choose a session silently."""
        keys = [None, *(session.key for session in self._sessions)]
        index = self._lines.index(keys.index(key) if key in keys else 0)
        blocked = self.selectionModel().blockSignals(True)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def _say(self) -> None:
        row = self.currentIndex().row()
        titles = [session_title(session, self._voice.language) for session in self._sessions]
        blocked = self.selectionModel().blockSignals(True)
        self._lines.setStringList([self._voice.text(one) for one in (say("The whole event"), *titles)])
        self.setCurrentIndex(self._lines.index(max(row, 0)))
        self.selectionModel().blockSignals(blocked)

    def sizeHint(self) -> QSize:
        """Ask for a few rows."""
        return QSize(200, _SESSIONS_SHOWN * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Ask for a row, and half of the next, so that there is seen to be more."""
        return QSize(100, 3 * max(self.sizeHintForRow(0), 1) // 2 + 2 * self.frameWidth())


class OrderCard(Card):
    """Emits `changed` when something else is chosen; `order` gives it, or None while a name is not known."""

    changed = Signal()

    def __init__(self, voice: Voice, look: Look, label: Size | None = None, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, None, parent)
        self._choices = Choices()
        self._people: dict[str, Attendee] = {}
        papers = [(paper, paper_name(paper)) for paper in ORDERED]
        self.paper: Choice[Paper] = Choice(voice, look, say("Paper"), papers, value=Paper.BADGES)
        self.sessions = SessionList(voice, look)
        whom: list[tuple[Whom, Message]] = [
            ("everyone", say("Everybody")),
            ("unprinted", say("Who has none yet")),
            ("organisation", say("An organisation")),
            ("one", say("One person")),
        ]
        self.whom: Choice[Whom] = Choice(voice, look, say("For whom"), whom, value="everyone")
        self._came: bool | None = None
        self.listed = self._lists(voice, look)
        self.offices: Choice[bool] = Choice(
            voice,
            look,
            say("From which organisation"),
            [(False, say("All of them")), (True, say("One"))],
            value=False,
        )
        self.organisation = Field(voice, look, say("Organisation"))
        self.person = Field(voice, look, say("Number or name"))
        self.sheet = self._sheets(voice, look, label)
        self._arrange(voice)
        self.paper.chosen.connect(self._follow)
        self.whom.chosen.connect(self._follow)
        self.listed.chosen.connect(self._list)
        self.offices.chosen.connect(self._follow)
        self.sessions.chosen.connect(self._show_parts)
        for signal in (self.sheet.chosen, self.sessions.chosen, self.organisation.changed, self.person.changed):
            signal.connect(lambda *_: self.changed.emit())
        self._show_parts()

    def _sheets(self, voice: Voice, look: Look, label: Size | None) -> Choice[Size | None]:
        sizes = dict.fromkeys([*SIZES, *([label] if label else [])])
        told = [(size, say("{size}", size=f"{size[0]:g}×{size[1]:g}")) for size in sizes]
        return Choice(voice, look, say("Sheet, or label in millimetres"), [(None, say("A4")), *told], value=label)

    def _lists(self, voice: Voice, look: Look) -> Choice[bool]:
        told = [(True, say("Who came")), (False, say("Everybody on the roster"))]
        return Choice(voice, look, say("Who is on the list"), told, value=True)

    def _offices(self, voice: Voice, look: Look) -> Choice[bool]:
        told = [(False, say("All of them")), (True, say("One"))]
        return Choice(voice, look, say("From which organisation"), told, value=False)

    def _arrange(self, voice: Voice) -> None:
        heading = LaoLabel()
        dress(heading, ink="quiet", type="small")
        voice.tell(heading, heading.setText, say("For the whole event or a session"))
        heading.setBuddy(self.sessions)
        self.body.addWidget(self.paper)
        self.body.addWidget(self.sheet)
        self.body.addWidget(heading)
        self.body.addWidget(self.sessions, 1)
        for widget in (self.whom, self.listed, self.offices, self.organisation, self.person):
            self.body.addWidget(widget)

    def offer(self, choices: Choices) -> None:
        """Offer what there is to choose from; what was chosen stays."""
        self._choices = choices
        self._people = {person_line(person): person for person in choices.people}
        self.sessions.show_sessions(choices.sessions)
        self.organisation.set_completions(choices.organisations)
        self.person.set_completions(self._people)
        self._show_parts()

    def choose(self, order: Order) -> None:
        """Show another order: its paper, its session and who came or not; of all organisations, everybody."""
        self.paper.set_value(order.paper)
        self.sessions.choose(order.session_key)
        self.whom.set_value("everyone")
        self.offices.set_value(value=False)
        self._came = order.came
        self._show_parts()

    def order(self, event_id: str) -> Order | None:
        """Give what is ordered; None while an organisation or a person is still to be named."""
        paper, whom = self.paper.value or Paper.BADGES, self._whom
        person = self._person() if whom == "one" else None
        organisation = self._organisation() if whom == "organisation" else ""
        if organisation is None or (whom == "one" and person is None):
            return None
        return Order(
            event_id=event_id,
            paper=paper,
            session_key=self.sessions.session_key,
            organisation=organisation,
            only=(person.id,) if person else None,
            unprinted=whom == "unprinted",
            size=self.sheet.value if paper is Paper.BADGES else None,
            came=self._came if paper is Paper.PARTICIPANTS else None,
        )

    @property
    def _whom(self) -> Whom:
        """For whom: a list is nobody's own, and can only be of one organisation."""
        if (self.paper.value or Paper.BADGES).personal:
            return self.whom.value or "everyone"
        return "organisation" if self.offices.value else "everyone"

    def complain(self) -> None:
        """Say under the field that nobody is called so, once something was typed."""
        if self._whom == "one" and self.person.text() and self._person() is None:
            self.person.complain(say("Nobody on the list is “{name}”.", name=self.person.text()))
        if self._whom == "organisation" and self.organisation.text() and self._organisation() is None:
            told = say("Nobody on the list is from “{name}”.", name=self.organisation.text())
            self.organisation.complain(told)

    def _person(self) -> Attendee | None:
        typed = self.person.text()
        if typed in self._people:
            return self._people[typed]
        number = next((one for one in self._choices.people if str(one.number) == typed), None)
        named = [one for one in self._choices.people if typed and typed in (one.name, one.full_name)]
        return number or (named[0] if len(named) == 1 else None)

    def _organisation(self) -> str | None:
        typed = self.organisation.text()
        return typed if typed in self._choices.organisations else None

    def _list(self, came: object) -> None:
        self._came = bool(came)
        self._follow()

    def _follow(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        """Show what the paper can be chosen by, and who a list is of as long as nobody says."""
        paper = self.paper.value or Paper.BADGES
        shown: dict[QWidget, bool] = {
            self.sheet: paper is Paper.BADGES,
            self.whom: paper.personal,
            self.offices: not paper.personal,
            self.listed: paper is Paper.PARTICIPANTS,
            self.organisation: self._whom == "organisation",
            self.person: self._whom == "one",
        }
        # What goes, goes first: all at once they would make the window higher.
        for widget, visible in sorted(shown.items(), key=lambda one: one[1]):
            widget.setVisible(visible)
        usual = self.sessions.session_key is not None or self._choices.anybody_came
        self.listed.set_value(usual if self._came is None else self._came)


def person_line(person: Attendee) -> str:
    """Write a person as the list under the field has them."""
    return f"{person.number} · {person.full_name}"
