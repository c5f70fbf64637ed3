from dataclasses import replace
from datetime import date, datetime, time
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication

from signin.desk.organiser.event.details_page import EventDetailsPage
from signin.domain.event import CertificateTerms, Chair, Letterhead, Rule
from signin.domain.record import Verb
from signin.services import meetings
from signin.services.records import history
from signin.store.failures import StoreFull


@pytest.fixture
def event(event):
    return replace(
        event,
        chairs=(Chair(prefix="ທ່ານ", name="ວັນໄຊ ອິນທະວົງ", position="ຫົວໜ້າ"),),
        letterhead=Letterhead(offices=("ກະຊວງທົດລອງ",), number="12/ກ", place="ວຽງຈັນ"),
    )


@pytest.fixture
def page(voice, look, workers, clock, shown, qtbot):
    made = shown(EventDetailsPage(voice, look, *workers, "e1", clock))
    made.said = []
    made.changed.connect(lambda: made.said.append("changed"))
    made.cloned.connect(made.said.append)
    qtbot.waitUntil(lambda: made._event is not None)
    return made


@pytest.fixture
def stored(meeting):
    return lambda: meetings.one(meeting, "e1")[0]


@pytest.fixture
def told(meeting):
    def records():
        with meeting.store.read() as tx:
            return [(one.verb, one.fields) for one in history(tx, "e1")]

    return records


@pytest.fixture
def saved(page, press, qtbot):
    """Save by the key and wait until it is done."""

    def save():
        before = len(page.said)
        press("Ctrl+S")
        qtbot.waitUntil(lambda: len(page.said) > before)

    return save


@pytest.fixture
def drawn(page, qtbot):
    """Go to a part and wait until its paper is drawn: drawn("letterhead"); gives the preview."""

    def draw(part, click=None):
        preview = {"letterhead": page.head_preview, "certificate": page.certificate_preview}[part]
        if click:
            click(page.part.segments[part])
        qtbot.waitUntil(lambda: not preview.busy and preview.page.picture is not None, timeout=8000)
        return preview

    return draw


def pixels(preview):
    return bytes(preview.page.picture.constBits())


def test_the_event_stands_there_with_its_sessions_and_nothing_to_save(page):
    form = page.form.form()
    assert (form.title, form.first_day, form.ends_at) == ("ກອງປະຊຸມທົດລອງ", "12/6/2024", "16:00")
    assert form.chairs == "ທ່ານ ວັນໄຊ ອິນທະວົງ, ຫົວໜ້າ"
    assert page.sessions.lines()[0] == "Wednesday 12 June 2024 · Morning\n08:30-12:00, ຫ້ອງປະຊຸມໃຫຍ່"
    assert len(page.sessions.lines()) == 4
    assert not page.save.isEnabled()


def test_a_postponed_meeting_moves_with_its_sessions_and_is_taken_back(page, stored, saved, click, qtbot):
    page.form.fields["first_day"].set_text("19/6/2024")
    page.form.fields["last_day"].set_text("20/6/2024")
    saved()
    assert stored().days == (date(2024, 6, 19), date(2024, 6, 20))
    assert page.sessions.lines()[0].startswith("Wednesday 19 June 2024 · Morning")
    click(page.undo)
    qtbot.waitUntil(lambda: stored().days == (date(2024, 6, 12), date(2024, 6, 13)))


def test_days_that_leave_a_session_out_are_refused_at_the_day(page, stored, press, qtbot):
    page.form.fields["last_day"].set_text("12/6/2024")
    press("Ctrl+S")
    qtbot.waitUntil(lambda: page.form.fields["first_day"].complaint is not None)
    assert "Morning" in str(page.form.fields["first_day"].complaint)
    assert len(stored().days) == 2


def test_facts_are_put_right_by_the_keyboard_recorded_and_taken_back(
    page, press, write, saved, stored, told, event, click, qtbot
):
    page.form.fields["title"].setFocus()
    press("Ctrl+A")
    write("ກອງປະຊຸມໃໝ່")
    press(*["Tab"] * 5, "Ctrl+A")
    write("9 ໂມງ")
    saved()
    assert (stored().title, stored().starts_at) == ("ກອງປະຊຸມໃໝ່", time(9))
    assert stored().chairs == event.chairs
    ((verb, fields),) = told()
    assert (verb, sorted(fields)) == (Verb.CHANGED, ["session day1-am", "starts_at", "title"])
    assert "09:00-12:00" in page.sessions.lines()[0]
    assert (str(page.notice.message), page.said, page.save.isEnabled()) == ("Saved.", ["changed"], False)
    click(page.undo)
    qtbot.waitUntil(lambda: len(page.said) == 2)
    assert stored() == event
    assert page.form.form().title == "ກອງປະຊຸມທົດລອງ"
    assert not page.undo.isVisible()


def test_hours_of_a_session_people_came_to_are_refused_in_place_and_nothing_typed_is_lost(
    page, meeting, code, press, write, qtbot, stored, event
):
    from signin.services.admit import Door, admit

    admit(meeting, code(1), Door(event_id="e1", session_key="day1-am", now=datetime(2024, 6, 12, 8, 24)))
    page.form.fields["starts_at"].set_text("09:00")
    press("Ctrl+S")
    qtbot.waitUntil(lambda: page.notice.message is not None)
    assert "already, so its hours stay" in str(page.notice.message)
    assert (stored(), page.form.form().starts_at, page.save.isEnabled()) == (event, "09:00", True)


def test_what_is_wrong_is_said_at_its_field_whichever_part_is_shown(page, press, click):
    page.form.fields["venue"].set_text("")
    click(page.part.segments["certificate"])
    press("Ctrl+S")
    assert page.part.value == "facts"
    assert page.form.fields["venue"].edit.hasFocus()
    page.form.fields["venue"].set_text("ຫ້ອງ")
    page.certificate.value.set_text("ຫຼາຍ")
    press("Ctrl+S")
    assert page.part.value == "certificate"
    assert str(page.certificate.value.complaint) == "Write a number of sessions, such as 3."
    assert page.certificate.value.edit.hasFocus()


def test_the_title_of_another_event_of_the_day_is_told_at_the_title(page, meeting, event, press, qtbot):
    from signin.store import events

    with meeting.store.write() as tx:
        events.add(tx, replace(event, id="e2", title="ອື່ນ"), ())
    page.form.fields["title"].set_text("ອື່ນ")
    press("Ctrl+S")
    qtbot.waitUntil(lambda: page.form.fields["title"].complaint is not None)
    assert "is in the store already" in str(page.form.fields["title"].complaint)


def test_a_full_disk_is_told_and_what_is_typed_stays(page, press, qtbot, monkeypatch):
    def full(*_):
        raise StoreFull

    monkeypatch.setattr("signin.desk.organiser.event.details_page.change_event", full)
    page.form.fields["host"].set_text("ແຂວງ")
    press("Ctrl+S")
    qtbot.waitUntil(lambda: page.notice.message is not None)
    assert (page.form.form().host, page.save.isEnabled(), page.said) == ("ແຂວງ", True, [])


def test_the_letterhead_is_seen_while_it_is_typed(page, drawn, click, press, write, saved, stored):
    before = pixels(drawn("letterhead", click))
    page.letterhead.offices.setFocus()
    press("Ctrl+End", "Return")
    write("ກົມທົດລອງ")
    page.letterhead.number.setFocus()
    press("Return")
    assert page.letterhead.place.edit.hasFocus()
    assert pixels(drawn("letterhead")) != before
    saved()
    assert stored().letterhead.offices == ("ກະຊວງທົດລອງ", "ກົມທົດລອງ")


def test_saved_is_not_said_any_more_once_something_else_is_typed(page, saved):
    page.form.fields["venue"].set_text("ຫ້ອງ 3")
    saved()
    assert str(page.notice.message) == "Saved."
    page.form.fields["venue"].set_text("ຫ້ອງ 4")
    assert page.notice.message is None


def test_the_sessions_are_reached_by_their_key_from_every_part(page, press, click):
    wanted = []
    page.sessions.sessions_wanted.connect(lambda: wanted.append(page.part.value))
    for part in ("facts", "letterhead", "certificate"):
        page.show_part(part)
        press("Ctrl+Shift+S")
    assert wanted == ["facts", "letterhead", "certificate"]


def test_what_the_braces_of_a_wording_stand_for_is_told_below_it(page):
    page.show_part("certificate")
    told = page.certificate.meaning.text()
    assert all(name in told for name in ("{event}", "{dates}", "{venue}", "{sessions}", "{hours}"))
    assert page.certificate.wording.edit.accessibleDescription() == told


def test_the_certificate_is_seen_with_its_wording_and_signatory(page, drawn, click, saved, stored):
    before = pixels(drawn("certificate", click))
    page.certificate.wording.set_text("ໄດ້ເຂົ້າຮ່ວມ {event}")
    page.certificate.signatory.set_text("ທ່ານ ຄຳ ດີ")
    assert pixels(drawn("certificate")) != before
    saved()
    assert (stored().certificate.wording, stored().certificate.signatory) == ("ໄດ້ເຂົ້າຮ່ວມ {event}", "ທ່ານ ຄຳ ດີ")


def test_a_wording_that_names_what_no_certificate_knows_says_so_below_the_page(page, drawn, click):
    preview = drawn("certificate", click)
    page.certificate.wording.set_text("{name}")
    drawn("certificate")
    assert "{name}" in str(preview.notice.message)
    page.certificate.wording.set_text("{event}")
    drawn("certificate")
    assert preview.notice.message is None


def test_the_rule_of_the_certificate_is_chosen_by_the_keyboard(page, press, write, saved, stored, click):
    click(page.part.segments["certificate"])
    page.certificate.rule.setFocus()
    press("Right", "Tab", "Ctrl+A")
    write("80")
    assert page.certificate.value.label.text() == "How many percent of the sessions"
    saved()
    assert (stored().certificate.rule, stored().certificate.value) == (Rule.SHARE, Fraction(4, 5))
    assert not page.certificate.rule.segments[Rule.NAMED].isEnabled()


def test_named_sessions_are_shown_and_stay(voice, look, workers, clock, shown, qtbot, meeting, event):
    from signin.services.events_again import change_event

    terms = CertificateTerms(rule=Rule.NAMED, sessions=("day1-am", "day2-pm"))
    change_event(meeting, replace(event, certificate=terms), datetime(2024, 6, 12))
    page = shown(EventDetailsPage(voice, look, *workers, "e1", clock))
    qtbot.waitUntil(lambda: page._event is not None)
    assert page.certificate.named.text() == "day1-am, day2-pm"
    assert page.certificate.value.isHidden()
    assert page.certificate.terms() == terms


def test_the_same_meeting_again_by_the_keyboard(page, press, write, qtbot, meeting):
    press("Ctrl+Shift+N")
    assert page.again_panel.title.edit.hasFocus()
    press("Ctrl+A")
    write("ກອງປະຊຸມ ແຂວງຈຳປາສັກ")
    press("Return")
    write("12/1/2027")
    assert page.again_panel.days.text() == "Tuesday 12-13 January 2027"
    press("Return")
    qtbot.waitUntil(page.go.isVisible)
    assert page.said == []
    press("Ctrl+Return")
    event, sessions = meetings.one(meeting, page.said[0])
    assert (event.title, event.days) == ("ກອງປະຊຸມ ແຂວງຈຳປາສັກ", (date(2027, 1, 12), date(2027, 1, 13)))
    assert len(sessions) == 4
    assert "ແຂວງຈຳປາສັກ" in str(page.notice.message)
    assert page.sessions.isVisible()


def test_the_same_meeting_again_says_what_is_missing_and_esc_leaves_it(page, click, press):
    click(page.again)
    page.again_panel.title.set_text("")
    click(page.again_panel.accept_button)
    assert str(page.again_panel.title.complaint) == "Write the title of the event."
    assert "Write the day" in str(page.again_panel.first_day.complaint)
    assert page.again_panel.title.edit.hasFocus()
    press("Esc")
    assert not page.again_panel.isVisible()
    assert QApplication.focusWidget() is page.again
    assert page.said == []


def test_the_same_meeting_on_the_same_day_is_refused_in_the_panel(page, click, qtbot):
    click(page.again)
    page.again_panel.first_day.set_text("12/6/2024")
    click(page.again_panel.accept_button)
    qtbot.waitUntil(lambda: page.again_panel._notice.message is not None)
    assert "is in the store already" in str(page.again_panel._notice.message)


def test_what_is_typed_stays_when_the_page_is_shown_again(page, meeting, qtbot, event):
    page.form.fields["host"].set_text("ແຂວງ")
    page.hide()
    page.show()
    qtbot.wait(50)
    assert page.form.form().host == "ແຂວງ"


def test_another_desks_change_is_seen_when_the_page_is_shown_again(page, meeting, qtbot, event):
    from signin.services.events_again import change_event

    change_event(meeting, replace(event, host="ແຂວງ"), datetime(2024, 6, 12))
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: page.form.form().host == "ແຂວງ")


def test_the_page_speaks_lao(page, voice):
    voice.speak("lo")
    assert page.heading.text() == "ກອງປະຊຸມ"
    assert page.sessions.lines()[0].startswith("ວັນພຸດ 12 ມິຖຸນາ 2024")
    assert page.save.text() == "ບັນທຶກ"


def test_the_card_of_the_sessions_leads_to_their_timetable_by_mouse_and_key(page, click, press):
    page.sessions.sessions_wanted.connect(lambda: page.said.append("sessions"))
    click(page.sessions.open)
    press("Ctrl+Shift+S")
    assert page.said == ["sessions", "sessions"]


def test_a_preview_is_seen_closely_and_drawn_anew_for_it(page, drawn, click, press, qtbot):
    preview = drawn("certificate", click)
    before = preview.page.picture.width()
    press("Ctrl++", "Ctrl++")
    qtbot.waitUntil(lambda: abs(preview.page.picture.width() - 1.5 * before) <= 2, timeout=8000)
    click(preview.zoom.usual)
    qtbot.waitUntil(lambda: preview.page.picture.width() == before, timeout=8000)
