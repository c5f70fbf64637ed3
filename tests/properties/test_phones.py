"""However a phone is written, a file's line, a search and the look for duplicates take it for the same one."""

from hypothesis import given
from hypothesis import strategies as st

from signin.domain.attendee import Attendee
from signin.domain.duplicates import phones_of
from signin.domain.phone import phone_digits, phone_key
from signin.exchange.roster import RosterLine
from signin.services.matching import match_lines
from signin.services.search_query import forms_of_phone, readings

SCRIPTS = ("0123456789", "໐໑໒໓໔໕໖໗໘໙", "๐๑๒๓๔๕๖๗๘๙")


@st.composite
def written(draw, digits):
    """Write a national number in one of the ways of a roster."""
    begun = draw(st.sampled_from(("0", "", "+856 ", "00856", "856", "+856-")))
    between = st.sampled_from(("", "", " ", "-", ".", "–"))
    text = begun + "".join(digit + draw(between) for digit in digits[:-1]) + digits[-1]
    return text.translate(str.maketrans(SCRIPTS[0], draw(st.sampled_from(SCRIPTS))))


@st.composite
def two_ways(draw):
    digits = draw(st.sampled_from(("20", "30"))) + draw(st.from_regex("[1-9][0-9]{7}", fullmatch=True))
    return digits, draw(written(digits)), draw(written(digits))


@given(two_ways())
def test_a_phone_is_the_same_in_whatever_way_it_is_written(told):
    digits, one, other = told
    assert phone_digits(one) == phone_digits(other) == digits
    assert phones_of(one) == phones_of(other) == {phone_key(one)}
    assert forms_of_phone(one) == forms_of_phone(other) == ((digits,),)


@given(two_ways())
def test_a_file_with_the_name_and_the_phone_meets_the_person_in_another_office_and_place(told):
    _, one, other = told
    person = Attendee(id="a", event_id="e", number=1, name="ຄຳ ແພງ", organisation="ກົມ", phone=one)
    line = RosterLine(row=2, number=7, name="ຄຳ ແພງ", organisation="ພະແນກ", phone=other)
    assert match_lines([line], [person]) == [person]


@given(two_ways())
def test_what_is_on_the_roster_is_found_by_what_is_typed(told):
    _, one, other = told
    ((typed,),) = readings(other.replace("–", "-"))
    assert set(typed.digits) & set(*forms_of_phone(one))
