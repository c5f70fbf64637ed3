"""Prefixes part from names, and propose the sex; joined ones are offered, never assumed."""

from __future__ import annotations

import pytest

from signin.lao.names import Name, split


@pytest.mark.parametrize(
    ("written", "prefix", "name", "sex"),
    [
        ("ທ່ານ ນ. ວັນນະພາ ພົມມະທັນສີ", "ທ່ານ ນ.", "ວັນນະພາ ພົມມະທັນສີ", "female"),
        ("ທ່ານ ນ ບົວໄລ ທຳມະວົງ", "ທ່ານ ນ", "ບົວໄລ ທຳມະວົງ", "female"),
        ("ທ່ານ ນາງ ບົວໄລ", "ທ່ານ ນາງ", "ບົວໄລ", "female"),
        ("ນາງ ມະນີວັນ ເຈົ້າໄຊ", "ນາງ", "ມະນີວັນ ເຈົ້າໄຊ", "female"),
        ("ນາງສາວ ສຸພາ", "ນາງສາວ", "ສຸພາ", "female"),
        ("ນ.ສຸພາ", "ນ.", "ສຸພາ", "female"),
        ("Mrs. Souk", "Mrs.", "Souk", "female"),
        ("Ms Souk", "Ms", "Souk", "female"),
        ("Miss Souk", "Miss", "Souk", "female"),
        ("ທ້າວ ບຸນມີ", "ທ້າວ", "ບຸນມີ", "male"),
        ("ທ. ບຸນມີ", "ທ.", "ບຸນມີ", "male"),
        ("Mr Bounmy", "Mr", "Bounmy", "male"),
        ("MR. BOUNMY", "MR.", "BOUNMY", "male"),
        ("ພະອາຈານ ຄຳ", "ພະອາຈານ", "ຄຳ", "male"),
        ("ພຣະມະຫາ ຄຳ", "ພຣະມະຫາ", "ຄຳ", "male"),
        ("ທ່ານ ສົມ", "ທ່ານ", "ສົມ", None),
        ("ທ່ານ ປອ ທະວີສັກ ມະໂນທັມ", "ທ່ານ ປອ", "ທະວີສັກ ມະໂນທັມ", None),
        ("ທ່ານ ດຣ. ຄຳ", "ທ່ານ ດຣ.", "ຄຳ", None),
        ("ທ່ານ ນ. ດຣ. ຄຳ", "ທ່ານ ນ. ດຣ.", "ຄຳ", "female"),
        ("ຮສ. ປອ. ຄຳ", "ຮສ. ປອ.", "ຄຳ", None),
        ("ສຈ ຄຳ", "ສຈ", "ຄຳ", None),
        ("ທ່ານ ພົນຕີ ຄຳ ສີ", "ທ່ານ ພົນຕີ", "ຄຳ ສີ", None),
        ("ພັນເອກ ຄຳ", "ພັນເອກ", "ຄຳ", None),
        ("ພະນະທ່ານ ຄຳ", "ພະນະທ່ານ", "ຄຳ", None),
        ("ສະຫາຍ ຄຳ", "ສະຫາຍ", "ຄຳ", None),
        ("Dr. Kham", "Dr.", "Kham", None),
        ("Gen. Kham", "Gen.", "Kham", None),
        ("ວັນນະພາ", "", "ວັນນະພາ", None),
        ("ທ່ານ", "", "ທ່ານ", None),
        ("", "", "", None),
        ("  ທ່ານ   ສົມ ", "ທ່ານ", "ສົມ", None),
        ("ທ່ານ ຄໍາ", "ທ່ານ", "ຄຳ", None),
        ("Hon Vang", "", "Hon Vang", None),
    ],
)
def test_prefix_and_name(written, prefix, name, sex):
    assert split(written) == Name(prefix, name, sex)


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("ນາງສຸກ", Name("ນາງ", "ສຸກ", "female")),
        ("ນາງສາວສຸພາ", Name("ນາງສາວ", "ສຸພາ", "female")),
        ("ທ້າວບຸນມີ ແສງ", Name("ທ້າວ", "ບຸນມີ ແສງ", "male")),
        ("ທ່ານຄຳ", Name("ທ່ານ", "ຄຳ")),
        ("ທ່ານ ນາງສຸກ", Name("ທ່ານ ນາງ", "ສຸກ", "female")),
        ("ດຣຄຳ", Name("ດຣ", "ຄຳ")),
    ],
)
def test_a_joined_prefix_is_offered_not_assumed(written, offered):
    found = split(written)
    assert found.joined == offered
    assert found.name.startswith(("ນາງ", "ທ້າວ", "ທ່ານ", "ດຣ"))
    assert found.sex is None


@pytest.mark.parametrize("written", ["ນາງ", "ນາງກ", "ທ່ານໆ ຄຳ", "ດຣາວັນ", "ວັນນາງ"])
def test_where_no_name_would_remain_nothing_is_offered(written):
    assert split(written).joined is None
