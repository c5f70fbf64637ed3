import itertools
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signin.desk.scanner.burst import (
    LONGEST,
    PATIENT,
    USUAL,
    Burst,
    End,
    Key,
    Kind,
    Pace,
    Rest,
    Scan,
    Typing,
)
from signin.domain import codes

ENTER, TAB = Key(Kind.END), Key(Kind.END, end=End.TAB)
LEFT, REPEATED = Key(Kind.COMMAND), Key(Kind.REPEAT, "a", "a")
SEPARATOR = Key(Kind.COMMAND, "\x1d", "\x1d")
CODE = "ABCDEFGHIJKLMNOP23"


def letters(text, *, in_field=False):
    return [Key(Kind.CHARACTER, letter, letter, in_field=in_field) for letter in text]


def played(keys, gap=0.005, pace=USUAL, *, silent=True):
    """Let keys come with a gap, or the gaps, before each; then let silence come."""
    burst, now, outcomes = Burst(pace), 100.0, []
    gaps = itertools.repeat(gap) if isinstance(gap, float) else iter(gap)
    for key, before in zip(keys, gaps, strict=False):
        now += before
        outcomes += burst.press(key, now)
    return outcomes + (burst.silence(now + 10) if silent else [])


def text_of(outcome):
    if isinstance(outcome, Typing):
        return "".join(key.text or key.kind.name for key in outcome.keys)
    return outcome.text


def told(outcomes):
    return [(type(outcome).__name__, text_of(outcome)) for outcome in outcomes if not isinstance(outcome, Rest)]


@pytest.mark.parametrize(("end", "how"), [(ENTER, End.ENTER), (TAB, End.TAB)])
def test_a_scan_is_over_at_its_end_and_tells_how(end, how):
    (scan,) = played([*letters(CODE), end], silent=False)
    assert (scan.text, scan.raw, scan.end, scan.keys) == (CODE, CODE, how, 19)


def test_eighty_milliseconds_of_silence_end_a_scan():
    burst, now = Burst(), 0.0
    for key in letters(CODE):
        now += 0.005
        assert burst.press(key, now) == []
    assert burst.due == pytest.approx(now + 0.080)
    assert burst.silence(now + 0.079) == []
    (scan,) = burst.silence(now + 0.080)
    assert (scan.text, scan.end) == (CODE, End.SILENCE)
    assert burst.due is None
    assert burst.silence(now + 1) == []


def test_two_scans_never_join():
    with_enter = played([*letters(CODE), ENTER, *letters("OTHERS"), ENTER], 0.001)
    assert told(with_enter) == [("Scan", CODE), ("Scan", "OTHERS")]
    without = played(letters(CODE + "OTHERS"), [*[0.005] * 18, 0.081, *[0.005] * 5])
    assert told(without) == [("Scan", CODE), ("Scan", "OTHERS")]


def test_a_scan_says_how_far_apart_its_keys_were():
    (scan,) = played([*letters("ABCDEF"), ENTER], [9, 0.002, 0.004, 0.006, 0.004, 0.004, 0.05])
    assert (scan.shortest, scan.mean, scan.longest) == pytest.approx((0.002, 0.004, 0.006))


def test_a_single_character_is_given_back_after_thirty_five_milliseconds():
    burst = Burst()
    assert burst.press(*letters("a"), 1.0) == []
    assert burst.due == pytest.approx(1.035)
    assert burst.silence(1.034) == []
    assert told(burst.silence(1.035)) == [("Typing", "a")]


@pytest.mark.parametrize("gap", [0.020, 0.028, 0.034])
@pytest.mark.parametrize("word", ["ka", "kha", "kham", "khamp"])
def test_a_hand_that_rolls_over_short_words_is_no_scanner(word, gap):
    assert told(played([*letters(word), ENTER], gap)) == [("Typing", word + "END")]
    assert told(played(letters(word), gap)) == [("Typing", word)]


def test_words_typed_fast_come_back_whole_and_in_order():
    text = "the quick brown fox"
    gaps = [0.03 if nth % 4 else 0.07 for nth in range(len(text))]
    outcomes = played([*letters(text), ENTER], [*gaps, 0.09])
    assert all(isinstance(outcome, Typing) for outcome in outcomes)
    assert "".join(map(text_of, outcomes)) == text + "END"


def test_enter_alone_passes_at_once():
    assert told(played([ENTER], silent=False)) == [("Typing", "END")]
    assert told(played([ENTER, ENTER], 0.001, silent=False)) == [("Typing", "END"), ("Typing", "END")]


def test_a_piece_of_a_scan_is_a_scan():
    assert told(played([*letters(CODE[:6])])) == [("Scan", CODE[:6])]
    assert told(played([*letters("XYZ"), ENTER])) == [("Scan", "XYZ")]


def test_three_letters_and_enter_by_a_hand_are_no_piece_of_a_scan():
    assert told(played([*letters("abc"), ENTER], 0.016)) == [("Typing", "abcEND")]


@pytest.mark.parametrize("key", [LEFT, REPEATED])
def test_what_is_never_held_comes_at_once_after_what_was_held(key):
    assert told(played([*letters("ab"), key], silent=False)) == [("Typing", "ab" + (key.text or key.kind.name))]
    assert told(played([key], silent=False)) == [("Typing", key.text or key.kind.name)]


def test_a_hand_that_interrupts_a_scan_ends_it():
    assert told(played([*letters(CODE), LEFT], [*[0.005] * 18, 0.04])) == [("Scan", CODE), ("Typing", "COMMAND")]
    assert told(played([*letters(CODE), REPEATED])) == [("Scan", CODE), ("Typing", "a")]


def test_control_characters_in_a_scan_belong_to_it_and_command_nothing():
    assert told(played([*letters("ABCDEF"), SEPARATOR, *letters("G"), ENTER])) == [("Scan", "ABCDEF\x1dG")]


def test_a_second_end_belongs_to_the_scan():
    outcomes = played([*letters(CODE), ENTER, ENTER, TAB])
    assert outcomes[1:] == [Rest(ENTER), Rest(TAB)]
    late = played([*letters(CODE), ENTER], [*[0.005] * 18, 0.150])
    assert late[1:] == [Rest(ENTER)]
    by_hand = played([*letters(CODE), ENTER, ENTER], [*[0.005] * 19, 0.081])
    assert told(by_hand[1:]) == [("Typing", "END")]


def test_enter_after_typing_that_followed_a_scan_is_typed():
    outcomes = played([*letters(CODE), ENTER, *letters("a"), ENTER], [*[0.005] * 19, 0.02, 0.05])
    assert told(outcomes[1:]) == [("Typing", "a"), ("Typing", "END")]


def test_a_scanner_without_end_of_four_kilobytes_is_one_bounded_text():
    (scan,) = played([*letters("A" * 5000), ENTER], 0.001)
    assert (len(scan.text), len(scan.raw), scan.keys) == (LONGEST, LONGEST, 5001)
    (scan,) = played([Key(Kind.CHARACTER, "", "ກ" * 3000)] * 6, 0.001)
    assert len(scan.text) == LONGEST


def test_what_is_dropped_is_not_kept_in_memory():
    burst = Burst()
    for nth, key in enumerate(letters("A" * 5000)):
        burst.press(key, nth * 0.001)
    assert len(burst._run.pressed) == LONGEST


def test_a_slow_scanner_is_heard_at_its_own_pace():
    slow = Pace(first_gap=0.085, idle=0.170, least=14)
    assert told(played([*letters(CODE), ENTER], 0.079, slow)) == [("Scan", CODE)]
    assert told(played([*letters(CODE), ENTER], 0.100, PATIENT)) == [("Scan", CODE)]
    assert {name for name, _ in told(played([*letters(CODE), ENTER], 0.079))} == {"Typing"}


SLOW_SCANNER = Pace(first_gap=0.080, idle=0.160, least=14)
WHOLE = codes.new(random.Random(7).randbytes)


@pytest.mark.parametrize(("pace", "gap"), [(SLOW_SCANNER, 0.070), (USUAL, 0.032)])
def test_what_a_fast_hand_writes_into_a_field_is_given_back_whole_with_its_enter(pace, gap):
    name = "somsanouk phommachanh"
    outcomes = played([*letters(name, in_field=True), ENTER, ENTER], gap, pace)
    assert [type(one) for one in outcomes] == [Typing, Typing]
    assert "".join(map(text_of, outcomes)) == name + "ENDEND"
    by_silence = played(letters(name, in_field=True), gap, pace)
    assert told(by_silence) == [("Typing", name)]
    assert told(played([*letters(name), ENTER], gap, pace)) == [("Scan", name)]


def test_a_whole_code_and_whatever_comes_as_fast_as_a_scanner_is_a_scan_in_a_field_too():
    assert told(played([*letters(WHOLE, in_field=True), ENTER], 0.070, SLOW_SCANNER)) == [("Scan", WHOLE)]
    assert told(played([*letters("8851234567890", in_field=True), ENTER], 0.020)) == [("Scan", "8851234567890")]


def test_no_hand_types_longer_than_what_is_kept():
    (scan,) = played([*letters("A" * (LONGEST + 1), in_field=True), ENTER], 0.070, SLOW_SCANNER)
    assert len(scan.text) == LONGEST


def test_breaking_off_gives_what_was_taken_now():
    burst = Burst()
    burst.press(*letters("a"), 1.0)
    assert burst.undecided
    assert told(burst.break_off()) == [("Typing", "a")]
    assert (burst.undecided, burst.due, burst.break_off()) == (False, None, [])


def test_what_would_be_taken_is_known_before_it_comes():
    burst = Burst()
    assert burst.takes(*letters("a"), 1.0)
    assert not burst.takes(ENTER, 1.0)
    burst.press(*letters("a"), 1.0)
    assert burst.takes(ENTER, 1.01)
    assert not burst.takes(LEFT, 1.01)
    for key in letters("bcdef"):
        burst.press(key, 1.01)
    assert burst.takes(LEFT, 1.02)
    assert not burst.takes(LEFT, 1.06)
    assert not burst.takes(REPEATED, 1.02)
    burst.press(ENTER, 1.06)
    assert burst.takes(ENTER, 1.07)
    assert not burst.takes(ENTER, 1.15)


KEYS = st.sampled_from(
    [*letters("abc"), *letters("abc", in_field=True), *letters("XYZ") * 3, ENTER, TAB, LEFT, REPEATED, SEPARATOR]
)
GAPS = st.one_of(st.sampled_from([0.0, 0.001, 0.005, 0.015, 0.0349, 0.035, 0.0799, 0.08]), st.floats(-0.01, 0.3))
PACES = st.builds(Pace, st.floats(0.01, 0.1), st.floats(0.05, 0.2), st.integers(2, 20))


@given(st.lists(st.tuples(KEYS, GAPS, st.sampled_from(["", "", "silence", "break"])), max_size=80), PACES)
@example([(key, 0.001, "") for key in letters(CODE)], USUAL)
def test_no_key_is_lost_or_doubled_or_out_of_order(presses, pace):
    burst, now, outcomes, given_keys = Burst(pace), 5.0, [], []
    for nth, (one, gap, then) in enumerate(presses):
        key = Key(one.kind, chr(0x4E00 + nth), chr(0x4E00 + nth), nth, one.end, one.in_field)
        given_keys.append(key)
        now += gap
        outcomes += burst.press(key, now)
        if then:
            outcomes += burst.silence(now + 0.05) if then == "silence" else burst.break_off()
    outcomes += burst.silence(now + 9)

    at = 0
    for outcome in outcomes:
        match outcome:
            case Typing(keys):
                assert list(keys) == given_keys[at : at + len(keys)]
                at += len(keys)
            case Rest(key):
                assert key is given_keys[at]
                at += 1
            case Scan():
                ended = outcome.end in {End.ENTER, End.TAB}
                assert outcome.keys - ended == len(outcome.text)
                assert outcome.text == "".join(key.text for key in given_keys[at : at + len(outcome.text)])
                assert not ended or given_keys[at + outcome.keys - 1].kind is Kind.END
                at += outcome.keys
    assert at == len(given_keys)
    assert burst.due is None
