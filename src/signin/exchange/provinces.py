"""The provinces of Laos, and which one an organisation's name names.

The seventeen provinces and the capital, as the Lao Statistics Bureau lists them (codes 01–18).
"""

from __future__ import annotations

import re
from functools import lru_cache

from signin.lao.normalize import canonical

CAPITAL = "ນະຄອນຫຼວງວຽງຈັນ"
PROVINCES: tuple[str, ...] = (
    CAPITAL,
    *("ຜົ້ງສາລີ", "ຫຼວງນ້ຳທາ", "ອຸດົມໄຊ", "ບໍ່ແກ້ວ", "ຫຼວງພະບາງ", "ຫົວພັນ", "ໄຊຍະບູລີ", "ຊຽງຂວາງ", "ວຽງຈັນ"),
    *("ບໍລິຄຳໄຊ", "ຄຳມ່ວນ", "ສະຫວັນນະເຂດ", "ສາລະວັນ", "ເຊກອງ", "ຈຳປາສັກ", "ອັດຕະປື", "ໄຊສົມບູນ"),
)

_SPELT_OTHERWISE = {"ຫລວງນ້ຳທາ": "ຫຼວງນ້ຳທາ", "ຫລວງພະບາງ": "ຫຼວງພະບາງ", "ຫຼວງພຣະບາງ": "ຫຼວງພະບາງ", "ໄຊຍະບຸລີ": "ໄຊຍະບູລີ"}
_KNOWN = {canonical(name): canonical(name) for name in PROVINCES} | {
    canonical(other): canonical(name) for other, name in _SPELT_OTHERWISE.items()
}
_CAPITAL = re.compile(r"(?:ນະຄອນ\s*ຫ[ຼລ]ວງ\s*(?:ວຽງຈັນ)?|ນວ)(?=$|[\s,.)])|ນະຄອນ\s*ຫ[ຼລ]ວງ\s*ວຽງຈັນ")
_NAMED = re.compile(
    r"ແຂວງ\s*(" + "|".join(sorted((name for name in _KNOWN if name != CAPITAL), key=len, reverse=True)) + ")"
)


@lru_cache(maxsize=4096)
def named_in(text: str) -> str:
    """Give the one province that a canonical text names (ແຂວງ… or the capital); none or several give ""."""
    found = {_KNOWN[name] for name in _NAMED.findall(text)}
    if _CAPITAL.search(text):
        found.add(canonical(CAPITAL))
    return found.pop() if len(found) == 1 else ""
