"""The house stays as it was drawn: imports point down, start-up is light, nothing speaks of elsewhere."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_imports_only_point_down():
    # In a process of its own: it turns off the loggers that are there, and other tests listen to them.
    code = (
        "import sys; from importlinter.cli import lint_imports;"
        f"sys.exit(lint_imports(config_filename={str(ROOT / 'pyproject.toml')!r}, no_cache=True))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_help_imports_no_heavy_library():
    code = (
        "import sys; from signin.cli import run; run(['--help']);"
        "heavy = ('PySide6', 'sqlalchemy', 'reportlab', 'uharfbuzz', 'fontTools', 'PIL', 'python_calamine');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_file_says_in_its_first_line_what_is_kept_there():
    for path in SOURCES:
        assert path.read_text(encoding="utf-8").startswith('"""'), path


def test_no_file_outgrows_its_room():
    longest = max(SOURCES, key=lambda path: len(path.read_text(encoding="utf-8").splitlines()))
    assert len(longest.read_text(encoding="utf-8").splitlines()) <= 300, longest


@pytest.mark.parametrize("trace", ["/work/", "/tmp/", "/root/", "../shared", "pypi.org", "pythonhosted"])
def test_the_project_speaks_of_itself_alone(trace):
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    here = Path(__file__).relative_to(ROOT).as_posix()
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if name == here or path.suffix in {".ttf", ".png", ".xlsx", ".mo", ".pdf"} or not path.is_file():
            continue
        assert trace not in path.read_text(encoding="utf-8", errors="replace"), name


def test_the_lock_pins_every_version_with_hashes_and_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert all("==" in pin for pin in pins)
    assert lock.count("--hash=sha256:") >= len(pins)


def test_the_lock_holds_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lock = re.sub(r"\[[\w,-]+\]==", "==", (ROOT / "requirements.lock").read_text(encoding="utf-8").lower())
    for one in wanted:
        name = one.split(">")[0].split("=")[0].split("<")[0].split("[")[0].lower()
        assert f"\n{name}==" in f"\n{lock}", name


def test_fonts_and_word_lists_come_with_their_licences():
    fonts = {path.name for path in (ROOT / "fonts").iterdir()}
    assert {"FONTS.md", "LICENSE-Phetsarath_OT-LGPL-2.1.txt", "LICENSE-NotoSansLao-OFL.txt"} <= fonts
    assert (ROOT / "resources" / "lao" / "LICENSE-words-Apache-2.0.txt").exists()
