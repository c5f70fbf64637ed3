"""Spreadsheets as LibreOffice writes them (.ods): what is looked at before anybody reads the cells."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from signin.exchange.failures import FileDamaged, PasswordProtected, TableTooLarge
from signin.exchange.limits import Limits

_KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_TYPE, _CELLS, _PARTS = "mimetype", "content.xml", "META-INF/manifest.xml"


def is_open_document(path: Path, limits: Limits) -> bool:
    """Tell whether a zipped file is a spreadsheet of this kind.

    Raises PasswordProtected, FileDamaged, and TableTooLarge where its cells unpack to more than `limits.kept`.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            if _TYPE not in packed.namelist() or not packed.read(_TYPE).startswith(_KIND):
                return False
            if b"encryption-data" in packed.read(_PARTS):
                raise PasswordProtected(file=path.name)
            with packed.open(_CELLS) as content:
                cells = content.read(limits.kept + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, EOFError, NotImplementedError):
        raise FileDamaged(file=path.name) from None
    if len(cells) > limits.kept:
        raise TableTooLarge(file=path.name)
    if b"<!DOCTYPE" in cells[:4096]:
        raise FileDamaged(file=path.name)  # no program writes that; entities are never expanded
    return True
