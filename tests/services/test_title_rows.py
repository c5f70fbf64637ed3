import pytest

from signin.exchange import tables
from signin.exchange.tables import Row, Sheet
from signin.services.new_event import Form
from signin.services.title_rows import proposed


def form(*lines):
    rows = tuple(Row(number, (line, "", "")) for number, line in enumerate(lines, start=1))
    return proposed(Sheet("s", True, (*rows, Row(len(rows) + 1, ("ລ/ດ", "ຊື່", "ຍິງ")))), len(rows) + 1)


def test_the_sample_roster_says_title_days_and_place(resources):
    sheet = tables.read(resources / "sample" / "conference-roster.xlsx")[0]
    assert proposed(sheet, 7) == Form(
        title="ກອງປະຊຸມເຜີຍແຜ່ ວຽກການບໍລິຫານ ແລະ ບໍລິການລັດດິຈິຕອນ",
        first_day="12 ມິຖຸນາ 2024",
        last_day="13 ມິຖຸນາ 2024",
        venue="ຫ້ອງປະຊຸມຫ້ອງວ່າການແຂວງວຽງຈັນ",
    )


def test_without_rows_above_the_head_nothing_is_proposed():
    assert form() == Form()


def test_people_below_the_head_say_nothing_of_the_event():
    rows = (Row(1, ("ລ/ດ", "ຊື່")), Row(2, ("ກອງປະຊຸມ 12/6/2024", "")))
    assert proposed(Sheet("s", True, rows), 1) == Form()


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ ກອງປະຊຸມສະຫຼຸບ ປະຈຳປີ"], "ກອງປະຊຸມສະຫຼຸບ ປະຈຳປີ"),
        (["List of participants of the Annual Meeting"], "Annual Meeting"),
        (["ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ", "ສຳມະນາ ວຽກງານການເງິນ"], "ສຳມະນາ ວຽກງານການເງິນ"),
        (["ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ"], ""),
        (["ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ ວຽກງານກວດກາ"], "ວຽກງານກວດກາ"),
        (["ກອງປະຊຸມໃຫຍ່ ໃນວັນທີ 12-13 ມິຖຸນາ 2024"], "ກອງປະຊຸມໃຫຍ່"),
        (["12 June 2024 at the meeting room", "Training on e-office"], "Training on e-office"),
        (["ພະແນກຈັດກອງປະຊຸມ", "ເອກະສານ"], ""),
    ],
)
def test_the_title_is_what_the_list_is_of(lines, title):
    assert form(*lines).title == title


def test_offices_above_the_title_are_the_organiser_the_lower_one_first():
    said = form("ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ", "ກະຊວງການເງິນ", "ກົມນະໂຍບາຍ", "ກອງປະຊຸມສະຫຼຸບ", "ພະແນກພາຍໃນ")
    assert (said.title, said.organiser) == ("ກອງປະຊຸມສະຫຼຸບ", "ກົມນະໂຍບາຍ, ກະຊວງການເງິນ")


def test_a_place_in_a_row_of_its_own_is_found():
    assert form("ກອງປະຊຸມສະຫຼຸບ", "ສະຖານທີ່: ຫ້ອງປະຊຸມ 1", "ວັນທີ 12/6/2024").venue == "ຫ້ອງປະຊຸມ 1"


def test_two_hours_in_their_order_are_from_when_to_when():
    said = form("ວັນທີ 12/6/2024, 8:00 - 15:30 ໂມງ")
    assert (said.starts_at, said.ends_at, said.first_day) == ("08:00", "15:30", "12 ມິຖຸນາ 2024")
    assert form("ເວລາ 8:00 ໂມງ").starts_at == Form().starts_at
    assert form("ເວລາ 9:00 ໂມງ ຫາ 8:00 ໂມງ").starts_at == Form().starts_at
