"""Random Lao syllables, well and badly typed, and the word list."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st

from signin.assets import RESOURCES
from signin.lao.letters import ABOVE, BELOW, CONSONANTS, LEADING_VOWELS, MARKS, TONES


def _optional(letters):
    return st.sampled_from(["", *letters])


def well_typed():
    """One syllable with its marks in the order in which they are stored."""
    return st.builds(
        "".join,
        st.tuples(
            _optional(LEADING_VOWELS),
            st.sampled_from(CONSONANTS),
            _optional(["\u0ebc"]),
            _optional(BELOW),
            _optional(ABOVE[:-1]),
            _optional(TONES),
            _optional("ະາຳຽ"),
        ),
    )


@pytest.fixture(scope="session")
def clusters():
    return st.lists(well_typed(), min_size=1, max_size=6).map("".join)


@pytest.fixture(scope="session")
def typed():
    """Anything that fingers make of Lao keys, with the odd space and foreign letter."""
    letters = CONSONANTS + LEADING_VOWELS + MARKS * 2 + "ະາຳຽໆຯ໐໙ "
    strange = "\u200b\u200d\xa0\t\n\u202e\xad\ufeff\u0301\u0327\u0e38ab.1é\ud800😀"
    return st.text(st.sampled_from(letters * 2 + strange), max_size=20)


@pytest.fixture(scope="session")
def word_list():
    """The words that are shipped, in canonical spelling."""
    return _lines(RESOURCES / "lao" / "words.txt")


@pytest.fixture(scope="session")
def raw_spellings():
    """Those spellings of the original word list that are not canonical: its licence is the word list's."""
    return _lines(Path(__file__).with_name("raw-spellings.txt"))


def _lines(path):
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
