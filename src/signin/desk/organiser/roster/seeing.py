"""The roster as it is seen: read, searched, narrowed, sorted, and kept right while others change it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.remembered import OfRoster
from signin.desk.organiser.roster.cells import offered
from signin.desk.organiser.roster.face import RosterFace
from signin.desk.work.lasting import Lasting
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.domain.verdict import Tone
from signin.exchange.provinces import PROVINCES
from signin.services.board import Seen
from signin.services.known import Known, known_texts
from signin.services.roster_rows import Roster, RosterNews, load_roster, roster_news
from signin.services.roster_table import Column, Order, RosterTable, Wanted
from signin.services.search import Index
from signin.words import Failure, say

_NEWS_MS = 1000


class SeeingPage(RosterFace):
    """Reads the roster when it is shown first, then each second what changed; nothing is written."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reader: StoreWorker,
        event_id: str,
        remembered: OfRoster,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, parent)
        self._reader, self._event_id, self.remembered = reader, event_id, remembered
        self.everybody = RosterTable()
        self.index: Index | None = None
        self._seen: Seen | None = None
        self._order = remembered.order or Order()
        self._known = Known()
        self._offered: object = None
        self._provinces: list[str] = []
        self._found: tuple[str, Collection[str]] | None = None
        self._reading = self._told_nobody = False
        self._lasting = Lasting()
        self.destroyed.connect(lambda: self._forget())  # noqa: PLW0108 - a page that goes is not told by its own
        self._news = QTimer(self, interval=_NEWS_MS)
        self._news.timeout.connect(self.read_news)
        self.table.offers = self._offers
        self.bar.changed.connect(self.refresh)
        self.bar.left.connect(self._to_table)
        self.bar.office_wanted.connect(self._want_office)
        self.table.typed.connect(self.bar.type)
        self.table.sorted_by.connect(self._sort)

    @property
    def is_ready(self) -> bool:
        """Whether everybody was read, and can be searched."""
        return self.index is not None

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is so now."""
        super().showEvent(event)
        self._news.start()
        if self._seen is None:
            self._load()
        else:
            self.read_news()
        self.table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while nobody sees it; remember who was shown, for the page that is made next."""
        super().hideEvent(event)
        self._news.stop()
        if self._seen is not None:
            self._remember()

    def _remember(self) -> None:
        person, kept = self.table.person, self.remembered
        kept.attendee_id = person.id if person is not None else ""
        kept.narrowed, kept.order = self.bar.narrowed, self._order

    def _load(self) -> None:
        """Read everybody, and what was typed of them before."""
        if self._reading:
            return
        self._reading = True
        event_id = self._event_id
        self._reader.do(
            lambda desk: load_roster(desk, event_id), self._loaded, self._not_read, looks=True, owner=self
        )
        self._reader.do(lambda desk: known_texts(desk, event_id), self._know, self._leave, looks=True, owner=self)

    def _loaded(self, roster: Roster) -> None:
        self._reading = False
        self._seen = roster.seen
        self.index = self._found = None
        self.everybody = roster.table
        people = list(roster.table.people)
        self._provinces = sorted({one.province for one in people} - {""})
        self._lasting.hold()
        self._offer()
        if self.remembered.narrowed is not None:
            self.bar.narrow(self.remembered.narrowed)
            self.remembered.narrowed = None
        self.refresh()
        self.table.go_to(self.remembered.attendee_id)
        self._reader.do(
            lambda _desk: Index.of(people),
            lambda index: self._indexed(index, people),
            self._not_read,
            looks=True,
            owner=self,
        )

    def _indexed(self, index: Index, people: Sequence[Attendee]) -> None:
        """Search from now on, also for those who were changed while the index was made."""
        for place, person in enumerate(self.everybody.people):
            if place >= len(people) or person is not people[place]:
                index.put(person)
        self.index = index
        self._lasting.hold()
        self.refresh()

    def _forget(self) -> None:
        """Let the people go with the page, before anybody looks for garbage."""
        self.everybody, self.index, self._found = RosterTable(), None, None
        self.table.people.forget()
        self._lasting.let_go()

    def _know(self, known: Known) -> None:
        self._known = known

    def _not_read(self, failure: Failure) -> None:
        self._reading = False
        self.complain(failure.message)

    def _leave(self, _failure: Failure) -> None:
        """Go on without: the next time will tell."""
        self._reading = False

    # What others do

    def read_news(self) -> None:
        """Read whom anybody changed or scanned since."""
        if self._reading or self._seen is None:
            return
        self._reading = True
        event_id, seen = self._event_id, self._seen
        self._reader.do(
            lambda desk: roster_news(desk, event_id, seen), self._take, self._leave, looks=True, owner=self
        )

    def _take(self, news: RosterNews | None) -> None:
        self._reading = False
        table = self.everybody
        if news is None or self._is_other_order(news):
            self._load()
            return
        self._seen = news.seen
        fresh = [one for one in news.people if self._differs(one, came=one.id in news.came)]
        for person in fresh:
            table.put(person, came=person.id in news.came)
        self.take_in(fresh)
        if news.people:
            self.heard_of({one.id for one in news.people})

    def heard_of(self, attendee_ids: Collection[str]) -> None:
        """Show what else is shown of people to whom something happened: nothing, unless a page says so."""

    def _differs(self, person: Attendee, *, came: bool) -> bool:
        table = self.everybody
        place = table.place_of(person.id)
        return place is None or table.people[place] != person or table.has_come(person.id) is not came

    def _is_other_order(self, news: RosterNews) -> bool:
        """Whether somebody is gone or has another number, or somebody new is not the last."""
        table = self.everybody
        if any(table.place_of(one) is not None for one in news.gone):
            return True
        last = table.people[-1].number if table.people else 0
        for person in news.people:
            place = table.place_of(person.id)
            if (person.number < last) if place is None else (table.people[place].number != person.number):
                return True
        return False

    def put(self, people: Sequence[Attendee]) -> None:
        """Show at once what was just done to people."""
        table = self.everybody
        for person in people:
            table.put(person)
        self.take_in(people)

    def take_in(self, people: Sequence[Attendee]) -> None:
        """Search and show people who are in the table already as they are now."""
        if not people:
            return
        if self.index is not None:
            for person in people:
                self.index.put(person)
        self._found = None
        self._offer()
        self.refresh()

    # Who is shown

    def refresh(self) -> None:
        """Show who is wanted now, in the order that is wanted."""
        table = self.everybody
        wanted = Wanted(
            found=self._search(),
            traits=self.bar.wanted_traits,
            organisation=self.bar.organisation,
            category=self.bar.category,
        )
        shown = table.shown(wanted, self._order)
        self.table.show_places(table, shown.places, self._order)
        self.bar.tell(len(shown.places), len(table), shown.women)
        self._tell_nobody(anybody=bool(shown.places))
        self.show_empty(empty=self._seen is not None and not len(table))

    def _search(self) -> Collection[str] | None:
        """Give whom the text means, None without a text or while there is no index yet."""
        text = self.bar.text
        if not text or self.index is None:
            return None
        if self._found is None or self._found[0] != text:
            self._found = (text, self.index.everybody(text))
        return self._found[1]

    def _tell_nobody(self, *, anybody: bool) -> None:
        """Say why the table is empty, and take that back once it is not."""
        if anybody or self._seen is None:
            if self._told_nobody:
                self.notice.tell(None)
            self._told_nobody = False
            return
        self._told_nobody = True
        if len(self.everybody):
            self.tell(say("Nobody fits. Esc in the search line shows everybody again."), Tone.LOOK)
        else:
            self.tell(say("Nobody is on the roster yet. Import it from Excel, or add people by hand."), Tone.LOOK)

    def _sort(self, order: Order) -> None:
        self._order = order
        self.refresh()

    def _want_office(self) -> None:
        person = self.table.person
        self.bar.want_office(person.organisation if person is not None else "")

    def _to_table(self) -> None:
        self.table.setFocus()

    # What is offered

    def _offer(self) -> None:
        now = (self.everybody.offices, tuple(self.everybody.categories))
        if now != self._offered:
            self._offered = now
            self.bar.offer(self.everybody.organisations, self.everybody.categories)

    def _offers(self, column: Column) -> list[str]:
        """Give what is known already of a column, while a cell of it is typed into."""
        if column is Column.ORGANISATION:
            return self.everybody.organisations
        if column is Column.POSITION:
            return list(self._known.positions)
        if column is Column.PROVINCE:
            return list(dict.fromkeys((*self._provinces, *PROVINCES)))
        return offered(self.voice, column)
