"""The print log: what is noted of each paper before, while and after it goes to a printer or a file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from signin.domain import ids
from signin.domain.print_run import Place, PrintRun
from signin.domain.record import Verb
from signin.services import records
from signin.services.desk import Desk
from signin.services.failures import RunNotFound
from signin.services.paper_orders import Gathered
from signin.store import Transaction, merges, print_log


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a paper goes: a printer by its name, or a file; who sends it; how many of each page; which pages.

    `continues` is the id of a run that stopped and of which this is the rest.
    """

    name: str
    pages: range
    to_file: bool = False
    who: str = ""
    copies: int = 1
    continues: str | None = None


def begin(desk: Desk, paper: Gathered, target: Target, now: datetime) -> PrintRun:
    """Note that a paper is on its way; nothing of it has come out yet."""
    order = paper.order
    wanted = [place for place in paper.places if place.page in target.pages]
    with desk.store.write() as tx:
        run = PrintRun(
            id=ids.new(now, desk.random),
            event_id=order.event_id,
            desk=desk.name,
            who=target.who,
            at=now,
            paper=paper.paper,
            session_key=order.session_key,
            target=target.name,
            to_file=target.to_file,
            copies=target.copies,
            first=target.pages.start,
            last=target.pages.stop - 1,
            people=len(wanted) if order.paper.personal else len(paper.people),
            again=_is_again(tx, paper, target, wanted),
            continues=target.continues,
        )
        print_log.add(tx, run, wanted)
    return run


def _is_again(tx: Transaction, paper: Gathered, target: Target, wanted: list[Place]) -> bool:
    """Whether any of these people had theirs before; whether a list of the same session came out, even in part.

    The rest of what stopped is nothing that was there before.
    """
    if paper.order.paper.personal:
        return any(place.copy for place in wanted)
    if target.continues is not None:
        return False
    same = (paper.paper, paper.order.session_key)
    runs = print_log.of_event(tx, paper.order.event_id)
    return any(run.out and not run.denied and (run.paper, run.session_key) == same for run in runs)


def came_out(desk: Desk, run_id: str, pages: Collection[int], now: datetime) -> None:
    """Note that pages of a run came out; what was noted already is not noted twice."""
    with desk.store.write() as tx:
        print_log.add_pages(tx, run_id, pages, now)


def deny(desk: Desk, run_id: str, now: datetime, *, denied: bool = True) -> PrintRun:
    """Note that a run did not come out, whatever was noted before; or that it did after all. Raises RunNotFound.

    Of a file it says that it was only looked at. Said twice it is noted once.
    """
    with desk.store.write() as tx:
        run = _run(tx, run_id)
        if run.denied != denied:
            verb = Verb.NOT_OUT if denied else Verb.OUT_AFTER_ALL
            told = {"paper": run.paper.value, "people": str(run.people), "target": run.target}
            records.note_paper(desk, tx, verb, run, {name: (value, "") for name, value in told.items()}, now)
        return _run(tx, run_id)


def history(desk: Desk, event_id: str) -> list[PrintRun]:
    """Give the runs of an event, the latest first."""
    with desk.store.read() as tx:
        return print_log.of_event(tx, event_id)


def one(desk: Desk, run_id: str) -> PrintRun:
    """Give a run as it stands now. Raises RunNotFound."""
    with desk.store.read() as tx:
        return _run(tx, run_id)


def left_over(desk: Desk, run_id: str) -> tuple[str, ...]:
    """Give the ids of those whose papers of a run did not come out, as who they are now. Raises RunNotFound."""
    with desk.store.read() as tx:
        run = _run(tx, run_id)
        left = (place.attendee_id for place in print_log.places(tx, run_id) if place.page not in run.out)
        return tuple(dict.fromkeys(merges.kept(tx, one) for one in left))


def _run(tx: Transaction, run_id: str) -> PrintRun:
    if (found := print_log.get(tx, run_id)) is None:
        raise RunNotFound(run=run_id)
    return found
