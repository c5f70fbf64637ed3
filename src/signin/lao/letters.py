"""The letters of the Lao script, by what they do in a syllable.

Source: The Unicode Standard 16.0, chapter 16.2 "Lao", and its code chart U+0E80-0EFF.
"""

from __future__ import annotations

CONSONANTS = "ກຂຄຆງຈຉຊຌຍຎຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩສຫຬອຮໜໝໞໟ"
LEADING_VOWELS = "ເແໂໃໄ"
"""Written before the consonant that they follow in speech."""
TRAILING_VOWELS = "ະາຳຽ"

SUBSCRIPTS = "\u0eba\u0ebc"
BELOW = "\u0eb8\u0eb9"
NIGGAHITA = "\u0ecd"
ABOVE = "\u0eb1\u0eb4\u0eb5\u0eb6\u0eb7\u0ebb" + NIGGAHITA
TONES = "\u0ec8\u0ec9\u0eca\u0ecb"
SILENCER = "\u0ecc\u0ece"
"""The cancellation mark, and the yamakkan of Pali."""
MARKS = SUBSCRIPTS + BELOW + ABOVE + TONES + SILENCER
"""Everything that combines with a consonant, in the order in which a run of marks is stored."""
MARK_ORDER = (SUBSCRIPTS, BELOW, ABOVE, TONES, SILENCER)

AM = "\u0eb3"
AA = "\u0eb2"

REPETITION = "\u0ec6"
ELLIPSIS = "\u0eaf"
DIGITS = "໐໑໒໓໔໕໖໗໘໙"

TO_LAO_DIGITS = str.maketrans("0123456789", DIGITS)
TO_LATIN_DIGITS = str.maketrans(DIGITS, "0123456789")
