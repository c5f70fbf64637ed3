"""The measurements run and print their ratios; how quick anything is, no test asks."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks" / "__main__.py"


def bench(*arguments):
    command = [sys.executable, str(BENCHMARKS), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


@pytest.mark.parametrize(
    "name", ["checkin", "roster", "list_growth", "certificates", "preview", "search", "start"]
)
def test_a_measurement_runs_and_prints_ratios(name):
    ran = bench("--quick", name)
    assert ran.returncode == 0, ran.stderr
    assert f"### {name}" in ran.stdout
    assert " × |" in ran.stdout


@pytest.mark.parametrize("name", ["door", "keystroke", "import_window", "roster_table", "window_start", "soak"])
def test_a_measurement_of_the_window_runs_and_prints_ratios(name):
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    test_a_measurement_runs_and_prints_ratios(name)


def test_an_unknown_measurement_is_refused_by_name():
    ran = bench("--quick", "nothing")
    assert ran.returncode == 2
    assert "nothing" in ran.stderr
    assert "checkin" in ran.stderr
