"""The file that holds an announcement: plain text in UTF-8 or UTF-16, no longer than somebody would write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from signin.exchange.announcement import Announcement, read_announcement
from signin.exchange.delimited import decoded
from signin.exchange.failures import EncodingUnknown, FileMissing, FileUnreadable
from signin.exchange.limits import MEGABYTE
from signin.lao.legacy import recognise
from signin.words import Failure, mark

LARGEST = MEGABYTE
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")


class AnnouncementTooLarge(Failure):
    """More than any announcement: the wrong file."""

    text = mark("The file {file} is larger than 1 MB. Save only the text of the announcement and try again.")


class NotPlainText(Failure):
    """A picture, a Word document, a PDF, or text in no Unicode encoding."""

    text = mark("The file {file} is not plain text. Copy the announcement into a text file (UTF-8) and try again.")


class AnnouncementInOldFont(Failure):
    """Text for a Lao font from before Unicode, which is not readable without it."""

    text = mark(
        "The text in {file} is written in an old Lao font. Convert it to Unicode (Phetsarath OT) and try again."
    )


def read_announcement_file(path: Path) -> Announcement:
    """Read the facts of a meeting from a text file.

    Failures: FileMissing, FileUnreadable, AnnouncementTooLarge, NotPlainText, AnnouncementInOldFont.
    """
    try:
        with path.open("rb") as file:
            return read_announcement_stream(file, path.name)
    except FileNotFoundError:
        raise FileMissing(file=path.name) from None
    except (OSError, ValueError):
        raise FileUnreadable(file=path.name) from None


def read_announcement_stream(stream: BinaryIO, name: str) -> Announcement:
    """Read the facts from open bytes, which messages call by `name`; failures as for a file."""
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise AnnouncementTooLarge(file=name)
    return read_announcement(_text(content, name))


def _text(content: bytes, name: str) -> str:
    try:
        text = decoded(content, Path(name))
    except EncodingUnknown:
        raise NotPlainText(file=name) from None
    if _NOT_TEXT.search(text):
        raise NotPlainText(file=name)
    if recognise(text):
        raise AnnouncementInOldFont(file=name)
    return text
