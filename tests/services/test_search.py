"""The search in order, and kept right while people are added, changed and taken out, here and elsewhere."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest

from conftest import make_attendee
from signin.domain.attendee import State
from signin.services import register, search
from signin.services.admit import Door
from signin.services.merging import merge
from signin.services.register import Particulars
from signin.services.search import Changes, Index, Rank, Search
from signin.store import Store, attendees, changes, events

MORNING = datetime(2024, 6, 12, 8, 24)


def people(*names, **facts):
    return [make_attendee(number, name=name, **facts) for number, name in enumerate(names, start=1)]


def walk_in(desk, name):
    door = Door(event_id="e1", session_key="day1-am", now=MORNING)
    registered, _ = register.walk_in(desk, Particulars(name=name), door)
    return registered.attendee


def numbers(hits):
    return [hit.attendee.number for hit in hits]


def test_exact_hits_come_first_then_beginnings_then_tone_blind_ones_then_inside():
    index = Index.of(people("ສີໄມ", "ໄມ້ທອງ", "ໄມທອງ", "ໄມ້", "ໄມ", "ໃໝ່"))
    assert [(hit.attendee.number, hit.rank) for hit in index.find("ໄມ")] == [
        (5, Rank.EXACT),
        (3, Rank.PREFIX),
        (4, Rank.PREFIX),
        (2, Rank.PREFIX),
        (1, Rank.INSIDE),
    ]
    assert numbers(index.find("ໄມ້")) == [4, 2, 5, 3, 1]


def test_every_rank_is_in_its_place():
    index = Index.of(
        [
            make_attendee(1, name="ສີ", organisation="ກອງ 9"),
            make_attendee(2, name="ສີ", organisation="9 ກອງ"),
            make_attendee(3, name="ສີ", phone="9111"),
            make_attendee(9, name="ສີ"),
            make_attendee(90, name="ສີ"),
            make_attendee(100, name="9"),
            make_attendee(101, name="9ສີ"),
        ]
    )
    assert [(hit.attendee.number, hit.rank) for hit in index.find("9")] == [
        (9, Rank.NUMBER),
        (90, Rank.NUMBER_PREFIX),
        (100, Rank.EXACT),
        (101, Rank.PREFIX),
        (3, Rank.PHONE),
        (1, Rank.ORGANISATION),
        (2, Rank.ORGANISATION),
    ]


def test_inside_a_rank_the_shorter_word_stands_first_then_the_number():
    index = Index.of(people("ບຸນມີໄຊ", "ບຸນມີ", "ບຸນຄຳ", "ບຸນມີ"))
    assert numbers(index.find("ບຸນ")) == [3, 2, 4, 1]
    assert numbers(index.find("boun")) == [3, 2, 4, 1]
    assert numbers(Index.of(people("ໄມ້", "ໄມ່")).find("ໄມ໊")) == [2, 1]


def test_several_words_are_ranked_by_the_worst_then_by_number():
    index = Index.of(people("ບຸນ ສີໄຊ", "ບຸນມີ ໄຊ", "ບຸນ ໄຊຍະ", "ໄຊ ບຸນ"))
    assert [(hit.attendee.number, hit.rank) for hit in index.find("ບຸນ ໄຊ")] == [
        (4, Rank.EXACT),
        (2, Rank.PREFIX),
        (3, Rank.PREFIX),
    ]
    assert numbers(index.find("ໄຊ ບຸນ")) == numbers(index.find("ບຸນ ໄຊ"))


def test_a_short_word_is_looked_for_inside_only_where_no_beginning_is_met():
    index = Index.of(people("ບຸນ ສີໄຊ"))
    assert [hit.rank for hit in index.find("ບຸນ ໄຊ")] == [Rank.INSIDE]


def test_the_best_are_given_even_where_many_are_met():
    many = [make_attendee(number, name="ບຸນມີ ສີວົງ") for number in range(1, 200)]
    index = Index.of([*many, make_attendee(500, name="ບຸນ ສີ"), make_attendee(501, name="ບຸນ ສີ")])
    assert numbers(index.find("ບຸນ ສີ", limit=3)) == [500, 501, 1]
    assert len(index.find("ບຸນ ສີ", limit=7)) == 7
    assert len(index.find("ບ", limit=7)) == 7
    assert index.find("ບ", limit=0) == ()


def test_who_comes_later_may_be_better_than_enough_who_came_before():
    first = [make_attendee(number, name="ບຸນມີ ສີແກ້ວສີ") for number in range(1, 6)]
    others = people("ແກ້ວສີໄຊ", "ແກ້ວສີມາ", "ແກ້ວສີວົງ", "ແກ້ວສີຄຳ")
    others = [replace(one, number=one.number + 50, id=f"b{one.number}") for one in others]
    index = Index.of([*first, *others, make_attendee(9, name="ບຸນມີໄຊ ແກ້ວສີ")])
    assert [(hit.attendee.number, hit.rank) for hit in index.find("ບຸນມີ ແກ້ວສີ", limit=2)] == [
        (9, Rank.PREFIX),
        (1, Rank.INSIDE),
    ]


def test_the_first_word_may_be_the_common_one():
    crowd = [make_attendee(number, name=f"ບຸນ{'ກຂຄງຈສຊຍດຕ'[number % 10]}{number}") for number in range(1, 120)]
    index = Index.of([*crowd, make_attendee(500, name="ບຸນມີ ພົມ"), make_attendee(501, name="ພູມ ບຸນ")])
    assert numbers(index.find("ບຸນ ພ")) == [500, 501]
    assert numbers(index.find("ພ ບຸນ")) == [500, 501]


def test_digits_beside_other_digits_may_be_the_number():
    crowd = [make_attendee(number, name="ບຸນມີ", phone=f"17{number}") for number in range(20, 60)]
    index = Index.of([*crowd, make_attendee(17, name="ບຸນມີ", phone="020 5551 2345")])
    for query in ("17 ບຸນ 20555", "1 ບຸນ 20555"):
        assert [(hit.attendee.number, hit.rank) for hit in index.find(query)] == [(17, Rank.PHONE)]


def test_a_day_of_typing_does_not_fill_the_memory():
    index = Index.of(people("ບຸນມີ"))
    for number in range(2500):
        index.find(f"ບຸນ{number}")
    assert len(index._asked) < 1100
    assert index.find("ບຸນ")


def test_words_that_nobody_has_find_nobody():
    index = Index.of(people("ບຸນມີ ໄຊ"))
    assert index.find("ຄຳຫຼ້າວົງ ບຸນ") == ()
    assert Index.of(()).find("ບຸນ 17") == ()
    assert Index.of(()).find("17") == ()


def test_cancelled_people_are_found_and_their_state_tells():
    index = Index.of([make_attendee(1, name="ບຸນມີ", state=State.CANCELLED)])
    assert index.find("ບຸນ")[0].attendee.state is State.CANCELLED


def test_what_is_pasted_in_is_bounded():
    index = Index.of(people("ບຸນມີ"))
    for pasted in ("ກ" * 100_000, "1" * 100_000, "ບຸນ " * 10_000, "a b " * 10_000):
        assert len(index.find(pasted)) <= 1


def test_what_is_pasted_in_beyond_a_name_is_left_alone():
    index = Index.of(people("ບຸນມີ"))
    assert index.find(f"{'ບຸນມີ ' * 50} ຄຳຫຼ້າ")
    assert not index.find("ບຸນມີ ຄຳຫຼ້າ")


def test_what_was_found_out_about_a_word_is_forgotten_with_a_change():
    index = Index.of(people("ບຸນ ວົງ"))
    assert index.find("ບຸນ ສີ") == ()
    index.put(make_attendee(2, name="ບຸນ ສີໄຊ"))
    assert numbers(index.find("ບຸນ ສີ")) == [2]
    index.put(make_attendee(3, name="ບຸນ ສີດາ"))
    assert numbers(index.find("ບຸນ ສີ")) == [2, 3]
    assert numbers(index.find("ສີ ບຸນ")) == [2, 3]


def test_an_index_is_a_collection_in_roster_order():
    index = Index.of(reversed(people("ກ", "ຂ", "ຄ")))
    assert len(index) == 3
    assert [person.number for person in index.people()] == [1, 2, 3]
    assert index.get("a2").name == "ຂ"
    assert index.get("a9") is None


def test_a_changed_person_is_found_by_what_is_so_now():
    index = Index.of(people("ບຸນມີ", "ສີ", organisation="ກົມ", phone="020 1234567"))
    assert index.find("ບຸນ")
    index.put(make_attendee(12, id="a1", name="ຄຳ", organisation="ສູນ", phone="020 7654321"))
    for old in ("ບຸນ", "bounmy", "1"):
        assert "a1" not in [hit.attendee.id for hit in index.find(old) if hit.rank is not Rank.NUMBER_PREFIX]
    for now in ("ຄຳ", "kham", "12", "ສູນ", "020765", "4321"):
        assert numbers(index.find(now)) == [12], now
    assert numbers(index.find("020123")) == [2]
    index.remove("a1")
    index.remove("a1")
    assert len(index) == 1
    for now in ("ຄຳ", "12", "ສູນ", "020765", "4321"):
        assert index.find(now) == (), now


def test_names_that_differ_in_tone_are_forgotten_one_by_one():
    index = Index.of(people("ໄມ້", "ໄມ່", "ໄມ້"))
    assert numbers(index.find("ໄມ")) == [2, 1, 3]
    index.remove("a2")
    assert numbers(index.find("ໄມ")) == [1, 3]
    index.remove("a1")
    assert numbers(index.find("ໄມ")) == [3]
    index.remove("a3")
    assert index.find("ໄມ") == ()


def test_numbers_may_be_swapped():
    one, two = people("ບຸນ", "ສີ")
    index = Index.of([one, two])
    index.put(replace(one, number=2))
    assert numbers(index.find("2")) == [2, 2]
    index.put(replace(two, number=1))
    assert [person.name for person in index.people()] == ["ສີ", "ບຸນ"]
    index.apply(Changes((one, two), (), 3))
    assert [person.name for person in index.people()] == ["ບຸນ", "ສີ"]


@pytest.mark.parametrize("count", [3, 1500])
def test_many_changes_at_once_are_taken_like_few(count):
    index = Index.of([make_attendee(number, name=f"ບຸນ{number}", phone=f"{number}") for number in range(count)])
    changed = tuple(make_attendee(number, name=f"ສີ{number}", phone=f"9{number}") for number in range(1, count))
    index.apply(Changes(changed, ("a0",), 7))
    assert index.find("ບຸນ0") == ()
    assert len(index.find("ສີ", limit=5000)) == len(index) == count - 1
    assert index.find("ສີ2")[0].attendee.number == 2


def test_people_are_loaded_and_changes_of_them_read(meeting, people):
    loaded = search.load(meeting, "e1")
    assert list(loaded.index.people()) == people
    assert search.changes_since(meeting, "e1", loaded.nth) == Changes((), (), loaded.nth)
    changed = register.cancel(meeting, "e1", "2", MORNING)
    came = walk_in(meeting, "ນາງ ຄຳຫຼ້າ ວົງ")
    news = search.changes_since(meeting, "e1", loaded.nth)
    assert sorted(news.people, key=lambda one: one.number) == [changed, came]
    assert news.gone == ()
    loaded.index.apply(news)
    assert loaded.index.find("khamla")[0].attendee == came
    assert loaded.index.get("a2").state is State.CANCELLED
    assert search.changes_since(meeting, "e1", news.nth).people == ()


def test_people_of_another_event_are_not_found(meeting, event, attendee):
    with meeting.store.write() as tx:
        events.add(tx, replace(event, id="e2"), ())
    here = Search(meeting, "e1")
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(1, id="b1", event_id="e2", name="ສົມສະໜິດ")])
    assert here.find("ສົມສະໜິດ") == ()
    assert Search(meeting, "e2").find("ສົມສະໜິດ")[0].attendee.id == "b1"


def test_a_search_sees_what_this_desk_has_just_written(meeting):
    here = Search(meeting, "e1")
    assert numbers(here.find("ວັນໄຊ")) == [1]
    walk_in(meeting, "ວັນໄຊ ດາລາ")
    assert numbers(here.find("ວັນໄຊ")) == [1, 4]


def test_a_search_reads_again_only_after_a_write_and_only_what_is_new(meeting, attendee, monkeypatch):
    here, read, real = Search(meeting, "e1"), [], changes.of_attendees

    def noted(tx, since):
        read.append(real(tx, since))
        return read[-1]

    monkeypatch.setattr(changes, "of_attendees", noted)
    for number in (7, 8):
        here.find("ວັນໄຊ")
        here.find("ວັນໄຊ")
        with meeting.store.write() as tx:
            attendees.add_many(tx, [attendee(number)])
    here.find("ວັນໄຊ")
    assert read == [["a7"], ["a8"]]


ELSEWHERE = """
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("PRAGMA foreign_keys = OFF")
store.execute("UPDATE attendee SET name = 'ສຸກສະຫວັນ ດາລາ', phone = '020 7777' WHERE id = 'a1'")
store.execute("DELETE FROM attendee WHERE id = 'a2'")
copied = store.execute("SELECT * FROM attendee WHERE id = 'a3'").fetchone()
added = ("a9", "e1", 9, *copied[3:4], "ທະວີສັກ", *copied[5:])
store.execute(f"INSERT INTO attendee VALUES ({', '.join('?' * len(added))})", added)
store.commit()
"""


def test_another_program_adds_changes_and_takes_out_people(meeting):
    here = Search(meeting, "e1")
    assert numbers(here.find("ພອນທິບ")) == [2]
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(meeting.store.path)], check=True)
    assert here.find("ພອນທິບ") == ()
    assert here.find("ວັນໄຊ") == ()
    assert numbers(here.find("souk")) == [1]
    assert numbers(here.find("7777")) == [1]
    assert numbers(here.find("thavisak")) == [9]
    assert len(here.index) == 3


def test_another_desk_on_the_same_store_writes(meeting, attendee):
    here = Search(meeting, "e1")
    with Store(meeting.store.path) as other, other.write() as tx:
        attendees.add_many(tx, [attendee(7, name="ທະວີສັກ")])
    assert numbers(here.find("thavisak")) == [7]
    with closing(sqlite3.connect(meeting.store.path)) as other, other:
        other.execute("UPDATE attendee SET number = 8 WHERE number = 7")
    assert numbers(here.find("8")) == [8]


@pytest.mark.parametrize(
    "query", ["ບຸນມີ", "ພະແນກ", "1", "020 555", "bounmy khiao", "ບຸນມີຂຽວ", "ວັນໄຊ ອິ", "ບຸນນີ ຂຽວມະນີ", "", "ນາງ"]
)
def test_everybody_is_whom_find_gives_without_a_limit(people, query):
    index = Index.of(people)
    assert index.everybody(query) == {hit.attendee.id for hit in index.find(query, 1000)}


def test_a_number_leads_to_who_has_it_or_to_who_stayed_when_that_one_was_merged(meeting):
    merge(meeting, "e1", "a3", "a1", MORNING)
    assert [search.has_number(meeting, "e1", nth).number for nth in (1, 2, 3)] == [3, 2, 3]
    assert search.has_number(meeting, "e1", 99) is None
    assert search.has_number(meeting, "e1", 2055512345) is None
