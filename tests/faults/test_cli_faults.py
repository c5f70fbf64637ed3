"""The command line under wrong arguments, odd terminals and readers that go away: always a plain answer."""

import json
import os
import random
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signin.cli.state import State
from signin.store import Store, attendees, scans

AT = ("--at", "2024-06-12T08:24")
MORNING = ("--session", "day1-am")

WRONG = [
    (("nonsense",), 2),
    (("--nonsense",), 2),
    (("event",), 2),
    (("event", "nonsense"), 2),
    (("event", "create"), 2),
    (("event", "create", "missing.toml"), 4),
    (("event", "create", "."), 3),
    (("event", "create", "signin.db"), 3),
    (("event", "show", "--event", "none"), 4),
    (("event", "show", "extra"), 2),
    (("session", "list", "--event", "'; DROP TABLE event; --"), 4),
    (("roster", "import"), 2),
    (("roster", "import", "missing.xlsx"), 4),
    (("roster", "import", "signin.db"), 3),
    (("roster", "import", "missing.xlsx", "--at", "soon"), 2),
    (("roster", "export"), 2),
    (("roster", "export", "list.txt"), 2),
    (("roster", "export", "no-folder/list.csv"), 7),
    (("roster", "export", "x" * 300 + ".csv"), 7),
    (("scan",), 2),
    (("scan", "X"), 2),
    (("scan", "X", "--session"), 2),
    (("scan", "X", "--session", "none"), 4),
    (("scan", "X", "--session", ""), 4),
    (("scan", "X", *MORNING, "--event", "none"), 4),
    (("scan", "X", *MORNING, "--at", "yesterday"), 2),
    (("scan", "X", *MORNING, "--at", "2024-13-40"), 2),
    (("scan", "X", *MORNING, "--at", "໒໐໒໔"), 2),
    (("scan", "X", *MORNING, "--at", "9999-12-31T23:59:59"), 2),
    (("scan", "X", *MORNING, "--at", "0001-01-01T00:00:00+14:00"), 2),
    (("scan", "X", *MORNING, "--at", ""), 2),
    (("scan", "X", *MORNING, "--source", "walk-in"), 2),
    (("scan", "99", *MORNING, "--source", "number"), 4),
    (("walk-in", *MORNING), 2),
    (("walk-in", "--name", " ", *MORNING), 3),
    (("walk-in", "--name", "ນາງ", *MORNING), 3),
    (("walk-in", "--name", "ນາງ ມາລີ", "--session", "none"), 4),
    (("walk-in", "--name", "ນາງ ມາລີ", *MORNING, "--sex", "both"), 2),
    (("substitute", "1"), 2),
    (("substitute", "99", "--name", "ນາງ ມາລີ"), 4),
    (("substitute", "໙໙", "--name", "ນາງ ມາລີ"), 4),
    (("substitute", "1", "--name", ""), 3),
    (("cancel",), 2),
    (("cancel", "none"), 4),
    (("cancel", "-1"), 2),
    (("cancel", "9" * 40), 4),
    (("cancel", "1", "--restore"), 5),
    (("reissue", ""), 4),
    (("reissue", "1", "--at", "24:00"), 2),
    (("void",), 2),
    (("void", "none"), 4),
    (("void", "'; DROP TABLE scan; --", *AT), 4),
    (("tally", "--event", "none"), 4),
    (("tally", "--language", "fr"), 2),
    (("print",), 2),
    (("print", "money", "--out", "x.pdf"), 2),
    (("print", "badges"), 2),
    (("print", "badges", "--out", "no-folder/x.pdf"), 7),
    (("print", "badges", "--out", "."), 7),
    (("print", "badges", "--out", "ກ" * 300 + ".pdf"), 7),
    (("print", "badges", "--out", "x.pdf", "--session", "none"), 4),
    (("print", "participants", "--out", "x.pdf", "--session", "none"), 4),
    (("print", "certificates", "--out", "x.pdf", "--session", "none"), 4),
    (("check", "extra"), 2),
    (("demo",), 2),
    (("demo", "--out", "signin.db"), 2),
    (("demo", "--out", "signin.db/folder"), 7),
]


def named(command):
    return " ".join(command)[:60]


def lines_of(out):
    """Give the lines of an output; other characters that Python calls line ends are letters in it."""
    assert out.endswith("\n")
    return out[:-1].split("\n")


@pytest.mark.parametrize(("command", "expected"), WRONG, ids=[named(command) for command, _ in WRONG])
def test_a_wrong_command_ends_in_its_code_with_one_object_and_one_sentence(
    store_file, run_here, monkeypatch, command, expected
):
    monkeypatch.chdir(store_file.parent)
    before = store_file.read_bytes()
    code, out, err = run_here(*command, "--store", store_file, "--json")
    assert code == expected, err
    (line,) = lines_of(out)
    error = json.loads(line)["error"]
    assert error["exit_code"] == expected
    assert error["text"]
    assert "Something unexpected" not in err
    assert store_file.read_bytes() == before


@pytest.mark.parametrize(("command", "expected"), WRONG[::4], ids=[named(command) for command, _ in WRONG[::4]])
def test_a_wrong_command_says_so_in_lao_as_well(store_file, run_here, monkeypatch, command, expected):
    monkeypatch.chdir(store_file.parent)
    if "--language" in command:
        return
    code, out, err = run_here(*command, "--store", store_file, "--language", "lo")
    assert (code, out) == (expected, "")
    assert any("\u0e80" <= letter <= "\u0eff" for letter in err)


def test_the_codes_of_conflicts_are_five(store_file, run_here):
    store = ("--store", store_file, "--json")
    assert run_here("substitute", "໑", "--name", "ນາງ ມາລີ", *store)[0] == 0
    assert run_here("substitute", "1", "--name", "ນາງ ມາລີ", *store)[0] == 5
    assert run_here("cancel", "໒", *store)[0] == 0
    assert run_here("cancel", "2", *store)[0] == 5
    assert run_here("reissue", "2", *store)[0] == 5
    _, out, _ = run_here("scan", "X", *MORNING, *AT, *store)
    scan = json.loads(out)["scan"]
    assert run_here("void", scan, *store)[0] == 0
    assert run_here("void", scan, *store)[0] == 5


def test_options_stand_before_and_after_the_command(store_file, run_here, code):
    scan = ("scan", code(1), *MORNING, *AT)
    options = ("--store", store_file, "--json", "--event", "e1", "--language", "lo")
    before, after = run_here(*options, *scan), run_here(*scan, *options)
    assert [json.loads(out)["verdict"] for _, out, _ in (before, after)] == ["Admitted", "Admitted"]
    assert json.loads(after[1])["repeated"]
    between = run_here("--json", "event", "--store", store_file, "show", "--event", "e1")
    assert json.loads(between[1])["event"] == "e1"


@pytest.mark.parametrize("command", [("event", "list"), ("tally",), ("check",), ("scan", "X", *MORNING)])
def test_a_store_in_a_folder_that_cannot_be_is_said_plainly(store_file, run_here, command):
    for path in (store_file / "in" / "x.db", "/proc/none/x.db"):
        code, out, err = run_here(*command, "--store", path, "--json")
        assert (code, json.loads(out)["error"]["exit_code"]) == (6, 6), err


def test_bytes_that_are_no_letters_are_answered_in_every_place(store_file, signin, run_here):
    odd = b"\xff\xfe"
    done = signin(b"scan", odd, *MORNING, b"--desk", odd, b"--store", os.fsencode(store_file), b"--json")
    assert (done.code, done.json["verdict"]) == (0, "UnknownCode")
    odd = os.fsdecode(odd)
    for command, expected in [
        (("scan", "X", "--session", odd), 4),
        (("scan", "X", *MORNING, "--event", odd), 4),
        (("walk-in", "--name", "A" + odd, "--phone", odd, *MORNING), 0),
        (("void", odd), 4),
        (("cancel", odd), 4),
        (("tally", "--event", odd), 4),
    ]:
        code, out, err = run_here(*command, "--store", store_file, "--json")
        assert code == expected, err
        out.encode("utf-8", "backslashreplace")
        assert json.loads(out)


def test_bytes_that_are_no_letters_name_a_file_like_any_other(tmp_path, run_here):
    name = os.fsdecode(b"\xff.db")
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("this disk takes only names that are text")
    assert run_here("event", "list", "--store", tmp_path / name)[0] == 0
    assert run_here("roster", "export", tmp_path / os.fsdecode(b"\xff.csv"), "--store", tmp_path / name)[0] == 4


NARROW = [
    {"PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("env", NARROW, ids=["cp1252", "C"])
def test_consoles_set_up_for_other_letters_get_lao(store_file, signin, env):
    done = signin("scan", "X", *MORNING, "--store", store_file, "--language", "lo", env=env)
    assert done.code == 0
    assert any("\u0e80" <= letter <= "\u0eff" for letter in done.out.decode())


@pytest.mark.parametrize(
    "command",
    [("scan", "X", *MORNING), ("scan", "X", "--session", "none", "--json")],
)
def test_a_reader_that_went_away_is_no_failure(store_file, environ, command):
    reading, writing = os.pipe()
    os.close(reading)
    python = [sys.executable, "-m", "signin", *command, "--store", str(store_file)]
    done = subprocess.run(python, env=environ, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.returncode == (4 if "none" in command else 0)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    with Store(store_file) as store, store.read() as tx:
        assert len(scans.of_event(tx, "e1")) == (command[0] == "scan" and "none" not in command)


def test_help_to_a_reader_that_went_away_is_no_failure(environ):
    reading, writing = os.pipe()
    os.close(reading)
    python = [sys.executable, "-m", "signin", "--help"]
    done = subprocess.run(python, env=environ, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")  # noqa: PTH110 - short
@pytest.mark.parametrize("command", [("scan", "X", "--session", "none", "--json"), ("event", "list", "--json")])
def test_an_output_that_is_full_shows_no_traceback(store_file, environ, command):
    python = [sys.executable, "-m", "signin", *command, "--store", str(store_file)]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(python, env=environ, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode in {1, 4}
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_outputs_that_are_closed_do_not_crash_it(store_file, environ):
    closing = [
        sys.executable,
        "-c",
        "import os, sys; os.close(1); os.close(2); os.execv(sys.executable, sys.argv[1:])",
    ]
    python = [sys.executable, "-m", "signin", "scan", "X", *MORNING, "--store", str(store_file)]
    assert subprocess.run([*closing, *python], env=environ, check=False).returncode == 0


NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "SIGNIN_LANGUAGE": "en"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [(), ("--event", "e1"), ("--json",)])
def test_without_a_command_and_without_a_screen_it_says_so(signin, arguments):
    done = signin(*arguments, env=NO_SCREEN)
    assert done.code == 1
    assert b"--help" in done.err or b"libegl1" in done.err
    assert b"Traceback" not in done.err


def test_help_imports_nothing_heavy(environ):
    python = [sys.executable, "-X", "importtime", "-m", "signin", "--help"]
    done = subprocess.run(python, env=environ, capture_output=True, text=True, check=True)
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "click" in imported
    heavy = {"PySide6", "sqlalchemy", "reportlab", "uharfbuzz", "fontTools", "PIL", "python_calamine", "pypdfium2"}
    assert imported.isdisjoint(heavy)


WORDS = [
    *("event", "create", "list", "show", "session", "roster", "import", "export", "scan", "walk-in", "substitute"),
    *("cancel", "reissue", "void", "tally", "print", "badges", "participants", "certificates", "check", "--help"),
    *("--json", "--event", "e1", "--language", "en", "lo", "--session", "day1-am", "--at", "2024-06-12T08:24"),
    *("--out", "paper.pdf", "--name", "ນາງ ມາລີ", "--desk", "--force", "--dry-run", "--source", "number", "1", "໒"),
    *("--", "-", "", "--store", "list.csv", "list.xlsx", "--restore", "--sex", "female", "--version", "-h"),
]
# What a shell can hand over: any letters but NUL, and bytes that are none as Python reads them (PEP 383).
LETTERS = st.characters(exclude_characters="\0", exclude_categories=("Cs",))
BYTES = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=("Cs",))
ODD = st.text(st.one_of(LETTERS, BYTES), max_size=20)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=st.lists(st.one_of(st.sampled_from(WORDS), ODD), max_size=9))
def test_no_command_line_at_all_brings_a_surprise(meeting, run_here, monkeypatch, parts):
    """Anything a shell can hand over, most of it near a real command; the store stays sound."""
    monkeypatch.chdir(meeting.store.path.parent)
    told = [part for part in parts if "/" not in part]
    code, _, err = run_here("--store", meeting.store.path, *told)
    if not isinstance(code, State):  # without a command it is for the window
        assert code in {0, 2, 3, 4, 5, 6, 7}, err
        assert (code == 0) or err


COMMANDS = [
    ("scan", "{odd}", *MORNING),
    ("scan", "X", "--session", "{odd}"),
    ("scan", "{odd}", *MORNING, "--source", "number"),
    ("scan", "X", *MORNING, "--desk", "{odd}", "--at", "{odd}"),
    ("walk-in", "--name", "{odd}", "--phone", "{odd}", "--organisation", "{odd}", *MORNING),
    ("substitute", "{odd}", "--name", "{odd}"),
    ("cancel", "{odd}"),
    ("reissue", "{odd}", *AT),
    ("void", "{odd}", *AT),
    ("tally", "--event", "{odd}"),
    ("roster", "import", "{odd}", "--sheet", "{odd}"),
    ("event", "create", "{odd}"),
]


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(command=st.sampled_from(COMMANDS), odd=ODD)
def test_any_text_in_any_place_is_answered_with_one_object(meeting, run_here, monkeypatch, command, odd):
    monkeypatch.chdir(meeting.store.path.parent)
    odd = odd.replace("/", "")
    told = [odd if part == "{odd}" else part for part in command]
    code, out, err = run_here("--store", meeting.store.path, "--json", *told)
    assert code in {0, 2, 3, 4, 5}, err
    if "--help" not in told and "-h" not in told:
        (line,) = lines_of(out)
        assert isinstance(json.loads(line), dict)


def test_a_whole_day_of_odd_commands_leaves_a_sound_store(store_file, run_here, code):
    chance = random.Random(612)
    store = ("--store", store_file, "--json")
    for nth in range(40):
        at = ("--at", f"2024-06-12T{8 + nth // 10:02}:{nth % 10 * 6:02}")
        number = str(chance.randrange(1, 8))
        command = chance.choice(
            [
                ("scan", code(chance.randrange(1, 5)), *MORNING),
                ("scan", number, *MORNING, "--source", "number", "--out"),
                ("walk-in", "--name", "ນາງ ມາລີ", *MORNING),
                ("substitute", number, "--name", "ທ້າວ ຄຳ"),
                ("cancel", number),
                ("cancel", number, "--restore"),
                ("reissue", number),
            ]
        )
        assert run_here(*command, *at, *store)[0] in {0, 4, 5}
    assert json.loads(run_here("check", *store)[1])["ok"]
    with Store(store_file) as opened, opened.read() as tx:
        assert len(attendees.live_codes(tx, "e1")) == len(attendees.everyone(tx, "e1"))
