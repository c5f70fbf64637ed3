import pytest

from signin.desk.work.piles import Piles
from signin.services.failures import ChangedSince
from signin.store.failures import StoreBusy


@pytest.fixture
def piles():
    made = Piles()
    for one in "abc":
        made.did(one)
    return made


def undone(piles, *, again=False):
    taken = piles.take(again=again)
    taken.came_about(taken.one.swapcase())
    return taken.one


def test_the_last_is_undone_first_and_done_again_last(piles):
    assert [undone(piles) for _ in range(3)] == ["c", "b", "a"]
    assert (piles.can_undo, piles.can_redo) == (False, True)
    assert [undone(piles, again=True) for _ in range(3)] == ["A", "B", "C"]
    assert [undone(piles) for _ in range(3)] == ["c", "b", "a"]


def test_what_is_done_new_leaves_nothing_to_be_done_again(piles):
    undone(piles)
    piles.did("d")
    assert not piles.can_redo
    assert piles.take(again=True) is None


def test_while_the_store_is_busy_all_is_kept_in_its_order(piles):
    both = [piles.take(), piles.take()]
    for taken in both:
        taken.was_refused(StoreBusy())
    assert [undone(piles) for _ in range(3)] == ["c", "b", "a"]


def test_what_somebody_else_changed_is_forgotten_and_what_was_before_is_not(piles):
    piles.take().was_refused(ChangedSince(name="x"))
    assert undone(piles) == "b"


def test_what_was_not_done_after_all_is_dropped(piles):
    piles.lay("d")
    piles.drop("d")
    assert undone(piles) == "c"


def test_of_very_many_the_first_are_forgotten():
    piles = Piles()
    for nth in range(250):
        piles.did(str(nth))
    assert [undone(piles) for _ in range(200)][-1] == "50"
    assert not piles.can_undo
