"""Answers that may come after whoever asked has gone: a panel that was closed, a page that was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.work.store_worker import StoreWorker
from signin.services.desk import Desk
from signin.words import Failure

T = TypeVar("T")


def still_there(widget: QWidget, then: Callable[[T], None]) -> Callable[[T], None]:
    """Give what to do with an answer: nothing when nobody waits for it any more."""

    def answered(answer: T) -> None:
        if isValid(widget):
            then(answer)

    return answered


def ask_for(
    widget: QWidget,
    worker: StoreWorker,
    verb: Callable[[Desk], T],
    then: Callable[[T], None],
    otherwise: Callable[[Failure], None],
    *,
    looks: bool = False,
) -> None:
    """Let a worker do something for a widget; one that has gone meanwhile is not answered (see StoreWorker)."""
    worker.do(verb, then, otherwise, looks=looks, owner=widget)
