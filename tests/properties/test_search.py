"""Whatever the names: everybody is found by what they are called, and a kept index is one made anew."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import make_attendee
from signin.lao import names
from signin.lao.normalize import canonical, fold
from signin.services.search import Changes, Index, Rank
from signin.services.search_query import part
from signin.services.search_ranking import Sought

SYLLABLES = (
    *("ວັນ", "ນະ", "ພາ", "ບຸນ", "ມີ", "ສຸກ", "ໄຊ", "ໃໝ່", "ໜູ", "ຄຳ", "ຫຼ້າ", "ພຣະ", "ກຣາ", "ຽ", "ວັຍ", "ນ້ຳ", "ທ່ານ", "ນາງ"),
    *("ເຈົ້າ", "ແກ້ວ", "ໂພ", "ຂຽວ", "ເຮືອງ", "ຫວັງ", "ຣ", "ໝ", "ໜ້ອຍ", "Som", "chay", "xay", "é", "-", "ໆ", "7", "໑"),
)
words = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join)
called = st.lists(words, min_size=1, max_size=3).map(" ".join)
prefixes = st.sampled_from(["", "ທ່ານ", "ທ່ານ ນ.", "ທ້າວ", "ດຣ.", "ປະທານ", "ທ່ານ ຮອງປະທານ", "Mr.", "ພະ"])
offices = st.sampled_from(["", "ກົມ ກ", "ກົມແຜນການ 4", "ພະແນກ ການເງິນ", "Lao Telecom"])
phones = st.sampled_from(["", "020 5551 2345", "+856 20 5551 9999", "021 212121 / 030 7654321", "໐໒໐ ໑", "ບໍ່ມີ"])


def is_name(text):
    """Whether an office could have written it: something to read in it, and no prefix in its midst."""
    split = names.split(text)
    letters = any(letter.isalpha() for letter in fold(text))
    return letters and all(names.split(f"{word} x").name == f"{word} x" for word in split.name.split())


people = st.lists(
    st.builds(
        lambda number, prefix, name, organisation, phone: make_attendee(
            number, id=f"a{number}", prefix=prefix, name=name, organisation=organisation, phone=phone
        ),
        st.integers(1, 30),
        prefixes,
        called.map(canonical).filter(is_name),
        offices,
        phones,
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda person: person.number,
)
BOUND = settings(max_examples=100, deadline=None)


def found(index, query):
    return {hit.attendee.id: hit.rank for hit in index.find(query, limit=100)}


@BOUND
@given(people)
def test_everybody_is_found_by_the_own_full_name(crowd):
    index = Index.of(crowd)
    for person in crowd:
        assert found(index, person.full_name)[person.id] < Rank.INSIDE
        assert found(index, person.name)[person.id] < Rank.INSIDE


@BOUND
@given(people)
def test_everybody_is_found_by_any_beginning_of_any_word_of_the_name(crowd):
    index = Index.of(crowd)
    for person in crowd:
        for word in names.split(person.full_name).name.split():
            for length in range(1, len(word) + 1):
                if fold(begun := word[:length]) and not fold(begun).isdigit():
                    assert person.id in found(index, begun), (person.name, begun)


@BOUND
@given(people, prefixes.filter(lambda prefix: prefix != "ປະທານ" and "ຮອງ" not in prefix))
def test_prefixes_tones_and_unseen_spaces_do_not_matter(crowd, prefix):
    index = Index.of(crowd)
    for person in crowd:
        bare = "".join(letter for letter in person.name if letter not in "່້໊໋")
        spaced = "\u200b".join(bare)
        assert person.id in found(index, bare)
        assert person.id in found(index, spaced)
        assert person.id in found(index, f"{prefix} {person.name}")


@BOUND
@given(people)
def test_everybody_is_found_by_the_own_number_first(crowd):
    index = Index.of(crowd)
    for person in crowd:
        for written in (str(person.number), f"{person.number:03}", str(person.number).translate(LAO)):
            first = index.find(written)[0]
            assert (first.attendee, first.rank) == (person, Rank.NUMBER)


LAO = str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙")


@BOUND
@given(people, st.text(st.sampled_from("ວບສພກນ່ັາິະ vasonk2057. "), max_size=12))
def test_a_query_never_fails_and_hits_stand_by_rank(crowd, query):
    hits = Index.of(crowd).find(query)
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)
    assert Rank.UNMET not in {hit.rank for hit in hits}
    assert len({hit.attendee.id for hit in hits}) == len(hits)


queries = st.sampled_from(
    [
        "ບ",
        "ວັນ",
        "ວັນນະ",
        "ໄຊ",
        "ສຸກ ວ",
        "souk",
        "som",
        "2",
        "17",
        "2055",
        "2345",
        "551",
        "ກົມ",
        "ການ",
        "telecom",
        "ວມນນະພາ",
    ]
)


@BOUND
@given(people, people, st.lists(st.integers(1, 30), max_size=6), st.lists(queries, min_size=3, max_size=6))
def test_a_kept_index_is_one_made_anew(before, after, removed, asked):
    kept = Index.of(before)
    for query in asked:
        kept.find(query)
    for person in after:
        kept.put(person)
    for number in removed:
        kept.remove(f"a{number}")
    here = {one.id: one for one in (*before, *after) if one.number not in removed}
    anew = Index.of(here.values())
    assert list(kept.people()) == list(anew.people())
    for query in asked:
        assert kept.find(query) == anew.find(query)


@BOUND
@given(people, st.permutations(range(1, 9)), st.lists(queries, min_size=2, max_size=4))
def test_changes_taken_at_once_are_what_is_so_after(crowd, order, asked):
    renumbered = [replace(one, number=number) for one, number in zip(crowd, order, strict=False)]
    kept = Index.of(crowd)
    kept.apply(Changes(tuple(renumbered), (), 1))
    anew = Index.of(renumbered)
    assert list(kept.people()) == list(anew.people())
    for query in asked:
        assert kept.find(query) == anew.find(query)


@BOUND
@given(people, st.one_of(queries, called))
def test_a_word_meets_a_person_alike_alone_and_beside_another(crowd, query):
    """The ranks that are asked of a term are those under which going through the terms gives it."""
    index = Index.of(crowd)
    for word in query.split():
        if not fold(word):
            continue
        sought = Sought(index._words, part(word))
        for level in (Rank.ORGANISATION, Rank.INSIDE):
            gone_through = {
                term: rank for rank, term in sought.terms(level) if term.vocabulary is not index._words.phones
            }
            assert sought.ranks(level) == gone_through
