"""Event files: what is taken, and each refusal by the name of its key."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction

import pytest

from signin.domain.attendee import Category
from signin.domain.event import Chair, Mode, Rule
from signin.exchange import event_file, failures
from signin.exchange.event_file import read_event
from signin.exchange.keys import KeyRefused

LEAST = """
title = "ກອງປະຊຸມທົດລອງ"
organiser = "ຫ້ອງການທົດລອງ"
venue = "ຫ້ອງປະຊຸມໃຫຍ່"
starts_on = 2024-06-12
ends_on = "2024-06-13"
"""
WHOLE = (
    LEAST
    + """
starts_at = 08:30:00
ends_at = "16:00"
host = "ແຂວງວຽງຈັນ"
language = "lo"
chairs = [{name = "ທະວີສັກ ມະໂນທັມ", prefix = "ທ່ານ ປອ", position = "ຫົວໜ້າສູນ"}]
[letterhead]
offices = ["ກະຊວງທົດລອງ", "ສູນທົດລອງ"]
number = "12/ສທ"
place = "ວຽງຈັນ"
[certificate]
rule = "named"
sessions = ["a"]
title = "ໃບຢັ້ງຢືນ"
signatory = "ທະວີສັກ ມະໂນທັມ"
register = "{number:04}/{yy}"
[[session]]
id = "a"
title = "E-office"
room = "ຫ້ອງ 2"
starts_at = 2024-06-12T08:30:00
ends_at = "2024-06-12T12:00"
opens_at = 2024-06-12T07:00:00
mode = "in-out"
categories = ["chair", "resource-person"]
people = [3, 4]
[[session]]
id = "b"
date = 2024-06-13
starts_at = 13:30:00
ends_at = "16:00"
"""
)
SESSION = '\n[[session]]\nid = "a"\nstarts_at = 2024-06-12T08:30:00\nends_at = 2024-06-12T12:00:00\n'


@pytest.fixture
def read(text_file):
    return lambda content: read_event(text_file(content, "event.toml"), event_id="e1")


def test_least_file_makes_half_days(read):
    event, sessions = read(LEAST)
    assert (event.id, event.title, event.starts_on, event.ends_on) == (
        "e1",
        "ກອງປະຊຸມທົດລອງ",
        date(2024, 6, 12),
        date(2024, 6, 13),
    )
    assert [session.key for session in sessions] == ["day1-am", "day1-pm", "day2-am", "day2-pm"]


def test_whole_file_is_taken(read):
    event, (first, second) = read(WHOLE)
    assert event.starts_at == time(8, 30)
    assert event.chairs == (Chair(name="ທະວີສັກ ມະໂນທັມ", prefix="ທ່ານ ປອ", position="ຫົວໜ້າສູນ"),)
    assert event.letterhead.offices == ("ກະຊວງທົດລອງ", "ສູນທົດລອງ")
    assert (event.certificate.rule, event.certificate.sessions) == (Rule.NAMED, ("a",))
    assert event.certificate.register_text(7, 2024) == "0007/24"
    assert (first.mode, first.room, first.opens_at) == (Mode.IN_OUT, "ຫ້ອງ 2", datetime(2024, 6, 12, 7))
    assert first.categories == {Category.CHAIR, Category.RESOURCE_PERSON}
    assert first.people == {3, 4}
    assert (second.starts_at, second.opens_at) == (datetime(2024, 6, 13, 13, 30), datetime(2024, 6, 13, 12, 30))
    assert (second.closes_at, second.room, second.mode) == (datetime(2024, 6, 13, 16), event.venue, Mode.ARRIVAL)


def test_times_alone_do_for_an_event_of_one_day(read):
    text = (
        LEAST.replace("2024-06-13", "2024-06-12") + '[[session]]\nid="a"\nstarts_at=08:00:00\nends_at=12:00:00\n'
    )
    assert read(text)[1][0].starts_at == datetime(2024, 6, 12, 8)


@pytest.mark.parametrize(
    ("rule", "value", "taken"),
    [
        ("share", "0.8", Fraction(4, 5)),
        ("share", '"3/4"', Fraction(3, 4)),
        ("hours", "6.5", Fraction(13, 2)),
        ("count", "3", Fraction(3)),
    ],
)
def test_rules_and_values(read, rule, value, taken):
    terms = read(LEAST + f'[certificate]\nrule = "{rule}"\nvalue = {value}')[0].certificate
    assert (terms.rule, terms.value) == (Rule(rule), taken)


REFUSED = [
    ("title", LEAST.replace('title = "ກອງປະຊຸມທົດລອງ"', "")),
    ("title", LEAST.replace('"ກອງປະຊຸມທົດລອງ"', "7")),
    ("venue", LEAST.replace('"ຫ້ອງປະຊຸມໃຫຍ່"', '" "')),
    ("ends_on", LEAST.replace('"2024-06-13"', '"2024-06-11"')),
    ("ends_on", LEAST.replace('"2024-06-13"', "2099-06-11")),
    ("ends_on", LEAST.replace('"2024-06-13"', "2024-06-13T08:00:00")),
    ("starts_on", LEAST.replace("2024-06-12", '"12 June"')),
    ("starts_on", LEAST.replace("starts_on = 2024-06-12", "")),
    ("ends_at", LEAST.replace("2024-06-13", "2024-06-12") + 'starts_at="09:00"\nends_at="08:00"'),
    ("starts_at", LEAST + 'starts_at = "nine"'),
    ("starts_at", LEAST + 'starts_at = "08:30+07:00"'),
    ("language", LEAST + 'language = "fr"'),
    ("colour", LEAST + 'colour = "red"'),
    ("chairs", LEAST + 'chairs = "ທະວີສັກ"'),
    ("chairs", LEAST + 'chairs = ["ທະວີສັກ"]'),
    ("chairs 1: name", LEAST + 'chairs = [{prefix = "ທ່ານ"}]'),
    ("chairs 1: rank", LEAST + 'chairs = [{name = "ກ", rank = 1}]'),
    ("letterhead", LEAST + 'letterhead = "x"'),
    ("letterhead.offices", LEAST + "letterhead = {offices = [1]}"),
    ("letterhead.logo", LEAST + 'letterhead = {logo = "x"}'),
    ("certificate.rule", LEAST + '[certificate]\nrule = "luck"'),
    ("certificate.value", LEAST + '[certificate]\nrule = "share"\nvalue = 1.1'),
    ("certificate.value", LEAST + "[certificate]\nvalue = 0"),
    ("certificate.value", LEAST + "[certificate]\nvalue = 1.5"),
    ("certificate.value", LEAST + "[certificate]\nvalue = true"),
    ("certificate.value", LEAST + "[certificate]\nvalue = nan"),
    ("certificate.value", LEAST + '[certificate]\nvalue = "1/0"'),
    ("certificate.sessions", LEAST + '[certificate]\nrule = "named"'),
    ("certificate.sessions", LEAST + '[certificate]\nsessions = ["day1-am"]'),
    ("certificate.sessions", LEAST + '[certificate]\nrule = "named"\nsessions = ["day9-am"]'),
    *(
        ("certificate.register", LEAST + f"[certificate]\nregister = '{pattern}'")
        for pattern in (
            "{number.__class__}",
            "{number[0]}",
            "{0}",
            "{}",
            "{name}",
            "{year}",
            "{number",
            "{number!r}",
            "{number}{name}",
            "{number}{number.real}",
        )
    ),
    ("certificate.register", LEAST + "[certificate]\nregister = '{number:999999999}'"),
    ("certificate.register", LEAST + "[certificate]\nregister = '{number:{year}}'"),
    ("session 1: id", LEAST + SESSION.replace('id = "a"', "")),
    ("session.id", LEAST + SESSION + SESSION),
    ("session 1: mode", LEAST + SESSION + 'mode = "out"'),
    ("session 1: categories", LEAST + SESSION + 'categories = ["king"]'),
    ("session 1: categories", LEAST + SESSION + 'categories = "chair"'),
    ("session 1: people", LEAST + SESSION + 'people = ["a"]'),
    ("session 1: people", LEAST + SESSION + "people = [true]"),
    ("session 1: ends_at", LEAST + SESSION.replace("12:00:00", "08:00:00")),
    ("session 1: starts_at", LEAST + SESSION.replace("2024-06-12T08", "2024-06-11T08")),
    ("session 1: starts_at", LEAST + SESSION.replace("2024-06-12T08:30:00", "08:30:00")),
    ("session 1: starts_at", LEAST + SESSION.replace("08:30:00\n", "08:30:00+07:00\n")),
    ("session 1: closes_at", LEAST + SESSION + "closes_at = 2024-06-12T07:00:00"),
    ("session 1: floor", LEAST + SESSION + "floor = 2"),
    ("session", LEAST + "session = 1"),
]


@pytest.mark.parametrize(("key", "content"), REFUSED)
def test_what_cannot_be_is_refused_by_its_key(read, key, content):
    with pytest.raises(KeyRefused) as told:
        read(content)
    assert told.value.values["key"] == key
    assert told.value.exit_code == 3
    assert str(told.value).startswith(f"{key} in the event file: ")


def test_file_that_is_not_toml_says_where(read):
    with pytest.raises(event_file.EventFileNotToml, match="line 1"):
        read("title = 1 2")


def test_file_in_another_encoding(read):
    with pytest.raises(event_file.EventFileNotToml, match=r"cannot be read: save it as UTF-8\."):
        read(b'title = "\xff"')


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(read, encoding):
    assert read(LEAST.encode(encoding))[0].title == "ກອງປະຊຸມທົດລອງ"


def test_brackets_without_end_are_said_plainly(read):
    with pytest.raises(event_file.EventFileNotToml, match="nested too deeply"):
        read("title = " + "[" * 100_000)


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(failures.FileMissing):
        read_event(tmp_path / "none.toml", event_id="e1")
    with pytest.raises(failures.FileUnreadable):
        read_event(tmp_path, event_id="e1")


def test_enormous_file_is_not_read(read):
    with pytest.raises(failures.FileUnreadable):
        read("#" * 1_000_001)
