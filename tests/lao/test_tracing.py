"""The canonical form whose letters are known by where they came from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.lao.normalize import canonical
from signin.lao.tracing import joined, trace

LETTERS = "ກນມຫເແາຳໍ່້ັິ \u200b\t\xa0ab\ufeff\u0ebce\u0301"


@pytest.mark.parametrize(
    ("original", "text", "found", "words"),
    [
        ("ວັນທີ 12", "ວັນທີ 12", "12", "12"),
        ("ຫ\u200bນ ກໍາ", "ໜ ກຳ", "ໜ", "ຫ\u200bນ"),
        ("  ຫ້ອງ\u200bປະຊຸມ \t ໃຫຍ່ ", "ຫ້ອງປະຊຸມ ໃຫຍ່", "ປະຊຸມ ໃຫຍ່", "ປະຊຸມ \t ໃຫຍ່"),
    ],
)
def test_what_is_found_is_shown_as_it_was_written(original, text, found, words):
    traced = trace(original)
    assert traced.text == text
    at = text.index(found)
    start, end = traced.span(at, at + len(found))
    assert original[start:end] == words


def test_nothing_but_spaces_is_nothing():
    assert trace(" \u200b \t").text == ""


def test_texts_are_put_together_with_their_places():
    whole = "ກໍາ\nຫນ"
    both = joined([trace("ກໍາ"), trace("ຫນ", at=4)])
    assert both.text == "ກຳໜ"
    start, end = both.span(2, 3)
    assert whole[start:end] == "ຫນ"


def test_a_traced_text_is_the_canonical_one():
    @settings(max_examples=300, deadline=None)
    @given(st.text(st.sampled_from(LETTERS), max_size=20))
    def check(original):
        traced = trace(original)
        assert traced.text == canonical(original)
        for at in range(len(traced.text)):
            start, end = traced.span(at, at + 1)
            assert 0 <= start < end <= len(original)

    check()
