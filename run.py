"""One file that sets signin up and runs it: `python3 run.py demo`, `python3 run.py test`.

Standard library only, the same on Windows and Linux. It makes `.venv` beside itself, installs what
`requirements.lock` pins by hash, and then runs what was asked for. Asked again, it only runs it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = HERE / "requirements.lock"
STAMP = VENV / "installed-for"
OLDEST = (3, 11)

# Debian's names of the programs that the tests ask: for a second opinion on every PDF, and for a real screen.
TEST_TOOLS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "xdotool": "xdotool",
}

# What the window's library needs of the system, where it is Linux: no wheel brings these.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}

# Besides, what a real window on X11 needs.
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

USAGE = """\
python3 run.py                    open the window
python3 run.py demo [--out DIR]   the main job, end to end, on a real conference
python3 run.py test [PYTEST …]    all tests (with coverage when nothing is chosen)
python3 run.py lint               ruff, mypy, import-linter
python3 run.py bench [NAME …]     the measurements, as ratios
python3 run.py words              gather the texts to translate and compile the translations
python3 run.py pictures DIR       pictures of every screen; those of the guide are made anew
python3 run.py setup              only the set-up
python3 run.py COMMAND …          any other command goes to signin itself
"""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do what the first argument names; the exit code is the last step's."""
    if sys.version_info < OLDEST:
        print("signin needs Python 3.11 or newer; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    if arguments[:1] in (["-h"], ["--usage"]):
        print(USAGE)
        return 0
    set_up()
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    own = {"setup": lambda _: 0, "test": test, "lint": lint, "bench": bench, "words": words, "pictures": pictures}
    if verb in own:
        return own[verb](rest)
    if not verb:
        system_packages(LIBRARIES | SCREEN)
    if verb == "demo" and not any(part.split("=")[0] == "--out" for part in rest):
        rest = [*rest, "--out", str(HERE / "demo-out")]
    return run(str(PYTHON), "-m", "signin", *([verb] if verb else []), *rest)


def set_up() -> None:
    """Make `.venv` hold exactly what the lock pins; at once when it already does."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up signin in .venv (once; needs the package registry) …", file=sys.stderr)
    if not has_ensurepip():
        system_packages({"ensurepip": "python3-venv"}, missing=["ensurepip"])
    if VENV.exists():
        shutil.rmtree(VENV)
    check(sys.executable, "-m", "venv", str(VENV))
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    check(*pip, "--require-hashes", "-r", str(LOCK))
    site = next(iter(VENV.glob("Lib/site-packages")), None) or next(VENV.glob("lib/python*/site-packages"))
    (site / "signin-checkout.pth").write_text(str(HERE / "src") + "\n", encoding="utf-8")
    STAMP.write_text(wanted)  # last, so that a set-up that was cut off is made again


def has_ensurepip() -> bool:
    """Whether this Python can make environments (Debian packs that part separately)."""
    probe = [sys.executable, "-c", "import ensurepip, venv"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def is_here(name: str) -> bool:
    """Whether the system has a program or a shared library."""
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return not sys.platform.startswith("linux")  # elsewhere the wheels bring everything
    return True


def system_packages(tools: dict[str, str], missing: list[str] | None = None) -> None:
    """Install Debian's packages for what is missing when root there, else name the command."""
    absent = missing if missing is not None else [tool for tool in tools if not is_here(tool)]
    if not absent:
        return
    packages = sorted({tools[tool] for tool in absent})
    if Path("/etc/debian_version").exists() and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing", " ".join(packages), "…", file=sys.stderr)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
            subprocess.run(step, check=False, env=quiet, stdout=subprocess.DEVNULL)
        return
    print(
        f"{', '.join(absent)}: not installed. On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}",
        file=sys.stderr,
    )


def test(arguments: list[str]) -> int:
    """Run the tests; the whole suite is measured for coverage, a chosen part is not."""
    system_packages(TEST_TOOLS | LIBRARIES | SCREEN)
    # Without its libraries the window's library cannot even be imported: its tests then skip and say so.
    options = [] if all(map(is_here, LIBRARIES)) else ["-p", "no:pytest-qt"]
    if arguments:
        return run(str(PYTHON), "-m", "pytest", *options, *arguments)
    # A file's tests stay together, for what they share is made once. One more than there are processors, for the
    # window's tests wait as hands and clocks do.
    workers = str((os.cpu_count() or 1) + 1)
    spread = ["-n", workers, "--dist", "loadfile", "--cov", "--cov-report="]
    result = run(str(PYTHON), "-m", "pytest", "-q", *options, *spread)
    if result:
        return result
    return run(str(PYTHON), "-m", "coverage", "report", "--fail-under=100")


def bench(names: list[str]) -> int:
    """Run the measurements, or the ones named."""
    return run(str(PYTHON), str(HERE / "benchmarks" / "__main__.py"), *names)


def lint(_: list[str]) -> int:
    """Run the linters, all of them, and fail if one does."""
    tool = [str(PYTHON), "-m"]
    return max(
        run(*tool, "ruff", "check", "."),
        run(*tool, "ruff", "format", "--check", "."),
        run(*tool, "mypy"),
        run(str(BIN / "lint-imports")),
    )


def words(_: list[str]) -> int:
    """Gather every text that the program says into the catalogue, and compile what is translated."""
    return run(str(PYTHON), str(HERE / "tools" / "words.py"))


def pictures(arguments: list[str]) -> int:
    """Make pictures of every screen of the window, of all or of what a window must wear (lo-light-1280)."""
    system_packages(LIBRARIES)
    return run(str(PYTHON), str(HERE / "tools" / "pictures.py"), *(arguments or [str(HERE / "pictures-out")]))


def run(*command: str) -> int:
    """Run a step in the checkout's folder of packages and give its exit code."""
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def check(*command: str) -> None:
    """Run a step of the set-up; stop with a plain word if it fails."""
    if run(*command):
        print(
            "\nSet-up stopped: the step above failed. Run the same command again when it is mended.",
            file=sys.stderr,
        )
        sys.exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
