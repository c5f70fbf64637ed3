from datetime import date

import pytest

from signin.exchange.announcement import Announcement
from signin.services.announced import lacks_year, places, proposed, read_announcement
from signin.services.new_event import Form, read_form

TEXT = (
    "ກົມແຜນການ ຈະຈັດກອງປະຊຸມທົບທວນແຜນການ ໃນວັນທີ 12-13 ມິຖຸນາ 2024 ເວລາ 08:30 ໂມງ ຫາ 16:00 ໂມງ "
    "ທີ່ຫ້ອງປະຊຸມໃຫຍ່ ພາຍໃຕ້ການເປັນປະທານຂອງ ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ ຫົວໜ້າກົມແຜນການ."
)


def test_what_was_read_stands_in_the_form_and_the_rest_is_empty():
    form = proposed(read_announcement(TEXT), "lo")
    assert form.title == "ກອງປະຊຸມທົບທວນແຜນການ"
    assert (form.first_day, form.last_day) == ("12 ມິຖຸນາ 2024", "13 ມິຖຸນາ 2024")
    assert (form.starts_at, form.ends_at) == ("08:30", "16:00")
    assert form.chairs == "ທ່ານ ຄຳຫຼ້າ ພົມມະຈັກ, ຫົວໜ້າກົມແຜນການ"
    assert proposed(Announcement(), "lo") == Form(starts_at="", ends_at="")


@pytest.mark.parametrize(("language", "day"), [("lo", "28 ກຸມພາ"), ("en", "28 February")])
def test_a_day_without_a_year_stays_one(language, day):
    form = proposed(read_announcement("ກອງປະຊຸມຈະຈັດຂຶ້ນໃນວັນທີ 28 ກຸມພາ ນີ້"), language)
    assert form.first_day == day
    assert lacks_year(form.first_day)


def test_only_a_day_that_wants_nothing_but_a_year_lacks_it():
    assert not any(map(lacks_year, ("", "ມື້ອື່ນ", "12/6/2024", "28 ກຸມພາ 2025")))


def test_each_field_knows_the_words_it_was_read_from():
    found = places(read_announcement(TEXT))
    assert [TEXT[start:end] for start, end in found["title"]] == ["ກອງປະຊຸມທົບທວນແຜນການ"]
    assert "ຄຳຫຼ້າ" in "".join(TEXT[start:end] for start, end in found["chairs"])
    assert places(Announcement()) == {"chairs": []}


def test_what_was_read_is_understood_by_the_form_as_it_stands():
    read = read_form(proposed(read_announcement(TEXT), "lo"), date(2030, 1, 1))
    assert not read.wrong
    assert read.event.days == (date(2024, 6, 12), date(2024, 6, 13))
    assert [chair.name for chair in read.event.chairs] == ["ຄຳຫຼ້າ ພົມມະຈັກ"]
