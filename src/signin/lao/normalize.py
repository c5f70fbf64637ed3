"""The normal forms of a text: canonical (what is stored) and folded (what is searched).

Unicode's own forms mend none of this: NFC gives Lao marks of class 0 no order, NFKC splits ຳ, ໜ and ໝ
apart. Rules from The Unicode Standard 16.0, chapter 16.2 (order of marks) and from what Lao keyboards
and converted files are seen to hold.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from signin.lao import honorifics
from signin.lao.letters import AA, AM, DIGITS, ELLIPSIS, MARK_ORDER, MARKS, NIGGAHITA, SILENCER, TONES

# Controls that are not spaces, soft hyphen, zero-width and bidi controls, lone surrogates, non-characters.
UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
)
ODD_SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

_RANK = {mark: rank for rank, marks in enumerate(MARK_ORDER) for mark in marks}


def _disorder() -> str:
    """Match two marks that do not stand in strictly rising order."""
    pairs = ("".join(MARK_ORDER[rank:]) for rank in range(len(MARK_ORDER)))
    return "|".join(f"(?<=[{later}])[{own}]" for later, own in zip(pairs, MARK_ORDER, strict=True))


# A letter that is often harmless, then a look back whether it is not: three times quicker than alternatives.
_SUSPECT = re.compile(
    f"[{UNSEEN}{ODD_SPACES} ເຫ{AM}{MARKS}](?:(?<=[{UNSEEN}{ODD_SPACES}])|(?<=^ )|(?<= )(?: |$)|(?<=ເ)ເ"
    f"|(?<=ຫ)[ນມ]|(?<={NIGGAHITA})[{TONES}]*[{AA}{AM}]|(?<={AM})[{MARKS}]|{_disorder()})"
)
_STRIP = re.compile(f"[{UNSEEN}]+")
_SPACES = re.compile(f"[ {ODD_SPACES}]+")
_RUN = re.compile(f"([{MARKS}]*){AM}([{MARKS}]*)|([{MARKS}]*){AA}|([{MARKS}]{{2,}})")


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """Give the form that is stored: the same word drawn the same way, always by the same characters.

    Idempotent. NFC; zero-width characters, controls and bidi controls go; odd spaces, and runs of spaces,
    tabs and line ends, become one space, and none at the ends; ເເ becomes ແ; marks of one consonant stand
    in one order without repeats; ໍ with າ becomes ຳ, its tone before it; ຫນ and ຫມ become ໜ and ໝ.
    """
    while _SUSPECT.search(text) or not unicodedata.is_normalized("NFC", text):
        mended = _mended(text)
        if mended == text:
            break
        text = mended
    return text


def _mended(text: str) -> str:
    text = unicodedata.normalize("NFC", _STRIP.sub("", text))
    text = _SPACES.sub(" ", text).strip(" ")
    text = _RUN.sub(_ordered, text)
    return text.replace("ເເ", "ແ").replace("ຫນ", "ໜ").replace("ຫມ", "ໝ")


def _ordered(run: re.Match[str]) -> str:
    before_am, after_am, before_aa, marks = run.groups()
    if marks is not None:
        return _sorted(marks)
    if before_aa is not None:
        without = before_aa.replace(NIGGAHITA, "")
        return _sorted(without) + (AA if without == before_aa else AM)
    rest = after_am.translate(_TONES_AND_NIGGAHITA_OUT)
    tones = "".join(mark for mark in after_am if mark in TONES)
    return _sorted(before_am.replace(NIGGAHITA, "") + tones) + AM + _sorted(rest)


def _sorted(marks: str) -> str:
    return "".join(sorted(dict.fromkeys(marks), key=_RANK.__getitem__))


_TONES_AND_NIGGAHITA_OUT = dict.fromkeys(map(ord, TONES + NIGGAHITA))


class _Folding(dict[int, str]):
    """What each character becomes in the folded form; spaces and punctuation become nothing."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = kept = "" if unicodedata.category(letter)[0] in "PZC" else letter
        return kept


_LETTERS = {"ຣ": "ລ", "ໃ": "ໄ", "ຽ": "ຍ", "\u0ebc": "ລ", "ໜ": "ຫນ", "ໝ": "ຫມ", ELLIPSIS: ""}
_WITH_TONES = _Folding(
    {ord(old): new for old, new in (*_LETTERS.items(), *zip(DIGITS, "0123456789", strict=True))}
)
_TONE_BLIND = _Folding(_WITH_TONES | dict.fromkeys(map(ord, TONES + SILENCER), ""))

_FOREIGN = re.compile(r"[^\x00-\x7f\u0e80-\u0eff]+")
# The r of ພຣະ is silent. After a vowel that takes a final, ກ ດ ບ may be that final (ສຸກຣາ), and the r is spoken.
_SILENT_R = re.compile(f"(?<=[ຂຄຕຖທປຜພຟສ])ຣ(?=[{TONES}]?[ະາ])|(?<![າ{MARKS}])([ກດບ])ຣ(?=[{TONES}]?[ະາ])")


def fold(text: str) -> str:
    """Give the form that is searched: blind to honorifics, tones, spaces, case and variants of spelling."""
    return _plain(text).translate(_TONE_BLIND)


def fold_tones(text: str) -> str:
    """Give `fold` with its tones kept, so that a hit with the right tones ranks first."""
    return _plain(text).translate(_WITH_TONES)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """Give the canonical text without honorifics, in one spelling, before letters are replaced one by one."""
    text = canonical(text)
    if _FOREIGN.search(text):
        text = canonical(_FOREIGN.sub(_compatible, text))
    text = honorifics.dropped(text.casefold())
    if "ຣ" in text:
        text = _SILENT_R.sub(r"\1", text)
    return text.replace("ັຍ", "ຍ")


def _compatible(foreign: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", foreign[0])
