from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import Category, Origin, Sex, SexSource, State
from signin.domain.event import Mode
from signin.domain.record import Verb
from signin.domain.verdict import Admitted, AlreadyIn, Replaced
from signin.services import board, corrections, find, papers, records, register, search, tallies
from signin.services.comparing import compare
from signin.services.merge_failures import LaterMergeFirst, MergedAlready, NotMerged, PeopleChanged, SamePerson
from signin.services.merging import merge, merges_done, separate
from signin.services.register import Particulars
from signin.services.void import void
from signin.store import attendees, certificates, events, merges, presences, scans

NOW = datetime(2024, 6, 12, 9, 0)


@pytest.fixture
def people(people, attendee):
    """Four people, of whom 4 is 1 once more: without honorific, with another phone and an email."""
    twice = attendee(4, name="ວັນໄຊ ອິນທະວົງ", organisation="ພະແນກຄັງ", phone="2077700004", email="v@mof.la")
    return [*people, twice]


@pytest.fixture
def read(meeting):
    """Read in one look: read(lambda tx: …)."""

    def look(what):
        with meeting.store.read() as tx:
            return what(tx)

    return look


@pytest.fixture
def one(meeting):
    """Merge two people by number: one(kept, other, field=number, …); gives who stayed."""

    def together(kept, other, **choices):
        whose = {field: f"a{number}" for field, number in choices.items()}
        return merge(meeting, "e1", f"a{kept}", f"a{other}", NOW, choices=whose).attendee

    return together


def everybody(read):
    return read(lambda tx: attendees.everyone(tx, "e1"))


def stays(read):
    return [
        (one.attendee_id, one.session_key, one.arrived_at, one.left_at)
        for one in read(lambda tx: presences.of_event(tx, "e1"))
    ]


def sound(desk):
    """Whether presence is what the scans tell, and the whole store is in order."""
    assert not tallies.rebuild(desk, "e1")
    assert all(not finding.problems for finding in tallies.check(desk))


# What becomes of the two


def test_one_person_stays_and_the_other_is_on_the_roster_no_more(meeting, one, read):
    kept = one(1, 4)
    assert [person.number for person in everybody(read)] == [1, 2, 3]
    assert kept == everybody(read)[0]
    assert read(lambda tx: attendees.of_organisation(tx, "e1", "ພະແນກຄັງ")) == []
    assert not search.Search(meeting, "e1").find("v@mof")
    assert len(search.Search(meeting, "e1").find("ວັນໄຊ")) == 1
    sound(meeting)


def test_for_each_fact_the_one_chosen_stands_and_empty_ones_are_filled(one):
    kept = one(1, 4, organisation=4, phone=1)
    assert (kept.organisation, kept.phone, kept.email) == ("ພະແນກຄັງ", "2055500001", "v@mof.la")


def test_a_sex_that_was_stated_and_a_category_that_was_chosen_are_proposed(meeting, one, read):
    with meeting.store.write() as tx:
        first, twice = attendees.get(tx, "a1"), attendees.get(tx, "a4")
        attendees.change(tx, replace(first, sex=Sex.MALE, sex_source=SexSource.PROPOSED))
        told = replace(twice, sex=Sex.FEMALE, sex_source=SexSource.STATED, category=Category.GUEST)
        attendees.change(tx, told)
    kept = one(1, 4)
    assert (kept.sex, kept.sex_source, kept.category) == (Sex.FEMALE, SexSource.STATED, Category.GUEST)


def test_who_came_is_proposed_to_stay_then_who_has_a_certificate_then_the_lower_number(meeting, scanned):
    assert compare(meeting, "e1", "a1", "a4").stays == 0
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {"a4": (1, "001/2024")}, NOW)
    assert compare(meeting, "e1", "a1", "a4").stays == 1
    scanned(1)
    laid = compare(meeting, "e1", "a1", "a4")
    assert laid.stays == 0
    assert (laid.sides[0].scans, laid.sides[0].came_to, laid.sides[1].registers) == (
        1,
        (find_session(meeting),),
        ("001/2024",),
    )


def find_session(meeting):
    with meeting.store.read() as tx:
        return find.session(tx, "e1", "day1-am")


def test_what_differs_is_told_field_by_field(meeting):
    facts = {fact.field: fact for fact in compare(meeting, "e1", "a1", "a4").facts(0)}
    assert {field for field, fact in facts.items() if fact.differs} == {"prefix", "organisation", "phone", "email"}
    assert facts["email"].proposed == 1
    assert facts["phone"].proposed == 0
    assert [fact.proposed for fact in compare(meeting, "e1", "a1", "a4").facts(1) if fact.field == "phone"] == [1]


def test_nobody_is_merged_with_themselves_or_with_somebody_who_has_gone(meeting, one):
    with pytest.raises(SamePerson):
        one(1, 1)
    one(1, 4)
    with pytest.raises(MergedAlready):
        one(2, 4)


def test_what_another_desk_has_changed_meanwhile_is_not_merged_unseen(meeting):
    shown = compare(meeting, "e1", "a1", "a4").people
    corrections.correct(meeting, "e1", "4", corrections.Correction(position="ຫົວໜ້າ"), NOW)
    with pytest.raises(PeopleChanged):
        merge(meeting, "e1", "a1", "a4", NOW, seen=shown)


# The door, and presence


def test_either_badge_lets_the_one_person_in(scanned, one):
    one(1, 4)
    first = scanned(4)
    assert isinstance(first.verdict, Admitted)
    assert first.attendee.number == 1
    again = scanned(1, NOW)
    assert isinstance(again.verdict, AlreadyIn)
    assert again.attendee.number == 1
    assert first.scan.attendee_id == "a1"


def test_a_person_found_by_the_old_number_or_id_is_the_one_who_stayed(one, read):
    kept = one(1, 4)
    assert read(lambda tx: find.person(tx, "e1", "4")) == kept
    assert read(lambda tx: find.by_id(tx, "e1", "a4")) == kept
    assert read(lambda tx: attendees.with_same_name(tx, "e1", "ວັນໄຊ ອິນທະວົງ")) == [kept]


def test_both_came_and_it_is_one_attendance_of_both_scans(meeting, scanned, one, read):
    scanned(1, NOW.replace(hour=8, minute=30))
    scanned(4, NOW.replace(hour=8, minute=10), desk=meeting)
    one(1, 4)
    assert stays(read) == [
        ("a1", "day1-am", NOW.replace(hour=8, minute=30), None)
    ]  # the scan that was stored first
    assert len(read(lambda tx: scans.of_event(tx, "e1"))) == 2
    assert read(lambda tx: tallies.tally_of(tx, find.event(tx, "e1"))).total.arrived == 1
    sound(meeting)


def test_the_stays_of_both_are_united_and_going_out_with_either_badge_ends_them(meeting, scanned, one, read):
    with meeting.store.write() as tx:
        for session in events.sessions_of(tx, "e1"):
            events.change_session(tx, replace(session, mode=Mode.IN_OUT))
    at = [NOW + timedelta(minutes=n) for n in (0, 5, 10, 20)]
    scanned(1, at[0])
    scanned(4, at[1])
    scanned(1, at[2], out=True)
    one(1, 4)
    assert stays(read) == [("a1", "day1-am", at[0], None)]  # with the other badge they are still inside
    sound(meeting)
    scanned(1, at[3], out=True)
    assert stays(read) == [("a1", "day1-am", at[0], at[3])]
    sound(meeting)
    separate(meeting, "a4", at[3])
    assert stays(read) == [("a1", "day1-am", at[0], at[2]), ("a4", "day1-am", at[1], None)]
    sound(meeting)


def test_a_scan_of_the_one_who_went_is_taken_back_and_counts_no_more(meeting, scanned, one, read):
    scan = scanned(4).scan
    one(1, 4)
    assert len(stays(read)) == 1
    void(meeting, scan.id, NOW)
    assert stays(read) == []
    sound(meeting)


def test_when_one_of_two_scans_is_taken_back_the_other_still_counts(meeting, scanned, one, read):
    first = scanned(1, NOW).scan
    later = NOW + timedelta(minutes=5)
    scanned(4, later)
    one(1, 4)
    void(meeting, first.id, later)
    assert stays(read) == [("a1", "day1-am", later, None)]
    sound(meeting)


def test_a_lost_badge_retires_both_and_a_new_code_lets_in(meeting, scanned, one):
    one(1, 4)
    fresh = register.reissue(meeting, "e1", "1", NOW).code
    assert isinstance(scanned(4).verdict, Replaced)
    assert isinstance(scanned(1).verdict, Replaced)
    assert isinstance(scanned(fresh).verdict, Admitted)


def test_a_walk_in_written_down_twice_is_on_the_roster_and_no_walk_in_any_more(meeting, one, read):
    from signin.services.admit import Door

    door = Door(event_id="e1", session_key="day1-am", now=NOW)
    came, answer = register.walk_in(meeting, Particulars(name="ພອນທິບ ເຈົ້າໄຊ"), door)
    merge(meeting, "e1", "a2", came.attendee.id, NOW)
    kept = everybody(read)[1]
    assert kept.origin is Origin.ROSTER
    assert stays(read)[0][0] == "a2"
    void(meeting, answer.scan.id, NOW)
    assert everybody(read)[1].state is State.EXPECTED
    sound(meeting)


# What hangs on them


def test_women_are_counted_once(meeting, one, read):
    with meeting.store.write() as tx:
        attendees.change(tx, replace(attendees.get(tx, "a4"), sex=Sex.FEMALE, sex_source=SexSource.STATED))
    count = lambda: read(lambda tx: tallies.tally_of(tx, find.event(tx, "e1"))).total  # noqa: E731
    assert (count().expected, count().women_expected) == (4, 2)
    one(2, 4)
    assert (count().expected, count().women_expected) == (3, 1)


def test_the_papers_after_a_merge_name_the_one_person(meeting, scanned, one, tmp_path):
    scanned(4)
    one(1, 4)
    assert papers.print_sign_in(meeting, "e1", tmp_path / "sign.pdf", NOW).people == 3
    assert papers.print_participants(meeting, "e1", tmp_path / "list.pdf", NOW).people == 1
    assert papers.print_badges(meeting, "e1", tmp_path / "badges.pdf", NOW).people == 3
    assert papers.print_certificates(meeting, "e1", tmp_path / "cert.pdf", NOW).people == 1


def test_a_register_number_follows_and_a_second_one_stays_in_the_register(meeting, one, read):
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {"a4": (1, "001/2024"), "a3": (2, "002/2024")}, NOW)
    one(1, 4)
    given = lambda: read(lambda tx: certificates.of_event(tx, "e1"))  # noqa: E731
    assert given()["a1"] == "001/2024"
    one(3, 1)
    assert given()["a3"] == "002/2024"
    assert compare(meeting, "e1", "a2", "a3").sides[1].registers == ("001/2024", "002/2024")


def test_sessions_that_name_people_by_number_follow_and_go_back(meeting, one, read):
    def named(*numbers):
        with meeting.store.write() as tx:
            first, second = events.sessions_of(tx, "e1")[:2]
            events.change_session(tx, replace(first, people=frozenset(numbers)))
            events.change_session(tx, replace(second, people=frozenset({1, 4})))

    people = lambda: [session.people for session in read(lambda tx: events.sessions_of(tx, "e1"))[:2]]  # noqa: E731
    named(4, 2)
    one(1, 4)
    assert people() == [{1, 2}, {1}]
    separate(meeting, "a4", NOW)
    assert people() == [{2, 4}, {1, 4}]
    one(1, 4)
    named(2)
    with meeting.store.write() as tx:
        events.change_session(tx, replace(events.sessions_of(tx, "e1")[1], people=frozenset({3})))
    separate(meeting, "a4", NOW)
    assert people() == [{2}, {3}]  # whoever took them out since meant the one person


def came_instead(meeting, number, name="ຄົນແທນ"):
    return register.substitute(meeting, "e1", str(number), Particulars(name=name), NOW).attendee


def test_who_stays_takes_the_place_that_the_other_had_taken(meeting, scanned, read):
    instead = came_instead(meeting, 2)
    kept = merge(meeting, "e1", "a1", instead.id, NOW).attendee
    assert (kept.replaces, kept.stands_for) == ("a2", 2)
    assert scanned(2).verdict.by.number == 1
    separate(meeting, instead.id, NOW)
    assert (everybody(read)[0].replaces, everybody(read)[0].stands_for) == (None, None)
    assert everybody(read)[-1] == instead
    assert scanned(2, NOW).verdict.by == instead


def test_each_place_that_was_taken_leads_to_the_one_person(meeting, scanned, read):
    first, second = came_instead(meeting, 2), came_instead(meeting, 3)
    kept = merge(meeting, "e1", first.id, second.id, NOW).attendee
    assert kept.stands_for == 2
    assert scanned(2).verdict.by == kept
    assert scanned(3).verdict.by == kept
    separate(meeting, second.id, NOW)
    assert scanned(3, NOW).verdict.by == second


def test_a_substitute_stands_for_the_one_who_stayed(meeting, scanned, read):
    instead = came_instead(meeting, 4)
    kept = merge(meeting, "e1", "a1", "a4", NOW, choices={"state": "a4"}).attendee
    assert kept.state is State.REPLACED
    assert next(person for person in everybody(read) if person.id == instead.id).stands_for == 1
    assert scanned(1).verdict.by.id == scanned(4).verdict.by.id == instead.id
    separate(meeting, "a4", NOW)
    assert next(person for person in everybody(read) if person.id == instead.id).stands_for == 4
    assert isinstance(scanned(1, NOW).verdict, Admitted)


def test_a_substitute_who_is_the_replaced_person_holds_the_own_place(meeting, scanned, read):
    instead = came_instead(meeting, 1)
    laid = compare(meeting, "e1", "a1", instead.id)
    assert laid.state_follows
    assert "state" not in [fact.field for fact in laid.facts(0)]
    kept = merge(meeting, "e1", "a1", instead.id, NOW).attendee
    assert (kept.state, kept.replaces, kept.stands_for) == (State.EXPECTED, None, None)
    assert isinstance(scanned(1).verdict, Admitted)
    separate(meeting, instead.id, NOW)
    back = merge(meeting, "e1", instead.id, "a1", NOW).attendee
    assert (back.state, back.replaces, back.stands_for, back.origin) == (State.EXPECTED, None, None, Origin.ROSTER)
    separate(meeting, "a1", NOW)
    assert everybody(read)[0].state is State.REPLACED
    assert everybody(read)[-1] == instead


def test_a_row_of_substitutes_that_comes_round_to_its_first_ends(meeting, scanned, read):
    second = came_instead(meeting, 1)
    third = came_instead(meeting, second.number)
    kept = merge(meeting, "e1", "a1", third.id, NOW).attendee
    assert kept.state is State.EXPECTED
    with meeting.store.write() as tx:
        attendees.change(tx, replace(kept, state=State.REPLACED))
        assert find.holder_of_place(tx, attendees.get(tx, "a1")).id == second.id


def test_a_substitute_who_let_go_of_the_place_meanwhile_leaves_it_to_its_owner(meeting, one, read):
    instead = came_instead(meeting, 4)
    one(1, 4)
    with meeting.store.write() as tx:
        attendees.change(tx, replace(attendees.get(tx, instead.id), replaces=None, stands_for=None))
    assert separate(meeting, "a4", NOW).other.state is State.EXPECTED


def test_a_print_run_that_stopped_goes_on_for_the_one_person(meeting, one, tmp_path):
    from signin.domain.print_run import Paper, Place, PrintRun
    from signin.services import print_log
    from signin.store import print_log as rows

    run = PrintRun(
        id="r",
        event_id="e1",
        desk="ໂຕະ 1",
        who="",
        at=NOW,
        paper=Paper.BADGES,
        session_key=None,
        target="p",
        to_file=False,
        copies=1,
        first=0,
        last=1,
        people=4,
        again=False,
        continues=None,
    )
    with meeting.store.write() as tx:
        places = [Place(who, page, copy=False) for who, page in (("a2", 0), ("a1", 1), ("a4", 1), ("a3", 0))]
        rows.add(tx, run, places)
        rows.add_pages(tx, "r", [0], NOW)
    one(2, 4)
    assert print_log.left_over(meeting, "r") == ("a1", "a2")
    done = papers.print_badges(meeting, "e1", tmp_path / "b.pdf", NOW, only=("a4", "a2"))
    assert done.people == 1
    with meeting.store.read() as tx:
        out = rows.came_out(tx, "e1", Paper.BADGES)
    assert set(out) == {"a2", "a3"}


def test_a_badge_of_either_that_came_out_is_the_one_persons(meeting, one):
    from signin.domain.print_run import Paper, Place, PrintRun
    from signin.store import print_log as rows

    facts = {"event_id": "e1", "desk": "d", "who": "", "paper": Paper.CERTIFICATES, "session_key": None}
    usual = {"target": "p", "to_file": False, "copies": 1, "first": 0, "last": 0, "people": 1, "again": False}
    with meeting.store.write() as tx:
        for run_id, who, at in (("r1", "a4", NOW), ("r2", "a1", NOW + timedelta(hours=1))):
            run = PrintRun(id=run_id, at=at, continues=None, **facts, **usual)
            rows.add(tx, run, [Place(who, 0, copy=False)])
            rows.add_pages(tx, run_id, [0], at)
    one(1, 4)
    with meeting.store.read() as tx:
        assert rows.came_out(tx, "e1", Paper.CERTIFICATES) == {"a1": NOW + timedelta(hours=1)}


# The record, and the way back


def test_a_merge_is_recorded_with_both_and_the_history_is_one(meeting, one, read):
    corrections.correct(meeting, "e1", "4", corrections.Correction(position="ຫົວໜ້າ"), NOW)
    one(1, 4)
    told = read(lambda tx: records.history(tx, "e1", "a1"))
    assert [(row.verb, row.subject_id) for row in told] == [
        (Verb.CORRECTED, "a4"),
        (Verb.MERGED, "a1"),
        (Verb.MERGED, "a4"),
    ]
    assert told[1].fields["email"] == ("", "v@mof.la")
    assert told[1].fields["one_with"] == ("", "4 ວັນໄຊ ອິນທະວົງ")
    assert told[2].fields["state"] == ("expected", "merged")
    assert read(records.first_bad) is None


def test_a_merge_taken_back_puts_both_back_as_they_were(meeting, one, read, scanned):
    before = everybody(read)
    one(1, 4, phone=4, organisation=4)
    scan = scanned(4).scan
    parted = separate(meeting, "a4", NOW)
    assert everybody(read) == before
    assert (parted.kept, parted.other) == (before[0], before[3])
    assert scan.attendee_id == "a1"
    assert stays(read)[0][0] == "a1"
    assert isinstance(scanned(4, NOW).verdict, Admitted)
    told = read(lambda tx: records.history(tx, "e1", "a1"))
    assert told[-1].verb is Verb.SEPARATED
    assert told[-1].reference == told[0].id
    with pytest.raises(NotMerged):
        separate(meeting, "a4", NOW)
    sound(meeting)


def test_what_was_corrected_of_the_one_person_stays(meeting, one, read):
    one(1, 4, phone=4)
    corrections.correct(meeting, "e1", "1", corrections.Correction(phone="2099999999"), NOW)
    assert separate(meeting, "a4", NOW).kept.phone == "2099999999"


def test_merges_of_one_person_are_taken_back_from_the_last_to_the_first(meeting, one, read):
    before = everybody(read)
    one(1, 4)
    one(1, 3)
    one(2, 1)
    assert [(done.other.number, done.kept.number, done.last) for done in merges_done(meeting, "e1")] == [
        (1, 2, True),
        (3, 2, False),
        (4, 2, False),
    ]
    for number in (4, 3):
        with pytest.raises(LaterMergeFirst):
            separate(meeting, f"a{number}", NOW)
    for number in (1, 3, 4):
        separate(meeting, f"a{number}", NOW)
    assert everybody(read) == before
    assert merges_done(meeting, "e1") == ()
    sound(meeting)


def test_whose_code_was_replaced_meanwhile_gets_a_new_one(meeting, one, scanned, read):
    one(1, 4)
    register.reissue(meeting, "e1", "1", NOW)
    separate(meeting, "a4", NOW)
    fresh = read(lambda tx: attendees.live_code(tx, "a4"))
    assert scanned(fresh).attendee.number == 4
    assert [issued.code for issued in read(lambda tx: attendees.codes_of(tx, "a4"))][-1] == fresh


def test_a_record_edited_by_hand_puts_nothing_back_but_parts_the_two(meeting, one, read):
    from sqlalchemy import text

    one(1, 4, phone=4)
    with meeting.store.write() as tx:
        tx.execute(text("UPDATE record SET fields = '[]'"))
    assert separate(meeting, "a4", NOW).kept.phone == "2077700004"


# Other desks


def test_another_desk_hears_who_has_gone_and_who_stayed(meeting, one, scanned):
    other = board.load_board(meeting, "e1", "day1-am")
    index = search.load(meeting, "e1")
    scanned(4)
    other.take(board.news_since(meeting, "e1", "day1-am", other.seen))
    assert (other.counts.arrived, other.counts.expected) == (1, 4)
    one(1, 4)
    news = board.news_since(meeting, "e1", "day1-am", other.seen)
    assert news.gone == ("a4",)
    other.take(news)
    fresh = board.load_board(meeting, "e1", "day1-am")
    assert (other.counts, other.people) == (fresh.counts, fresh.people)
    assert (other.counts.arrived, other.counts.expected) == (1, 3)
    assert other.presence_of("a1") is not None
    index.index.apply(search.changes_since(meeting, "e1", index.nth))
    assert [hit.attendee.number for hit in index.index.find("ວັນໄຊ")] == [1]
    separate(meeting, "a4", NOW)
    other.take(board.news_since(meeting, "e1", "day1-am", other.seen))
    assert other.counts.expected == 4


def test_two_people_of_whom_a_desk_has_kept_the_old_id_are_one(meeting, one):
    one(1, 4)
    found = board.state_of(meeting, "e1", "day1-am", ["a4", "a1"])
    assert [person.id for person, _ in found] == ["a1"]


def test_merges_are_those_that_stand(meeting, one, read):
    done = merge(meeting, "e1", "a1", "a4", NOW).merge
    assert read(lambda tx: merges.of_event(tx, "e1")) == [done]
    assert read(lambda tx: merges.one_with(tx, "a4")) == ["a1", "a4"]
    assert done.nth == 1
