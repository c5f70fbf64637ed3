"""Text in Lao fonts from before Unicode is named, and converted only by a table and after a preview."""

from __future__ import annotations

import pytest

from signin.lao.legacy import (
    LegacyFont,
    Preview,
    TableUnreadable,
    convert,
    preview,
    read_table,
    recognise,
    tables,
)

HIGH = "\u00ea\u00f8\u00be\u00a1 \u00a6\u00bd\u00b9\u00b8\u00f1"


@pytest.mark.parametrize(
    ("text", "font", "found"),
    [
        (HIGH, "Saysettha Lao", LegacyFont("Saysettha Lao", "LSWin")),
        (HIGH, " Chanthabouli Lao ", LegacyFont("Chanthabouli Lao", "LSWin")),
        (HIGH, "Times New Roman", LegacyFont("Times New Roman", "")),
        (HIGH, None, LegacyFont("", "")),
        ("g-v'ma dkoIj", "alice_0", LegacyFont("alice_0", "Alice")),
        ("g-v'ma dkoIj", "Alice5", LegacyFont("Alice5", "Alice")),
        ("g-v'ma", "SengChanh", LegacyFont("SengChanh", "SengChanh")),
        ("g-v'ma", "SengChanh US", LegacyFont("SengChanh US", "SengChanh US")),
        ("g-v'ma", "Xayawath", LegacyFont("Xayawath", "Sayawath")),
        ("g-v'ma", "Saysettha 95", LegacyFont("Saysettha 95", "Lao 95")),
        ("g-v'ma", "Saysettha 2000", LegacyFont("Saysettha 2000", "Lao 2000")),
        ("g-v'ma", "Saysettha LS", LegacyFont("Saysettha LS", "IBM-STENO")),
        ("E-office", "Saysettha Lao", None),
        ("ສຸກ", "alice_0", None),
        (HIGH + "ສຸກ", None, None),
        ("Anna", "Alice", None),
        ("Anna", "Saysettha OT", None),
        ("Anna", "Phetsarath OT", None),
        ("12 345", "alice_0", None),
        ("", "alice_0", None),
        ("D\u00e9partement de l\u2019\u00e9ducation", None, None),
        ("\u00e9\u00e0", None, None),
        ("Anna", None, None),
    ],
)
def test_legacy_text_is_recognised_by_font_or_letters(text, font, found):
    assert recognise(text, font) == found


@pytest.fixture
def table():
    """A made-up coding: no real font's."""
    return {"a": "ກ", "b": "າ", "ab": "ຂ", "n": "ໍ", "t": "້"}


def test_conversion_takes_the_longest_sequences_and_gives_canonical_text(table):
    assert convert("aab", table) == "ກຂ"
    assert convert("antb", table) == "ກ້ຳ"
    assert convert("a?", table) == "ກ?"
    assert convert("a", {}) == "a"


def test_a_preview_shows_before_after_and_what_the_table_lacks(table):
    assert preview(["a b", "a?!?"], table) == [
        Preview("a b", "ກ າ", ""),
        Preview("a?!?", "ກ?!?", "?!"),
    ]
    assert preview(["ab"], {}) == [Preview("ab", "ab", "ab")]


def test_tables_are_plugged_in_from_a_folder(tmp_path, table):
    lines = "".join(f"{old}\t{new}\n" for old, new in table.items())
    (tmp_path / "Made up.tsv").write_text("# old, new\n\n" + lines, "utf-8")
    (tmp_path / "notes.txt").write_text("not a table", "utf-8")
    assert tables(tmp_path) == {"Made up": table}


@pytest.mark.parametrize("line", ["a", "\ta", "x\ty"])
def test_a_bad_line_of_a_table_is_named(tmp_path, line):
    path = tmp_path / "bad.tsv"
    path.write_text(f"x\ty\n{line}\n", "utf-8")
    with pytest.raises(TableUnreadable) as caught:
        read_table(path)
    assert (caught.value.values["line"], caught.value.values["file"]) == (2, "bad.tsv")
