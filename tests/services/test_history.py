"""What happened to somebody and at an event, told in sentences of both languages."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from signin.domain.attendee import Category, Sex
from signin.domain.print_run import Paper
from signin.domain.record import Verb
from signin.domain.scan import Source
from signin.domain.timetable import Edit
from signin.exchange.roster import read_roster
from signin.services import (
    events_again,
    history,
    history_words,
    importing,
    print_log,
    recent,
    records,
    rosters,
    run_words,
    scan_words,
    session_names,
    sessions,
)
from signin.services.corrections import Correction, correct, undo_correction
from signin.services.history import KINDS, Filter, Kind
from signin.services.history_lines import KIND_OF_VERB
from signin.services.paper_orders import Order, gather
from signin.services.print_log import Target
from signin.services.register import Particulars, cancel, reissue, restore, substitute, walk_in
from signin.services.void import void
from signin.store import certificates
from signin.words import render

MORNING = datetime(2024, 6, 12, 8, 24)


def later(minutes):
    return MORNING + timedelta(minutes=minutes)


@pytest.fixture
def told(meeting):
    """The sentences about an event, the latest first: told(language, text=…)."""

    def lines(language="en", most=100, **only):
        page = history.of_event(meeting, "e1", most=most, only=Filter(**only))
        return [render(one.line.message, language) for one in page.lines]

    return lines


@pytest.fixture
def of(meeting):
    """The sentences about a person, the earliest first."""
    return lambda who, language="en": [
        render(one.message, language) for one in history.of_person(meeting, "e1", who)
    ]


def test_every_verb_and_kind_and_verdict_has_its_sentence():
    from signin.domain.verdict import Verdict

    assert {*history_words.SENTENCES, Verb.CHANGED} == set(Verb)
    assert set(KIND_OF_VERB) == set(Verb)
    assert set(KINDS) == set(Kind)
    assert set(run_words.PAPERS) == set(Paper)
    assert set(scan_words.SOURCES) == set(Source)
    assert set(scan_words.VERDICTS) == {one.__name__ for one in Verdict.__args__}
    assert all(set(kind) == set(words) for kind, words in history_words._VALUES.values())


def test_every_field_that_can_change_has_its_words(event):
    assert set(records.RECORDED) <= set(history_words.FIELDS)
    assert set(events_again._facts(event)) <= set(history_words.FIELDS)
    assert {"starts_on", "ends_on"} <= set(history_words.FIELDS)


def test_each_sentence_is_said_in_both_languages():
    texts = [*scan_words.VERDICTS.values(), *scan_words.SOURCES.values(), *history_words.FIELDS.values()]
    texts += [word for _, words in history_words._VALUES.values() for word in words.values()]
    texts += [*KINDS.values(), *run_words.PAPERS.values()]
    assert [text for text in texts if render(text, "lo") == text] == []


def test_a_person_is_told_from_the_code_to_the_certificate(meeting, scanned, of, people):
    admitted = scanned(1, later(1))
    scanned(1, later(2))
    void(meeting, admitted.scan.id, later(3))
    correct(meeting, "e1", "1", Correction(phone="2055500099"), later(4), reason="ໂທມາແຈ້ງ")
    reissue(meeting, "e1", "1", later(5))
    order = Order(event_id="e1", paper=Paper.BADGES)
    paper = gather(meeting, order)
    for minute in (6, 7):
        run = print_log.begin(meeting, paper, Target(name="Epson", pages=range(1)), later(minute))
        print_log.came_out(meeting, run.id, [0], later(minute))
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {"a1": (1, "001/2024")}, later(8))
    assert of("a1") == [
        "Code issued",
        "Checked in: day 1, morning",
        "Scanned again, was in already: day 1, morning",
        "Taken back – Checked in: day 1, morning",
        "Phone: 2055500001 → 2055500099",
        "New code for a lost badge",
        "Badge printed",
        "Badge printed",
        "Register number 001/2024",
    ]
    assert of("a1", "lo")[4] == "ເບີໂທ: 2055500001 → 2055500099"
    assert [one.reason for one in history.of_person(meeting, "e1", "a1")][4] == "ໂທມາແຈ້ງ"
    assert {one.desk for one in history.of_person(meeting, "e1", "a1")} == {"", "ໂຕະ 1"}


def test_a_paper_that_was_printed_before_is_told_as_printed_again(meeting, of):
    for minute in (1, 2):
        paper = gather(meeting, Order(event_id="e1", paper=Paper.BADGES))
        target = Target(name="x.pdf", pages=range(1), to_file=minute == 1)
        run = print_log.begin(meeting, paper, target, later(minute))
        print_log.came_out(meeting, run.id, [0], later(minute))
    assert of("a1")[1:] == ["Badge saved as a file", "Badge printed again"]


def test_places_are_told_with_who_came_instead(meeting, of, told):
    cancel(meeting, "e1", "3", later(1), reason="ຕິດວຽກ")
    restore(meeting, "e1", "3", later(2))
    came = substitute(meeting, "e1", "2", Particulars(name="ນາງ ສົມຈິດ ໄຊຍະວົງ"), later(3)).attendee
    assert of("a3")[1:] == ["Place cancelled", "Place given back"]
    assert of("a2")[1:] == ["Replaced: ນາງ ສົມຈິດ ໄຊຍະວົງ came instead"]
    assert "Came as a substitute for number 2" in of(came.id)
    lines = history.of_event(meeting, "e1", most=9).lines
    assert {one.who.name for one in lines} == {"ທ້າວ ບຸນມີ ຂຽວມະນີ", "ທ່ານ ນ. ພອນທິບ ເຈົ້າໄຊ", "ນາງ ສົມຈິດ ໄຊຍະວົງ"}
    assert [one.line.reason for one in lines if one.line.reason] == ["ຕິດວຽກ"]


def test_somebody_replaced_whose_substitute_is_gone_is_told_all_the_same(meeting, of, people):
    with meeting.store.write() as tx:
        records.note(meeting, tx, Verb.REPLACED, people[0], {}, later(1))
    assert of("a1")[1:] == ["Replaced by another"]


def test_a_walk_in_taken_back_and_put_back_is_told_with_its_place(meeting, of):
    from signin.services.admit import Door

    door = Door(event_id="e1", session_key="day1-am", now=later(1))
    registered, answer = walk_in(meeting, Particulars(name="ທ້າວ ຄຳຫຼ້າ ພົມມະຈັນ"), door)
    first = recent.take_back(meeting, "e1", answer.scan.id, later(2))
    void(meeting, first.row.id, later(3))
    assert of(registered.attendee.id) == [
        "Added at the door as a walk-in",
        "Code issued",
        "Checked in: day 1, morning",
        "Place cancelled, because the scan was taken back",
        "Taken back – Checked in: day 1, morning",
        "Place given back, because the scan was put back",
        "Put back: day 1, morning",
    ]


def test_a_correction_of_many_fields_tells_two_and_counts_the_rest(meeting, of):
    changes = Correction(phone="1", email="a@b.la", note="ກ", organisation="ພະແນກແຜນການ", sex=Sex.FEMALE)
    correct(meeting, "e1", "3", changes, later(1))
    assert of("a3")[1] == "Sex: Male → Female; Organisation: ພະແນກພາຍໃນ → ພະແນກແຜນການ and 3 more"
    (line,) = [one for one in history.of_person(meeting, "e1", "a3") if one.kind is Kind.PERSON]
    assert [render(one.label, "en") for one in line.details] == [
        *("Sex", "Sex known from", "Organisation", "Phone", "Email", "Note"),
    ]
    assert [render(one.before, "en") for one in line.details][:2] == ["Male", "–"]


def test_a_correction_taken_back_says_so(meeting, of):
    correct(meeting, "e1", "3", Correction(category=Category.GUEST), later(1))
    with meeting.store.read() as tx:
        (record,) = records.history(tx, "e1", "a3")
    undo_correction(meeting, record.id, later(2))
    assert of("a3")[1:] == ["Category: Participant → Guest", "Taken back – Category: Guest → Participant"]


def test_an_event_tells_scans_changes_papers_numbers_and_itself(meeting, scanned, told, event):
    from dataclasses import replace

    scanned(1, later(1))
    scanned("8851234567890", later(2))
    scanned(2, later(3), session="day2-pm")
    scanned(2, later(4), session="day2-pm", forced=True)
    events_again.change_event(meeting, replace(event, venue="ຫ້ອງ 2"), later(5))
    paper = gather(meeting, Order(event_id="e1", paper=Paper.SIGN_IN, session_key="day1-am"))
    run = print_log.begin(meeting, paper, Target(name="Epson", pages=range(1), who="noy"), later(6))
    print_log.came_out(meeting, run.id, [0], later(6))
    saved = gather(meeting, Order(event_id="e1", paper=Paper.BADGES))
    print_log.begin(meeting, saved, Target(name="b.pdf", pages=range(1), to_file=True), later(7))
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {"a1": (1, "001/2024"), "a2": (2, "002/2024")}, later(8))
        certificates.add(tx, "e1", {"a3": (3, "003/2024")}, later(9))
    assert told() == [
        "Register number 003/2024",
        "Register numbers given: 2, from 001/2024 to 002/2024",
        "Badges saved: people 3, pages 0 of 1, “b.pdf”",
        "Sign-in sheet, day 1, morning printed: people 3, pages 1 of 1, “Epson”",
        "Venue: ຫ້ອງປະຊຸມໃຫຍ່ → ຫ້ອງ 2",
        "Let in anyway: day 2, afternoon",
        "Not let in, not open yet: day 2, afternoon",
        "Not let in, unknown code: day 1, morning",
        "Checked in: day 1, morning",
    ]
    assert told("lo")[-1] == "ລົງທະບຽນ: ມື້ທີ 1, ພາກເຊົ້າ"
    assert told(desk="ໂຕະ 2") == []
    assert len(told(desk="ໂຕະ 1")) == 7


def test_an_import_and_a_copied_event_are_told(meeting, told, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("ລ/ດ,ຊື່ ແລະ ນາມສະກຸນ\n1,ທ່ານ ວັນໄຊ ອິນທະວົງ\n", encoding="utf-8")
    rosters.import_roster(meeting, "e1", read_roster(sheet), later(1))
    assert told(kinds=frozenset({Kind.IMPORT})) == [
        "Roster imported from “roster”: people 1, new 0, changed 0, not in it 2"
    ]
    made = events_again.clone_event(meeting, "e1", date(2024, 7, 1), "ກອງປະຊຸມໃໝ່", later(2))
    (line,) = history.of_event(meeting, made.id, most=9).lines
    assert str(line.line.message) == "Made after the meeting “ກອງປະຊຸມທົດລອງ”"
    assert line.line.reason == ""
    assert [str(one.after) for one in line.line.details] == ["ກອງປະຊຸມໃໝ່", "1/7/2024"]


def test_lines_come_page_by_page_and_none_twice(meeting, scanned, told):
    for minute in range(7):
        scanned(1 + minute % 3, later(minute))
        correct(meeting, "e1", "1", Correction(note=f"ທີ {minute}"), later(minute))
    pages, place = [], None
    while True:
        page = history.of_event(meeting, "e1", most=4, before=place)
        pages.append([render(one.line.message, "en") for one in page.lines])
        if (place := page.following) is None:
            break
    assert [len(page) for page in pages] == [4, 4, 4, 2]
    assert [line for page in pages for line in page] == told()
    assert [len(page) for page in history.everything(meeting, "e1", most=5)] == [5, 5, 4]


def test_lines_are_found_by_kind_day_name_number_reason_change_and_what_was_scanned(meeting, scanned, told):
    scanned(1, later(1))
    scanned("8851234567890", later(2))
    scanned(2, datetime(2024, 6, 13, 9), session="day2-am")
    correct(meeting, "e1", "3", Correction(note="ຄົນຂັບລົດ"), later(3), reason="100%_ແນ່ນອນ")
    gathered = gather(meeting, Order(event_id="e1", paper=Paper.BADGES))
    print_log.begin(meeting, gathered, Target(name="Epson", pages=range(1)), later(4))
    with meeting.store.write() as tx:
        certificates.add(tx, "e1", {"a1": (1, "001/2024"), "a2": (2, "002/2024")}, later(5))
    assert told(kinds=frozenset({Kind.REFUSED})) == ["Not let in, unknown code: day 1, morning"]
    assert told(day=date(2024, 6, 13)) == ["Checked in: day 2, morning"]
    printed = "Badges printed: people 3, pages 0 of 1, “Epson”"
    assert told(text="ພອນທິບ") == ["Checked in: day 2, morning", "Register number 002/2024", printed]
    assert told(text="1")[:2] == ["Register number 001/2024", printed]
    assert "Note: – → ຄົນຂັບລົດ" in told(text="3")
    assert told(text="0%_") == ["Note: – → ຄົນຂັບລົດ"]
    assert told(text="ຂັບລົດ") == ["Note: – → ຄົນຂັບລົດ"]
    assert told(text="885123") == ["Not let in, unknown code: day 1, morning"]
    assert told(text="nobody") == []


def test_a_record_edited_by_hand_is_left_out_and_the_rest_is_told(meeting, told):
    correct(meeting, "e1", "1", Correction(note="ກ"), later(1))
    correct(meeting, "e1", "1", Correction(note="ຂ"), later(2))
    with meeting.store.write() as tx:
        tx.exec_driver_sql("UPDATE record SET fields = 'none' WHERE sequence = 2")
    assert told() == ["Note: – → ກ"]
    assert [str(one.message) for one in history.of_person(meeting, "e1", "a1")][1:] == ["Note: – → ກ"]


def test_desks_and_days_are_those_of_the_lines(meeting, other_desk, scanned):
    scanned(1, later(1))
    correct(other_desk, "e1", "1", Correction(note="ກ"), datetime(2024, 6, 14, 8))
    assert history.known(meeting, "e1") == history.Known(
        ("ໂຕະ 1", "ໂຕະ 2"), (date(2024, 6, 12), date(2024, 6, 14))
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("session day1-am", "08:30-12:00", "day 1, morning, hours: 08:30-12:00"),
        ("session day2-pm mode", "in-out", "day 2, afternoon, what the door notes: In and out"),
        ("session topic categories", "chair, press", "a session that is gone, which categories: Chair, Press"),
        ("session topic categories", "", "a session that is gone, which categories: –"),
        ("session day1-am doors", "2024-06-12 07:30-09:00", "day 1, morning, doors open: 12/6/2024 07:30-09:00"),
        ("session day1-am title", "2024-06-12", "day 1, morning, title: 2024-06-12"),
        ("certificate.sessions", "day1-am\nday1-pm", "Certificate: sessions: day 1, morning, day 1, afternoon"),
        ("certificate.sessions", "", "Certificate: sessions: –"),
        ("starts_at", "08:30:00", "Begins, first day: 08:30"),
        ("stands_for 0190a", "3", "Comes for number: 3"),
        ("certificate.rule", "share", "Certificate: how it is earned: A share of them"),
        ("sex", "other", "Sex: other"),
        ("chairs", "ກ\nຂ", "Chairs: ກ, ຂ"),
        ("unheard of", "x", "unheard of: x"),
        ("starts_on", "2024-07-01", "First day: 1/7/2024"),
        ("starts_on", "", "First day: –"),
    ],
)
def test_fields_and_values_are_said_in_words(field, value, said):
    (one,) = history_words.details_of({field: ("", value)})
    assert f"{one.label}: {one.after}" == said


def test_what_names_only_ids_is_not_told(meeting):
    assert history_words.details_of({"scan": ("", "0190"), "replaces": ("a1", "")}) == ()
    assert str(history_words.changes_words({"scan": ("", "0190")})) == "nothing"
    assert str(history_words.changes_words({"sex_source": ("stated", "")})) == (
        "Sex known from: Said by the office → –"
    )


def test_a_session_with_a_title_is_called_by_it(event, sessions):
    from dataclasses import replace

    assert str(session_names.session_words(event, replace(sessions[0], title="ບັນຊີ"), "x")) == "ບັນຊີ"
    assert str(session_names.session_words(event, None, "gone")) == "gone"


def test_the_record_names_sessions_and_writes_days_and_hours_as_the_window_does(meeting, told):
    usual = sessions.timetable(meeting, "e1").sessions[0]
    begins, ends = datetime(2024, 6, 12, 16), later(8 * 60)
    hours = {"starts_at": begins, "ends_at": ends, "opens_at": begins, "closes_at": ends}
    extra = replace(usual, key="s1", title="", **hours)
    named = replace(extra, key="s2", title="ງົບປະມານ")

    def change(before, after, minutes):
        edit = Edit(event_id="e1", before=tuple(before), after=tuple(after))
        sessions.change_sessions(meeting, edit, later(minutes))

    change([], [extra, named], 1)
    change([extra], [replace(extra, room="ຫ້ອງ 2")], 2)
    assert told()[0] == "day 1, afternoon, room: ຫ້ອງປະຊຸມໃຫຍ່ → ຫ້ອງ 2"
    change([replace(extra, room="ຫ້ອງ 2"), named], [], 3)
    assert told()[0].startswith("day 1, afternoon, hours: 12/6/2024 16:00-16:24 → –")
    assert told()[1] == "a session that is gone, room: ຫ້ອງປະຊຸມໃຫຍ່ → ຫ້ອງ 2"
    (line, *_) = history.of_event(meeting, "e1", most=9).lines
    labels = {str(one.label) for one in line.line.details}
    assert {"ງົບປະມານ, hours", "day 1, afternoon, doors open"} <= labels
    assert not [one for one in labels if "s1" in one or "s2" in one]


def test_how_somebody_was_named_and_what_was_read_are_the_details_of_a_scan(meeting, scanned, code):
    answer = scanned(1, later(1))
    void(meeting, answer.scan.id, later(2))
    taken, scan = history.of_event(meeting, "e1", most=9).lines
    assert taken.line.details == ()
    assert [(str(one.label), str(one.after)) for one in scan.line.details] == [
        ("How", "Badge scanned"),
        ("What was read", code(1)),
    ]


def test_the_account_of_who_printed_is_a_detail(meeting):
    paper = gather(meeting, Order(event_id="e1", paper=Paper.BADGES))
    print_log.begin(meeting, paper, Target(name="Epson", pages=range(1), who="noy"), later(1))
    (line,) = history.of_event(meeting, "e1", most=9).lines
    assert [str(one.after) for one in line.line.details] == ["noy"]


def test_a_person_is_told_what_each_import_did(meeting, of, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text(
        "ລ/ດ,ຊື່ ແລະ ນາມສະກຸນ,ຕຳແໜ່ງ\n1,ທ່ານ ວັນໄຊ ອິນທະວົງ,ຫົວໜ້າ\n4,ນາງ ດວງໃຈ ວົງສາ,ວິຊາການ\n", encoding="utf-8"
    )
    imported = rosters.import_roster(meeting, "e1", read_roster(sheet), later(1))
    assert of("a1")[1:] == ["Import from “roster” – Position: – → ຫົວໜ້າ"]
    assert of(imported.plan.added[0].id) == ["Imported from “roster”", "Code issued"]


def test_a_person_is_told_what_taking_an_import_back_did(meeting, of, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text(
        "ລ/ດ,ຊື່ ແລະ ນາມສະກຸນ,ຕຳແໜ່ງ\n1,ທ່ານ ວັນໄຊ ອິນທະວົງ,ຫົວໜ້າ\n4,ນາງ ດວງໃຈ ວົງສາ,ວິຊາການ\n", encoding="utf-8"
    )
    imported = rosters.import_roster(meeting, "e1", read_roster(sheet), later(1))
    importing.take_back(meeting, imported.run_id, later(2))
    assert of("a1")[1:] == [
        "Import from “roster” – Position: – → ຫົວໜ້າ",
        "Import from “roster” taken back – Position: ຫົວໜ້າ → –",
    ]
    assert history.of_person(meeting, "e1", "a1")[-1].at == later(2)
    assert of(imported.plan.added[0].id) == ["Imported from “roster”", "Import from “roster” taken back"]


def test_an_import_taken_back_tells_what_it_undid():
    from signin.domain.record import Record, Subject
    from signin.services.history_lines import record_line
    from signin.store.history import RecordRow

    for verb in Verb:
        record = Record(
            id="r",
            event_id="e1",
            desk="ໂຕະ 1",
            sequence=1,
            at=MORNING,
            subject=Subject.ROSTER,
            subject_id="e1",
            verb=verb,
            fields={},
            reason="ບັນຊີ",
        )
        line = record_line(RecordRow(("", "", 1), record, None, ""))
        assert str(line.message)
        assert render(line.message, "lo") != str(line.message)
