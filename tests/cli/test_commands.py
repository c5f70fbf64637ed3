import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from signin import __version__

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample" / "conference-roster.xlsx"


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_an_event_is_made_listed_and_shown(conference):
    listed = conference.ok("event", "list")["events"]
    assert [one["title"] for one in listed] == ["ກອງປະຊຸມທົດລອງ"]
    shown = conference.ok("event", "show")
    assert shown == listed[0]
    assert [one["id"] for one in conference.ok("session", "list")["sessions"]] == ["open", "work"]
    assert shown["sessions"][1]["mode"] == "in-out"


def test_the_same_event_file_again_is_a_conflict(conference):
    code, answer = conference("event", "create", conference.folder / "event.toml")
    assert code == 5
    assert answer["error"]["name"] == "EventExists"


def test_an_event_without_sessions_gets_its_half_days(signin):
    path = signin.folder / "event.toml"
    path.write_text(
        'title = "ກ"\norganiser = "ຂ"\nvenue = "ຄ"\nstarts_on = 2024-06-12\nends_on = 2024-06-13\n',
        encoding="utf-8",
    )
    made = signin.ok("event", "create", path)
    assert [one["id"] for one in made["sessions"]] == ["day1-am", "day1-pm", "day2-am", "day2-pm"]


def test_the_sample_roster_gives_37_people_10_of_them_women(conference):
    people = conference.people.values()
    assert len(people) == 37
    assert sum(one["sex"] == "female" for one in people) == 10
    assert sorted(conference.people) == list(range(1, 38))
    assert all(len(one["code"]) == 18 for one in people)
    expected = {(row[1], row[4]) for row in sample_rows()}
    assert {(f"{one['prefix']} {one['name']}", one["organisation"]) for one in people} == expected


def sample_rows():
    sheet = openpyxl.load_workbook(SAMPLE).worksheets[0]
    return [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], (int, float))]


def test_importing_again_adds_nobody_and_keeps_every_code(conference):
    again = conference.ok("roster", "import", SAMPLE)
    assert (again["read"], again["added"], again["changed"], again["unchanged"]) == (37, 0, 0, 37)
    assert {one["number"]: one["code"] for one in again["attendees"]} == {
        number: one["code"] for number, one in conference.people.items()
    }


def test_a_changed_cell_is_shown_as_a_change_and_keeps_the_code(conference):
    path = conference.folder / "changed.xlsx"
    book = openpyxl.load_workbook(SAMPLE)
    sheet = book.worksheets[0]
    sheet["D9"], sheet["B10"] = "ຮອງຫົວໜ້າພະແນກ", "ທ່ານ ອຸ່ນເຮືອນ ວົງພະຈັນທາ"
    book.save(path)
    planned = conference.ok("roster", "import", path, "--dry-run")
    assert (planned["added"], planned["changed"], planned["missing"]) == (0, 2, 0)
    done = conference.ok("roster", "import", path)
    assert done["changes"] == planned["changes"]
    assert {(one["number"], one["field"], one["new"]) for one in done["changes"]} == {
        (1, "position", "ຮອງຫົວໜ້າພະແນກ"),
        (2, "name", "ອຸ່ນເຮືອນ ວົງພະຈັນທາ"),
    }
    assert all(one["code"] == conference.people[one["number"]]["code"] for one in done["attendees"])


def test_a_dry_run_writes_nothing_and_knows_no_code(signin, conference):
    fresh = type(signin)(signin.folder, signin.capsys)
    fresh.store = signin.folder / "fresh.db"
    fresh.ok("event", "create", signin.folder / "event.toml")
    planned = fresh.ok("roster", "import", SAMPLE, "--dry-run")
    assert planned["added"] == 37
    assert {one["code"] for one in planned["attendees"]} == {None}
    assert fresh.ok("tally")["expected"] == 0


def test_a_roster_that_cannot_be_read_changes_nothing_and_says_the_row(conference):
    path = conference.folder / "bad.xlsx"
    book = openpyxl.load_workbook(SAMPLE)
    book.worksheets[0]["B14"] = None
    book.save(path)
    code, answer = conference("--language", "en", "roster", "import", path)
    assert (code, answer["error"]["text"]) == (3, "Row 14: no name. Fill it in and import again.")
    assert conference("roster", "import", path.with_name("none.xlsx"))[0] == 4
    assert conference.ok("tally")["expected"] == 37


def test_an_exported_roster_comes_back_as_it_was(conference):
    for name in ("out.xlsx", "out.csv"):
        assert conference.ok("roster", "export", conference.folder / name)["attendees"] == 37
        again = conference.ok("roster", "import", conference.folder / name)
        assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 37), again["changes"]


def test_a_morning_at_the_door(conference):
    code = conference.people[1]["code"]
    first = conference.scan(code, "08:20")
    assert (first["verdict"], first["tone"], first["attendee"]["number"]) == ("Admitted", "go", 1)
    repeat = conference.scan(code, "08:20:01")
    assert (repeat["scan"], repeat["repeated"]) == (first["scan"], True)
    second = conference.scan(code, "08:25", "--desk", "ໂຕະ 2")
    assert (second["verdict"], second["desk"], second["since"]) == ("AlreadyIn", "ໂຕະ 1", "2024-06-12T08:20:00")
    assert conference.scan(code[:9], "08:26")["verdict"] == "Unreadable"
    assert conference.scan("8851234567890", "08:27")["verdict"] == "UnknownCode"
    early = conference.scan(conference.people[2]["code"], "07:00")
    assert (early["verdict"], early["opens_at"]) == ("NotOpen", "2024-06-12T07:30:00")
    forced = conference.scan(conference.people[2]["code"], "07:01", "--force")
    assert (forced["verdict"], forced["forced"]) == ("Admitted", True)
    assert conference.scan(conference.people[3]["code"], "11:00")["verdict"] == "Closed"


def test_in_and_out_gives_seconds(conference):
    code = conference.people[4]["code"]
    for at, more, verdict in (
        ("09:50", (), "Admitted"),
        ("10:30", ("--out",), "Left"),
        ("10:31", ("--out",), "NotInside"),
        ("11:00", (), "AdmittedBack"),
    ):
        assert conference.scan(code, at, *more, session="work")["verdict"] == verdict
    conference.scan(conference.people[5]["code"], "11:00", session="work")
    work = conference.ok("tally")["sessions"][1]
    assert work["attended"] == work["inside"] == [4, 5]
    assert work["seconds"] == {"4": 30 * 60 + 60 * 60, "5": 60 * 60}
    assert (work["arrived"], work["women"]) == (2, 1)


def test_people_named_by_number_on_paper(conference):
    answer = conference.scan("໗", "08:20", "--source", "paper")
    assert (answer["attendee"]["number"], answer["source"]) == (7, "paper")
    assert conference("scan", "99", "--session", "open", "--source", "number")[0] == 4


def test_void_puts_back_and_a_second_void_is_a_conflict(conference):
    scan = conference.scan(conference.people[1]["code"], "08:20")["scan"]
    row = conference.ok("void", scan, "--at", "2024-06-12T08:21")
    assert row["reference"] == scan
    assert conference.ok("tally")["arrived"] == 0
    assert conference("void", scan)[0] == 5
    assert conference("void", "nothing")[0] == 4
    conference.ok("void", row["scan"])
    assert conference.ok("tally")["arrived"] == 1


def test_a_sex_given_as_unknown_is_not_the_one_the_prefix_proposes(conference):
    came = ("--name", "ນາງ ໃໝ່ ມາ", "--at", "2024-06-12T08:30")
    assert conference.ok("walk-in", *came, "--session", "open")["attendee"]["sex"] == "female"
    assert conference.ok("walk-in", *came, "--session", "open", "--sex", "unknown")["attendee"]["sex"] == "unknown"
    assert conference.ok("substitute", "14", *came, "--sex", "unknown")["attendee"]["sex"] == "unknown"


def test_walk_in_substitute_cancel_reissue(conference):
    walked = conference.ok(
        "walk-in",
        "--name",
        "ນາງ ໃໝ່ ມາເພີ່ມ",
        "--organisation",
        "ອື່ນ",
        "--session",
        "open",
        "--at",
        "2024-06-12T08:30",
    )
    assert (walked["verdict"], walked["source"], walked["attendee"]["number"]) == ("Admitted", "walk-in", 38)
    assert walked["namesakes"] == []
    came = conference.ok("substitute", "14", "--name", "ທ່ານ ນ. ມາ ແທນ", "--at", "2024-06-12T08:00")
    assert came["stands_for"] == 14
    replaced = conference.scan(conference.people[14]["code"], "08:40")
    assert (replaced["verdict"], replaced["by"]["number"]) == ("Replaced", 39)
    assert conference.scan(came["attendee"]["code"], "08:41")["verdict"] == "Admitted"
    assert conference.ok("cancel", "3")["attendee"]["state"] == "cancelled"
    assert conference.scan(conference.people[3]["code"], "08:42")["verdict"] == "Cancelled"
    assert conference("cancel", "3")[0] == 5
    assert conference.ok("cancel", "3", "--restore")["attendee"]["state"] == "expected"
    new = conference.ok("reissue", conference.people[5]["code"])["attendee"]["code"]
    assert conference.scan(conference.people[5]["code"], "08:43")["verdict"] == "Replaced"
    assert conference.scan(new, "08:44")["verdict"] == "Admitted"
    counted = conference.ok("tally")
    assert (counted["expected"], counted["arrived"], counted["women"]) == (38, 3, 2)
    assert (counted["walk_ins"], counted["substitutes"]) == (1, 1)


def test_papers_are_printed_for_the_right_people(conference):
    folder = conference.folder
    sheet = conference.ok("print", "participants", "--out", folder / "before.pdf")
    assert sheet["people"] == 37
    conference.scan(conference.people[4]["code"], "08:20")
    conference.scan(conference.people[6]["code"], "09:50", session="work")
    assert conference.ok("print", "badges", "--out", folder / "b.pdf")["pages"] == 5
    assert conference.ok("print", "badges", "--out", folder / "one.pdf", "--person", "4")["people"] == 1
    assert conference.ok("print", "sign-in", "--out", folder / "s.pdf", "--session", "open")["people"] == 37
    assert conference.ok("print", "participants", "--out", folder / "p.pdf")["people"] == 2
    assert conference.ok("print", "participants", "--out", folder / "p1.pdf", "--session", "open")["people"] == 1
    done = conference.ok("print", "certificates", "--out", folder / "c.pdf", "--at", "2024-06-13T16:00")
    assert (done["people"], done["pages"]) == (2, 2)
    text = text_of(folder / "c.pdf")
    assert "001/ທລ.24" in text
    assert "002/ທລ.24" in text
    one = conference.ok("print", "certificates", "--out", folder / "c1.pdf", "--session", "work")
    assert one["people"] == 1
    assert "002/ທລ.24" in text_of(folder / "c1.pdf")


def test_a_register_number_stays_when_others_come_later(conference):
    out = conference.folder / "c.pdf"
    conference.scan(conference.people[9]["code"], "08:20")
    conference.ok("print", "certificates", "--out", out)
    conference.scan(conference.people[1]["code"], "08:21")
    conference.ok("print", "certificates", "--out", out)
    document = pypdfium2.PdfDocument(out)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert ["002/" in pages[0], "001/" in pages[1]] == [True, True]
    assert conference.people[9]["name"] in pages[1]


def test_check_finds_nothing_in_a_sound_store_and_a_changed_presence_in_another(conference):
    conference.scan(conference.people[1]["code"], "08:20")
    sound = conference.ok("check")
    assert sound["ok"]
    assert [one["name"] for one in sound["checks"]] == [
        *("file", "references", "presence", "codes", "scans", "records")
    ]
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(conference.store)) as database, database:
        database.execute("DELETE FROM presence")
        database.execute("UPDATE code SET code = 'AAAAAAAAAAAAAAAAAB' WHERE rowid = 1")
        database.execute("UPDATE scan SET sequence = 5")
        database.execute("UPDATE record SET reason = 'x'")
    code, found = conference("check")
    assert code == 6
    assert [one["name"] for one in found["checks"] if not one["ok"]] == ["presence", "codes", "scans", "records"]


def test_options_work_before_and_after_the_command(conference):
    event = conference.ok("event", "show")["event"]
    code, out, _ = conference.raw("tally", "--store", conference.store, "--event", event, "--json")
    assert (code, json.loads(out)["event"]) == (0, event)
    code, out, _ = conference.raw(
        "--event", "none", "tally", "--event", event, "--json", "--store", conference.store
    )
    assert code == 0
    code, out, _ = conference.raw("event", "--json", "show", "--store", conference.store)
    assert json.loads(out)["event"] == event


def test_people_are_told_in_lao_or_in_english(conference):
    code, out, _ = conference.raw("--store", conference.store, "tally")
    assert "ຄາດວ່າຈະມາ 37 ທ່ານ" in out
    code, out, _ = conference.raw("--store", conference.store, "tally", "--language", "en")
    assert "Expected 37" in out
    code, out, err = conference.raw("--store", conference.store, "--language=en", "scan", "x", "--session", "none")
    assert (code, out) == (4, "")
    assert "There is no session “none”. This event has: open, work." in err


@pytest.mark.parametrize("language", ["lo", "en"])
def test_what_is_shown_to_people_holds_what_they_need(conference, language):
    def told(*arguments):
        code, out, err = conference.raw("--store", conference.store, "--language", language, *arguments)
        assert (code, err) == (0, "")
        return out

    code = conference.people[1]["code"]
    assert "ກອງປະຊຸມທົດລອງ" in told("event", "list")
    assert "open" in told("event", "show")
    assert "work" in told("session", "list")
    assert "37" in told("roster", "import", SAMPLE)
    assert "37" in told("roster", "export", conference.folder / "r.xlsx")
    assert "ພູວົງ ສີບຸນເຮືອງ" in told("scan", code, "--session", "open", "--at", "2024-06-12T08:20")
    assert "08:20" in told("scan", code, "--session", "open", "--at", "2024-06-12T08:25")
    assert "07:30" in told("scan", code, "--session", "open", "--at", "2024-06-12T07:00")
    assert "10:00" in told("scan", code, "--session", "open", "--at", "2024-06-12T11:00")
    assert "ໃໝ່ ຄົນ" in told("walk-in", "--name", "ໃໝ່ ຄົນ", "--session", "open", "--at", "2024-06-12T08:30")
    assert "ມາ ແທນ" in told("substitute", "2", "--name", "ມາ ແທນ")
    assert "ມາ ແທນ" in told("scan", conference.people[2]["code"], "--session", "open", "--at", "2024-06-12T08:40")
    assert "ບຸນມີ" in told("cancel", "3")
    assert "ບຸນມີ" in told("cancel", "3", "--restore")
    assert conference.people[4]["name"] in told("reissue", "4")
    assert told("scan", conference.people[4]["code"], "--session", "open", "--at", "2024-06-12T08:41").strip()
    assert "p.pdf" in told("print", "participants", "--out", conference.folder / "p.pdf")
    assert told("check").strip()


def test_an_empty_store_says_what_to_do_first(signin):
    signin.store.touch()
    assert signin("tally")[0] == 4
    assert signin.ok("event", "list") == {"events": []}
    _, out, _ = signin.raw("--store", signin.store, "--language", "en", "event", "list")
    assert out == "There is nothing here yet.\n"


READING = [
    ("event", "list"),
    ("event", "show"),
    ("session", "list"),
    ("find", "ບຸນ"),
    ("tally",),
    ("check",),
    ("roster", "export", "list.csv"),
    ("scan", "X", "--session", "open"),
]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_store_that_is_not_there_is_said_and_not_made(signin, command):
    code, answer = signin(*command)
    assert (code, answer["error"]["name"]) == (6, "StoreMissing")
    assert (
        f"There is no store at “{signin.store}”"
        in signin.raw("--store", signin.store, *command, "--language", "en")[2]
    )
    assert not list(signin.folder.iterdir())


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_desk_that_never_had_an_event_says_so_and_makes_no_store(signin, command, monkeypatch):
    from signin import bootstrap

    monkeypatch.setattr(bootstrap, "default_store", lambda: signin.folder / "data" / "signin.db")
    code, _, err = signin.raw(*command, "--language", "en")
    assert (code, err) == (4, "There is no event yet. Make one with `signin event create FILE.toml`.\n")
    assert not list(signin.folder.iterdir())


def test_two_events_must_be_told_apart(conference):
    other = conference.folder / "other.toml"
    text = (conference.folder / "event.toml").read_text(encoding="utf-8").replace("ກອງປະຊຸມທົດລອງ", "ກອງປະຊຸມອື່ນ")
    other.write_text(text, encoding="utf-8")
    second = conference.ok("event", "create", other)["event"]
    assert conference("tally")[0] == 2
    assert conference.ok("--event", second, "tally")["expected"] == 0
    wrong = conference.ok(
        "--event", second, "scan", conference.people[1]["code"], "--session", "open", "--at", "2024-06-12T08:30"
    )
    assert (wrong["verdict"], wrong["event_title"]) == ("OtherEvent", "ກອງປະຊຸມທົດລອງ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["scan"],
        ["scan", "x"],
        ["--store"],
        ["scan", "x", "--session", "s", "--at", "noon"],
        ["--nope"],
    ],
)
def test_a_command_that_is_not_understood_is_usage(signin, arguments):
    code, out, err = signin.raw("--json", *arguments)
    assert code == 2
    assert json.loads(out)["error"]["exit_code"] == 2
    assert "--help" in err


def test_an_offset_is_converted_to_the_time_of_this_place(conference, monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Vientiane")
    time.tzset()
    try:
        answer = conference.scan(conference.people[1]["code"], "01:20:00+00:00")
        assert answer["at"] == "2024-06-12T08:20:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_fault_of_ours_is_said_plainly_and_kept(signin, monkeypatch, tmp_path):
    from signin import bootstrap

    def broken(*_, **__):
        raise RuntimeError("loose wire")

    monkeypatch.setattr(bootstrap, "open_desk", broken)
    monkeypatch.setattr(bootstrap, "default_store", lambda: tmp_path / "data" / "signin.db")
    signin.store.touch()
    code, answer = signin("tally")
    assert code == 1
    assert "loose wire" in answer["error"]["text"]
    assert "Traceback" in (tmp_path / "data" / "signin-errors.log").read_text(encoding="utf-8")
    monkeypatch.setattr(bootstrap, "default_store", lambda: tmp_path / "data" / "signin-errors.log" / "x")
    assert signin("tally")[0] == 1


def test_interrupting_is_no_failure(signin, monkeypatch):
    from signin import bootstrap

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "open_desk", interrupted)
    signin.store.touch()
    assert signin.raw("--store", signin.store, "tally")[0] == 130


def test_no_command_whatever_the_options_is_for_the_window(signin):
    from signin.cli import run
    from signin.cli.state import State

    told = run(["--store", str(signin.folder / "own.db"), "--event", "e7", "--language", "en"])
    assert isinstance(told, State)
    assert (told.store, told.event, told.language) == (signin.folder / "own.db", "e7", "en")


def test_the_help_and_the_version_are_printed():
    def told(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "signin", *arguments], capture_output=True, encoding="utf-8", check=True
        ).stdout

    assert "walk-in" in told("--help")
    assert "Gather" not in told("print", "--help")
    assert told("--version").split()[-1] == __version__
    assert "ໃບຢັ້ງຢືນ" in told("print", "--help")


def test_the_demonstration_plays_the_whole_meeting(signin):
    out = signin.folder / "papers"
    code, text, _ = signin.raw("--json", "demo", "--out", out)
    done = json.loads(text)
    assert code == 0
    assert (done["badges_printed"], done["codes_read_back"]) == (37, 37)
    assert (done["expected"], done["arrived"], done["women"]) == (38, 37, 12)
    assert set(done["verdicts"]) >= {
        *("Admitted", "AdmittedBack", "Left", "AlreadyIn", "NotOpen", "Closed"),
        *("Cancelled", "Replaced", "UnknownCode", "Unreadable"),
    }
    for name in ("badges.pdf", "participants.pdf", "certificates.pdf"):
        assert (out / name).stat().st_size > 10_000
    again = signin.raw("demo", "--out", out)
    assert again[0] == 0
    assert "certificates.pdf" in again[1]
    code, text, _ = signin.raw("--store", out / "demo.db", "--json", "check")
    assert json.loads(text)["ok"]
    walked = text_of(out / "participants.pdf")
    assert "ຄຳສອນ ແສງຈັນ" in walked


def test_zeros_that_phones_have_lost_are_put_back_when_asked(conference):
    lost = conference.ok("roster", "import", SAMPLE, "--dry-run")
    assert lost["attendees"][0]["phone"] == "2071843934"
    assert [one["text"] for one in lost["notices"] if one["kind"] == "phone-zero" and "--put-zeros" in one["text"]]
    put = conference.ok("roster", "import", SAMPLE, "--put-zeros")
    assert put["attendees"][0]["phone"] == "02071843934"
    assert {one["field"] for one in put["changes"]} == {"phone"}
    assert "phone-zero" not in {one["kind"] for one in put["notices"]}


def test_notices_name_their_row_once_and_in_words(conference):
    path = conference.folder / "more.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["ລ/ດ", "ຊື່", "ພາກສ່ວນ", "ອາຫານ"],
        [1, "ໃໝ່ ຄົນ", "ກົມ", "ເຈ"],
        [2, "ໃໝ່ ຄົນ", "ກົມ"],
        [3, "ນາງ ອື່ນ ຄົນ", "=C2"],
    ):
        book.active.append(row)
    book.save(path)
    _, out, _ = conference.raw(
        "--store", conference.store, "--language", "en", "roster", "import", path, "--dry-run"
    )
    notices = [said for said in out.splitlines() if said.startswith("  ")]
    unread = "Rows with a formula whose result is not in the file: 1; its cell was read as empty."
    assert notices == [
        "  Columns not read: ອາຫານ. Give them a known head, or leave them out.",
        "  Row 3: ໃໝ່ ຄົນ stands in row 2 already; skipped.",
        f"  {unread} Open the file in a spreadsheet program, save it and read it again. Rows 4.",
        "  People whose sex is only proposed by the prefix: 1. Rows 4.",
        "  Row 2: number 1 is another's; ໃໝ່ ຄົນ gets 38.",
        "  Row 4: number 3 is another's; ອື່ນ ຄົນ gets 39.",
    ]
