"""The one style sheet, made from the tokens."""

from __future__ import annotations

from string import Template

from signin.desk.letters import drawing, fonts
from signin.desk.look.tokens import SPACE, TYPE, Theme

_SHEET = Template("""
QMainWindow, QDialog, QWidget[ground="true"] { background: $ground; }
QToolTip { color: $text; background: $surface; border: 1px solid $edge; padding: ${hair}px; }

*[ink="quiet"], *[quiet="true"] { color: $quiet; }
*[ink="accent"] { color: $accent; }
*[ink="go"] { color: $go_words; }
*[ink="look"] { color: $look_words; }
*[ink="stop"] { color: $stop_words; }
*[ink="on_tone"] { color: $on_tone; }
*[ink="on_rail"] { color: $on_rail; }
*[ink="quiet_on_rail"] { color: $quiet_on_rail; }
$types

QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius_large}px; }
QFrame[kind="panel"] { background: $surface; border: 1px solid $edge; border-radius: ${radius_large}px; }
QFrame[kind="rail"] { background: $rail; border: none; }
QFrame[kind="card"]:focus, QFrame[kind="panel"]:focus { border: ${ring}px solid $focus; }

QLineEdit, QPlainTextEdit, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  margin: 1px; padding: 1px ${small}px; min-height: ${line_height}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $quiet;
}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $text; }
QLineEdit[bad="true"] { border: 2px solid $stop_words; margin: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus,
QComboBox:focus, QLineEdit[bad="true"]:focus { border: ${ring}px solid $focus; margin: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled, QDateTimeEdit:disabled {
  background: $ground; color: $quiet; border: 1px dashed $edge; margin: 1px; }
QLineEdit[readOnly="true"] { background: $raised; }
QComboBox::drop-down { border: none; width: ${wide}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; }

QPushButton {
  background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px; margin: 1px;
  padding: 1px ${medium}px; min-height: ${line_height}px;
}
QPushButton:hover { background: $selection; border-color: $edge; }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_deep; }
QPushButton[kind="stop"] { background: $stop; color: $on_tone; border-color: $stop; }
QPushButton[kind="stop"]:hover, QPushButton[kind="stop"]:pressed { background: $stop_deep; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked {
  background: $selection; }
QPushButton[kind="rail"] { background: transparent; color: $on_rail; border-color: transparent; }
QPushButton[kind="rail"]:hover, QPushButton[kind="rail"]:checked, QPushButton[kind="rail"]:pressed {
  background: $rail_chosen; }
QPushButton[small="true"] { padding: 0; min-height: 0; }
QPushButton:focus { border: ${ring}px solid $focus; margin: 0; }
QPushButton[kind="rail"]:focus { border-color: $on_rail; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled, QPushButton[kind="stop"]:disabled {
  background: transparent; color: $quiet; border: 1px dashed $edge; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="rail"]:disabled { border-color: transparent; }
QPushButton[kind="rail"]:disabled { color: $quiet_on_rail; }

QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $line; border-radius: ${radius}px; outline: none;
  selection-background-color: $selection; selection-color: $text; alternate-background-color: $ground;
}
QAbstractItemView[kind="suggestions"] { border-color: $edge; padding: ${hair}px; }
QAbstractItemView:focus { border: ${ring}px solid $focus; }
QHeaderView { border: none; }
QHeaderView::section { background: $raised; color: $quiet; border: none; padding: ${hair}px ${small}px; }
QCheckBox, QRadioButton { spacing: ${small}px; min-height: ${line_height}px; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 0 ${hair}px; }
QCheckBox:focus, QRadioButton:focus { border: ${ring}px solid $focus; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${knob}px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $raised; border: none; border-radius: ${hair}px; max-height: ${small}px; }
QProgressBar::chunk { background: $accent; border-radius: ${hair}px; }
""")


def sheet(theme: Theme, scale: float) -> str:
    """Write the style sheet for a theme, with letters and distances so many times their usual size."""
    sizes = {name: round(pixels * scale) for name, pixels in SPACE._asdict().items()}
    bar = sizes["medium"]
    height = line_height(TYPE.body * scale)
    own = {"types": _types(scale), "line_height": height, "bar": bar, "knob": bar // 2 - 2, "ring": SPACE.ring}
    return _SHEET.substitute({**theme._asdict(), **sizes, **own})


def line_height(points: float) -> int:
    """Give the height in pixels of a box in which Qt's own widgets draw one line of Lao without cutting a mark.

    They centre the line by the font's ascent and descent, which marks exceed: that much is added on both sides.
    """
    its = drawing.hand(fonts.font(points, bold=True))
    over = max(its.above - its.metrics.ascent(), its.below - its.metrics.descent(), 0)
    return max(round(its.metrics.height() + 2 * (over + drawing.TOP)), its.row())


def _types(scale: float) -> str:
    """Write the rules for sizes of letters: type="title"; bold from `strong` on, but for what is large anyway."""
    families = fonts.load_fonts()
    bold = ", ".join(f'"{name}"' for name in families.of("screen", bold=True))
    rules = [f'*[type="{name}"] {{ font-size: {size * scale:.2f}pt; }}' for name, size in TYPE._asdict().items()]
    heavy = f"font-weight: bold; font-family: {bold};"
    named = ", ".join(f'*[type="{name}"]' for name in ("strong", "title", "heading", "large", "verdict", "name"))
    return "\n".join([*rules, f'{named}, *[bold="true"] {{ {heavy} }}'])
