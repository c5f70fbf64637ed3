"""An abbreviated prefix is written in full where it is certain, and else only told."""

import pytest

from signin.lao.prefixes import in_full, likely


@pytest.mark.parametrize(
    ("written", "full", "looks_like"),
    [
        ("ນ.", "ນາງ", ""),
        ("ນ", "ນາງ", ""),
        ("ນສ.", "ນາງສາວ", ""),
        ("ທ່ານ ນ.", "ທ່ານ ນາງ", ""),
        ("ດຣ. ນ.", "ດຣ. ນາງ", ""),
        ("ທ.", "ທ.", "ທ້າວ"),
        ("ທ່ານ ທ", "ທ່ານ ທ", "ທ່ານ ທ້າວ"),
        ("ນາງ", "ນາງ", ""),
        ("ທ່ານ  ດຣ.", "ທ່ານ  ດຣ.", ""),
        ("ຮສ.ດຣ.", "ຮສ.ດຣ.", ""),
        ("", "", ""),
    ],
)
def test_only_what_is_certain_is_written_in_full(written, full, looks_like):
    assert (in_full(written), likely(written)) == (full, looks_like)
