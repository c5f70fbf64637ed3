"""Badges: who stands on them, how many pages there are, and that a camera reads them."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from signin.documents.badges import HEIGHT, LEFT, QR_SIDE, TOP, WIDTH
from signin.typeset import DoesNotFit, MissingGlyph
from typeset.reading import check_with_qpdf, copied_by_pdfium, copied_by_poppler, picture

LONG = "ພະນະທ່ານສົມສະຫວັນວັດທະນາ ຈັນທະລາວົງສະຫວັນພົມມະຈັນອິນທະວົງ"


def pages_of(data):
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def codes_in(data, pages):
    read = []
    for page in range(pages):
        found = zxingcpp.read_barcodes(picture(data, page=page, dpi=200), formats=zxingcpp.BarcodeFormat.QRCode)
        read += [one.text for one in found]
    return read


def one_line(lines):
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (8, 1), (9, 2), (37, 5), (500, 63)])
def test_eight_badges_go_on_a_sheet(badges, somebody, count, sheets):
    data, pages = badges([somebody(number) for number in range(1, count + 1)])
    assert pages == pages_of(data) == sheets


def test_a_camera_reads_every_code_from_the_printed_sheets(badges, people, code):
    data, pages = badges(people)
    assert sorted(codes_in(data, pages)) == sorted(code(person.number) for person in people)


def test_every_name_copies_out_as_it_was_put_in(badges, people):
    data, _ = badges(people)
    for lines in (copied_by_pdfium(data), copied_by_poppler(data)):
        for person in people:
            assert person.name in lines
            assert person.prefix in lines
            assert person.position in lines
            assert str(person.number) in lines
        assert all(person.organisation in one_line(lines) for person in people)


def test_a_badge_says_the_event_the_days_the_venue_and_the_category(badges, people, event):
    text = one_line(copied_by_pdfium(badges(people[:6])[0]))
    assert event.title in text
    assert f"12-13 ມິຖຸນາ 2024 · {event.venue}" in text
    for word in ("ປະທານ", "ແຂກຮັບເຊີນ", "ຜູ້ເຂົ້າຮ່ວມ", "ວິທະຍາກອນ", "ຄະນະຈັດກອງປະຊຸມ", "ສື່ມວນຊົນ"):
        assert word in text


def test_the_code_stands_under_the_qr_in_groups_for_typing(badges, somebody, code):
    grouped = f"{code(1)[:6]} {code(1)[6:12]} {code(1)[12:]}"
    assert grouped in copied_by_pdfium(badges([somebody(1)])[0])


def test_a_badge_of_an_english_event_is_english(badges, somebody, english):
    text = one_line(copied_by_pdfium(badges([somebody(2)], of=english)[0]))
    assert "Workshop on Registration" in text
    assert "30 June - 1 July 2024 · the Great Hall" in text
    assert "Participant" in text


def test_no_venue_leaves_the_days_alone(badges, somebody, event):
    assert "12-13 ມິຖຸນາ 2024" in copied_by_pdfium(badges([somebody(1)], of=replace(event, venue=""))[0])


def test_markup_in_a_name_is_printed_as_typed(badges, somebody):
    person = replace(somebody(1), name="<b>ບຸນມີ</b> & <img src=x>")
    assert person.name in one_line(copied_by_pdfium(badges([person])[0]))


@pytest.mark.parametrize(
    "name", [LONG, (LONG + " ") * 4 + LONG[:45], "ກຂຄງຈສຊ" * 9], ids=["60", "290", "unspaced"]
)
def test_a_long_name_is_whole_and_the_code_still_reads(badges, somebody, code, name):
    office = "ພະແນກເຕັກໂນໂລຊີ ແລະ ການສື່ສານ ແຂວງວຽງຈັນ, ຂະແໜງຄຸ້ມຄອງ ແລະ ພັດທະນາລະບົບບໍລິຫານລັດດິຈິຕອນ"
    data, pages = badges([replace(somebody(1), name=name.strip(), organisation=office)])
    text = "".join(copied_by_pdfium(data)).replace(" ", "")
    assert name.replace(" ", "") in text
    assert office.replace(" ", "") in text
    assert codes_in(data, pages) == [code(1)]


def test_a_long_foreign_word_shrinks_rather_than_breaks(badges, somebody):
    person = replace(somebody(1), organisation="Telecommunications-and-Postal-Services")
    assert person.organisation in copied_by_pdfium(badges([person])[0])


def test_a_name_that_cannot_fit_is_refused_by_its_text(badges, somebody, tmp_path):
    with pytest.raises(DoesNotFit) as refused:
        badges([replace(somebody(1), name="ສົມສະຫວັນ " * 90)])
    assert "ສົມສະຫວັນ" in str(refused.value)
    assert str(refused.value).startswith("Number 1, ທ່ານ ນ. ສົມສະຫວັນ")
    assert "– Name: " in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_a_letter_without_a_glyph_is_refused_by_whose_it_is(badges, somebody):
    with pytest.raises(MissingGlyph) as refused:
        badges([somebody(1), replace(somebody(2), organisation="ຫ້ອງການ \u4e2d")])
    assert str(refused.value) == (
        f"Number 2, {somebody(2).full_name} – Organisation: no font has the character “\u4e2d” (U+4E2D). "
        "Replace it and print again."
    )


def test_a_letter_of_the_event_without_a_glyph_is_nobodys(badges, somebody, event):
    with pytest.raises(MissingGlyph) as refused:
        badges([replace(somebody(1), position="ນັກຂ່າວ")], of=replace(event, title="ກອງປະຊຸມ \u4e2d"))
    assert "Number" not in str(refused.value)


def test_nobody_on_the_list_is_said(badges):
    assert copied_by_pdfium(badges([])[0]) == ["ຍັງບໍ່ມີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ"]


def test_the_same_badges_are_the_same_bytes(badges, people):
    assert badges(people[:9]) == badges(people[:9])


def test_badges_are_sound_pdf(badges, people, tmp_path):
    check_with_qpdf(badges(people)[0], tmp_path)


def test_badges_keep_clear_of_what_printers_cannot_reach():
    assert LEFT >= 6
    assert TOP >= 12
    assert LEFT + 2 * WIDTH <= 210 - 6
    assert TOP + 4 * HEIGHT <= 297 - 12
    assert QR_SIDE >= 20


def test_a_sheet_looks_as_it_did(badges, people, golden):
    golden("badges", picture(badges(people[:8])[0], dpi=60))


def test_a_label_is_filled_and_nothing_of_it_is_cut_off(badges, people, golden):
    golden("badge-label", picture(badges(people[:1], page=(62.0, 45.0))[0], dpi=100))
