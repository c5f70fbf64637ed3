"""What the panels are given: a printer that remembers, in the place of the real one."""

from __future__ import annotations

import pytest


@pytest.fixture
def printed(monkeypatch):
    """Who got a badge, and the real printing left out."""
    from signin.desk.printing.badge_printer import BadgePrinter
    from signin.words import say

    people = []

    def print_for(_printer, person, then, _otherwise):
        people.append(person)
        then(say("Badge of {name} printed", name=person.full_name))

    monkeypatch.setattr(BadgePrinter, "print_for", print_for)
    return people
