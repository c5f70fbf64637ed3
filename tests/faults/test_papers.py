"""Papers of odd meetings: nobody came, names as long as a page, letters that no font has, names of devices."""

import json

import pypdfium2
import pytest

from signin.services import papers, register, rosters
from signin.services.admit import admit
from signin.services.tallies import check
from signin.store import attendees, certificates
from signin.words import Failure

PRINTERS = ["badges", "sign_in", "participants", "certificates"]


def printed(kind, desk, out, now):
    return getattr(papers, f"print_{kind}")(desk, "e1", out, now)


def text_of(path):
    """Give everything that copies out of a PDF, blanks and line ends left out.

    PDFium gives a hyphen at the end of a line as U+0002, for it takes it for one that divides a word.
    """
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("".join(pages).replace("\x02", "-").split())


@pytest.mark.parametrize("kind", PRINTERS)
def test_when_nobody_attended_the_paper_is_valid_and_says_who_was_awaited_or_nobody(meeting, door, tmp_path, kind):
    out = tmp_path / f"{kind}.pdf"
    told = printed(kind, meeting, out, door().now)
    assert told.pages >= 1
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == told.pages
    assert text_of(out)
    assert told.people == (0 if kind == "certificates" else 3)


@pytest.mark.parametrize("session", ["day1-am", "day2-pm"])
def test_a_session_that_nobody_attended_has_a_list_that_counts_none(meeting, door, tmp_path, session):
    told = papers.print_participants(meeting, "e1", tmp_path / "list.pdf", door().now, session)
    assert (told.people, told.pages) == (0, 1)
    assert "0ທ່ານ" in text_of(tmp_path / "list.pdf")


@pytest.mark.parametrize("kind", PRINTERS)
def test_an_event_with_an_empty_roster_has_papers(desk, event, sessions, door, tmp_path, kind):
    from signin.store import events

    with desk.store.write() as tx:
        events.add(tx, event, sessions)
    told = printed(kind, desk, tmp_path / "paper.pdf", door().now)
    assert told.people == 0
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as document:
        assert len(document) == told.pages >= 1


AS_TYPED = [
    "<b>ສົມ</b>",
    "ສົມ & ນາງ",
    '<img src="file:///etc/passwd">',
    "'; DROP TABLE x; --",
    "a\\b(c)",
    "&lt;ກ&gt;",
]


@pytest.mark.parametrize("name", AS_TYPED)
def test_what_looks_like_markup_is_printed_as_typed(meeting, door, tmp_path, name):
    registered, _ = register.walk_in(meeting, register.Particulars(name=name, organisation=name), door())
    for kind in PRINTERS:
        printed(kind, meeting, tmp_path / "paper.pdf", door().now)
        text = text_of(tmp_path / "paper.pdf")
        assert "".join(registered.attendee.name.split()) in text, kind


@pytest.mark.parametrize("letter", ["😀", "漢", "ก"])
def test_a_letter_that_no_font_has_is_named_and_nothing_is_lost(meeting, door, code, tmp_path, letter):
    out = tmp_path / "paper.pdf"
    admit(meeting, code(1), door())
    register.walk_in(meeting, register.Particulars(name=f"ສົມ {letter}"), door())
    for kind in PRINTERS:
        out.write_bytes(b"older")
        with pytest.raises(Failure) as told:
            printed(kind, meeting, out, door().now)
        assert told.value.exit_code == 7
        assert letter in str(told.value) or f"{ord(letter):04X}" in str(told.value)
        assert out.read_bytes() == b"older"
        assert [path.name for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}] == ["paper.pdf"]
    with meeting.store.read() as tx:
        assert attendees.highest_number(tx, "e1") == 4
    assert not any(finding.problems for finding in check(meeting))
    # The number of whoever earned a certificate was given before the paper failed, and stays theirs.
    with meeting.store.read() as tx:
        given = certificates.of_event(tx, "e1")
    rosters.export_roster(meeting, "e1", tmp_path / "list.csv", "lo")
    assert letter in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    with meeting.store.read() as tx:
        assert certificates.of_event(tx, "e1") == given


LONG_NAMES = {
    "Lao without blanks": "ສົມບູນ" * 50,
    "Lao words": "ສົມບູນ ພົມມະຈັນ " * 20,
    "Latin without blanks": "W" * 300,
    "one mark on another": "ກ" + "່" * 299,
}


@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES.keys())
@pytest.mark.parametrize("kind", PRINTERS)
def test_a_name_of_300_letters_is_printed_whole_or_reported(meeting, door, tmp_path, name, kind):
    registered, _ = register.walk_in(meeting, register.Particulars(name=name), door())
    out = tmp_path / "paper.pdf"
    try:
        printed(kind, meeting, out, door().now)
    except Failure as failure:
        told = failure
    else:
        told = None
    if told is not None:
        assert told.exit_code == 7
        assert registered.attendee.name[:5] in str(told)
        assert not out.exists()
    else:
        assert "".join(registered.attendee.name.split()) in text_of(out).replace("\ufffe", "")


@pytest.mark.parametrize("title", ["../../up", "CON", "a:b", "ກ" * 300, "<b>", "'; DROP TABLE event; --", "%s{0}"])
def test_an_odd_title_reaches_no_file_name_and_every_paper(run_here, tmp_path, event_file, title):
    told = event_file.read_text(encoding="utf-8").replace("ກອງປະຊຸມທົດລອງ", title)
    event_file.write_text(told, encoding="utf-8")
    folder = tmp_path / "papers"
    folder.mkdir()
    store = ("--store", tmp_path / "odd.db", "--json")
    assert run_here("event", "create", event_file, *store)[0] == 0
    walk_in = ("walk-in", "--name", "ນາງ ມາລີ", "--session", "day1-am", "--at", "2024-06-12T08:24")
    assert run_here(*walk_in, *store)[0] == 0
    for kind in ("badges", "participants", "certificates"):
        code, out, err = run_here("print", kind, "--out", folder / f"{kind}.pdf", *store)
        assert code in {0, 7}, err
        if code:
            assert "unexpected" not in err
            assert json.loads(out)["error"]["exit_code"] == 7
        else:
            with pypdfium2.PdfDocument(folder / f"{kind}.pdf") as document:
                assert len(document) == 1
    assert {path.name for path in folder.iterdir()} <= {"badges.pdf", "participants.pdf", "certificates.pdf"}
    assert not (tmp_path.parent / "up").exists()
