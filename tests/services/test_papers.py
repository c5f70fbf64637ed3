"""One badge for one person: a walk-in, a lost badge, on A4 or on a label; read back as a scanner would."""

from datetime import datetime

import pypdfium2
import pytest
import zxingcpp

from signin.documents.badges import LabelTooSmall
from signin.services.admit import Door, admit
from signin.services.failures import NoBadgeForAbsent, PersonNotFound
from signin.services.papers import print_badges
from signin.services.register import Particulars, cancel, reissue, walk_in
from typeset.reading import copied_by_pdfium, picture

NOW = datetime(2024, 6, 12, 8, 24)
DOOR = Door(event_id="e1", session_key="day1-am", now=NOW)
LABEL = (100.0, 62.0)


@pytest.fixture
def printed(meeting, tmp_path):
    """Print badges and read them back: printed(only=…, page=…) gives each page's size in mm and its codes."""

    def read(**how):
        out = tmp_path / "badges.pdf"
        told = print_badges(meeting, "e1", out, NOW, **how)
        data = out.read_bytes()
        with pypdfium2.PdfDocument(data) as document:
            sizes = [tuple(round(edge / 72 * 25.4) for edge in page.get_size()) for page in document]
        assert told.pages == len(sizes)
        found = [
            zxingcpp.read_barcodes(picture(data, page=nth, dpi=300), formats=zxingcpp.BarcodeFormat.QRCode)
            for nth in range(len(sizes))
        ]
        return [(size, [one.text for one in codes]) for size, codes in zip(sizes, found, strict=True)], data

    return read


def test_a_lost_badge_is_printed_alone_on_the_first_place_of_a_sheet(meeting, printed, people):
    new = reissue(meeting, "e1", "1", NOW)
    pages, data = printed(only=["a1"])
    assert pages == [((210, 297), [new.code])]
    assert people[0].name in copied_by_pdfium(data)


def test_a_walk_ins_badge_opens_the_door(meeting, printed):
    registered, _ = walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາ"), DOOR)
    ((_, codes),) = printed(only=[registered.attendee.id])[0]
    door = Door(event_id="e1", session_key="day1-pm", now=datetime(2024, 6, 12, 13))
    assert admit(meeting, codes[0], door).attendee == registered.attendee


@pytest.mark.parametrize("page", [LABEL, (62.0, 100.0), (50.0, 35.0), (148.0, 105.0)])
def test_on_labels_each_badge_has_a_page_of_its_own_in_the_order_asked_for(printed, code, page):
    pages, _ = printed(only=["a3", "a1", "a3"], page=page)
    size = (round(page[0]), round(page[1]))
    assert pages == [(size, [code(3)]), (size, [code(1)])]


def test_a_label_that_no_scanner_could_read_is_refused(printed):
    with pytest.raises(LabelTooSmall, match="at least 50 × 34"):
        printed(page=(40.0, 30.0))


def test_labels_for_nobody_say_so(printed, meeting):
    for number in (1, 2, 3):
        cancel(meeting, "e1", str(number), NOW)
    assert printed(page=LABEL)[0] == [((210, 297), [])]


def test_who_is_not_expected_gets_no_badge(meeting, printed):
    cancel(meeting, "e1", "2", NOW)
    with pytest.raises(NoBadgeForAbsent, match="ພອນທິບ"):
        printed(only=["a1", "a2"])
    with pytest.raises(PersonNotFound):
        printed(only=["nobody"])
