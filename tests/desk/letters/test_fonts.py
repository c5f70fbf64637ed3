"""Our fonts are loaded from our folder, and it is these that the window draws with, whatever the PC has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
import uharfbuzz as hb
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QRawFont, QTextLayout
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QToolTip,
)

from signin.assets import FONTS
from signin.desk.letters import fonts
from signin.desk.letters.label import LaoLabel

TEXT = "ປື້ມລົງທະບຽນ ຫຼຸດ ນ້ຳ ໜຶ້ ໞ 2024 ICT ₭"
FILES = {
    ("screen", False): "NotoSansLao-Regular.ttf",
    ("screen", True): "NotoSansLao-Bold.ttf",
    ("paper", False): "Phetsarath_OT.ttf",
    ("paper", True): "Phetsarath-Bold.ttf",
}

ANOTHER_OF_THAT_NAME = """
import sys
from pathlib import Path
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from signin.assets import FONTS
from signin.desk.letters import fonts
application = QApplication([])
for path in FONTS.glob("*.ttf"):
    data = bytearray(path.read_bytes())
    head = next(entry for entry in range(12, 600, 16) if data[entry : entry + 4] == b"head")
    data[int.from_bytes(data[head + 8 : head + 12], "big") + 27] ^= 1  # made at another time: another font
    assert QFontDatabase.addApplicationFontFromData(QByteArray(bytes(data))) >= 0
families = fonts.load_fonts()
for (family, bold), name in families.names.items():
    assert fonts.draws_with(name, (FONTS / fonts._FILES[family, bold]).read_bytes(), bold=bold), name
print(*sorted(set(families.names.values())), sep=", ")
"""


def drawn(text, font):
    """Give the fonts and the glyphs with which Qt draws a text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [(run.rawFont(), list(run.glyphIndexes())) for run in layout.glyphRuns()]


def is_file(raw, name):
    file = QRawFont(QByteArray((FONTS / name).read_bytes()), raw.pixelSize())
    return all(raw.fontTable(tag) == file.fontTable(tag) for tag in ("head", "glyf", "GPOS", "name"))


def shaped(text, name):
    font = hb.Font(hb.Face((FONTS / name).read_bytes()))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


@pytest.mark.parametrize(("family", "bold"), FILES)
def test_each_face_is_drawn_from_its_file(family, bold):
    name = FILES[family, bold]
    (raw, glyphs), *others = drawn("ປື້ມລົງທະບຽນ", fonts.font(12, bold=bold, family=family))
    assert not others
    assert is_file(raw, name)
    assert glyphs == shaped("ປື້ມລົງທະບຽນ", name)
    assert 0 not in glyphs


@pytest.mark.parametrize("bold", [False, True])
def test_the_windows_texts_are_all_in_noto_sans_lao(qtbot, bold):
    table = QTableView()
    kinds = (LaoLabel, QPushButton, QLineEdit, QComboBox, QMenu)
    widgets = [*(kind() for kind in kinds), table, QHeaderView(table.horizontalHeader().orientation(), table)]
    tip = QToolTip.font()
    for font in [*(widget.font() for widget in widgets), tip]:
        wanted = QFont(font)
        wanted.setBold(bold)
        runs = drawn(TEXT, wanted)
        assert all(is_file(raw, FILES["screen", bold]) for raw, _ in runs)
        assert all(0 not in glyphs for _, glyphs in runs)
    table.deleteLater()


@pytest.mark.parametrize("bold", [False, True])
def test_what_phetsarath_has_no_letter_for_is_drawn_in_noto_sans_lao(bold):
    runs = drawn("ກອງປະຊຸມ ₭ – …" if bold else "ກອງປະຊຸມ ໞ", fonts.font(12, bold=bold, family="paper"))
    assert {name for raw, _ in runs for name in FILES.values() if is_file(raw, name)} == {
        FILES["paper", bold],
        FILES["screen", bold],
    }
    assert all(0 not in glyphs for _, glyphs in runs)


def test_a_font_of_the_same_name_on_the_pc_is_not_drawn_with():
    done = subprocess.run(
        [sys.executable, "-c", ANOTHER_OF_THAT_NAME], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("damage", ["missing", "empty", "not a font"])
def test_a_font_that_cannot_be_loaded_is_named(tmp_path, damage):
    folder = shutil.copytree(FONTS, tmp_path / "fonts")
    file = folder / "Phetsarath_OT.ttf"
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(b"" if damage == "empty" else b"x" * 1000)
    with pytest.raises(fonts.FontNotLoaded) as failed:
        fonts.load_from(folder)
    assert failed.value.values["font"] == "Phetsarath_OT.ttf"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_the_command_line_starts_without_the_window(arguments):
    script = (
        "import sys\nfrom signin.cli import run\n"
        f"try:\n    run({arguments})\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'signin.desk'))])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.rstrip().endswith("[]")
