"""Lists of participants: three kinds, their heads, their totals."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from signin.domain.attendee import Sex
from signin.domain.event import Letterhead, half_days
from signin.typeset import DocumentFailure, DoesNotFit
from typeset.reading import check_with_qpdf, copied_by_pdfium, copied_by_poppler, picture

LONG = "ພະນະທ່ານສົມສະຫວັນວັດທະນາ ຈັນທະລາວົງສະຫວັນພົມມະຈັນອິນທະວົງ"
KINDS = ("sign-in", "expected", "session", "event")


def one_line(lines):
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [0, 1, 8, 9, 37, 500])
def test_pages_are_numbered_to_the_last(participants, somebody, kind, count):
    data, pages = participants([somebody(number) for number in range(1, count + 1)], kind)
    with pypdfium2.PdfDocument(data) as document:
        assert pages == len(document)
    lines = copied_by_pdfium(data)
    assert [line for line in lines if line.startswith("ໜ້າ ")] == [f"ໜ້າ {n}/{pages}" for n in range(1, pages + 1)]
    assert one_line(lines).count("ຊື່ ແລະ ນາມສະກຸນ") == (pages if count else 0)
    assert (pages > 1) == (count >= 37)


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_copies_out_as_it_was_put_in(participants, people, kind):
    data, _ = participants(people, kind)
    for lines in (copied_by_pdfium(data), copied_by_poppler(data, "-raw")):
        text = one_line(lines)
        for person in people:
            assert person.full_name in text
            assert person.phone in text
    laid_out = one_line(copied_by_poppler(data, "-layout"))
    assert all(person.full_name in laid_out for person in people)


def test_the_letterhead_is_as_offices_write_it(participants, people):
    lines = copied_by_pdfium(participants(people, "event")[0])
    assert lines[0] == "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ"
    assert lines[1] == "ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ"
    assert any(line.startswith("ເລກທີ ....") for line in lines)
    assert "ແຂວງວຽງຈັນ, ວັນທີ 13 ມິຖຸນາ 2024" in lines
    assert "ກະຊວງທົດລອງ" in lines
    assert "ສູນທົດລອງ" in lines
    assert "ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ" in lines
    assert "ວັນທີ 12-13 ມິຖຸນາ 2024 ທີ່ຫ້ອງປະຊຸມໃຫຍ່" in lines


def test_the_letterheads_own_offices_and_number_come_first(participants, people, event):
    head = Letterhead(offices=("ແຂວງທົດລອງ",) * 4, number="05/ຫກ")
    lines = copied_by_pdfium(participants(people, "event", of=replace(event, letterhead=head, venue=""))[0])
    assert lines.count("ແຂວງທົດລອງ") == 4
    assert "ສູນທົດລອງ" not in lines
    assert "ເລກທີ 05/ຫກ" in lines
    assert "ວັນທີ 13 ມິຖຸນາ 2024" in lines
    assert "ວັນທີ 12-13 ມິຖຸນາ 2024" in lines


@pytest.mark.parametrize("kind", KINDS)
def test_the_closing_line_counts_the_women(participants, people, kind):
    women = sum(person.sex is Sex.FEMALE for person in people)
    assert f"ລວມທັງໝົດ 37 ທ່ານ, ຍິງ {women} ທ່ານ" in copied_by_pdfium(participants(people, kind)[0])


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("sign-in", "ໃບລົງທະບຽນ"),
        ("expected", "ບັນຊີລາຍຊື່ຜູ້ຖືກເຊີນເຂົ້າຮ່ວມ"),
        ("session", "ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ"),
        ("event", "ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ"),
    ],
)
def test_the_title_says_which_list_it_is(participants, people, kind, title):
    lines = copied_by_pdfium(participants(people, kind)[0])
    assert title in lines
    assert [line for line in lines if line in ("ໃບລົງທະບຽນ", "ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ")] == (
        [title] if kind != "expected" else []
    )


def test_women_are_ticked(participants, people):
    women = sum(person.sex is Sex.FEMALE for person in people)
    assert one_line(copied_by_pdfium(participants(people, "event")[0])).count("×") == women


def test_a_sessions_list_tells_the_session_and_the_times_of_arrival(participants, people):
    text = one_line(copied_by_pdfium(participants(people, "session")[0]))
    assert "ພາກເຊົ້າ: ວັນພຸດ ທີ 12 ມິຖຸນາ 2024, ເວລາ 08:30-12:00 ໂມງ" in text
    assert "ເວລາ ມາຮອດ" in text
    assert all(f"08:{person.number:02}" in text for person in people)


def test_other_lists_tell_no_times(participants, people):
    for kind in ("sign-in", "event"):
        assert "08:01" not in one_line(copied_by_pdfium(participants(people, kind)[0]))


def test_an_afternoon_and_a_topic_are_called_so(participants, people, event):
    _, afternoon, *_ = half_days(event)
    text = one_line(copied_by_pdfium(participants(people, "session", session=afternoon)[0]))
    assert "ພາກບ່າຍ: ວັນພຸດ" in text
    topic = replace(afternoon, title="E-office", room="ຫ້ອງ 2")
    text = one_line(copied_by_pdfium(participants(people, "sign-in", session=topic)[0]))
    assert "E-office: ວັນພຸດ ທີ 12 ມິຖຸນາ 2024" in text
    assert "ທີ່ຫ້ອງ 2" in text


def test_a_session_without_a_room_is_at_the_venue_if_there_is_one(participants, people, event):
    nowhere = replace(half_days(event)[0], room="")
    assert "ທີ່ຫ້ອງປະຊຸມໃຫຍ່" in copied_by_pdfium(participants(people, "session", session=nowhere)[0])
    data, _ = participants(people, "session", of=replace(event, venue=""), session=nowhere)
    assert not any(line.startswith("ທີ່") for line in copied_by_pdfium(data))


def test_a_sign_in_sheet_has_room_to_sign_and_to_count(participants, people):
    data, _ = participants(people, "sign-in")
    lines = copied_by_pdfium(data)
    assert "ລາຍເຊັນ" in one_line(lines)
    assert any(line.startswith("ເຂົ້າຮ່ວມຕົວຈິງ ....") for line in lines)
    assert "ຜູ້ຮັບຜິດຊອບ" in one_line(lines)
    rows = heights_of(people[:10], data)
    assert all(first - second >= 9 * 72 / 25.4 for first, second in pairwise(rows))


def heights_of(people, data):
    """Give how high on the first page each name stands, in points."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        places = [text.search(person.name).get_next()[0] for person in people]
        bottoms = [text.get_charbox(place, loose=True)[1] for place in places]
        text.close()
        page.close()
    return bottoms


def test_an_english_list_is_english(participants, people, english):
    text = one_line(copied_by_pdfium(participants(people, "session", of=english)[0]))
    for words in (
        "Lao People’s Democratic Republic",
        "No. ....",
        "List of participants",
        "Morning session: Sunday 30 June 2024, 08:30-12:00",
        "Name and surname",
        "In all 37, of whom",
        "Page 1/",
    ):
        assert words in text


@pytest.mark.parametrize("name", [LONG, (LONG + " ") * 4 + LONG[:45]], ids=["60", "290"])
def test_a_long_name_is_whole_and_no_part_of_it_broken(participants, somebody, name):
    lines = copied_by_pdfium(participants([replace(somebody(1), name=name), somebody(2)], "session")[0])
    assert f"ທ່ານ ນ. {name}" in one_line(lines)


def test_markup_in_a_name_is_printed_as_typed(participants, somebody):
    person = replace(somebody(1), name="<b>ບຸນມີ</b> & <img src=x>")
    assert person.name in one_line(copied_by_pdfium(participants([person], "event")[0]))


def test_a_person_without_an_organisation_is_listed_under_the_province(participants, somebody):
    person = replace(somebody(1), organisation="", province="ແຂວງຄຳມ່ວນ")
    assert "ແຂວງຄຳມ່ວນ" in one_line(copied_by_pdfium(participants([person], "event")[0]))


def test_nobody_attended_is_said(participants):
    for kind, notice in (("session", "ບໍ່ມີຜູ້ເຂົ້າຮ່ວມ"), ("event", "ບໍ່ມີຜູ້ເຂົ້າຮ່ວມ"), ("sign-in", "ຍັງບໍ່ມີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ")):
        data, pages = participants([], kind)
        lines = copied_by_pdfium(data)
        assert pages == 1
        assert notice in lines
        assert "ລວມທັງໝົດ 0 ທ່ານ, ຍິງ 0 ທ່ານ" in lines


def test_an_office_that_cannot_be_broken_is_refused_and_nothing_is_left_behind(
    participants, people, event, tmp_path
):
    with pytest.raises(DoesNotFit):
        participants(people, "event", of=replace(event, letterhead=Letterhead(place="ວຽງຈັນ " * 200)))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("phone", "020 \U0001f389", "Number 2, {name} – Phone: no font has the character “\U0001f389” (U+1F389)."),
        ("position", "ຫົວໜ້າ " * 900, "Number 2, {name} – Position: “ຫົວໜ້າ ຫົວໜ້າ"),
    ],
    ids=["no letter", "too tall"],
)
def test_what_cannot_be_printed_is_told_by_whose_it_is(participants, people, field, text, told):
    listed = [people[0], replace(people[1], **{field: text}), *people[2:]]
    with pytest.raises(DocumentFailure) as refused:
        participants(listed, "event")
    assert str(refused.value).startswith(told.format(name=people[1].full_name))


def test_the_same_list_is_the_same_bytes(participants, people):
    assert participants(people, "session") == participants(people, "session")


@pytest.mark.parametrize("kind", KINDS)
def test_lists_are_sound_pdf(participants, people, kind, tmp_path):
    check_with_qpdf(participants(people, kind)[0], tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_looks_as_it_did(participants, people, kind, golden):
    golden(f"participants-{kind}", picture(participants(people, kind)[0], dpi=60))
