"""Workbooks read by calamine: here when they are proven harmless, otherwise in a child process with limits."""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import pickle
import re
import time
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from signin.exchange import container, failures
from signin.exchange.failures import FileDamaged, PasswordProtected, ReadingCancelled, TableTooLarge
from signin.exchange.limits import Limits
from signin.exchange.open_document import is_open_document
from signin.exchange.tables import Merge, Row, Sheet
from signin.words import Failure

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FONT_RECORD = re.compile(rb"\x31\x00(..).{14}(.)", re.DOTALL)
_PAUSE = 0.05


def read(path: Path, *, old: bool, limits: Limits, cancelled: Callable[[], bool]) -> tuple[Sheet, ...]:
    """Read the sheets of an .xlsx, of an .xls (`old`), or of an .ods, which is read as an .xls is."""
    if old and _ENCRYPTED in path.read_bytes():
        raise PasswordProtected(file=path.name)
    old = old or is_open_document(path, limits)
    if not old and container.size_declared(path, limits) <= limits.here:
        unpacked = container.unpack(path, limits)
        if container.is_harmless(unpacked):
            return _read_new(path, unpacked, limits)
    return _in_child(path, old=old, limits=limits, cancelled=cancelled)


def _read_new(path: Path, unpacked: container.Container, limits: Limits) -> tuple[Sheet, ...]:
    def finished(sheet: Sheet) -> Sheet:
        hidden = unpacked.hidden(sheet.name)
        rows = sheet.rows
        if hidden.rows:
            rows = tuple(row._replace(hidden=row.number in hidden.rows) for row in rows)
        return sheet._replace(
            rows=rows,
            hidden_columns=hidden.columns,
            fonts=unpacked.fonts(),
            cell_fonts=unpacked.cell_fonts(sheet.name),
            unanswered=unpacked.unanswered(sheet.name),
        )

    return tuple(map(finished, _sheets(path, unpacked.repacked(), limits)))


def _read_old(path: Path, limits: Limits) -> tuple[Sheet, ...]:
    content = path.read_bytes()
    fonts = _old_fonts(content)
    return tuple(sheet._replace(fonts=fonts) for sheet in _sheets(path, io.BytesIO(content), limits))


def _sheets(path: Path, content: io.BytesIO, limits: Limits) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_filelike(content) as workbook:
            made = [
                _sheet(workbook, about.name, about.visible is SheetVisibleEnum.Visible)
                for about in workbook.sheets_metadata
                if about.typ is SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        raise PasswordProtected(file=path.name) from None
    except (CalamineError, ValueError, OSError):
        raise FileDamaged(file=path.name) from None
    if any(len(sheet.rows) > limits.rows for sheet in made):
        raise TableTooLarge(file=path.name)
    return made


def _sheet(workbook: CalamineWorkbook, name: str, visible: bool) -> Sheet:  # noqa: FBT001  as the library tells it
    sheet = workbook.get_sheet_by_name(name)
    rows = map(Row, count(1), map(tuple, sheet.to_python(skip_empty_area=False)))
    filled = tuple(row for row in rows if any(row.cells) or any(cell != "" for cell in row.cells))
    merges = tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in _merged(sheet))
    return Sheet(name, visible, filled, merges)


def _merged(sheet: Any) -> list[tuple[tuple[int, int], tuple[int, int]]]:  # noqa: ANN401  untyped in the library
    return sheet.merged_cell_ranges or []


def _old_fonts(content: bytes) -> tuple[str, ...]:
    """Name the fonts of an .xls: its FONT records ([MS-XLS] 2.4.122), found by their own lengths."""
    names = []
    for record in _FONT_RECORD.finditer(content):
        size, length, start = int.from_bytes(record[1], "little"), record[2][0], record.end()
        for flag, each, encoding in ((b"\x00", 1, "latin-1"), (b"\x01", 2, "utf-16-le")):
            if length and size == 16 + length * each and content[start : start + 1] == flag:
                names.append(content[start + 1 : start + 1 + length * each].decode(encoding, "replace"))
    return tuple(dict.fromkeys(names))


def _in_child(path: Path, *, old: bool, limits: Limits, cancelled: Callable[[], bool]) -> tuple[Sheet, ...]:
    """Read in a new process ("spawn": the same on Windows and in a frozen program) and wait within limits."""
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe(duplex=False)
    child = spawning.Process(target=_serve, args=(there, path, old, limits), daemon=True)
    child.start()
    there.close()
    try:
        return _unwrapped(_answer(here, path, limits, cancelled))
    finally:
        child.kill()
        child.join()
        child.close()
        here.close()


def _answer(here: Connection, path: Path, limits: Limits, cancelled: Callable[[], bool]) -> bytes:
    until = time.monotonic() + limits.seconds
    while not here.poll(_PAUSE):
        if cancelled():
            raise ReadingCancelled(file=path.name)
        if time.monotonic() > until:
            raise TableTooLarge(file=path.name)
    try:
        return here.recv_bytes()
    except (EOFError, OSError):  # it died: out of memory ends calamine at once
        raise TableTooLarge(file=path.name) from None


def _unwrapped(answer: bytes) -> tuple[Sheet, ...]:
    """Give what the child read, or raise what it raised; the bytes come from our own child."""
    name, content = pickle.loads(answer)  # noqa: S301  written by _serve
    if name:
        raise getattr(failures, name)(**content)
    return tuple(
        Sheet(title, visible, tuple(map(Row._make, rows)), tuple(map(Merge._make, merges)), *rest)
        for title, visible, rows, merges, *rest in content
    )


def _serve(there: Connection, path: Path, old: bool, limits: Limits) -> None:  # noqa: FBT001  positional over a pipe
    """Be the child: read, and send plain tuples back, which pickle fast."""
    _limit_memory(limits)
    try:
        sheets = _read_old(path, limits) if old else _read_far(path, limits)
        plain = [
            (s.name, s.visible, [tuple(r) for r in s.rows], [tuple(m) for m in s.merges], *s[4:]) for s in sheets
        ]
        answer: tuple[str, object] = ("", plain)
    except Failure as failure:
        answer = (type(failure).__name__, failure.values)
    except MemoryError:
        answer = ("TableTooLarge", {"file": path.name})
    there.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


def _read_far(path: Path, limits: Limits) -> tuple[Sheet, ...]:
    unpacked = container.unpack(path, limits)
    if container.area(unpacked) > limits.cells:
        raise TableTooLarge(file=path.name)
    return _read_new(path, unpacked, limits)


def _limit_memory(limits: Limits) -> None:
    """Bound the address space where the system can, and keep the library's last words off the terminal."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    with contextlib.suppress(ImportError):  # Windows: the areas and sizes above, and the time, must do
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
