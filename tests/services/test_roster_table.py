"""The organiser's table in memory: sorted, narrowed, counted, and kept right while things change."""

import random
from dataclasses import replace
from datetime import datetime

import pytest

from signin.domain.attendee import Category, Origin, Sex, State
from signin.lao.collate import sort_key
from signin.services import register, roster_rows
from signin.services.corrections import Correction, correct
from signin.services.merging import merge
from signin.services.register import Particulars
from signin.services.roster_rows import live_since, load_roster, next_number, roster_news, whole
from signin.services.roster_table import Column, Order, RosterTable, Standing, Trait, Wanted
from signin.store import attendees

NOW = datetime(2024, 6, 12, 8, 24)
OFFICES = ("", "ພະແນກການເງິນ", "ກົມແຜນການ", "ຫ້ອງການ")


@pytest.fixture
def crowd(attendee):
    """Many people, whose facts are anything."""
    luck = random.Random(3)
    names = ("ໝັ້ນ", "ກ້ອນ", "ເພັດ", "ແກ້ວ", "ບຸນ", "ໄຊ", "ຫວັນ")
    return [
        attendee(
            number,
            name=f"{luck.choice(names)} {luck.choice(names)}",
            sex=luck.choice(list(Sex)),
            organisation=luck.choice(OFFICES),
            position=luck.choice(OFFICES),
            province=luck.choice(OFFICES),
            phone=luck.choice(("", "020 5551", "2055 7", "+856 20 5550")),
            category=luck.choice(list(Category)[:4]),
            state=luck.choice([one for one in State if one is not State.MERGED]),
            origin=luck.choice(list(Origin)),
        )
        for number in range(1, 121)
    ]


@pytest.fixture
def came(crowd):
    return {one.id for one in crowd[::3]}


@pytest.fixture
def table(crowd, came):
    return RosterTable(crowd, came)


def numbers(table, wanted=None, *order, **way):
    wanted = wanted or Wanted()
    return [table.people[place].number for place in table.shown(wanted, Order(*order, **way)).places]


def test_everybody_is_shown_in_roster_order_at_first(table, crowd):
    assert numbers(table) == [one.number for one in crowd]
    assert table.shown(Wanted()).women == sum(one.sex is Sex.FEMALE for one in crowd)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    "narrowed", [Wanted(), Wanted(traits=frozenset({Trait.WOMEN})), Wanted(organisation=OFFICES[1])]
)
@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts_and_equals_stand_by_number(table, column, narrowed, descending):
    keys = {
        Column.NUMBER: lambda one: one.number,
        Column.NAME: lambda one: sort_key(one.name),
        Column.SEX: lambda one: [Sex.FEMALE, Sex.MALE, Sex.UNKNOWN].index(one.sex),
        Column.POSITION: lambda one: (not one.position, sort_key(one.position)),
        Column.ORGANISATION: lambda one: (not one.organisation, sort_key(one.organisation)),
        Column.PROVINCE: lambda one: (not one.province, sort_key(one.province)),
        Column.PHONE: lambda one: {"020 5551": "205551", "2055 7": "20557", "+856 20 5550": "205550"}.get(
            one.phone, "~"
        ),
        Column.CATEGORY: lambda one: list(Category).index(one.category),
        Column.STATE: lambda one: list(Standing).index(table.standing(one)),
    }
    shown = [table.people[place] for place in table.shown(narrowed, Order(column, descending)).places]
    assert shown == sorted(sorted(shown, key=lambda one: one.number), key=keys[column], reverse=descending)
    assert len(shown) > 5


RULES = {
    Trait.ARRIVED: lambda one, came: one.id in came,
    Trait.MISSING: lambda one, came: one.id not in came and one.state is State.EXPECTED,
    Trait.WOMEN: lambda one, _came: one.sex is Sex.FEMALE,
    Trait.WITHOUT_SEX: lambda one, _came: one.sex is Sex.UNKNOWN,
    Trait.WITHOUT_PHONE: lambda one, _came: one.phone == "",
    Trait.GONE: lambda one, _came: one.state is not State.EXPECTED,
    Trait.WALK_IN: lambda one, _came: one.origin is Origin.WALK_IN,
}


@pytest.mark.parametrize("first", list(Trait))
@pytest.mark.parametrize("second", list(Trait))
def test_two_traits_are_both_asked_for(table, crowd, came, first, second):
    wanted = Wanted(traits=frozenset({first, second}))
    fits = [one for one in crowd if RULES[first](one, came) and RULES[second](one, came)]
    assert numbers(table, wanted) == [one.number for one in fits]
    assert table.shown(wanted).women == sum(one.sex is Sex.FEMALE for one in fits)


def test_office_category_and_what_was_found_narrow_together(table, crowd):
    wanted = Wanted(
        found=frozenset({one.id for one in crowd[:60]} | {"nobody"}),
        organisation=OFFICES[1],
        category=Category.GUEST,
    )
    fits = [one for one in crowd[:60] if one.organisation == OFFICES[1] and one.category is Category.GUEST]
    assert numbers(table, wanted, Column.NUMBER, descending=True) == [one.number for one in reversed(fits)]
    assert fits
    assert numbers(table, Wanted(organisation="ບໍ່ມີ")) == []


def test_what_is_narrowed_again_is_sorted_as_before(table):
    few = Wanted(found=frozenset({"a3", "a1", "a2"}))
    assert numbers(table, few, Column.NAME) == numbers(table, few, Column.NAME)


def test_offices_and_categories_that_somebody_has_are_told(table):
    assert table.organisations == sorted(OFFICES[1:], key=sort_key)
    assert table.categories == list(Category)[:4]


def test_a_change_moves_a_person_and_the_counts(table, crowd):
    numbers(table, Wanted(traits=frozenset({Trait.WOMEN})), Column.NAME)
    one = replace(crowd[1], name="ຮຮຮ", sex=Sex.FEMALE, organisation="ໃໝ່", phone="", state=State.EXPECTED)
    table.put(one, came=True)
    assert numbers(table, None, Column.NAME)[-1] == 2
    assert table.standing(one) is Standing.ARRIVED
    assert numbers(table, Wanted(organisation="ໃໝ່")) == [2]
    for trait in (Trait.ARRIVED, Trait.WOMEN, Trait.WITHOUT_PHONE):
        assert 2 in numbers(table, Wanted(traits=frozenset({trait})))
    assert table.has_come("a2")
    table.put(one, came=False)
    assert not table.has_come("a2")
    assert table.standing(one) is Standing.EXPECTED
    assert 2 in numbers(table, Wanted(traits=frozenset({Trait.MISSING})))


@pytest.mark.parametrize("nth", range(40))
def test_whatever_changes_the_table_is_as_if_it_were_made_anew(table, crowd, came, attendee, nth):
    luck = random.Random(nth)
    known, here = {one.id: one for one in crowd}, set(came)
    for turn in range(12):
        now = replace(luck.choice(crowd), number=0)
        number = luck.choice((luck.randrange(1, 121), 121 + turn))
        now = replace(now, id=f"a{number}", number=number)
        arrived = luck.choice((True, False, None))
        table.put(now, came=arrived)
        known[now.id] = now
        if arrived is not None:
            (here.add if arrived else here.discard)(now.id)
        column, descending = luck.choice(list(Column)), luck.random() < 0.5
        wanted = Wanted(traits=frozenset(luck.sample(list(Trait), luck.randrange(3))))
        anew = RosterTable(sorted(known.values(), key=lambda one: one.number), here)
        assert set(numbers(table, wanted)) == set(numbers(anew, wanted))
        shown = [table.people[place] for place in table.shown(wanted, Order(column, descending)).places]
        assert [anew.keys(column)[anew.place_of(one.id)] for one in shown] == [
            anew.keys(column)[place] for place in anew.shown(wanted, Order(column, descending)).places
        ]
        assert table.shown(wanted).women == anew.shown(wanted).women


def test_nobody_is_an_empty_table():
    table = RosterTable()
    assert (len(table), numbers(table), table.shown(Wanted(traits=frozenset({Trait.WOMEN}))).women) == (0, [], 0)
    assert table.place_of("a1") is None
    assert numbers(RosterTable([], ()), Wanted(organisation="ກ"), Column.NAME, descending=True) == []


def test_the_roster_is_read_with_who_came_and_its_news_after(meeting, other_desk, scanned):
    scanned(1)
    read = load_roster(meeting, "e1")
    assert [read.table.standing(one) for one in read.table.people][:2] == [Standing.ARRIVED, Standing.EXPECTED]
    assert roster_news(meeting, "e1", read.seen).people == ()
    scanned(2)
    correct(other_desk, "e1", "a3", Correction(phone="9"), NOW)
    news = roster_news(meeting, "e1", read.seen)
    assert {one.id for one in news.people} == {"a2", "a3"}
    assert (news.came, news.gone) == ({"a2"}, ())
    assert roster_news(meeting, "e1", news.seen).people == ()


def test_where_very_many_changed_the_roster_is_to_be_read_again(meeting, monkeypatch):
    read = load_roster(meeting, "e1")
    correct(meeting, "e1", "a2", Correction(phone="9"), NOW)
    correct(meeting, "e1", "a3", Correction(phone="9"), NOW)
    monkeypatch.setattr(roster_rows, "MOST_NEWS", 2)
    assert {one.id for one in roster_news(meeting, "e1", read.seen).people} == {"a2", "a3"}
    monkeypatch.setattr(roster_rows, "MOST_NEWS", 1)
    assert roster_news(meeting, "e1", read.seen) is None


def test_who_was_taken_out_of_the_store_is_told(meeting, attendee):
    read = load_roster(meeting, "e1")
    with meeting.store.write() as tx:
        attendees.add_many(tx, [attendee(9)])
        tx.connection.dbapi_connection.execute("DELETE FROM attendee WHERE id = 'a9'")
    assert roster_news(meeting, "e1", read.seen).gone == ("a9",)


def test_who_was_merged_into_another_is_gone(meeting):
    read = load_roster(meeting, "e1")
    merge(meeting, "e1", "a2", "a3", NOW)
    news = roster_news(meeting, "e1", read.seen)
    assert news.gone == ("a3",)
    assert {one.id for one in news.people} == {"a2"}
    assert [one.id for one in load_roster(meeting, "e1").table.people] == ["a1", "a2"]


def test_everything_of_a_person_is_read(meeting, scanned, code):
    came = register.substitute(meeting, "e1", "1", Particulars(name="ນາງ ແທນ ຄົນ"), NOW).attendee
    whom = whole(meeting, "e1", "a1")
    assert (whom.replaced_by, whom.stands_for, whom.came) == (came, None, False)
    assert [one.code for one in whom.codes] == [code(1)]
    assert live_since(whom.codes) == NOW
    assert whole(meeting, "e1", came.id).stands_for == whom.person
    register.reissue(meeting, "e1", "2", NOW)
    assert [one.replaced_at for one in whole(meeting, "e1", "a2").codes] == [NOW, None]
    assert live_since(()) is None


def test_the_next_number_is_proposed(meeting):
    assert next_number(meeting, "e1") == 4
