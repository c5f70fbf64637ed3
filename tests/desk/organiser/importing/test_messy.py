"""Messy files come in through the window as they do through the command line, or are refused in place."""

import pytest

from exchange.messy import MESS
from signin.desk.organiser.importing.face import DONE, FILE, READ


@pytest.mark.parametrize("mess", MESS, ids=[mess.says for mess in MESS])
def test_a_messy_file_comes_in_through_the_window_or_is_refused(
    mess, page, read, press, settled, tmp_path, everybody
):
    path = tmp_path / mess.name
    mess.make(path)
    before = {person.id for person in everybody()}
    read(page, path)
    if mess.refusal is not None:
        step, told = (FILE, page.face.file.refused) if mess.window == "refused" else (READ, page.face.read.refused)
        assert page.face.step == step
        assert told.isVisible()
        assert not page.face.forward.isVisible() or not page.face.forward.isEnabled()
        return
    assert page.face.step == READ
    shown = page.face.read.table.people
    assert tuple(shown.index(row, 2).data() for row in range(shown.rowCount())) == mess.names
    press("Ctrl+Return")
    settled(page)
    press("Ctrl+Return")
    settled(page)
    assert page.face.step == DONE
    added = [person for person in everybody() if person.id not in before]
    assert sorted(person.name for person in added) == sorted(mess.names)
