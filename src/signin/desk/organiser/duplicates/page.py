"""People who may be on the roster twice: looked at side by side, merged or told apart, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.duplicates import duplicate_words as words
from signin.desk.organiser.duplicates.face import APART, ASK, DONE, DuplicatesFace
from signin.desk.organiser.duplicates.side_rows import (
    STAYS,
    heads,
    heads_to_see,
    rows_of_merge,
    rows_to_choose,
    rows_to_see,
)
from signin.desk.organiser.remembered import Deed
from signin.desk.work.piles import Piles
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.domain.verdict import Tone
from signin.services import duplicates, merging
from signin.services.comparing import Comparison, compare
from signin.services.desk import Desk
from signin.services.duplicates import Apart, Found
from signin.services.merge_failures import MergedAlready, NotMerged, PeopleChanged
from signin.services.merging import Done
from signin.words import Failure, Message, say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lists:
    """All three lists, as they were read at one time."""

    found: Found
    done: tuple[Done, ...]
    apart: tuple[Apart, ...]


class DuplicatesPage(DuplicatesFace):
    """Emits `changed` once people were merged or parted, `back` for the way back."""

    changed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        piles: Piles[Deed] | None = None,
    ) -> None:
        super().__init__(voice, look, parent)
        self._writer, self._reader, self._event_id, self._clock = writer, reader, event_id, clock
        self.lists: Lists | None = None
        self._laid: Comparison | None = None
        self._chosen_of: tuple[Attendee, Attendee] | None = None
        self._stays = 0
        self._picked: dict[str, int] = {}
        self._piles: Piles[Deed] = piles or Piles()
        self._asked = 0
        self.which.chosen.connect(lambda _: self._show_list())
        self.list.moved.connect(self._look_at)
        self.sides.chosen.connect(self._pick)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._tell_apart)
        self.undo.clicked.connect(self._take_back)
        self.redo.clicked.connect(lambda: self._move(say("Done again."), again=True))
        voice.changed.connect(self._show_list)
        self._say_nothing(say("Looking for people who may be the same …"))
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what is so now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look through the roster; who is looked at meanwhile stays on the screen."""
        event_id = self._event_id
        self._read(lambda desk: _lists(desk, event_id), self._show_lists)

    # Reading

    def _read(self, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        self._reader.do(verb, then, self._refuse, looks=True, owner=self)

    def _show_lists(self, lists: Lists) -> None:
        self.lists = lists
        self._show_list()

    def _show_list(self) -> None:
        if (lists := self.lists) is None:
            return
        language = self.voice.language
        match self.which.value:
            case "done":
                self.tell_count(say("Merges: {count}", count=len(lists.done)))
                self.list.show_items(lists.done, partial(words.done_line, language=language))
            case "apart":
                self.tell_count(say("Pairs who are two people: {count}", count=len(lists.apart)))
                self.list.show_items(lists.apart, partial(words.apart_line, language=language))
            case _:
                self.tell_count(words.how_many(lists.found))
                self.list.show_items(lists.found.pairs, words.pair_line)
        self._look_at()

    def _look_at(self) -> None:
        """Read the two people of the line chosen; an answer for another line is dropped."""
        self._asked += 1
        self._laid = None
        item, asked = self.list.current, self._asked
        if item is None:
            self._say_nothing(words.NOBODY[self.which.value or ASK])
        elif self.which.value == DONE:
            self._show_merge(item)
        else:
            ids = item.first.id, item.second.id
            self._read(
                lambda desk: compare(desk, self._event_id, *ids),
                lambda laid: self._lay(laid) if asked == self._asked else None,
            )
        self._follow()

    def _say_nothing(self, message: Message) -> None:
        self.show_sides(None, message)

    def _lay(self, laid: Comparison) -> None:
        """Lay two people side by side, with what is proposed, or chosen before of just these two."""
        if self._chosen_of != laid.people:
            self._chosen_of, self._stays, self._picked = laid.people, laid.stays, {}
        self._laid = laid
        self._show_sides()
        self._follow()

    def _show_sides(self) -> None:
        if self._laid is None:
            return
        laid, language = self._laid, self.voice.language
        if self.which.value == ASK:
            self.show_sides(words.CHOOSE, None)
            rows = rows_to_choose(laid, self._stays, self._picked, language)
            self.sides.show_rows(heads(laid, self._stays), rows)
        else:
            self.show_sides(words.TWO, None)
            first, second = laid.people
            self.sides.show_rows(heads_to_see(first.number, second.number), rows_to_see(laid, language))

    def _show_merge(self, done: Done) -> None:
        self.show_sides(words.of_merge(done), None)
        self.sides.show_rows(heads_to_see(done.kept.number, done.other.number), rows_of_merge(done))

    # Choosing

    def _pick(self, key: str, side: int) -> None:
        if key == STAYS:
            self._stays = side
        else:
            self._picked[key] = side
        self._show_sides()

    def _follow(self) -> None:
        """Let the buttons be those that can be pressed now."""
        which, item = self.which.value, self.list.current
        asks = which == ASK
        for button in (self.merge, self.apart, self.redo):
            button.setVisible(asks)
        for button in (self.merge, self.apart):
            button.setEnabled(asks and self._laid is not None)
        self.redo.setEnabled(asks and self._piles.can_redo)
        can = self._piles.can_undo if asks else item is not None and (which == APART or item.last)
        self.undo.setEnabled(can)

    # Doing

    def _write(
        self, verb: Callable[[Desk], T], then: Callable[[T], None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Write; both answers come also when the page has gone, for what can be undone is remembered."""
        self.complain(None)
        for button in (self.merge, self.apart, self.undo, self.redo):
            button.setEnabled(False)
        self._writer.do(verb, then, otherwise)

    def _do(self, deed: Deed, told: Callable[[Any], Message]) -> None:
        def done(found: object) -> None:
            self._piles.did(deed)
            self._done(told(found))

        self._write(deed.again, done, self._refuse)

    def _merge(self) -> None:
        if (laid := self._laid) is None:
            return
        event_id, people, kept = self._event_id, laid.people, laid.people[self._stays]
        other = people[1 - self._stays]
        facts = laid.facts(self._stays)
        choices = {fact.field: people[self._picked.get(fact.field, fact.proposed)].id for fact in facts}
        clock = self._clock
        deed = Deed(
            lambda desk: merging.merge(desk, event_id, kept.id, other.id, clock(), choices=choices, seen=people),
            lambda desk: merging.separate(desk, other.id, clock()),
        )
        self._do(deed, lambda done: _merged(done.attendee))

    def _tell_apart(self) -> None:
        if (laid := self._laid) is None:
            return
        (first, second), clock, event_id = laid.people, self._clock, self._event_id
        deed = Deed(
            lambda desk: duplicates.tell_apart(desk, event_id, first.id, second.id, clock()),
            lambda desk: duplicates.ask_again(desk, event_id, first.id, second.id, clock()),
        )
        self._do(deed, lambda _: _told_apart(first, second))

    def _take_back(self) -> None:
        """Take back what was done last here, or the line chosen of what was done before."""
        told = say("Taken back: they are two to look at again.")
        if self.which.value == ASK:
            self._move(told, again=False)
        elif (verb := self._to_take_back()) is not None:
            self._write(verb, lambda _: self._done(told), self._refuse)

    def _move(self, told: Message, *, again: bool) -> None:
        taken = self._piles.take(again=again)
        if taken is None:
            return

        def done(_: object) -> None:
            taken.came_about(taken.one.inverse)
            self._done(told)

        def refused(failure: Failure) -> None:
            taken.was_refused(failure)
            self._refuse(failure)

        self._write(taken.one.back, done, refused)

    def _to_take_back(self) -> Callable[[Desk], Any] | None:
        item, event_id = self.list.current, self._event_id
        if item is None:
            return None
        if self.which.value == DONE:
            return lambda desk: merging.separate(desk, item.merge.attendee_id, self._clock())
        return lambda desk: duplicates.ask_again(desk, event_id, item.first.id, item.second.id, self._clock())

    def _done(self, told: Message) -> None:
        if isValid(self):
            self.notice.tell(told, Tone.GO)
            self.refresh()
            self.changed.emit()

    def _refuse(self, failure: Failure) -> None:
        """Say what was not done; where another desk was quicker, show what is so now."""
        if not isValid(self):
            self._writer.failed.emit(failure)
            return
        self.notice.tell(failure.message, Tone.STOP)
        self._follow()
        if isinstance(failure, MergedAlready | PeopleChanged | NotMerged):
            self.refresh()


def _merged(kept: Attendee) -> Message:
    return say(
        "Merged: {name} stays as No. {number}. Both badges let in.", name=kept.full_name, number=kept.number
    )


def _told_apart(first: Attendee, second: Attendee) -> Message:
    return say(
        "No. {first} and No. {second} are two people; nobody is asked again.",
        first=first.number,
        second=second.number,
    )


def _lists(desk: Desk, event_id: str) -> Lists:
    return Lists(
        duplicates.likely_pairs(desk, event_id),
        merging.merges_done(desk, event_id),
        duplicates.told_apart(desk, event_id),
    )
