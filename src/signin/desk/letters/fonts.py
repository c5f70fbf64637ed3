"""The program's own fonts in the window: loaded by path, and checked that it is these that Qt draws with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QToolTip

from signin.assets import FONTS
from signin.words import Failure, mark

Family = Literal["screen", "paper"]

_FILES: dict[tuple[Family, bool], str] = {
    ("screen", False): "NotoSansLao-Regular.ttf",
    ("screen", True): "NotoSansLao-Bold.ttf",
    ("paper", False): "Phetsarath_OT.ttf",
    ("paper", True): "Phetsarath-Bold.ttf",
}
_PROOF = ("head", "hmtx", "glyf", "GPOS")
"""Tables of a font file that two versions of a font never share: check sum and date, advances, outlines, marks."""


class FontNotLoaded(Failure):
    """A font of ours that is missing or broken, or that Qt does not draw with."""

    text = mark("The font {font} could not be loaded. Install the program again.")


@dataclass(frozen=True, slots=True)
class Families:
    """Under which names Qt knows our faces: the fonts' own, or others where the PC has one of that name."""

    names: dict[tuple[Family, bool], str]

    def of(self, family: Family, *, bold: bool) -> list[str]:
        """Give a family's name, and Noto Sans Lao for what Phetsarath has no letters for."""
        return list(dict.fromkeys([self.names[family, bold], self.names["screen", bold]]))


@cache
def load_fonts() -> Families:
    """Load the faces of `fonts/`, once; a QApplication must exist. Raises FontNotLoaded."""
    return load_from(FONTS)


def load_from(folder: Path) -> Families:
    """Load our four faces from a folder. Raises FontNotLoaded, naming the file."""
    return Families({(family, bold): _load(folder / name, bold=bold) for (family, bold), name in _FILES.items()})


def font(size: float, *, bold: bool = False, family: Family = "screen") -> QFont:
    """Give a font of ours, `size` in points: Noto Sans Lao for the screen, Phetsarath as on paper."""
    ours = QFont(load_fonts().of(family, bold=bold))
    ours.setPointSizeF(size)
    ours.setBold(bold)
    return ours


def use_everywhere(size: float) -> None:
    """Let every widget and tooltip draw in Noto Sans Lao of this size in points."""
    QApplication.setFont(font(size))
    QToolTip.setFont(font(size))


def _load(path: Path, *, bold: bool) -> str:
    """Load a file and give the name under which Qt draws with it.

    Where the PC has another font of the same name, Qt may prefer that one. So the tables of what Qt would draw
    with are compared with the file's; if they differ, the face is loaded once more under a name that only we use.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FontNotLoaded(font=path.name) from error
    name = _added(data, path.name)
    if draws_with(name, data, bold=bold):
        return name
    own = _added(_renamed(data, name), path.name)
    if not draws_with(own, data, bold=bold):
        raise FontNotLoaded(font=path.name)
    return own


def _added(data: bytes, file_name: str) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(QByteArray(data)))
    if not families:
        raise FontNotLoaded(font=file_name)
    return families[0]


def draws_with(name: str, data: bytes, *, bold: bool) -> bool:
    """Whether Qt, asked for a family by its name, draws with the font file that holds these bytes."""
    asked = QFont([name])
    asked.setBold(bold)
    drawn = QRawFont.fromFont(asked, QFontDatabase.WritingSystem.Lao)
    ours = QRawFont(QByteArray(data), drawn.pixelSize())
    return drawn.isValid() and all(drawn.fontTable(tag) == ours.fontTable(tag) for tag in _PROOF)


def _renamed(data: bytes, name: str) -> bytes:
    """Give the font another family name, in memory only: as long as the old one, so that nothing else moves."""
    other = name.replace("Lao", "Our").replace("sarath", "signin")
    for encoding in ("utf-16-be", "latin-1"):
        data = data.replace(name.encode(encoding), other.encode(encoding))
    return data
