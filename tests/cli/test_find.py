"""People are found from a terminal as in the window."""

from __future__ import annotations


def test_a_name_in_latin_letters_finds_the_person_with_facts_and_rank(conference):
    answer = conference.ok("find", "phouvong")
    assert (answer["event"], answer["query"]) == (conference.ok("event", "show")["event"], "phouvong")
    first = answer["hits"][0]
    assert {name: first[name] for name in ("number", "name", "rank", "state")} == {
        "number": 1,
        "name": "ພູວົງ ສີບຸນເຮືອງ",
        "rank": "romanised",
        "state": "expected",
    }
    assert {"prefix", "position", "organisation", "phone"} <= set(first)


def test_words_need_no_quotes_and_their_order_is_free(conference):
    hits = conference.ok("find", "ສີບຸນເຮືອງ", "ພູວົງ")["hits"]
    assert [hit["number"] for hit in hits] == [1]
    assert conference.ok("find", "ສີບຸນເຮືອງ ພູວົງ")["hits"] == hits


def test_no_more_are_given_than_asked_for(conference):
    assert len(conference.ok("find", "--limit", "2", "ທ")["hits"]) == 2
    assert [hit["number"] for hit in conference.ok("find", "1", "--limit", "3")["hits"]] == [1, 10, 11]
    assert conference("find", "1", "--limit", "0")[0] == 2
    assert conference("find")[0] == 2


def test_somebody_cancelled_is_found_and_told_as_such(conference):
    conference.ok("cancel", "3")
    assert conference.ok("find", "3")["hits"][0]["state"] == "cancelled"
    _, out, _ = conference.raw("--store", conference.store, "--language", "en", "find", "3")
    assert "Cancelled" in out


def test_finding_nobody_is_an_answer(conference):
    assert conference.ok("find", "xyzzyxyzzy")["hits"] == []
    code, out, err = conference.raw("--store", conference.store, "--language", "en", "find", "xyzzyxyzzy")
    assert (code, out, err) == (0, "Nobody on the roster is like “xyzzyxyzzy”.\n", "")


def test_people_are_shown_in_a_table(conference):
    _, out, _ = conference.raw("--store", conference.store, "--language", "lo", "find", "phouvong")
    assert "ພູວົງ ສີບຸນເຮືອງ" in out
    assert "ພາກສ່ວນ" in out


def test_a_near_miss_is_told_as_a_guess(conference):
    def told(typed):
        return conference.raw("--store", conference.store, "--language", "en", "find", typed)[1]

    assert told("phouvang").startswith("Nobody is spelt so; perhaps:\n")
    assert "ພູວົງ" in told("phouvang")
    assert "perhaps" not in told("phouvong")
    assert conference.ok("find", "phouvang")["hits"][0]["rank"] == "near"
