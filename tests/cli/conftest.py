import json
from pathlib import Path

import pytest

from signin.cli import run

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample" / "conference-roster.xlsx"

EVENT = """
title = "ກອງປະຊຸມທົດລອງ"
organiser = "ຫ້ອງການທົດລອງ"
venue = "ຫ້ອງປະຊຸມໃຫຍ່"
starts_on = 2024-06-12
ends_on = 2024-06-13

[[session]]
id = "open"
title = "ພິທີເປີດ"
starts_at = 2024-06-12T08:30:00
ends_at = 2024-06-12T10:00:00

[[session]]
id = "work"
title = "ຝຶກອົບຮົມ"
starts_at = 2024-06-12T10:00:00
ends_at = 2024-06-12T12:00:00
mode = "in-out"

[certificate]
rule = "count"
value = 1
register = "{number:03}/ທລ.{yy}"
"""


class CommandLine:
    """The command line on a store of its own; gives the exit code and the JSON object."""

    def __init__(self, folder, capsys):
        self.folder, self.capsys = folder, capsys
        self.store = folder / "signin.db"

    def __call__(self, *arguments):
        code, out, _ = self.raw("--store", self.store, "--json", *arguments)
        assert out.count("\n") == 1, out
        return code, json.loads(out)

    def ok(self, *arguments):
        code, answer = self(*arguments)
        assert code == 0, answer
        return answer

    def raw(self, *arguments):
        self.capsys.readouterr()
        code = run([str(one) for one in arguments])
        out, err = self.capsys.readouterr()
        return code, out, err

    def scan(self, code, at, *more, session="open"):
        return self.ok("scan", code, "--session", session, "--at", f"2024-06-12T{at}", "--desk", "ໂຕະ 1", *more)


@pytest.fixture
def signin(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


@pytest.fixture
def conference(signin):
    """An event made from a file, with the sample roster in it; `people` by number."""
    (signin.folder / "event.toml").write_text(EVENT, encoding="utf-8")
    signin.ok("event", "create", signin.folder / "event.toml")
    answer = signin.ok("roster", "import", SAMPLE)
    signin.people = {one["number"]: one for one in answer["attendees"]}
    return signin
