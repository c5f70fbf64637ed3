"""Certificates: for whom, in which words, and that nobody gets none by mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
import zxingcpp

from signin.documents.certificates import UnknownPlaceholder
from signin.typeset import DoesNotFit
from typeset.reading import check_with_qpdf, copied_by_pdfium, copied_by_poppler, picture

LONG = "ພະນະທ່ານສົມສະຫວັນວັດທະນາ ຈັນທະລາວົງສະຫວັນພົມມະຈັນອິນທະວົງ"


def one_line(lines):
    return " ".join(" ".join(lines).split())


def unspaced(text):
    """Lines break in Lao where there is no space."""
    return "".join(text.split())


def worded(event, wording, **terms):
    return replace(event, certificate=replace(event.certificate, wording=wording, **terms))


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (8, 8), (9, 9), (37, 37), (500, 500)])
def test_everybody_has_a_page(certificates, somebody, count, expected):
    data, pages = certificates([somebody(number) for number in range(1, count + 1)])
    with pypdfium2.PdfDocument(data) as document:
        assert pages == len(document) == expected
        assert document[0].get_size() == pytest.approx((841.89, 595.28), abs=0.1)


def test_every_name_and_register_number_copies_out_as_it_was_put_in(certificates, people):
    data, _ = certificates(people)
    for lines in (copied_by_pdfium(data), copied_by_poppler(data)):
        for person in people:
            assert person.full_name in lines
            assert f"ເລກທະບຽນ {person.number:03}/2024" in lines
            assert f"{person.position}, {person.organisation}" in lines


@pytest.mark.parametrize("letters", [18, 135, 250])
def test_a_code_is_printed_where_one_is_given_and_read_back(certificates, somebody, letters):
    code = ("HC1:" + "6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC" * 5)[:letters]
    image = picture(certificates([somebody(1)], code=code)[0], dpi=300)
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == code
    assert found.position.top_left.x > 30 * 300 / 25.4
    assert found.position.bottom_right.y < 184 * 300 / 25.4
    assert zxingcpp.read_barcodes(picture(certificates([somebody(1)])[0], dpi=150)) == []


def test_a_certificate_says_what_was_attended_when_and_where(certificates, somebody, event):
    lines = copied_by_pdfium(certificates([somebody(1)])[0])
    text = one_line(lines)
    assert lines[0] == "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ"
    assert lines[1] == "ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ"
    assert lines[2:4] == ["ກະຊວງທົດລອງ", "ສູນທົດລອງ"]
    assert "ໃບຢັ້ງຢືນ" in lines
    assert unspaced(f"ໄດ້ເຂົ້າຮ່ວມ {event.title} ຈຳນວນ 3 ພາກ") in unspaced(text)
    assert "12-13 ມິຖຸນາ 2024" in text
    assert "ແຂວງວຽງຈັນ, ວັນທີ 13 ມິຖຸນາ 2024" in lines
    assert "ຫົວໜ້າສູນທົດລອງ" in lines
    assert "ປອ. ສົມໝາຍ ຈັນທະວົງ" in lines


def test_the_organisers_wording_is_filled_in(certificates, somebody, event):
    own = worded(event, "{hours} ຊົ່ວໂມງ, {sessions} ພາກ, {dates}, {venue}: {event}", title="ໃບປະກາດ")
    lines = copied_by_pdfium(certificates([somebody(1)], of=own)[0])
    filled = f"9,5 ຊົ່ວໂມງ, 3 ພາກ, 12-13 ມິຖຸນາ 2024, {event.venue}: {event.title}"
    assert unspaced(filled) in unspaced(one_line(lines))
    assert "ໃບປະກາດ" in lines


def test_whole_hours_have_no_fraction(certificates, somebody, event):
    own = worded(event, "{hours} ຊົ່ວໂມງ")
    assert "12 ຊົ່ວໂມງ" in copied_by_pdfium(certificates([somebody(1)], of=own, inside=timedelta(hours=12))[0])


@pytest.mark.parametrize("name", ["{surname}", "{ຊື່}", "{ຊື່ ແລະ ນາມສະກຸນ}", "{}"])
def test_a_placeholder_that_means_nothing_is_refused(certificates, somebody, event, tmp_path, name):
    with pytest.raises(UnknownPlaceholder) as refused:
        certificates([somebody(1)], of=worded(event, "{event} " + name))
    assert name in str(refused.value)
    assert refused.value.exit_code == 7
    assert not list(tmp_path.iterdir())


def test_braces_in_a_title_are_text(certificates, somebody, event):
    lines = copied_by_pdfium(certificates([somebody(1)], of=replace(event, title="ກອງປະຊຸມ {dates} {0}"))[0])
    assert "ກອງປະຊຸມ {dates} {0}" in one_line(lines)


def test_an_english_certificate_is_english(certificates, somebody, english):
    lines = copied_by_pdfium(certificates([somebody(1)], of=english)[0])
    assert lines[0] == "Lao People’s Democratic Republic"
    assert lines[2:4] == ["Ministry of Trials", "Centre of Trials"]
    assert "Certificate of attendance" in lines
    assert "Date: 1 July 2024" in lines
    assert "(sessions attended: 3)" in one_line(lines)


@pytest.mark.parametrize("name", [LONG, (LONG + " ") * 4 + LONG[:45]], ids=["60", "290"])
def test_a_long_name_is_whole(certificates, somebody, name):
    lines = copied_by_pdfium(certificates([replace(somebody(1), name=name)])[0])
    assert f"ທ່ານ ນ. {name}" in one_line(lines)


def test_a_name_that_cannot_fit_is_refused(certificates, somebody):
    with pytest.raises(DoesNotFit, match=r"Number 1, ທ່ານ ນ. ສົມສະຫວັນ .* – Name: "):
        certificates([replace(somebody(1), name="ສົມສະຫວັນ " * 300)])


def test_a_role_that_cannot_fit_is_refused(certificates, somebody):
    with pytest.raises(DoesNotFit):
        certificates([replace(somebody(1), organisation="ພະແນກເຕັກໂນໂລຊີ ແລະ ການສື່ສານ " * 90)])


def test_markup_in_a_name_is_printed_as_typed(certificates, somebody):
    person = replace(somebody(1), prefix="", name="<b>ບຸນມີ</b> & <img src=x>", position="", organisation="")
    assert person.name in copied_by_pdfium(certificates([person])[0])


def test_nobody_has_earned_one_is_said_and_is_no_certificate(certificates):
    lines = copied_by_pdfium(certificates([])[0])
    assert "ຍັງບໍ່ມີຜູ້ໃດໄດ້ຮັບໃບຢັ້ງຢືນ" in lines
    assert "ໃບຢັ້ງຢືນ" not in lines


def test_the_same_certificates_are_the_same_bytes(certificates, people):
    assert certificates(people[:3]) == certificates(people[:3])


def test_what_repeats_is_drawn_once(certificates, somebody):
    few, many = (certificates([somebody(n) for n in range(1, count + 1)])[0] for count in (10, 20))
    assert (len(many) - len(few)) / 10 < 4000


def test_certificates_are_sound_pdf(certificates, people, tmp_path):
    check_with_qpdf(certificates(people)[0], tmp_path)


def test_a_certificate_looks_as_it_did(certificates, people, golden):
    golden("certificate", picture(certificates(people[:1])[0], dpi=60))
