"""The system's own dialog, as it is: what is chosen in it reaches the printer."""

import pytest


@pytest.fixture
def dialog(qtbot, monkeypatch):
    """Open the dialog over a window: dialog(pages) gives it and the printers that came of it."""
    from PySide6.QtWidgets import QWidget

    from signin.desk.printing import printer_dialog

    monkeypatch.setattr(printer_dialog, "printers", lambda: ["Epson"])
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def opened(pages=range(40)):
        came = []
        made = printer_dialog.ask_printer(window, (842.0, 595.0), pages, came.append)
        qtbot.waitUntil(made.isVisible)
        return made, came

    return opened


def test_a_printer_comes_of_it_with_the_copies_and_pages_that_were_chosen(dialog, qtbot, tmp_path):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPageLayout
    from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QSpinBox

    from signin.desk.printing.pdf_printing import pages_wanted

    asked, came = dialog()
    asked.findChild(QLineEdit, "filename").setText(str(tmp_path / "out.pdf"))
    asked.findChild(QRadioButton, "printRange").setChecked(True)
    for name, value in (("from", 13), ("to", 20), ("copies", 2)):
        asked.findChild(QSpinBox, name).setValue(value)
    button = next(one for one in asked.findChildren(QPushButton) if "Print" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (printer,) = came
    assert pages_wanted(printer, range(40)) == range(12, 20)
    assert printer.copyCount() == 2
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape


def test_nothing_comes_of_a_dialog_that_is_closed(dialog, qtbot):
    from PySide6.QtCore import Qt

    asked, came = dialog()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert came == []


def test_the_rest_is_offered_from_its_first_page_on(dialog):
    asked, _ = dialog(range(12, 40))
    assert (asked.fromPage(), asked.toPage(), asked.minPage()) == (13, 40, 13)
    asked.reject()


def test_without_a_printer_there_is_no_dialog(qtbot):
    from PySide6.QtWidgets import QWidget

    from signin.desk.printing.pdf_printing import NoPrinter
    from signin.desk.printing.printer_dialog import ask_printer

    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(NoPrinter):
        ask_printer(window, (595.0, 842.0), range(1), lambda _: None)
