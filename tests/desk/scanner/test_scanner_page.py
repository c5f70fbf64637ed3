import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.scanner.conftest import CODE
from desk.scanner.typing import open_and_focus, pressed_at, scan_keys, strike
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.scanner.burst import PATIENT, USUAL, Burst, End, Pace, Scan
from signin.desk.scanner.layouts import Layout
from signin.desk.scanner.test_page import ScannerPage, shown
from signin.desk.scanner.trial import is_a_scanners, proposed, tried
from signin.domain.verdict import Tone


def scan(text, raw=None, end=End.ENTER, longest=0.008):
    return Scan(text, text if raw is None else raw, end, len(text) + 1, 0.004, 0.006, longest)


def advice(trial):
    return [str(one) for one in trial.advice]


@pytest.fixture
def voice(qapp):
    return Voice("en")


@pytest.fixture
def page(voice, ear, qtbot):
    made = ScannerPage(voice, Look(), ear)
    qtbot.addWidget(made)
    open_and_focus(made)
    return made


def test_a_whole_code_with_enter_is_right_and_needs_no_advice(code):
    for end in (End.ENTER, End.TAB):
        trial = tried(scan(code, end=end))
        assert (trial.whole, trial.tone, trial.advice, trial.pace) == (True, Tone.GO, (), None)


def test_a_whole_code_without_enter_works_and_the_advice_is_enter(code):
    trial = tried(scan(code, end=End.SILENCE))
    assert trial.tone is Tone.LOOK
    assert advice(trial)[0].startswith("Set the scanner to send Enter")


def test_a_slow_scanner_is_given_a_pace_at_which_it_is_heard(code):
    trial = tried(scan(code, longest=0.060))
    assert trial.tone is Tone.LOOK
    assert "slowly" in advice(trial)[0]
    assert (trial.pace.first_gap, trial.pace.idle) == pytest.approx((0.080, 0.160))
    assert Burst(trial.pace).pace.least <= len(code)
    assert proposed(scan(code, longest=0.025)) is None
    assert proposed(scan(code, longest=0.070)).first_gap == 0.080


@given(st.floats(0, 0.3))
def test_no_pace_is_learned_at_which_a_hand_types(longest):
    pace = tried(scan(CODE, longest=longest)).pace
    assert pace is None or is_a_scanners(pace)
    assert pace is None or longest < pace.first_gap
    assert not is_a_scanners(PATIENT)


def test_a_code_that_came_as_slowly_as_by_hand_teaches_no_pace(code):
    trial = tried(scan(code, longest=0.110))
    assert (trial.tone, trial.pace) == (Tone.LOOK, None)
    assert "as slowly as by hand" in advice(trial)[0]


def test_only_a_whole_code_teaches_a_pace(code):
    for text in ("8851234567890", "somsanouk phommachanh", code[:-1] + "A"):
        assert tried(scan(text, longest=0.060)).pace is None


def test_what_is_not_right_is_told_with_what_to_do(code):
    cases = {"A piece": code[:7], "Some letters": code[:-1] + "A", "This is no code": "8851234567890", "This": ""}
    for begins, text in cases.items():
        trial = tried(scan(text))
        assert trial.tone is Tone.STOP
        assert advice(trial)[0].startswith(begins)


def test_the_page_shows_what_came_beside_what_the_pc_would_have_typed(page, code):
    strike(scan_keys(code, "lao"))
    assert page.told.text() == code
    assert page.raw.text() != code
    assert page.layout_name.text() == "Lao"
    assert page.code.text() == "a whole code of ours"
    assert page.end.text() == "Enter"
    assert page.verdict.text() == "Right: this scanner is ready."
    assert not page.use.isVisible()
    assert page.rhythm.text().endswith(" ms")


def test_the_page_speaks_the_language_of_the_window(page, voice, code):
    before = page.verdict.text()
    voice.speak("lo")
    assert page.verdict.text() != before
    strike(scan_keys(code))
    lao = page.code.text()
    voice.speak("en")
    assert page.code.text() == "a whole code of ours" != lao


def test_scans_on_the_page_are_kept_from_the_desk_until_it_closes(page, ear, window, scanned, code, other):
    open_and_focus(page)
    strike(scan_keys(code))
    assert (scanned, page.told.text()) == ([], code)
    page.hide()
    assert ear.pace == USUAL
    open_and_focus(window)
    strike(scan_keys(other))
    assert (scanned, page.told.text()) == ([other], code)


def test_a_proposed_pace_is_kept_when_it_is_taken(page, ear, code, qtbot):
    strike(pressed_at([scan_keys(letter, end="none") for letter in code], 50))
    qtbot.waitUntil(lambda: page.told.text() == code, timeout=1000)
    assert page.end.text() == "nothing, only silence"
    assert page.use.isVisible()
    with qtbot.waitSignal(page.paced) as paced:
        page.use.click()
    assert not page.use.isEnabled()
    page.hide()
    assert ear.pace == paced.args[0]
    assert ear.pace.first_gap > 0.045


def test_the_pace_that_is_kept_is_shown_and_the_usual_one_is_a_click_away(page, ear, qtbot):
    assert "usual pace" in page.kept.text()
    assert not page.usual.isVisible()
    page.hide()
    ear.keep_pace(Pace(0.062, 0.124, 14))
    open_and_focus(page)
    assert "62 ms" in page.kept.text()
    with qtbot.waitSignal(page.paced) as paced:
        page.usual.click()
    assert paced.args == [USUAL]
    assert ear.pace == USUAL
    assert "usual pace" in page.kept.text()
    assert not page.usual.isVisible()


def test_control_characters_are_shown_and_long_texts_cut():
    assert shown("A\x1dB") == "A\\x1dB"
    assert shown("A" * 100) == "A" * 40 + " …"


def test_garbled_text_that_no_layout_explains_is_said_so(page, ear):
    ear.heard.emit(scan("ABCDEF", raw="??????"))
    assert page.layout_name.text() == "not known"
    assert Layout.US is tried(scan("ABC")).layout
