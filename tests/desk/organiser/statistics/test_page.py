"""The statistics through the window: chosen by keys, drawn, renewed, saved and copied."""

import csv
from pathlib import Path

import pytest

from desk.organiser.statistics.conftest import later
from signin.services.statistics import View

DRAWN = [View.ARRIVALS, View.SESSIONS, View.ORGANISATION, View.CATEGORY]


def test_arrivals_are_shown_first_with_the_totals_above(page, cells):
    assert page.view.value is View.ARRIVALS
    assert page.told.text().startswith("30 of 40 have arrived, women")
    assert cells()[-1][:2] == ["Total", "30"]
    assert page.chart.accessibleName() == "Arrivals over time"
    assert page.chart.accessibleDescription() == page.told.text()


def test_arrows_choose_what_is_shown(page, cells, press):
    page.view.segments[View.ARRIVALS].setFocus()
    press("Down")
    assert [row[:3] for row in cells()] == [
        *(["day 1, morning", "40", "30"], ["day 1, afternoon", "40", "0"]),
        *(["day 2, morning", "40", "11"], ["day 2, afternoon", "40", "0"]),
    ]
    press("Down")
    assert cells()[-1][:3] == ["Total", "40", "30"]
    assert {row[0] for row in cells()} >= {"ພະແນກພາຍໃນ", "Without an organisation"}
    press("Down", "Down", "Down")
    assert [row[0] for row in cells()] == ["Women", "Men", "Sex not known", "Total"]


def test_a_session_is_chosen_with_the_arrows(page, cells, press, qtbot):
    page.sessions.setFocus()
    press("Down", "Down", "Down")
    qtbot.waitUntil(lambda: page.told.text().startswith("11 of 40"), timeout=5000)
    assert cells()[-1][1] == "11"
    press("Up")
    qtbot.waitUntil(lambda: page.told.text().startswith("0 of 40"), timeout=5000)
    assert cells() == [["Total", "0", "0", "0", "0"]]


def test_the_language_can_change_while_figures_are_shown(page, cells, voice):
    page.view.segments[View.SEX].click()
    voice.speak("lo")
    assert [row[0] for row in cells()] == ["ຍິງ", "ຊາຍ", "ບໍ່ຮູ້ເພດ", "ລວມ"]
    assert page.told.text().startswith("ມາແລ້ວ 30 ຈາກ 40 ທ່ານ")
    assert page.chart.accessibleName() == "ຕາມເພດ"


def test_what_another_desk_scans_is_shown_by_itself(page, meeting, code, qtbot):
    from signin.services.admit import Door, admit

    page._watch.setInterval(50)
    admit(meeting, code(1), Door(event_id="e1", session_key="day1-am", now=later(70)))
    qtbot.waitUntil(lambda: page.told.text().startswith("31 of 40"), timeout=5000)


def test_where_nothing_changed_nothing_is_counted(page, monkeypatch, qtbot, workers):
    from signin.desk.organiser.statistics import page as page_module

    counted = []
    monkeypatch.setattr(page_module, "statistics_of", lambda *asked: counted.append(asked))
    page._watch.setInterval(20)
    qtbot.wait(200)
    assert counted == []
    page.hide()
    assert not page._watch.isActive()


def save(page, name, qtbot, folder):
    from PySide6.QtWidgets import QFileDialog

    dialog = page.findChild(QFileDialog)
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(folder / name))
    dialog.accept()
    qtbot.waitUntil(lambda: page.notice.text().startswith("Saved"), timeout=5000)
    return Path(folder / name)


def test_the_numbers_are_saved_as_they_are_shown(page, cells, press, qtbot, tmp_path):
    page.view.segments[View.ORGANISATION].click()
    page.table.setFocus()
    press("Ctrl+S")
    with save(page, "n.csv", qtbot, tmp_path).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1:-2] == cells()


def test_the_picture_is_saved_light_and_sharp_whatever_is_worn(page, look, press, qtbot, tmp_path):
    from PySide6.QtGui import QImage

    from signin.desk.look.tokens import DARK, LIGHT

    look.wear(DARK)
    page.table.setFocus()
    press("Ctrl+P")
    image = QImage(str(save(page, "p.png", qtbot, tmp_path)))
    assert image.width() == 2400
    assert image.pixelColor(5, 5).name() == LIGHT.surface
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".png"] == ["p.png"]


def test_a_picture_that_cannot_be_written_is_told(page, tmp_path, qtbot):
    page._save_picture(tmp_path / "none" / "p.png")
    qtbot.waitUntil(lambda: "could not be written" in page.notice.text(), timeout=5000)


def test_the_picture_is_copied(page, press, qapp):
    page.table.setFocus()
    press("Ctrl+Shift+C")
    assert qapp.clipboard().image().width() == 2400
    assert page.notice.text() == "The picture is on the clipboard. Paste it with Ctrl+V."


def test_where_nobody_came_yet_it_is_said(made, meeting, golden, voice):
    assert made.told.text() == "0 of 3 have arrived, women 0 of 1; sex not known: 0 of 1"
    voice.speak("lo")
    golden("statistics-nobody-lo", made)


@pytest.mark.parametrize("language", ["lo", "en"])
@pytest.mark.parametrize("view", DRAWN)
def test_each_kind_of_chart_looks_as_it_did(page, golden, voice, view, language):
    voice.speak(language)
    page.view.segments[view].click()
    golden(f"statistics-{view.value}-{language}", page.chart)


def test_many_groups_are_drawn_as_forty_and_all_stand_in_the_table(made, meeting, attendee, cells, qtbot):
    from signin.store import attendees

    people = [attendee(nth, organisation=f"ຫ້ອງການທີ {nth}") for nth in range(10, 70)]
    with meeting.store.write() as tx:
        attendees.add_many(tx, people)
    made.view.segments[View.ORGANISATION].click()
    made.refresh()
    qtbot.waitUntil(lambda: len(cells()) == 60 + 2 + 1, timeout=5000)
    from signin.desk.organiser.statistics.bars import bars_of

    bars = bars_of(made._found.rows[View.ORGANISATION], made.voice)
    assert len(bars) == 40
    assert bars[-1].name == "23 others"
    assert sum(bar.figures.count.expected for bar in bars) == 63


def test_women_and_men_differ_without_colour(page, look):
    from PIL import ImageChops
    from PySide6.QtCore import QRectF, QSize
    from PySide6.QtGui import QImage, QPainter

    from desk.drawn import grey
    from signin.desk.look.tokens import THEMES
    from signin.desk.organiser.statistics.fills import LEGEND, fill

    for theme in THEMES.values():
        look.wear(theme)
        drawn = []
        for kind, _ in LEGEND:
            image = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
            image.fill(look.colour("surface"))
            painter = QPainter(image)
            fill(painter, QRectF(0, 0, 40, 40), look, kind)
            painter.end()
            drawn.append(grey(image))
        pairs = [(one, other) for nth, one in enumerate(drawn) for other in drawn[:nth]]
        assert all(ImageChops.difference(one, other).getbbox() for one, other in pairs)
        assert len(drawn[0].getcolors()) > 1  # women are hatched
