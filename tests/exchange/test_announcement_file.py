"""Files that hold announcements: the encodings that are read, and what is refused."""

from __future__ import annotations

import pytest

from signin.exchange import failures
from signin.exchange.announcement_file import (
    LARGEST,
    AnnouncementInOldFont,
    AnnouncementTooLarge,
    NotPlainText,
    read_announcement_file,
)

TEXT = "ກອງປະຊຸມແຜນການ ຈະຈັດຂຶ້ນໃນວັນທີ 12 ມິຖຸນາ 2024 ຢູ່ຫ້ອງປະຊຸມໃຫຍ່."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(text_file, encoding):
    read = read_announcement_file(text_file(TEXT, "a.txt", encoding))
    assert (read.title.value, read.starts_on.words) == ("ກອງປະຊຸມແຜນການ", "12 ມິຖຸນາ 2024")


def test_an_empty_file_tells_nothing(text_file):
    assert read_announcement_file(text_file("", "a.txt")).title is None


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NotPlainText),
        (b"PK\x03\x04\x14\x00\x06\x00", NotPlainText),
        (b"%PDF-1.7\n\x00\x01", NotPlainText),
        (bytes(range(256)), NotPlainText),
        (TEXT.encode("utf-16")[:-1], NotPlainText),
        ("¸éó¯½ìÀó÷¸ ¡¾­¯½§÷´".encode(), AnnouncementInOldFont),
        (b"a" * (LARGEST + 1), AnnouncementTooLarge),
    ],
)
def test_what_is_no_announcement_is_refused(text_file, content, failure):
    with pytest.raises(failure) as refused:
        read_announcement_file(text_file(content, "a.txt"))
    assert "a.txt" in str(refused.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(failures.FileMissing):
        read_announcement_file(tmp_path / "none.txt")
    with pytest.raises(failures.FileUnreadable):
        read_announcement_file(tmp_path)
