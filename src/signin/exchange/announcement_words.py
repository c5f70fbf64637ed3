"""The words by which an announcement is understood: meetings, offices, places, posts, and what ends each."""

from __future__ import annotations

import re

MEETING = (
    r"(?:"
    r"(?<!ລະບົບ)(?<!ລະບົບ )ກອງ\s?ປະຊຸມ|(?<!ຫ້ອງ)(?<!ຫໍ)(?<!ສູນ)(?<!ກອງ)(?<!ກອງ )(?<!ການ)ປະຊຸມ|(?<!ສູນ)ການປະຊຸມ"
    r"|ສຳມະນາ|ສຳມະນະ|ສັມມະນາ|(?:ຊຸດ|ຫຼັກສູດ)(?:ການ)?(?:ຝຶກ)?ອົບຮົມ|(?<!ສູນ)(?<!ຫ້ອງ)(?<!ໂຮງຮຽນ)(?:ການ)?ຝຶກອົບຮົມ"
    r"|(?<!ຝຶກ)ອົບຮົມ|ພິທີ|ເວທີ|ເວີກຊ[ັ໊໋]?ອບ|ງານ(?=ວາງ|ສະເຫຼີມ|ມອບ|ບຸນ|ແຖລງ|ຕະຫຼາດນັດ|ມະຫາກຳ)|ມະຫາກຳ"
    r"|(?<![A-Za-z])(?:meeting|workshop|training|seminar|conference|ceremony|forum|symposium)(?![A-Za-z]))"
)
"""A meeting by its kind; not the room, the building or the system that is named after meetings."""

REGION = r"(?:ນະຄອນ(?:ຫຼວງ|ຫລວງ)?|ແຂວງ|ເມືອງ|ບ້ານ|ເທດສະບານ)"
DETAIL = (
    rf"(?:{REGION}|ຊັ້ນ|ອາຄານ|ຕຶກ|ຖະໜົນ|ຮ່ອມ|ໜ່ວຍ|ຫ້ອງ(?!ການ|ວ່າການ)|ໂຮງແຮມ|ສປປ|ປະເທດ"
    r"|(?:[A-Z][a-z]+ )*(?:Vientiane|Province|District|Capital|City))"
)
"""What tells more about a place after a comma."""
ORGANISATION = (
    r"(?:ກະຊວງ|ກົມ|ສູນ|ພະແນກ|ຂະແໜງ|ຫ້ອງການ|ຫ້ອງວ່າການ|ອົງການ|ອົງຄະ|ສະຫະພັນ|ສະພາ|ຄະນະ(?!ບໍດີ)|ສະຖາບັນ|ມະຫາວິທະຍາໄລ|ວິທະຍາໄລ"
    r"|ທະນາຄານ|ບໍລິສັດ|ສະມາຄົມ|ໂຄງການ|ກອງທຶນ|ກອງ(?!\s?ປະຊຸມ)|ສານ(?=ປະຊາ|ສູງ)|ຊາວໜຸ່ມ|ແນວລາວ|ລັດວິສາຫະກິດ|ລັດຖະບານ|ໂຮງໝໍ"
    r"|ໂຮງຮຽນ|ໜ່ວຍງານ|ສຳນັກງານ|ສຳນັກ|ສະຖານທູດ|ສະຖານເອກ|ຫໍການຄ້າ|ກຸ່ມ|ອຳນາດການປົກຄອງ|ອຳນາດ|ອ[ົັ]ງ|ສະຖານີ|ຫໍ(?=ສະໝຸດ|ພິພິທະພັນ)"
    r"|ບັນດາກະຊວງ|[A-Z]{3,}(?![a-z])|(?:Ministry|Department|Office|Cent(?:re|er)|Institute|University|Association|Embassy)(?=\s))"
)
"""What the name of an office begins with, or an abbreviation such as UNDP."""
ROOM = (
    r"(?:ຫ້ອງ(?!ການ|ວ່າການ)|ໂຮງແຮມ|ໂຮງ(?=ລະຄອນ|ງານ|ຮູບເງົາ)|ສະໂມສອນ|ຫໍ|ສູນ(?=ການ?ປະຊຸມ|ປະຊຸມ|ຝຶກ|ວັດທະນະທຳ|ການຄ້າ|ກິລາ)"
    r"|ສະໜາມ|ອາຄານ|ຕຶກ|ສາລາ|ຣີສອ|ລີສອ|ຣີຊອດ|ສວນ|ຮ້ານ|ເຮືອນພັກ|ຄ້າຍ|ເດີ່ນ|ລານ)"
)
"""A place where people meet, by itself."""
PLACE = rf"(?:{ROOM}|{ORGANISATION}|{REGION}|ຫ້ອງ)"
POSITION = (
    r"(?:ຕຳແໜ່ງ|ຫົວໜ້າ|ຮອງ(?!\s)|ຮອງ\s|ລັດຖະມົນຕີ|ລັດຖະມົນ|ຜູ້|ຜອ\.?|ອະທິການ|ອະທິບໍດີ|ອະທິບາ|ຄະນະບໍດີ|ຄະນະ|ເຈົ້າ(?=ແຂວງ|ເມືອງ|ຄອງ|ໜ້າທີ່)"
    r"|ປະທານ|ເລຂາ|ກຳມະການ|ກຳມາທິການ|ວິຊາການ|ເອກອັກຄະ|ອັກຄະລັດຖະທູດ|ທູດ|ທີ່ປຶກສາ|ສະມາຊິກ|ພະນັກງານ|ນາຍົກ|ນາຍບ້ານ|ນາຍ(?=ຄູ|ຊ່າງ)"
    r"|ອຳນວຍການ|ຊ່ຽວຊານ|ນັກ|ນັກວິ|ຫົວໜ່ວຍ|ຕາງໜ້າ|ປະຈຳ|ອະດີດ|ວ່າການ|ຮັກສາການ|ບັນນາທິການ|ໂຄສົກ"
    r"|(?:Deputy|Vice|Acting|Director|Head|Minister|Chief|President|Secretary|Governor|Ambassador|Manager"
    r"|Representative|Permanent|Chair|Dean|Rector|Resident|Team)\b)"
)
"""What a post begins with."""

GOES_ON = re.compile(
    r"(?:ຂອງ|ກັບ|ແລະ|ຈາກ|ໃຫ້|ແກ່|ຕໍ່|ເຖິງ|ໃນ|ຢູ່|ທີ່|ຫາ|ໂດຍ|ຕາມ|ບັນດາ|ລະຫວ່າງ|ຫຼື|ພາຍໃຕ້|ຕາງໜ້າ|of|and|&)\s*$", re.IGNORECASE
)
"""Before an office's name: it belongs to something else, and no sentence begins with it."""

CLAUSE = re.compile(
    r"\n|(?:,\s*|\s|(?<=[ກ-\u0eff]))(?:"
    r"ໂດຍ(?:ການ|ມີ|ໃຫ້|\s|ໄດ້|ແມ່ນ|ຜ່ານ|ສະເພາະ|ຈະ)|ພາຍໃຕ້|(?:ເຊິ່ງ|ຊຶ່ງ|ຊື່ງ|ເຊີ່ງ|ຊິ່ງ)|ໃນ\s?ວັນ|ໃນ(?:ລະຫວ່າງ|ຄັ້ງ)?ວັນທີ|ໃນຄັ້ງນີ້"
    r"|(?:ໃນ)?ລະຫວ່າງ\s?ວັນ|ໃນເວລາ|ເຊັ່ນ\s?:|ດັ່ງນີ້|ເລີ່ມ(?:ແຕ່|ເວລາ|ວັນ)|(?:ຕັ້ງ)?ແຕ່ວັນ|ຂ[ຶື]້ນ(?=\s|$|,|\.|ຢູ່|ທີ່|ໃນ|ໂດຍ)"
    r"|(?:ທີ່|ຢູ່)\s?(?:ໄດ້|ຈະ)?\s?ຈັດ|ໄດ້ຈັດ|ຈະ(?:ໄດ້)?ຈັດ|ຈະ(?:ໄດ້)?ດຳເນີນ|ໄດ້(?:ເປີດ|ດຳເນີນ|ໄຂ|ສຳເລັດ|ເລີ່ມ|ປິດ|ມີ)"
    r")"
    r"|(?:,\s*|\s)(?:ໂດຍ|ເພື່ອ|ມີ(?=ຜູ້|ບັນດາ|ທ່ານ|ຄະນະ|ຕາງໜ້າ|\s)|ພ້ອມ|ຈຳນວນ|ວັນທີ|ວັນ(?=ຈັນ|ອັງຄານ|ພຸດ|ພະ|ສຸກ|ເສົາ|ອາທິດ)"
    r"|(?:ແລະ|ພ້ອມ|ໂດຍ)\s?(?:ຄາດ|ມີ|ໄດ້|ຈະ)|ເວລາ|ຈຶ່ງ|ຈື່ງ|ຈິ່ງ|ຈະ|ໄດ້|ຂໍ|ຄື\s?:|ຕອນ(?:ເຊົ້າ|ບ່າຍ)|ໃນນັ້ນ|ເປັນປະທານ|ເຂົ້າຮ່ວມ|ຜູ້ເຂົ້າຮ່ວມ"
    r"|on\s(?=\d|[a-z]{3,6}day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d)|at\s|from\s\d|was\s|will\s|is\s|chaired|under\s)",
    re.IGNORECASE,
)
"""Where what is named stops and the sentence goes on about something else."""


def clause_end(text: str, start: int, end: int) -> int:
    """Give where the clause that holds text[start] stops, at `end` at the latest."""
    found = CLAUSE.search(text, start, end)
    return found.start() if found else end
