"""What somebody chose about a file goes before what was understood of it."""

import pytest

from signin.exchange.choices import Choices
from signin.exchange.columns import seen
from signin.exchange.failures import NoHead, NoNameColumn
from signin.exchange.heads import find
from signin.exchange.meanings import Meaning
from signin.exchange.roster import read_roster
from signin.exchange.tables import read

HEAD = ["ລ/ດ", "ຊື່", "ຕຳແໜ່ງ", "ອາຫານ"]
ONE = [1, "ບຸນມີ ສີສຸລາດ", "ຫົວໜ້າ", "ກົມ"]


def people(path, **choices):
    return read_roster(path, Choices(**choices)).people


def test_a_column_holds_what_was_chosen_and_the_one_that_held_it_nothing(xlsx):
    path = xlsx([HEAD, ONE])
    (person,) = people(path, meanings=((3, Meaning.POSITION),))
    assert person.position == "ກົມ"
    (person,) = people(path, meanings=((2, Meaning.IGNORED),))
    assert person.position == ""


def test_two_columns_of_names_are_joined(xlsx):
    path = xlsx([["ລ/ດ", "ຊື່", "x"], [1, "ບຸນມີ", "ສີສຸລາດ"]])
    assert people(path, meanings=((2, Meaning.NAME),))[0].name == "ບຸນມີ ສີສຸລາດ"


def test_without_a_column_of_names_nobody_is_read(xlsx):
    with pytest.raises(NoNameColumn):
        people(xlsx([HEAD, ONE]), meanings=((1, Meaning.IGNORED),))


def test_a_head_far_down_and_one_of_two_rows_can_be_chosen(xlsx):
    path = xlsx([["x"]] * 30 + [["ລ/ດ", "ຊື່", "ເພດ"], [None, None, "ຊາຍ", "ຍິງ"], [1, "ກ ຂ", None, "x"]])
    with pytest.raises(NoHead):
        read_roster(path)
    (person,) = people(path, header_row=32)
    assert (person.name, str(person.sex)) == ("ກ ຂ", "female")


def test_a_row_that_is_no_head_or_blank_can_be_chosen_and_the_columns_named(xlsx):
    path = xlsx([["ຫົວຂໍ້"], [], ["ບຸນມີ ສີສຸລາດ", "ກົມ"]])
    for row in (1, 2):
        (person,) = people(path, header_row=row, meanings=((0, Meaning.NAME), (1, Meaning.ORGANISATION)))
        assert (person.name, person.organisation) == ("ບຸນມີ ສີສຸລາດ", "ກົມ")


def test_hidden_rows_that_are_left_are_counted_and_told(xlsx):
    path = xlsx([HEAD, ONE, [2, "ມະນີວັນ ເຈົ້າໄຊ", "ວິຊາການ", ""]], hide=(3,))
    reading = read_roster(path, Choices(take_hidden=False))
    assert (len(reading.people), reading.hidden) == (1, 1)
    assert [(one.row, one.why) for one in reading.left_out] == [(3, "hidden")]
    assert {"hidden-left"} <= {notice.kind for notice in reading.notices}
    assert "hidden-rows" in {notice.kind for notice in read_roster(path).notices}


def test_every_row_left_out_is_told_with_the_reason(xlsx):
    rows = [HEAD, ["I. ກົມ ກ"], ONE, HEAD, ONE, [3], ["ລວມ 1 ທ່ານ"], [None, "ຫົວໜ້າພະແນກ"]]
    reading = read_roster(xlsx(rows))
    whys = [(one.row, one.why) for one in reading.left_out]
    assert whys == [(2, "group"), (4, "head"), (5, "repeat"), (6, "prepared"), (7, "total"), (8, "after-total")]
    assert reading.left_out[2].text == "ບຸນມີ ສີສຸລາດ"


def test_columns_are_seen_with_samples_each_once(xlsx):
    (sheet,) = read(xlsx([HEAD, ONE, [2, "ຄ ງ", "ຫົວໜ້າ", None], [3, "ຈ ສ", "ຫົວໜ້າ", None], [4, "ຊ ຍ", "", None]]))
    columns = seen(sheet, find(sheet))
    assert columns[2].samples == ("ຫົວໜ້າ",)
    assert columns[1].samples == ("ບຸນມີ ສີສຸລາດ", "ຄ ງ", "ຈ ສ")
    assert (columns[3].text, columns[3].meaning) == ("ອາຫານ", None)
