"""Under which Latin letters people look for a Lao name.

Lao names have no one Latin spelling: ສີສະຫວາດ is Sisavath, Sisavat, Sysavad. Lao is therefore written in
Latin letters by one scheme (near to the BGN/PCGN system of 1966, which maps and passports lean on), and
both that and what somebody types are folded by the same rules: letters that stand for one another become
one. Folding may confuse, but it confuses both sides alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from signin.lao import honorifics
from signin.lao.letters import CONSONANTS, SILENCER, TO_LATIN_DIGITS, TONES
from signin.lao.normalize import canonical

# Tables, to be read across.
# fmt: off
_INITIALS = {
    "ກ": "k", "ຂ": "kh", "ຄ": "kh", "ຆ": "kh", "ງ": "ng", "ຈ": "ch", "ຉ": "ch", "ສ": "s", "ຊ": "s",
    "ຌ": "s", "ດ": "d", "ຕ": "t", "ຏ": "t", "ຖ": "th", "ຐ": "th", "ທ": "th", "ຘ": "th", "ຑ": "th",
    "ຒ": "th", "ນ": "n", "ຓ": "n", "ບ": "b", "ປ": "p", "ຜ": "ph", "ພ": "ph", "ຠ": "ph", "ຝ": "f",
    "ຟ": "f", "ມ": "m", "ຍ": "Y", "ຢ": "y", "ຎ": "ny", "ໟ": "ny", "ຣ": "r", "ລ": "l", "ຬ": "l",
    "\u0ebc": "l", "ວ": "v", "ຨ": "s", "ຩ": "s", "ຫ": "h", "ຮ": "h", "ໜ": "n", "ໝ": "m", "ອ": "",
    "ໞ": "k",
}
_FINALS = {
    "": "",
    **dict.fromkeys("ດຕຖທສຊຈຉຌຏຐຑຒຘຨຩ", "T"),
    **dict.fromkeys("ບປຜພຝຟຠ", "P"),
    **dict.fromkeys("ກຂຄຆໞ", "k"),
    **dict.fromkeys("ນຣລຎຓຬ", "n"),
    "ງ": "ng", "ມ": "m", "ຍ": "y", "ຢ": "y", "ໟ": "y", "ວ": "w",
}
_VOWELS = {
    "": "", "ະ": "a", "ັ": "a", "າ": "a", "ຳ": "am", "ັຍ": "ai", "ັວ": "oua", "ົວ": "oua", "ົວະ": "oua",
    "ວ": "oua", "ິ": "i", "ີ": "i", "ຶ": "eu", "ື": "eu", "ຶອ": "eu", "ືອ": "eu", "ຸ": "ou", "ູ": "ou",
    "ົ": "o", "ໍ": "o", "ອ": "o", "ຽ": "ia",
    "ເ": "e", "ເັ": "e", "ເະ": "e", "ເົາ": "ao", "ເາະ": "o", "ເິ": "eu", "ເີ": "eu", "ເຶອ": "eua",
    "ເືອ": "eua", "ເຍ": "ia", "ເຽ": "ia", "ເັຍ": "ia", "ເັຽ": "ia",
    "ແ": "ae", "ແັ": "ae", "ແະ": "ae", "ແຍ": "aey", "ໂ": "o", "ໂະ": "o", "ໂຍ": "oy",
    "ໄ": "ai", "ໃ": "ai", "ໄຍ": "ai", "ໄະ": "ai",
}
# fmt: on
"""By the leading vowel and what is written after the consonant."""

_C = f"[{CONSONANTS}]"
_V = "[ະັາຳິີຶືຸູົໍຽ]"
_CLOSED = f"(?={_C}(?!{_V}))"
_O = f"ອ(?!{_V}|ອ)"
"""ອ as a vowel: not itself a consonant with a vowel."""

_SYLLABLE = re.compile(
    rf"(?P<lead>[ເແໂໄໃ])?"
    rf"(?P<onset>ຫ[ງຍນມຣລ]|ຫວ(?={_V}|{_C}(?<=[ເແໂ]ຫວ.))|{_C}\u0ebc?)"
    rf"(?P<glide>[ຣລ](?={_V})|(?<=[ຂຄກງ])ວ(?=[ັາິີຳະ])|(?<=[ແເ][ຂຄ])ວ(?=[ງນກດ](?!{_V})))?"
    rf"(?P<vowel>(?(lead)(?:[ຶື]ອ(?!{_V})|ົາ|າະ|ັ?[ຽຍ](?!{_V})|[ັະິີ])"
    rf"|(?:ັ[ຍວ](?!{_V})|ົວະ?|[ຶື]ອ(?!{_V})|ວ{_CLOSED}|{_O}|{_V})))?"
    rf"(?P<final>(?![ຫຮອໜໝ]){_C}(?!{_V}|\u0ebc|{_O}|ວ{_CLOSED}))?"
)
_UNSPOKEN = re.compile(f"{_C}[ິຸ]?[{SILENCER}]|[{TONES}]|ຣ(?=[ະາ])(?<=[ກຂຄດຕທບປພຜສຟ]ຣ)")

_FOLDS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"[^a-z0-9]+", " "),
        (r"tch|ch|dj|j", "C"),
        (r"c(?=[eiy])|x|z|sh", "s"),
        (r"ck|kh|q|c(?=[a-z])", "k"),
        (r"ph", "p"),
        (r"th", "t"),
        (r"(?<!n)gn(?=[aeiouy])|nh(?=[aeiouy])", "ny"),
        (r"ng", "G"),
        (r"g", "k"),
        (r"(?<=[bdklmnpstCG])h|h(?=[lmnvwyG])|(?<=[aeiouy])h(?![aeiouy])", ""),
        (r"(?<=i)w(?![aeiouy])", "u"),
        (r"(?<=[ae]o)w(?![aeiouy])", ""),
        (r"(?<=[aeo])w(?![aeiouy])", "o"),
        (r"k[vw]", "ku"),
        (r"w", "v"),
        (r"(?<=[aeiou])r(?![aeiouy])|(?<=[kpt])r", ""),
        (r"r", "l"),
        (r"(?<=[aeiou]n)e(?![aeiou])|(?<=[aiou][dklmpt])e\b", ""),
        (r"ae", "e"),
        (r"ie", "ia"),
        (r"ou|oo", "u"),
        (r"y|ee", "i"),
        (r"eua|uea", "ua"),
        (r"eu|ue|oe", "u"),
        (r"au", "ao"),
        (r"([a-zCG])\1+", r"\1"),
        (r"G", "ng"),
        (r"C", "c"),
    )
)
_ACCUSTOMED = {"ວຽງຈັນ": "vientiane"}
"""Spellings that no rule gives, of words that are looked for."""


@lru_cache(maxsize=4096)
def fold_latin(text: str) -> str:
    """Fold what somebody types in Latin letters: words parted by one space, of a-z and 0-9 only.

    The same for x and s, v and w, ou and u, ph and p, kh and k, th and t, r and l, y and i, ie and ia,
    -nh and -n, doubled and single letters, ends like -one and -on.
    """
    text = unicodedata.normalize("NFKD", text.casefold().translate(TO_LATIN_DIGITS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    for pattern, new in _FOLDS:
        text = pattern.sub(new, text)
    return text.strip()


def spellings(text: str) -> tuple[str, ...]:
    """Give one to eight folded Latin spellings of a text, honorifics left out.

    A folded query is looked for in each, as a prefix of a word or inside. They differ in what folding
    leaves apart: final stops as t p or d b, ຍ as y or ny, and names of places with a spelling of their own.
    """
    plain = honorifics.dropped(canonical(text).casefold())
    ways = [plain, *(plain.replace(lao, latin) for lao, latin in _ACCUSTOMED.items() if lao in plain)]
    return tuple(dict.fromkeys(spelling for way in ways for spelling in _of_words(way)))


def _of_words(plain: str) -> list[str]:
    """Spell every word in each way; folding never looks beyond a word, and words come again and again."""
    spelled = zip(*map(_of_word, plain.split(" ")), strict=True)
    return [" ".join(filter(None, words)) for words in spelled]


@lru_cache(maxsize=16384)
def _of_word(word: str) -> tuple[str, ...]:
    latin = _SYLLABLE.sub(_latin, _UNSPOKEN.sub("", word))
    spelled = [latin.translate(choice) for choice in _CHOICES]
    folded = {spelling: fold_latin(spelling) for spelling in set(spelled)}
    return tuple(folded[spelling] for spelling in spelled)


def _latin(syllable: re.Match[str]) -> str:
    """Write one syllable, with T, P and Y where there is a choice; what is no syllable stays as it is."""
    lead, onset, glide, vowel, final = (part or "" for part in syllable.groups())
    first = "".join(_INITIALS[letter] for letter in onset)
    spoken = _VOWELS.get(lead + vowel, _VOWELS[lead])
    return f"{first}{_GLIDES[glide]}{spoken}{_FINALS[final]}"


_GLIDES = {"": "", "ວ": "w", "ຣ": "r", "ລ": "l"}
_CHOICES = tuple(
    str.maketrans({"Y": nyo, "T": stops[0], "P": stops[1]}) for nyo in ("y", "ny") for stops in ("tp", "db")
)
