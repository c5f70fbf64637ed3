"""Lao lines that hold every mark, every stack of marks on every class of consonant, and what stands beside Lao."""

from __future__ import annotations

CONSONANTS = "ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮໜໝ"
BELOW = ("ຸ", "ູ", "ຼ")
ABOVE = ("ັ", "ິ", "ີ", "ຶ", "ື", "ົ", "ໍ")
TONES = ("່", "້", "໊", "໋", "໌")

STACKS_ABOVE = [
    " ".join(
        [consonant + vowel for vowel in ABOVE] + [consonant + vowel + tone for vowel in ABOVE for tone in TONES]
    )
    for consonant in CONSONANTS
]
STACKS_BELOW = [
    " ".join(
        [consonant + below for below in BELOW]
        + [consonant + below + tone for below in BELOW for tone in TONES]
        + [consonant + "ຼ" + above + tone for above in ABOVE for tone in TONES[:2]]
        + [consonant + tone for tone in TONES]
    )
    for consonant in CONSONANTS
]
SARA_AM = [
    " ".join(f"{consonant}{spelling}" for consonant in CONSONANTS)
    for spelling in ("ຳ", "່ຳ", "້ຳ", "ຳ່", "ຳ້", "ໍາ", "ໍ້າ", "້ໍາ", "ໍ່າ")
]
SYLLABLES = [
    "ເຂົ້າ ແຫ່ງ ໂທລະສັບ ໃຫຍ່ ໄຊຍະວົງ ເຄື່ອງ ເມື່ອ ເຮືອນ ເຈົ້າໜ້າທີ່ ຊື່ ນ້ຳ ຄຳ",
    "ໜັງສື ໝາຍເຫດ ຫນ ຫມ ຫຼ ຫຼວງພະບາງ ຫລວງ ຫຼຸດ ຫຼູ ຫວຽດນາມ ຫຍ້າ ຫງາຍ",
    "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ",
    "ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ",
    "ບັນຊີລາຍຊື່ຜູ້ເຂົ້າຮ່ວມກອງປະຊຸມ ໆ ຯ ຯລຯ",
    "ຝັ່ງ ຟ້າ ປີ້ ປື້ນ ຝຶກ ຟື້ນ ຜູ້ ຝົນ ປັ໋ນ ຟິ໊ມ ຍິ່ງ ຢູ່ ຣັດ ລຶກ ອຶ້ ກຸ້ງ ກູ່ ດຸ໊ ຕູ໋",
    "ຄຣິສຕ໌ ຊຽງ ພຽງ ວຽກ ເພາະ ເກາະ ໂຕະ ແພະ ກະ ກັະ ກົະ",
    "໐໑໒໓໔໕໖໗໘໙ ວັນທີ ໑໒ ມິຖຸນາ ໒໐໒໔",
]
LAO_LINES = [*STACKS_ABOVE, *STACKS_BELOW, *SARA_AM, *SYLLABLES]

# Each mixed line with the pieces of one face (0 the first of the stack, 1 its stand-in) and one script.
MIXED_REGULAR = {
    "ວັນທີ 12 ມິຖຸນາ 2024": [(0, "Laoo", "ວັນທີ 12 ມິຖຸນາ 2024")],
    "ກົມ ICT ນ້ຳ": [(0, "Laoo", "ກົມ "), (0, "Latn", "ICT "), (0, "Laoo", "ນ້ຳ")],
    "MTC ກໍ່ສ້າງ": [(0, "Latn", "MTC "), (0, "Laoo", "ກໍ່ສ້າງ")],
    "₭ 1.234,5 (ສອງ)": [(0, "Laoo", "₭ 1.234,5 (ສອງ)")],
    "ໞ ກ໊ ໟ": [(1, "Laoo", "ໞ"), (0, "Laoo", " ກ໊ "), (1, "Laoo", "ໟ")],
    "ໞ້າ ຟ້າ": [(1, "Laoo", "ໞ້"), (0, "Laoo", "າ ຟ້າ")],
    "Āgå ນີ້": [(1, "Latn", "Ā"), (0, "Latn", "gå "), (0, "Laoo", "ນີ້")],
}
MIXED_BOLD = {
    "ວັນທີ 12 ມິຖຸນາ 2024": [(0, "Laoo", "ວັນທີ 12 ມິຖຸນາ 2024")],
    "ກົມ ICT ນ້ຳ": [(0, "Laoo", "ກົມ "), (1, "Latn", "ICT"), (0, "Laoo", " ນ້ຳ")],
    "MTC ກໍ່ສ້າງ": [(1, "Latn", "MTC"), (0, "Laoo", " ກໍ່ສ້າງ")],
    "₭ 1.234,5 (ສອງ)": [(1, "Laoo", "₭"), (0, "Laoo", " 1.234,5 (ສອງ)")],
    "“ດີ” – ສະບາຍ…": [
        (1, "Laoo", "“"),
        (0, "Laoo", "ດີ"),
        (1, "Laoo", "”"),
        (0, "Laoo", " "),
        (1, "Laoo", "–"),
        (0, "Laoo", " ສະບາຍ"),
        (1, "Laoo", "…"),
    ],
}
MIXED_SCREEN = {
    "ກົມ ICT ນ້ຳ ₭": [(0, "Laoo", "ກົມ "), (0, "Latn", "ICT "), (0, "Laoo", "ນ້ຳ ₭")],
    "MTC ກໍ່ສ້າງ": [(0, "Latn", "MTC "), (0, "Laoo", "ກໍ່ສ້າງ")],
    "ໞ ໟ AV 12": [(0, "Laoo", "ໞ ໟ "), (0, "Latn", "AV 12")],
}

ODD_NAMES = [
    "<b>ວັນນະພາ</b>",
    "ສົມສັກ & ລູກ",
    '<img src="http://a.example/x.png"/>',
    "ບຸນທະວີ (ຫົວໜ້າ) \\ ທີ່ປຶກສາ",
    "))((\\\\ <<>> [x] {y} %z /Name",
    "'; DROP TABLE attendee; -- ;",  # poppler joins lines after a hyphen at the end
    "&lt;ບໍ່ແມ່ນ&gt;",
]

REPORT = [
    (
        "ໃນວັນທີ 12-13 ມິຖຸນາ 2024 ຢູ່ຫ້ອງປະຊຸມໃຫຍ່ຂອງແຂວງ, ຄະນະກຳມະການຈັດຕັ້ງໄດ້ເປີດກອງປະຊຸມປຶກສາຫາລືກ່ຽວກັບການນຳໃຊ້"
        "ເຕັກໂນໂລຊີດິຈິຕອນເຂົ້າໃນວຽກງານບໍລິຫານລັດ, ໂດຍການເປັນປະທານຂອງ ທ່ານ ຄຳແພງ ວົງພະຈັນ ຮອງຫົວໜ້າຫ້ອງວ່າການ. "
        "ມີຜູ້ເຂົ້າຮ່ວມທັງໝົດ 57 ທ່ານ, ຍິງ 43 ທ່ານ, ມາຈາກຫຼາຍພາກສ່ວນ ທັງສູນກາງ ແລະ ທ້ອງຖິ່ນ."
    ),
    (
        "ກອງປະຊຸມໄດ້ຮັບຟັງບົດລາຍງານສະພາບການຈັດຕັ້ງປະຕິບັດວຽກງານໃນໄລຍະຜ່ານມາ, ຜົນສຳເລັດ, ຂໍ້ຄົງຄ້າງ ແລະ ທິດທາງ"
        "ແຜນການໃນຕໍ່ໜ້າ. ຜູ້ເຂົ້າຮ່ວມໄດ້ແລກປ່ຽນບົດຮຽນກັນຢ່າງກົງໄປກົງມາ ແລະ ໄດ້ປະກອບຄຳເຫັນໃສ່ຮ່າງລະບຽບການຄຸ້ມຄອງ"
        "ຂໍ້ມູນຂ່າວສານ, ການລົງທະບຽນຜູ້ເຂົ້າຮ່ວມປະຊຸມ ແລະ ການອອກໃບຢັ້ງຢືນຜ່ານລະບົບຄອມພິວເຕີ."
    ),
    (
        "ທ້າຍກອງປະຊຸມ, ທ່ານປະທານໄດ້ເນັ້ນໃຫ້ແຕ່ລະພາກສ່ວນສືບຕໍ່ຝຶກອົບຮົມພະນັກງານ, ປັບປຸງອຸປະກອນ ແລະ ລາຍງານຜົນການ"
        "ຈັດຕັ້ງປະຕິບັດເປັນແຕ່ລະງວດ ເພື່ອໃຫ້ວຽກງານດັ່ງກ່າວມີຄວາມວ່ອງໄວ, ໂປ່ງໃສ ແລະ ສາມາດກວດກາໄດ້."
    ),
]
