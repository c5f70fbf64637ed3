"""Messy files are read as a careful clerk reads them, or refused with what to do."""

import zipfile

import pytest

from exchange.messy import MESS, PLAIN, ods
from signin.domain.attendee import Sex
from signin.exchange import failures
from signin.exchange.limits import Limits
from signin.exchange.roster import read_roster
from signin.exchange.tables import read


@pytest.mark.parametrize("mess", MESS, ids=[mess.says for mess in MESS])
def test_a_messy_file_is_read_or_refused(mess, tmp_path):
    path = tmp_path / mess.name
    mess.make(path)
    if mess.refusal is not None:
        with pytest.raises(mess.refusal):
            read_roster(path)
        return
    reading = read_roster(path)
    assert tuple(line.name for line in reading.people) == mess.names
    assert {notice.kind for notice in reading.notices} - {"sex-proposed"} == mess.kinds
    assert reading.skipped == mess.skipped
    if mess.women is not None:
        assert sum(line.sex is Sex.FEMALE for line in reading.people) == mess.women
    for field, told in (("phone", mess.phones), ("note", mess.notes)):
        if told is not None:
            assert tuple(getattr(line, field) for line in reading.people) == told


def test_an_open_document_that_unpacks_to_too_much_is_refused(tmp_path):
    ods(PLAIN)(tmp_path / "list.ods")
    with pytest.raises(failures.TableTooLarge):
        read(tmp_path / "list.ods", limits=Limits(kept=100))


@pytest.mark.parametrize("content", [None, b'<?xml version="1.0"?><!DOCTYPE x><x/>'])
def test_an_open_document_without_cells_or_with_a_document_type_is_refused(tmp_path, content):
    path = tmp_path / "list.ods"
    ods(PLAIN)(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, own in parts.items():
            if name != "content.xml":
                packed.writestr(name, own)
        if content:
            packed.writestr("content.xml", content)
    with pytest.raises(failures.FileDamaged):
        read(path)
