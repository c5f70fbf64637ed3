"""Pictures: pages drawn, codes read out of them, and what is refused by its header."""

from __future__ import annotations

import struct
import zlib

import pypdfium2
import pytest
import qrcode
from PIL import Image

from signin.exchange import failures, pictures

CODE = "ABCDEFGHIJKLMNOPQR"


@pytest.fixture
def page():
    """Draw four codes on a grey A4 page at 150 dots an inch, two by two, about 20 mm wide."""
    picture = Image.new("L", (1240, 1754), 255)
    for nth in range(4):
        code = qrcode.make(f"{CODE}{nth}", box_size=5, border=4).convert("L")
        picture.paste(code, (100 + 600 * (nth % 2), 100 + 800 * (nth // 2)))
    return picture


@pytest.fixture
def pdf(page, tmp_path):
    path = tmp_path / "badges.pdf"
    page.save(path, resolution=150)
    return path


def test_every_code_is_read_in_reading_order(page):
    assert pictures.read_codes(page) == [f"{CODE}{nth}" for nth in range(4)]


def test_codes_are_read_out_of_drawn_pages(pdf):
    (drawn,) = pictures.render_pages(pdf, 200)
    assert drawn.mode == "L"
    assert abs(drawn.width - 1240 * 200 / 150) <= 1
    assert len(pictures.read_codes(drawn)) == 4


def test_only_qr_codes_are_read():
    assert pictures.read_codes(Image.new("L", (200, 200), 255)) == []


def test_many_pages_come_one_by_one(tmp_path):
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(200, 100)
    document.save(tmp_path / "three.pdf")
    document.close()
    assert [page.size for page in pictures.render_pages(tmp_path / "three.pdf", 72)] == [(200, 100)] * 3


def test_page_as_large_as_a_wall_is_refused(tmp_path):
    document = pypdfium2.PdfDocument.new()
    document.new_page(14_000, 14_000)
    document.save(tmp_path / "wall.pdf")
    document.close()
    with pytest.raises(pictures.PagesUnreadable):
        list(pictures.render_pages(tmp_path / "wall.pdf", 600))


def test_broken_and_missing_pages(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(pictures.PagesUnreadable):
        list(pictures.render_pages(tmp_path / "broken.pdf", 72))
    with pytest.raises(failures.FileMissing):
        list(pictures.render_pages(tmp_path / "none.pdf", 72))


def png_header(width, height):
    """Make a PNG that says how large it is and holds nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize(("width", "height"), [(12_000, 12_000), (9_000, 9_000), (60_000, 60_000)])
def test_huge_picture_is_refused_by_its_header(tmp_path, width, height):
    (tmp_path / "huge.png").write_bytes(png_header(width, height))
    with pytest.raises(pictures.PictureRefused):
        pictures.open_picture(tmp_path / "huge.png")


@pytest.mark.parametrize("content", [b"", b"no picture", png_header(10, 10), b"\xff\xd8\xff\xe0broken"])
def test_broken_picture_is_refused(tmp_path, content):
    (tmp_path / "broken.png").write_bytes(content)
    with pytest.raises(pictures.PictureRefused):
        pictures.open_picture(tmp_path / "broken.png")


def test_whole_picture_above_the_limit_is_refused(tmp_path):
    Image.new("1", (8_200, 8_200)).save(tmp_path / "large.png")
    with pytest.raises(pictures.PictureRefused):
        pictures.open_picture(tmp_path / "large.png")


def test_missing_picture(tmp_path):
    with pytest.raises(failures.FileMissing):
        pictures.open_picture(tmp_path / "none.png")


def test_sound_picture_is_opened(tmp_path, page):
    page.save(tmp_path / "page.png")
    assert pictures.open_picture(tmp_path / "page.png").size == page.size
