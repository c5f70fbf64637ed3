"""What a paper says, gathered for whom it was ordered, and drawn without the store."""

from datetime import datetime, timedelta

import pytest

from signin.domain.print_run import Paper, Place
from signin.services import papers, print_log
from signin.services.failures import SessionNotFound
from signin.services.paper_orders import Choices, Order, choices, gather, gather_first, issue
from signin.services.print_log import Target
from signin.services.register import reissue
from signin.store import attendees, certificates
from typeset.reading import copied_by_pdfium

NOW = datetime(2024, 6, 12, 8, 24)
LATER = datetime(2024, 6, 13, 17)


def order(paper, **how):
    return Order(event_id="e1", paper=paper, **how)


def numbers(gathered):
    return [person.number for person in gathered.people]


@pytest.fixture
def came(scanned):
    """The first and third came on the first morning."""
    scanned(3, NOW)
    scanned(1, NOW + timedelta(minutes=4))


@pytest.fixture
def came_out(meeting):
    """Print an order, or some pages of it, to the end."""

    def printed(which, pages=None, at=NOW):
        gathered = gather(meeting, which)
        pages = pages or range(1 + max((place.page for place in gathered.places), default=0))
        run = print_log.begin(meeting, gathered, Target(name="p", pages=pages), at)
        print_log.came_out(meeting, run.id, pages, at)

    return printed


def test_badges_are_for_everybody_or_a_session_an_organisation_a_person(meeting):
    assert numbers(gather(meeting, order(Paper.BADGES))) == [1, 2, 3]
    assert numbers(gather(meeting, order(Paper.BADGES, session_key="day1-am"))) == [1, 2, 3]
    assert numbers(gather(meeting, order(Paper.BADGES, organisation="ພະແນກພາຍໃນ"))) == [2, 3]
    assert numbers(gather(meeting, order(Paper.BADGES, only=("a2",)))) == [2]
    with pytest.raises(SessionNotFound):
        gather(meeting, order(Paper.SIGN_IN, session_key="never"))


def test_whoever_has_a_badge_is_left_out_and_a_lost_one_is_wanted_again(meeting, came_out):
    came_out(order(Paper.BADGES, only=("a1", "a2")))
    assert numbers(gather(meeting, order(Paper.BADGES, unprinted=True))) == [3]
    assert gather(meeting, order(Paper.BADGES)).copies == 2
    reissue(meeting, "e1", "1", NOW + timedelta(hours=1))
    again = gather(meeting, order(Paper.BADGES))
    assert set(again.before) == {"a2"}
    assert again.places == [Place("a1", 0), Place("a2", 0, copy=True), Place("a3", 0)]


def test_on_labels_each_person_has_a_page(meeting):
    gathered = gather(meeting, order(Paper.BADGES, size=(100.0, 62.0)))
    assert [place.page for place in gathered.places] == [0, 1, 2]


def test_looking_at_certificates_gives_no_numbers_away_and_issuing_does(meeting, came, tmp_path):
    looked = gather(meeting, order(Paper.CERTIFICATES))
    with meeting.store.read() as tx:
        assert certificates.of_event(tx, "e1") == {}
    issued = issue(meeting, order(Paper.CERTIFICATES), LATER)
    with meeting.store.read() as tx:
        assert certificates.of_event(tx, "e1") == {one.attendee.id: one.register for one in looked.certificates}
    assert issued == looked
    assert issued.write(tmp_path / "c.pdf", LATER).pages == 2
    assert issue(meeting, order(Paper.BADGES), LATER).copies == 0


def test_whoever_has_earned_one_since_it_was_looked_at_is_left_for_the_next_time(meeting, came, scanned):
    seen = gather(meeting, order(Paper.CERTIFICATES))
    scanned(2, NOW + timedelta(minutes=9))
    issued = issue(meeting, order(Paper.CERTIFICATES), LATER, tuple(person.id for person in seen.people))
    assert numbers(issued) == [1, 3]
    assert issued == seen


def test_where_nobody_was_seen_nobody_gets_a_number(meeting, scanned):
    seen = gather(meeting, order(Paper.CERTIFICATES))
    scanned(2, NOW)
    assert issue(meeting, order(Paper.CERTIFICATES), LATER, tuple(person.id for person in seen.people)) == seen
    assert numbers(issue(meeting, order(Paper.CERTIFICATES, only=()), LATER)) == []
    with meeting.store.read() as tx:
        assert certificates.of_event(tx, "e1") == {}


def test_certificates_of_a_session_are_for_those_who_were_in_it(meeting, came):
    assert numbers(gather(meeting, order(Paper.CERTIFICATES, session_key="day1-am"))) == [1, 3]
    assert numbers(gather(meeting, order(Paper.CERTIFICATES, session_key="day2-am"))) == []


def test_a_certificate_printed_again_is_marked_as_a_copy_and_the_first_is_not(meeting, came, came_out, tmp_path):
    came_out(order(Paper.CERTIFICATES, only=("a1",)))
    gathered = gather(meeting, order(Paper.CERTIFICATES))
    gathered.write(tmp_path / "c.pdf", LATER)
    lines = copied_by_pdfium((tmp_path / "c.pdf").read_bytes())
    assert lines.count("ສຳເນົາ") == 1
    registers = [line for line in lines if line.startswith("ເລກທະບຽນ")]
    assert lines.index("ສຳເນົາ") < lines.index(registers[1])


def test_the_list_of_a_session_tells_when_people_came_and_counts_those_chosen(meeting, came):
    gathered = gather(meeting, order(Paper.PARTICIPANTS, session_key="day1-am"))
    assert [(row.attendee.number, row.arrived_at) for row in gathered.rows] == [
        (1, NOW + timedelta(minutes=4)),
        (3, NOW),
    ]
    one = gather(meeting, order(Paper.PARTICIPANTS, organisation="ພະແນກພາຍໃນ"))
    assert (numbers(one), one.total.arrived, one.total.women) == ([3], 1, 0)


def test_before_anybody_came_the_list_is_of_everybody_expected(meeting):
    gathered = gather(meeting, order(Paper.PARTICIPANTS))
    assert (gathered.kind, numbers(gathered), gathered.total.women_expected) == ("expected", [1, 2, 3], 1)
    assert gather(meeting, order(Paper.SIGN_IN)).kind == "sign-in"
    assert not choices(meeting, "e1").anybody_came


@pytest.mark.parametrize("session", [None, "day1-am"])
def test_whether_the_list_is_of_those_who_came_or_of_everybody_can_be_told(meeting, scanned, session):
    nobody = gather(meeting, order(Paper.PARTICIPANTS, session_key=session, came=True))
    assert (nobody.kind, numbers(nobody)) == ("session" if session else "event", [])
    scanned(1)
    all_of_them = gather(meeting, order(Paper.PARTICIPANTS, session_key=session, came=False))
    assert (all_of_them.kind, numbers(all_of_them)) == ("expected", [1, 2, 3])
    assert (all_of_them.total.expected, all_of_them.total.women_expected) == (3, 1)
    there = gather(meeting, order(Paper.PARTICIPANTS, session_key=session, came=True))
    assert (numbers(there), there.total.arrived) == ([1], 1)
    assert choices(meeting, "e1").anybody_came


@pytest.mark.parametrize("session", [None, "day1-am", "day1-pm"])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("visited", [False, True])
@pytest.mark.parametrize("came", [None, False, True])
def test_the_beginning_is_that_of_the_whole(meeting, scanned, paper, session, visited, came):
    if visited:
        scanned(3, NOW)
        scanned(1, NOW + timedelta(minutes=4))
    which = order(paper, session_key=session, came=came)
    whole, begun = gather(meeting, which), gather_first(meeting, which)
    assert (begun.kind, begun.session, begun.rows) == (whole.kind, whole.session, whole.rows)
    assert begun.whole == paper.personal


def test_the_beginning_of_a_long_list_is_short_and_knows_who_is_meant(meeting, attendee):
    many = [attendee(number, organisation="ກ" if number % 2 else "ຂ") for number in range(4, 400)]
    with meeting.store.write() as tx:
        attendees.add_many(tx, many)
    assert numbers(gather_first(meeting, order(Paper.SIGN_IN, organisation="ຂ"))) == list(range(4, 124, 2))


def test_one_can_choose_from_the_sessions_the_organisations_and_the_people(meeting, sessions, people):
    found = choices(meeting, "e1")
    assert found == Choices(tuple(sessions), ("ພະແນກການເງິນ", "ພະແນກພາຍໃນ"), tuple(people))


def test_a_list_is_written_like_the_one_of_the_command_line(meeting, came, tmp_path):
    papers.print_participants(meeting, "e1", tmp_path / "a.pdf", LATER)
    told = []
    gathered = gather(meeting, order(Paper.PARTICIPANTS))
    printed = gathered.write(tmp_path / "b.pdf", LATER, lambda done, of: told.append((done, of)))
    assert (printed.pages, printed.people) == (1, 2)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert told == [(0, 4), (2, 4)]


@pytest.mark.parametrize("paper", list(Paper))
def test_whoever_hears_how_far_it_is_can_stop_it_and_nothing_is_written(meeting, came, tmp_path, paper):
    class Enough(Exception):
        pass

    def stop(_done, _of):
        raise Enough

    with pytest.raises(Enough):
        gather(meeting, order(paper)).write(tmp_path / "never.pdf", NOW, stop)
    assert list(tmp_path.glob("*never*")) == []
